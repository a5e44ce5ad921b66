"""Closing with a final advice: what must be in order before it, and what is still to be done after it."""

from datetime import date

import pytest

from tests.rules.histories import (
    BOTH,
    CARE,
    FINAL_ADVICE,
    FINAL_REPORT,
    IN_PROGRESS,
    INTERNSHIP,
    READY_FOR_ADVICE,
    WORK,
    obligation,
    on,
    owed,
    started_on,
    stopped,
    tried,
)
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import Advice, StopGround
from vlechtwerk.rules.assessment import State
from vlechtwerk.rules.calendar import Step, weeks
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role

ENDED = (*READY_FOR_ADVICE, FINAL_REPORT, FINAL_ADVICE)
JUNE_29 = date(2027, 6, 29)


def _without(kind: type[Event]) -> tuple[Event, ...]:
    """Ready for the final advice but for one kind of event."""
    return tuple(event for event in READY_FOR_ADVICE if not isinstance(event, kind))


def _ready(start: date) -> tuple[Event, ...]:
    """A trajectory in which everything was registered on the day it started."""
    return (
        *started_on(start),
        e.NoInternshipMotivated(start),
        e.LastReportRegistered(start),
        e.CoordinatorWarned(start),
        e.IcfCompleted(start, 43),
        e.MediationAdviceRegistered(start, Advice.NEC),
    )


@pytest.mark.rule("AT-200")
def test_the_final_advice_ends_the_trajectory() -> None:
    status = on(JUNE_29, *ENDED).status
    assert (status.code, status.since, status.reason) == ("ended", JUNE_29, "final_advice")


@pytest.mark.rule("AT-200")
@pytest.mark.parametrize(("agreed_by", "missing"), [((), (CARE, WORK)), ((WORK,), (CARE,)), ((CARE,), (WORK,))])
def test_both_case_managers_agree_on_the_final_advice(agreed_by: tuple[Role, ...], missing: tuple[Role, ...]) -> None:
    advice = e.FinalAdviceRegistered(JUNE_29, Advice.NEC, agreed_by)
    refusal = on(JUNE_29, *READY_FOR_ADVICE, advice).refused[0]
    assert [(reason.rule.id, reason.shortfall.missing) for reason in refusal.reasons] == [("AT-200", missing)]
    assert tried(READY_FOR_ADVICE, FINAL_ADVICE) == set()


@pytest.mark.rule("AT-201")
@pytest.mark.parametrize(
    ("start", "day", "refused"),
    [
        (date(2026, 4, 7), date(2026, 7, 6), {"AT-201"}),
        (date(2026, 4, 7), date(2026, 7, 7), set()),
        (date(2025, 11, 30), date(2026, 2, 27), {"AT-201"}),
        (date(2025, 11, 30), date(2026, 2, 28), set()),
    ],
)
def test_a_final_advice_needs_three_months(start: date, day: date, refused: set[str]) -> None:
    assert tried(_ready(start), e.FinalAdviceRegistered(day, Advice.NEC, BOTH)) == refused


@pytest.mark.rule("AT-201")
def test_an_early_advice_tells_from_when_it_is_possible() -> None:
    early = e.FinalAdviceRegistered(date(2026, 5, 1), Advice.NEC, BOTH)
    (reason,) = on(date(2026, 5, 1), *_ready(date(2026, 4, 7)), early).refused[0].reasons
    assert reason.shortfall.possible_from == date(2026, 7, 7)


@pytest.mark.rule("AT-207")
def test_all_action_reports_come_before_the_final_advice() -> None:
    assert tried(_without(e.LastReportRegistered), FINAL_ADVICE) == {"AT-207"}


@pytest.mark.rule("AT-143")
@pytest.mark.parametrize(("categories", "refused"), [(42, {"AT-143"}), (43, set())])
def test_all_43_icf_categories_are_filled_before_the_final_advice(categories: int, refused: set[str]) -> None:
    history = (*_without(e.IcfCompleted), e.IcfCompleted(date(2027, 6, 25), categories))
    assert tried(history, FINAL_ADVICE) == refused
    assert tried(_without(e.IcfCompleted), FINAL_ADVICE) == {"AT-143"}


@pytest.mark.rule("AT-210")
def test_the_final_advice_needs_a_new_mediation_advice() -> None:
    assert tried(_without(e.MediationAdviceRegistered), FINAL_ADVICE) == {"AT-210"}


@pytest.mark.rule("AT-210")
@pytest.mark.parametrize("advice", list(Advice))
@pytest.mark.parametrize("mediation", list(Advice))
def test_the_mediation_advice_matches_the_final_advice(advice: Advice, mediation: Advice) -> None:
    registered = e.MediationAdviceRegistered(date(2027, 6, 25), mediation)
    history = (*_without(e.MediationAdviceRegistered), registered)
    refused = set() if advice is mediation else {"AT-210"}
    assert tried(history, e.FinalAdviceRegistered(JUNE_29, advice, BOTH)) == refused


@pytest.mark.rule("AT-210")
def test_an_advice_that_vdab_registers_later_makes_the_final_advice_wait() -> None:
    registered = e.MediationAdviceRegistered(date(2027, 7, 2), Advice.WELFARE)
    history = (*READY_FOR_ADVICE, registered)
    assert tried(history, e.FinalAdviceRegistered(date(2027, 7, 1), Advice.WELFARE, BOTH)) == {"AT-210"}
    assert tried(history, e.FinalAdviceRegistered(date(2027, 7, 2), Advice.WELFARE, BOTH)) == set()


def test_the_regular_circuit_has_two_names() -> None:
    assert Advice("REC") is Advice.NEC
    for unknown in ("ABC", "XYZ"):
        with pytest.raises(ValueError, match=unknown):
            Advice(unknown)


@pytest.mark.rule("AT-129")
def test_the_coordinator_is_warned_before_the_final_advice() -> None:
    assert tried(_without(e.CoordinatorWarned), FINAL_ADVICE) == {"AT-129"}


@pytest.mark.rule("AT-193")
@pytest.mark.parametrize("event", [FINAL_REPORT, FINAL_ADVICE], ids=str)
def test_closing_needs_an_internship_or_the_reason_why_there_was_none(event: Event) -> None:
    without = tuple(one for one in READY_FOR_ADVICE if one is not INTERNSHIP)
    assert tried(without, event) == {"AT-193"}
    assert tried((*without, e.NoInternshipMotivated(date(2027, 6, 1))), event) == set()
    assert tried(READY_FOR_ADVICE, event) == set()


@pytest.mark.rule("AT-193")
def test_the_lack_of_an_internship_is_not_explained_when_there_was_one() -> None:
    motivated = e.NoInternshipMotivated(date(2027, 6, 1))
    assert tried((*IN_PROGRESS, INTERNSHIP), motivated) == {"AT-193"}
    assert tried(IN_PROGRESS, motivated) == set()


@pytest.mark.rule("AT-237")
def test_no_final_advice_is_registered_while_a_stop_is_asked() -> None:
    asked = e.StopRequested(date(2027, 6, 28), StopGround.GOAL_UNREACHABLE, BOTH)
    assert tried((*READY_FOR_ADVICE, asked), FINAL_ADVICE) == {"AT-237"}


@pytest.mark.rule("AT-200")
def test_everything_that_is_not_in_order_is_told_at_once() -> None:
    assert tried(IN_PROGRESS, e.FinalAdviceRegistered(date(2026, 5, 1), Advice.NEC)) == {
        "AT-129",
        "AT-143",
        "AT-193",
        "AT-200",
        "AT-201",
        "AT-207",
        "AT-210",
    }


@pytest.mark.rule("AT-208")
@pytest.mark.parametrize(("day", "state"), [(JUNE_29, State.OPEN), (date(2027, 6, 30), State.LATE)])
def test_final_report_and_advice_are_due_four_weeks_after_the_last_action_report(day: date, state: State) -> None:
    assert obligation(on(day, *READY_FOR_ADVICE), "final_report").state is state


@pytest.mark.rule("AT-208")
@pytest.mark.parametrize(("day", "state"), [(JUNE_29, State.MET), (date(2027, 6, 30), State.MET_LATE)])
def test_the_four_weeks_are_met_with_the_report_and_the_advice(day: date, state: State) -> None:
    advice = e.FinalAdviceRegistered(day, Advice.NEC, BOTH)
    assert obligation(on(day, *READY_FOR_ADVICE, FINAL_REPORT, advice), "final_report").state is state


@pytest.mark.rule("AT-208")
def test_nothing_is_due_before_the_last_action_report() -> None:
    assert not owed(on(date(2027, 5, 31), *READY_FOR_ADVICE), "final_report")
    due = obligation(on(date(2027, 6, 1), *READY_FOR_ADVICE), "final_report").due
    assert due.by.steps == (Step(date(2027, 6, 1), "last_report_registered", None), Step(JUNE_29, None, weeks(4)))


@pytest.mark.rule("AT-208")
@pytest.mark.parametrize(
    ("reported_on", "due_on"),
    [
        (date(2027, 9, 9), date(2027, 10, 7)),
        (date(2027, 9, 25), date(2027, 10, 7)),
        (date(2027, 10, 6), date(2027, 10, 7)),
        (date(2027, 10, 7), date(2027, 11, 4)),
        (date(2027, 10, 8), date(2027, 11, 5)),
    ],
)
def test_the_maximum_goes_before_four_weeks_that_would_pass_it(reported_on: date, due_on: date) -> None:
    assessment = on(reported_on, *IN_PROGRESS, e.LastReportRegistered(reported_on))
    assert obligation(assessment, "final_report").by == due_on


@pytest.mark.rule("AT-208")
def test_the_move_to_the_maximum_is_told() -> None:
    assessment = on(date(2027, 9, 25), *IN_PROGRESS, e.LastReportRegistered(date(2027, 9, 25)))
    steps = obligation(assessment, "final_report").due.by.steps
    assert steps[1:] == (Step(date(2027, 10, 23), None, weeks(4)), Step(date(2027, 10, 7), "maximum_reached", None))


@pytest.mark.rule("AT-208")
def test_a_report_that_is_missing_at_the_advice_is_still_owed() -> None:
    without_report = (*READY_FOR_ADVICE, FINAL_ADVICE)
    assert obligation(on(date(2027, 7, 15), *without_report), "final_report").state is State.LATE
    completed = (*without_report, e.FinalReportRegistered(date(2027, 8, 10), joint=True))
    assert obligation(on(date(2027, 8, 10), *completed), "final_report").state is State.MET_LATE


@pytest.mark.rule("AT-208")
def test_after_a_stop_or_an_automatic_end_no_report_is_owed() -> None:
    reported = (*IN_PROGRESS, e.LastReportRegistered(date(2027, 6, 1)))
    halted = on(date(2027, 7, 1), *reported, *stopped(date(2027, 6, 15)))
    assert obligation(halted, "final_report").state is State.LAPSED
    assert obligation(on(date(2028, 5, 7), *reported), "final_report").state is State.LATE
    assert obligation(on(date(2028, 5, 8), *reported), "final_report").state is State.LAPSED


@pytest.mark.rule("AT-200")
def test_after_the_final_advice_only_the_report_and_the_access_remain() -> None:
    assert set(on(date(2027, 7, 1), *READY_FOR_ADVICE, FINAL_ADVICE).allowed) == {
        "access_blocked",
        "final_report_registered",
    }


@pytest.mark.rule("AT-241")
def test_access_is_blocked_at_the_end_and_once() -> None:
    assert tried(READY_FOR_ADVICE, e.AccessBlocked(JUNE_29)) == {"AT-241"}
    assert tried(ENDED, e.AccessBlocked(JUNE_29)) == set()
    assert tried((*ENDED, e.AccessBlocked(JUNE_29)), e.AccessBlocked(date(2027, 6, 30))) == {"AT-241"}


@pytest.mark.rule("AT-241")
@pytest.mark.parametrize(
    ("day", "refused"),
    [(date(2028, 5, 7), {"AT-241"}), (date(2028, 5, 8), set()), (date(2028, 5, 9), set())],
)
def test_access_is_blocked_after_an_automatic_end(day: date, refused: set[str]) -> None:
    assert tried(IN_PROGRESS, e.AccessBlocked(day)) == refused


@pytest.mark.rule("AT-241")
@pytest.mark.parametrize(("day", "state"), [(JUNE_29, State.OPEN), (date(2027, 6, 30), State.LATE)])
def test_blocking_access_is_due_on_the_day_of_the_end(day: date, state: State) -> None:
    assert not owed(on(date(2027, 6, 28), *ENDED), "block_access")
    assert obligation(on(day, *ENDED), "block_access").state is state
    assert obligation(on(day, *ENDED, e.AccessBlocked(JUNE_29)), "block_access").state is State.MET


@pytest.mark.rule("AT-241")
def test_after_an_automatic_end_access_is_still_to_be_blocked() -> None:
    assert not owed(on(date(2028, 5, 7), *IN_PROGRESS), "block_access")
    assert obligation(on(date(2028, 5, 8), *IN_PROGRESS), "block_access").by == date(2028, 5, 8)
