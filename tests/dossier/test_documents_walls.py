"""The second wall around documents: what the database gives and takes when the program forgets."""

import pytest
from django.db import DatabaseError, connection, transaction

from tests.dossier.papers import added, agreed
from tests.dossier.world import CARE, WORK, World, undone
from tests.scene import TODAY
from vlechtwerk.documents.models import Checking, Content, Document
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting

TABLES = ("documents_document", "documents_content")


@pytest.fixture
def document(world: World) -> Document:
    """A sensitive document of the care case manager, which the work case manager may see with consent."""
    world.give_all()
    return added(world, CARE, entry_class=EntryClass.SENSITIVE, agreed=agreed(WORK))


def rows_for(position: Position, table: str) -> int:
    """How many rows the database gives a position that asks for all of them."""
    with acting(position, TODAY), connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - a name of our own
        number: int = cursor.fetchone()[0]
        return number


@pytest.mark.parametrize("table", TABLES)
def test_program_and_database_agree_about_everybody(world: World, document: Document, table: str) -> None:
    everybody: dict[str, Position] = {str(role): position for role, position in world.everybody().items()}
    everybody["outsider"] = world.scene.cast.outsider
    asked = {role: rows_for(position, table) for role, position in everybody.items()}
    assert {role for role, number in asked.items() if number} == {CARE, WORK, Role.CLIENT}
    for role, position in everybody.items():
        with acting(position, TODAY):
            assert Document.objects.visible_to(position, TODAY).count() == asked[role]
            assert Content.objects.visible_to(position, TODAY).count() == asked[role]


def takes(position: Position, document: Document) -> bool:
    """Whether the database takes the word of a position that a document is clean."""
    place = {"compartment_id": document.compartment_id, "item_id": document.item_id}
    try:
        with undone(), acting(position, TODAY):
            Checking(**place, verdict="clean").save(force_insert=True)
    except DatabaseError as error:
        return "row-level security" not in str(error)
    return True


def test_only_who_sees_it_and_writes_in_the_part_stores_what_the_scanner_said(world: World, document: Document) -> None:
    writing = {role for role, position in world.everybody().items() if takes(position, document)}
    assert writing == {CARE, WORK}
    assert not takes(world.scene.cast.outsider, document)


@pytest.mark.parametrize("model", [Document, Content, Checking])
@pytest.mark.parametrize("change", ["UPDATE {} SET item_id = item_id", "DELETE FROM {}", "TRUNCATE {}"])
def test_nothing_about_a_document_is_changed_or_removed(
    world: World, document: Document, model: type[Document], change: str
) -> None:
    table = model._meta.db_table
    acts, refused = acting(world.position(CARE), TODAY), pytest.raises(DatabaseError)
    with acts, refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change.format(table))


def test_the_list_never_reads_the_bytes(world: World, document: Document) -> None:
    asked: list[str] = []

    def watching(execute: object, sql: str, *more: object) -> object:
        asked.append(sql)
        return execute(sql, *more)  # type: ignore[operator]  # the rest of the chain of Django

    with connection.execute_wrapper(watching):
        assert world.visitor(CARE).get(f"{world.url}documenten/").status_code == 200
    assert any("documents_document" in one for one in asked)
    assert not any("documents_content" in one for one in asked)
