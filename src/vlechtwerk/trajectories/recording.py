"""Storing what a form tells, or telling the form why it is not stored."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext

from vlechtwerk.history import actions
from vlechtwerk.history.ledger import Ledger
from vlechtwerk.history.models import Case, CorrectionReason, Event
from vlechtwerk.history.reading import takes_part
from vlechtwerk.history.refusals import ChangedMeanwhile, DayNotPossible, NotInvolved, NotPossible, Refused
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.trajectories.forms import CorrectionForm, EventForm
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.trajectories.showing import asking
from vlechtwerk.trajectories.showing.possible import may_record


@dataclass(frozen=True)
class Outcome:
    """What came of it: stored, refused by the rules, or not stored because the case changed meanwhile or the form is wrong."""

    stored: bool = False
    refused: Refused | None = None
    changed: bool = False


@dataclass(frozen=True)
class Attempt:
    """A form that somebody sent, and what came of it. There is no form for who does not record such an event."""

    own_parts: Sequence[Involvement]
    form: EventForm | None = None
    outcome: Outcome = field(default_factory=Outcome)


def attempt(id: UUID, position: Position, name: str, answers: QueryDict) -> Attempt:
    """Record the event of a form that was sent, when it is valid; in the transaction of the caller.

    The case is locked and read once, and no more of it than recording needs: the page is looked up only when it is shown
    again. Raises Case.DoesNotExist when the position may not know of it, and Http404 as `asking.question` does.
    """
    if not takes_part(id, position):
        raise Case.DoesNotExist
    try:
        ledger = Ledger(id, position)
    except NotInvolved:
        raise Case.DoesNotExist from None
    found = Trajectory(ledger.case, tuple(ledger.rows), tuple(ledger.involved), position, ledger.today)
    if found.case.procedure != ACTIVATION.name:
        raise Case.DoesNotExist
    question = asking.question(found, name)
    if not may_record(name, found.capacities):
        return Attempt(ledger.involved)
    form = EventForm(question, answers or None, seen=found.case.version)
    outcome = _record(ledger, form) if form.is_valid() else Outcome()
    return Attempt(ledger.involved, form, outcome)


def _record(ledger: Ledger, form: EventForm) -> Outcome:
    key, seen = form.cleaned_data["idempotency_key"], form.cleaned_data["seen"]
    return _stored(form, lambda: actions.record_in(ledger, form.event, key=key, seen=seen))


def correct(found: Trajectory, row: Event, form: CorrectionForm) -> Outcome:
    """Correct a row as a valid form tells."""
    return _stored(
        form,
        lambda: actions.correct(
            event=row,
            replacement=form.replacement,
            reason_code=CorrectionReason(form.cleaned_data["reason_code"]),
            by=found.position,
            key=form.cleaned_data["idempotency_key"],
        ),
    )


def _stored(form: EventForm, store: Callable[[], Event]) -> Outcome:
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
