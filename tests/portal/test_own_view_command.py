"""What a region says for the own view, stored from the command line."""

from datetime import date

import pytest

from tests.cast import Cast, make_cast
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.cli import main
from vlechtwerk.portal.models import Setting, SettingKey
from vlechtwerk.portal.queries import days_of_an_invitation, setting_on
from vlechtwerk.rules.roles import Role


@pytest.fixture
def cast(db: None) -> Cast:
    """A region with its people."""
    return make_cast()


def say(cast: Cast, key: str, value: str, region: str = "Testregio", **more: str) -> int:
    """Run the command; its exit status."""
    name = more.get("name", cast[Role.WORK_CASE_MANAGER].account.username)
    told = ["--region", region, "--from", "2026-01-01", "--source", more.get("source", "afspraak van de regio")]
    return main(["own-view", name, key, value, *told])


def test_a_contact_for_complaints_is_stored_with_its_day_and_its_source(cast: Cast) -> None:
    assert say(cast, "complaint_contact", "Ombudsdienst, 02 555 00 00") == 0
    found = setting_on(cast.region, SettingKey.COMPLAINT_CONTACT, date(2026, 1, 1))
    assert found is not None
    assert (found.value, found.source) == ("Ombudsdienst, 02 555 00 00", "afspraak van de regio")
    assert Entry.objects.filter(verb=Verb.SETTING_CHANGED).count() == 1


@pytest.mark.parametrize(("value", "days"), [("1", 1), ("60", 60), ("0", 14), ("61", 14), ("veel", 14)])
def test_an_invitation_works_from_one_to_sixty_days(cast: Cast, value: str, days: int) -> None:
    assert say(cast, "invitation_days", value) == (0 if value == str(days) else 1)
    assert days_of_an_invitation(cast.region) == days


@pytest.mark.parametrize("wrong", [{"region": "Elders"}, {"name": "niemand"}, {"source": " "}])
def test_what_does_not_fit_stores_nothing(cast: Cast, wrong: dict[str, str]) -> None:
    assert say(cast, "complaint_contact", "Ombudsdienst", **wrong) == 1
    assert not Setting.objects.exists()


def test_two_things_are_not_said_from_one_day(cast: Cast) -> None:
    assert [say(cast, "invitation_days", value) for value in ("7", "9")] == [0, 1]
    assert Setting.objects.get().value == "7"
