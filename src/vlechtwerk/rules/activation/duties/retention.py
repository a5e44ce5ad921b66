"""How long and where a signed plan is kept."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.activation.terms import Medium
from vlechtwerk.rules.calendar import ONE_DAY, years
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings

PAPER_ARCHIVE = years(10)


@BOOK.requirement(
    "AT-105",
    CARE_HANDBOOK.at("3.2.2; 3.4"),
    concerns="plan_archive",
    points={"all_digital": "everybody signed digitally, so that the confidential file is archive enough"},
)
def digital_archive_suffices(media: Collection[Medium]) -> Findings:
    """A plan that everybody signed digitally is kept in the confidential file only; one signature on paper changes that.

    `media` is how each signature was set. Whoever gets an answer keeps the plan on paper (AT-104).
    """
    return unmet(all_digital=media and all(medium is Medium.EID for medium in media))


@dataclass(frozen=True, slots=True)
class PaperPlan:
    """A plan signed on paper: where it lies, who keeps it, and when the assignment was delivered.

    `trajectory_ended_on` and `contract_ended_on` are both read as the delivery; None as long as it did not happen.
    """

    place: str
    holder: str
    trajectory_ended_on: date | None = None
    contract_ended_on: date | None = None


def kept_until(plan: PaperPlan) -> date | None:
    """The last day of the archive; None while the trajectory has not ended, so that nothing may be destroyed yet.

    The handbook does not tell whether the assignment is the trajectory or the whole contract; the later of both counts.
    """
    if plan.trajectory_ended_on is None:
        return None
    return PAPER_ARCHIVE.after(max(plan.trajectory_ended_on, plan.contract_ended_on or plan.trajectory_ended_on))


def destroyable_from(plan: PaperPlan) -> date | None:
    """The first day on which the paper may be destroyed."""
    last = kept_until(plan)
    return last + ONE_DAY if last else None


@BOOK.requirement(
    "AT-104",
    CARE_HANDBOOK.at("3.2.2; 3.4"),
    concerns="plan_destruction",
    points={
        "ten_years": "ten years have passed since the assignment was delivered",
        "place": "the place of the paper archive",
        "holder": "who keeps the paper archive",
    },
)
def paper_plan_is_kept(plan: PaperPlan, destroyed_on: date) -> Findings:
    """A plan or changed plan signed on paper is kept on paper until ten years after the assignment was delivered."""
    free = destroyable_from(plan)
    return unmet(ten_years=free is not None and destroyed_on >= free, place=plan.place, holder=plan.holder)
