"""The walls by their name, each asked in the browser and in the database: closing, coordinator, provider, VDAB, numbers only."""

from datetime import date
from typing import Any

import pytest
import time_machine
from zeal import zeal_ignore

from tests.cast import LONG_AGO
from tests.dossier.world import CARE, CARER, WORK, World, canary, fill, read_in_database
from tests.rules.histories import stopped
from tests.scene import TODAY, Scene, scene, send, signed_in, text_of, today
from vlechtwerk.accounts.models import Account
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Organisation, Position
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import InterruptionReason
from vlechtwerk.rules.roles import OF_VDAB, Role
from vlechtwerk.sharing.models import File, Grant, Involvement
from vlechtwerk.sharing.policy import LET_IN, POLICY, Kind

__all__ = ["scene", "today"]
COORDINATOR, PROVIDER = Role.NETWORK_COORDINATOR, Role.WORK_PROVIDER


@pytest.fixture
def world(scene: Scene) -> Any:
    """The file with its notes; every test here asks about many people one after the other."""
    with zeal_ignore():
        made = World(scene)
        fill(made)
        yield made


@pytest.mark.rule("AT-241")
def test_w4_closing_revokes_in_the_transaction_that_records_it(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    with time_machine.travel("2026-04-24T10:00:00+02:00"):
        world.scene.cast.record(world.scene.case, *stopped(date(2026, 4, 20), date(2026, 4, 24)))
    world.give_all()
    send(world.visitor(WORK), f"{world.scene.url}vastleggen/access_blocked/", on="2026-05-01")
    assert not Grant.objects.filter(until_on=None).exists()
    open_parts = Involvement.objects.filter(file=world.file, capacity__in=[str(one) for one in LET_IN])
    assert {one.until_on for one in open_parts} == {TODAY}
    readers = {role for role, one in world.everybody().items() if read_in_database(one)}
    assert readers == {Role.CLIENT}
    statuses = {world.visitor(role).get(world.url).status_code for role in LET_IN & set(world.everybody())}
    assert statuses == {404}


@pytest.mark.rule("AT-241")
def test_w4_what_cannot_be_recorded_revokes_nothing(world: World) -> None:
    world.give_all()
    assert send(world.visitor(WORK), f"{world.scene.url}vastleggen/access_blocked/", on="2026-05-01").status_code == 422
    assert world.visitor(CARE).get(world.url).status_code == 200


def test_w7_the_coordinator_sees_money_and_what_was_granted_and_no_functioning_or_own_notes(world: World) -> None:
    mine = {row.compartment for row in POLICY if row.capacity is COORDINATOR}
    assert mine == {Kind.COST, Kind.SHARED}
    assert read_in_database(world.position(COORDINATOR)) <= {world.part(Kind.COST).pk}
    assert world.visitor(COORDINATOR).get(world.url).status_code == 404
    world.give_all()
    assert read_in_database(world.position(COORDINATOR)) - {world.part(Kind.COST).pk} == {world.part(Kind.SHARED).pk}
    page = world.visitor(COORDINATOR).get(world.url).content.decode()
    assert canary(world.part(Kind.ICF)) not in page
    assert canary(world.part(Kind.CARE_OWN, CARE)) not in page


@pytest.mark.rule("AT-140")
@pytest.mark.parametrize("role", [PROVIDER, CARER])
def test_w7_a_provider_sees_the_own_part_and_what_was_granted(world: World, role: Role) -> None:
    own = {world.part(Kind.CARE_OWN, role).pk} if role is CARER else {world.part(Kind.ADMINISTRATIVE).pk}
    assert read_in_database(world.position(role)) <= own
    world.give(WORK)
    world.give(role, Kind.SHARED)
    assert read_in_database(world.position(role)) - own == {world.part(Kind.SHARED).pk}
    page = world.visitor(role).get(world.url).content.decode()
    assert canary(world.part(Kind.ICF)) not in page
    assert canary(world.part(Kind.CARE_OWN, CARE)) not in page


AT_CARE = (e.CareSuspended(date(2026, 4, 10)), e.CareResumed(date(2026, 4, 16)), e.CareSuspended(date(2026, 4, 20)))
"""The client does not come to care; care is suspended and resumed, and then suspended again."""


@pytest.mark.rule("AT-163")
@pytest.mark.parametrize("role", sorted(OF_VDAB - {Role.TOM_TEAM}))
def test_what_vdab_is_shown_is_the_same_whether_the_client_comes_to_care_or_not(world: World, role: Role) -> None:
    browser, url = world.visitor(role), world.scene.url
    pages = ("/", url, f"{url}?on=2026-04-21", f"{url}wat-als/")
    before = [text_of(browser.get(page)) for page in pages]
    world.scene.cast.record(world.scene.case, *AT_CARE)
    assert [text_of(browser.get(page)) for page in pages] == before
    assert browser.get(f"{url}luik/").status_code == 404
    assert "zorg geschorst" in text_of(world.visitor(WORK).get(url)).lower()


def everything_told(world: World, role: Role) -> str:
    """The words on every page about the course of the trajectory that somebody opens."""
    browser, url = world.visitor(role), world.scene.url
    return "".join(text_of(browser.get(f"{url}{page}")) for page in ("", "verlenging/", "reconstructie/")).lower()


@pytest.mark.parametrize("role", sorted(OF_VDAB - {Role.TOM_TEAM, Role.PROJECT_FOLLOWER}))
def test_at_vdab_only_who_decides_on_an_extension_hears_that_an_interruption_was_illness(
    world: World, role: Role
) -> None:
    ill = e.Interrupted(date(2026, 4, 10), until=date(2026, 4, 20), reason=InterruptionReason.ILLNESS)
    world.scene.cast.record(world.scene.case, ill)
    told = everything_told(world, role)
    assert "20 april 2026" in told
    assert "ziekte" not in told
    assert "ziekte" in everything_told(world, Role.PROJECT_FOLLOWER)
    assert "ziekte" in everything_told(world, WORK)


@pytest.mark.rule("AT-163")
def test_an_escalation_to_vdab_has_no_room_for_an_absence_at_care() -> None:
    escalating = (e.MediationRequested, e.StopRequested, e.ExtensionRequested)
    told = {name for event in escalating for name in event.__dataclass_fields__}
    assert told == {"on", "shared_with", "ground", "agreed_by", "months", "necessary_actions"}


NUMBERS_ONLY = [Role.CARE_DEPARTMENT, Role.CARE_PARTNERSHIP_CONTACT]


@pytest.mark.rule("AT-015")
@pytest.mark.rule("AT-260")
@pytest.mark.parametrize("role", NUMBERS_ONLY)
def test_the_department_and_the_contact_of_the_partnership_see_numbers_and_never_people(
    world: World, role: Role
) -> None:
    organisation = Organisation.objects.create(name="Zonder dossiers", kind=Organisation.Kind.CARE_DEPARTMENT)
    account = Account.objects.create(username=role.value, name="Ada", is_demo=True)
    position = Position.objects.create(
        account=account, organisation=organisation, region=world.scene.cast.region, role=role, from_on=LONG_AGO
    )
    browser, url = signed_in(position), world.scene.url
    assert [row for row in POLICY if row.capacity is role] == []
    assert not File.objects.visible_to(position, TODAY).exists()
    assert read_in_database(position) == set()
    pages = (url, world.url, f"{world.url}toegang/", f"{world.url}toegang/geven/", f"{url}wat-als/", "/wie-keek/")
    assert {browser.get(page).status_code for page in pages} == {404}
    assert "Voorbeeld" not in text_of(browser.get("/"))


def second_position(of: Position, role: Role) -> Position:
    """Another function of the same person, at another organisation."""
    place = Organisation.objects.create(name="GTB Elders", kind=Organisation.Kind.GTB)
    return Position.objects.create(
        account=of.account, organisation=place, region=of.region, role=role, from_on=LONG_AGO
    )


def test_a_client_who_is_a_case_manager_elsewhere_sees_no_more_through_that_function(world: World) -> None:
    world.give_all()
    other = second_position(world.scene.client, WORK)
    browser = signed_in(other)
    assert browser.get(world.scene.url).status_code == 302
    browser.post("/functie/", {"position": str(other.pk)})
    assert "GTB Elders" in text_of(browser.get("/"))
    assert {browser.get(url).status_code for url in (world.scene.url, world.url, f"{world.url}toegang/")} == {404}
    assert not Case.objects.visible_to(other, TODAY).exists()
    browser.post("/functie/", {"position": str(world.scene.client.pk)})
    page = browser.get(world.url)
    assert canary(world.part(Kind.SHARED)) in page.content.decode()
    assert "Een verslag schrijven" not in text_of(page)


def test_somebody_with_two_functions_has_only_the_access_of_the_one_in_which_she_acts(world: World) -> None:
    world.give_all()
    other = second_position(world.position(CARE), CARER)
    browser = signed_in(other)
    browser.post("/functie/", {"position": str(other.pk)})
    assert browser.get(world.url).status_code == 404
    browser.post("/functie/", {"position": str(world.position(CARE).pk)})
    assert browser.get(world.url).status_code == 200
    assert read_in_database(other) == set()
