"""What the pages about requests show: to officers by reference, to the client in her own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from vlechtwerk.retention.asked import Asked
from vlechtwerk.retention.facts import answering_on
from vlechtwerk.retention.queries import references
from vlechtwerk.retention.request_rows import Right
from vlechtwerk.retention.request_words import NAMES, RIGHTS, TOLD
from vlechtwerk.texts.labels import sentence
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.shapes import Cell, Column, Fact


@dataclass(frozen=True, slots=True)
class Told:
    """Something that was done with a request: in short, on which day, and in which words."""

    title: str
    on: date
    words: str


@dataclass(frozen=True, slots=True)
class ShownRequest:
    """A request as the client reads it back; `due` is empty once it was answered, and `leads_to` is where she can go on."""

    title: str
    asked_on: date
    words: str
    due: date | None
    steps: Sequence[Told]
    is_late: bool


def shown(one: Asked, today: date) -> ShownRequest:
    """A request in the words of the client."""
    return ShownRequest(
        title=str(RIGHTS[one.request.right]),
        asked_on=one.request.asked_on,
        words=one.words.get(None, ""),
        due=None if one.answer else one.due_on,
        steps=told_steps(one),
        is_late=one.is_late(today),
    )


def told_steps(one: Asked) -> list[Told]:
    """What was done with a request, in order."""
    steps = sorted(one.steps.items(), key=lambda pair: pair[1].pk)
    return [Told(str(TOLD[done]), step.on, one.words.get(step.pk, "")) for done, step in steps]


def list_page(found: Sequence[Asked], today: date) -> tuple[dict[str, Any], list[UUID]]:
    """What waits for an answer; and the files that stand on the page."""
    files = [one.request.file_id for one in found]
    names = references(files)
    columns = (_("trajectory"), _("what is asked"), _("came in on"), _("to answer by"))
    context = {
        "columns": [Column(one) for one in columns],
        "rows": [_row(one, names, today) for one in found],
        "late": sum(one.is_late(today) for one in found),
    }
    return context, files


def _row(one: Asked, names: dict[UUID, str], today: date) -> tuple[Cell, ...]:
    late, due = one.is_late(today), long_date(one.due_on)
    told = _("%(day)s, late") % {"day": due} if late else _("answered: the use is restricted") if one.answer else due
    return (
        Cell(names[one.request.file_id], url=reverse("right", args=[one.request.pk])),
        Cell(str(NAMES[one.request.right])),
        Cell(long_date(one.request.asked_on)),
        Cell(told, tone="late" if late else ""),
    )


def officer_page(one: Asked, today: date) -> dict[str, Any]:
    """One request with its words and its term."""
    term = answering_on(one.request.asked_on)
    told = {
        _("trajectory"): references([one.request.file_id])[one.request.file_id],
        _("what is asked"): str(NAMES[one.request.right]),
        _("came in on"): long_date(one.request.asked_on),
        _("to answer by"): long_date(one.due_on),
        _("term"): _("%(months)s month, with %(more)s more when it is extended in time: %(source)s")
        % {"months": term.months, "more": term.extra_months, "source": term.source},
    }
    return {
        "title": sentence(str(NAMES[one.request.right])),
        "facts": [Fact(name, value) for name, value in told.items()],
        "words": one.words.get(None, ""),
        "steps": told_steps(one),
        "late": one.is_late(today),
        "erases": one.request.right == Right.ERASURE,
    }
