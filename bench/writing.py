"""Cases in which an event can be recorded, and the rows that recording it writes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import prefetch_related_objects
from uuid_utils.compat import uuid7

from bench.write_sql import Rows
from vlechtwerk.audit.actions import Access
from vlechtwerk.audit.models import Verb
from vlechtwerk.history.judging import History, asked_about
from vlechtwerk.history.ledger import OWED_FIELDS
from vlechtwerk.history.models import Case
from vlechtwerk.history.projection import Owed, owed, project
from vlechtwerk.history.refusals import Refused
from vlechtwerk.history.stored import happened, in_effect, written
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.models import Involvement

ATTENDED = (Role.CLIENT, *sorted(CASE_MANAGERS))


@dataclass(frozen=True, slots=True)
class Writable:
    """A case in which an event can be recorded today, with who does it and the history that comes of it."""

    case: Case
    event: Event
    by: Position
    after: History

    @property
    def name(self) -> str:
        """The name of the event in the procedure."""
        return self.after.name_of(self.event)


def writable(today: date) -> Iterator[Writable]:
    """Cases in progress in which an event can be recorded today, in no particular order."""
    parts = Involvement.objects.filter(capacity=Role.WORK_CASE_MANAGER, until_on=None).select_related("position")
    running = Case.objects.filter(status="in_progress", ends_on__gt=today).order_by("pk")
    by_file = {part.file_id: part.position for part in parts}
    for start in range(0, running.count(), 500):
        cases = list(running[start : start + 500])
        prefetch_related_objects(cases, "events", "obligations")
        for case in cases:
            if case.file_id in by_file and (found := _possible(case, by_file[case.file_id], today)):
                yield found


def _possible(case: Case, by: Position, today: date) -> Writable | None:
    before = tuple(happened(case.rules, row) for row in in_effect(case.events.all()))
    event = e.EvaluationHeld(today, ATTENDED)
    after = History(case.rules, (*before, event), case.chosen)
    try:
        after.facts()
    except Refused:
        return None
    return Writable(case, event, by, after)


def rows_of(one: Writable) -> Rows:
    """The rows that recording the event writes, found with the rules."""
    case, rules, facts = one.case, one.case.rules, one.after.facts()
    wanted = owed(rules, facts)
    stored = {Owed(*(getattr(row, name) for name in OWED_FIELDS)): row.pk for row in case.obligations.all()}
    kept = {due.key for due in wanted}
    fields = written(rules, one.event)
    asked = list(dict.fromkeys(asked_about(rules, one.event)))
    found = {
        "case_id": case.pk,
        "event": (uuid7(), case.version + 1, fields["name"], fields["on"], one.by.pk, uuid4()),
        "data": fields["data"],
        "case": tuple(project(rules, facts, one.after.last_on)),
        "gone": [pk for due, pk in stored.items() if due.key not in kept],
        "owed": [(uuid7(), case.pk, *due) for due in wanted if due not in stored],
        "audit": _audit_line(one, case.file_id, asked),
    }
    return Rows(**json.loads(json.dumps(found, cls=DjangoJSONEncoder)))


def _audit_line(one: Writable, file_id: UUID, asked: list[str]) -> dict[str, object]:
    """What the record is told."""
    return {
        "id": uuid7(),
        "account_id": one.by.account_id,
        "position_id": one.by.pk,
        "organisation_id": one.by.organisation_id,
        "verb": Verb.EVENT_RECORDED.value,
        "file_id": file_id,
        "rules": asked,
        **Access().told(one.by.role),
    }
