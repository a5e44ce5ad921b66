"""GTB always has an appointment within four weeks, and sees it when that is not so (AT-075)."""

import pytest
import time_machine

from tests.arrangements.conftest import Region
from tests.scene import text_of
from vlechtwerk.arrangements.models import Arrangement
from vlechtwerk.rules.roles import Role

WORK, MEDIATOR = Role.WORK_CASE_MANAGER, Role.VDAB_MEDIATOR
SLOT, SHORT = "vrije-afspraak", "GTB Oost: geen afspraak binnen vier weken"


@pytest.mark.rule("AT-075")
@pytest.mark.parametrize(("day", "is_short"), [("2026-03-02", False), ("2026-03-03", True)])
def test_the_first_free_appointment_lies_within_four_weeks(region: Region, day: str, is_short: bool) -> None:
    assert region.note(WORK, SLOT, first_free_on=day).status_code == 302
    for role, page in ((WORK, "/"), (WORK, "/toeleidingen/"), (MEDIATOR, "/toeleidingen/"), (WORK, "/regio/")):
        assert (SHORT in text_of(region.as_(role).get(page))) is is_short, page


@pytest.mark.rule("AT-075")
def test_an_appointment_that_has_passed_tells_nothing_any_more(region: Region) -> None:
    region.note(WORK, SLOT, first_free_on="2026-02-02")
    assert SHORT not in text_of(region.as_(WORK).get("/"))
    with time_machine.travel("2026-02-03T10:00:00+01:00", tick=True):
        assert SHORT in text_of(region.as_(WORK).get("/"))


def test_the_latest_note_counts_and_the_earlier_one_stays(region: Region) -> None:
    region.note(WORK, SLOT, has_none="on")
    region.note(WORK, SLOT, first_free_on="2026-02-10")
    page = text_of(region.as_(MEDIATOR).get("/toeleidingen/"))
    assert "Eerste vrije afspraak op 10 februari 2026" in page
    assert Arrangement.objects.count() == 2


@pytest.mark.parametrize("day", ["2026-02-01", ""])
def test_a_day_that_has_passed_or_none_at_all_is_asked_again(region: Region, day: str) -> None:
    assert region.note(WORK, SLOT, first_free_on=day).status_code == 422
    assert not Arrangement.objects.exists()


def test_only_the_team_itself_notes_its_room(region: Region) -> None:
    assert region.as_(MEDIATOR).get("/regio/noteren/vrije-afspraak/").status_code == 404


def test_who_works_elsewhere_gets_no_warning_about_room(region: Region) -> None:
    assert SHORT not in text_of(region.as_(Role.CARE_CASE_MANAGER).get("/"))
