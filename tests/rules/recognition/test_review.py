"""The admissibility, the e-mail about it, the examination and the advice."""

from datetime import date

import pytest

from tests.rules.recognition.applications import (
    ADVISED,
    ALL_FIVE,
    EXAMINED,
    JUDGED,
    MAILED,
    STARTED,
    SUBMITTED,
    THREE,
    code,
    due,
    on,
    owed,
    simplified,
    tried,
)
from vlechtwerk.rules.assessment import State
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.recognition import events as e
from vlechtwerk.rules.recognition.procedure import RECOGNITION
from vlechtwerk.rules.recognition.review import admissibility_points, open_conditions
from vlechtwerk.rules.recognition.terms import Condition, Exemption, FormItem

INADMISSIBLE = (*SUBMITTED, e.AdmissibilityJudged(date(2025, 4, 16), False, (FormItem.ATTACHMENTS,)))
EXEMPTED: tuple[Event, ...] = (
    STARTED,
    simplified(date(2025, 4, 10)),
    e.AdmissibilityJudged(date(2025, 4, 16), True),
    e.AdmissibilityEmailSent(date(2025, 4, 16)),
    e.ExaminationOpened(date(2025, 4, 22)),
)
MAY_28 = date(2025, 5, 28)


def advice(positive: bool, met: tuple[Condition, ...], not_met: tuple[Condition, ...] = ()) -> e.AdviceFinalised:
    """A motivated advice."""
    return e.AdviceFinalised(MAY_28, positive, met, not_met, motivated=True)


@pytest.mark.rule("IM-084")
def test_admissible_means_complete_and_correct() -> None:
    assert admissibility_points.missing(["complete"]) == ("correct",)


@pytest.mark.rule("IM-084")
@pytest.mark.parametrize(
    ("admissible", "defects", "against"),
    [
        (True, (), set()),
        (True, (FormItem.GUIDES,), {"IM-084"}),
        (False, (), {"IM-084"}),
        (False, (FormItem.GUIDES,), set()),
    ],
)
def test_inadmissible_needs_a_named_defect(admissible: bool, defects: tuple[FormItem, ...], against: set[str]) -> None:
    assert tried(SUBMITTED, e.AdmissibilityJudged(date(2025, 4, 16), admissible, defects)) == against


@pytest.mark.rule("IM-084")
def test_admissibility_is_judged_once() -> None:
    assert tried(JUDGED, e.AdmissibilityJudged(date(2025, 4, 17), True)) == {"IM-084"}


@pytest.mark.rule("IM-084")
def test_after_an_inadmissible_judgement_only_the_email_follows() -> None:
    assessment = on(date(2025, 4, 16), *INADMISSIBLE)
    assert assessment.status.code == "inadmissible"
    assert assessment.allowed == ("admissibility_email_sent",)
    assert {reason.rule.id for one in assessment.blocked for reason in one.reasons} == {"IM-038", "IM-084"}


@pytest.mark.rule("IM-084")
@pytest.mark.parametrize(
    "kind",
    sorted(
        set(RECOGNITION.events)
        - {
            "application_started",
            "application_submitted",
            "application_undersigned",
            "application_cancelled",
            "admissibility_judged",
        }
    ),
)
def test_nothing_passes_the_judgement_of_the_admissibility(kind: str) -> None:
    blocked = {
        one.event: {reason.rule.id for reason in one.reasons} for one in on(date(2025, 4, 11), *SUBMITTED).blocked
    }
    assert blocked[kind] == {"IM-084"}


@pytest.mark.rule("IM-085")
@pytest.mark.parametrize(
    ("day", "state", "flagged"),
    [(date(2025, 4, 17), State.OPEN, False), (date(2025, 4, 18), State.LATE, True)],
)
def test_a_judgement_after_the_seventh_day_is_late_and_nothing_happens_by_itself(
    day: date, state: State, flagged: bool
) -> None:
    assessment = on(day, *SUBMITTED)
    found = owed(assessment, "admissibility_judgement")
    assert found is not None
    assert found.state is state
    assert ("admissibility_late" in assessment.flags) is flagged
    assert assessment.status.code == "submitted"


@pytest.mark.rule("IM-085")
@pytest.mark.parametrize(("day", "state"), [(date(2025, 4, 17), State.MET), (date(2025, 4, 18), State.MET_LATE)])
def test_a_judgement_is_in_time_until_the_seventh_day(day: date, state: State) -> None:
    found = owed(on(day, *SUBMITTED, e.AdmissibilityJudged(day, True)), "admissibility_judgement")
    assert found is not None
    assert found.state is state


@pytest.mark.rule("IM-086")
@pytest.mark.parametrize("history", [JUDGED, INADMISSIBLE])
def test_the_email_is_signalled_whatever_the_judgement(history: tuple[Event, ...]) -> None:
    assert due(on(date(2025, 4, 16), *history), "admissibility_email") == date(2025, 4, 17)
    sent = owed(on(date(2025, 4, 17), *history, e.AdmissibilityEmailSent(date(2025, 4, 17))), "admissibility_email")
    assert sent is not None
    assert sent.state is State.MET


@pytest.mark.rule("IM-086")
def test_one_email_is_sent_after_the_judgement() -> None:
    email = e.AdmissibilityEmailSent(date(2025, 4, 17))
    assert tried(SUBMITTED, email) == {"IM-084"}
    assert tried(JUDGED, email) == set()
    assert tried(MAILED, email) == {"IM-086"}


@pytest.mark.rule("IM-088")
def test_the_examination_opens_once_after_the_email() -> None:
    opened = e.ExaminationOpened(date(2025, 4, 22))
    assert tried(JUDGED, opened) == {"IM-088"}
    assert tried(MAILED, opened) == set()
    assert tried(EXAMINED, opened) == {"IM-088"}


@pytest.mark.rule("IM-088")
def test_an_inadmissible_application_is_not_examined() -> None:
    mailed = (*INADMISSIBLE, e.AdmissibilityEmailSent(date(2025, 4, 16)))
    assert due(on(date(2025, 4, 16), *mailed), "examination") is None
    assert tried(mailed, e.ExaminationOpened(date(2025, 4, 22))) == {"IM-084"}


@pytest.mark.rule("IM-088")
@pytest.mark.parametrize(
    ("day", "state", "flags"),
    [(date(2025, 5, 31), State.OPEN, False), (date(2025, 6, 1), State.LATE, True)],
)
def test_an_examination_after_the_forty_fifth_day_is_late(day: date, state: State, flags: bool) -> None:
    assessment = on(day, *EXAMINED)
    found = owed(assessment, "examination")
    assert found is not None
    assert found.state is state
    assert ("examination_late" in assessment.flags) is flags


@pytest.mark.rule("IM-087")
def test_full_applications_are_examined_on_five_conditions_and_simplified_ones_on_three() -> None:
    assert open_conditions(Exemption.NONE, ()) == ALL_FIVE
    assert open_conditions(Exemption.GOB, ()) == THREE
    assert open_conditions(Exemption.GOB, (Condition.QUALITY_MODEL, Condition.INTERVISION)) == (
        Condition.AREA_AND_CAPACITY,
    )


@pytest.mark.rule("IM-087")
def test_the_advice_is_finalised_once_after_the_examination_was_opened() -> None:
    assert tried(MAILED, advice(True, ALL_FIVE)) == {"IM-087"}
    assert tried(EXAMINED, advice(True, ALL_FIVE)) == set()
    assert tried(ADVISED, advice(True, ALL_FIVE)) == {"IM-087"}


@pytest.mark.rule("IM-089")
@pytest.mark.parametrize("open_one", ALL_FIVE)
def test_no_advice_while_a_condition_is_still_to_be_clarified(open_one: Condition) -> None:
    met = tuple(item for item in ALL_FIVE if item is not open_one)
    (refusal,) = on(MAY_28, *EXAMINED, advice(True, met)).refused
    (reason,) = refusal.reasons
    assert (reason.rule.id, reason.shortfall.missing) == ("IM-089", (open_one,))


@pytest.mark.rule("IM-045")
def test_a_simplified_application_needs_three_conclusions() -> None:
    assert tried(EXEMPTED, advice(True, THREE)) == set()
    assert tried(EXEMPTED, advice(True, THREE[1:])) == {"IM-089"}


@pytest.mark.rule("IM-087")
def test_conclusions_are_motivated_and_clear() -> None:
    assert tried(EXAMINED, e.AdviceFinalised(MAY_28, True, ALL_FIVE)) == {"IM-087"}
    assert tried(EXAMINED, advice(False, ALL_FIVE, (Condition.GUIDES,))) == {"IM-087"}


@pytest.mark.rule("IM-039")
@pytest.mark.parametrize("unmet", ALL_FIVE)
def test_recognition_is_not_advised_while_a_condition_is_not_met(unmet: Condition) -> None:
    met = tuple(item for item in ALL_FIVE if item is not unmet)
    assert tried(EXAMINED, advice(True, met, (unmet,))) == {"IM-039"}
    assert tried(EXAMINED, advice(False, met, (unmet,))) == set()


@pytest.mark.rule("IM-039")
def test_a_condition_that_is_not_asked_does_not_stand_in_the_way() -> None:
    assert tried(EXEMPTED, advice(True, THREE, (Condition.EXPERIENCE,))) == set()


@pytest.mark.rule("IM-089")
def test_an_advice_waits_for_a_decision_without_a_term() -> None:
    assessment = on(date(2025, 6, 7), *ADVISED)
    assert assessment.status.code == "advised"
    assert assessment.extra["waiting"] == ("decision_recorded", MAY_28, 10)
    assert code(MAY_28, *ADVISED) == "advised"
