"""The referral by VDAB."""

from dataclasses import replace
from datetime import date, time

import pytest

from vlechtwerk.rules.activation.duties.referral import (
    Appointment,
    CareerAdvice,
    PlanOfApproach,
    Proposal,
    agreements_bundle_is_complete,
    attendance_is_encouraged,
    candidate_may_be_proposed,
    information_at_the_referral,
    mediation_advice_comes_first,
    needs_are_discussed_first,
    plan_of_approach_is_complete,
    referral_file,
    referral_sheet_is_complete,
    reminder_on,
    vdab_alone_decides,
    vdab_file_goes_to_the_partner,
)
from vlechtwerk.rules.roles import Role

REFERRED_ON = date(2026, 2, 2)
BOOKED = Appointment(date(2026, 2, 19), time(0, 0), "GTB Leuven", "Ine Voorbeeld")
APPROACH = PlanOfApproach("we look for work together", "care and work are needed", "sleep", "rhythm")


@pytest.mark.rule("AT-031")
def test_only_the_vdab_mediator_decides_whether_somebody_takes_part() -> None:
    assert vdab_alone_decides(Role.VDAB_MEDIATOR) == ()
    assert vdab_alone_decides(Role.CARE_CASE_MANAGER) == ("mediator",)
    assert vdab_alone_decides(Role.WORK_CASE_MANAGER) == ("mediator",)


@pytest.mark.rule("AT-039")
def test_the_needs_are_discussed_on_the_day_of_the_referral_at_the_latest() -> None:
    assert needs_are_discussed_first(REFERRED_ON, REFERRED_ON) == ()
    assert needs_are_discussed_first(date(2026, 2, 3), REFERRED_ON) == ("needs_discussed",)
    assert needs_are_discussed_first(None, REFERRED_ON) == ("needs_discussed",)


@pytest.mark.rule("AT-040")
def test_the_advice_for_activation_guidance_is_registered_on_the_day_of_the_referral_at_the_latest() -> None:
    assert mediation_advice_comes_first(CareerAdvice(True, REFERRED_ON), REFERRED_ON) == ()
    assert mediation_advice_comes_first(CareerAdvice(True, date(2026, 2, 3)), REFERRED_ON) == ("in_time",)


@pytest.mark.rule("AT-040")
def test_another_mediation_advice_stands_in_the_way_of_the_referral() -> None:
    assert mediation_advice_comes_first(CareerAdvice(False, REFERRED_ON), REFERRED_ON) == ("activation_guidance",)
    assert mediation_advice_comes_first(None, REFERRED_ON) == ("activation_guidance", "in_time")


@pytest.mark.rule("AT-041")
def test_the_agreements_bundle_names_the_mediator_of_gtb() -> None:
    assert agreements_bundle_is_complete("visit GTB", BOOKED) == ()
    assert agreements_bundle_is_complete("visit GTB", replace(BOOKED, mediator="")) == ("mediator",)
    assert agreements_bundle_is_complete("", BOOKED) == ("assignments",)


@pytest.mark.rule("AT-042")
def test_the_vdab_file_has_the_status_of_mediation_by_a_partner() -> None:
    assert vdab_file_goes_to_the_partner(True) == ()
    assert vdab_file_goes_to_the_partner(False) == ("by_partner",)


@pytest.mark.rule("AT-043")
def test_the_care_questions_stand_in_the_plan_of_approach_or_in_the_confidential_file() -> None:
    assert plan_of_approach_is_complete(APPROACH) == ()
    without = replace(APPROACH, care_questions="", work_questions=" ")
    assert plan_of_approach_is_complete(without) == ("care_questions", "work_questions")
    assert plan_of_approach_is_complete(replace(without, see_confidential_file=True)) == ()


@pytest.mark.rule("AT-043")
def test_the_plan_of_approach_gives_the_agreements_and_the_motivation() -> None:
    assert plan_of_approach_is_complete(replace(APPROACH, agreements="")) == ("agreements",)
    assert plan_of_approach_is_complete(replace(APPROACH, motivation="")) == ("motivation",)


@pytest.mark.rule("AT-044")
def test_the_referral_sheet_follows_the_plan_of_approach_and_shows_the_whole_appointment() -> None:
    assert referral_sheet_is_complete(True, BOOKED) == ()
    assert referral_sheet_is_complete(False, BOOKED) == ("plan_of_approach",)
    assert referral_sheet_is_complete(True, Appointment()) == ("date", "hour", "place", "mediator")


@pytest.mark.rule("AT-045")
def test_a_proposal_of_a_care_organisation_waits_for_the_decision_of_vdab() -> None:
    proposal = Proposal("CAW", "wants to work again", consent_on=date(2026, 1, 12))
    assert candidate_may_be_proposed(proposal) == ("decision",)
    assert candidate_may_be_proposed(replace(proposal, decided_by=Role.CARE_PROVIDER)) == ("decision",)
    assert candidate_may_be_proposed(replace(proposal, decided_by=Role.VDAB_MEDIATOR)) == ()


@pytest.mark.rule("AT-045")
def test_nobody_is_proposed_without_consent_and_reason() -> None:
    proposal = Proposal("", "", consent_on=None, decided_by=Role.VDAB_MEDIATOR)
    assert candidate_may_be_proposed(proposal) == ("proposer", "reason", "consent")


@pytest.mark.rule("AT-046")
def test_the_mediator_informs_about_four_topics() -> None:
    assert information_at_the_referral.missing({"privacy", "handover", "course"}) == ("rights",)
    assert information_at_the_referral.missing({"privacy", "handover", "course", "rights"}) == ()


@pytest.mark.rule("AT-047")
def test_the_participant_is_reminded_once_before_the_first_appointment() -> None:
    appointment_on = date(2026, 2, 19)
    assert attendance_is_encouraged((date(2026, 2, 18),), appointment_on) == ()
    assert attendance_is_encouraged((), appointment_on) == ("reminded",)
    assert attendance_is_encouraged((appointment_on,), appointment_on) == ("reminded",)
    assert attendance_is_encouraged((date(2026, 2, 16), date(2026, 2, 17)), appointment_on) == ("once",)


@pytest.mark.rule("AT-047")
def test_the_reminder_goes_out_two_working_days_before() -> None:
    assert reminder_on(date(2026, 2, 19)) == date(2026, 2, 17)
    assert reminder_on(date(2026, 2, 16)) == date(2026, 2, 12)
    assert reminder_on(date(2026, 4, 7)) == date(2026, 4, 2)


@pytest.mark.rule("AT-048")
def test_the_gaps_in_the_referral_file_are_named() -> None:
    given = {"needs", "obstacles", "icf", "plan_of_approach", "contact_data"}
    assert referral_file.missing(given) == ("language",)
    assert referral_file.missing({*given, "language"}) == ()
