"""Sealing what a care organisation writes for itself, so that the database, its copies and its managers cannot read it.

Each part of a file has a data key. It is stored wrapped with a deployment key, which stands in a file outside the database,
and behind the second wall: for whom the part does not exist, neither does its key. What is sealed opens only in the table, the
row and the part for which it was sealed. Call these inside `sharing.identity.acting`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from django.conf import settings

from vlechtwerk.sharing import crypto
from vlechtwerk.sharing.crypto import Tampered
from vlechtwerk.sharing.keyring import Keyring, read_keyring
from vlechtwerk.sharing.models import CompartmentKey

FORM = b"\x01"
"""The first byte of what is sealed: how it was done. The identifier of the data key follows it."""
HEAD = len(FORM) + 16
KEY_TABLE = "sharing_compartmentkey"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something sealed stands: the name of the table, the row and the part of the file."""

    table: str
    row_id: UUID
    compartment_id: UUID

    def bound_to(self, key_id: UUID) -> bytes:
        """The place with the data key, as bytes in which none can be taken for another."""
        return b"\0".join((FORM, self.table.encode(), self.row_id.bytes + self.compartment_id.bytes + key_id.bytes))


class Shut(StrEnum):
    """Why something sealed cannot be read by who may: its key was destroyed, or the deployment key is not there now."""

    DESTROYED = "destroyed"
    LOCKED = "locked"


class CannotOpen(LookupError):
    """Something sealed cannot be read now, or never again; `shut` tells which."""

    def __init__(self, shut: Shut) -> None:
        """Keep why."""
        super().__init__(shut.value)
        self.shut = shut


class KeyMissing(RuntimeError):
    """A data key is wrapped with a deployment key that is not in the file."""

    def __init__(self, name: str) -> None:
        """Name the deployment key."""
        super().__init__(
            f"The deployment key {name} is not in the file that VLECHTWERK_KEYS_FILE names. Put it back from the copy that"
            " was kept; see docs/operate/keys.md."
        )


def seal_bytes(place: Place, data: bytes) -> bytes:
    """Seal one thing; see `seal_all`."""
    return seal_all([(place, data)])[0]


def open_bytes(place: Place, sealed: bytes) -> bytes:
    """Open one thing. Raises CannotOpen when its key is destroyed or locked away, and Tampered; see `open_all`."""
    found = open_all([(place, sealed)])[0]
    if isinstance(found, Shut):
        raise CannotOpen(found)
    return found


def seal_all(things: Sequence[tuple[Place, bytes]]) -> list[bytes]:
    """Seal each of these for its place. A part that has no data key yet gets one: whoever may write there may make it.

    Raises KeyMissing when a part has a key that cannot be used now.
    """
    keys = _keys_to_seal({place.compartment_id for place, _ in things})
    return [FORM + key_id.bytes + crypto.seal(key, data, place.bound_to(key_id))
            for place, data in things for key_id, key in [keys[place.compartment_id]]]  # fmt: skip


def open_all(things: Sequence[tuple[Place, bytes]]) -> list[bytes | Shut]:
    """Open each of these, with one query for all keys; or tell why one is shut.

    Raises Tampered when something was changed, or stands in another place than it was sealed for.
    """
    rows = _rows({place.compartment_id for place, _ in things}) if things else []
    stored = {(row.pk, row.compartment_id): row for row in rows}
    unwrapped: dict[UUID, bytes | Shut] = {}
    return [_opened(place, sealed, stored, unwrapped) for place, sealed in things]


def _opened(
    place: Place,
    sealed: bytes,
    stored: dict[tuple[UUID, UUID], CompartmentKey],
    unwrapped: dict[UUID, bytes | Shut],
) -> bytes | Shut:
    """One thing; keys that were unwrapped are kept for the next."""
    if sealed[:1] != FORM or len(sealed) < HEAD:
        raise Tampered("this was not sealed by this program")
    key_id = UUID(bytes=sealed[1:HEAD])
    row = stored.get((key_id, place.compartment_id))
    if row is None:
        raise Tampered("this was sealed with a key of another part, or its key was removed past the program")
    if key_id not in unwrapped:
        unwrapped[key_id] = _unwrapped_or_shut(row)
    key = unwrapped[key_id]
    return key if isinstance(key, Shut) else crypto.unseal(key, sealed[HEAD:], place.bound_to(key_id))


def _unwrapped_or_shut(row: CompartmentKey) -> bytes | Shut:
    if row.destroyed_at is not None:
        return Shut.DESTROYED
    try:
        return unwrap(row, ring())
    except KeyMissing:
        return Shut.LOCKED


def _keys_to_seal(parts: set[UUID]) -> dict[UUID, tuple[UUID, bytes]]:
    """The data key in use of each of these parts, made where there is none."""
    held = _in_use(parts)
    if lacking := parts - held.keys():
        # Somebody else may make one at this moment: then that is the one.
        CompartmentKey.objects.bulk_create([_fresh(part) for part in lacking], ignore_conflicts=True)
        held |= _in_use(lacking)
    return {part: (row.pk, unwrap(row, ring())) for part, row in held.items()}


def _in_use(parts: Iterable[UUID]) -> dict[UUID, CompartmentKey]:
    return {row.compartment_id: row for row in _rows(parts) if row.destroyed_at is None}


def _rows(parts: Iterable[UUID]) -> list[CompartmentKey]:
    return list(CompartmentKey.objects.filter(compartment_id__in=parts))


def _fresh(part: UUID) -> CompartmentKey:
    row = CompartmentKey(compartment_id=part)
    wrap(row, crypto.fresh_key(), ring())
    return row


def wrap(row: CompartmentKey, key: bytes, held: Keyring) -> None:
    """Put a data key in its row, wrapped with the newest deployment key."""
    row.wrapped_by = held.newest
    row.wrapped = crypto.seal(held.keys[held.newest], key, _place_of(row))


def unwrap(row: CompartmentKey, held: Keyring) -> bytes:
    """The data key of a row. Raises KeyMissing without its deployment key, and Tampered when it is not as it was wrapped."""
    if row.wrapped is None or row.wrapped_by not in held.keys:
        raise KeyMissing(row.wrapped_by)
    return crypto.unseal(held.keys[row.wrapped_by], bytes(row.wrapped), _place_of(row))


def _place_of(row: CompartmentKey) -> bytes:
    return Place(KEY_TABLE, row.pk, row.compartment_id).bound_to(row.pk)


def ring() -> Keyring:
    """The deployment keys as they stand in the file now: a key that was added or taken away counts at once."""
    file: Path = settings.KEYS_FILE
    found = file.stat()
    return _read(file, found.st_mtime_ns, found.st_ino)


@lru_cache(maxsize=4)
def _read(file: Path, changed_ns: int, inode: int) -> Keyring:
    return read_keyring(file.read_text(encoding="utf-8"))
