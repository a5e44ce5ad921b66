"""The page about cooperation: what is chosen when it does not go well at work, and the talk at VDAB."""

from collections.abc import Callable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from vlechtwerk.execution.forms import About
from vlechtwerk.execution.showing import every_page, shown, writing
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import cooperation, target_group
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.shapes import Reason

NOTES = (ReportKind.FORMAL_SERVICE, ReportKind.MEDIATION_TALK)
WRITTEN = (
    ReportKind.EFFORT,
    ReportKind.CARE_SUSPENDED,
    ReportKind.CARE_RESUMED,
    ReportKind.END_CONSIDERED,
    *NOTES,
    ReportKind.DOUBT,
    ReportKind.DOUBT_OUTCOME,
    ReportKind.REORIENTATION,
)
"""What is noted about cooperation, in the order in which it is offered."""

RULES: tuple[tuple[Promise, Callable[..., Any]], ...] = (
    (
        gettext_lazy("Both case managers watch the effort and motivate; a person never gets a score."),
        cooperation.effort_is_watched_by_attendance,
    ),
    (
        gettext_lazy(
            "When it does not go well at work, the work case manager may choose formal service or a talk at VDAB."
        ),
        cooperation.formal_service_is_chosen,
    ),
    (
        gettext_lazy("The trusted advisor invites the participant and hears what she says before deciding."),
        cooperation.client_is_heard_before_transmission,
    ),
    (
        gettext_lazy("Absence at care never leads to a procedure at VDAB. Look together for what is going on."),
        cooperation.care_absences_stay_out_of_vdab,
    ),
    (
        gettext_lazy("A doubt whether the trajectory is realistic now is talked about before the mediation starts."),
        target_group.doubt_is_discussed_before_the_start,
    ),
    (
        gettext_lazy("Another offer is looked for together with the participant and with whoever referred."),
        target_group.reorientation_is_a_dialogue,
    ),
)


def cooperation_page(about: About) -> dict[str, Any]:
    """What was noted, how the talk at VDAB stands, and what the visitor can write."""
    notes = about.reports.of_kind(*NOTES)
    asked = [one for one in notes if one.told.get("step") == "talk"]
    held = [one for one in notes if one.told.get("talk_decision", "open") != "open"]
    waits = bool(asked) and (not held or held[0].happened_on < asked[0].happened_on)
    return {
        **every_page(about),
        "notes": [shown(about, one) for one in about.reports.of_kind(*NOTES, ReportKind.REORIENTATION)],
        "waits": asked[0].happened_on if waits else None,
        "writing": writing(about, WRITTEN),
        "rules": [Reason(str(text), why(BOOK.rule_of(rule))) for text, rule in RULES],
    }
