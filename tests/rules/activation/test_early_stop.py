"""Stopping without a final advice: early stop, removal from the contingent, and what is left to do."""

from datetime import date

import pytest

from tests.rules.histories import (
    ACCEPTED,
    BOTH,
    CARE,
    FINAL_ADVICE,
    IN_PROGRESS,
    INITIATED,
    READY_FOR_ADVICE,
    WORK,
    obligation,
    on,
    owed,
    stopped,
    tried,
)
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import StopGround, StopManner
from vlechtwerk.rules.assessment import State, Status
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role

AUGUST_10 = date(2026, 8, 10)
AUGUST_20 = date(2026, 8, 20)
ASKED = e.StopRequested(AUGUST_10, StopGround.SERIOUS_SHORTCOMING, BOTH)
STOPPED = (*IN_PROGRESS, *stopped(AUGUST_10, AUGUST_20))


@pytest.mark.rule("AT-230")
@pytest.mark.parametrize("ground", list(StopGround))
def test_each_of_the_four_grounds_lets_an_early_stop_be_asked(ground: StopGround) -> None:
    assert tried(IN_PROGRESS, e.StopRequested(AUGUST_10, ground, BOTH)) == set()


@pytest.mark.rule("AT-231")
@pytest.mark.parametrize(("agreed_by", "missing"), [((), (CARE, WORK)), ((WORK,), (CARE,)), ((CARE,), (WORK,))])
def test_both_case_managers_agree_on_the_stop(agreed_by: tuple[Role, ...], missing: tuple[Role, ...]) -> None:
    asked = e.StopRequested(AUGUST_10, StopGround.AT_WORK, agreed_by)
    refusal = on(AUGUST_10, *IN_PROGRESS, asked).refused[0]
    assert [(reason.rule.id, reason.shortfall.missing) for reason in refusal.reasons] == [("AT-231", missing)]


@pytest.mark.rule("AT-232")
def test_a_stop_is_asked_once() -> None:
    again = e.StopRequested(date(2026, 8, 11), StopGround.AT_WORK, BOTH)
    assert tried(IN_PROGRESS, again) == set()
    assert tried((*IN_PROGRESS, ASKED), again) == {"AT-232"}


@pytest.mark.rule("AT-233")
def test_an_early_stop_is_decided_after_it_was_asked() -> None:
    decided = e.StopDecided(AUGUST_20, StopManner.EARLY_STOP)
    assert tried(IN_PROGRESS, decided) == {"AT-233"}
    assert tried((*IN_PROGRESS, ASKED), decided) == set()
    alone = e.StopRequested(AUGUST_10, StopGround.AT_WORK, (WORK,))
    assert tried((*IN_PROGRESS, alone), decided) == {"AT-233"}


@pytest.mark.rule("AT-233")
def test_an_early_stop_ends_the_trajectory_on_the_day_it_was_asked() -> None:
    assert on(date(2026, 8, 19), *STOPPED).status.code == "in_progress"
    assert on(AUGUST_20, *STOPPED).status == Status("ended", AUGUST_10, "early_stop")


@pytest.mark.rule("AT-236")
@pytest.mark.parametrize("history", [INITIATED, ACCEPTED, IN_PROGRESS])
def test_a_trajectory_may_be_removed_from_the_contingent_at_any_stage(history: tuple[Event, ...]) -> None:
    removed = e.StopDecided(AUGUST_20, StopManner.CONTINGENT_REMOVAL)
    assert tried(history, removed) == set()
    assert on(AUGUST_20, *history, removed).status == Status("cancelled", AUGUST_20, "contingent_removal")


@pytest.mark.rule("AT-236")
def test_a_removal_that_was_asked_as_a_stop_counts_from_the_request() -> None:
    removed = e.StopDecided(AUGUST_20, StopManner.CONTINGENT_REMOVAL)
    assert on(AUGUST_20, *IN_PROGRESS, ASKED, removed).status.since == AUGUST_10


@pytest.mark.rule("AT-237")
def test_after_a_stop_only_the_icf_and_the_access_are_put_in_order() -> None:
    assert set(on(date(2026, 8, 21), *STOPPED).allowed) == {"access_blocked", "icf_completed"}
    removed = (*IN_PROGRESS, e.StopDecided(AUGUST_20, StopManner.CONTINGENT_REMOVAL))
    assert set(on(date(2026, 8, 21), *removed).allowed) == {"access_blocked", "icf_completed"}


@pytest.mark.rule("AT-237")
def test_after_a_stop_no_final_report_is_registered() -> None:
    report = e.FinalReportRegistered(date(2027, 7, 1), joint=True)
    halted = (*READY_FOR_ADVICE, *stopped(date(2027, 6, 28)))
    assert tried(halted, report) == {"AT-237"}
    assert tried(READY_FOR_ADVICE, report) == set()


@pytest.mark.rule("AT-237")
def test_a_stop_is_not_decided_twice() -> None:
    assert tried(STOPPED, e.StopDecided(date(2026, 8, 21), StopManner.CONTINGENT_REMOVAL)) == {"AT-237"}


@pytest.mark.rule("AT-206")
@pytest.mark.parametrize(("day", "refused"), [(date(2028, 5, 7), set()), (date(2028, 5, 8), {"AT-206"})])
def test_a_stop_can_be_decided_until_the_automatic_end(day: date, refused: set[str]) -> None:
    asked = e.StopRequested(date(2028, 5, 1), StopGround.GOAL_UNREACHABLE, BOTH)
    assert tried((*IN_PROGRESS, asked), e.StopDecided(day, StopManner.EARLY_STOP)) == refused


@pytest.mark.rule("AT-239")
def test_an_early_stop_with_an_open_icf_and_open_access_leaves_two_steps_on_the_stop_date() -> None:
    incomplete = (*IN_PROGRESS, e.IcfCompleted(date(2026, 8, 1), 40), *stopped(AUGUST_10, AUGUST_20))
    assessment = on(AUGUST_20, *incomplete)
    icf, access = obligation(assessment, "icf_at_stop"), obligation(assessment, "block_access")
    assert (icf.by, icf.state, icf.rule.signal) == (AUGUST_10, State.LATE, True)
    assert (access.by, access.state, access.rule.signal) == (AUGUST_10, State.LATE, False)


@pytest.mark.rule("AT-239")
@pytest.mark.parametrize(
    ("completed_on", "categories", "state"),
    [
        (date(2026, 8, 1), 43, State.MET),
        (AUGUST_20, 43, State.MET_LATE),
        (AUGUST_20, 42, State.LATE),
    ],
)
def test_the_icf_is_complete_with_43_categories_also_at_a_stop(
    completed_on: date, categories: int, state: State
) -> None:
    events = (*STOPPED, e.IcfCompleted(completed_on, categories))
    assert obligation(on(date(2026, 8, 25), *events), "icf_at_stop").state is state


@pytest.mark.rule("AT-239")
def test_without_an_early_stop_there_is_no_signal_about_the_icf() -> None:
    removed = e.StopDecided(AUGUST_20, StopManner.CONTINGENT_REMOVAL)
    assert not owed(on(AUGUST_20, *IN_PROGRESS, removed), "icf_at_stop")
    assert not owed(on(AUGUST_20, *IN_PROGRESS, ASKED), "icf_at_stop")
    assert not owed(on(date(2027, 6, 29), *READY_FOR_ADVICE, FINAL_ADVICE), "icf_at_stop")


@pytest.mark.rule("AT-241")
def test_after_a_stop_access_is_to_be_blocked() -> None:
    blocked = e.AccessBlocked(AUGUST_20)
    assert tried((*IN_PROGRESS, ASKED), blocked) == {"AT-241"}
    assert tried(STOPPED, blocked) == set()
    assert obligation(on(AUGUST_20, *STOPPED, blocked), "block_access").state is State.MET_LATE
