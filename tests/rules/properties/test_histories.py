"""Laws of every history: nothing makes the rules stumble, refusals change nothing, and the status only moves forward."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.rules.strategies import History, days, histories, settings_of_a_region
from vlechtwerk.rules.activation import milestones
from vlechtwerk.rules.activation.compensation import compensation_on, deciding_facts
from vlechtwerk.rules.activation.events import EVENTS
from vlechtwerk.rules.activation.extension import interruption_suffices
from vlechtwerk.rules.activation.facts import Interruption
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.activation.terms import InterruptionReason, RegionSettings
from vlechtwerk.rules.assessment import Assessment, State, assess, replay
from vlechtwerk.rules.calendar import months_after
from vlechtwerk.rules.kernel import Event

ORDER = {None: 0, "initiated": 1, "accepted": 2, "in_progress": 3, "closing": 4, "ended": 5, "cancelled": 5}


def _on(events: History, day: date, settings: RegionSettings | None = None) -> Assessment:
    return assess(ACTIVATION, events, day, settings)


def _accepted(events: History, settings: RegionSettings) -> list[Event]:
    """The events that are accepted when they are offered one by one in order of their date."""
    accepted: list[Event] = []
    for event in sorted(events, key=lambda happened: happened.on):
        if not replay(ACTIVATION, [*accepted, event], settings)[1]:
            accepted.append(event)
    return accepted


def _days_of(events: History) -> list[date]:
    """Days worth a look: those of the events and some in the years after them."""
    told = {event.on for event in events}
    return sorted(told | {day + timedelta(days=more) for day in told for more in (1, 30, 400, 800)})


@given(histories, days, settings_of_a_region)
def test_every_history_can_be_assessed_on_every_day(events: History, day: date, settings: RegionSettings) -> None:
    assessment = _on(events, day, settings)
    assert assessment.future == sum(event.on > day for event in events)
    assert len(assessment.refused) + assessment.future <= len(events)


@given(histories, settings_of_a_region)
def test_events_that_are_refused_change_nothing(events: History, settings: RegionSettings) -> None:
    accepted = _accepted(events, settings)
    facts, refused = replay(ACTIVATION, events, settings)
    assert replay(ACTIVATION, accepted, settings) == (facts, ())
    assert len(refused) == len(events) - len(accepted)


@given(histories, days)
def test_the_future_does_not_change_the_past(events: History, day: date) -> None:
    past = tuple(event for event in events if event.on <= day)
    assert replace(_on(events, day), future=0) == _on(past, day)


@given(histories, days)
def test_only_the_order_of_events_of_one_day_matters(events: History, day: date) -> None:
    backwards = sorted(events, key=lambda event: -event.on.toordinal())
    assert _on(tuple(backwards), day) == _on(events, day)


@given(histories, settings_of_a_region)
def test_as_days_go_on_the_status_only_moves_forward(events: History, settings: RegionSettings) -> None:
    told = [_on(events, day, settings).status for day in _days_of(events)]
    ranks = [ORDER[status.code] for status in told]
    assert ranks == sorted(ranks)
    assert len({status for status in told if ORDER[status.code] == 5}) <= 1


@given(histories, days, settings_of_a_region)
def test_every_event_is_either_allowed_or_blocked(events: History, day: date, settings: RegionSettings) -> None:
    assessment = _on(events, day, settings)
    blocked = [refusal.event for refusal in assessment.blocked]
    assert sorted((*assessment.allowed, *blocked)) == sorted(EVENTS)
    assert all(refusal.reasons for refusal in (*assessment.blocked, *assessment.refused))


@given(histories, days, settings_of_a_region)
def test_what_is_allowed_is_accepted_and_what_is_blocked_is_refused(
    events: History, day: date, settings: RegionSettings
) -> None:
    past = [event for event in events if event.on <= day]
    facts, refused = replay(ACTIVATION, past, settings)
    allowed = _on(events, day, settings).allowed
    for name, kind in EVENTS.items():
        forms = ACTIVATION.candidates(facts, kind, day)
        outcomes = [len(replay(ACTIVATION, [*past, form], settings)[1]) == len(refused) for form in forms]
        assert any(outcomes) is (name in allowed)


@given(histories, days, settings_of_a_region)
def test_the_quick_dates_equal_the_reckonings(events: History, day: date, settings: RegionSettings) -> None:
    facts = _on(events, day, settings).facts
    for quick, reckoned in (
        (milestones.maximum_on, milestones.maximum_reached),
        (milestones.closing_on, milestones.closing_from),
        (milestones.automatic_end_on, milestones.automatic_end),
    ):
        reckoning = reckoned(facts)
        assert quick(facts) == (reckoning and reckoning.on)


@given(histories, settings_of_a_region)
def test_no_history_passes_the_longest_durations(events: History, settings: RegionSettings) -> None:
    facts, _ = replay(ACTIVATION, events, settings)
    maximum, closing = milestones.maximum_on(facts), milestones.closing_on(facts)
    assert 0 <= facts.extension_months <= 6
    if facts.started_on is not None:
        assert maximum is not None
        assert closing is not None
        assert months_after(facts.started_on, 18) <= maximum <= closing <= months_after(facts.started_on, 24)


@given(histories, days)
def test_the_compensation_follows_the_way_it_ended(events: History, day: date) -> None:
    assessment = _on(events, day)
    percent = assessment.extra["compensation"].share.percent
    reason = assessment.status.reason
    possible: dict[str | None, set[int | None]] = {"final_advice": {0, 100}, "early_stop": {0, 60}, None: {None}}
    assert percent in possible.get(reason, {0})


@given(histories, days)
def test_what_is_owed_is_open_by_then_and_its_state_fits_its_dates(events: History, day: date) -> None:
    assessment = _on(events, day)
    for one in (*assessment.obligations, *assessment.signals):
        assert one.due.opens is not None
        assert one.due.opens <= day
        assert (one.state in {State.MET, State.MET_LATE}) is (one.due.done is not None)
        assert one.due.done is None or one.due.opens <= one.due.done <= day
        assert (one.state is State.LATE) <= (one.by < day)


@given(histories, days)
def test_each_obligation_is_told_once(events: History, day: date) -> None:
    assessment = _on(events, day)
    told = [(one.rule.what, one.due.number) for one in (*assessment.obligations, *assessment.signals)]
    assert len(told) == len(set(told))


PERIODS = st.lists(
    st.tuples(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(0, 100)), min_size=1, max_size=4
)


def _interruptions(periods: list[tuple[date, int]]) -> list[Interruption]:
    return [Interruption(day, day + timedelta(days=more), InterruptionReason.ILLNESS) for day, more in periods]


@given(PERIODS, PERIODS, days)
def test_one_more_interruption_never_harms(
    some: list[tuple[date, int]], more: list[tuple[date, int]], asked_on: date
) -> None:
    before = interruption_suffices(_interruptions(some), asked_on)
    assert before <= interruption_suffices(_interruptions([*some, *more]), asked_on)


@given(PERIODS, days)
def test_interruptions_are_counted_as_days_one_by_one(periods: list[tuple[date, int]], asked_on: date) -> None:
    days_off = {
        day + timedelta(days=nth)
        for day, more in periods
        for nth in range(more + 1)
        if day + timedelta(nth) <= asked_on
    }
    shortest = min(((months_after(day, 3) - day).days for day, _ in periods if day <= asked_on), default=None)
    suffices = shortest is not None and len(days_off) >= shortest
    assert interruption_suffices(_interruptions(periods), asked_on) is suffices


@given(histories, days, settings_of_a_region)
def test_the_events_that_decide_about_the_compensation_are_enough_for_it(
    events: History, day: date, settings: RegionSettings
) -> None:
    accepted = _accepted(events, settings)
    facts = deciding_facts(accepted, day, settings)
    whole = _on(tuple(accepted), day, settings)
    assert compensation_on(facts, day) == whole.extra["compensation"]
    assert milestones.over_on(facts) == milestones.over_on(whole.facts)
