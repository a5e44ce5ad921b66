"""What the templates of the confidential file need, page by page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vlechtwerk.consent.models import Remark
from vlechtwerk.consent.queries import Beside, beside
from vlechtwerk.dossier import words
from vlechtwerk.dossier.forms import NoteForm, PurposeForm
from vlechtwerk.dossier.models import Note
from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.dossier.sealing import opened
from vlechtwerk.dossier.sharing_forms import SHARING, SharingForm
from vlechtwerk.dossier.talks import three_way_hint
from vlechtwerk.dossier.watching import quiet
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.working_notes import questions_before_writing
from vlechtwerk.rules.assessment import Reason as Against
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.access import Access, by_compartment
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Kind, Verb
from vlechtwerk.ui.environment import label, long_date
from vlechtwerk.ui.explain import reasons, why
from vlechtwerk.ui.forms import ActionForm, drawn, visible_fields
from vlechtwerk.ui.paging import pager

QUESTIONS = BOOK.rule_of(questions_before_writing)
"""What a professional asks before writing (AT-245)."""
A_PAGE = 50
"""How many notes stand on one page."""


@dataclass(frozen=True)
class ShownRemark:
    """The client's own words, with the day and whether she sees it differently."""

    text: str
    day: str
    disputed: bool


@dataclass(frozen=True)
class ShownNote:
    """A note as it is read. `correct_url` is empty for who did not write it; `states` are those of the consents for it."""

    id: UUID
    title: str
    happened_on: date
    written_on: date
    text: str
    author: str
    part: str
    facts: tuple[str, ...]
    url: str
    correct_url: str = ""
    earlier_url: str = ""
    states: tuple[str, ...] = ()
    remarks: Sequence[ShownRemark] = ()


@dataclass(frozen=True)
class Readers:
    """A part of the file with who reads it now."""

    part: str
    people: tuple[str, ...]
    warning: str = ""


def notes_page(found: Dossier, number: int) -> dict[str, Any]:
    """The notes that the visitor may read, newest first."""
    leaf = Paginator(found.notes, A_PAGE).get_page(number)
    writable = {part.pk for part in found.parts(Verb.WRITE)}
    notes = opened(leaf)
    around = beside([note.item for note in notes])
    return {
        **common(found),
        "notes": _with_earlier(found, notes, [_note(found, note, writable, around) for note in notes]),
        "three_way": reasons(one for one in [three_way_hint(found)] if one),
        "pager": pager(leaf, reverse("dossier", args=[found.case.pk])),
        "may_write": bool(writable),
        "readers": readers(found, found.parts(Verb.READ)),
        "quiet": reasons(quiet(found)),
    }


def _with_earlier(found: Dossier, notes: Sequence[Note], shown: Iterable[ShownNote]) -> list[ShownNote]:
    """The notes with the way to the wording that each corrects, for who still sees that: its author and the client."""
    corrected = {note.pk: note.corrects_id for note in notes if note.corrects_id}
    seen = Note.objects.visible_to(found.position, found.today).filter(pk__in=corrected.values()) if corrected else ()
    items = {one.pk: one.item_id for one in seen}
    urls = {
        pk: reverse("dossier_item", args=[found.case.pk, items[old]]) for pk, old in corrected.items() if old in items
    }
    return [replace(one, earlier_url=urls.get(one.id, "")) for one in shown]


def _note(found: Dossier, note: Note, writable: set[UUID], around: Beside) -> ShownNote:
    own = note.author_id == found.position.pk and note.compartment_id in writable and not note.shut
    url = reverse("dossier_write", args=[found.case.pk])
    return ShownNote(
        id=note.pk,
        title=str(words.KINDS[note.kind]),
        happened_on=note.happened_on,
        written_on=localtime(note.written_at).date(),
        text=words.readable(note),
        author=f"{note.author.account.name}, {note.author.organisation.name}",
        part=words.part_name(note.compartment),
        facts=tuple(_facts(note)),
        url=reverse("dossier_item", args=[found.case.pk, note.item_id]),
        correct_url=f"{url}?corrects={note.pk}" if own else "",
        states=tuple(_states(found, note, around)),
        remarks=remarks_of(around.remarks.get(note.item_id, ())),
    )


def _states(found: Dossier, note: Note, around: Beside) -> Iterable[str]:
    """Where the consents for a note stand, for the author and the client; whoever else reads it just reads it."""
    if note.author_id == found.position.pk or found.is_client:
        yield from words.states(around.consents.get(note.item_id, ()), found.today, to_client=found.is_client)


def remarks_of(remarks: Iterable[Remark]) -> list[ShownRemark]:
    """The client's remarks as they are shown."""
    return [
        ShownRemark(words.readable(one), long_date(localtime(one.written_at).date()), one.disputed) for one in remarks
    ]


def _facts(note: Note) -> Iterable[str]:
    if note.attendees:
        people = ", ".join(label("role", one) for one in note.attendees)
        yield _("Took part: %(people)s.") % {"people": people}
    if note.client_absence:
        yield _("The participant was not there: %(reason)s") % {"reason": note.client_absence}
    yield _("Kind of information: %(kind)s.") % {"kind": words.CLASSES[note.entry_class]}
    if note.corrects_id:
        corrected = {"day": long_date(localtime(note.written_at).date())}
        yield _("Corrected on %(day)s. The author and the participant still see the earlier wording.") % corrected


def write_page(found: Dossier, form: NoteForm, against: Iterable[Against] = ()) -> dict[str, Any]:
    """The form to write a note, with who will read it in each part."""
    return {
        **common(found),
        **in_two(form),
        "questions": [_(text) for text in QUESTIONS.points.values()],
        "questions_why": why(QUESTIONS),
        "examples": words.EXAMPLES,
        "readers": readers(found, form.parts.values()),
        "reasons": reasons(against),
        "is_correction": bool(form.initial.get("corrects")),
        "explains": not CASE_MANAGERS.isdisjoint(one.involvement.capacity for one in found.mine),
    }


def readers(found: Dossier, parts: Iterable[Compartment]) -> list[Readers]:
    """Who reads each part now, from the access that holds today."""
    reading = by_compartment(found.access, Verb.READ)
    return [
        Readers(words.part_name(part), tuple(_name(one) for one in reading.get(part.pk, ())), _warning(found, part))
        for part in parts
    ]


def _warning(found: Dossier, part: Compartment) -> str:
    """What a care provider knows before telling something (AT-251)."""
    mine = {one.involvement.capacity for one in found.mine}
    if part.kind == Kind.SHARED and Role.CARE_PROVIDER in mine:
        return _("What you write here, the work case manager reads too: it is a step towards VDAB and GTB.")
    return ""


def _name(one: Access) -> str:
    return f"{one.involvement.position.account.name} ({label('role', one.involvement.capacity)})"


def purpose_page(id: UUID, form: PurposeForm) -> dict[str, Any]:
    """The question what a look is for; nothing of the file stands on it."""
    return {"id": id, **drawn_unmarked(form)}


def common(found: Dossier) -> dict[str, Any]:
    """What every page of the confidential file shows."""
    return {
        "id": found.case.pk,
        "person": str(found.case.file.person),
        "restricted_on": found.case.file.restricted_on,
        "is_client": found.is_client,
        "may_read": bool(found.parts(Verb.READ)),
        "may_keep_asides": any(part.kind == Kind.CARE_OWN for part in found.parts(Verb.WRITE)),
        "may_see_icf": any(part.kind == Kind.ICF for part in found.parts(Verb.READ)),
    }


def drawn_unmarked(form: ActionForm) -> dict[str, Any]:
    """A form as the templates draw it, without the mark of what may be skipped on choices of people and on sharing."""
    # Not to tick anybody is an answer too, and it is the rules that ask about sharing: neither is marked as one to skip.
    asked = {name for name in SHARING if name != "not_yet_because"}
    fields = [
        replace(one, required=True) if one.kind == "checkboxes" or one.name in asked else one
        for one in visible_fields(form)
    ]
    return {**drawn(form), "fields": fields}


def in_two(form: SharingForm) -> dict[str, Any]:
    """The questions of a form about the content, and those about sharing it."""
    shown = drawn_unmarked(form)
    fields = shown.pop("fields")
    return {
        **shown,
        "fields": [one for one in fields if one.name not in SHARING],
        "sharing": [one for one in fields if one.name in SHARING],
    }
