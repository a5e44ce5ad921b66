"""Notes that a care organisation writes for itself: their words stand sealed in the database (`sharing.sealed_texts`)."""

from collections.abc import Iterable

from vlechtwerk.dossier.models import Note
from vlechtwerk.sharing.sealed_texts import open_texts, seal_texts

TABLE, TEXTS = "dossier_note", ("text", "client_absence")


def seal(notes: Iterable[Note]) -> None:
    """Take the words of own notes out of sight, right before they are stored. Raises KeyMissing."""
    seal_texts(TABLE, notes, TEXTS)


def opened(notes: Iterable[Note]) -> list[Note]:
    """The notes with their words, with one query for all keys; one that gave none has `shut`. Raises Tampered."""
    return open_texts(TABLE, notes, TEXTS)
