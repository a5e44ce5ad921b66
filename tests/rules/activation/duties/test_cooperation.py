"""The client's effort: attendance, formal service, a talk at VDAB, and care that is suspended and resumed."""

from dataclasses import replace
from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.cooperation import (
    Absence,
    FormalService,
    MediationTalk,
    TalkDecision,
    WelfareConsideration,
    care_absences_stay_out_of_vdab,
    client_is_heard_before_transmission,
    effort_is_watched_by_attendance,
    formal_service_is_chosen,
    resumed_care_rests_on_agreements,
    suspended_care_is_not_reimbursed,
    suspension_goes_with_an_internship,
    welfare_is_considered,
)
from vlechtwerk.rules.activation.terms import Attendance
from vlechtwerk.rules.roles import Role

AT_CARE = Absence(Role.CARE_PROVIDER, date(2026, 5, 4))
AT_CARE_CASE_MANAGER = Absence(Role.CARE_CASE_MANAGER, date(2026, 5, 11))
AT_WORK = Absence(Role.WORK_PROVIDER, date(2026, 5, 18))
INVITED = date(2026, 6, 1)
SUSPENDED = date(2026, 8, 3)
CHOSEN = FormalService(Role.WORK_CASE_MANAGER, 2, "two assignments were not done", True)


@pytest.mark.rule("AT-160")
def test_attendance_is_recorded_for_each_appointment_and_nobody_is_scored() -> None:
    held = [Attendance.PRESENT, Attendance.ABSENT_VALID]
    assert effort_is_watched_by_attendance(held, scored=False) == ()
    assert effort_is_watched_by_attendance([*held, None], scored=False) == ("attendance",)
    assert effort_is_watched_by_attendance(held, scored=True) == ("no_score",)


@pytest.mark.rule("AT-161")
def test_the_work_case_manager_may_choose_formal_service_after_missed_deadlines() -> None:
    assert formal_service_is_chosen(CHOSEN) == ()
    assert formal_service_is_chosen(replace(CHOSEN, missed_work_deadlines=1)) == ()
    assert formal_service_is_chosen(replace(CHOSEN, missed_work_deadlines=0)) == ("ground",)


@pytest.mark.rule("AT-161")
@pytest.mark.parametrize("role", [Role.CARE_CASE_MANAGER, Role.WORK_PROVIDER])
def test_nobody_else_chooses_formal_service(role: Role) -> None:
    assert formal_service_is_chosen(replace(CHOSEN, by=role)) == ("work_case_manager",)


@pytest.mark.rule("AT-161")
def test_formal_service_has_a_text_that_the_client_sees() -> None:
    assert formal_service_is_chosen(replace(CHOSEN, text="", shown_to_client=False)) == ("text", "shown")


@pytest.mark.rule("AT-162")
def test_transmission_starts_only_after_the_client_was_heard_or_did_not_appear() -> None:
    talk = MediationTalk(Role.TRUSTED_ADVISOR, TalkDecision.TRANSMISSION, INVITED)
    assert client_is_heard_before_transmission(talk) == ("heard",)
    assert client_is_heard_before_transmission(replace(talk, heard_on=date(2026, 6, 8))) == ()
    assert client_is_heard_before_transmission(replace(talk, did_not_appear=True)) == ()


@pytest.mark.rule("AT-162")
def test_another_service_can_be_decided_without_a_hearing() -> None:
    talk = MediationTalk(Role.TRUSTED_ADVISOR, TalkDecision.OTHER_SERVICE, INVITED)
    assert client_is_heard_before_transmission(talk) == ()


@pytest.mark.rule("AT-162")
def test_the_trusted_advisor_invites_before_deciding() -> None:
    talk = MediationTalk(Role.WORK_CASE_MANAGER, TalkDecision.CONTINUE, None)
    assert client_is_heard_before_transmission(talk) == ("trusted_advisor", "invited")
    late = MediationTalk(Role.TRUSTED_ADVISOR, TalkDecision.CONTINUE, date(2026, 6, 9), heard_on=date(2026, 6, 8))
    assert client_is_heard_before_transmission(late) == ("invited",)


@pytest.mark.rule("AT-163")
def test_absences_at_care_alone_lead_to_no_procedure_at_vdab() -> None:
    assert care_absences_stay_out_of_vdab([AT_CARE, AT_CARE_CASE_MANAGER], []) == ("work_absence",)


@pytest.mark.rule("AT-163")
def test_with_an_absence_at_work_only_that_one_is_told_to_vdab() -> None:
    known = [AT_CARE, AT_CARE_CASE_MANAGER, AT_WORK]
    assert care_absences_stay_out_of_vdab(known, [AT_WORK]) == ()
    assert care_absences_stay_out_of_vdab(known, [AT_WORK, AT_CARE]) == ("no_care_absence",)
    assert care_absences_stay_out_of_vdab(known, [AT_CARE_CASE_MANAGER]) == ("no_care_absence",)


@pytest.mark.rule("AT-164")
def test_when_welfare_fits_a_screening_is_asked_and_the_end_prepared() -> None:
    assert welfare_is_considered(WelfareConsideration(True)) == ("screening", "closing")
    assert welfare_is_considered(WelfareConsideration(True, date(2026, 9, 7), True)) == ()
    assert welfare_is_considered(WelfareConsideration(False)) == ()
    assert welfare_is_considered(WelfareConsideration(None)) == ("considered",)


@pytest.mark.rule("AT-165")
def test_hours_after_the_day_of_the_suspension_are_not_reimbursed() -> None:
    assert suspended_care_is_not_reimbursed(date(2026, 8, 3), suspended_on=SUSPENDED) == ()
    assert suspended_care_is_not_reimbursed(date(2026, 8, 4), suspended_on=SUSPENDED) == ("suspended",)
    assert suspended_care_is_not_reimbursed(date(2026, 8, 4), suspended_on=None) == ()


@pytest.mark.rule("AT-165")
def test_hours_are_reimbursed_again_from_the_day_care_is_resumed() -> None:
    resumed = date(2026, 10, 5)
    assert suspended_care_is_not_reimbursed(resumed, suspended_on=SUSPENDED, resumed_on=resumed) == ()
    day_before = date(2026, 10, 4)
    assert suspended_care_is_not_reimbursed(day_before, suspended_on=SUSPENDED, resumed_on=resumed) == ("suspended",)


@pytest.mark.rule("AT-166")
def test_a_suspension_of_care_names_the_start_of_an_internship() -> None:
    assert suspension_goes_with_an_internship(None) == ("internship",)
    assert suspension_goes_with_an_internship(date(2026, 8, 10)) == ()


@pytest.mark.rule("AT-167")
def test_care_is_resumed_with_agreements() -> None:
    assert resumed_care_rests_on_agreements("one talk a week, on Monday") == ()
    assert resumed_care_rests_on_agreements("") == ("agreements",)
