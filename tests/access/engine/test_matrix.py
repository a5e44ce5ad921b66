"""Policy, queries, database and browser give the same answer: for everybody, every part and every kind of content."""

import pytest
from django.db import models
from django.urls import reverse

from tests.access.engine.conftest import Filled
from tests.access.engine.makers import MAKERS, behind_walls, database_takes, read_by_query, read_in_database
from tests.access.engine.world import Actor, Dossier, name_of
from tests.scene import TODAY, signed_in
from vlechtwerk.sharing.access import open_compartments
from vlechtwerk.sharing.policy import Kind, Verb

Model = type[models.Model]
Answer = dict[str, set[str]]
EVERY_KIND = pytest.mark.parametrize("model", MAKERS, ids=lambda model: model._meta.label)


def policy(filled: Filled, verb: Verb, kinds: tuple[Kind, ...] = tuple(Kind)) -> Answer:
    """What the table lets everybody do, in the parts of these kinds."""
    return {one.name: of_kinds(filled.matrix.may(one, verb), kinds) for one in filled.matrix.actors}


def of_kinds(names: set[str], kinds: tuple[Kind, ...]) -> set[str]:
    """The parts among these that are of one of the kinds."""
    return {name for name in names if Kind(name.split("/")[1].split(" ")[0]) in kinds}


def differences(expected: Answer, found: Answer) -> dict[str, tuple[set[str], set[str]]]:
    """For whom two answers differ: what should have been open and was not, and what was and should not have been."""
    pairs = {who: (expected[who] - found[who], found[who] - expected[who]) for who in expected}
    return {who: pair for who, pair in pairs.items() if any(pair)}


def test_every_kind_of_content_behind_the_walls_is_in_the_matrix() -> None:
    assert set(behind_walls()) == set(MAKERS)


def test_the_matrix_holds_everybody_and_every_part(filled: Filled) -> None:
    matrix = filled.matrix
    assert len({role for one in matrix.present for role in one.capacities.values()}) >= 14
    assert {part.kind for dossier in matrix.dossiers for part in dossier.parts} == {str(kind) for kind in Kind}
    assert (len(matrix.dossiers), len(matrix.actors)) == (3, 57)
    assert {len(dossier.parts) for dossier in matrix.dossiers} == {7}


@pytest.mark.parametrize("verb", Verb)
def test_the_queries_open_what_the_policy_opens(filled: Filled, verb: Verb) -> None:
    opened = {
        one.name: filled.matrix.named(open_compartments(one.position, verb, TODAY).values_list("pk", flat=True))
        for one in filled.matrix.actors
    }
    assert differences(policy(filled, verb), opened) == {}


@EVERY_KIND
def test_the_database_gives_the_rows_that_the_policy_opens(filled: Filled, model: Model) -> None:
    there = set(filled.rows[model])
    expected = {who: parts & there for who, parts in policy(filled, Verb.READ).items()}
    found = {one.name: filled.matrix.named(read_in_database(model, one.position)) for one in filled.matrix.actors}
    assert differences(expected, found) == {}
    assert sum(map(len, found.values())) > 40


@EVERY_KIND
def test_the_only_way_in_gives_the_rows_that_the_policy_opens(filled: Filled, model: Model) -> None:
    there = set(filled.rows[model])
    expected = {who: parts & there for who, parts in policy(filled, Verb.READ).items()}
    found = {one.name: filled.matrix.named(read_by_query(model, one.position)) for one in filled.matrix.actors}
    assert differences(expected, found) == {}


@EVERY_KIND
def test_the_database_takes_rows_where_the_policy_lets(filled: Filled, model: Model) -> None:
    row = next(iter(filled.rows[model].values()))
    found = {
        one.name: {
            name_of(dossier, part)
            for dossier in filled.matrix.dossiers
            for part in dossier.parts
            if database_takes(row, one.position, part)
        }
        for one in filled.matrix.actors
    }
    assert differences(policy(filled, Verb.WRITE), found) == {}


def shown(filled: Filled, model: Model, actor: Actor, dossier: Dossier) -> set[str]:
    """The parts whose rows stand on the page of a file for somebody; the page does not exist for whom nothing does."""
    answer = signed_in(actor.position).get(reverse(MAKERS[model].shown_at, args=[dossier.case.pk]))
    text = answer.content.decode()
    found = {name for name, mark in filled.marked(model).items() if mark in text}
    assert answer.status_code in ({200} if found else {404, 302}), (actor.name, dossier.name, answer.status_code)
    return found


@EVERY_KIND
def test_the_browser_shows_what_the_policy_opens(filled: Filled, model: Model) -> None:
    there = set(filled.rows[model])
    expected = {who: parts & there for who, parts in policy(filled, Verb.READ, MAKERS[model].kinds).items()}
    found: Answer = {
        one.name: set().union(*(shown(filled, model, one, dossier) for dossier in filled.matrix.dossiers))
        for one in filled.matrix.actors
    }
    assert differences(expected, found) == {}


def taken(model: Model, actor: Actor, dossier: Dossier) -> set[str]:
    """The parts of a file in which the browser of somebody stores a row; who takes no part tries one."""
    browser, maker = signed_in(actor.position), MAKERS[model]
    url = reverse(maker.written_at, args=[dossier.case.pk])
    parts = dossier.parts if actor.capacities else dossier.parts[1:2]
    answers = {name_of(dossier, part): browser.post(url, maker.answers(part)) for part in parts}
    return {
        name for name, one in answers.items() if one.status_code == 302 and "functie" not in one.headers["Location"]
    }


@EVERY_KIND
def test_the_browser_takes_what_the_policy_lets_write(filled: Filled, model: Model) -> None:
    expected = policy(filled, Verb.WRITE, MAKERS[model].kinds)
    found: Answer = {
        one.name: set().union(*(taken(model, one, dossier) for dossier in filled.matrix.dossiers))
        for one in filled.matrix.actors
    }
    assert differences(expected, found) == {}
