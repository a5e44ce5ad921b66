"""More than one person can work with: told on a page and in the log, and no slow statements."""

from io import StringIO

import pytest

from tests.dossier.test_three_answers import ROLES
from tests.dossier.world import WORK, World
from tests.hardening.test_errors_tell_nothing import log
from tests.scene import TODAY, text_of
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing import extent, identity
from vlechtwerk.sharing.access import open_compartments
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.sharing.policy import Kind, Verb

__all__ = ["log"]


@pytest.fixture
def open_parts(world: World) -> int:
    """How many parts are open to the work case manager."""
    world.give(WORK)
    extent._tell.cache_clear()
    return open_compartments(world.position(WORK), Verb.READ, TODAY).count()


def allow(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """Let so many parts be open to one person."""
    monkeypatch.setattr(extent, "MOST", most)
    monkeypatch.setattr(identity, "MOST", most)


def test_two_thousand_parts_may_be_open_and_a_thousand_are_told() -> None:
    assert (extent.MANY, extent.MOST) == (1_000, 2_000)


def test_as_many_as_may_be_open_open(world: World, open_parts: int, monkeypatch: pytest.MonkeyPatch) -> None:
    allow(monkeypatch, open_parts)
    assert world.visitor(WORK).get(world.url).status_code == 200


def test_one_more_gets_a_page_that_says_what_to_do(
    world: World, open_parts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow(monkeypatch, open_parts - 1)
    answer = world.visitor(WORK).get(world.url)
    assert answer.status_code == 403
    assert f"meer dan {open_parts - 1} delen van dossiers" in text_of(answer)
    assert "KANARIE" not in answer.content.decode()
    assert str(world.scene.case.file.person) not in text_of(answer)


def test_a_file_that_is_hidden_and_one_that_is_not_get_the_same_page(
    world: World, open_parts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow(monkeypatch, open_parts - 1)
    browser = world.visitor(WORK)
    absent = world.url.replace(str(world.scene.case.pk), "00000000-0000-7000-8000-000000000000")
    assert text_of(browser.get(world.url)) == text_of(browser.get(absent))


@pytest.mark.parametrize(("more", "told"), [(0, True), (1, False)])
def test_the_log_tells_it_once_a_day_from_many_parts_on_and_about_nobody(
    world: World, open_parts: int, monkeypatch: pytest.MonkeyPatch, log: StringIO, more: int, told: bool
) -> None:
    monkeypatch.setattr(extent, "MANY", open_parts + more)
    browser = world.visitor(WORK)
    browser.get(world.url)
    browser.get(world.url)
    assert log.getvalue().count("parts of files or more are open") == int(told)
    assert str(world.position(WORK).pk) not in log.getvalue()


@pytest.mark.parametrize("role", [one for one in ROLES if one is not Role.CLIENT])
def test_a_file_opens_no_more_parts_than_there_are_kinds_to_anybody_but_the_client(world: World, role: Role) -> None:
    world.give_all()
    position = world.position(role)
    files = Involvement.objects.filter(position=position).count()
    assert open_compartments(position, Verb.READ, TODAY).count() <= files * len(Kind)
