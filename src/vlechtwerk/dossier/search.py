"""Looking for words in the notes of one's own caseload.

The database narrows down the notes that it can read; own notes are opened and looked through here. What counts is always
decided here, with the same folding as for names, so that both kinds are found by the same words. Nothing is kept of it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Func, Q, TextField

from vlechtwerk.dossier.models import Note, NoteQuerySet
from vlechtwerk.dossier.sealing import opened
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.people.names import WITHOUT_DECOMPOSITION, search_key
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.sharing.policy import CONFIDENTIAL

MOST = 50
"""How many notes are shown; whoever finds more adds a word."""
RELATED = ("author__account", "author__organisation", "compartment__organisation", "compartment__file__person")
SPELLED = {
    form: plain
    for code, plain in WITHOUT_DECOMPOSITION.items()
    for form in (chr(code), chr(code).upper(), *("ẞ" if plain == "ss" else ""))
    if len(form) == 1 and not form.isascii()
}
"""How letters are spelled that Unicode does not take apart, small and capital."""
NO_PLAIN_LETTER = re.compile("[^a-z0-9]")


def _spelled(text: str) -> str:
    for form, plain in SPELLED.items():
        text = f"replace({text}, '{form}', '{plain}')"
    return text


class Plain(Func):
    """Texts as one, without case, accents and signs, as an expression for the database."""

    arg_joiner = " || ' ' || "
    template = f"regexp_replace(lower(normalize({_spelled('%(expressions)s')}, NFKD)), '[^a-z0-9 ]', '', 'g')"
    output_field = TextField()


@dataclass(frozen=True, slots=True)
class Found:
    """The notes with all the words, newest first, with the case of each file; `more` when there are more than are shown."""

    notes: Sequence[Note]
    cases: dict[UUID, UUID]
    more: bool


def words_in(text: str) -> list[str]:
    """The different words that somebody looks for, folded; signs alone are none."""
    return list(dict.fromkeys(search_key(text).split()))


def find(position: Position, today: date, words: Sequence[str]) -> Found:
    """The notes that a position may read today and that hold all these words: four queries, whatever the caseload."""
    readable = Note.objects.visible_to(position, today).filter(
        compartment__kind__in=[str(kind) for kind in CONFIDENTIAL], corrected_by__isnull=True
    )
    notes = readable.select_related(*RELATED)
    candidates = [*opened(notes.filter(sealed__isnull=False)), *_narrowed(notes.filter(sealed__isnull=True), words)]
    having = [note for note in candidates if _has(note, words)]
    having.sort(key=lambda note: (note.happened_on, note.pk), reverse=True)
    shown = having[:MOST]
    return Found(shown, _cases(position, today, {note.compartment.file_id for note in shown}), len(having) > MOST)


def _has(note: Note, words: Iterable[str]) -> bool:
    folded = search_key(note.text, note.client_absence)
    return all(word in folded for word in words)


def _cases(position: Position, today: date, files: set[UUID]) -> dict[UUID, UUID]:
    """The trajectory of each file."""
    visible = Case.objects.visible_to(position, today).filter(file_id__in=files, procedure=ACTIVATION.name)
    return dict(visible.values_list("file_id", "pk"))


def _narrowed(notes: NoteQuerySet, words: Iterable[str]) -> NoteQuerySet:
    """The notes that may hold all the words: none that does is left out.

    The database compares plain letters and digits only, whatever its language is, and leaves everything else out on both sides.
    """
    wanted = Q()
    for word in words:
        wanted &= Q(plain__contains=NO_PLAIN_LETTER.sub("", word))
    return notes.alias(plain=Plain("text", "client_absence")).filter(wanted)


def excerpt(text: str, words: Iterable[str], around: int = 120) -> str:
    """The piece of a text in which the first of these words stands."""
    wanted = tuple(words)
    at = next((one.start() for one in re.finditer(r"\S+", text) if any(w in search_key(one[0]) for w in wanted)), 0)
    first, last = max(0, at - around), at + around
    return f"{'… ' if first else ''}{text[first:last].strip()}{' …' if last < len(text) else ''}"
