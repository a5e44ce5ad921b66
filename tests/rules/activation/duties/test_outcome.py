"""What comes out of a trajectory."""

from dataclasses import replace
from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.notices import Content, Notice
from vlechtwerk.rules.activation.duties.outcome import (
    Feedback,
    FollowUp,
    Lengths,
    advice_is_reported_back,
    alternatives_are_looked_at,
    both_lengths_are_shown,
    follow_up_domain,
    lengths,
    next_step_follows_quickly,
    welfare_counts_as_completed,
)
from vlechtwerk.rules.activation.terms import Advice, Domain
from vlechtwerk.rules.roles import Role

ADVISED_ON = date(2027, 6, 29)
NOTICE = Notice(Role.WORK_CASE_MANAGER, frozenset({Role.NETWORK_COORDINATOR}), frozenset({Content.OUTCOME}))
FEEDBACK = Feedback(NOTICE, ADVISED_ON)


@pytest.mark.rule("AT-005")
def test_an_advice_welfare_counts_as_a_completed_trajectory() -> None:
    advices = {Advice.NEC: 3, Advice.SEC: 2, Advice.AMA: 1, Advice.WELFARE: 2}
    assert welfare_counts_as_completed(advices, 8) == ()
    assert welfare_counts_as_completed(advices, 6) == ("every_advice_counts",)


@pytest.mark.rule("AT-006")
def test_another_way_is_recorded_when_paid_work_is_not_possible() -> None:
    assert alternatives_are_looked_at(Advice.NEC, frozenset()) == ()
    assert alternatives_are_looked_at(Advice.WELFARE, frozenset()) == ("alternative",)
    assert alternatives_are_looked_at(Advice.WELFARE, frozenset({"care path"})) == ()
    assert alternatives_are_looked_at(Advice.AMA, frozenset(), "the participant wants to wait") == ()


@pytest.mark.rule("AT-010")
def test_work_follows_up_after_every_advice_but_welfare() -> None:
    assert follow_up_domain(Advice.WELFARE) is Domain.CARE
    assert [follow_up_domain(advice) for advice in (Advice.NEC, Advice.SEC, Advice.AMA)] == [Domain.WORK] * 3


@pytest.mark.rule("AT-010")
def test_the_next_step_is_arranged_within_fourteen_days_by_the_right_side() -> None:
    step = FollowUp(Domain.WORK, date(2027, 7, 13))
    assert next_step_follows_quickly(Advice.NEC, ADVISED_ON, step) == ()
    assert next_step_follows_quickly(Advice.NEC, ADVISED_ON, replace(step, arranged_on=date(2027, 7, 14))) == (
        "quickly",
    )
    assert next_step_follows_quickly(Advice.NEC, ADVISED_ON, replace(step, arranged_on=None)) == ("quickly",)
    assert next_step_follows_quickly(Advice.WELFARE, ADVISED_ON, step) == ("domain",)


@pytest.mark.rule("AT-121")
def test_for_the_participant_it_lasts_longer_than_the_trajectory() -> None:
    found = lengths(date(2026, 2, 2), date(2026, 4, 7), ADVISED_ON)
    assert found == Lengths(trajectory=(14, 22), participant=(16, 27))


@pytest.mark.rule("AT-121")
def test_a_report_shows_both_lengths() -> None:
    right = Lengths((14, 22), (16, 27))
    assert both_lengths_are_shown(right, right) == ()
    assert both_lengths_are_shown(Lengths((14, 22), (14, 22)), right) == ("participant",)
    assert both_lengths_are_shown(Lengths((16, 27), (16, 27)), right) == ("trajectory",)


@pytest.mark.rule("AT-129")
def test_the_coordinator_hears_the_advice_on_or_after_the_day_of_the_closing() -> None:
    assert advice_is_reported_back(FEEDBACK, ADVISED_ON) == ()
    assert advice_is_reported_back(replace(FEEDBACK, told_on=date(2027, 6, 28)), ADVISED_ON) == ("after_closing",)
    assert advice_is_reported_back(None, ADVISED_ON) == ("coordinator", "after_closing", "outcome")


@pytest.mark.rule("AT-129")
def test_the_feedback_to_the_coordinator_holds_the_advice_and_nothing_of_the_icf() -> None:
    telling = replace(FEEDBACK, notice=replace(NOTICE, content=frozenset({Content.OUTCOME, Content.ICF})))
    assert advice_is_reported_back(telling, ADVISED_ON) == ("confidence",)
    silent = replace(FEEDBACK, notice=replace(NOTICE, content=frozenset(), recipients=frozenset()))
    assert advice_is_reported_back(silent, ADVISED_ON) == ("coordinator", "outcome")
