"""Keeping what somebody types in a form, and removing it once it is recorded or not wanted any more."""

from datetime import timedelta
from uuid import UUID

from django.db import connection, transaction
from django.http import QueryDict
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.organisations.models import Position
from vlechtwerk.organisations.queries import keeping_settings_on
from vlechtwerk.sharing.authored import remove_what_is_over
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.reading import writing_in
from vlechtwerk.unsent.models import Unsent

LARGEST = 200_000
"""The most that is kept of one form, in letters."""
MOST = 100
"""How many unfinished forms one position has at most."""
FORGET = """
DELETE FROM unsent_unsent WHERE author_id = %(author)s AND address = %(address)s AND idempotency_key = %(key)s
"""


class NotKept(ValueError):
    """There is too much of it."""


@transaction.atomic
def keep(*, compartment: Compartment, at: tuple[str, UUID], told: QueryDict, by: Position) -> Unsent:
    """Keep what somebody typed so far in the form with this address and key, in the place of what was kept before.

    The first time leaves a line in the record; the others are the same deed going on. Call it inside
    `sharing.identity.acting`. Raises NotKept when there is too much of it.
    """
    (address, key), today = at, timezone.localdate()
    text = told.urlencode()
    mine = Unsent.objects.visible_to(by, today)
    row = mine.filter(address=address, idempotency_key=key).first()
    if len(text) > LARGEST or (row is None and mine.count() >= MOST):
        raise NotKept
    if is_first := row is None:
        remove_what_is_over(Unsent, today)
        row = Unsent(author=by, address=address, idempotency_key=key)
    days = keeping_settings_on(by.region, today).draft_days
    row.compartment, row.kept_at, row.until_on = compartment, timezone.now(), today + timedelta(days=days)
    row.seal(text)
    row.save(force_insert=is_first)
    if is_first:
        note(Deed.FORM_KEPT, by=by, file_id=compartment.file_id, access=writing_in(compartment.file_id, by))
    return row


def forget(*, address: str, key: UUID, by: Position) -> None:
    """Remove what was kept of a form that is recorded now. Call it inside `sharing.identity.acting`.

    It is the own row of whoever acts, named by its whole key, and the second wall judges it as always; so the parts that are
    open are not looked up again. Every form that is sent comes here, and most had nothing kept.
    """
    with connection.cursor() as cursor:
        cursor.execute(FORGET, {"author": by.pk, "address": address, "key": key})


def throw_away(id: UUID, *, by: Position) -> None:
    """Remove an unfinished form that is not wanted. Call it inside `sharing.identity.acting`."""
    Unsent.objects.visible_to(by, timezone.localdate()).filter(pk=id).delete()
