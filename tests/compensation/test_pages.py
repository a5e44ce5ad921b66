"""The pages of the statements: totals that open, reasons with their rule, what can be done, and what is refused."""

import re
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from tests.compensation.world import SOURCE, World, completed, stopped_early, without_report
from tests.rules.histories import started_on
from tests.scene import text_of
from vlechtwerk.compensation.models import Amount, Key, KeyShare, Payment, State
from vlechtwerk.organisations.models import Organisation, Position
from vlechtwerk.rules.roles import Role

H1 = "/vergoeding/2026-1/"


@pytest.fixture
def filled(world: World) -> World:
    """Three trajectories of the first half of 2026: one in each class."""
    world.open(completed(date(2026, 1, 5), date(2026, 5, 5)))
    world.open(stopped_early(date(2026, 1, 15), date(2026, 4, 15)))
    world.open(without_report(date(2026, 1, 5), date(2026, 5, 5)))
    return world


def send(browser: Client, url: str, **told: Any) -> Any:
    """Send a form."""
    return browser.post(url, {"idempotency_key": str(uuid4()), **told})


def step(world: World, by: Position, act: str, **told: Any) -> Any:
    """Do something with the statement of the first half of 2026, as seen on its page."""
    return send(world.visitor(by), H1, act=act, seen=world.statement(2026, 1).digest, **told)


def table(page: str, caption: str) -> list[list[str]]:
    """The cells of a table."""
    found = re.search(rf"<caption>{caption}.*?</table>", page, re.DOTALL)
    assert found
    rows = re.findall(r"<tr.*?</tr>", found[0], re.DOTALL)[1:]
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    return [[re.sub(r"<[^>]+>|\s+", " ", cell).strip() for cell in row] for row in cells]


def test_without_an_amount_the_classes_are_shown_and_said_what_is_missing(filled: World) -> None:
    page = filled.visitor(filled.contact).get(H1).content.decode()
    missing = "geen bedrag ingevuld voor deze periode"
    assert table(page, "Totalen")[:3] == [["100 %", "1", missing], ["60 %", "1", missing], ["0 %", "1", "€ 0,00"]]
    assert "Voor 2 lijnen is geen bedrag ingevuld voor deze periode." in page


def test_totals_are_the_sums_of_their_lines(filled: World) -> None:
    filled.amount()
    page = filled.visitor(filled.contact).get(H1).content.decode()
    assert [row[1:] for row in table(page, "Totalen")] == [
        ["1", "€ 1.000,00"],
        ["1", "€ 600,00"],
        ["1", "€ 0,00"],
        ["0", "€ 0,00"],
        ["3", "€ 1.600,00"],
    ]


@pytest.mark.parametrize(("what", "count"), [("100", 1), ("60", 1), ("0", 1), ("correction", 0), ("", 3)])
def test_every_total_opens_to_the_rows_it_is_made_of(filled: World, what: str, count: int) -> None:
    page = filled.visitor(filled.contact).get(H1, {"what": what}).content.decode()
    assert len(re.findall(r"/traject/\d+/", page)) == count
    assert f'href="{H1}{"?what=" + what if what else ""}#lines"' in page


def test_every_line_tells_its_reason_and_its_rule(filled: World) -> None:
    text = text_of(filled.visitor(filled.contact).get(H1))
    assert "na minstens drie maanden vroegtijdig stopgezet" in text.lower()
    assert [rule for rule in ("AT-020", "AT-021") if f"Regel {rule}" not in text] == []


def test_a_line_tells_how_its_amount_was_made(filled: World) -> None:
    filled.amount()
    number = next(iter(filled.lines(2026, 1)))
    text = text_of(filled.visitor(filled.contact).get(f"{H1}traject/{number}/"))
    assert f"Volledig bedrag € 1.000,00 Bron van het volledige bedrag {SOURCE}" in text


def test_a_statement_is_prepared_decided_and_closed_on_its_page(filled: World) -> None:
    filled.amount()
    for by, act in ((filled.official, "prepare"), (filled.colleague, "decide"), (filled.official, "close")):
        assert step(filled, by, act).status_code == 302
    assert filled.statement(2026, 1).state is State.CLOSED
    text = text_of(filled.visitor(filled.contact).get(H1))
    assert "Voorbereid door Dirk" in text
    assert "Beslist door Dora" in text


@pytest.mark.rule("AT-260")
def test_who_prepared_it_sees_why_somebody_else_decides_and_is_refused(filled: World) -> None:
    filled.amount()
    filled.prepare(2026, 1)
    text = text_of(filled.visitor(filled.official).get(H1))
    assert "een andere persoon dan wie de afrekening voorbereidde" in text
    answer = step(filled, filled.official, "decide")
    assert answer.status_code == 422
    assert "Dit kan niet, en er is niets bewaard" in text_of(answer)
    assert filled.statement(2026, 1).state is State.PREPARED


def test_the_contact_has_no_button_and_is_refused(filled: World) -> None:
    page = filled.visitor(filled.contact).get(H1).content.decode()
    assert "Bereid de afrekening voor" not in page
    assert step(filled, filled.contact, "prepare").status_code == 422


def test_a_return_needs_its_reason(filled: World) -> None:
    filled.prepare(2026, 1)
    assert step(filled, filled.colleague, "return", reason=" ").status_code == 422
    assert filled.statement(2026, 1).state is State.PREPARED
    assert step(filled, filled.colleague, "return", reason="bedrag ontbreekt").status_code == 302
    assert filled.statement(2026, 1).state is State.DRAFT


def test_lines_that_changed_meanwhile_are_shown_again(filled: World) -> None:
    answer = send(filled.visitor(filled.official), H1, act="prepare", seen="0" * 64)
    assert answer.status_code == 422
    assert "gewijzigd sinds deze pagina werd geopend" in text_of(answer)


def test_the_overview_tells_how_far_each_half_year_is(filled: World) -> None:
    filled.prepare(2026, 1)
    page = filled.visitor(filled.contact).get("/vergoeding/").content.decode()
    rows = table(page, "Halfjaren")
    assert rows[0] == ["Tweede helft van 2027", "Ontwerp", ""]
    assert rows[-1] == ["Eerste helft van 2026", "Voorbereid, wacht op een beslissing", "Dirk"]
    assert "Er is nog geen bedrag ingevuld" in page


def test_a_long_statement_has_pages(world: World) -> None:
    ended = stopped_early(date(2026, 1, 15), date(2026, 4, 15))
    for _ in range(51):
        world.open(ended)
    browser = world.visitor(world.contact)
    first, second = (browser.get(H1, {"page": page}).content.decode() for page in ("1", "2"))
    assert [len(set(re.findall(r"/traject/(\d+)/", page))) for page in (first, second)] == [50, 1]
    assert "1 tot 50 van 51" in first


@pytest.mark.parametrize("asked", [{"what": "x"}, {"page": "0"}, {"page": "x"}])
def test_what_cannot_be_asked_does_not_exist(world: World, asked: dict[str, str]) -> None:
    assert world.visitor(world.contact).get(H1, asked).status_code == 404


def test_an_amount_is_entered_with_a_comma_and_its_source(world: World) -> None:
    told = {"valid_from": "2026-01-01", "amount": "1000,50", "legal_source": SOURCE}
    assert send(world.visitor(world.official), "/vergoeding/bedragen/", **told).status_code == 302
    assert Amount.objects.get().amount == Decimal("1000.50")
    text = text_of(world.visitor(world.contact).get("/vergoeding/bedragen/"))
    assert f"1 januari 2026 € 1.000,50 {SOURCE} Dirk, " in text


@pytest.mark.parametrize(
    "wrong", [{"amount": "-1"}, {"amount": "1.000"}, {"legal_source": ""}, {"valid_from": "2019-12-31"}]
)
def test_an_amount_that_cannot_be_meant_is_asked_again(world: World, wrong: dict[str, str]) -> None:
    told = {"valid_from": "2026-01-01", "amount": "1000", "legal_source": SOURCE, **wrong}
    assert send(world.visitor(world.official), "/vergoeding/bedragen/", **told).status_code == 422
    assert Amount.objects.count() == 0


def test_the_contact_who_sends_an_amount_changes_nothing(world: World) -> None:
    told = {"valid_from": "2026-01-01", "amount": "1000", "legal_source": SOURCE}
    send(world.visitor(world.contact), "/vergoeding/bedragen/", **told)
    assert Amount.objects.count() == 0


def partners(world: World) -> list[Organisation]:
    """A second care organisation of the region beside the one of the care case manager."""
    one = Organisation.objects.create(name="OCMW Testregio", kind="ocmw")
    Position.objects.create(
        account=world.contact.account, organisation=one, region=world.region, role="care_case_manager",
        from_on="2020-01-01", until_on="2021-01-01",
    )  # fmt: skip
    return [world.cast[Role.CARE_CASE_MANAGER].organisation, one]


def test_the_contact_enters_the_key_of_the_partners(world: World) -> None:
    partners(world)
    told = {"valid_from": "2026-01-01", "source": "akkoord", "share_1": "66,67", "share_2": "33,33"}
    assert send(world.visitor(world.contact), "/vergoeding/verdeelsleutel/", **told).status_code == 302
    assert sorted(KeyShare.objects.values_list("percent", flat=True)) == [Decimal("33.33"), Decimal("66.67")]


def test_shares_that_do_not_make_a_hundred_are_refused_with_the_rule(world: World) -> None:
    partners(world)
    told = {"valid_from": "2026-01-01", "source": "akkoord", "share_1": "66,67", "share_2": "33,34"}
    answer = send(world.visitor(world.contact), "/vergoeding/verdeelsleutel/", **told)
    assert answer.status_code == 422
    assert "AT-017" in text_of(answer)
    assert Key.objects.count() == 0


def test_the_coordinator_notes_what_was_paid(world: World) -> None:
    case = world.open(started_on(date(2026, 1, 15)))
    url = f"/vergoeding/netwerk/{case.number}/"
    told = {"what": "first_instalment", "paid_on": "2026-03-02", "amount": "1500,00"}
    browser = world.visitor(world.cast[Role.NETWORK_COORDINATOR])
    assert send(browser, url, **told).status_code == 302
    assert "€ 1.500,00, betaald op 2 maart 2026" in text_of(browser.get("/vergoeding/netwerk/"))
    assert send(browser, url, **told).status_code == 422
    assert Payment.objects.count() == 1


@pytest.mark.parametrize("wrong", [{"amount": "0"}, {"paid_on": "2027-07-11"}, {"what": "trajectory"}])
def test_a_payment_that_cannot_be_meant_is_asked_again(world: World, wrong: dict[str, str]) -> None:
    case = world.open(started_on(date(2026, 1, 15)))
    told = {"what": "first_instalment", "paid_on": "2026-03-02", "amount": "1500,00", **wrong}
    browser = world.visitor(world.cast[Role.NETWORK_COORDINATOR])
    assert send(browser, f"/vergoeding/netwerk/{case.number}/", **told).status_code == 422
    assert Payment.objects.count() == 0


@pytest.mark.parametrize(
    ("end", "length"), [(date(2026, 4, 14), "2 maanden en 30 dagen"), (date(2026, 4, 15), "3 maanden")]
)
def test_a_line_tells_how_long_the_trajectory_lasted(world: World, end: date, length: str) -> None:
    world.open(stopped_early(date(2026, 1, 15), end))
    assert f"({length})" in text_of(world.visitor(world.contact).get(H1))
