"""Who gets into which part of the file, and through whom."""

from dataclasses import replace
from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.access import (
    CareProviders,
    FileReading,
    Grant,
    access_is_granted_in_a_chain,
    coordinator_reads_the_uploaded_plan,
    ownership_starts_at_the_first_meeting,
    work_case_manager_knows_the_care_providers,
    work_case_manager_reads_from_the_referral,
    work_case_manager_starts_the_mediation,
)
from vlechtwerk.rules.roles import Role

WORK, CARE = Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER
READING = FileReading(WORK, has_the_appointment=True, referred_on=date(2026, 2, 2), on=date(2026, 2, 2))


@pytest.mark.rule("AT-051")
def test_the_work_case_manager_of_the_appointment_reads_the_mlp_file_from_the_referral() -> None:
    assert work_case_manager_reads_from_the_referral(READING) == ()
    assert work_case_manager_reads_from_the_referral(replace(READING, on=date(2026, 2, 1))) == ("initiated",)
    assert work_case_manager_reads_from_the_referral(replace(READING, referred_on=None)) == ("initiated",)


@pytest.mark.rule("AT-051")
def test_another_work_case_manager_does_not_read_the_mlp_file() -> None:
    other = replace(READING, has_the_appointment=False)
    assert work_case_manager_reads_from_the_referral(other) == ("own_appointment",)
    assert work_case_manager_reads_from_the_referral(replace(READING, reader=CARE)) == ("own_appointment",)


@pytest.mark.rule("AT-077")
def test_the_work_case_manager_owns_the_file_from_the_attended_first_appointment() -> None:
    attended = date(2026, 2, 19)
    assert ownership_starts_at_the_first_meeting(WORK, attended, date(2026, 2, 19)) == ()
    assert ownership_starts_at_the_first_meeting(WORK, attended, date(2026, 2, 18)) == ("attended",)
    assert ownership_starts_at_the_first_meeting(WORK, None, date(2026, 2, 19)) == ("attended",)
    assert ownership_starts_at_the_first_meeting(CARE, attended, date(2026, 2, 19)) == ("work_case_manager",)


@pytest.mark.rule("AT-078")
def test_the_work_case_manager_takes_access_first_and_then_gives_it_to_others() -> None:
    own = Grant(WORK, WORK, "owner of the file")
    assert access_is_granted_in_a_chain(own) == ()
    to_care = Grant(WORK, CARE, "case manager of this participant")
    assert access_is_granted_in_a_chain(to_care) == ("own_access",)
    assert access_is_granted_in_a_chain(replace(to_care, holders=frozenset({WORK}))) == ()


@pytest.mark.rule("AT-078")
def test_the_care_case_manager_gives_access_to_nobody() -> None:
    grant = Grant(CARE, Role.CARE_PROVIDER, "starts in May", frozenset({WORK, CARE}))
    assert access_is_granted_in_a_chain(grant) == ("by_work_case_manager",)
    assert access_is_granted_in_a_chain(replace(grant, by=WORK, reason="")) == ("reason",)


@pytest.mark.rule("AT-106")
def test_only_the_work_case_manager_starts_the_mediation() -> None:
    assert work_case_manager_starts_the_mediation(WORK) == ()
    assert work_case_manager_starts_the_mediation(CARE) == ("work_case_manager",)


@pytest.mark.rule("AT-112")
def test_the_coordinator_reads_the_plan_from_the_day_of_its_upload() -> None:
    assert coordinator_reads_the_uploaded_plan(date(2026, 3, 31), date(2026, 3, 31)) == ()
    assert coordinator_reads_the_uploaded_plan(date(2026, 3, 31), date(2026, 3, 30)) == ("uploaded",)
    assert coordinator_reads_the_uploaded_plan(None, date(2026, 3, 31)) == ("uploaded",)


@pytest.mark.rule("AT-127")
def test_the_work_case_manager_hears_which_care_providers_come_and_go() -> None:
    change = CareProviders(before=frozenset({"P", "R"}), after=frozenset({"Q", "R"}))
    assert change.to_grant == {"Q"}
    assert change.to_revoke == {"P"}
    assert work_case_manager_knows_the_care_providers(change, frozenset({"P", "Q"})) == ()
    assert work_case_manager_knows_the_care_providers(change, frozenset({"P"})) == ("new_providers",)
    assert work_case_manager_knows_the_care_providers(change, frozenset({"Q"})) == ("gone_providers",)
