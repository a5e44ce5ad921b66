"""Writing notes in the confidential file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vlechtwerk.audit.actions import note as note_deed
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.dossier.models import Note, NoteKind
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass, sensitive_entry_rests_on_consent
from vlechtwerk.rules.activation.duties.first_meeting import ContactNote, conversation_is_recorded
from vlechtwerk.rules.activation.duties.follow_up import provider_changes_own_entries_only
from vlechtwerk.rules.activation.duties.team import talk_is_with_the_participant
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.kernel import Findings, Shortfall
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.access import open_compartments
from vlechtwerk.sharing.granting import capacities_of
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Kind, Verb

RULES = {rule.function: rule for rule in BOOK}


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody wants to write down; the words are those of `Note`."""

    happened_on: date
    kind: NoteKind
    entry_class: EntryClass
    text: str
    attendees: tuple[Role, ...] = ()
    client_absence: str = ""


class NoteRefused(Exception):
    """Rules refuse a note. `reasons` are the rules with what is missing."""

    def __init__(self, reasons: tuple[Reason, ...]) -> None:
        """Keep the reasons."""
        super().__init__(", ".join(reason.rule.id for reason in reasons))
        self.reasons = reasons


class PartNotOpen(LookupError):
    """The part of the file, or the note in it that is corrected, is not open to whoever writes."""


@transaction.atomic
def write_note(
    *, compartment: Compartment, draft: Draft, by: Position, key: UUID, corrects: Note | None = None
) -> Note:
    """Write a note in a part of a file, or another one in the place of a note of one's own.

    A second call with the same `key` changes nothing and returns the same note. Call it inside `sharing.identity.acting`.
    Raises NoteRefused when rules refuse it, and PartNotOpen when nothing may be written there or corrected.
    """
    parts = open_compartments(by, Verb.WRITE, timezone.localdate())
    if not parts.filter(pk=compartment.pk).exists() or (corrects and corrects.compartment_id != compartment.pk):
        raise PartNotOpen
    if earlier := Note.objects.filter(author=by, idempotency_key=key).first():
        return earlier
    asked = dict(_asked(compartment, draft, by, corrects))
    if reasons := tuple(reason for reason in asked.values() if reason):
        raise NoteRefused(reasons)
    if corrects and corrects.corrected_by.exists():
        raise PartNotOpen
    note = new_note(compartment, draft, by)
    note.idempotency_key, note.corrects = key, corrects
    note.save(force_insert=True)
    note_deed(Deed.NOTE_WRITTEN, by=by, file_id=compartment.file_id, rules=asked)
    return note


def new_note(compartment: Compartment, draft: Draft, by: Position) -> Note:
    """A note that is not stored yet."""
    return Note(
        compartment=compartment,
        author=by,
        happened_on=draft.happened_on,
        kind=draft.kind,
        entry_class=draft.entry_class,
        text=draft.text.strip(),
        attendees=[str(role) for role in draft.attendees],
        client_absence="" if Role.CLIENT in draft.attendees else draft.client_absence.strip(),
    )


def _asked(
    compartment: Compartment, draft: Draft, by: Position, corrects: Note | None
) -> Iterator[tuple[str, Reason | None]]:
    """The rules about a note by their id, each with what it has against the note."""
    attendees, today = frozenset(draft.attendees), timezone.localdate()
    case_manager = next(iter(CASE_MANAGERS & capacities_of(by, compartment.file_id, today)), None)
    if draft.kind is not NoteKind.OWN_NOTE:
        yield _ask(talk_is_with_the_participant, attendees, draft.client_absence.strip())
    if draft.kind is not NoteKind.OWN_NOTE and case_manager:
        conversation = ContactNote(draft.happened_on, attendees, draft.text, case_manager)
        yield _ask(conversation_is_recorded, conversation)
    if compartment.kind != Kind.CARE_OWN:
        yield _ask(sensitive_entry_rests_on_consent, draft.entry_class, has_consent=False)
    if corrects:
        yield _ask(provider_changes_own_entries_only, str(corrects.author_id), str(by.pk))


def _ask(function: Callable[..., Findings], *given: Any, **named: Any) -> tuple[str, Reason | None]:
    rule, missing = RULES[function], function(*given, **named)
    return rule.id, Reason(rule, Shortfall(missing=missing)) if missing else None
