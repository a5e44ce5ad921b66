"""What holds for every history of an application, in whatever order things are said to have happened."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.recognition.applications import ALL_FIVE, full, simplified
from vlechtwerk.rules.assessment import assess, replay
from vlechtwerk.rules.calendar import years_after
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.recognition import events as e
from vlechtwerk.rules.recognition.procedure import RECOGNITION
from vlechtwerk.rules.recognition.terms import FormItem, Outcome

FIRST_DAY = date(2022, 11, 20)
DAYS = st.integers(0, 120).map(lambda count: FIRST_DAY + timedelta(days=count))
LATER = st.integers(0, 3000).map(lambda count: FIRST_DAY + timedelta(days=count))
YES_OR_NO = st.booleans()
EVENTS = st.one_of(
    st.builds(e.ApplicationStarted, DAYS),
    DAYS.map(full),
    DAYS.map(simplified),
    st.builds(e.ApplicationUndersigned, DAYS),
    st.builds(e.ApplicationCancelled, DAYS),
    st.builds(e.AdmissibilityJudged, DAYS, YES_OR_NO, st.sampled_from([(), (FormItem.AREA,)])),
    st.builds(e.AdmissibilityEmailSent, DAYS),
    st.builds(e.ExaminationOpened, DAYS),
    st.builds(e.AdviceFinalised, DAYS, YES_OR_NO, st.just(ALL_FIVE), motivated=st.just(True)),
    st.builds(e.DecisionRecorded, DAYS, YES_OR_NO, st.just(True), st.just(True)),
    st.builds(e.DecisionCommunicated, DAYS, st.none() | DAYS, st.just(True)),
    st.builds(e.ObjectionFiled, DAYS, YES_OR_NO),
    st.builds(e.ReconsiderationDecided, DAYS, st.sampled_from(Outcome)),
    st.builds(e.RenewalStarted, DAYS),
)


def main_line(days: list[date], form: e.ApplicationSubmitted, positive: bool, outcome: Outcome) -> list[Event]:
    """An application that goes all the way to a reconsideration, on these ten days."""
    start = days[7] if positive else None
    return [
        e.ApplicationStarted(days[0]),
        replace(form, on=days[1]),
        e.AdmissibilityJudged(days[2], True),
        e.AdmissibilityEmailSent(days[3]),
        e.ExaminationOpened(days[4]),
        e.AdviceFinalised(days[5], positive, ALL_FIVE, motivated=True),
        e.DecisionRecorded(days[6], positive, document=True, motivated=True),
        e.DecisionCommunicated(days[7], start, way_to_object=True),
        e.ObjectionFiled(days[8], motivated=True),
        e.ReconsiderationDecided(days[9], outcome),
    ]


RANDOM = st.lists(EVENTS, max_size=12)
TEN_DAYS = st.lists(DAYS, min_size=10, max_size=10).map(sorted)
FORMS = st.sampled_from([full(FIRST_DAY), simplified(FIRST_DAY)])
MAIN_LINES = st.builds(main_line, TEN_DAYS, FORMS, YES_OR_NO, st.sampled_from(Outcome))
HISTORIES = st.one_of(
    RANDOM,
    st.tuples(MAIN_LINES, st.integers(1, 10), RANDOM).map(lambda drawn: drawn[0][: drawn[1]] + drawn[2]),
    st.tuples(MAIN_LINES, RANDOM).map(lambda drawn: drawn[0] + drawn[1]),
)


@given(HISTORIES, LATER)
def test_refused_events_change_nothing(events: list[Event], day: date) -> None:
    happened = sorted((event for event in events if event.on <= day), key=lambda event: event.on)
    facts, refused = replay(RECOGNITION, happened)
    accepted: list[Event] = []
    for event in happened:
        if not replay(RECOGNITION, [*accepted, event])[1]:
            accepted.append(event)
    assert replay(RECOGNITION, accepted) == (facts, ())
    assert len(accepted) + len(refused) == len(happened)


@given(HISTORIES, LATER)
def test_a_history_up_to_a_day_gives_the_state_of_that_day(events: list[Event], day: date) -> None:
    known = [event for event in events if event.on <= day]
    whole, prefix = assess(RECOGNITION, events, day), assess(RECOGNITION, known, day)
    assert whole.future == len(events) - len(known)
    assert (whole.status, whole.dates, whole.obligations) == (prefix.status, prefix.dates, prefix.obligations)
    assert (whole.allowed, whole.refused, whole.flags) == (prefix.allowed, prefix.refused, prefix.flags)


@given(HISTORIES, LATER)
def test_an_event_that_is_allowed_is_accepted_in_its_favourable_form(events: list[Event], day: date) -> None:
    happened = [event for event in events if event.on <= day]
    assessment = assess(RECOGNITION, happened, day)
    assert set(assessment.allowed) | {one.event for one in assessment.blocked} == set(RECOGNITION.events)
    for name in assessment.allowed:
        forms = RECOGNITION.candidates(assessment.facts, RECOGNITION.events[name], day)
        assert any(
            len(assess(RECOGNITION, [*happened, form], day).refused) == len(assessment.refused) for form in forms
        )


@pytest.mark.rule("IM-089")
@given(HISTORIES)
def test_no_decision_without_email_and_advice(events: list[Event]) -> None:
    facts, _ = replay(RECOGNITION, events)
    if not facts.decisions:
        return
    assert facts.admissible
    assert facts.application is not None
    steps = [facts.application.on, facts.judged_on, facts.email_sent_on, facts.examination_on, facts.advice_on]
    assert None not in steps
    known = [day for day in steps if day is not None]
    assert [*known, facts.decisions[0].on] == sorted([*known, facts.decisions[0].on])


@pytest.mark.rule("IM-059")
@given(HISTORIES)
def test_step_2_is_never_part_of_a_simplified_application(events: list[Event]) -> None:
    application = replay(RECOGNITION, events)[0].application
    if application is not None and application.exemption.simplified:
        assert application.guides == 0


@pytest.mark.rule("IM-092")
@given(HISTORIES, LATER)
def test_a_recognised_provider_started_less_than_five_years_ago(events: list[Event], day: date) -> None:
    assessment = assess(RECOGNITION, events, day)
    if assessment.status.code == "recognised":
        start = assessment.status.since
        assert start is not None
        assert start <= day < years_after(start, 5)


@given(HISTORIES, LATER)
def test_nothing_is_owed_before_it_opens_and_no_status_lies_in_the_future(events: list[Event], day: date) -> None:
    assessment = assess(RECOGNITION, events, day)
    since = assessment.status.since
    assert since is None or since <= day
    assert all(one.due.opens is not None and one.due.opens <= day for one in assessment.obligations)
