"""The lines of a statement: the worked examples on their dates, one class each, in the half-year of their end."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.compensation.world import FICTIONAL, World, completed, on_day, stopped_early, without_report
from tests.rules.activation.test_worked_calendars import T1, T2, T3, T4, T5
from tests.rules.histories import FIRST_MEETING, REFERRED, started_on
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import Advice, StopManner
from vlechtwerk.rules.kernel import Event

APRIL_7, JUNE_29 = date(2026, 4, 7), date(2027, 6, 29)
REMOVED = e.StopDecided(date(2027, 1, 20), StopManner.CONTINGENT_REMOVAL)
EXAMPLES = {
    "A": (completed(APRIL_7, JUNE_29), (2027, 1), 100, "1000.00", "AT-020"),
    "B": (completed(APRIL_7, date(2026, 7, 7), Advice.SEC), (2026, 2), 100, "1000.00", "AT-020"),
    "C": (stopped_early(date(2026, 1, 15), date(2026, 4, 15)), (2026, 1), 60, "600.00", "AT-021"),
    "D": (stopped_early(date(2026, 1, 15), date(2026, 4, 14)), (2026, 1), 0, "0.00", "AT-021"),
    "E": (stopped_early(date(2025, 11, 30), date(2026, 2, 28)), (2026, 1), 60, "600.00", "AT-021"),
    "F": (started_on(APRIL_7), (2028, 1), 0, "0.00", "AT-206"),
    "G": ((*started_on(APRIL_7), REMOVED), (2027, 1), 0, "0.00", "AT-236"),
    "H": (without_report(APRIL_7, JUNE_29), (2027, 1), 0, "0.00", "AT-020"),
    "I": (completed(APRIL_7, JUNE_29, Advice.WELFARE), (2027, 1), 100, "1000.00", "AT-020"),
    "J": (
        (REFERRED, FIRST_MEETING, e.StopDecided(date(2026, 3, 20), StopManner.REFUSAL)), (2026, 1), 0, "0.00", "AT-107",
    ),
}  # fmt: skip
"""The table of the worked examples: history, half-year, class, amount at a fictional 1,000.00 euro, and the rule."""


@pytest.mark.rule("AT-019")
@pytest.mark.parametrize("name", EXAMPLES)
def test_each_example_stands_in_the_half_year_of_its_end(world: World, name: str) -> None:
    events, run, percent, amount, rule = EXAMPLES[name]
    world.amount()
    case = world.open(events)
    others = {(year, half) for year in (2026, 2027, 2028) for half in (1, 2)} - {run}
    with on_day("2028-07-10"):
        line = world.lines(*run)[case.number]
        assert (line.percent, line.amount, line.rule, line.kind) == (percent, Decimal(amount), rule, "regular")
        assert [one for one in others if one < run and world.lines(*one)] == []


def test_the_half_years_of_the_examples_come_to_what_the_table_says(world: World) -> None:
    world.amount()
    for events, *_ in EXAMPLES.values():
        world.open(events)
    told = {run: world.statement(*run).total for run in ((2026, 1), (2026, 2), (2027, 1))}
    assert told == {(2026, 1): Decimal("1200.00"), (2026, 2): FICTIONAL, (2027, 1): Decimal("2000.00")}


@pytest.mark.parametrize(
    ("history", "run", "percent"),
    [(T1, (2027, 1), 100), (T3, (2026, 2), 60), (T4, (2028, 1), 0), (T5, (2026, 1), 0)],
    ids=["T1", "T3", "T4", "T5"],
)
def test_the_worked_calendars_stand_in_their_half_year(
    world: World, history: tuple[Event, ...], run: tuple[int, int], percent: int
) -> None:
    case = world.open(history)
    with on_day("2028-07-10"):
        assert {number: line.percent for number, line in world.lines(*run).items()} == {case.number: percent}


def test_the_worked_calendar_with_an_extension_gives_no_line_while_it_runs(world: World) -> None:
    world.open(T2)
    assert [world.lines(year, half) for year in (2026, 2027) for half in (1, 2)] == [{}, {}, {}, {}]


@pytest.mark.rule("AT-018")
def test_a_running_trajectory_gives_no_line(world: World) -> None:
    world.open(started_on(date(2027, 1, 4)))
    assert world.lines(2027, 1) == {}


@pytest.mark.rule("AT-021")
@pytest.mark.parametrize(("end", "percent"), [(date(2026, 4, 14), 0), (date(2026, 4, 15), 60)])
def test_three_months_less_a_day_give_nothing_and_three_months_sixty_percent(
    world: World, end: date, percent: int
) -> None:
    case = world.open(stopped_early(date(2026, 1, 15), end))
    assert world.lines(2026, 1)[case.number].percent == percent


@pytest.mark.rule("AT-019")
@pytest.mark.parametrize(("end", "half"), [(date(2026, 6, 30), 1), (date(2026, 7, 1), 2)])
def test_the_last_of_june_and_the_first_of_july_stand_in_different_statements(
    world: World, end: date, half: int
) -> None:
    case = world.open(stopped_early(date(2026, 1, 15), end))
    assert [list(world.lines(2026, one)) for one in (1, 2)].index([case.number]) == half - 1


def test_what_happens_after_the_half_year_does_not_count_yet(world: World) -> None:
    report = e.FinalReportRegistered(date(2027, 7, 1), joint=True)
    case = world.open((*without_report(APRIL_7, JUNE_29), report))
    line = world.lines(2027, 1)[case.number]
    assert (line.percent, line.code, line.unsettled) == (0, "incomplete", True)


@pytest.mark.parametrize(("today", "percents"), [("2028-03-01", []), ("2028-05-07", []), ("2028-05-08", [0])])
def test_what_is_yet_to_come_does_not_count_either(world: World, today: str, percents: list[int]) -> None:
    # Twenty-four months are over on 7 April 2028, and a month later the trajectory ends by itself.
    world.open(started_on(APRIL_7))
    with on_day(today):
        assert [line.percent for line in world.lines(2028, 1).values()] == percents


def test_a_stop_that_was_decided_after_the_half_year_comes_late(world: World) -> None:
    asked, decided = date(2026, 6, 25), date(2026, 7, 3)
    case = world.open((*started_on(date(2026, 1, 15)), *_stop(asked, decided)))
    assert world.lines(2026, 1) == {}
    line = world.lines(2026, 2)[case.number]
    assert (line.kind, line.percent, line.ended_on) == ("late", 60, asked)


def _stop(asked: date, decided: date) -> tuple[Event, ...]:
    request, decision = stopped_early(date(2026, 1, 15), asked)[-2:]
    return request, e.StopDecided(decided, decision.manner)  # type: ignore[attr-defined]  # the decision of a stop


def test_without_an_amount_the_class_is_told_and_only_nothing_is_an_amount(world: World) -> None:
    full, none = world.open(EXAMPLES["A"][0]), world.open(EXAMPLES["H"][0])
    lines = world.lines(2027, 1)
    assert (lines[full.number].percent, lines[full.number].amount) == (100, None)
    assert (lines[none.number].percent, lines[none.number].amount) == (0, Decimal("0.00"))


@pytest.mark.parametrize(("end", "expected"), [(date(2027, 3, 31), "1000.00"), (date(2027, 4, 1), "1100.00")])
def test_the_amount_of_the_day_of_the_end_counts(world: World, end: date, expected: str) -> None:
    world.amount()
    world.amount(Decimal("1100.00"), date(2027, 4, 1))
    case = world.open(completed(APRIL_7, end))
    assert world.lines(2027, 1)[case.number].amount == Decimal(expected)


def test_an_amount_that_was_withdrawn_no_longer_holds(world: World) -> None:
    world.amount()
    world.amount(Decimal("1100.00"), date(2027, 4, 1))
    world.amount(None, date(2027, 4, 1))
    case = world.open(EXAMPLES["A"][0])
    assert world.lines(2027, 1)[case.number].amount == FICTIONAL


def test_a_trajectory_of_another_region_has_no_line_here(world: World) -> None:
    case = world.open(EXAMPLES["A"][0])
    type(case).objects.filter(pk=case.pk).update(region=world.elsewhere.region)
    assert world.lines(2027, 1) == {}


def test_the_number_of_queries_does_not_depend_on_the_number_of_trajectories(world: World) -> None:
    asked = []
    for _ in range(2):
        for events, *_rest in EXAMPLES.values():
            world.open(events)
        with CaptureQueriesContext(connection) as queries:
            world.lines(2027, 1)
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 6


def test_a_statement_of_long_ago_says_what_was_known_on_its_last_day(world: World) -> None:
    world.open(EXAMPLES["C"][0])
    with on_day("2029-01-10"):
        assert [line.percent for line in world.lines(2026, 1).values()] == [60]
