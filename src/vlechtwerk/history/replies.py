"""The client's own side of what was recorded about her: that she refused, was not there, or that something did not take place."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.history.models import Case, Event, Reply
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.terms import Attendance
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.granting import NotInTheFile, capacities_of
from vlechtwerk.sharing.policy import Stage

ANSWERED = frozenset(
    {
        "start_refused",
        "mediation_requested",
        "care_suspended",
        "no_internship_motivated",
        "stop_requested",
        "stop_decided",
    }
)
"""The events that say that a client did not cooperate, or that something did not take place."""


class NothingToAnswer(LookupError):
    """The event is not one to which the client replies, or whoever writes is not the client, or the file is shut."""


def may_be_answered(event: Event) -> bool:
    """Whether an event says something to which the client has a right of reply."""
    was_absent = event.name == "first_meeting" and (event.data or {}).get("attendance") != Attendance.PRESENT
    return event.data is not None and (event.name in ANSWERED or was_absent)


def replies_in(case: Case, rows: Iterable[Event]) -> Mapping[UUID, Sequence[Reply]]:
    """The replies in a case by the row of the event beside which they stand, the oldest first.

    A reply to an event that was corrected stands beside what came in its place. Call it inside `sharing.identity.acting`.
    """
    later = {row.corrects_id: row.pk for row in rows if row.corrects_id}
    found: dict[UUID, list[Reply]] = defaultdict(list)
    for reply in Reply.objects.filter(case=case).order_by("written_at", "pk"):
        beside = reply.event_id
        while beside in later:
            beside = later[beside]
        found[beside].append(reply)
    return dict(found)


@transaction.atomic
def write_reply(event: Event, *, text: str, by: Position, key: UUID) -> Reply:
    """Put the client's own side beside an event. A second call with the same `key` changes nothing.

    Call it inside `sharing.identity.acting`. Raises NothingToAnswer.
    """
    if earlier := Reply.objects.filter(author=by, idempotency_key=key).first():
        return earlier
    case, today = Case.objects.select_related("file").get(pk=event.case_id), timezone.localdate()
    try:
        is_client = Role.CLIENT in capacities_of(by, case.file_id, today)
    except NotInTheFile as absent:
        raise NothingToAnswer from absent
    if not is_client or not may_be_answered(event) or case.file.stage_on(today) is not Stage.OPEN:
        raise NothingToAnswer
    reply = Reply(case=case, event=event, author=by, text=text.strip(), idempotency_key=key)
    reply.save(force_insert=True)
    Case.objects.filter(pk=case.pk).update(is_answered=True)
    note(Verb.REPLY_WRITTEN, by=by, file_id=case.file_id, rules=["AT-249"])
    return reply
