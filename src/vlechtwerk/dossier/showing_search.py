"""What the template of the search needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from vlechtwerk.dossier import words as names
from vlechtwerk.dossier.models import Note
from vlechtwerk.dossier.search import MOST, Found, excerpt


@dataclass(frozen=True)
class ShownResult:
    """A note that was found: about whom, and the piece with the word. `url` leads to the confidential file."""

    id: UUID
    person: str
    title: str
    happened_on: date
    excerpt: str
    author: str
    part: str
    url: str


def results(found: Found, words: Iterable[str]) -> dict[str, Any]:
    """The notes that were found, newest first."""
    wanted = tuple(words)
    shown = [_result(note, found.cases[note.compartment.file_id], wanted) for note in found.notes]
    return {"found": shown, "number": len(shown), "more": found.more, "most": MOST}


def _result(note: Note, case: UUID, words: tuple[str, ...]) -> ShownResult:
    told = " ".join(part for part in (note.text, note.client_absence) if part)
    return ShownResult(
        id=note.pk,
        person=str(note.compartment.file.person),
        title=str(names.KINDS[note.kind]),
        happened_on=note.happened_on,
        excerpt=excerpt(told, words),
        author=f"{note.author.account.name}, {note.author.organisation.name}",
        part=names.part_name(note.compartment),
        url=reverse("dossier", args=[case]),
    )
