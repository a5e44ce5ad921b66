"""Rows of a statement that is written out are the same objects that a queryset makes."""

from copy import deepcopy

import pytest
from django.db import connection
from django.db.models import Model

from tests.scene import Scene, scene, today
from vlechtwerk.accounts.models import Account
from vlechtwerk.history.models import Case, Event
from vlechtwerk.organisations.models import Position
from vlechtwerk.organisations.rows import columns_of, objects_of

__all__ = ["scene", "today"]


def filled(row: Model) -> dict[str, object]:
    """Everything an object holds, with what it knows about where it came from."""
    # Whether the place for what is looked up beside it was made already says nothing.
    return vars(row) | {"_state": {**vars(row._state), "fields_cache": row._state.fields_cache}}


@pytest.mark.parametrize("model", [Account, Case, Event, Position])
def test_an_object_of_a_row_holds_what_that_of_a_queryset_holds(scene: Scene, model: type[Model]) -> None:
    made = list(model._default_manager.order_by("pk"))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns_of(model)} FROM {model._meta.db_table} ORDER BY id")  # noqa: S608 - names of ours
        rows = objects_of(model, cursor.fetchall())
    assert rows
    assert [filled(one) for one in rows] == [filled(one) for one in made]


def test_what_is_looked_up_beside_an_object_stays_with_it_alone(scene: Scene) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns_of(Position)} FROM organisations_position")  # noqa: S608 - names of ours
        first, second, *_others = objects_of(Position, cursor.fetchall())
    first.account = deepcopy(scene.client.account)
    assert "account" not in second._state.fields_cache
