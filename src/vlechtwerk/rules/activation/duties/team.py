"""The case management team: who is in it, that it decides together, and that it talks with the participant."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.calendar import ONE_DAY, months
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force
from vlechtwerk.rules.roles import CASE_MANAGERS, Role

THREE_WAY_HINT = months(6)
"""After this time without a talk of all three a hint appears (a proposal; the handbook gives no figure)."""


class Organisation(StrEnum):
    """The kinds of organisations that case managers come from."""

    GTB = "gtb"
    CAW = "caw"
    OCMW = "ocmw"
    SOCIAL_SERVICE = "social_service"
    MENTAL_HEALTH = "mental_health"
    VAPH = "vaph"


WELFARE_PARTNERS = frozenset({Organisation.CAW, Organisation.OCMW, Organisation.SOCIAL_SERVICE})
CARE_ORGANISATIONS = WELFARE_PARTNERS | {Organisation.MENTAL_HEALTH, Organisation.VAPH}


@dataclass(frozen=True, slots=True)
class CaseManager:
    """One member of a team: in which role, from which organisation, and the period of the mandate (care only)."""

    role: Role
    organisation: Organisation
    mandate: Period | None = None


@BOOK.requirement(
    "AT-007",
    CARE_HANDBOOK.at("2.1, footnotes 4-5; 2.3"),
    concerns="team",
    points={
        "one_work": "exactly one work case manager",
        "one_care": "exactly one care case manager",
        "gtb": "the work case manager is employed by GTB",
        "care_organisation": "the care case manager comes from a CAW, OCMW, health fund, mental-health or VAPH organisation",
        "mandate": "the care case manager is mandated on the day of the assignment",
    },
)
def team_is_composed(team: Sequence[CaseManager], assigned_on: date) -> Findings:
    """A team is one work case manager of GTB and one mandated care case manager of a welfare or care organisation."""
    work = [one for one in team if one.role is Role.WORK_CASE_MANAGER]
    care = [one for one in team if one.role is Role.CARE_CASE_MANAGER]
    return unmet(
        one_work=len(work) == 1,
        one_care=len(care) == 1,
        gtb=all(one.organisation is Organisation.GTB for one in work),
        care_organisation=all(one.organisation in CARE_ORGANISATIONS for one in care),
        mandate=all(one.mandate is not None and one.mandate.covers(assigned_on) for one in care),
    )


@BOOK.requirement(
    "AT-055",
    CARE_HANDBOOK.at("3.1.2"),
    concerns="assignment",
    force=Force.MAY,
    points={"mandated": "a mandate that is valid on the day of the assignment; expertise is no condition"},
)
def any_mandated_care_case_manager(candidate: CaseManager, assigned_on: date) -> Findings:
    """Every mandated care case manager may take every participant, whatever the organisation offers itself."""
    return unmet(mandated=candidate.mandate is not None and candidate.mandate.covers(assigned_on))


@dataclass(frozen=True, slots=True)
class ContactCard:
    """What the participant sees of a case manager."""

    role: Role
    name: str
    organisation: str
    channel: str


@BOOK.requirement(
    "AT-008",
    CARE_HANDBOOK.at("2.1"),
    concerns="own_view",
    points={
        "work_case_manager": "name, organisation and a way to reach the work case manager",
        "care_case_manager": "name, organisation and a way to reach the care case manager",
    },
)
def both_can_be_reached(cards: Collection[ContactCard]) -> Findings:
    """The participant can reach both case managers during the whole trajectory."""
    complete = {card.role for card in cards if card.name.strip() and card.organisation.strip() and card.channel.strip()}
    return unmet(
        work_case_manager=Role.WORK_CASE_MANAGER in complete,
        care_case_manager=Role.CARE_CASE_MANAGER in complete,
    )


@BOOK.requirement(
    "AT-024",
    CARE_HANDBOOK.at("2.3; 2.1"),
    concerns="joint_decision",
    force=Force.SHOULD,
    points={
        "work_case_manager": "the agreement of the work case manager",
        "care_case_manager": "the agreement of the care case manager",
    },
)
def both_views_count_equally(agreed_on: Mapping[Role, date]) -> Findings:
    """Work and care count equally, so a joint decision waits until both case managers agreed.

    `agreed_on` tells who agreed and when.
    """
    return tuple(sorted(CASE_MANAGERS - agreed_on.keys(), reverse=True))


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who guides a participant: persons by their identifier (None while nobody is assigned), and the regions."""

    work_case_manager: str | None
    care_case_manager: str | None
    region: str
    care_mandate_region: str | None = None


@BOOK.requirement(
    "AT-025",
    CARE_HANDBOOK.at("2.3"),
    concerns="assignment",
    points={
        "work_assigned": "a work case manager is assigned",
        "care_assigned": "a care case manager is assigned",
        "same_region": "the care case manager is mandated for the region of the trajectory",
    },
)
def both_are_assigned(assignment: Assignment) -> Findings:
    """After the referral the team of the working area assigns a work case manager and a care case manager."""
    care = assignment.care_case_manager
    return unmet(
        work_assigned=assignment.work_case_manager,
        care_assigned=care,
        same_region=care is None or assignment.care_mandate_region == assignment.region,
    )


@dataclass(frozen=True, slots=True)
class Replacement:
    """One case manager takes over from another of the same side."""

    last_day: date
    first_day: date
    reason: str


@BOOK.requirement(
    "AT-026",
    CARE_HANDBOOK.at("2.3"),
    concerns="replacement",
    points={
        "no_gap": "the new case manager starts the day after the last day of the other",
        "reason": "the reason for the replacement",
    },
)
def pair_stays_complete(replacement: Replacement) -> Findings:
    """The two case managers stay a pair during the whole trajectory; a replacement leaves no day without one of them.

    Replacement is not described in the handbook; the date, the reason and the absence of a gap are choices of this program.
    """
    return unmet(no_gap=replacement.first_day == replacement.last_day + ONE_DAY, reason=replacement.reason)


@BOOK.requirement(
    "AT-027",
    CARE_HANDBOOK.at("2.5"),
    concerns="consultation",
    points={"participant": "the participant takes part, or it is told why not"},
)
def talk_is_with_the_participant(attendees: Collection[Role], absence_reason: str = "") -> Findings:
    """Case managers and providers talk with the participant, not about the participant.

    The handbook lets a consultation take place without everybody; the reason that is asked is a choice of this program.
    """
    return unmet(participant=Role.CLIENT in attendees or absence_reason)


def is_three_way(attendees: Collection[Role]) -> bool:
    """Whether the participant and both case managers were there."""
    return {Role.CLIENT, *CASE_MANAGERS} <= set(attendees)


@BOOK.requirement(
    "AT-028",
    CARE_HANDBOOK.at("2.5; 3.1.3"),
    concerns="three_way_talk",
    force=Force.SHOULD,
    points={"three_way": "a talk of the participant and both case managers in the last six months"},
)
def all_three_talk_now_and_then(started_on: date, talks: Sequence[tuple[date, Collection[Role]]], on: date) -> Findings:
    """The participant and both case managers talk together at suitable moments.

    `talks` are days with who attended. The six months are a proposal; the handbook only says suitable moments.
    """
    last = max((day for day, attendees in talks if is_three_way(attendees)), default=started_on)
    return unmet(three_way=on < THREE_WAY_HINT.after(max(last, started_on)))
