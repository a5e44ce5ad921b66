"""Between the referral and the first meeting."""

from dataclasses import replace
from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.initiation import (
    AdvisorNaming,
    aspects_of_dividing_intakes,
    consultation_comes_in_time,
    gtb_refuses_nobody,
    intake_notice_is_in_order,
    mediator_becomes_trusted_advisor,
    mediator_edits_until_the_referral,
    signal_reaches_the_work_case_manager,
    slot_within_four_weeks,
)
from vlechtwerk.rules.activation.duties.notices import Content, Notice
from vlechtwerk.rules.roles import Role

NOTICE = Notice(
    Role.WORK_CASE_MANAGER,
    frozenset({Role.CARE_PARTNERSHIP_CONTACT}),
    frozenset({Content.TRAJECTORY_NUMBER, Content.APPOINTMENT}),
)


@pytest.mark.rule("AT-050")
def test_the_signal_reaches_only_the_work_case_manager_of_the_appointment() -> None:
    assert signal_reaches_the_work_case_manager("ine", frozenset({"ine"})) == ()
    assert signal_reaches_the_work_case_manager("ine", frozenset()) == ("received",)
    assert signal_reaches_the_work_case_manager("ine", frozenset({"ine", "bart"})) == ("nobody_else",)


@pytest.mark.rule("AT-052")
def test_the_intake_is_told_without_anything_about_health() -> None:
    assert intake_notice_is_in_order(NOTICE) == ()
    telling = replace(NOTICE, content=NOTICE.content | {Content.HEALTH})
    assert intake_notice_is_in_order(telling) == ("confidence",)


@pytest.mark.rule("AT-052")
def test_the_work_case_manager_tells_the_care_partnership_of_the_intake() -> None:
    assert intake_notice_is_in_order(replace(NOTICE, sender=Role.VDAB_MEDIATOR)) == ("sender",)
    assert intake_notice_is_in_order(replace(NOTICE, recipients=frozenset())) == ("recipient",)
    assert intake_notice_is_in_order(replace(NOTICE, content=frozenset())) == ("number",)


@pytest.mark.rule("AT-053")
def test_a_regional_consultation_about_intakes_comes_within_the_28_days() -> None:
    assert consultation_comes_in_time(date(2026, 2, 2), date(2026, 3, 2)) == ()
    assert consultation_comes_in_time(date(2026, 2, 2), date(2026, 3, 3)) == ("in_time",)


@pytest.mark.rule("AT-054")
def test_expertise_availability_and_reachability_may_weigh_when_intakes_are_divided() -> None:
    assert aspects_of_dividing_intakes.missing({"availability"}) == ("expertise", "reachability")
    assert aspects_of_dividing_intakes.missing({"expertise", "availability", "reachability"}) == ()


@pytest.mark.rule("AT-075")
def test_a_slot_is_free_within_four_weeks() -> None:
    assert slot_within_four_weeks(date(2026, 2, 2), date(2026, 3, 2)) == ()
    assert slot_within_four_weeks(date(2026, 2, 2), date(2026, 3, 3)) == ("slot",)
    assert slot_within_four_weeks(date(2026, 2, 2), None) == ("slot",)


@pytest.mark.rule("AT-076")
def test_the_work_case_manager_cannot_turn_down_a_referral() -> None:
    assert gtb_refuses_nobody(Role.WORK_CASE_MANAGER) == ("not_gtb",)
    assert gtb_refuses_nobody(Role.CLIENT) == ()


@pytest.mark.rule("AT-079")
def test_the_mediator_who_referred_is_the_trusted_advisor_from_that_day() -> None:
    naming = AdvisorNaming("mia", date(2026, 2, 2), "mia", date(2026, 2, 2))
    assert mediator_becomes_trusted_advisor(naming) == ()
    assert mediator_becomes_trusted_advisor(replace(naming, advisor="jan")) == ("mediator",)
    assert mediator_becomes_trusted_advisor(replace(naming, advisor_from=date(2026, 2, 3))) == ("from_referral",)


@pytest.mark.rule("AT-079")
def test_the_mediator_no_longer_edits_after_the_referral() -> None:
    assert mediator_edits_until_the_referral(None) == ()
    assert mediator_edits_until_the_referral(date(2026, 2, 2)) == ("not_referred_yet",)
