"""The confirmation of the start: fifteen days, mediation, and removal after a lasting refusal."""

from datetime import date

import pytest

from tests.rules.histories import (
    ACCEPTED,
    FIRST_MEETING,
    INITIATED,
    REFERRED,
    obligation,
    on,
    owed,
    tried,
)
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import StopManner
from vlechtwerk.rules.assessment import State
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role

REFUSED = e.StartRefused(date(2026, 2, 19))
UNCONFIRMED = (REFERRED, FIRST_MEETING, REFUSED)
BOTH_ASKED = (Role.TRUSTED_ADVISOR, Role.PROJECT_FOLLOWER)


@pytest.mark.rule("AT-067")
@pytest.mark.parametrize("event", [e.StartConfirmed(date(2026, 3, 6)), e.StartRefused(date(2026, 3, 6))], ids=str)
def test_the_start_is_confirmed_once_and_not_refused_afterwards(event: Event) -> None:
    assert tried(UNCONFIRMED, event) == set()
    assert tried(ACCEPTED, event) == {"AT-067"}


@pytest.mark.rule("AT-068")
@pytest.mark.parametrize(("day", "state"), [(date(2026, 3, 6), State.OPEN), (date(2026, 3, 7), State.LATE)])
def test_the_start_is_to_be_confirmed_within_15_days(day: date, state: State) -> None:
    assert obligation(on(day, *UNCONFIRMED), "start_confirmation").state is state
    assert obligation(on(day, REFERRED, FIRST_MEETING), "start_confirmation").state is state


@pytest.mark.rule("AT-068")
@pytest.mark.parametrize(("day", "state"), [(date(2026, 3, 6), State.MET), (date(2026, 3, 7), State.MET_LATE)])
def test_confirming_on_day_15_is_in_time(day: date, state: State) -> None:
    assert obligation(on(day, *UNCONFIRMED, e.StartConfirmed(day)), "start_confirmation").state is state


@pytest.mark.rule("AT-068")
@pytest.mark.parametrize(("day", "refused"), [(date(2026, 3, 6), {"AT-068"}), (date(2026, 3, 7), set())])
def test_mediation_is_asked_only_after_the_15_days(day: date, refused: set[str]) -> None:
    assert tried(UNCONFIRMED, e.MediationRequested(day, BOTH_ASKED)) == refused


@pytest.mark.rule("AT-068")
def test_mediation_that_comes_too_early_tells_from_when_it_is_possible() -> None:
    refusal = on(date(2026, 3, 1), *UNCONFIRMED, e.MediationRequested(date(2026, 3, 1), BOTH_ASKED)).refused[0]
    assert refusal.reasons[0].shortfall.possible_from == date(2026, 3, 7)


@pytest.mark.rule("AT-068")
def test_no_mediation_is_asked_of_who_confirmed() -> None:
    assert tried(ACCEPTED, e.MediationRequested(date(2026, 3, 7), BOTH_ASKED)) == {"AT-068"}


@pytest.mark.rule("AT-070")
@pytest.mark.parametrize(
    ("shared_with", "refused"),
    [((), {"AT-070"}), (BOTH_ASKED[:1], {"AT-070"}), (BOTH_ASKED[1:], {"AT-070"}), (BOTH_ASKED, set())],
)
def test_mediation_is_asked_of_the_trusted_advisor_and_the_project_follower(
    shared_with: tuple[Role, ...], refused: set[str]
) -> None:
    assert tried(UNCONFIRMED, e.MediationRequested(date(2026, 3, 7), shared_with)) == refused


@pytest.mark.rule("AT-070")
def test_who_was_not_asked_for_mediation_is_named() -> None:
    asked = e.MediationRequested(date(2026, 3, 7), BOTH_ASKED[:1])
    (reason,) = on(date(2026, 3, 7), *UNCONFIRMED, asked).refused[0].reasons
    assert reason.shortfall.missing == (Role.PROJECT_FOLLOWER,)


@pytest.mark.rule("AT-070")
def test_the_request_for_mediation_is_a_signal_from_day_16() -> None:
    assert not owed(on(date(2026, 3, 6), *UNCONFIRMED), "mediation_request")
    asked = obligation(on(date(2026, 3, 7), *UNCONFIRMED), "mediation_request")
    assert (asked.by, asked.state, asked.rule.signal) == (date(2026, 3, 7), State.OPEN, True)


@pytest.mark.rule("AT-070")
def test_asking_for_mediation_again_leaves_the_first_date() -> None:
    asked = (e.MediationRequested(date(2026, 3, 7), BOTH_ASKED), e.MediationRequested(date(2026, 3, 9), BOTH_ASKED))
    assert obligation(on(date(2026, 3, 9), *UNCONFIRMED, *asked), "mediation_request").state is State.MET


@pytest.mark.rule("AT-070")
def test_no_mediation_is_asked_for_anymore_when_the_client_confirms_after_all() -> None:
    late = e.StartConfirmed(date(2026, 3, 9))
    assert obligation(on(date(2026, 3, 8), *UNCONFIRMED, late), "mediation_request").state is State.LATE
    assert obligation(on(date(2026, 3, 9), *UNCONFIRMED, late), "mediation_request").state is State.LAPSED
    assert not owed(on(date(2026, 3, 9), *ACCEPTED), "mediation_request")


@pytest.mark.rule("AT-071")
@pytest.mark.parametrize(("day", "refused"), [(date(2026, 3, 6), {"AT-071"}), (date(2026, 3, 7), set())])
def test_a_client_is_removed_for_refusing_from_day_16(day: date, refused: set[str]) -> None:
    assert tried(UNCONFIRMED, e.StopDecided(day, StopManner.REFUSAL)) == refused


@pytest.mark.rule("AT-071")
def test_nobody_is_removed_for_refusing_who_confirmed_or_never_attended() -> None:
    removed = e.StopDecided(date(2026, 3, 20), StopManner.REFUSAL)
    assert tried(ACCEPTED, removed) == {"AT-071"}
    assert tried(INITIATED, removed) == {"AT-071"}


@pytest.mark.rule("AT-071")
def test_a_lasting_refusal_cancels_the_trajectory_on_the_day_of_the_decision() -> None:
    status = on(date(2026, 3, 20), *UNCONFIRMED, e.StopDecided(date(2026, 3, 20), StopManner.REFUSAL)).status
    assert (status.code, status.since, status.reason) == ("cancelled", date(2026, 3, 20), "refusal")
