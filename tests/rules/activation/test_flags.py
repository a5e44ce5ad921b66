"""What is remarkable about a trajectory on a day: each flag on both sides of its boundary."""

from datetime import date

import pytest

from tests.rules.histories import (
    ACCEPTED,
    BOTH,
    CARE_ACTION,
    CONFIRMED,
    FINAL_ADVICE,
    FIRST_MEETING,
    IN_PROGRESS,
    READY_FOR_ADVICE,
    REFERRED,
    SIGNED,
    UPLOADED,
    on,
    stopped,
)
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import (
    FirstActionDueFrom,
    InterruptionReason,
    PlanDueFrom,
    RegionSettings,
    StopManner,
)
from vlechtwerk.rules.kernel import Event

REFUSED = e.StartRefused(date(2026, 2, 19))
ILL = e.Interrupted(date(2027, 2, 1), date(2027, 4, 30), InterruptionReason.ILLNESS)
ASKED = e.ExtensionRequested(date(2027, 9, 10), 3, BOTH, necessary_actions=True)
GRANTED = e.ExtensionDecided(date(2027, 9, 20), granted=True)
RUNNING = (*IN_PROGRESS, CARE_ACTION)


def _flags(day: date, *events: Event, settings: RegionSettings | None = None) -> set[str]:
    return set(on(day, *events, settings=settings).flags)


def test_a_trajectory_in_order_has_no_flags() -> None:
    for day in (date(2026, 2, 2), date(2026, 2, 19), date(2026, 4, 20), date(2027, 10, 6)):
        assert _flags(day, *RUNNING) == set()


@pytest.mark.rule("AT-068")
def test_the_start_is_unconfirmed_from_the_refusal_to_the_confirmation() -> None:
    late = e.StartConfirmed(date(2026, 3, 5))
    assert _flags(date(2026, 2, 19), REFERRED, FIRST_MEETING) == set()
    assert _flags(date(2026, 2, 19), REFERRED, FIRST_MEETING, REFUSED) == {"start_unconfirmed"}
    assert _flags(date(2026, 3, 4), REFERRED, FIRST_MEETING, REFUSED, late) == {"start_unconfirmed"}
    assert _flags(date(2026, 3, 5), REFERRED, FIRST_MEETING, REFUSED, late) == set()


@pytest.mark.rule("AT-071")
def test_who_was_removed_is_not_unconfirmed_anymore() -> None:
    removed = e.StopDecided(date(2026, 3, 20), StopManner.REFUSAL)
    assert _flags(date(2026, 3, 20), REFERRED, FIRST_MEETING, REFUSED, removed) == {"access_still_open"}


@pytest.mark.rule("AT-085")
def test_the_plan_is_late_until_it_is_uploaded() -> None:
    late = (*ACCEPTED, SIGNED, e.PlanUploaded(date(2026, 4, 8)))
    assert _flags(date(2026, 4, 2), *late) == set()
    assert _flags(date(2026, 4, 3), *late) == {"plan_late"}
    assert _flags(date(2026, 4, 7), *late) == {"plan_late"}
    assert _flags(date(2026, 4, 8), *late) == set()


@pytest.mark.rule("AT-085")
def test_the_plan_is_late_under_the_reading_of_the_region() -> None:
    settings = RegionSettings(plan_due_from=PlanDueFrom.REFERRAL)
    assert _flags(date(2026, 3, 16), *ACCEPTED, settings=settings) == set()
    assert _flags(date(2026, 3, 17), *ACCEPTED, settings=settings) == {"plan_late"}
    assert _flags(date(2026, 3, 17), REFERRED, settings=settings) == set()


@pytest.mark.rule("AT-119")
def test_the_first_action_is_late_until_it_starts() -> None:
    late = (*IN_PROGRESS, e.ActionStarted(date(2026, 5, 4), CARE_ACTION.domain))
    assert _flags(date(2026, 4, 28), *late) == set()
    assert _flags(date(2026, 4, 29), *late) == {"first_action_late"}
    assert _flags(date(2026, 5, 4), *late) == set()


@pytest.mark.rule("AT-119")
def test_the_first_action_is_late_under_the_reading_of_the_region() -> None:
    settings = RegionSettings(first_action_due_from=FirstActionDueFrom.APPROVAL)
    assert _flags(date(2026, 5, 1), *IN_PROGRESS, settings=settings) == set()
    assert _flags(date(2026, 5, 2), *IN_PROGRESS, settings=settings) == {"first_action_late"}
    assert _flags(date(2026, 5, 2), *ACCEPTED, SIGNED, UPLOADED, settings=settings) == set()


@pytest.mark.rule("AT-165")
def test_care_is_suspended_until_it_is_resumed() -> None:
    events = (*RUNNING, e.CareSuspended(date(2026, 8, 3)), e.CareResumed(date(2026, 10, 5)))
    assert _flags(date(2026, 8, 2), *events) == set()
    assert _flags(date(2026, 8, 3), *events) == {"care_suspended"}
    assert _flags(date(2026, 10, 4), *events) == {"care_suspended"}
    assert _flags(date(2026, 10, 5), *events) == set()


@pytest.mark.rule("AT-222")
@pytest.mark.parametrize(
    ("day", "interrupted"),
    [
        (date(2027, 1, 31), False),
        (date(2027, 2, 1), True),
        (date(2027, 4, 30), True),
        (date(2027, 5, 1), False),
    ],
)
def test_a_trajectory_is_interrupted_from_the_first_to_the_last_day(day: date, interrupted: bool) -> None:
    assert ("interrupted" in _flags(day, *RUNNING, ILL)) is interrupted


@pytest.mark.rule("AT-228")
def test_an_extension_is_pending_until_it_is_decided_and_then_granted() -> None:
    events = (*RUNNING, ILL, ASKED, GRANTED)
    assert _flags(date(2027, 9, 9), *events) == set()
    assert _flags(date(2027, 9, 10), *events) == {"extension_pending"}
    assert _flags(date(2027, 9, 20), *events) == {"extension_granted"}


@pytest.mark.rule("AT-220")
def test_one_month_is_an_extension_too() -> None:
    asked = e.ExtensionRequested(date(2027, 9, 10), 1, BOTH, necessary_actions=True)
    assert _flags(date(2027, 9, 20), *RUNNING, ILL, asked, GRANTED) == {"extension_granted"}


@pytest.mark.rule("AT-228")
def test_an_extension_that_is_refused_leaves_no_flag() -> None:
    refused = e.ExtensionDecided(date(2027, 9, 20), granted=False)
    assert _flags(date(2027, 9, 20), *RUNNING, ILL, ASKED, refused) == set()


@pytest.mark.rule("AT-108")
@pytest.mark.parametrize(("day", "exceeded"), [(date(2027, 10, 6), False), (date(2027, 10, 7), True)])
def test_the_maximum_is_exceeded_from_the_day_it_is_reached(day: date, exceeded: bool) -> None:
    assert ("max_exceeded" in _flags(day, *RUNNING)) is exceeded


@pytest.mark.rule("AT-229")
def test_a_request_that_waits_suspends_the_flag_and_a_refusal_brings_it_back() -> None:
    refused = e.ExtensionDecided(date(2027, 10, 20), granted=False)
    assert _flags(date(2027, 10, 19), *RUNNING, ILL, ASKED, refused) == {"extension_pending"}
    assert _flags(date(2027, 10, 20), *RUNNING, ILL, ASKED, refused) == {"max_exceeded"}


@pytest.mark.rule("AT-220")
def test_a_granted_extension_moves_the_flag() -> None:
    events = (*RUNNING, ILL, ASKED, GRANTED)
    assert _flags(date(2028, 1, 6), *events) == {"extension_granted"}
    assert _flags(date(2028, 1, 7), *events) == {"extension_granted", "max_exceeded"}


@pytest.mark.rule("AT-204")
def test_the_maximum_is_only_exceeded_while_in_progress() -> None:
    assert _flags(date(2028, 4, 6), *RUNNING) == {"max_exceeded"}
    assert _flags(date(2028, 4, 7), *RUNNING) == set()


@pytest.mark.rule("AT-241")
def test_access_is_still_open_from_the_end_until_it_is_blocked() -> None:
    ended = (*READY_FOR_ADVICE, FINAL_ADVICE, e.AccessBlocked(date(2027, 7, 1)))
    assert _flags(date(2027, 6, 28), *ended) == set()
    assert _flags(date(2027, 6, 29), *ended) == {"access_still_open"}
    assert _flags(date(2027, 7, 1), *ended) == set()


@pytest.mark.rule("AT-241")
def test_access_is_still_open_after_an_automatic_end() -> None:
    assert _flags(date(2028, 5, 7), *RUNNING) == set()
    assert _flags(date(2028, 5, 8), *RUNNING) == {"access_still_open"}


def test_what_is_late_or_suspended_is_not_told_after_the_end() -> None:
    suspended = (*IN_PROGRESS, e.CareSuspended(date(2026, 8, 3)), ILL)
    assert _flags(date(2027, 2, 5), *suspended) == {"care_suspended", "first_action_late", "interrupted"}
    assert _flags(date(2027, 2, 5), *suspended, *stopped(date(2027, 2, 5))) == {"access_still_open"}


def test_flags_are_told_in_a_fixed_order() -> None:
    suspended = (*IN_PROGRESS, e.CareSuspended(date(2026, 8, 3)), ILL)
    assert on(date(2027, 2, 5), *suspended).flags == ("first_action_late", "care_suspended", "interrupted")
    assert on(date(2026, 2, 19), REFERRED, FIRST_MEETING, CONFIRMED).flags == ()
