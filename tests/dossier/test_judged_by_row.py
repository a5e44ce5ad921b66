"""What stands with a row tells the second wall whom its item is open to: the program cannot change it, and both walls agree."""

from collections.abc import Iterable
from uuid import UUID

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.migrations.state import ProjectState
from django.db.models import QuerySet
from django.db.models.functions import Now

from tests.dossier.colleagues import colleague_of
from tests.dossier.world import CARE, CARER, WORK, World, alone_for, undone
from tests.scene import TODAY
from vlechtwerk.config.migrations import as_owner
from vlechtwerk.consent.judging import JudgeByRow
from vlechtwerk.consent.models import Consent, How, Item, State
from vlechtwerk.dossier.models import Note
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Grant, Involvement, InvolvementReason
from vlechtwerk.sharing.policy import Kind

LATER = "2027-01-01"
FORGED = """
INSERT INTO dossier_note (id, item_id, compartment_id, author_id, happened_on, kind, entry_class, text, attendees,
    client_absence, why, idempotency_key, open_to)
SELECT %(id)s, %(id)s, compartment_id, author_id, happened_on, kind, entry_class, text, attendees,
    client_absence, why, gen_random_uuid(), %(names)s
FROM dossier_note WHERE id = %(like)s
"""


@pytest.fixture(autouse=True)
def _everybody_has_access(world: World) -> None:
    """The parts are open; what is judged here are the items."""
    world.give_all()


def seen_by(position: Position, notes: Iterable[Note]) -> list[bool]:
    """Whether a position sees each of these notes; both walls are asked, and have to agree."""
    with acting(position, TODAY), connection.cursor() as cursor:
        cursor.execute("SELECT id FROM dossier_note")
        database = {row[0] for row in cursor.fetchall()}
        program = set(Note.objects.visible_to(position, TODAY).values_list("pk", flat=True))
    assert database == program
    return [note.pk in database for note in notes]


def open_to(note: Note) -> list[str]:
    """What stands with the row of a note, as its author reads it."""
    with acting(note.author, TODAY), connection.cursor() as cursor:
        cursor.execute("SELECT open_to FROM dossier_note WHERE id = %s", [note.pk])
        return sorted(cursor.fetchone()[0])


def consent(note: Note, *audience: Role) -> QuerySet[Consent]:
    """The client's consent to show a note to some."""
    made = Consent.objects.create(
        item_id=note.item_id, audience=[str(one) for one in audience], asked_by=note.author, discussed_on="2026-04-20",
        until_on=LATER, state=State.GIVEN, how=How.TOGETHER,
    )  # fmt: skip
    return Consent.objects.filter(pk=made.pk)


def takes_part_too(world: World, position: Position, capacity: Role) -> Involvement:
    """Let somebody take part in the same file in another capacity, with access to the shared part."""
    found = Involvement.objects.create(
        file=world.file, position=position, capacity=capacity, from_on=TODAY, reason=InvolvementReason.TEAM
    )
    Grant.objects.create(
        involvement=found, compartment=world.part(Kind.SHARED), verbs=["read"], from_on=TODAY,
        granted_by=world.position(WORK), reason="om te zien",
    )  # fmt: skip
    return found


def in_another_file(world: World, position: Position, capacity: Role) -> None:
    """Let somebody take part in another file, so that not all files hear the same capacity."""
    other = type(world.file).objects.create(person=world.file.person)
    Involvement.objects.create(
        file=other, position=position, capacity=capacity, from_on=TODAY, reason=InvolvementReason.TEAM
    )


def test_with_a_row_stand_its_audience_its_author_and_who_sees_everything(world: World) -> None:
    note = alone_for(world, [CARE])
    assert open_to(note) == sorted([str(CARE), str(note.author_id), "*"])


def test_what_the_program_writes_there_itself_is_overwritten(world: World) -> None:
    note, forged = alone_for(world, []), UUID(int=7)
    item = Item.objects.get(pk=note.item_id)
    item.pk = forged
    item.save(force_insert=True)
    with acting(note.author, TODAY):
        connection.cursor().execute(FORGED, {"id": forged, "like": note.pk, "names": ["*", str(CARE), str(CARER)]})
    assert seen_by(world.position(CARE), [Note(pk=forged)]) == [False]
    assert seen_by(world.position(Role.CLIENT), [Note(pk=forged)]) == [True]


@pytest.mark.parametrize(
    "change",
    ["UPDATE dossier_note SET open_to = '{*,care_case_manager}'", "UPDATE dossier_note SET open_to = open_to"],
)
def test_nobody_changes_what_stands_with_a_row(world: World, change: str) -> None:
    note = alone_for(world, [])
    with pytest.raises(DatabaseError, match="never changed"), undone(), acting(note.author, TODAY):
        connection.cursor().execute(change)
    assert seen_by(world.position(CARE), [note]) == [False]


@pytest.mark.parametrize("column", ["audience", "author_id", "compartment_id", "file_id", "entry_class"])
def test_an_item_keeps_what_its_rows_rely_on(world: World, column: str) -> None:
    other = alone_for(world, [WORK, CARE])
    changes = {
        "audience": [str(CARER)], "author_id": world.position(CARE).pk, "entry_class": "sensitive",
        "compartment_id": world.part(Kind.COST).pk, "file_id": UUID(int=1),
    }  # fmt: skip
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Item.objects.filter(pk=other.item_id).update(**{column: changes[column]})


def test_an_item_stands_in_the_file_of_its_part(world: World) -> None:
    note = alone_for(world, [CARE])
    item, other = Item.objects.get(pk=note.item_id), type(world.file).objects.create(person=world.file.person)
    item.pk, item.file = UUID(int=7), other
    with transaction.atomic():
        item.save(force_insert=True)
        with pytest.raises(DatabaseError, match="item_in_the_file_of_its_part"), transaction.atomic():
            connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
        transaction.set_rollback(True)


def test_a_consent_opens_its_item_and_nothing_more_from_the_next_statement_on_after_it_is_taken_back(
    world: World,
) -> None:
    note, care = alone_for(world, []), world.position(CARE)
    assert seen_by(care, [note]) == [False]
    given = consent(note, CARE)
    assert (seen_by(care, [note]), seen_by(world.position(CARER), [note])) == ([True], [False])
    given.update(state=State.WITHDRAWN, ended_at=Now())
    assert seen_by(care, [note]) == [False]


def test_a_consent_is_of_the_file_of_its_item_whatever_the_program_says(world: World) -> None:
    given = consent(alone_for(world, []), CARE).get()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE consent_consent SET of_file = %s WHERE id = %s", [UUID(int=1), given.pk])
        cursor.execute("SELECT of_file FROM consent_consent WHERE id = %s", [given.pk])
        assert cursor.fetchone() == (world.file.pk,)


def test_what_was_replaced_stays_for_its_author_and_the_client_whoever_agreed(world: World) -> None:
    note = alone_for(world, [CARE])
    consent(note, CARE)
    Item.objects.filter(pk=note.item_id).update(closed_at=Now())
    seeing = {role for role, one in world.everybody().items() if seen_by(one, [note]) == [True]}
    assert seeing == {WORK, Role.CLIENT}


def test_of_who_takes_part_in_several_capacities_each_counts_in_its_own_file(world: World) -> None:
    care, note = world.position(CARE), alone_for(world, [CARER])
    in_another_file(world, care, CARER)
    assert seen_by(care, [note]) == [False]
    takes_part_too(world, care, CARER)
    assert seen_by(care, [note]) == [True]


def test_who_reads_on_from_nothing_hears_nothing_although_other_files_do(world: World) -> None:
    colleague = colleague_of(world, CARE)
    in_another_file(world, colleague, CARE)
    takes_part_too(world, colleague, Role.EARLIER_CASE_MANAGER)
    assert seen_by(colleague, [alone_for(world, [CARE])]) == [False]


def test_who_reads_on_hears_as_before_beside_files_of_another_capacity(world: World) -> None:
    colleague, note = colleague_of(world, CARE), alone_for(world, [CARE])
    part = takes_part_too(world, colleague, Role.EARLIER_CASE_MANAGER)
    Involvement.objects.filter(pk=part.pk).update(follows=world.lacking(CARE).pk)
    for other in (CARE, CARER):
        in_another_file(world, colleague, other)
        assert seen_by(colleague, [note]) == [True]


@pytest.mark.django_db(transaction=True)
def test_rows_of_before_carry_it_too(world: World) -> None:
    note, state = alone_for(world, [CARE]), ProjectState.from_apps(apps)
    for change in (JudgeByRow("Note").database_backwards, JudgeByRow("Note").database_forwards):
        with as_owner(), connection.schema_editor() as editor:
            change("dossier", editor, state, state)
        assert seen_by(world.position(CARE), [note]) == [True]
        assert seen_by(world.position(CARER), [note]) == [False]
    assert open_to(note) == sorted([str(CARE), str(note.author_id), "*"])
