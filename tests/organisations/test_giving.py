"""Giving somebody a function, as an administrator does on the machine of the program."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.scene import today
from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.cli import main
from vlechtwerk.organisations.models import Organisation, Position, Region
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement

__all__ = ["today"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
Command = Callable[..., tuple[int, str]]
NEW = ("--new", "--kind", "caw")


@pytest.fixture
def add(capsys: pytest.CaptureFixture[str], server_runs: None) -> Command:
    """Give An a function at CAW Noord in Noord: the exit status, and what is told."""
    Account.objects.create_user("an", name="An Voorbeeld")

    def run(
        *options: str, role: str = Role.CARE_CASE_MANAGER, name: str = "an", region: str = "Noord"
    ) -> tuple[int, str]:
        place = ("--organisation", "CAW Noord", "--region", region)
        status = main(["position", "add", name, "--role", role, *place, *options])
        told = capsys.readouterr()
        return status, told.out + told.err

    return run


def test_a_function_begins_today_stands_in_the_record_and_opens_no_file(add: Command) -> None:
    assert add(*NEW)[0] == 0
    given = Position.objects.get(account__username="an")
    assert (given.role, str(given.organisation), str(given.region)) == ("care_case_manager", "CAW Noord", "Noord")
    assert (given.from_on, given.until_on) == (date(2026, 5, 1), None)
    assert Entry.objects.get(verb=Verb.POSITION_GIVEN).position_id == given.pk
    assert not Involvement.objects.filter(position=given).exists()


def test_a_colleague_joins_the_same_organisation_and_region(add: Command) -> None:
    Account.objects.create_user("piet", name="Piet Voorbeeld")
    assert [add(*NEW)[0], add(name="piet")[0]] == [0, 0]
    assert (Organisation.objects.count(), Region.objects.count()) == (1, 1)


def test_a_slip_of_the_hand_makes_no_new_region(add: Command) -> None:
    add(*NEW)
    status, told = add(region="Nord", role=Role.CARE_PROVIDER)
    assert (status, Region.objects.count()) == (1, 1)
    assert "Known: Noord" in told


def test_the_same_function_is_not_given_twice(add: Command) -> None:
    assert [add(*NEW)[0], add()[0]] == [0, 1]
    assert Position.objects.count() == 1


@pytest.mark.parametrize(("day", "status"), [("2026-04-30", 1), ("2026-05-01", 0), ("2026-06-01", 0)])
def test_a_function_begins_today_or_later(add: Command, day: str, status: int) -> None:
    assert add(*NEW, "--from", day)[0] == status


@pytest.mark.parametrize("role", [Role.CLIENT, Role.TRUSTED_ADVISOR, Role.EARLIER_CASE_MANAGER, "beheerder"])
def test_what_follows_from_something_else_is_nothing_to_give(add: Command, role: str) -> None:
    status, told = add(*NEW, role=role)
    assert (status, Position.objects.count(), Organisation.objects.count()) == (1, 0, 0)
    assert "care_case_manager" in told


def test_who_has_no_account_gets_no_function(add: Command) -> None:
    status, told = add(*NEW, name="niemand")
    assert (status, Position.objects.count()) == (1, 0)
    assert "vlechtwerk account add" in told


def test_a_new_organisation_is_of_a_kind_of_the_field(add: Command) -> None:
    status, told = add("--new", "--kind", "winkel")
    assert (status, Organisation.objects.count()) == (1, 0)
    assert "caw" in told
