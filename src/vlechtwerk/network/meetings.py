"""The consultations of the network: planning them, and noting which providers were there (AT-186)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.network.actions import AlreadyThere
from vlechtwerk.network.models import Meeting
from vlechtwerk.network.queries import Known, keeps_network, of_region
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.asking import ask
from vlechtwerk.rules.activation.duties.work_providers import (
    network_meeting_is_planned,
    work_provider_attends_the_network,
)
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.assessment import Reason

RULES = ["AT-186"]


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """A consultation: its day and place, who was there once it was held, and the one in whose place it comes."""

    on: date
    place: str
    attended: Collection[UUID] | None = None
    replaces: Meeting | None = None


@transaction.atomic
def enter_meeting(*, new: NewMeeting, by: Position, key: UUID) -> Meeting:
    """Plan a consultation in the region of `by`, or tell how one went. A second call with the same `key` changes nothing.

    Raises PermissionError for who does not keep the network, and AlreadyThere when it was replaced meanwhile.
    """
    if not keeps_network(by) or (new.replaces and new.replaces.region_id != by.region_id):
        raise PermissionError
    if earlier := Meeting.objects.filter(entered_by=by, idempotency_key=key).first():
        return earlier
    if new.replaces and Meeting.objects.filter(replaces=new.replaces).exists():
        raise AlreadyThere
    attended = None if new.attended is None else sorted(new.attended)
    made = Meeting(region=by.region, on=new.on, place=new.place.strip(), attended=attended, replaces=new.replaces)
    made.entered_by, made.idempotency_key = by, key
    made.save(force_insert=True)
    note(Verb.PROVIDER_ENTERED, by=by, rules=RULES)
    return made


def meetings_of(region_id: UUID) -> list[Meeting]:
    """The consultations of a region that stand, by day: one query."""
    return list(Meeting.objects.filter(region=region_id, replaced_by__isnull=True))


def of_work(region_id: UUID) -> list[Known]:
    """The providers of a region that offer something at the work side, or of which nothing is known yet."""
    return [one for one in of_region(region_id) if not one.offers or any(of.domain == Domain.WORK for of in one.offers)]


def attendance(meetings: Sequence[Meeting], provider: UUID) -> list[bool]:
    """For each consultation that was held whether a provider was there, the last one last."""
    return [provider in one.attended for one in meetings if one.attended is not None]


def twice_absent(meetings: Sequence[Meeting], providers: Sequence[Known]) -> list[Known]:
    """The providers who were absent twice in a row."""
    return [one for one in providers if work_provider_attends_the_network(attendance(meetings, one.provider.pk))]


def not_planned(meetings: Sequence[Meeting], today: date) -> Reason | None:
    """That no consultation is planned within seven months after the last one that was held; without one, after today."""
    last = max((one.on for one in meetings if one.attended is not None), default=today)
    _id, reason = ask(network_meeting_is_planned, [one.on for one in meetings], last_on=last)
    return reason
