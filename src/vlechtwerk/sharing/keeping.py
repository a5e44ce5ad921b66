"""What the owner of the tables does with data keys: wrap them anew, destroy them, count them. The program itself cannot."""

from collections import Counter
from uuid import UUID

from django.db import connection, transaction
from django.db.models.functions import Now

from vlechtwerk.audit.actions import AccountOnly, note
from vlechtwerk.audit.models import Verb
from vlechtwerk.sharing.identity import keeping
from vlechtwerk.sharing.models import CompartmentKey
from vlechtwerk.sharing.sealing import ring, unwrap, wrap

BATCH = 500


def rotate(batch: int = BATCH) -> int:
    """Wrap every data key with the newest deployment key, and return how many were not yet.

    Each batch is stored by itself, so that an interrupted run goes on where it stopped; reading goes on meanwhile. A key whose
    deployment key is not in the file is left as it is: `wrapped_by` tells about those. Raises Tampered for a damaged key.
    """
    done, size = 0, batch
    while size == batch:
        size = _rotate_some(batch)
        done += size
    return done


def _rotate_some(batch: int) -> int:
    held = ring()
    earlier = [name for name in held.keys if name != held.newest]
    with keeping():
        waiting = CompartmentKey.objects.filter(wrapped_by__in=earlier, destroyed_at=None)
        rows = list(waiting.select_for_update().order_by("id")[:batch])
        for row in rows:
            wrap(row, unwrap(row, held), held)
        CompartmentKey.objects.bulk_update(rows, ["wrapped", "wrapped_by"])
    return len(rows)


@transaction.atomic
def destroy(*, file_id: UUID, by: AccountOnly) -> int:
    """Destroy the data keys of a file: what was sealed in it can never be read again. Return how many there were.

    A line in the record tells it. Copies of the database of before still hold the wrapped keys: see docs/operate/keys.md.
    """
    with keeping():
        alive = CompartmentKey.objects.filter(compartment__file_id=file_id, destroyed_at=None)
        destroyed = alive.update(wrapped=None, destroyed_at=Now())
    if destroyed:
        note(Verb.KEYS_DESTROYED, by=by, file_id=file_id)
    return destroyed


def wrapped_by() -> Counter[str]:
    """How many data keys are wrapped with each deployment key, by its name; destroyed ones do not count."""
    with keeping():
        return Counter(CompartmentKey.objects.filter(destroyed_at=None).values_list("wrapped_by", flat=True))


def give_back_space() -> None:
    """Write the table with keys anew, so that destroyed ones are not left in its old pages. Not inside a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (FULL) sharing_compartmentkey")
