"""Policy, queries, database and browser give the same answer: for everybody, every part and every kind of content."""

import pytest
from django.db import models
from django.urls import reverse

from tests.access.engine.asking import (
    BEFORE_A_FILE,
    KEYS,
    OF_THE_AUTHOR,
    OF_THE_WHOLE_FILE,
    behind_walls,
    database_takes,
    marks_by_query,
    marks_in_database,
    parts_in_database,
)
from tests.access.engine.conftest import Filled
from tests.access.engine.items import SHARINGS
from tests.access.engine.makers import MAKERS
from tests.access.engine.world import Actor, Dossier, name_of
from tests.review.people import with_purposes
from tests.scene import TODAY
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.access import open_compartments
from vlechtwerk.sharing.policy import CONFIDENTIAL, Kind, Verb

Model = type[models.Model]
Answer = dict[str, set[str]]
SHOWN = [model for model, maker in MAKERS.items() if maker.shown_at]
WRITTEN = [model for model, maker in MAKERS.items() if maker.written_at]
SHARED = [model for model in MAKERS if hasattr(model._default_manager, "visible_to")]


def policy(filled: Filled, verb: Verb, kinds: tuple[Kind, ...] = tuple(Kind)) -> Answer:
    """What the table lets everybody do, in the parts of these kinds."""
    return {one.name: of_kinds(filled.matrix.may(one, verb), kinds) for one in filled.matrix.actors}


def of_kinds(names: set[str], kinds: tuple[Kind, ...]) -> set[str]:
    """The parts among these that are of one of the kinds."""
    return {name for name in names if Kind(name.split("/")[1].split(" ")[0]) in kinds}


def differences(expected: Answer, found: Answer) -> dict[str, tuple[set[str], set[str]]]:
    """For whom two answers differ: what should have been open and was not, and what was and should not have been."""
    pairs = {who: (expected[who] - found[who], found[who] - expected[who]) for who in found}
    return {who: pair for who, pair in pairs.items() if any(pair)}


def test_every_kind_of_content_behind_the_walls_is_in_the_matrix() -> None:
    of_their_own = {*KEYS, *OF_THE_WHOLE_FILE, *BEFORE_A_FILE, *OF_THE_AUTHOR}
    assert set(behind_walls()) == {*MAKERS, *of_their_own}


def test_the_database_gives_the_keys_of_parts_that_the_policy_opens(filled: Filled) -> None:
    readable = policy(filled, Verb.READ, (Kind.CARE_OWN,))
    for model in KEYS:
        found = {one.name: filled.matrix.named(parts_in_database(model, one.position)) for one in filled.matrix.actors}
        assert differences(readable, found) == {}, model
        assert any(found.values())


def test_the_matrix_holds_everybody_and_every_part(filled: Filled) -> None:
    matrix = filled.matrix
    assert len({role for one in matrix.present for role in one.capacities.values()}) >= 14
    assert {part.kind for dossier in matrix.dossiers for part in dossier.parts} == {str(kind) for kind in Kind}
    assert (len(matrix.dossiers), len(matrix.actors)) == (3, 60)
    assert {len(dossier.parts) for dossier in matrix.dossiers} == {7}
    assert all({one.sharing for one in rows} == set(SHARINGS) for rows in filled.rows.values())


def test_the_queries_open_what_the_policy_opens(filled: Filled) -> None:
    for verb in Verb:
        opened = {
            one.name: filled.matrix.named(open_compartments(one.position, verb, TODAY).values_list("pk", flat=True))
            for one in filled.matrix.actors
        }
        assert differences(policy(filled, verb), opened) == {}, verb


def expected(filled: Filled, model: Model) -> Answer:
    """The rows of a model that everybody may see."""
    return {one.name: filled.expected(model, one) for one in filled.matrix.actors}


def test_the_database_gives_the_rows_that_the_policy_and_the_item_open(filled: Filled) -> None:
    for model in MAKERS:
        found = {one.name: filled.texts(model, marks_in_database(model, one.position)) for one in filled.matrix.actors}
        assert differences(expected(filled, model), found) == {}, model
        assert sum(map(len, found.values())) > 100


def test_the_only_way_in_gives_the_rows_that_the_policy_and_the_item_open(filled: Filled) -> None:
    for model in SHARED:
        found = {one.name: filled.texts(model, marks_by_query(model, one.position)) for one in filled.matrix.actors}
        assert differences(expected(filled, model), found) == {}, model


def who_writes(filled: Filled, model: Model) -> Answer:
    """The parts in which everybody may write rows of a model: as the policy says, or the client where she reads."""
    maker = MAKERS[model]
    written = policy(filled, Verb.READ if maker.of_client else Verb.WRITE)
    clients = {one.name for one in filled.matrix.present if Role.CLIENT in one.capacities.values()}
    with_rows = {one.part for one in filled.rows[model]}
    return {
        who: parts & with_rows if who in clients or not maker.of_client else set() for who, parts in written.items()
    }


def taken_by_database(filled: Filled, model: Model, actor: Actor) -> set[str]:
    """The parts in which the database lets somebody add a row of a model."""
    rows = {one.part: one.row for one in filled.rows[model] if one.sharing == "for all"}
    places = [(name_of(dossier, part), part) for dossier in filled.matrix.dossiers for part in dossier.parts]
    return {name for name, part in places if name in rows and database_takes(rows[name], actor.position, part)}


def test_the_database_takes_rows_where_the_policy_lets(filled: Filled) -> None:
    for model in MAKERS:
        found = {one.name: taken_by_database(filled, model, one) for one in filled.matrix.actors}
        assert differences(who_writes(filled, model), found) == {}, model


def shown(filled: Filled, model: Model, actor: Actor, dossier: Dossier) -> set[str]:
    """The rows that stand on the page of a file for somebody."""
    answer = with_purposes(actor.position, [dossier.case]).get(reverse(MAKERS[model].shown_at, args=[dossier.case.pk]))
    text = answer.content.decode()
    looked_for = (one for one in filled.rows[model] if of_kinds({one.part}, MAKERS[model].shown))
    found = {one.text for one in looked_for if one.text in text}
    assert answer.status_code == 200 or (not found and answer.status_code in {404, 302}), (actor.name, dossier.name)
    return found


@pytest.mark.parametrize("model", SHOWN, ids=lambda model: model._meta.label)
def test_the_browser_shows_what_the_policy_and_the_item_open(filled: Filled, model: Model) -> None:
    parts = {one.text: one.part for one in filled.rows[model]}
    on_page = {text for text, part in parts.items() if of_kinds({part}, MAKERS[model].shown)}
    found: Answer = {
        one.name: set().union(*(shown(filled, model, one, dossier) for dossier in filled.matrix.dossiers))
        for one in filled.matrix.visitors
    }
    assert differences({who: rows & on_page for who, rows in expected(filled, model).items()}, found) == {}


def taken(model: Model, actor: Actor, dossier: Dossier) -> set[str]:
    """The parts of a file in which the browser of somebody stores a row; who takes no part tries one."""
    browser, maker = with_purposes(actor.position, [dossier.case]), MAKERS[model]
    url = reverse(maker.written_at, args=[dossier.case.pk])
    parts = dossier.parts if actor.capacities else dossier.parts[1:2]
    asked = [part for part in parts if maker.written == CONFIDENTIAL or Kind(part.kind) in maker.written]
    answers = {name_of(dossier, part): browser.post(url, maker.answers(part)) for part in asked}
    return {
        name for name, one in answers.items() if one.status_code == 302 and "functie" not in one.headers["Location"]
    }


@pytest.mark.parametrize("model", WRITTEN, ids=lambda model: model._meta.label)
def test_the_browser_takes_what_the_policy_lets_write(filled: Filled, model: Model) -> None:
    maker = MAKERS[model]
    allowed = policy(filled, Verb.WRITE, maker.written)
    may = {one.name for one in filled.matrix.visitors if not maker.by or maker.by & set(one.capacities.values())}
    found: Answer = {
        one.name: set().union(*(taken(model, one, dossier) for dossier in filled.matrix.dossiers))
        for one in filled.matrix.visitors
    }
    assert differences({who: parts if who in may else set() for who, parts in allowed.items()}, found) == {}
