"""The extension of the maximum duration: who may ask it, until when, why, for how long, and what a decision changes."""

from datetime import date

import pytest

from tests.rules.histories import BOTH, CARE, IN_PROGRESS, WORK, blocked_by, on, started_on, tried
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.extension import extension_window_closes, interruption_suffices
from vlechtwerk.rules.activation.facts import Interruption
from vlechtwerk.rules.activation.terms import Domain, InterruptionReason
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


@pytest.mark.rule("AT-222")
@pytest.mark.parametrize(("until", "refused"), [(date(2027, 4, 30), set()), (date(2027, 4, 29), {"AT-222"})])
def test_an_extension_needs_three_months_of_interruption(until: date, refused: set[str]) -> None:
    assert tried((*IN_PROGRESS, e.Interrupted(date(2027, 2, 1), until, ILL)), _asked(SEPTEMBER)) == refused


@pytest.mark.rule("AT-222")
def test_without_any_interruption_there_is_no_extension() -> None:
    assert tried(IN_PROGRESS, _asked(SEPTEMBER)) == {"AT-222"}


@pytest.mark.rule("AT-222")
@pytest.mark.parametrize(("asked_on", "refused"), [(date(2027, 4, 30), set()), (date(2027, 4, 29), {"AT-222"})])
def test_only_time_before_the_request_counts(asked_on: date, refused: set[str]) -> None:
    ill = e.Interrupted(date(2027, 2, 1), date(2027, 12, 31), ILL)
    assert tried((*IN_PROGRESS, ill), _asked(asked_on)) == refused


@pytest.mark.rule("AT-222")
@pytest.mark.parametrize(
    ("periods", "suffices"),
    [
        ([], False),
        ([(date(2027, 2, 1), date(2027, 4, 30), ILL)], True),
        ([(date(2027, 2, 1), date(2027, 4, 29), ILL)], False),
        ([(date(2026, 11, 30), date(2027, 2, 27), ILL)], True),
        ([(date(2026, 11, 30), date(2027, 2, 26), ILL)], False),
        ([(date(2027, 2, 1), date(2027, 3, 15), ILL), (date(2027, 5, 1), date(2027, 6, 15), ILL)], True),
        ([(date(2027, 2, 1), date(2027, 3, 15), ILL), (date(2027, 5, 1), date(2027, 6, 14), ILL)], False),
        ([(date(2027, 2, 1), date(2027, 3, 15), ILL), (date(2027, 3, 1), date(2027, 4, 30), ILL)], True),
        ([(date(2027, 2, 1), date(2027, 3, 15), ILL), (date(2027, 3, 1), date(2027, 4, 29), ILL)], False),
        ([(date(2027, 2, 1), date(2027, 4, 30), PROVIDER)], False),
        ([(date(2027, 2, 1), date(2027, 3, 15), ILL), (date(2027, 3, 16), date(2027, 6, 30), PROVIDER)], False),
    ],
)
def test_interruptions_on_the_side_of_the_client_add_up_and_overlapping_days_count_once(
    periods: list[tuple[date, date, InterruptionReason]], suffices: bool
) -> None:
    assert interruption_suffices([Interruption(*period) for period in periods], SEPTEMBER) is suffices


@pytest.mark.rule("AT-222")
def test_a_shorter_period_inside_a_longer_one_adds_nothing() -> None:
    longer = Interruption(date(2027, 2, 1), date(2027, 4, 20), ILL)
    shorter = Interruption(date(2027, 2, 10), date(2027, 3, 10), ILL)
    later = Interruption(date(2027, 6, 1), date(2027, 6, 9), ILL)
    assert not interruption_suffices((longer, shorter, later), SEPTEMBER)
    assert interruption_suffices(
        (longer, shorter, later, Interruption(date(2027, 6, 10), date(2027, 6, 10), ILL)), SEPTEMBER
    )


@pytest.mark.rule("AT-222")
def test_one_more_interruption_never_harms() -> None:
    one_day_in_july = Interruption(date(2026, 7, 1), date(2026, 7, 1), ILL)
    three_months = Interruption(date(2027, 2, 1), date(2027, 4, 30), ILL)
    assert interruption_suffices((one_day_in_july, three_months), SEPTEMBER)


@pytest.mark.rule("AT-222")
def test_a_period_that_starts_after_the_request_does_not_count() -> None:
    early = Interruption(date(2027, 2, 1), date(2027, 4, 29), ILL)
    assert not interruption_suffices((early, Interruption(date(2027, 9, 11), date(2027, 9, 20), ILL)), SEPTEMBER)
    assert interruption_suffices((early, Interruption(date(2027, 9, 10), date(2027, 9, 20), ILL)), SEPTEMBER)


@pytest.mark.rule("AT-226")
def test_the_delay_of_a_provider_never_justifies_an_extension() -> None:
    history = (*IN_PROGRESS, e.Interrupted(date(2027, 2, 1), date(2027, 4, 30), PROVIDER))
    assert tried(history, _asked(SEPTEMBER)) == {"AT-222", "AT-226"}


@pytest.mark.rule("AT-226")
@pytest.mark.parametrize(
    "reason",
    [
        InterruptionReason.ILLNESS,
        InterruptionReason.MATERNITY,
        InterruptionReason.ACCIDENT,
        InterruptionReason.FORCE_MAJEURE,
    ],
)
def test_reasons_on_the_side_of_the_client_justify_an_extension(reason: InterruptionReason) -> None:
    history = (*IN_PROGRESS, e.Interrupted(date(2027, 2, 1), date(2027, 4, 30), reason))
    assert tried(history, _asked(SEPTEMBER)) == set()


@pytest.mark.rule("AT-226")
def test_the_delay_of_a_provider_beside_an_illness_does_not_harm() -> None:
    assert (
        tried((*INTERRUPTED, e.Interrupted(date(2027, 5, 1), date(2027, 5, 20), PROVIDER)), _asked(SEPTEMBER)) == set()
    )


@pytest.mark.rule("AT-227")
@pytest.mark.parametrize(("internship_on", "refused"), [(date(2027, 10, 6), set()), (None, {"AT-222"})])
def test_an_internship_that_has_started_waives_the_three_months(internship_on: date | None, refused: set[str]) -> None:
    ill = e.Interrupted(date(2027, 2, 1), date(2027, 2, 28), ILL)
    internship = (e.ActionStarted(internship_on, Domain.WORK, internship=True),) if internship_on else ()
    assert tried((*IN_PROGRESS, ill, *internship), _asked(date(2027, 10, 6))) == refused


@pytest.mark.rule("AT-227")
def test_an_internship_does_not_make_a_late_request_good() -> None:
    internship = e.ActionStarted(date(2027, 10, 6), Domain.WORK, internship=True)
    assert tried((*IN_PROGRESS, internship), _asked(date(2027, 10, 7))) == {"AT-229"}


@pytest.mark.rule("AT-227")
def test_an_internship_waives_also_when_only_a_provider_was_late() -> None:
    late = e.Interrupted(date(2027, 2, 1), date(2027, 4, 30), PROVIDER)
    internship = e.ActionStarted(date(2027, 6, 1), Domain.WORK, internship=True)
    assert tried((*IN_PROGRESS, late, internship), _asked(SEPTEMBER)) == set()


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
