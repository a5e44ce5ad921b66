"""The decision, its communication, the recognition itself and its renewal."""

from datetime import date

import pytest

from tests.rules.recognition.applications import (
    ADVISED,
    DECIDED,
    EXAMINED,
    RECOGNISED,
    REFUSED,
    code,
    informed_on,
    on,
    owed,
    tried,
)
from vlechtwerk.rules.assessment import State
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.recognition import events as e
from vlechtwerk.rules.recognition.milestones import provider_is_recognised, recognition_expires
from vlechtwerk.rules.recognition.terms import Condition

JUNE_18, JUNE_20 = date(2025, 6, 18), date(2025, 6, 20)
DECIDED_AGAINST = (*ADVISED, e.DecisionRecorded(JUNE_18, False, document=True, motivated=True))
NEGATIVE_ADVICE = (*EXAMINED, e.AdviceFinalised(date(2025, 5, 28), False, (), tuple(Condition), motivated=True))


def decision(positive: bool, *, document: bool = True, motivated: bool = False) -> e.DecisionRecorded:
    """A decision of 18 June 2025."""
    return e.DecisionRecorded(JUNE_18, positive, document, motivated)


@pytest.mark.rule("IM-089")
def test_no_decision_without_a_finalised_advice() -> None:
    assert tried(EXAMINED, decision(True)) == {"IM-089"}
    assert tried(ADVISED, decision(True)) == set()


@pytest.mark.rule("IM-090")
def test_no_decision_without_its_document() -> None:
    assert tried(ADVISED, decision(True, document=False)) == {"IM-090"}


@pytest.mark.rule("IM-090")
@pytest.mark.parametrize(
    ("history", "positive", "motivated", "against"),
    [
        (ADVISED, True, False, set()),
        (ADVISED, False, False, {"IM-090"}),
        (ADVISED, False, True, set()),
        (NEGATIVE_ADVICE, True, False, {"IM-090"}),
        (NEGATIVE_ADVICE, True, True, set()),
        (NEGATIVE_ADVICE, False, False, {"IM-090"}),
        (NEGATIVE_ADVICE, False, True, set()),
    ],
)
def test_a_refusal_and_a_departure_from_the_advice_are_motivated(
    history: tuple[Event, ...], positive: bool, motivated: bool, against: set[str]
) -> None:
    assert tried(history, decision(positive, motivated=motivated)) == against


@pytest.mark.rule("IM-090")
@pytest.mark.parametrize("history", [DECIDED, RECOGNISED])
def test_an_application_is_decided_once(history: tuple[Event, ...]) -> None:
    assert tried(history, e.DecisionRecorded(date(2025, 7, 1), True, document=True)) == {"IM-090"}


@pytest.mark.rule("IM-091")
def test_a_positive_decision_is_communicated_with_a_start_date() -> None:
    assert tried(DECIDED, e.DecisionCommunicated(JUNE_20)) == {"IM-091"}
    assert tried(DECIDED, e.DecisionCommunicated(JUNE_20, date(2025, 7, 1))) == set()


@pytest.mark.rule("IM-091")
def test_a_negative_decision_is_communicated_with_the_way_to_object_and_without_start_date() -> None:
    assert tried(DECIDED_AGAINST, e.DecisionCommunicated(JUNE_20)) == {"IM-091"}
    assert tried(DECIDED_AGAINST, e.DecisionCommunicated(JUNE_20, JUNE_20, way_to_object=True)) == {"IM-091"}
    assert tried(DECIDED_AGAINST, e.DecisionCommunicated(JUNE_20, way_to_object=True)) == set()


@pytest.mark.rule("IM-091")
def test_only_a_recorded_decision_is_communicated_and_only_once() -> None:
    told = e.DecisionCommunicated(date(2025, 7, 1), date(2025, 7, 1))
    assert tried(ADVISED, told) == {"IM-091"}
    assert tried(RECOGNISED, told) == {"IM-091"}


@pytest.mark.rule("IM-091")
@pytest.mark.parametrize(("start", "against"), [(date(2025, 4, 9), {"IM-091"}), (date(2025, 4, 10), set())])
def test_a_recognition_does_not_start_before_the_submission(start: date, against: set[str]) -> None:
    assert tried(DECIDED, e.DecisionCommunicated(JUNE_20, start)) == against


@pytest.mark.rule("IM-091")
def test_a_decision_waits_for_its_communication() -> None:
    assessment = on(JUNE_20, *DECIDED)
    assert assessment.flags == ("communication_pending",)
    assert assessment.extra["waiting"] == ("decision_communicated", JUNE_18, 2)


@pytest.mark.rule("IM-091")
@pytest.mark.parametrize(
    ("day", "status", "since"),
    [
        (date(2025, 6, 30), "decided_positive", JUNE_18),
        (date(2025, 7, 1), "recognised", date(2025, 7, 1)),
    ],
)
def test_recognition_begins_on_its_start_date(day: date, status: str, since: date) -> None:
    found = on(day, *RECOGNISED).status
    assert (found.code, found.since) == (status, since)


@pytest.mark.rule("IM-092")
@pytest.mark.parametrize(("day", "status"), [(date(2029, 2, 28), "recognised"), (date(2029, 3, 1), "expired")])
def test_a_recognition_from_a_leap_day_expires_on_1_march(day: date, status: str) -> None:
    assert code(day, *informed_on(date(2024, 2, 29))) == status


@pytest.mark.rule("IM-092")
def test_the_day_after_the_last_day_is_known_as_soon_as_the_start_is() -> None:
    expires = recognition_expires(on(JUNE_20, *RECOGNISED).facts)
    assert expires is not None
    assert expires.on == date(2030, 7, 1)
    assert recognition_expires(on(JUNE_20, *DECIDED).facts) is None


@pytest.mark.rule("IM-051")
@pytest.mark.parametrize(
    ("day", "findings"),
    [
        (date(2025, 6, 30), ("recognition",)),
        (date(2025, 7, 1), ()),
        (date(2030, 6, 30), ()),
        (date(2030, 7, 1), ("recognition",)),
    ],
)
def test_an_outsourced_guide_needs_a_provider_that_is_recognised_on_that_day(
    day: date, findings: tuple[str, ...]
) -> None:
    assert provider_is_recognised(on(day, *RECOGNISED).facts, day) == findings


@pytest.mark.rule("IM-092")
@pytest.mark.parametrize(
    ("day", "against"),
    [
        (date(2029, 6, 30), {"IM-092"}),
        (date(2029, 7, 1), set()),
        (date(2030, 6, 30), set()),
        (date(2030, 7, 1), {"IM-092"}),
    ],
)
def test_a_recognition_is_renewed_in_its_last_twelve_months(day: date, against: set[str]) -> None:
    assert tried(RECOGNISED, e.RenewalStarted(day)) == against


@pytest.mark.rule("IM-092")
def test_a_renewal_answers_the_reminder_and_is_started_once() -> None:
    renewed = (*RECOGNISED, e.RenewalStarted(date(2029, 9, 3)))
    assert tried(renewed, e.RenewalStarted(date(2029, 9, 4))) == {"IM-092"}
    found = owed(on(date(2030, 2, 1), *renewed), "renewal")
    assert found is not None
    assert found.state is State.MET
    assert owed(on(date(2030, 2, 1), *renewed), "renewal", number=2) is None


@pytest.mark.rule("IM-092")
def test_a_refused_organisation_has_nothing_to_renew() -> None:
    assert tried(REFUSED, e.RenewalStarted(date(2026, 3, 1))) == {"IM-092"}
    assert on(date(2031, 1, 1), *REFUSED).status.code == "decided_negative"


@pytest.mark.rule("IM-092")
def test_an_expired_recognition_asks_nothing_any_more() -> None:
    signals = on(date(2030, 7, 1), *RECOGNISED).signals
    assert {one.state for one in signals} <= {State.MET, State.MET_LATE, State.LAPSED}
