"""What is stored about a case equals what the rules say, on the day of the last event and on every later day."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.cast import Cast
from tests.history.randomly import histories
from tests.rules.histories import IN_PROGRESS, forty_events
from vlechtwerk.history.judging import History
from vlechtwerk.history.ledger import set_projection
from vlechtwerk.history.models import Case, Obligation, status_code_on
from vlechtwerk.history.projection import owed
from vlechtwerk.history.queries import assessment_of
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.activation.terms import RegionSettings
from vlechtwerk.rules.assessment import State, assess

EDGES = {
    date(2028, 4, 6): "in_progress",
    date(2028, 4, 7): "closing",
    date(2028, 5, 7): "closing",
    date(2028, 5, 8): "ended",
}
MAIN_LINE = History(ACTIVATION, IN_PROGRESS, RegionSettings())
EVENTFUL = History(ACTIVATION, forty_events(), RegionSettings())


@settings(max_examples=150, deadline=None)
@given(histories, st.integers(0, 1200))
@example(MAIN_LINE, (date(2028, 4, 7) - date(2026, 4, 7)).days)
@example(EVENTFUL, 0)
def test_stored_fields_tell_any_later_day(history: History, days: int) -> None:
    case, day, facts = Case(), history.last_on + timedelta(days=days), history.facts()
    set_projection(case, history, facts)
    assessment = assess(ACTIVATION, history.events, day, history.settings)
    assert case.status_on(day) == assessment.status
    on_time = {(one.rule.id, one.rule.what, one.due.number): one.state for one in
               (*assessment.obligations, *assessment.signals)}  # fmt: skip
    for one in owed(ACTIVATION, facts):
        assert on_time.get(one.key) == state(one.of_case(case), day)


def state(one: Obligation, day: date) -> State | None:
    """How a stored obligation stands on a day; None when it is not owed yet."""
    if one.opens_on > day:
        return None
    if one.done_on is not None:
        return State.MET if one.done_on <= one.due_on else State.MET_LATE
    if one.lapses_on is not None and one.lapses_on <= day:
        return State.LAPSED
    return State.LATE if one.is_late_on(day) else State.OPEN


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(histories, st.integers(0, 1200))
def test_the_database_tells_the_same_as_the_rules(cast: Cast, history: History, days: int) -> None:
    case, day = cast.open(history.events, settings=history.settings), history.last_on + timedelta(days=days)
    assessment = assessment_of(case, day)
    stored = Case.objects.annotate(status_then=status_code_on(day)).values_list("status_then", flat=True)
    assert stored.get(pk=case.pk) == assessment.status.code
    to_do = {(one.rule.id, one.due.number) for one in (*assessment.obligations, *assessment.signals)
             if one.state in (State.OPEN, State.LATE)}  # fmt: skip
    assert set(case.obligations.open_on(day).values_list("rule", "number")) == to_do


@pytest.mark.parametrize(("day", "status"), list(EDGES.items()))
def test_a_case_closes_and_ends_by_itself_without_any_job_at_night(cast: Cast, day: date, status: str) -> None:
    case = cast.open(IN_PROGRESS)
    in_database = Case.objects.annotate(then=status_code_on(day)).values_list("then", flat=True)
    assert in_database.get(pk=case.pk) == status
    assert case.status_on(day).code == status


def test_recording_one_by_one_stores_the_same_as_loading_at_once(cast: Cast) -> None:
    loaded, recorded = cast.open(forty_events()), cast.open(forty_events()[:1])
    cast.record(recorded, *forty_events()[1:])
    recorded.refresh_from_db()
    fields = [name.attname for name in Case._meta.fields if name.name not in ("id", "number", "file")]
    assert [getattr(loaded, name) for name in fields] == [getattr(recorded, name) for name in fields]
    columns = ("rule", "what", "number", "owner", "due_on", "done_on", "opens_on", "lapses_on", "signal")
    both = [set(case.obligations.values_list(*columns)) for case in (loaded, recorded)]
    assert both[0] == both[1]
