"""What a care worker writes for herself: nobody else reads it, she removes it, and nothing of it goes anywhere (AT-250)."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client

from tests.dossier.world import CARE, CARER, WORK, World
from tests.review.people import officer_inside
from tests.scene import TODAY, text_of
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.dossier.models import Aside
from vlechtwerk.organisations.actions import Choice, choose
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.authored import texts_of
from vlechtwerk.sharing.identity import acting

DOUBT = "Ik denk dat er meer speelt dan verteld wordt."
OTHERS = (
    Role.CLIENT,
    WORK,
    CARER,
    Role.NETWORK_COORDINATOR,
    Role.WORK_PROVIDER,
    Role.VDAB_MEDIATOR,
    Role.TRUSTED_ADVISOR,
    Role.DATA_PROTECTION_OFFICER,
)


def write(world: World, text: str = DOUBT, role: Role = CARE, **more: Any) -> Any:
    """What the browser answers to somebody who writes something for herself."""
    told = {"text": text, "idempotency_key": str(uuid4()), **more}
    return world.visitor(role).post(f"{world.url}voor-mezelf/", told)


def kept(world: World, role: Role = CARE, on: date = TODAY) -> list[Aside]:
    """What the database gives somebody, asked without any condition."""
    with acting(world.position(role), on):
        return list(Aside.objects.all())


def opened(world: World, browser: Client) -> str:
    """The words of the page, for somebody who wrote one thing."""
    (one,) = kept(world)
    return f"{world.url}voor-mezelf/{one.pk}/"


@pytest.mark.rule("AT-250")
def test_its_author_reads_what_she_wrote_for_herself(world: World) -> None:
    assert write(world).status_code == 302
    assert DOUBT in text_of(world.visitor(CARE).get(f"{world.url}voor-mezelf/"))


@pytest.mark.rule("AT-250")
@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_finds_a_dilemma_anywhere_in_the_file(world: World, role: Role) -> None:
    write(world)
    browser = world.visitor(role)
    pages = ("", "voor-mezelf/", "documenten/", "toestemmingen/", "doelen/", "toegang/")
    assert kept(world, role) == []
    assert not any(DOUBT in text_of(browser.get(f"{world.url}{one}")) for one in pages)


@pytest.mark.rule("AT-250")
def test_a_colleague_of_the_same_organisation_has_a_page_of_her_own(world: World) -> None:
    write(world)
    assert write(world, "Iets van mij.", CARER).status_code == 302
    page = text_of(world.visitor(CARER).get(f"{world.url}voor-mezelf/"))
    assert ("Iets van mij." in page, DOUBT in page) == (True, False)


@pytest.mark.rule("AT-250")
def test_emergency_access_does_not_open_a_dilemma(world: World) -> None:
    write(world)
    officer = officer_inside(world.scene)
    with acting(officer, TODAY):
        assert not Aside.objects.exists()


@pytest.mark.rule("AT-250")
def test_a_search_of_the_author_herself_does_not_find_it_either(world: World) -> None:
    write(world)
    assert "meer speelt" not in text_of(world.visitor(CARE).post("/neerslagen/zoeken/", {"words": "speelt"}))


@pytest.mark.rule("AT-250")
def test_the_author_removes_it_and_nothing_is_left(world: World) -> None:
    write(world)
    browser = world.visitor(CARE)
    assert browser.post(opened(world, browser), {"do": "remove"}).status_code == 302
    with connection.cursor() as cursor, acting(world.position(CARE), TODAY):
        cursor.execute("SELECT count(*) FROM dossier_aside")
        assert cursor.fetchone() == (0,)


@pytest.mark.rule("AT-250")
@pytest.mark.parametrize("role", [CARER, WORK, Role.CLIENT])
def test_nobody_else_removes_it(world: World, role: Role) -> None:
    write(world)
    (one,) = kept(world)
    assert world.visitor(role).post(f"{world.url}voor-mezelf/{one.pk}/", {"do": "remove"}).status_code == 404
    assert len(kept(world)) == 1


def test_the_words_stand_sealed_in_the_database(world: World) -> None:
    write(world)
    (one,) = kept(world)
    assert DOUBT.encode() not in bytes(one.sealed)
    with acting(world.position(CARE), TODAY):
        assert [text for _row, text in texts_of([one])] == [DOUBT]


@pytest.mark.rule("AT-250")
def test_the_record_of_the_file_does_not_tell_that_there_is_a_doubt(world: World) -> None:
    write(world)
    line = Entry.objects.get(verb=Verb.ASIDE_WRITTEN)
    assert (line.file_id, line.position_id, line.rules) == (None, world.position(CARE).pk, ["AT-134", "AT-250"])
    assert "AT-250" not in text_of(world.visitor(Role.CLIENT).get("/wie-keek/"))


@pytest.mark.parametrize(("day", "there"), [("2026-07-29", True), ("2026-07-30", False)])
def test_it_is_over_after_ninety_days(world: World, day: str, there: bool) -> None:
    write(world)
    assert bool(kept(world, on=date.fromisoformat(day))) is there


@pytest.mark.parametrize(("day", "there"), [("2026-05-10", True), ("2026-05-11", False)])
def test_a_region_chooses_how_long_with_a_source(world: World, day: str, there: bool) -> None:
    author = world.position(CARE)
    choose(region=author.region, choice=Choice("aside_days", 10, TODAY, "afspraak regio"), by=author)
    write(world)
    assert bool(kept(world, on=date.fromisoformat(day))) is there


def test_what_is_over_is_removed_when_somebody_writes_the_next(world: World) -> None:
    write(world)
    with time_machine.travel("2026-07-30T10:00:00+02:00"):
        write(world, "Iets anders.", CARER)
        with acting(world.position(CARE), TODAY):
            assert not Aside.objects.exists()


def test_who_has_no_access_any_more_cannot_read_her_own_words(world: World) -> None:
    write(world)
    file = world.file
    file.blocked_on = TODAY
    file.save()
    assert kept(world) == []
    assert world.visitor(CARE).get(f"{world.url}voor-mezelf/").status_code == 404


def test_sending_it_twice_keeps_it_once(world: World) -> None:
    key = str(uuid4())
    assert [write(world, idempotency_key=key).status_code for _ in range(2)] == [302, 302]
    assert len(kept(world)) == 1


def test_nothing_is_kept_before_something_is_written(world: World) -> None:
    assert write(world, " ").status_code == 422
    assert kept(world) == []
