"""One trajectory with a note in every part of its file, and ways to ask the three answers: policy, database and browser."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import Error, connection, transaction
from django.db.models.functions import Now
from django.test import Client
from zeal import zeal_ignore

from tests.review.people import officer_inside, with_purpose
from tests.scene import TODAY, Scene
from vlechtwerk.consent.models import Item
from vlechtwerk.consent.sharing import Agreement, Answer
from vlechtwerk.dossier.actions import Draft, item_of, new_note
from vlechtwerk.dossier.models import Note, NoteKind
from vlechtwerk.dossier.sealing import seal
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.granting import Giving, end_access, give_access
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Compartment, File, Grant, Involvement
from vlechtwerk.sharing.policy import GRANTABLE, Basis, Kind, Verb, basis_of, verbs_by_grant

WORK, CARE, CARER = Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER
CHAIN = (WORK, CARE, Role.NETWORK_COORDINATOR, Role.WORK_PROVIDER, CARER)
"""In which order access is given."""
EVERYBODY = frozenset(Role)
AGREED = Agreement(EVERYBODY, "om te werken", date(2026, 4, 20), Answer.AGREED_TOGETHER, date(2026, 10, 20))
SAID = Draft(date(2026, 4, 20), NoteKind.CONTACT, EntryClass.ADMINISTRATIVE, "", (Role.CLIENT, WORK), agreed=AGREED)


@dataclass(frozen=True)
class World:
    """A scene with its file; a canary is the text of the note that stands in a part."""

    scene: Scene

    @property
    def file(self) -> File:
        """The file, as it is stored now."""
        return File.objects.get(pk=self.scene.case.file_id)

    @property
    def url(self) -> str:
        """The address of the notes."""
        return f"{self.scene.url}luik/"

    def position(self, role: Role) -> Position:
        """Who has a role in the file; the data-protection officer opens it first."""
        if role is Role.DATA_PROTECTION_OFFICER:
            return officer_inside(self.scene)
        return self.scene.client if role is Role.CLIENT else self.scene.cast[role]

    def everybody(self) -> dict[Role, Position]:
        """Who takes part, by role."""
        return {**self.scene.cast.members, Role.CLIENT: self.scene.client}

    def parts(self) -> list[Compartment]:
        """The parts of the file."""
        return list(Compartment.objects.filter(file=self.file).order_by("id"))

    def part(self, kind: Kind, role: Role | None = None) -> Compartment:
        """A part by its kind; of the own notes, that of the organisation of a role."""
        organisation = self.position(role).organisation if role else None
        return Compartment.objects.get(file=self.file, kind=kind, organisation=organisation)

    def give(self, role: Role, *kinds: Kind, by: Role = WORK) -> list[Grant]:
        """Give a role access to parts, all that can be given when none is named."""
        to = Involvement.objects.get(file=self.file, capacity=role)
        possible = [kind for kind in GRANTABLE if verbs_by_grant(role, kind)]
        return give_access(Giving(to, kinds or possible, "nodig voor het traject"), by=self.position(by))

    def give_all(self) -> None:
        """Give everybody all access that can be given."""
        for role in CHAIN:
            self.give(role)

    def lacking(self, role: Role) -> Involvement:
        """The part of a role in the file, without any access that was given."""
        for grant in Grant.objects.filter(until_on=None, involvement__capacity=role):
            end_access(grant, by=self.position(WORK))
        return Involvement.objects.get(file=self.file, capacity=role)

    def end_all(self) -> None:
        """End all access that was given."""
        with zeal_ignore():
            for grant in Grant.objects.filter(until_on=None):
                end_access(grant, by=self.position(WORK))

    def write(self, part: Compartment, role: Role, text: str, on: date = TODAY) -> Note:
        """Store a note past the rules of writing, but not past the walls."""
        with acting(self.position(role), on):
            return stored(part, self.position(role), role, text)

    def may(self, role: Role, verb: Verb, *, granted: bool) -> set[UUID]:
        """The first answer: in which parts the policy lets a role do something, with or without all grants."""
        stage, mine = self.file.stage_on(TODAY), self.position(role).organisation_id
        found = set()
        for part in self.parts():
            basis = basis_of(role, Kind(part.kind), verb, stage)
            own = basis is Basis.ORGANISATION and part.organisation_id == mine
            if basis in {Basis.INVOLVEMENT, Basis.EMERGENCY} or own or (basis is Basis.GRANT and granted):
                found.add(part.pk)
        return found

    def visitor(self, role: Role | None) -> Client:
        """The browser of a role, or of an outsider."""
        if role is None:
            return self.scene.as_outsider()
        return with_purpose(self.position(role), self.scene.case)


def stored(part: Compartment, author: Position, role: Role, text: str) -> Note:
    """Store a note for everybody who may read its part, inside `acting`."""
    item: Item = item_of(part, SAID, by=author, capacity=role)
    item.save(force_insert=True)
    note = new_note(item, SAID)
    note.text = text
    seal([note])
    note.save(force_insert=True)
    return note


def alone_for(world: World, audience: Iterable[Role], by: Role = WORK) -> Note:
    """Close every item of the file, and let somebody share one note in the shared part with these capacities alone."""
    Item.objects.filter(file=world.file).update(closed_at=Now())
    author = world.position(by)
    with acting(author, TODAY):
        item: Item = item_of(world.part(Kind.SHARED), SAID, by=author, capacity=by)
        item.audience = [str(one) for one in audience]
        item.save(force_insert=True)
        note = new_note(item, replace(SAID, text="Wat gezegd werd."))
        note.save(force_insert=True)
    return note


def canary(part: Compartment | UUID) -> str:
    """The text of the note in a part."""
    return f"KANARIE-{part.pk if isinstance(part, Compartment) else part}"


def fill(world: World) -> None:
    """Put a note in every part in which anybody may write."""
    world.give_all()
    for part in world.parts():
        for role in world.everybody():
            if part.pk in world.may(role, Verb.WRITE, granted=True):
                world.write(part, role, canary(part))
                break
    world.end_all()


def read_in_database(position: Position, on: date = TODAY) -> set[UUID]:
    """The second answer: the parts of which the database gives notes, asked without any condition."""
    with acting(position, on), connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT compartment_id FROM dossier_note")
        return {row[0] for row in cursor.fetchall()}


def database_takes(position: Position, part: Compartment, on: date = TODAY) -> bool:
    """Whether the database lets a position add a note to a part; the note is taken away again."""
    try:
        with undone(), acting(position, on):
            stored(part, position, Role(position.role), "proef")
    except Error as error:
        if "row-level security" not in str(error):
            raise
        return False
    return True


@contextmanager
def undone() -> Iterator[None]:
    """Take back what was done in the block."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def told(part: Compartment, **more: Any) -> dict[str, Any]:
    """The answers of a form for a note."""
    return {
        "idempotency_key": str(uuid4()),
        "compartment": str(part.pk),
        "kind": "contact",
        "happened_on": "2026-04-20",
        "attendees": ["client", "work_case_manager"],
        "entry_class": "administrative",
        "text": "Fien wil halftijds beginnen.",
        "audience": ["work_case_manager", "care_case_manager"],
        **more,
    }
