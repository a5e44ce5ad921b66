"""Moving the first appointment, and an absence at it."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from vlechtwerk.rules.activation.duties.rescheduling import (
    Absence,
    Move,
    MovedFor,
    absence_is_recorded,
    booked_date_may_be_changed,
    client_is_told_in_advance,
    team_moves_within_the_term,
)
from vlechtwerk.rules.roles import Role

OLD = datetime.fromisoformat("2026-02-25T09:00")
MOVE = Move(
    referred_on=date(2026, 2, 2),
    old=OLD,
    new=datetime.fromisoformat("2026-03-02T09:00"),
    moved_at=datetime.fromisoformat("2026-02-24T16:00"),
    moved_for=MovedFor.TEAM,
)
LATE = replace(MOVE, new=datetime.fromisoformat("2026-03-03T09:00"))
WORK = Role.WORK_CASE_MANAGER


@pytest.mark.rule("AT-058")
def test_the_booked_date_moves_to_day_28_and_later_only_with_a_reason() -> None:
    assert booked_date_may_be_changed(MOVE, WORK, True) == ()
    assert booked_date_may_be_changed(LATE, WORK, True) == ("reason",)
    assert booked_date_may_be_changed(replace(LATE, reason="the participant is ill"), WORK, True) == ()


@pytest.mark.rule("AT-058")
def test_the_work_case_manager_moves_the_booked_date_after_consulting_the_care_case_manager() -> None:
    assert booked_date_may_be_changed(MOVE, WORK, False) == ("consulted",)
    assert booked_date_may_be_changed(MOVE, Role.CARE_CASE_MANAGER, True) == ("work_case_manager",)


@pytest.mark.rule("AT-072")
def test_the_team_moves_the_first_appointment_within_28_days_after_the_referral() -> None:
    assert team_moves_within_the_term(MOVE) == ()
    assert team_moves_within_the_term(LATE) == ("in_time",)


@pytest.mark.rule("AT-072")
def test_a_move_for_the_participant_may_be_late() -> None:
    moved = replace(LATE, moved_for=MovedFor.CLIENT)
    assert team_moves_within_the_term(moved) == ()
    assert moved.is_late


@pytest.mark.rule("AT-073")
def test_the_participant_hears_of_the_move_before_the_old_appointment() -> None:
    told_at = datetime.fromisoformat("2026-02-24T17:00")
    assert client_is_told_in_advance(MOVE, told_at) == ()
    assert client_is_told_in_advance(MOVE, OLD) == ("told",)
    assert client_is_told_in_advance(MOVE, None) == ("told",)


@pytest.mark.rule("AT-073")
def test_an_appointment_whose_hour_has_come_is_no_longer_moved() -> None:
    assert client_is_told_in_advance(replace(MOVE, moved_at=OLD), OLD) == ("ahead", "told")
    just_before = datetime.fromisoformat("2026-02-25T08:59")
    assert client_is_told_in_advance(replace(MOVE, moved_at=just_before), just_before) == ()


@pytest.mark.rule("AT-074")
def test_an_absence_has_its_kind_of_reason_and_is_followed_by_a_new_appointment() -> None:
    absence = Absence(date(2026, 2, 19), valid_reason=False, new_appointment_on=date(2026, 2, 20))
    assert absence_is_recorded(absence) == ()
    assert absence_is_recorded(replace(absence, valid_reason=None)) == ("reason",)
    assert absence_is_recorded(replace(absence, new_appointment_on=None)) == ("new_appointment",)
    assert absence_is_recorded(replace(absence, new_appointment_on=date(2026, 2, 19))) == ("new_appointment",)
