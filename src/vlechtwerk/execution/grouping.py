"""The reports that somebody can write, put together by what they are about: a long list of buttons is no choice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from vlechtwerk.execution.catalogue import FORMS
from vlechtwerk.execution.forms import About
from vlechtwerk.execution.showing import writing
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.ui.shapes import Action

GROUPS: tuple[tuple[Promise, tuple[ReportKind, ...]], ...] = (
    (
        gettext_lazy("Following the plan"),
        (
            ReportKind.ACTION_REPORT,
            ReportKind.EVALUATION,
            ReportKind.EVALUATION_INPUT,
            ReportKind.CONSULTATION,
            ReportKind.PROFILE,
            ReportKind.FOLLOW_UP_TAKEN,
            ReportKind.SITUATION,
            ReportKind.NEED_OUTCOME,
            ReportKind.DELAY,
            ReportKind.INFORMATION_REQUEST,
            ReportKind.INFORMATION,
            ReportKind.DOUBT,
            ReportKind.DOUBT_OUTCOME,
            ReportKind.REORIENTATION,
        ),
    ),
    (gettext_lazy("Internship"), (ReportKind.INTERNSHIP, ReportKind.NO_INTERNSHIP, ReportKind.INTERNSHIP_OFF)),
    (
        gettext_lazy("Attendance and cooperation"),
        (
            ReportKind.EFFORT,
            ReportKind.CARE_SUSPENDED,
            ReportKind.CARE_RESUMED,
            ReportKind.INTERRUPTION,
            ReportKind.FORMAL_SERVICE,
            ReportKind.MEDIATION_TALK,
            ReportKind.END_CONSIDERED,
        ),
    ),
    (
        gettext_lazy("Statute and rights"),
        (
            ReportKind.STATUTE,
            ReportKind.RIGHT_REFERRAL,
            ReportKind.RIGHTS_REQUEST,
            ReportKind.BUS_CARD,
            ReportKind.CARD_DECISION,
            ReportKind.TRAIN_TICKET,
        ),
    ),
    (
        gettext_lazy("Towards the end"),
        (
            ReportKind.ADVICE_REQUEST,
            ReportKind.STOP_VIEW,
            ReportKind.FINAL_REPORT,
            ReportKind.FINAL_ADVICE,
            ReportKind.FEEDBACK,
            ReportKind.WELFARE_HAND_OVER,
            ReportKind.WELFARE_NOTE,
            ReportKind.ADVISOR_CHANGE,
        ),
    ),
)
"""What is about the same, in the order of a trajectory."""
OTHER = gettext_lazy("More reports")
"""Everything else that can be written."""


@dataclass(frozen=True)
class Group:
    """Reports about one thing, each with the way to its form."""

    title: str
    actions: Sequence[Action]


def grouped(about: About) -> list[Group]:
    """What the visitor writes, by what it is about; groups without anything to write are left out."""
    made = (Group(str(title), writing(about, kinds)) for title, kinds in _groups())
    return [one for one in made if one.actions]


def _groups() -> Iterator[tuple[Promise, Sequence[ReportKind]]]:
    yield from GROUPS
    placed = {kind for _title, kinds in GROUPS for kind in kinds}
    yield OTHER, [kind for kind in FORMS if kind not in placed]
