"""The client's own view of an item, beside what the professional wrote."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Part
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.consent.access import open_items
from vlechtwerk.consent.actions import ItemNotOpen
from vlechtwerk.consent.models import Item, Remark
from vlechtwerk.consent.queries import TABLE, TEXTS
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.granting import capacities_of
from vlechtwerk.sharing.policy import Stage
from vlechtwerk.sharing.reading import writing_in
from vlechtwerk.sharing.sealed_texts import seal_texts


@transaction.atomic
def write_remark(item: Item, *, text: str, disputed: bool, by: Position, key: UUID) -> Remark:
    """Put the client's own words beside an item; everybody who sees the item sees them (AT-249).

    A second call with the same `key` changes nothing. Call it inside `sharing.identity.acting`. Raises ItemNotOpen for
    everybody but the client, and when the file is shut.
    """
    today = timezone.localdate()
    if earlier := Remark.objects.filter(author=by, idempotency_key=key).first():
        return earlier
    seen = open_items(by, today).filter(pk=item.pk).exists()
    if not seen or Role.CLIENT not in capacities_of(by, item.file_id, today):
        raise ItemNotOpen
    if item.file.stage_on(today) is not Stage.OPEN:
        raise ItemNotOpen
    remark = Remark(
        item=item,
        compartment=item.compartment,
        author=by,
        text=text.strip(),
        disputed=disputed,
        idempotency_key=key,
    )
    seal_texts(TABLE, [remark], TEXTS)
    remark.save(force_insert=True)
    access = writing_in(item.file_id, by, Part.CONFIDENTIAL)
    note(Deed.REMARK_WRITTEN, by=by, file_id=item.file_id, rules=["AT-249"], access=access)
    return remark
