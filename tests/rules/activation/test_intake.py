"""The intake: the referral, the notice to the care partnership and the first meeting."""

from datetime import date

import pytest

from tests.rules.histories import (
    ALL_THREE,
    CLIENT,
    CONFIRMED,
    FIRST_MEETING,
    INITIATED,
    REFERRED,
    SIGNED,
    STARTED,
    WORK,
    obligation,
    on,
    owed,
    tried,
)
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import Attendance
from vlechtwerk.rules.assessment import State
from vlechtwerk.rules.calendar import Step, calendar_days
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role


def _met_on(day: date) -> e.FirstMeeting:
    return e.FirstMeeting(day, Attendance.PRESENT, ALL_THREE)


@pytest.mark.rule("AT-049")
def test_with_the_referral_the_trajectory_is_initiated_and_no_duration_runs() -> None:
    assessment = on(date(2026, 2, 2), REFERRED)
    assert (assessment.status.code, assessment.status.since) == ("initiated", date(2026, 2, 2))
    assert set(assessment.dates.values()) == {None}


@pytest.mark.rule("AT-049")
def test_nothing_happens_before_the_referral() -> None:
    assert tried((), FIRST_MEETING) == {"AT-049"}
    assert tried(INITIATED, FIRST_MEETING) == set()


@pytest.mark.rule("AT-049")
def test_before_the_referral_only_a_referral_is_possible() -> None:
    assessment = on(date(2026, 2, 1))
    assert assessment.status.code is None
    assert assessment.allowed == ("referred",)
    assert {reason.rule.id for refusal in assessment.blocked for reason in refusal.reasons} == {"AT-049"}


@pytest.mark.rule("AT-037")
def test_a_person_is_referred_only_once() -> None:
    assert tried((), REFERRED) == set()
    assert tried(INITIATED, e.Referred(date(2026, 2, 3))) == {"AT-037"}


@pytest.mark.rule("AT-052")
@pytest.mark.parametrize(("day", "state"), [(date(2026, 2, 5), State.OPEN), (date(2026, 2, 6), State.LATE)])
def test_the_care_partnership_hears_of_the_intake_within_three_working_days(day: date, state: State) -> None:
    assert obligation(on(day, REFERRED), "intake_notice").state is state


@pytest.mark.rule("AT-052")
def test_the_care_partnership_is_told_about_an_intake_once() -> None:
    first, second = e.IntakeNotified(date(2026, 2, 5)), e.IntakeNotified(date(2026, 2, 10))
    assert tried(INITIATED, first) == set()
    assert tried((*INITIATED, first), second) == {"AT-052"}


@pytest.mark.rule("AT-052")
def test_the_notice_of_the_intake_is_a_signal_that_ends_with_the_first_meeting() -> None:
    notice = obligation(on(date(2026, 2, 19), REFERRED, FIRST_MEETING), "intake_notice")
    assert (notice.state, notice.rule.signal) == (State.LAPSED, True)


@pytest.mark.rule("AT-059")
@pytest.mark.parametrize(("day", "state"), [(date(2026, 3, 2), State.OPEN), (date(2026, 3, 3), State.LATE)])
def test_the_first_meeting_is_due_on_day_28(day: date, state: State) -> None:
    assert obligation(on(day, REFERRED), "first_meeting").state is state


@pytest.mark.rule("AT-059")
@pytest.mark.parametrize(("met_on", "state"), [(date(2026, 3, 2), State.MET), (date(2026, 3, 3), State.MET_LATE)])
def test_a_late_first_meeting_still_makes_the_trajectory_accepted(met_on: date, state: State) -> None:
    assessment = on(met_on, REFERRED, _met_on(met_on))
    assert obligation(assessment, "first_meeting").state is state
    assert assessment.status.code == "accepted"


@pytest.mark.rule("AT-059")
def test_the_date_of_the_first_meeting_tells_how_it_was_counted() -> None:
    first = obligation(on(date(2026, 2, 2), REFERRED), "first_meeting")
    assert first.rule.owner is Role.WORK_CASE_MANAGER
    assert first.due.by.steps == (
        Step(date(2026, 2, 2), "referred", None),
        Step(date(2026, 3, 2), None, calendar_days(28)),
    )


@pytest.mark.rule("AT-060")
def test_the_first_meeting_that_is_attended_makes_the_trajectory_accepted_from_that_day() -> None:
    assert on(date(2026, 2, 18), REFERRED, FIRST_MEETING).status.code == "initiated"
    status = on(date(2026, 2, 19), REFERRED, FIRST_MEETING).status
    assert (status.code, status.since) == ("accepted", date(2026, 2, 19))


@pytest.mark.rule("AT-060")
def test_there_is_only_one_first_meeting() -> None:
    assert tried(INITIATED, _met_on(date(2026, 2, 19))) == set()
    assert tried((REFERRED, FIRST_MEETING), _met_on(date(2026, 2, 20))) == {"AT-060"}


@pytest.mark.rule("AT-074")
@pytest.mark.parametrize("attendance", [Attendance.ABSENT, Attendance.ABSENT_VALID])
def test_an_absence_leaves_the_trajectory_initiated_and_the_28_days_as_they_are(attendance: Attendance) -> None:
    assessment = on(date(2026, 2, 19), REFERRED, e.FirstMeeting(date(2026, 2, 19), attendance))
    assert assessment.status.code == "initiated"
    first = obligation(assessment, "first_meeting")
    assert (first.by, first.state) == (date(2026, 3, 2), State.OPEN)


@pytest.mark.rule("AT-074")
def test_after_an_absence_a_new_appointment_may_be_attended() -> None:
    absent = e.FirstMeeting(date(2026, 2, 12), Attendance.ABSENT)
    assert tried((REFERRED, absent), FIRST_MEETING) == set()


@pytest.mark.rule("AT-074")
@pytest.mark.parametrize("event", [CONFIRMED, e.PlanSigned(date(2026, 2, 19), ALL_THREE), STARTED], ids=str)
def test_nothing_of_the_plan_happens_before_a_first_meeting_is_attended(event: Event) -> None:
    assert tried(INITIATED, event) == {"AT-074"}


@pytest.mark.rule("AT-061")
def test_a_first_meeting_without_the_care_case_manager_asks_for_a_meeting_of_all_three() -> None:
    alone = e.FirstMeeting(date(2026, 3, 2), Attendance.PRESENT, (CLIENT, WORK))
    asked = obligation(on(date(2026, 3, 2), REFERRED, alone), "three_way_meeting")
    assert (asked.by, asked.rule.signal) == (date(2026, 4, 13), True)
    held = on(date(2026, 3, 20), REFERRED, alone, e.ThreeWayMeeting(date(2026, 3, 20)))
    assert obligation(held, "three_way_meeting").state is State.MET
    assert obligation(held, "plan_upload").by == date(2026, 4, 13)


@pytest.mark.rule("AT-061")
def test_a_meeting_of_all_three_is_not_asked_when_the_care_case_manager_was_there_or_nobody_is_named() -> None:
    unknown = e.FirstMeeting(date(2026, 3, 2), Attendance.PRESENT)
    assert not owed(on(date(2026, 3, 2), REFERRED, unknown), "three_way_meeting")
    assert not owed(on(date(2026, 2, 19), REFERRED, FIRST_MEETING), "three_way_meeting")


@pytest.mark.rule("AT-061")
def test_the_signed_plan_ends_the_wait_for_a_meeting_of_all_three() -> None:
    alone = e.FirstMeeting(date(2026, 2, 19), Attendance.PRESENT, (CLIENT, WORK))
    before = on(date(2026, 3, 29), REFERRED, alone, SIGNED)
    after = on(date(2026, 3, 30), REFERRED, alone, SIGNED)
    assert obligation(before, "three_way_meeting").state is State.OPEN
    assert obligation(after, "three_way_meeting").state is State.LAPSED
    second = on(date(2026, 4, 1), REFERRED, alone, SIGNED, e.PlanSigned(date(2026, 4, 1), ALL_THREE))
    assert obligation(second, "three_way_meeting").due.lapses == date(2026, 3, 30)


@pytest.mark.rule("AT-061")
def test_the_meeting_of_all_three_makes_up_once_for_a_meeting_without_the_care_case_manager() -> None:
    alone = e.FirstMeeting(date(2026, 3, 2), Attendance.PRESENT, (CLIENT, WORK))
    meeting = e.ThreeWayMeeting(date(2026, 3, 20))
    assert tried((REFERRED, alone), meeting) == set()
    assert tried((REFERRED, alone, meeting), e.ThreeWayMeeting(date(2026, 3, 21))) == {"AT-061"}
    assert tried((REFERRED, FIRST_MEETING), meeting) == {"AT-061"}
