"""Storing what a form tells, or telling the form why it is not stored."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext

from vlechtwerk.history import actions
from vlechtwerk.history.models import CorrectionReason, Event
from vlechtwerk.history.refusals import ChangedMeanwhile, DayNotPossible, NotPossible, Refused
from vlechtwerk.trajectories.forms import CorrectionForm, EventForm
from vlechtwerk.trajectories.queries import Trajectory


@dataclass(frozen=True)
class Outcome:
    """What came of it: stored, refused by the rules, or not stored because the case changed meanwhile or the form is wrong."""

    stored: bool = False
    refused: Refused | None = None
    changed: bool = False


def record(found: Trajectory, form: EventForm) -> Outcome:
    """Record the event of a valid form."""
    return _attempt(
        form,
        lambda: actions.record(
            case=found.case,
            event=form.event,
            by=found.position,
            key=form.cleaned_data["idempotency_key"],
            seen=form.cleaned_data["seen"],
        ),
    )


def correct(found: Trajectory, row: Event, form: CorrectionForm) -> Outcome:
    """Correct a row as a valid form tells."""
    return _attempt(
        form,
        lambda: actions.correct(
            event=row,
            replacement=form.replacement,
            reason_code=CorrectionReason(form.cleaned_data["reason_code"]),
            by=found.position,
            key=form.cleaned_data["idempotency_key"],
        ),
    )


def _attempt(form: EventForm, store: Callable[[], Event]) -> Outcome:
    """Store; what is wrong with the day goes beside its field, what is wrong otherwise above the form."""
    try:
        store()
    except Refused as refused:
        return Outcome(refused=refused)
    except ChangedMeanwhile:
        return Outcome(changed=True)
    except DayNotPossible as wrong:
        form.add_error("on", gettext(wrong.message))
    except NotPossible as wrong:
        form.add_error(None, gettext(wrong.message))
    else:
        return Outcome(stored=True)
    return Outcome()
