"""The law behind everything that is stored: what was computed on the day of the last event stays true on later days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.rules.strategies import History, histories, settings_of_a_region
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.activation.terms import RegionSettings
from vlechtwerk.rules.assessment import State, assess, dues, replay
from vlechtwerk.rules.kernel import Due

later = st.integers(0, 1500)


def _last_day(events: History) -> date:
    return max((event.on for event in events), default=date(2026, 2, 2))


def _state(due: Due, day: date) -> State:
    """How a stored obligation stands, told from its four dates only."""
    if due.done:
        return State.MET if due.done <= due.by.on else State.MET_LATE
    if due.lapses and due.lapses <= day:
        return State.LAPSED
    return State.LATE if day > due.by.on else State.OPEN


@given(histories, later, settings_of_a_region)
def test_stored_obligations_tell_what_is_owed_on_any_later_day(
    events: History, more: int, settings: RegionSettings
) -> None:
    day = _last_day(events) + timedelta(days=more)
    stored = dues(ACTIVATION, replay(ACTIVATION, events, settings)[0])
    told = [(rule, due, _state(due, day)) for rule, due in stored if due.opens is not None and due.opens <= day]
    assessment = assess(ACTIVATION, events, day, settings)
    computed = [(one.rule, one.due, one.state) for one in (*assessment.obligations, *assessment.signals)]
    assert sorted(told, key=repr) == sorted(computed, key=repr)


@given(histories, later, settings_of_a_region)
def test_the_facts_do_not_change_by_waiting(events: History, more: int, settings: RegionSettings) -> None:
    last = _last_day(events)
    first, second = (assess(ACTIVATION, events, day, settings) for day in (last, last + timedelta(days=more)))
    assert first.facts == second.facts
    assert first.refused == second.refused
    assert first.dates == second.dates


@given(histories, settings_of_a_region)
def test_nothing_is_owed_before_it_opens_or_lapses_before_it_does(events: History, settings: RegionSettings) -> None:
    for _, due in dues(ACTIVATION, replay(ACTIVATION, events, settings)[0]):
        assert due.opens is not None
        assert due.done is not None or due.lapses is None or due.opens < due.lapses
        assert due.done is None or due.opens <= due.done


@given(histories)
def test_what_is_owed_is_told_in_order_of_its_date(events: History) -> None:
    told = [(due.by.on, due.number) for _, due in dues(ACTIVATION, replay(ACTIVATION, events)[0])]
    assert told == sorted(told)
