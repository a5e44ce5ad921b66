"""Care case managers follow an ICF training; who did not yet is warned and may nevertheless work (AT-144)."""

from typing import Any

import pytest

from tests.arrangements.conftest import Region
from tests.scene import text_of
from vlechtwerk.arrangements.actions import New, NotNotedBy, arrange
from vlechtwerk.arrangements.models import Arrangement, Sort
from vlechtwerk.rules.roles import Role

CONTACT, CARE, WORK = Role.CARE_PARTNERSHIP_CONTACT, Role.CARE_CASE_MANAGER, Role.WORK_CASE_MANAGER
OPEN, LIST = "zonder genoteerde ICF-opleiding", "/regio/icf-opleiding/"


def trained(region: Region, role: Role = CONTACT, on: str = "2025-11-20") -> Any:
    """Somebody notes the certificate of the care case manager."""
    return region.note(role, "icf-opleiding", account=str(region.world.cast[CARE].account_id), on=on)


def listed(region: Region) -> str:
    """The list of care case managers without training."""
    return str(region.as_(CONTACT).get(LIST).content.decode("utf-8-sig"))


@pytest.mark.rule("AT-144")
@pytest.mark.parametrize("role", [CONTACT, CARE])
def test_a_care_case_manager_without_training_is_open_until_the_certificate_is_noted(
    region: Region, role: Role
) -> None:
    name = region.world.cast[CARE].account.name
    assert OPEN in text_of(region.as_(role).get("/regio/"))
    assert name in listed(region)
    assert trained(region, role).status_code == 302
    page = text_of(region.as_(role).get("/regio/"))
    assert (OPEN in page, "certificaat van 20 november 2025" in page) == (False, True)
    assert name not in listed(region)


@pytest.mark.rule("AT-144")
@pytest.mark.parametrize(("day", "status"), [("2026-02-02", 302), ("2026-02-03", 422)])
def test_a_certificate_of_a_day_to_come_is_none_yet(region: Region, day: str, status: int) -> None:
    answer = trained(region, on=day)
    assert (answer.status_code, Arrangement.objects.exists()) == (status, status == 302)
    assert status == 302 or "AT-144" in text_of(answer)


def test_of_two_notes_about_one_person_the_last_one_counts(region: Region) -> None:
    trained(region, on="2025-11-02")
    trained(region, on="2025-11-20")
    assert "certificaat van 20 november 2025" in text_of(region.as_(CARE).get("/regio/"))


def test_a_care_case_manager_notes_nobody_elses_training(region: Region) -> None:
    other = str(region.world.cast[WORK].account_id)
    new = New(Sort.ICF_TRAINING, region.world.cast[CARE].from_on, told={"account": other})
    with pytest.raises(NotNotedBy):
        arrange(new=new, by=region.world.cast[CARE], key=Arrangement().idempotency_key)


def test_who_follows_no_trainings_sees_none_and_takes_no_list(region: Region) -> None:
    assert "ICF-opleiding" not in text_of(region.as_(WORK).get("/regio/"))
    assert [region.as_(role).get(LIST).status_code for role in (WORK, CARE, CONTACT)] == [404, 404, 200]
