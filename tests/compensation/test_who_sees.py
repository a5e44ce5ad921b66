"""Who sees the money: three answers that agree, of the rules, of what is looked up, and of the browser."""

from datetime import date

import pytest

from tests.access.compensation_table import INSTALMENTS, STATEMENTS
from tests.compensation.world import CONTACT, DEPARTMENT, World, stopped_early
from tests.scene import add_client, text_of
from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.compensation.instalments import sees_instalments
from vlechtwerk.compensation.queries import sees_statements
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.people.models import Person
from vlechtwerk.people.names import search_key
from vlechtwerk.rules.activation.duties.confidentiality import DepartmentPart, care_department_sees_no_client_files
from vlechtwerk.rules.activation.duties.partnership import Act, contact_only_administers
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement

NAME = "Kanarievogel"


@pytest.fixture
def case(world: World) -> Case:
    """A trajectory that ended in the first half of 2026, about somebody with a name that stands nowhere else."""
    case = world.open(stopped_early(date(2026, 1, 15), date(2026, 4, 15)))
    Person.objects.filter(files=case.file_id).update(family_name=NAME, search_key=search_key(NAME))
    return case


def address(route: str, case: Case) -> str:
    """An address about the first half of 2026."""
    filled = {"<int:year>": "2026", "<int:half>": "1", "<int:number>": str(case.number), "<slug:kind>": "csv"}
    for part, value in filled.items():
        route = route.replace(part, value)
    return f"/{route}"


def found(world: World, who: Position, case: Case) -> dict[str, int]:
    """What somebody gets at every address about money."""
    browser = world.visitor(who)
    return {route: browser.get(address(route, case)).status_code for route in (*STATEMENTS, *INSTALMENTS)}


def everybody(world: World) -> dict[Role, Position]:
    """Everybody of the region, by role."""
    return {**world.cast.members, CONTACT: world.contact, DEPARTMENT: world.official}


@pytest.mark.rule("AT-015")
@pytest.mark.rule("AT-260")
def test_the_rules_let_the_contact_and_the_department_see_statements_and_no_files() -> None:
    assert contact_only_administers(CONTACT, Act.READ_STATEMENT) == ()
    assert contact_only_administers(CONTACT, Act.READ_FILE) == ("administrative",)
    assert care_department_sees_no_client_files(DepartmentPart.PAYMENT_STATEMENTS) == ()
    assert care_department_sees_no_client_files(DepartmentPart.CLIENT_FILE) == ("part",)


@pytest.mark.rule("AT-015")
def test_what_is_looked_up_and_what_the_browser_gets_agree_for_every_role(world: World, case: Case) -> None:
    for position in everybody(world).values():
        statements = 200 if sees_statements(position) else 404
        instalments = 200 if sees_instalments(position) else 404
        expected = {**dict.fromkeys(STATEMENTS, statements), **dict.fromkeys(INSTALMENTS, instalments)}
        assert found(world, position, case) == expected, position.role


def test_only_the_contact_and_the_department_see_statements_and_only_the_coordinator_instalments(world: World) -> None:
    people = everybody(world)
    assert {role for role, one in people.items() if sees_statements(one)} == {CONTACT, DEPARTMENT}
    assert {role for role, one in people.items() if sees_instalments(one)} == {Role.NETWORK_COORDINATOR}


@pytest.mark.rule("AT-015")
def test_no_page_shows_the_name_or_leads_to_the_file(world: World, case: Case) -> None:
    for who in (world.contact, world.official, world.cast[Role.NETWORK_COORDINATOR]):
        browser = world.visitor(who)
        for route in (*STATEMENTS, *INSTALMENTS):
            body = browser.get(address(route, case)).content.decode()
            assert [mark for mark in (NAME, "Fien", str(case.pk), "/trajecten/") if mark in body] == []


@pytest.mark.rule("AT-260")
def test_the_people_of_the_money_open_no_file(world: World, case: Case) -> None:
    for who in (world.contact, world.official):
        assert world.visitor(who).get(f"/trajecten/{case.pk}/").status_code == 404
        assert world.visitor(who).get(f"/trajecten/{case.pk}/luik/").status_code == 404
        assert not Involvement.objects.filter(position=who).exists()


def test_another_region_sees_nothing_of_this_one(world: World, case: Case) -> None:
    browser = world.visitor(world.elsewhere)
    page = browser.get("/vergoeding/2026-1/")
    assert page.status_code == 200
    assert case.reference not in page.content.decode()
    assert browser.get(f"/vergoeding/2026-1/traject/{case.number}/").status_code == 404


def test_a_position_that_has_ended_sees_nothing_any_more(world: World, case: Case) -> None:
    Position.objects.filter(pk=world.contact.pk).update(until_on=date(2027, 7, 10))
    Account.objects.get(pk=world.contact.account_id)
    assert set(found(world, world.contact, case).values()) == {302}


@pytest.mark.parametrize("path", ["2026-3", "2026-0", "2019-1", "2028-1", "2027-9"])
def test_a_half_year_that_is_none_or_has_not_begun_does_not_exist(world: World, path: str) -> None:
    assert world.visitor(world.contact).get(f"/vergoeding/{path}/").status_code == 404


def test_every_page_with_numbers_leaves_a_line_that_names_the_files(world: World, case: Case) -> None:
    browser = world.visitor(world.contact)
    for path in ("", f"traject/{case.number}/"):
        browser.get(f"/vergoeding/2026-1/{path}")
    told = Entry.objects.filter(verb=Verb.NUMBERS_LISTED).values_list("position_id", "shown", "rules")
    assert list(told) == [(world.contact.pk, [case.file_id], ["AT-015"])] * 2


def test_the_client_reads_that_the_number_was_seen_and_not_the_name(world: World, case: Case) -> None:
    client = add_client(world.cast, case)
    for who in (world.contact, world.official):
        world.visitor(who).get("/vergoeding/2026-1/")
    text = text_of(world.visitor(client).get("/wie-keek/"))
    assert text.count("lijst met het nummer van het traject, zonder de naam") == 2
    assert text.count("Om het samenwerkingsverband zorg te betalen") == 2


def test_the_coordinator_who_follows_instalments_leaves_a_line_too(world: World, case: Case) -> None:
    browser = world.visitor(world.cast[Role.NETWORK_COORDINATOR])
    browser.get("/vergoeding/netwerk/")
    browser.get(f"/vergoeding/netwerk/{case.number}/")
    assert [line.shown for line in Entry.objects.filter(verb=Verb.FILES_LISTED)] == [[case.file_id]] * 2
