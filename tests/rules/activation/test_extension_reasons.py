"""The reasons for an extension: three months of interruption on the side of the client, or an internship that runs."""

from datetime import date

import pytest

from tests.rules.histories import BOTH, IN_PROGRESS, on, tried
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.extension import (
    internship_exception_points,
    interruption_suffices,
)
from vlechtwerk.rules.activation.facts import Interruption
from vlechtwerk.rules.activation.terms import Domain, InterruptionReason
from vlechtwerk.rules.roles import Role

ILL = InterruptionReason.ILLNESS
PROVIDER = InterruptionReason.PROVIDER
INTERRUPTED = (*IN_PROGRESS, e.Interrupted(date(2027, 2, 1), date(2027, 4, 30), ILL))
SEPTEMBER = date(2027, 9, 10)


def _asked(day: date, months: int = 1, agreed_by: tuple[Role, ...] = BOTH) -> e.ExtensionRequested:
    return e.ExtensionRequested(day, months, agreed_by, necessary_actions=True)


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
@pytest.mark.parametrize(
    ("internship_on", "lacking"),
    [(date(2027, 10, 6), ()), (date(2027, 10, 7), ("internship",)), (date(2027, 10, 8), ("internship",))],
)
def test_the_internship_has_to_start_before_eighteen_months(internship_on: date, lacking: tuple[str, ...]) -> None:
    internship = e.ActionStarted(internship_on, Domain.WORK, internship=True)
    assessment = on(internship_on, *INTERRUPTED, _asked(SEPTEMBER), internship)
    assert assessment.refused == ()
    assert internship_exception_points(assessment.facts) == lacking


@pytest.mark.rule("AT-227")
def test_an_internship_does_not_make_a_late_request_good() -> None:
    internship = e.ActionStarted(date(2027, 10, 6), Domain.WORK, internship=True)
    assert tried((*IN_PROGRESS, internship), _asked(date(2027, 10, 7))) == {"AT-229"}


@pytest.mark.rule("AT-227")
def test_an_internship_waives_also_when_only_a_provider_was_late() -> None:
    late = e.Interrupted(date(2027, 2, 1), date(2027, 4, 30), PROVIDER)
    internship = e.ActionStarted(date(2027, 6, 1), Domain.WORK, internship=True)
    assert tried((*IN_PROGRESS, late, internship), _asked(SEPTEMBER)) == set()
