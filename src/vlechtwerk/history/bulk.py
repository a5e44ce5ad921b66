"""Reading certain events of many cases at once, for a list or a statement: one query, whatever the number of cases."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q

from vlechtwerk.history.models import Event
from vlechtwerk.history.stored import happened, in_effect
from vlechtwerk.rules import kernel
from vlechtwerk.rules.assessment import Procedure


class Recorded(NamedTuple):
    """A row of an event without the rest of its model: for thousands of cases making the objects took longer than the rules."""

    pk: UUID
    case_id: UUID
    sequence: int
    name: str
    on: date
    data: dict[str, Any] | None
    corrects_id: UUID | None


def standing_events(
    procedure: Procedure[Any], cases: Collection[UUID], kinds: Collection[type[kernel.Event]]
) -> dict[UUID, tuple[kernel.Event, ...]]:
    """The events of these kinds that stand, by case, in the order in which they are taken. A case without any is absent.

    Whoever may not see who a case is about is given numbers only: what is read here never goes to a page as it is.
    Raises UnreadableEvent.
    """
    names = {procedure.names[kind] for kind in kinds}
    corrected = Event.objects.filter(corrects__isnull=False).values("corrects")
    wanted = Event.objects.filter(
        Q(name__in=names) | Q(corrects__isnull=False) | Q(pk__in=corrected), case__in=list(cases)
    )
    grouped: dict[UUID, list[Recorded]] = defaultdict(list)
    for told in wanted.order_by().values_list(*Recorded._fields):
        row = Recorded(*told)
        grouped[row.case_id].append(row)
    return {
        case: tuple(happened(procedure, row) for row in in_effect(rows) if row.name in names)
        for case, rows in grouped.items()
    }
