"""The objection and the reconsideration."""

from datetime import date

import pytest

from tests.rules.recognition.applications import (
    ADVISED,
    DECIDED,
    OBJECTED,
    RECOGNISED,
    REFUSED,
    REVISED,
    code,
    dated,
    on,
    owed,
    tried,
)
from vlechtwerk.rules.assessment import State
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.recognition import events as e
from vlechtwerk.rules.recognition.procedure import RECOGNITION
from vlechtwerk.rules.recognition.terms import Outcome

NEW_DECISION = e.DecisionRecorded(date(2026, 4, 10), True, document=True)
GRANTED_AFTER_ALL = (*REVISED, NEW_DECISION, e.DecisionCommunicated(date(2026, 4, 13), date(2026, 5, 1)))


def objection(day: date, *, motivated: bool = True) -> e.ObjectionFiled:
    """An objection on a day."""
    return e.ObjectionFiled(day, motivated)


@pytest.mark.rule("IM-095")
@pytest.mark.parametrize("history", [ADVISED, DECIDED])
def test_no_objection_before_the_applicant_knows_a_decision(history: tuple[Event, ...]) -> None:
    assert tried(history, objection(date(2025, 6, 19))) & {"IM-089", "IM-095"}


@pytest.mark.rule("IM-095")
def test_an_objection_is_possible_from_the_day_the_applicant_is_informed() -> None:
    assert tried(RECOGNISED, objection(date(2025, 6, 20))) == set()
    assert "objection_possible" in on(date(2025, 6, 20), *RECOGNISED).flags


@pytest.mark.rule("IM-093")
def test_an_objection_gives_reasons() -> None:
    assert tried(REFUSED, objection(date(2026, 3, 2), motivated=False)) == {"IM-093"}


@pytest.mark.rule("IM-093")
def test_one_objection_against_one_decision() -> None:
    assert tried(OBJECTED, objection(date(2026, 3, 3))) == {"IM-093"}


@pytest.mark.rule("IM-094")
@pytest.mark.parametrize(
    ("history", "day", "against"),
    [
        (RECOGNISED, date(2025, 7, 20), set()),
        (RECOGNISED, date(2025, 7, 22), set()),
        (RECOGNISED, date(2025, 7, 23), {"IM-094"}),
        (REFUSED, date(2026, 3, 25), set()),
        (REFUSED, date(2026, 3, 26), {"IM-094"}),
    ],
)
def test_an_objection_is_in_time_until_the_last_day(history: tuple[Event, ...], day: date, against: set[str]) -> None:
    assert tried(history, objection(day)) == against


@pytest.mark.rule("IM-094")
def test_a_late_objection_hears_until_when_it_was_possible() -> None:
    (refusal,) = on(date(2025, 7, 23), *RECOGNISED, objection(date(2025, 7, 23))).refused
    assert refusal.reasons[0].shortfall.possible_until == date(2025, 7, 22)


@pytest.mark.rule("IM-094")
@pytest.mark.parametrize(("day", "state"), [(date(2025, 7, 22), State.OPEN), (date(2025, 7, 23), State.LAPSED)])
def test_the_possibility_to_object_lapses_and_is_never_late(day: date, state: State) -> None:
    found = owed(on(day, *RECOGNISED), "objection")
    assert found is not None
    assert found.state is state
    assert ("objection_possible" in on(day, *RECOGNISED).flags) is (state is State.OPEN)


@pytest.mark.rule("IM-093")
def test_a_reconsideration_follows_once_on_an_objection() -> None:
    confirmed = e.ReconsiderationDecided(date(2026, 4, 1), Outcome.CONFIRMED)
    assert tried(REFUSED, confirmed) == {"IM-093"}
    assert tried(OBJECTED, confirmed) == set()
    assert tried((*OBJECTED, confirmed), confirmed) == {"IM-093"}


@pytest.mark.rule("IM-093")
def test_an_objection_waits_without_a_term_and_suspends_nothing() -> None:
    objected = (*RECOGNISED, objection(date(2025, 7, 1)))
    assessment = on(date(2025, 7, 31), *objected)
    assert assessment.status.code == "recognised"
    assert assessment.flags == ("objection_pending",)
    assert assessment.extra["waiting"] == ("reconsideration_decided", date(2025, 7, 1), 30)


@pytest.mark.rule("IM-093")
def test_a_revised_decision_is_replaced_by_a_new_one() -> None:
    assessment = on(date(2026, 4, 1), *REVISED)
    assert assessment.flags == ("new_decision_pending",)
    assert assessment.extra["waiting"] == ("decision_recorded", date(2026, 4, 1), 0)
    assert tried(REVISED, NEW_DECISION) == set()
    assert tried((*OBJECTED, e.ReconsiderationDecided(date(2026, 4, 1), Outcome.CONFIRMED)), NEW_DECISION) == {"IM-090"}


@pytest.mark.rule("IM-093")
@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2026, 4, 12), "decided_negative"),
        (date(2026, 4, 13), "decided_positive"),
        (date(2026, 5, 1), "recognised"),
    ],
)
def test_the_old_decision_stands_until_the_new_one_is_communicated(day: date, status: str) -> None:
    assert code(day, *GRANTED_AFTER_ALL) == status


@pytest.mark.rule("IM-094")
def test_a_new_decision_has_its_own_term_for_an_objection() -> None:
    assert dated(on(date(2026, 4, 12), *GRANTED_AFTER_ALL), "objection_until") == date(2026, 3, 25)
    assert dated(on(date(2026, 4, 13), *GRANTED_AFTER_ALL), "objection_until") == date(2026, 5, 13)
    assert tried(GRANTED_AFTER_ALL, objection(date(2026, 5, 13))) == set()


@pytest.mark.rule("IM-093")
@pytest.mark.parametrize(
    ("history", "final_on"),
    [
        (REFUSED, date(2026, 3, 26)),
        (OBJECTED, None),
        ((*OBJECTED, e.ReconsiderationDecided(date(2026, 4, 1), Outcome.CONFIRMED)), date(2026, 4, 1)),
        (REVISED, None),
        ((*REVISED, NEW_DECISION), None),
        (GRANTED_AFTER_ALL, date(2031, 5, 1)),
        (RECOGNISED, date(2030, 7, 1)),
        (DECIDED, None),
    ],
)
def test_a_case_is_final_when_nobody_can_decide_any_more(history: tuple[Event, ...], final_on: date | None) -> None:
    assert RECOGNITION.over_on(on(history[-1].on, *history).facts) == final_on
