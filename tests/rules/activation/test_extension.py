"""The extension of the maximum duration: who may ask it, until when, for how long, and what a decision changes."""

from datetime import date

import pytest

from tests.rules.histories import BOTH, CARE, IN_PROGRESS, WORK, blocked_by, on, started_on, tried
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.extension import (
    extension_window_closes,
)
from vlechtwerk.rules.activation.terms import InterruptionReason
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role

ILL = InterruptionReason.ILLNESS
PROVIDER = InterruptionReason.PROVIDER
INTERRUPTED = (*IN_PROGRESS, e.Interrupted(date(2027, 2, 1), date(2027, 4, 30), ILL))
SEPTEMBER = date(2027, 9, 10)


def _asked(day: date, months: int = 1, agreed_by: tuple[Role, ...] = BOTH) -> e.ExtensionRequested:
    return e.ExtensionRequested(day, months, agreed_by, necessary_actions=True)


def _granted(asked_on: date, decided_on: date, months: int) -> tuple[Event, ...]:
    return (_asked(asked_on, months), e.ExtensionDecided(decided_on, granted=True))


def _maximum(day: date, *events: Event) -> date:
    reached = on(day, *events).dates["maximum_reached"]
    assert reached is not None
    return reached[1].on


@pytest.mark.rule("AT-229")
@pytest.mark.parametrize(
    ("day", "refused"),
    [(date(2027, 10, 6), set()), (date(2027, 10, 7), {"AT-229"}), (date(2027, 11, 8), {"AT-229"})],
)
def test_an_extension_is_asked_before_eighteen_months(day: date, refused: set[str]) -> None:
    assert tried(INTERRUPTED, _asked(day)) == refused


@pytest.mark.rule("AT-229")
@pytest.mark.parametrize(("day", "refused"), [(date(2027, 2, 27), set()), (date(2027, 2, 28), {"AT-229"})])
def test_eighteen_months_after_31_august_end_on_the_last_day_of_february(day: date, refused: set[str]) -> None:
    ill = e.Interrupted(date(2026, 2, 1), date(2026, 6, 30), ILL)
    assert tried((*started_on(date(2025, 8, 31)), ill), _asked(day)) == refused


@pytest.mark.rule("AT-229")
@pytest.mark.parametrize(("day", "refused"), [(date(2027, 10, 6), set()), (date(2027, 10, 7), {"AT-229"})])
def test_a_second_extension_too_is_asked_before_eighteen_months(day: date, refused: set[str]) -> None:
    extended = (*INTERRUPTED, *_granted(SEPTEMBER, date(2027, 9, 20), 3))
    assert tried(extended, _asked(day)) == refused


@pytest.mark.rule("AT-229")
def test_a_decision_after_the_maximum_still_counts_for_a_request_in_time() -> None:
    asked = (*INTERRUPTED, _asked(date(2027, 10, 6), 3))
    decided = e.ExtensionDecided(date(2027, 10, 20), granted=True)
    assert tried(asked, decided) == set()
    assert _maximum(date(2027, 10, 20), *asked, decided) == date(2028, 1, 7)


@pytest.mark.rule("AT-229")
def test_the_last_day_to_ask_is_the_day_before_eighteen_months() -> None:
    window = extension_window_closes(on(date(2026, 4, 7), *IN_PROGRESS).facts)
    assert window is not None
    assert (window.on, window.start) == (date(2027, 10, 6), date(2026, 4, 7))
    assert extension_window_closes(on(date(2026, 4, 6), *IN_PROGRESS).facts) is None


@pytest.mark.rule("AT-225")
@pytest.mark.parametrize(("agreed_by", "missing"), [((), (CARE, WORK)), ((WORK,), (CARE,)), ((CARE,), (WORK,))])
def test_both_case_managers_agree_on_the_extension(agreed_by: tuple[Role, ...], missing: tuple[Role, ...]) -> None:
    refusal = on(SEPTEMBER, *INTERRUPTED, _asked(SEPTEMBER, agreed_by=agreed_by)).refused[0]
    assert [(reason.rule.id, reason.shortfall.missing) for reason in refusal.reasons] == [("AT-225", missing)]
    assert tried(INTERRUPTED, _asked(SEPTEMBER)) == set()


@pytest.mark.rule("AT-224")
def test_the_request_shows_which_necessary_actions_remain() -> None:
    assert tried(INTERRUPTED, e.ExtensionRequested(SEPTEMBER, 1, BOTH)) == {"AT-224"}
    assert tried(INTERRUPTED, e.ExtensionRequested(SEPTEMBER, 1, BOTH, necessary_actions=True)) == set()


@pytest.mark.rule("AT-220")
@pytest.mark.parametrize(("months", "refused"), [(6, set()), (7, {"AT-220"})])
def test_an_extension_is_at_most_six_months(months: int, refused: set[str]) -> None:
    assert tried(INTERRUPTED, _asked(SEPTEMBER, months)) == refused


@pytest.mark.rule("AT-220")
@pytest.mark.parametrize(("months", "refused"), [(3, set()), (4, {"AT-220"})])
def test_several_extensions_add_up_to_at_most_six_months(months: int, refused: set[str]) -> None:
    extended = (*INTERRUPTED, *_granted(SEPTEMBER, date(2027, 9, 20), 3))
    assert tried(extended, _asked(date(2027, 9, 21), months)) == refused


@pytest.mark.rule("AT-220")
@pytest.mark.parametrize(("months", "refused"), [(6, set()), (7, {"AT-220"})])
def test_the_project_follower_grants_at_most_six_months(months: int, refused: set[str]) -> None:
    asked = (*INTERRUPTED, _asked(SEPTEMBER))
    assert tried(asked, e.ExtensionDecided(SEPTEMBER, granted=True, months=months)) == refused
    assert tried(asked, e.ExtensionDecided(SEPTEMBER, granted=False, months=months)) == set()


@pytest.mark.rule("AT-220")
@pytest.mark.parametrize(("months", "refused"), [(3, set()), (4, {"AT-220"})])
def test_what_was_granted_before_counts_for_a_later_grant(months: int, refused: set[str]) -> None:
    again = (*INTERRUPTED, *_granted(SEPTEMBER, date(2027, 9, 20), 3), _asked(date(2027, 9, 21)))
    assert tried(again, e.ExtensionDecided(date(2027, 9, 22), granted=True, months=months)) == refused


@pytest.mark.rule("AT-220")
@pytest.mark.parametrize(("months", "maximum"), [(3, date(2028, 1, 7)), (6, date(2028, 4, 7))])
def test_a_granted_extension_moves_the_maximum(months: int, maximum: date) -> None:
    assert _maximum(date(2027, 9, 20), *INTERRUPTED, *_granted(SEPTEMBER, date(2027, 9, 20), months)) == maximum


@pytest.mark.rule("AT-220")
def test_extensions_that_follow_each_other_are_added() -> None:
    first = _granted(SEPTEMBER, date(2027, 9, 20), 3)
    second = _granted(date(2027, 9, 21), date(2027, 9, 30), 2)
    assert _maximum(date(2027, 9, 30), *INTERRUPTED, *first, *second) == date(2028, 3, 7)


@pytest.mark.rule("AT-221")
def test_only_the_decision_moves_the_maximum() -> None:
    asked = _asked(SEPTEMBER, 3)
    assert _maximum(date(2027, 9, 20), *INTERRUPTED, asked) == date(2027, 10, 7)
    refused = e.ExtensionDecided(date(2027, 9, 20), granted=False, months=3)
    assert _maximum(date(2027, 9, 20), *INTERRUPTED, asked, refused) == date(2027, 10, 7)


@pytest.mark.rule("AT-221")
def test_the_project_follower_may_grant_less_than_was_asked() -> None:
    fewer = e.ExtensionDecided(date(2027, 9, 20), granted=True, months=2)
    assert _maximum(date(2027, 9, 20), *INTERRUPTED, _asked(SEPTEMBER, 6), fewer) == date(2027, 12, 7)


@pytest.mark.rule("AT-221")
def test_a_decision_answers_a_request_that_was_asked() -> None:
    decided = e.ExtensionDecided(date(2027, 9, 20), granted=True)
    assert tried(INTERRUPTED, decided) == {"AT-221"}
    assert tried((*INTERRUPTED, _asked(SEPTEMBER)), decided) == set()
    assert tried((*INTERRUPTED, _asked(SEPTEMBER), decided), e.ExtensionDecided(date(2027, 9, 21), True)) == {"AT-221"}


@pytest.mark.rule("AT-228")
def test_a_new_request_waits_for_the_decision_on_the_previous_one() -> None:
    asked = (*INTERRUPTED, _asked(SEPTEMBER))
    assert tried(asked, _asked(date(2027, 9, 20))) == {"AT-228"}
    refused = e.ExtensionDecided(date(2027, 9, 19), granted=False)
    assert tried((*asked, refused), _asked(date(2027, 9, 20))) == set()
    facts = on(date(2027, 9, 19), *asked, refused).facts
    assert (facts.extension_asked_on, facts.extension_asked_months, facts.extension_months) == (None, 0, 0)


@pytest.mark.rule("AT-220")
@pytest.mark.parametrize(("granted", "reasons"), [(5, set()), (6, {"AT-220"})])
def test_an_extension_may_be_asked_as_long_as_one_month_is_left(granted: int, reasons: set[str]) -> None:
    extended = (*INTERRUPTED, *_granted(SEPTEMBER, date(2027, 9, 20), granted))
    assert blocked_by(on(date(2027, 9, 21), *extended), "extension_requested") == reasons


@pytest.mark.rule("AT-229")
def test_what_may_be_asked_and_decided_is_told_beforehand() -> None:
    assert blocked_by(on(date(2027, 10, 6), *INTERRUPTED), "extension_requested") == set()
    assert blocked_by(on(date(2027, 10, 7), *INTERRUPTED), "extension_requested") == {"AT-229"}
    assert blocked_by(on(SEPTEMBER, *INTERRUPTED, _asked(SEPTEMBER)), "extension_decided") == set()
    assert blocked_by(on(SEPTEMBER, *INTERRUPTED), "extension_decided") == {"AT-221"}
