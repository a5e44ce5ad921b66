"""What changes by itself: minimum and maximum, closing, the automatic end, the signals before it, and the status."""

from datetime import date

import pytest

from tests.rules.histories import (
    ALL_THREE,
    BOTH,
    IN_PROGRESS,
    READY_FOR_ADVICE,
    blocked_by,
    obligation,
    on,
    owed,
    started_on,
    tried,
)
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation import milestones
from vlechtwerk.rules.activation.terms import Advice, ClosingFrom, Domain, InterruptionReason, RegionSettings
from vlechtwerk.rules.assessment import State
from vlechtwerk.rules.calendar import Step, calendar_days, months
from vlechtwerk.rules.kernel import Event

AT_MAXIMUM = RegionSettings(closing_from=ClosingFrom.MAXIMUM)
ILL = e.Interrupted(date(2027, 2, 1), date(2027, 4, 30), InterruptionReason.ILLNESS)
INTERRUPTED = (*IN_PROGRESS, ILL)


def _asked(day: date, months: int = 3) -> e.ExtensionRequested:
    return e.ExtensionRequested(day, months, BOTH, necessary_actions=True)


EXTENDED = (*INTERRUPTED, _asked(date(2027, 9, 10)), e.ExtensionDecided(date(2027, 9, 20), granted=True))


def _dates(day: date, *events: Event, settings: RegionSettings | None = None) -> dict[str, date | None]:
    told = on(day, *events, settings=settings).dates
    return {name: answer[1].on if answer else None for name, answer in told.items()}


def _status(day: date, *events: Event, settings: RegionSettings | None = None) -> tuple[str | None, date | None]:
    status = on(day, *events, settings=settings).status
    return status.code, status.since


@pytest.mark.rule("AT-108")
@pytest.mark.parametrize(
    ("start", "minimum", "maximum", "closing"),
    [
        (date(2026, 4, 7), date(2026, 7, 7), date(2027, 10, 7), date(2028, 4, 7)),
        (date(2025, 8, 31), date(2025, 11, 30), date(2027, 2, 28), date(2027, 8, 31)),
        (date(2025, 11, 30), date(2026, 2, 28), date(2027, 5, 30), date(2027, 11, 30)),
        (date(2028, 2, 29), date(2028, 5, 29), date(2029, 8, 29), date(2030, 2, 28)),
    ],
)
def test_a_trajectory_lasts_three_to_eighteen_months_and_closes_at_twenty_four(
    start: date, minimum: date, maximum: date, closing: date
) -> None:
    expected = {"minimum_reached": minimum, "maximum_reached": maximum, "closing_from": closing}
    assert _dates(start, *started_on(start)) == expected


@pytest.mark.rule("AT-107")
def test_no_duration_runs_before_the_mediation_started() -> None:
    assert set(_dates(date(2026, 4, 6), *IN_PROGRESS).values()) == {None}
    assert _status(date(2026, 4, 6), *IN_PROGRESS) == ("accepted", date(2026, 2, 19))
    assert _status(date(2026, 4, 7), *IN_PROGRESS) == ("in_progress", date(2026, 4, 7))


@pytest.mark.rule("AT-107")
def test_the_duration_starts_with_the_mediation() -> None:
    before, after = (on(day, *IN_PROGRESS).facts for day in (date(2026, 4, 6), date(2026, 4, 7)))
    reckoning = milestones.duration_start(after)
    assert milestones.duration_start(before) is None
    assert reckoning is not None
    assert reckoning.steps == (Step(date(2026, 4, 7), "mediation_started", None),)


@pytest.mark.rule("AT-108")
def test_the_maximum_tells_how_it_was_counted() -> None:
    reached = milestones.maximum_reached(on(date(2027, 9, 20), *EXTENDED).facts)
    assert reached is not None
    assert reached.steps == (
        Step(date(2026, 4, 7), "mediation_started", None),
        Step(date(2028, 1, 7), None, months(21)),
    )


@pytest.mark.rule("AT-204")
@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2028, 4, 6), ("in_progress", date(2026, 4, 7))),
        (date(2028, 4, 7), ("closing", date(2028, 4, 7))),
        (date(2028, 5, 7), ("closing", date(2028, 4, 7))),
        (date(2028, 5, 8), ("ended", date(2028, 5, 8))),
    ],
)
def test_at_twenty_four_months_closing_begins_by_itself(day: date, status: tuple[str, date]) -> None:
    assert _status(day, *IN_PROGRESS) == status


@pytest.mark.rule("AT-204")
@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2027, 10, 6), ("in_progress", date(2026, 4, 7))),
        (date(2027, 10, 7), ("closing", date(2027, 10, 7))),
        (date(2027, 11, 7), ("closing", date(2027, 10, 7))),
        (date(2027, 11, 8), ("ended", date(2027, 11, 8))),
    ],
)
def test_a_region_may_let_closing_begin_at_the_maximum(day: date, status: tuple[str, date]) -> None:
    assert _status(day, *IN_PROGRESS, settings=AT_MAXIMUM) == status


@pytest.mark.rule("AT-204")
def test_closing_at_the_maximum_counts_the_extension() -> None:
    assert _dates(date(2027, 9, 20), *EXTENDED, settings=AT_MAXIMUM)["closing_from"] == date(2028, 1, 7)
    assert _dates(date(2027, 9, 20), *EXTENDED)["closing_from"] == date(2028, 4, 7)


@pytest.mark.rule("AT-229")
def test_no_closing_begins_at_the_maximum_while_a_request_waits() -> None:
    waiting = (*INTERRUPTED, _asked(date(2027, 10, 6)))
    assert _status(date(2027, 10, 20), *waiting, settings=AT_MAXIMUM) == ("in_progress", date(2026, 4, 7))
    assert _dates(date(2027, 10, 20), *waiting, settings=AT_MAXIMUM)["closing_from"] == date(2028, 4, 7)


@pytest.mark.rule("AT-229")
def test_a_refusal_after_the_maximum_lets_closing_begin_on_its_day() -> None:
    refused = (*INTERRUPTED, _asked(date(2027, 10, 6)), e.ExtensionDecided(date(2027, 10, 20), granted=False))
    assert _status(date(2027, 10, 20), *refused, settings=AT_MAXIMUM) == ("closing", date(2027, 10, 20))
    closing = milestones.closing_from(on(date(2027, 10, 20), *refused, settings=AT_MAXIMUM).facts)
    assert closing is not None
    assert closing.steps[-1] == Step(date(2027, 10, 20), "extension_decided", None)


@pytest.mark.rule("AT-229")
def test_a_decision_in_the_closing_month_does_not_move_it() -> None:
    refused = (*INTERRUPTED, _asked(date(2027, 10, 6)), e.ExtensionDecided(date(2028, 4, 20), granted=False))
    assert _status(date(2028, 4, 20), *refused, settings=AT_MAXIMUM) == ("closing", date(2028, 4, 7))


@pytest.mark.rule("AT-204")
@pytest.mark.parametrize(
    "event",
    [
        e.ActionStarted(date(2028, 4, 7), Domain.WORK),
        e.PlanSigned(date(2028, 4, 7), ALL_THREE),
        e.ActionStarted(date(2028, 4, 8), Domain.WORK),
    ],
    ids=str,
)
def test_in_the_closing_month_the_plan_gets_no_new_actions(event: Event) -> None:
    assert tried(IN_PROGRESS, event) == {"AT-204"}


@pytest.mark.rule("AT-204")
@pytest.mark.parametrize(
    "event",
    [
        e.LastReportRegistered(date(2028, 4, 7)),
        e.IcfCompleted(date(2028, 4, 7), 43),
        e.MediationAdviceRegistered(date(2028, 4, 7), Advice.NEC),
        e.CoordinatorWarned(date(2028, 4, 7)),
    ],
    ids=str,
)
def test_in_the_closing_month_registrations_stay_possible(event: Event) -> None:
    assert tried(IN_PROGRESS, event) == set()


@pytest.mark.rule("AT-108")
@pytest.mark.parametrize(("day", "refused"), [(date(2027, 10, 6), set()), (date(2027, 10, 7), {"AT-108"})])
def test_after_the_maximum_the_plan_gets_no_new_actions(day: date, refused: set[str]) -> None:
    assert tried(IN_PROGRESS, e.ActionStarted(day, Domain.WORK)) == refused
    assert tried(IN_PROGRESS, e.PlanSigned(day, ALL_THREE)) == refused


@pytest.mark.rule("AT-108")
def test_a_request_that_waits_or_was_granted_keeps_the_plan_open() -> None:
    action = e.ActionStarted(date(2027, 10, 7), Domain.WORK)
    assert tried((*INTERRUPTED, _asked(date(2027, 10, 6))), action) == set()
    assert tried(EXTENDED, action) == set()
    assert tried(EXTENDED, e.ActionStarted(date(2028, 1, 7), Domain.WORK)) == {"AT-108"}


@pytest.mark.rule("AT-205")
def test_one_month_after_closing_began_all_registrations_are_due() -> None:
    assert not owed(on(date(2028, 4, 6), *IN_PROGRESS), "closing_registrations")
    due = obligation(on(date(2028, 4, 7), *IN_PROGRESS), "closing_registrations")
    assert (due.by, due.state) == (date(2028, 5, 7), State.OPEN)
    assert due.due.by.steps == (Step(date(2028, 4, 7), "closing_from", None), Step(date(2028, 5, 7), None, months(1)))
    assert obligation(on(date(2028, 5, 8), *IN_PROGRESS), "closing_registrations").state is State.LAPSED


@pytest.mark.rule("AT-205")
@pytest.mark.parametrize(("advised_on", "owed_then"), [(date(2028, 4, 6), False), (date(2028, 4, 7), True)])
def test_an_advice_before_closing_leaves_nothing_to_register(advised_on: date, owed_then: bool) -> None:
    advice = e.FinalAdviceRegistered(advised_on, Advice.NEC, BOTH)
    told = owed(on(date(2028, 4, 10), *READY_FOR_ADVICE, advice), "closing_registrations")
    assert [one.state for one in told] == ([State.MET] if owed_then else [])


@pytest.mark.rule("AT-206")
def test_without_advice_the_trajectory_ends_by_itself_the_day_after_the_closing_month() -> None:
    status = on(date(2028, 5, 8), *IN_PROGRESS).status
    assert (status.code, status.since, status.reason) == ("ended", date(2028, 5, 8), "automatic")
    assert on(date(2030, 1, 1), *IN_PROGRESS).status == status


@pytest.mark.rule("AT-206")
@pytest.mark.parametrize(
    ("day", "refused"),
    [(date(2028, 5, 7), set()), (date(2028, 5, 8), {"AT-206"}), (date(2028, 5, 9), {"AT-206"})],
)
def test_after_the_automatic_end_no_advice_is_registered(day: date, refused: set[str]) -> None:
    assert tried(READY_FOR_ADVICE, e.FinalAdviceRegistered(day, Advice.NEC, BOTH)) == refused


@pytest.mark.rule("AT-206")
def test_the_automatic_end_tells_how_it_was_counted() -> None:
    end = milestones.automatic_end(on(date(2026, 4, 7), *IN_PROGRESS).facts)
    assert end is not None
    assert end.steps == (
        Step(date(2028, 4, 7), "closing_from", None),
        Step(date(2028, 5, 7), None, months(1)),
        Step(date(2028, 5, 8), None, calendar_days(1)),
    )


@pytest.mark.rule("AT-203")
@pytest.mark.parametrize(("day", "told"), [(date(2027, 8, 7), False), (date(2027, 8, 8), True)])
def test_the_maximum_is_signalled_sixty_days_before(day: date, told: bool) -> None:
    signals = owed(on(day, *IN_PROGRESS), "maximum_approaching")
    assert [(one.by, one.rule.signal) for one in signals] == ([(date(2027, 10, 7), True)] if told else [])


@pytest.mark.rule("AT-203")
@pytest.mark.parametrize(("day", "told"), [(date(2027, 11, 7), False), (date(2027, 11, 8), True)])
def test_an_extension_moves_the_signal(day: date, told: bool) -> None:
    assert bool(owed(on(day, *EXTENDED), "maximum_approaching")) is told


@pytest.mark.rule("AT-203")
@pytest.mark.parametrize(("day", "told"), [(date(2027, 10, 6), False), (date(2027, 10, 7), True)])
def test_a_region_may_want_another_lead_time(day: date, told: bool) -> None:
    settings = RegionSettings(maximum_signal_days=0)
    assert bool(owed(on(day, *IN_PROGRESS, settings=settings), "maximum_approaching")) is told


@pytest.mark.rule("AT-203")
def test_who_has_an_advice_before_the_signal_never_gets_it() -> None:
    advice = e.FinalAdviceRegistered(date(2027, 6, 29), Advice.NEC, BOTH)
    assert not owed(on(date(2027, 9, 1), *READY_FOR_ADVICE, advice), "maximum_approaching")
    later = e.FinalAdviceRegistered(date(2027, 8, 8), Advice.NEC, BOTH)
    assert obligation(on(date(2027, 9, 1), *READY_FOR_ADVICE, later), "maximum_approaching").state is State.MET


@pytest.mark.rule("AT-122")
def test_a_region_may_keep_the_last_month_for_the_paperwork() -> None:
    assert not owed(on(date(2026, 4, 7), *IN_PROGRESS), "closing_reserve")
    settings = RegionSettings(closing_reserve_months=1)
    reserve = obligation(on(date(2026, 4, 7), *IN_PROGRESS, settings=settings), "closing_reserve")
    assert (reserve.by, reserve.rule.signal) == (date(2027, 9, 7), True)
    done = on(date(2027, 6, 1), *READY_FOR_ADVICE, settings=settings)
    assert obligation(done, "closing_reserve").state is State.MET


@pytest.mark.rule("AT-155")
def test_a_region_may_aim_at_a_shorter_trajectory() -> None:
    assert not owed(on(date(2026, 4, 7), *IN_PROGRESS), "target_duration")
    target = on(date(2026, 4, 7), *IN_PROGRESS, settings=RegionSettings(target_months=12))
    assert (obligation(target, "target_duration").by, obligation(target, "evaluation").by) == (
        date(2027, 4, 7),
        date(2026, 9, 30),
    )
    assert obligation(target, "target_duration").rule.signal


@pytest.mark.parametrize("settings", [RegionSettings(), AT_MAXIMUM])
@pytest.mark.parametrize("history", [IN_PROGRESS, EXTENDED, (*INTERRUPTED, _asked(date(2027, 9, 10)))])
def test_the_quick_dates_equal_the_reckonings(history: tuple[Event, ...], settings: RegionSettings) -> None:
    facts = on(date(2027, 9, 20), *history, settings=settings).facts
    reckoned = [rule(facts) for rule in (milestones.maximum_reached, milestones.closing_from, milestones.automatic_end)]
    quick = [rule(facts) for rule in (milestones.maximum_on, milestones.closing_on, milestones.automatic_end_on)]
    assert [one and one.on for one in reckoned] == quick


def test_the_quick_dates_are_unknown_before_the_start() -> None:
    facts = on(date(2026, 4, 6), *IN_PROGRESS).facts
    assert milestones.maximum_on(facts) is None
    assert milestones.closing_on(facts) is None
    assert milestones.automatic_end_on(facts) is None
    assert milestones.automatic_end(facts) is None
    assert blocked_by(on(date(2026, 4, 6), *IN_PROGRESS), "care_suspended") == {"AT-107"}
