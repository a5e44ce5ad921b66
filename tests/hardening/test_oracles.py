"""Nobody learns from the refusals of the database what stands in a part that is hidden."""

from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import DatabaseError, connection
from django.db.models import ForeignKey

from tests.dossier.world import CARE, WORK, World, fill, undone
from tests.scene import TODAY, Scene
from vlechtwerk.dossier.models import Note
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Kind


def behind_walls() -> list[str]:
    """The tables with confidential rows."""
    models = (model for model in apps.get_models() if getattr(model, "is_behind_walls", False))
    return [model._meta.db_table for model in models]


def references() -> list[str]:
    """The fields of a note that refer to something that may be hidden."""
    fields = (one for one in Note._meta.get_fields() if isinstance(one, ForeignKey))
    hidden = (one for one in fields if getattr(one.related_model, "is_behind_walls", one.related_model is Compartment))
    return [one.attname for one in hidden]


@pytest.fixture
def world(scene: Scene) -> World:
    """A file with a note in every part; the work case manager reads and writes the shared part."""
    made = World(scene)
    fill(made)
    made.give(WORK)
    return made


def refused(world: World, **values: UUID) -> str:
    """What the database says to the work case manager about a note with these references."""
    note = Note(compartment=world.part(Kind.SHARED), author=world.position(WORK), happened_on=TODAY, text="x")
    for name, value in values.items():
        setattr(note, name, value)
    with pytest.raises(DatabaseError) as error, undone(), acting(world.position(WORK), TODAY):
        _stored_at_once(note)
    return f"{type(error.value).__name__} {getattr(error.value.__cause__, 'sqlstate', '')}"


def _stored_at_once(note: Note) -> None:
    """Store a note and let the database compare its references now."""
    note.save(force_insert=True)
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_there_are_references_to_try() -> None:
    assert set(references()) == {"compartment_id", "corrects_id"}


@pytest.mark.parametrize("field", references())
def test_a_reference_to_what_is_hidden_and_one_to_nothing_get_the_same_answer(world: World, field: str) -> None:
    part = world.part(Kind.CARE_OWN, CARE)
    hidden = part.pk if field == "compartment_id" else world.write(part, CARE, "verborgen").pk
    assert refused(world, **{field: hidden}) == refused(world, **{field: uuid4()})


@pytest.mark.parametrize("table", behind_walls())
def test_no_value_of_a_confidential_row_has_to_differ_from_those_in_other_parts(db: None, table: str) -> None:
    """A value that must be unique tells whether somebody else has it. What is made at random tells nothing."""
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, table)
    unique = [one["columns"] for one in found.values() if one["unique"]]
    # Who may not write in a case or a part is refused before values are compared.
    harmless = {"case_id", "compartment_id", "idempotency_key", "item_id"}
    assert [columns for columns in unique if columns != ["id"] and not harmless.intersection(columns)] == []
