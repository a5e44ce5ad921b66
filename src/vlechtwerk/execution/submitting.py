"""Storing what a form of a report tells, or telling why it is not stored."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from vlechtwerk.execution.catalogue import AnyForm
from vlechtwerk.history.refusals import DayNotPossible, NotPossible, Refused
from vlechtwerk.reports.actions import ReportRefused, write_report
from vlechtwerk.trajectories.showing.possible import blocked
from vlechtwerk.ui.explain import reasons
from vlechtwerk.ui.shapes import Blocked, Reason


@dataclass(frozen=True)
class Outcome:
    """What came of it: stored, or not and why. Nothing of both when the form was not sent or is wrong."""

    stored: bool = False
    reasons: Sequence[Reason] = ()
    contradicted: Sequence[Blocked] = ()


def submitted(form: AnyForm) -> Outcome:
    """Store the report of a form that was sent, when it is valid. Raises NotTheirs as `write_report` does."""
    if not form.is_valid():
        return Outcome()
    about = form.about
    try:
        write_report(
            case=about.found.case,
            draft=form.draft,
            by=about.found.position,
            key=form.cleaned_data["idempotency_key"],
            replaces=about.earlier,
        )
    except ReportRefused as refused:
        return Outcome(reasons=reasons(refused.reasons))
    except Refused as refused_event:
        return Outcome(reasons=reasons(refused_event.reasons), contradicted=blocked(refused_event.contradicted))
    except DayNotPossible as wrong:
        form.add_error("happened_on", gettext(wrong.message))
    except NotPossible as wrong:
        form.add_error(None, gettext(wrong.message))
    else:
        return Outcome(stored=True)
    return Outcome()
