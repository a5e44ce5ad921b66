"""A case under lock, with its history as it stands: what recording and correcting have in common."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.history.judging import History, asked_about, check_day, check_recorder, check_supported
from vlechtwerk.history.models import Case, Event, Obligation
from vlechtwerk.history.projection import Owed, Projection, owed, project
from vlechtwerk.history.refusals import CHANGED_MEANWHILE, ChangedMeanwhile, NotInvolved
from vlechtwerk.history.stored import happened, in_effect
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules import kernel
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement

OWED_FIELDS = Owed._fields
STORED_FIELDS = (*Projection._fields, "version")


def capacities_in(file_id: UUID, by: Position) -> frozenset[Role]:
    """The capacities of a position in a file today. Raises NotInvolved when there are none."""
    mine = Involvement.objects.of(by, timezone.localdate()).filter(file_id=file_id)
    found = frozenset(Role(capacity) for capacity in mine.values_list("capacity", flat=True))
    if not found:
        raise NotInvolved
    return found


class Ledger:
    """The history of a case while somebody writes in it.

    The row of the case is locked before the events are read, so nobody adds to them until the transaction ends.
    """

    def __init__(self, case_id: UUID, by: Position) -> None:
        """Lock the case and read its events. Raises NotInvolved when `by` has no part in the file."""
        self.by = by
        self.case = Case.objects.select_for_update(no_key=True).get(pk=case_id)
        self.capacities = capacities_in(self.case.file_id, by)
        self.rows = list(self.case.events.all())
        self.standing = in_effect(self.rows)

    def recorded_with(self, key: UUID) -> Event | None:
        """The row that was recorded with this key, if any."""
        return next((row for row in self.rows if row.idempotency_key == key), None)

    def check_version(self, seen: int | None) -> None:
        """Raise ChangedMeanwhile when the case is no longer as somebody saw it."""
        if seen is not None and seen != self.case.version:
            raise ChangedMeanwhile(CHANGED_MEANWHILE)

    def history(self, without: Event | None = None) -> History:
        """The history as it stands, without the event of one row."""
        events = (happened(self.case.rules, row) for row in self.standing if row is not without)
        return History(self.case.rules, tuple(events), self.case.chosen)

    def with_change(self, change: kernel.Event | None, corrected: Event | None = None) -> History:
        """The history with an event added, or put in the place of the one that is corrected (None strikes it).

        Raises what keeps the change out: who records it, its day, or the rules of a later decree.
        """
        before = self.history(without=corrected)
        if change is None:
            return before
        check_recorder(before.procedure, change, self.capacities)
        check_day(change, before, timezone.localdate())
        place = len(before.events) if corrected is None else self.standing.index(corrected)
        events = (*before.events[:place], change, *before.events[place:])
        changed = History(before.procedure, events, before.settings)
        check_supported(changed)
        return changed

    def store(self, row: Event, history: History, change: kernel.Event | None) -> Event:
        """Store a row with what follows from the history that came of it. Raises Refused when that is not possible."""
        facts = history.facts_after(change)
        row.case, row.recorded_by, row.sequence = self.case, self.by, self.case.version + 1
        row.save(force_insert=True)
        self.case.version = row.sequence
        store_projection(self.case, history, facts)
        asked = asked_about(history.procedure, change) if change else ()
        verb = Verb.EVENT_CORRECTED if row.corrects_id else Verb.EVENT_RECORDED
        note(verb, by=self.by, file_id=self.case.file_id, rules=asked)
        return row


def set_projection(case: Case, history: History, facts: Any) -> None:
    """Put what the rules say into the fields of a case, without storing it."""
    for name, value in project(history.procedure, facts, history.last_on)._asdict().items():
        setattr(case, name, value)


def store_projection(case: Case, history: History, facts: Any) -> None:
    """Store what the rules say about a case that exists; only the obligations that changed are written."""
    set_projection(case, history, facts)
    case.save(update_fields=STORED_FIELDS)
    _store_obligations(case, owed(history.procedure, facts))


def _store_obligations(case: Case, wanted: Sequence[Owed]) -> None:
    stored = {pk: Owed(*values) for pk, *values in case.obligations.values_list("pk", *OWED_FIELDS)}
    kept = {one.key for one in wanted}
    if gone := [pk for pk, one in stored.items() if one.key not in kept]:
        case.obligations.filter(pk__in=gone).delete()
    present = set(stored.values())
    Obligation.objects.bulk_create(
        [one.of_case(case) for one in wanted if one not in present],
        update_conflicts=True,
        unique_fields=["case", "rule", "what", "number"],
        update_fields=["owner", "due_on", "done_on", "opens_on", "lapses_on", "signal"],
    )
