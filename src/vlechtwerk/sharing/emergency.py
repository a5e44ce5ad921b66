"""Emergency access ("breaking the glass"): the data-protection officer opens one file, for four hours, to read it.

It is involvement like any other, so that both walls judge it; it ends by itself at a moment of the database's clock. The
record, the client and both case managers are told at once.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Part, Purpose, Verb
from vlechtwerk.audit.purposes import EMERGENCIES
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import EmergencyAccess, File, Involvement, InvolvementReason, SignalKind
from vlechtwerk.sharing.reading import under
from vlechtwerk.sharing.ringing import ring_client
from vlechtwerk.sharing.signals import raise_signal

LASTS = timedelta(hours=4)
"""How long emergency access lasts at most."""
RULE = "AT-132"
"""The file allows to reconstruct the guidance, also after it was closed: what the access serves."""


class NotForThisFunction(LookupError):
    """Only the data-protection officer opens a file in an emergency."""


class NoReason(ValueError):
    """Why the file is opened is not told."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Why somebody opens a file: the kind of reason, and the own words."""

    reason: Purpose
    words: str


@transaction.atomic
def break_glass(*, file: File, asked: Asked, by: Position, key: UUID) -> Involvement:
    """Open a file for four hours, to read. A second call with the same key changes nothing.

    While the access of earlier still holds, it stays as it is. Raises NotForThisFunction for every other role, and NoReason
    without words or for a reason that is not in the list.
    """
    if by.role != Role.DATA_PROTECTION_OFFICER:
        raise NotForThisFunction
    if not asked.words.strip() or asked.reason not in EMERGENCIES:
        raise NoReason
    File.objects.select_for_update(no_key=True).get(pk=file.pk)
    earlier = (
        Involvement.objects.filter(emergency__idempotency_key=key).first() or open_for(by).filter(file=file).first()
    )
    if earlier is not None:
        return earlier
    made = _involvement(file, asked, by)
    EmergencyAccess.objects.create(involvement=made, words=asked.words.strip(), idempotency_key=key)
    raise_signal(file.pk, SignalKind.EMERGENCY)
    ring_client(file.pk)
    note(Verb.GLASS_BROKEN, by=by, file_id=file.pk, rules=[RULE], access=under(made, Part.CONFIDENTIAL))
    return made


def _involvement(file: File, asked: Asked, by: Position) -> Involvement:
    today = timezone.localdate()
    made = Involvement.objects.create(
        file=file,
        position=by,
        capacity=Role.DATA_PROTECTION_OFFICER,
        from_on=today,
        until_on=today + timedelta(days=2),
        until_at=Now() + LASTS,
        reason=InvolvementReason.EMERGENCY,
        emergency_for=asked.reason,
    )
    made.refresh_from_db(fields=["until_at"])
    return made


@transaction.atomic
def mend_glass(*, involvement: UUID, by: Position) -> None:
    """End the own emergency access now. Ending it twice, or after it ended by itself, is ending it once."""
    found = open_for(by).filter(pk=involvement).first()
    if found is not None:
        Involvement.objects.filter(pk=found.pk).update(until_at=Now())
        note(Verb.GLASS_MENDED, by=by, file_id=found.file_id, rules=[RULE], access=under(found, Part.CONFIDENTIAL))


def open_for(position: Position) -> QuerySet[Involvement]:
    """The emergency access that a position has now."""
    mine = Involvement.objects.of(position, timezone.localdate())
    return mine.filter(capacity=Role.DATA_PROTECTION_OFFICER).order_by("until_at")


def told_about(files: Collection[UUID]) -> QuerySet[Involvement]:
    """Every time that one of these files was opened in an emergency, the latest first: for the client."""
    opened = Involvement.objects.filter(file_id__in=files, capacity=Role.DATA_PROTECTION_OFFICER)
    return opened.select_related("emergency", "position__organisation").order_by("-from_on", "-pk")
