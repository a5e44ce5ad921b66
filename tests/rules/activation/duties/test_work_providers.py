"""Work providers: access, registrations, notes, meetings and the notices they owe."""

from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.activation.duties.work_providers import (
    InformationRequest,
    Situation,
    SituationNotice,
    WorkAction,
    delay_is_told,
    extra_need_is_told,
    information_is_delivered,
    line_is_made_by_the_work_case_manager,
    network_meeting_is_planned,
    results_are_noted_regularly,
    situation_is_told,
    work_action_is_registered,
    work_provider_attends_the_network,
    work_provider_reads_through_the_line,
)
from vlechtwerk.rules.activation.terms import InterruptionReason
from vlechtwerk.rules.calendar import calendar_days
from vlechtwerk.rules.roles import Role

LINE = Period(date(2026, 5, 4), date(2026, 11, 4))
BOTH = frozenset({Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER})


@pytest.mark.rule("AT-182")
def test_a_work_action_is_registered_when_it_ends() -> None:
    ended = date(2026, 9, 30)
    action = WorkAction(must_be_registered=True, ended_on=ended)
    assert work_action_is_registered(action, date(2026, 9, 29)) == ()
    assert work_action_is_registered(action, date(2026, 9, 30)) == ("registered",)
    assert work_action_is_registered(WorkAction(True, ended, ended), ended) == ()
    assert work_action_is_registered(WorkAction(False, ended_on=ended), ended) == ()


@pytest.mark.rule("AT-183")
def test_a_work_provider_without_a_referral_line_reads_nothing() -> None:
    assert work_provider_reads_through_the_line([], date(2026, 5, 4)) == ("line",)


@pytest.mark.rule("AT-183")
def test_a_referral_line_holds_on_its_first_and_last_day() -> None:
    assert work_provider_reads_through_the_line([LINE], date(2026, 5, 3)) == ("line",)
    assert work_provider_reads_through_the_line([LINE], date(2026, 5, 4)) == ()
    assert work_provider_reads_through_the_line([LINE], date(2026, 11, 4)) == ()
    assert work_provider_reads_through_the_line([LINE], date(2026, 11, 5)) == ("line",)


@pytest.mark.rule("AT-183")
def test_the_work_case_manager_makes_the_referral_line() -> None:
    assert line_is_made_by_the_work_case_manager(Role.WORK_CASE_MANAGER) == ()
    assert line_is_made_by_the_work_case_manager(Role.CARE_CASE_MANAGER) == ("work_case_manager",)


@pytest.mark.rule("AT-184")
def test_after_thirty_days_without_a_note_a_reminder_follows() -> None:
    started = date(2026, 6, 1)
    assert results_are_noted_regularly(started, [], on=date(2026, 7, 1)) == ()
    assert results_are_noted_regularly(started, [], on=date(2026, 7, 2)) == ("note",)


@pytest.mark.rule("AT-184")
def test_a_note_starts_the_count_again() -> None:
    started, noted = date(2026, 6, 1), date(2026, 6, 20)
    assert results_are_noted_regularly(started, [noted], on=date(2026, 7, 20)) == ()
    assert results_are_noted_regularly(started, [noted], on=date(2026, 7, 21)) == ("note",)
    assert results_are_noted_regularly(started, [date(2026, 7, 5)], on=date(2026, 7, 2)) == ("note",)


@pytest.mark.rule("AT-184")
def test_a_region_chooses_how_often_results_are_noted() -> None:
    weekly = calendar_days(7)
    assert results_are_noted_regularly(date(2026, 6, 1), [], on=date(2026, 6, 9), interval=weekly) == ("note",)


@pytest.mark.rule("AT-186")
def test_two_absences_in_a_row_from_the_network_are_reported() -> None:
    assert work_provider_attends_the_network([False]) == ()
    assert work_provider_attends_the_network([True, False]) == ()
    assert work_provider_attends_the_network([True, False, False]) == ("attendance",)
    assert work_provider_attends_the_network([False, False, True]) == ()


@pytest.mark.rule("AT-186")
def test_a_gap_of_more_than_seven_months_between_network_meetings_gives_a_hint() -> None:
    last = date(2026, 1, 15)
    assert network_meeting_is_planned([date(2026, 8, 15)], last_on=last) == ()
    assert network_meeting_is_planned([date(2026, 8, 16)], last_on=last) == ("planned",)
    assert network_meeting_is_planned([date(2026, 1, 15)], last_on=last) == ("planned",)


@pytest.mark.rule("AT-187")
def test_extra_needs_are_told_to_both_case_managers_who_decide_about_them() -> None:
    assert extra_need_is_told(BOTH, outcome="a minor change") == ()
    assert extra_need_is_told(BOTH, outcome="") == ("outcome",)
    assert extra_need_is_told(frozenset(), outcome="none") == ("work_case_manager", "care_case_manager")


@pytest.mark.rule("AT-187")
def test_delays_are_told_to_the_coordinator_too() -> None:
    assert delay_is_told(BOTH) == ("network_coordinator",)
    assert delay_is_told(BOTH | {Role.NETWORK_COORDINATOR}) == ()
    assert delay_is_told(frozenset({Role.NETWORK_COORDINATOR})) == ("work_case_manager", "care_case_manager")


@pytest.mark.rule("AT-188")
def test_asked_information_is_late_from_the_day_after_the_agreed_day() -> None:
    request = InformationRequest(date(2027, 6, 10))
    assert information_is_delivered(request, date(2027, 6, 10)) == ()
    assert information_is_delivered(request, date(2027, 6, 11)) == ("delivered",)
    delivered = InformationRequest(date(2027, 6, 10), date(2027, 6, 11))
    assert information_is_delivered(delivered, date(2027, 6, 11)) == ()


@pytest.mark.rule("AT-189")
def test_an_interruption_is_told_with_its_start_and_cause() -> None:
    ill = SituationNotice(Situation.INTERRUPTION, BOTH, date(2027, 2, 1), InterruptionReason.ILLNESS)
    assert situation_is_told(ill) == ()
    assert situation_is_told(SituationNotice(Situation.INTERRUPTION, BOTH)) == ("interrupted_from", "cause")


@pytest.mark.rule("AT-189")
@pytest.mark.parametrize("situation", [Situation.NEED, Situation.SHORTCOMING, Situation.UNFEASIBLE])
def test_the_other_situations_are_told_to_both_case_managers(situation: Situation) -> None:
    assert situation_is_told(SituationNotice(situation, BOTH)) == ()
    only_work = SituationNotice(situation, frozenset({Role.WORK_CASE_MANAGER}))
    assert situation_is_told(only_work) == ("care_case_manager",)
    only_care = SituationNotice(situation, frozenset({Role.CARE_CASE_MANAGER}))
    assert situation_is_told(only_care) == ("work_case_manager",)
