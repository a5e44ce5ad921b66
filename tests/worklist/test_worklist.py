"""The home screen: the own cases, what is most pressing on top, in a fixed number of queries."""

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.review.people import make_officer
from tests.rules.histories import ACCEPTED, CARE_ACTION, IN_PROGRESS, stopped
from tests.scene import Scene, add_client, send, signed_in, text_of
from vlechtwerk.history.loading import bulk_open
from vlechtwerk.history.models import Case
from vlechtwerk.rules.activation.events import AccessBlocked, IcfCompleted, Referred
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role
from vlechtwerk.worklist.forms import STATUSES
from vlechtwerk.worklist.queries import Desk, Wanted, home

WORK, COORDINATOR, FOLLOWER = Role.WORK_CASE_MANAGER, Role.NETWORK_COORDINATOR, Role.PROJECT_FOLLOWER
FRESH: tuple[Event, ...] = (Referred(date(2026, 4, 28)),)
OVER: tuple[Event, ...] = (
    *IN_PROGRESS,
    *stopped(date(2026, 4, 20)),
    IcfCompleted(date(2026, 4, 20), 43),
    AccessBlocked(date(2026, 4, 20)),
)
DONE_BUT_OPEN: tuple[Event, ...] = OVER[:-1]


@pytest.fixture
def cast(scene: Scene) -> Cast:
    """Besides the trajectory of the scene (an action that is late): one to plan, a fresh one, one that is over."""
    scene.cast.open(ACCEPTED, name="Aanvaard")
    scene.cast.open(FRESH, name="d'Érable-Çelik")
    scene.cast.open(OVER, name="Voorbij")
    return scene.cast


@pytest.fixture
def case_by_case(several_requests: None) -> None:
    """A test asks about one case after the other, which a page never does."""


def rows(page: Any) -> list[str]:
    """The names in the list, in their order."""
    return re.findall(r'<th role="rowheader".*?<a[^>]*>Fien ([^<]*)</a>', page.content.decode().replace("&#39;", "'"))


def tabs(page: Any) -> dict[str, int]:
    """The parts of the list with their numbers."""
    found = re.findall(r'<a id="view-[^>]*>([^<]*) <span class="number">(\d+)', page.content.decode())
    return {label: int(number) for label, number in found}


def listed(cast: Cast, role: Role, **choices: str) -> list[str]:
    """The names that somebody sees with these choices."""
    return rows(signed_in(cast[role]).get("/", choices))


def test_what_is_late_stands_on_top_and_the_rest_in_order_of_date(cast: Cast) -> None:
    assert listed(cast, WORK) == ["Aanvaard", "Voorbeeld", "d'Érable-Çelik"]


@pytest.mark.parametrize("day", [date(2026, 4, 28), date(2026, 5, 1), date(2028, 4, 7), date(2028, 5, 8)])
@pytest.mark.usefixtures("case_by_case")
def test_the_list_says_of_every_case_what_is_stored_about_it(cast: Cast, day: date) -> None:
    listed = {
        line.case_id: line for status in STATUSES for line in home(Desk(cast[WORK], day), Wanted(status=status)).lines
    }
    for case in Case.objects.visible_to(cast[WORK], day):
        owed = case.obligations.open_on(day).order_by("due_on", "number")
        due = [(one.due_on, one.what) for one in owed if not one.signal]
        line = listed.pop(case.pk)
        assert (line.status, line.owed, line.signals) == (case.status_on(day).code, len(due), len(owed) - len(due))
        assert [line.due_on, line.what] == [*(due[0] if due else (None, None))]
    assert listed == {}


def test_a_row_tells_what_is_due_first_by_whom_and_how_late(cast: Cast) -> None:
    page = text_of(signed_in(cast[COORDINATOR]).get("/"))
    row = page[page.index("Fien Voorbeeld") :]
    assert (
        "De eerste actie starten en nog 2 Netwerkcoördinator (u) 28 april 2026 3 dagen te laat Bezig maand 1 van 18"
        in row
    )


def test_an_english_row_reads_the_same(cast: Cast) -> None:
    browser = signed_in(cast[COORDINATOR])
    browser.post("/language", {"language": "en", "next": "/"})
    assert "28 April 2026 3 days late In progress month 1 of 18" in text_of(browser.get("/"))


def test_a_case_that_is_over_and_done_with_is_hidden_until_it_is_asked_for(cast: Cast) -> None:
    assert "Voorbij" not in listed(cast, WORK)
    assert listed(cast, WORK, status="ended") == ["Voorbij"]


def test_a_case_that_is_over_stays_while_something_is_to_be_done(cast: Cast) -> None:
    cast.open(DONE_BUT_OPEN, name="Toegang")
    assert "Toegang" in listed(cast, WORK)


def test_what_is_mine_and_what_waits_for_others_are_told_apart(cast: Cast) -> None:
    assert listed(cast, WORK, view="mine") == ["Aanvaard", "d'Érable-Çelik"]
    assert listed(cast, WORK, view="waiting") == ["Voorbeeld"]
    assert listed(cast, COORDINATOR, view="mine") == ["Voorbeeld"]


def test_who_owes_nothing_waits_for_others_everywhere(cast: Cast) -> None:
    assert listed(cast, FOLLOWER, view="mine") == []
    assert len(listed(cast, FOLLOWER, view="waiting")) == 3


def test_something_of_mine_that_is_due_soon_is_mine_even_when_others_are_first(cast: Cast) -> None:
    cast.record(cast.open(IN_PROGRESS, name="Samen"), CARE_ACTION)
    assert "Samen" in listed(cast, WORK, view="mine")


def test_late_and_due_within_fourteen_days_can_be_singled_out(cast: Cast) -> None:
    cast.open((Referred(date(2026, 4, 17)),), name="Veertien")
    cast.open((Referred(date(2026, 4, 18)),), name="Vijftien")
    assert listed(cast, WORK, view="late") == ["Aanvaard", "Voorbeeld"]
    assert listed(cast, WORK, view="soon") == ["Veertien"]


def test_every_part_of_the_list_tells_how_many_cases_it_has(cast: Cast) -> None:
    for role in (WORK, COORDINATOR, FOLLOWER):
        page = signed_in(cast[role]).get("/")
        views = dict(zip(["", "mine", "late", "soon", "waiting"], tabs(page).values(), strict=True))
        assert views == {view: len(listed(cast, role, view=view)) for view in views}


def test_the_numbers_go_with_the_status_that_is_asked_for(cast: Cast) -> None:
    page = signed_in(cast[WORK]).get("/", {"status": "ended"})
    assert list(tabs(page).values()) == [1, 0, 0, 0, 0]


@pytest.mark.parametrize("typed", ["voorb", "VOORBEELD", "Fien", "fien voorb", "vóórbeeld", " voorbeeld "])
def test_a_case_is_found_by_the_beginning_of_a_name(cast: Cast, typed: str) -> None:
    assert "Voorbeeld" in rows(signed_in(cast[WORK]).post("/", {"name": typed}))


@pytest.mark.parametrize("typed", ["derable", "D'erable", "Çelik", "celik"])
def test_accents_and_signs_do_not_matter_in_a_search(cast: Cast, typed: str) -> None:
    assert rows(signed_in(cast[WORK]).post("/", {"name": typed})) == ["d'Érable-Çelik"]


def test_a_search_finds_what_is_over_but_only_among_the_own_cases(cast: Cast) -> None:
    assert rows(signed_in(cast[WORK]).post("/", {"name": "voorbij"})) == ["Voorbij"]
    assert rows(signed_in(cast.outsider).post("/", {"name": "voorbij"})) == []


@pytest.mark.parametrize("typed", ["eeld", "%", "_", "'; --", "onbekend"])
def test_what_is_no_beginning_of_a_name_finds_nothing(cast: Cast, typed: str) -> None:
    page = signed_in(cast[WORK]).post("/", {"name": typed})
    assert page.status_code == 200
    assert rows(page) == [] or typed in {"%", "_", "'; --"}


@pytest.mark.parametrize("typed", ["\x00", "x" * 101])
def test_what_cannot_be_a_name_is_told(cast: Cast, typed: str) -> None:
    assert signed_in(cast[WORK]).post("/", {"name": typed}).status_code == 422


def test_a_name_never_stands_in_an_address(cast: Cast) -> None:
    page = signed_in(cast[WORK]).get("/").content.decode()
    addresses = re.findall(r'(?:href|action|hx-get|hx-post)="([^"]*)"', page)
    assert addresses
    assert [one for one in addresses if "name=" in one or "Voorbeeld" in one] == []


@pytest.mark.parametrize(
    "choice", ["view=unknown", "status=x", "page=0", "page=-1", "page=9999999", "page=1e9", "view=%00"]
)
def test_a_choice_that_makes_no_sense_counts_as_not_made(cast: Cast, choice: str) -> None:
    page = signed_in(cast[WORK]).get(f"/?{choice}")
    assert page.status_code == 200
    assert len(rows(page)) == 3


def test_htmx_gets_the_list_only(cast: Cast) -> None:
    part = signed_in(cast[WORK]).get("/?view=late", headers={"HX-Request": "true"})
    assert rows(part) == ["Aanvaard", "Voorbeeld"]
    assert b"<html" not in part.content
    assert "HX-Request" in part.headers["Vary"]


def test_somebody_without_cases_is_told_so(cast: Cast) -> None:
    assert "U hebt nog geen dossiers" in text_of(signed_in(cast.outsider).get("/"))


def test_who_has_no_cases_finds_there_what_the_own_function_does(cast: Cast) -> None:
    page = signed_in(make_officer(cast)).get("/")
    assert "Wat u elders vindt" in text_of(page)
    assert b'<li><a href="/nazicht/">' in page.content


def test_an_empty_part_of_the_list_says_so(cast: Cast) -> None:
    assert "Hier staat niets" in text_of(signed_in(cast[FOLLOWER]).get("/?view=mine"))


def test_a_client_goes_straight_to_the_own_view(scene: Scene) -> None:
    answer = scene.as_(Role.CLIENT).get("/")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/mijn/{scene.case.pk}/")


def test_a_client_with_two_trajectories_chooses(scene: Scene) -> None:
    other = scene.cast.open(name="Tweede")
    position = add_client(scene.cast, other)
    scene.case.file.involvements.filter(capacity=Role.CLIENT).update(position=position)
    assert sorted(rows(signed_in(position).get("/"))) == ["Tweede", "Voorbeeld"]


def test_who_is_not_signed_in_is_asked_to_sign_in_first(scene: Scene) -> None:
    assert Client().get("/").headers["Location"] == "/demo/?next=/"


def many(scene: Scene, number: int) -> None:
    """Store this many trajectories more, each a day younger."""
    days = [(Referred(date(2026, 4, 1 + place % 28)),) for place in range(number)]
    cases = [scene.cast.new_case(events, name=f"Nummer {place:03}") for place, events in enumerate(days)]
    bulk_open(cases=cases, by=scene.cast[Role.VDAB_MEDIATOR])


@pytest.mark.parametrize("number", [4, 59])
def test_the_list_takes_seven_queries_whatever_its_length(scene: Scene, number: int) -> None:
    many(scene, number)
    browser = scene.as_(WORK)
    browser.get("/")
    with CaptureQueriesContext(connection) as asked:
        page = browser.get("/")
    assert len(rows(page)) == min(number + 1, 50)
    assert len(asked) == 7


def test_a_long_list_has_pages(scene: Scene) -> None:
    many(scene, 59)
    browser = scene.as_(WORK)
    first, second = browser.get("/"), browser.get("/?page=2")
    assert "1 tot 50 van 60" in text_of(first)
    assert "51 tot 60 van 60" in text_of(second)
    assert (len(rows(first)), len(rows(second))) == (50, 10)
    assert set(rows(first)).isdisjoint(rows(second))


def test_pages_keep_what_was_chosen(scene: Scene) -> None:
    many(scene, 59)
    page = scene.as_(WORK).get("/?view=mine&status=initiated").content.decode()
    assert 'href="/?view=mine&amp;status=initiated&amp;page=2"' in page


def test_a_search_that_finds_too_much_asks_for_more_of_the_name(scene: Scene) -> None:
    many(scene, 59)
    page = scene.as_(WORK).post("/", {"name": "nummer"})
    assert "Meer dan 50 dossiers gevonden; typ meer van de naam." in text_of(page)


def test_what_ended_the_own_part_in_a_file_is_told_on_the_list(scene: Scene, several_requests: None) -> None:
    scene.cast.record(scene.case, *stopped(date(2026, 4, 20)))
    browser = scene.as_(WORK)
    answer = send(browser, f"{scene.url}vastleggen/access_blocked/", on="2026-05-01")
    assert answer["Location"] == "/"
    assert "Toegang tot het dossier geblokkeerd is vastgelegd." in text_of(browser.get("/"))
