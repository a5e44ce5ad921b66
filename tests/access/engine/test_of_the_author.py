"""What is for its author alone: the same sixty people in the same three files, and only one of them sees each row."""

from uuid import uuid4

import pytest

from tests.access.engine.asking import OF_THE_AUTHOR, marks_by_query, marks_in_database
from tests.access.engine.conftest import Filled
from tests.access.engine.world import Actor, Matrix
from tests.scene import TODAY
from vlechtwerk.dossier.models import Aside
from vlechtwerk.sharing.authored import Authored
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Kind, Verb
from vlechtwerk.unsent.models import Unsent

PARTS: dict[type[Authored], tuple[Verb, tuple[Kind, ...]]] = {
    Aside: (Verb.WRITE, (Kind.CARE_OWN,)),
    Unsent: (Verb.READ, tuple(Kind)),
}
"""Where rows of a kind are kept: where somebody may do this, in parts of these kinds."""


def places(model: type[Authored], matrix: Matrix, actor: Actor) -> list[Compartment]:
    """The parts in which somebody may keep a row, by the policy alone."""
    verb, kinds = PARTS[model]
    may = matrix.may(actor, verb)
    parts = (part for dossier in matrix.dossiers for part in dossier.parts)
    return [part for part in parts if matrix.cells[part.pk] in may and Kind(part.kind) in kinds]


def keep(model: type[Authored], part: Compartment, actor: Actor) -> Authored:
    """Keep a row, past the actions and not past the walls."""
    told = {"address": "a" * 64, "idempotency_key": uuid4()} if model is Unsent else {}
    row = model(compartment=part, author=actor.position, until_on=TODAY.replace(month=8), **told)
    with acting(actor.position, TODAY):
        row.seal("KANARIE")
        row.save(force_insert=True)
    return row


@pytest.mark.parametrize("model", OF_THE_AUTHOR, ids=lambda model: model._meta.label)
def test_everybody_sees_the_own_rows_and_no_others(filled: Filled, model: type[Authored]) -> None:
    matrix = filled.matrix
    expected = {one.name: {keep(model, part, one).pk for part in places(model, matrix, one)} for one in matrix.actors}
    for look in (marks_in_database, marks_by_query):
        assert {one.name: look(model, one.position) for one in matrix.actors} == expected
    assert {0} < {len(rows) for rows in expected.values()}
    assert PARTS.keys() == set(OF_THE_AUTHOR)
