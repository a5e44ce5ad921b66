"""Care providers: their seven tasks and the conditions of the decree."""

from datetime import date
from decimal import Decimal

import pytest

from vlechtwerk.rules.activation.duties.care_providers import (
    CareProvider,
    CareWorker,
    Experience,
    Recogniser,
    Recognition,
    Verification,
    care_action_names_its_task,
    care_provider_meets_the_decree,
    care_tasks,
    care_worker_is_covered,
    hours_are_told_by_task,
    hours_by_task,
    provider_is_verified,
    treatment_is_no_alternative_one,
)
from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.roles import Role

START = date(2026, 4, 20)
FEDERAL = Recognition(Recogniser.FEDERAL, Period(date(2022, 1, 1), date(2026, 12, 31)))
VAPH = Recognition(Recogniser.VAPH, Period(date(2020, 1, 1)))
CITY = Recognition(Recogniser.LOCAL, Period(date(2020, 1, 1)))
SOCIAL_WORK = frozenset({Experience.SOCIAL_WORK})


@pytest.mark.rule("AT-176")
def test_a_care_provider_has_seven_tasks() -> None:
    assert len(care_tasks.points) == 7


@pytest.mark.rule("AT-176")
def test_a_care_action_without_one_of_the_seven_tasks_is_refused() -> None:
    assert care_action_names_its_task("insight") == ()
    assert care_action_names_its_task("massage") == ("task",)
    assert care_action_names_its_task(None) == ("task",)


@pytest.mark.rule("AT-176")
def test_hours_stand_under_one_of_the_seven_tasks() -> None:
    assert hours_are_told_by_task({"insight": Decimal("0.5")}) == ()
    assert hours_are_told_by_task({"massage": Decimal(2)}) == ("task",)
    assert hours_are_told_by_task({}) == ("hours",)
    assert hours_are_told_by_task({"insight": Decimal(0)}) == ("hours",)


@pytest.mark.rule("AT-176")
def test_the_hours_of_each_task_are_added_up() -> None:
    found = hours_by_task([{"insight": Decimal(2)}, {"insight": Decimal("1.5"), "coping": Decimal(4)}])
    assert (found["insight"], found["coping"], found["recovery"]) == (Decimal("3.5"), Decimal(4), Decimal(0))
    assert list(found) == list(care_tasks.points)


@pytest.mark.rule("AT-177")
def test_recognition_without_experience_is_not_enough() -> None:
    assert care_provider_meets_the_decree(CareProvider((VAPH,)), START) == ("experience",)


@pytest.mark.rule("AT-177")
def test_recognition_by_a_city_only_does_not_count() -> None:
    assert care_provider_meets_the_decree(CareProvider((CITY,), SOCIAL_WORK), START) == ("recognition",)
    assert care_provider_meets_the_decree(CareProvider((CITY, VAPH), SOCIAL_WORK), START) == ()


@pytest.mark.rule("AT-177")
def test_a_recognition_counts_for_actions_that_start_up_to_its_last_day() -> None:
    provider = CareProvider((FEDERAL,), SOCIAL_WORK)
    assert care_provider_meets_the_decree(provider, date(2026, 12, 31)) == ()
    assert care_provider_meets_the_decree(provider, date(2027, 1, 1)) == ("recognition",)


@pytest.mark.rule("AT-178")
def test_a_psychologist_of_a_recognised_centre_needs_no_recognition_of_her_own() -> None:
    centre = CareProvider((FEDERAL,), SOCIAL_WORK)
    assert care_worker_is_covered(CareWorker(False, organisation=centre), START) == ()
    assert care_worker_is_covered(CareWorker(False, organisation=CareProvider()), START) == ("recognition",)


@pytest.mark.rule("AT-178")
def test_a_self_employed_psychologist_needs_a_recognition_of_her_own() -> None:
    centre = CareProvider((FEDERAL,), SOCIAL_WORK)
    assert care_worker_is_covered(CareWorker(True, organisation=centre), START) == ("recognition",)
    assert care_worker_is_covered(CareWorker(True, (FEDERAL,)), START) == ()


@pytest.mark.rule("AT-179")
def test_an_unverified_provider_is_not_assigned() -> None:
    assert provider_is_verified(None, assigned_on=START) == ("verified", "network_coordinator", "evidence")


@pytest.mark.rule("AT-179")
def test_the_coordinator_verifies_before_the_assignment_and_keeps_the_evidence() -> None:
    coordinator = Role.NETWORK_COORDINATOR
    assert provider_is_verified(Verification(coordinator, START, "letter of VAPH"), assigned_on=START) == ()
    late = Verification(coordinator, date(2026, 4, 21), "")
    assert provider_is_verified(late, assigned_on=START) == ("verified", "evidence")
    other = Verification(Role.WORK_CASE_MANAGER, START, "letter of VAPH")
    assert provider_is_verified(other, assigned_on=START) == ("network_coordinator",)


@pytest.mark.rule("AT-180")
def test_an_alternative_treatment_is_refused() -> None:
    assert treatment_is_no_alternative_one("Homeopathy ") == ("discipline",)
    assert treatment_is_no_alternative_one("physiotherapy") == ()


@pytest.mark.rule("AT-180")
def test_administrators_add_to_the_alternative_treatments() -> None:
    assert treatment_is_no_alternative_one("Crystal healing") == ()
    assert treatment_is_no_alternative_one("Crystal healing", also_refused=["crystal healing"]) == ("discipline",)
