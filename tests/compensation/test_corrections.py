"""What changes after a statement was decided stands as a signed line in the next one, with the line that it corrects."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from tests.compensation.world import World, completed, on_day, stopped_early, without_report
from tests.rules.histories import started_on
from vlechtwerk.history.actions import correct
from vlechtwerk.history.models import Case, CorrectionReason
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import StopManner
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role

APRIL_7, JUNE_29 = date(2026, 4, 7), date(2027, 6, 29)
STARTED, ENDED = date(2026, 1, 15), date(2026, 4, 15)


def replace(world: World, case: Case, name: str, by: Role, replacement: Event | None) -> None:
    """Correct an event of a case."""
    row = case.events.get(name=name)
    correct(
        event=row,
        replacement=replacement,
        reason_code=CorrectionReason.WRONG_DETAIL,
        by=world.cast[by],
        key=uuid4(),
    )


@pytest.mark.rule("AT-019")
def test_a_report_that_is_completed_later_gives_the_full_amount_in_the_next_statement(world: World) -> None:
    world.amount()
    case = world.open(without_report(APRIL_7, JUNE_29))
    world.decide(2027, 1)
    with on_day("2027-08-10"):
        world.cast.record(case, e.FinalReportRegistered(date(2027, 8, 10), joint=True))
    with on_day("2028-01-10"):
        line = world.lines(2027, 2)[case.number]
    first = world.lines(2027, 1)[case.number]
    assert (line.kind, line.percent, line.amount) == ("correction", 100, Decimal("1000.00"))
    assert (line.corrects_id, first.amount) == (first.pk, Decimal("0.00"))


def test_what_was_known_of_after_the_half_year_when_it_was_prepared_comes_in_the_next_one_too(world: World) -> None:
    world.amount()
    report = e.FinalReportRegistered(date(2027, 7, 1), joint=True)
    case = world.open((*without_report(APRIL_7, JUNE_29), report))
    world.decide(2027, 1)
    with on_day("2028-01-10"):
        assert world.lines(2027, 2)[case.number].amount == Decimal("1000.00")


@pytest.mark.rule("AT-236")
def test_a_removal_after_the_payment_is_reclaimed(world: World) -> None:
    world.amount()
    case = world.open(stopped_early(STARTED, ENDED))
    world.decide(2026, 1)
    removed = e.StopDecided(ENDED, StopManner.CONTINGENT_REMOVAL)
    replace(world, case, "stop_decided", Role.PROJECT_FOLLOWER, removed)
    line = world.lines(2026, 2)[case.number]
    assert (line.kind, line.percent, line.amount, line.rule) == ("correction", 0, Decimal("-600.00"), "AT-236")


@pytest.mark.rule("AT-019")
def test_a_correction_is_claimed_once(world: World) -> None:
    world.amount()
    case = world.open(stopped_early(STARTED, ENDED))
    world.decide(2026, 1)
    replace(world, case, "stop_decided", Role.PROJECT_FOLLOWER, e.StopDecided(ENDED, StopManner.CONTINGENT_REMOVAL))
    world.decide(2026, 2)
    assert world.lines(2027, 1) == {}


def test_a_trajectory_that_turns_out_to_run_still_is_reclaimed_and_claimed_when_it_ends(world: World) -> None:
    world.amount()
    case = world.open(stopped_early(STARTED, ENDED))
    world.decide(2026, 1)
    replace(world, case, "stop_decided", Role.PROJECT_FOLLOWER, None)
    line = world.lines(2026, 2)[case.number]
    assert (line.percent, line.code, line.amount, line.ended_on) == (0, "running", Decimal("-600.00"), None)
    world.decide(2026, 2)
    world.cast.record(case, e.StopDecided(date(2027, 5, 3), StopManner.EARLY_STOP))
    assert world.lines(2027, 1)[case.number].amount == Decimal("600.00")


def test_an_end_that_is_recorded_after_the_statement_comes_late_in_the_next_one(world: World) -> None:
    world.amount()
    case = world.open(started_on(STARTED))
    world.open(stopped_early(STARTED, ENDED))
    world.decide(2026, 1)
    world.cast.record(case, *stopped_early(STARTED, ENDED)[-2:])
    line = world.lines(2026, 2)[case.number]
    assert (line.kind, line.amount, line.ended_on) == ("late", Decimal("600.00"), ENDED)


def test_an_end_of_before_the_first_statement_is_not_claimed(world: World) -> None:
    world.open(stopped_early(STARTED, ENDED))
    assert world.lines(2026, 2) == {}


def test_another_amount_for_a_day_that_was_claimed_is_made_good(world: World) -> None:
    world.amount()
    case = world.open(completed(APRIL_7, date(2026, 7, 7)))
    world.decide(2026, 2)
    world.amount(Decimal("1050.00"), date(2026, 7, 1))
    line = world.lines(2027, 1)[case.number]
    assert (line.kind, line.percent, line.amount) == ("correction", 100, Decimal("50.00"))


def test_what_did_not_change_has_no_line_in_the_next_statement(world: World) -> None:
    world.amount()
    case = world.open(completed(APRIL_7, date(2026, 7, 7)))
    world.decide(2026, 2)
    world.cast.record(case, e.AccessBlocked(date(2026, 7, 8)))
    assert world.lines(2027, 1) == {}
