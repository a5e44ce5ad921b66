"""Notes that a care organisation writes for itself: sealed before they are stored, opened after they are read.

The database never holds their words; see `sharing.sealing`. Everything else of a note stays as it is for all notes.
"""

import json
from collections.abc import Iterable

from vlechtwerk.dossier.models import Note
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.sharing.sealing import Place, Shut, open_all, seal_all

TABLE = "dossier_note"


def seal(notes: Iterable[Note]) -> None:
    """Take the words of own notes out of sight, right before they are stored; other notes stay as they are.

    Raises KeyMissing when the deployment key is not there.
    """
    own = [note for note in notes if note.compartment.kind == Kind.CARE_OWN and note.sealed is None]
    things = [(place_of(note), wording(note.text, note.client_absence)) for note in own]
    for note, sealed in zip(own, seal_all(things) if own else [], strict=True):
        note.sealed, note.text, note.client_absence = sealed, "", ""


def opened(notes: Iterable[Note]) -> list[Note]:
    """The notes with their words in `text` and `client_absence`, with one query for the keys of all.

    A note of which the key is destroyed or not there has no words, and `shut` says why. Raises Tampered.
    """
    found = list(notes)
    sealed = [(note, bytes(note.sealed)) for note in found if note.sealed is not None]
    answers = open_all([(place_of(note), told) for note, told in sealed])
    for (note, _), answer in zip(sealed, answers, strict=True):
        if isinstance(answer, Shut):
            note.shut = answer
        else:
            note.text, note.client_absence = json.loads(answer)
    return found


def place_of(note: Note) -> Place:
    """Where a note stands."""
    return Place(TABLE, note.pk, note.compartment_id)


def wording(text: str, client_absence: str) -> bytes:
    """What is sealed of a note."""
    return json.dumps([text, client_absence]).encode()
