"""Writing notes in the confidential file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from vlechtwerk.audit.actions import note as note_deed
from vlechtwerk.audit.models import Part
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.consent.actions import Place, new_item, own_item, replace, share
from vlechtwerk.consent.informing import TOLD_ON, asked_when_told_on
from vlechtwerk.consent.models import Item, ItemKind
from vlechtwerk.consent.sharing import Agreement, Sharing, asked_about
from vlechtwerk.dossier.models import Note, NoteKind
from vlechtwerk.dossier.sealing import seal
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.asking import Asked, RefusedByRules, ask
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.activation.duties.first_meeting import ContactNote, conversation_is_recorded
from vlechtwerk.rules.activation.duties.follow_up import provider_changes_own_entries_only
from vlechtwerk.rules.activation.duties.rights import CONTACT_INTERVAL
from vlechtwerk.rules.activation.duties.team import talk_is_with_the_participant
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.access import OwnAccess
from vlechtwerk.sharing.granting import acting_capacity
from vlechtwerk.sharing.models import Compartment, SignalKind
from vlechtwerk.sharing.policy import Kind, Verb
from vlechtwerk.sharing.reading import writing
from vlechtwerk.sharing.signals import move_signals
from vlechtwerk.sharing.storing import store

BEFORE = "SELECT (SELECT id FROM dossier_note WHERE author_id = %(author)s AND idempotency_key = %(key)s), {told_on}"
NOT_SHARED = Agreement()
"""What is agreed about a note of the own organisation: it is shared with nobody."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody wants to write down, and what was agreed about sharing it; the words are those of `Note`."""

    happened_on: date
    kind: NoteKind
    entry_class: EntryClass
    text: str
    attendees: tuple[Role, ...] = ()
    client_absence: str = ""
    agreed: Agreement = NOT_SHARED

    def sharing(self, by: Role) -> Sharing:
        """How it is shared by somebody in a capacity."""
        return Sharing(by, self.entry_class, self.text.strip(), self.agreed)


class NoteRefused(RefusedByRules):
    """Rules refuse a note."""


class PartNotOpen(LookupError):
    """The part of the file, or the note in it that is corrected, is not open to whoever writes."""


def write_note(
    *, compartment: Compartment, draft: Draft, own: OwnAccess, key: UUID, corrects: Note | None = None
) -> Note:
    """Write a note in a part of a file, or another one in the place of a note of one's own.

    `own` is the access of the writer. A second call with the same `key` changes nothing and returns the same note. Call it
    inside `sharing.identity.acting`, in whose transaction everything is stored; what is refused is refused before anything is.
    What comes back of an own note is sealed.
    Raises NoteRefused when rules refuse it, and PartNotOpen when nothing may be written there or corrected.
    """
    by = own.position
    if not own.may(Verb.WRITE, compartment) or (corrects and corrects.compartment_id != compartment.pk):
        raise PartNotOpen
    earlier, told_on = _before(compartment.file_id, key, by)
    if earlier:
        return Note.objects.get(pk=earlier)
    mine = frozenset(Role(one.capacity) for one in own.involved)
    informing = asked_when_told_on(told_on, timezone.localdate())
    asked = dict([informing, *_asked(compartment, draft, by=by, mine=mine, corrects=corrects)])
    if reasons := tuple(reason for reason in asked.values() if reason):
        raise NoteRefused(*reasons)
    if corrects and corrects.corrected_by.exists():
        raise PartNotOpen
    with transaction.atomic(savepoint=False):
        if corrects:
            replace(corrects.item)
        note = new_note(_stored_item(compartment, draft, by, acting_capacity(by, mine)), draft)
        note.idempotency_key, note.corrects = key, corrects
        _store(note)
        access = writing(by, own.involved, Part.CONFIDENTIAL)
        note_deed(Deed.NOTE_WRITTEN, by=by, file_id=compartment.file_id, rules=asked, access=access)
    return note


def _store(note: Note) -> None:
    """Store a note, sealed when it is an own one; a talk with the client moves what asks for the next one."""
    seal([note])
    store(note)
    if {Role.CLIENT, Role.WORK_CASE_MANAGER} <= set(note.attendees):
        file_id = note.compartment.file_id
        move_signals(file_id, SignalKind.RIGHTS_CONTACT, due_on=CONTACT_INTERVAL.after(note.happened_on))


def _before(file_id: UUID, key: UUID, by: Position) -> tuple[UUID | None, date | None]:
    """The note that was written with this form already, nearly always none, and on which day the client was told first."""
    with connection.cursor() as cursor:
        cursor.execute(BEFORE.format(told_on=TOLD_ON), {"author": by.pk, "key": key, "file": file_id})
        earlier, told_on = cursor.fetchone()
    return earlier, told_on


def _stored_item(compartment: Compartment, draft: Draft, by: Position, capacity: Role) -> Item:
    """The item that a note becomes. In the own notes of care it is for the team, elsewhere for whom it was agreed."""
    if compartment.kind != Kind.CARE_OWN:
        return share(Place(compartment, ItemKind.NOTE), draft.sharing(capacity), by=by)
    item = item_of(compartment, draft, by=by, capacity=capacity)
    store(item)
    return item


def item_of(compartment: Compartment, draft: Draft, *, by: Position, capacity: Role) -> Item:
    """The item of a note that is not stored yet, without the consents that it may need."""
    place = Place(compartment, ItemKind.NOTE)
    if compartment.kind == Kind.CARE_OWN:
        return own_item(place, by=by, capacity=capacity, entry_class=draft.entry_class)
    return new_item(place, draft.sharing(capacity), by=by)


def new_note(item: Item, draft: Draft) -> Note:
    """The note of an item, not stored yet."""
    return Note(
        item=item,
        compartment=item.compartment,
        author=item.author,
        why="" if item.compartment.kind == Kind.CARE_OWN else draft.agreed.why.strip(),
        happened_on=draft.happened_on,
        kind=draft.kind,
        entry_class=draft.entry_class,
        text=draft.text.strip(),
        attendees=[str(role) for role in draft.attendees],
        client_absence="" if Role.CLIENT in draft.attendees else draft.client_absence.strip(),
    )


def _asked(
    compartment: Compartment, draft: Draft, *, by: Position, mine: frozenset[Role], corrects: Note | None
) -> Iterator[Asked]:
    """The rules about a note by their id, each with what it has against the note."""
    attendees, today = frozenset(draft.attendees), timezone.localdate()
    case_manager = next(iter(CASE_MANAGERS & mine), None)
    if draft.kind is not NoteKind.OWN_NOTE:
        yield ask(talk_is_with_the_participant, attendees, draft.client_absence.strip())
    if draft.kind is not NoteKind.OWN_NOTE and case_manager:
        conversation = ContactNote(draft.happened_on, attendees, draft.text, case_manager)
        yield ask(conversation_is_recorded, conversation)
    if compartment.kind != Kind.CARE_OWN:
        yield from asked_about(draft.sharing(acting_capacity(by, mine)), today)
    if corrects:
        yield ask(provider_changes_own_entries_only, str(corrects.author_id), str(by.pk))
