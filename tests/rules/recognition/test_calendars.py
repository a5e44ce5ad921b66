"""The worked calendars of the recognition, row by row."""

from datetime import date

import pytest

from tests.rules.recognition.applications import (
    ADVISED,
    JUDGED,
    RECOGNISED,
    REFUSED,
    SUBMITTED,
    dated,
    due,
    informed_on,
    mailed_on,
    on,
    owed,
    submitted_on,
)
from vlechtwerk.rules.assessment import State
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.recognition import events as e


@pytest.mark.rule("IM-085")
@pytest.mark.parametrize(
    ("submitted", "term", "target"),
    [
        pytest.param(date(2025, 4, 10), date(2025, 4, 17), None, id="a Thursday, no target needed"),
        pytest.param(date(2025, 4, 14), date(2025, 4, 21), date(2025, 4, 18), id="ends on Easter Monday"),
        pytest.param(date(2025, 12, 18), date(2025, 12, 25), date(2025, 12, 24), id="ends on Christmas"),
        pytest.param(date(2024, 2, 22), date(2024, 2, 29), None, id="ends on a leap day"),
        pytest.param(date(2025, 7, 4), date(2025, 7, 11), None, id="11 July is a working day"),
    ],
)
def test_admissibility_is_due_seven_calendar_days_after_the_submission(
    submitted: date, term: date, target: date | None
) -> None:
    assessment = on(submitted, *submitted_on(submitted))
    assert due(assessment, "admissibility_judgement") == term
    assert due(assessment, "admissibility_target") == target


@pytest.mark.rule("IM-088")
@pytest.mark.parametrize(
    ("mailed", "term", "target"),
    [
        pytest.param(date(2025, 4, 16), date(2025, 5, 31), date(2025, 5, 30), id="Easter, 1 May and Ascension count"),
        pytest.param(date(2025, 12, 24), date(2026, 2, 7), date(2026, 2, 6), id="over the year's end"),
        pytest.param(date(2025, 4, 18), date(2025, 6, 2), None, id="ends on a Monday"),
    ],
)
def test_examination_is_due_forty_five_calendar_days_after_the_email(
    mailed: date, term: date, target: date | None
) -> None:
    assessment = on(mailed, *mailed_on(mailed))
    assert due(assessment, "examination") == term
    assert due(assessment, "examination_target") == target


@pytest.mark.rule("IM-088")
def test_forty_five_days_run_from_the_sending_and_not_from_the_judgement() -> None:
    judged = (*submitted_on(date(2025, 4, 10)), e.AdmissibilityJudged(date(2025, 4, 15), True))
    assert due(on(date(2025, 4, 15), *judged), "examination") is None
    sent = (*judged, e.AdmissibilityEmailSent(date(2025, 4, 16)))
    assert due(on(date(2025, 4, 16), *sent), "examination") == date(2025, 5, 31)


@pytest.mark.rule("IM-094")
@pytest.mark.parametrize(
    ("informed", "last_day", "strictly"),
    [
        pytest.param(date(2025, 6, 20), date(2025, 7, 22), date(2025, 7, 19), id="Sunday, then 21 July"),
        pytest.param(date(2026, 2, 23), date(2026, 3, 25), date(2026, 3, 24), id="2026 is no leap year"),
        pytest.param(date(2025, 12, 2), date(2026, 1, 2), date(2025, 12, 31), id="New Year's Day"),
    ],
)
def test_objection_term_moves_to_a_working_day_and_shows_the_strict_count(
    informed: date, last_day: date, strictly: date
) -> None:
    assessment = on(informed, *informed_on(informed))
    assert dated(assessment, "objection_until") == last_day
    found = owed(assessment, "objection")
    assert found is not None
    assert found.due.other_reading is not None
    assert found.due.other_reading.on == strictly


@pytest.mark.rule("IM-092")
@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (date(2025, 7, 1), date(2030, 6, 30)),
        (date(2024, 2, 29), date(2029, 2, 28)),
        (date(2023, 3, 1), date(2028, 2, 29)),
        (date(2026, 1, 1), date(2030, 12, 31)),
    ],
)
def test_recognition_lasts_five_years(starts: date, ends: date) -> None:
    assessment = on(starts, *informed_on(starts))
    assert dated(assessment, "recognition_starts") == starts
    assert dated(assessment, "recognition_ends") == ends


@pytest.mark.rule("IM-092")
@pytest.mark.parametrize(
    ("number", "appears", "by"),
    [(1, date(2029, 7, 1), date(2030, 1, 1)), (2, date(2030, 1, 1), date(2030, 6, 30))],
)
def test_reminders_to_renew_appear_twelve_and_six_months_before_the_day_after_the_end(
    number: int, appears: date, by: date
) -> None:
    before = date.fromordinal(appears.toordinal() - 1)
    assert owed(on(before, *RECOGNISED), "renewal", number) is None
    found = owed(on(appears, *RECOGNISED), "renewal", number)
    assert found is not None
    assert (found.by, found.state) == (by, State.OPEN)


SPRING = [
    (date(2025, 4, 7), "draft"),
    (date(2025, 4, 10), "submitted"),
    (date(2025, 4, 14), "submitted"),
    (date(2025, 4, 16), "admissible"),
    (date(2025, 4, 22), "in_examination"),
    (date(2025, 5, 28), "advised"),
    (date(2025, 6, 18), "decided_positive"),
    (date(2025, 6, 30), "decided_positive"),
    (date(2025, 7, 1), "recognised"),
    (date(2030, 6, 30), "recognised"),
    (date(2030, 7, 1), "expired"),
]


@pytest.mark.rule("IM-092")
@pytest.mark.parametrize(("day", "status"), SPRING)
def test_spring_calendar_goes_through_its_statuses(day: date, status: str) -> None:
    assert on(day, *RECOGNISED).status.code == status


@pytest.mark.parametrize(
    ("history", "what", "state"),
    [
        (SUBMITTED, "admissibility_judgement", State.OPEN),
        (JUDGED, "admissibility_judgement", State.MET),
        (ADVISED, "examination", State.MET),
    ],
)
def test_spring_calendar_meets_its_terms(history: tuple[Event, ...], what: str, state: State) -> None:
    found = owed(on(history[-1].on, *history), what)
    assert found is not None
    assert found.state is state


def test_winter_calendar_ends_with_a_refusal() -> None:
    assessment = on(date(2026, 2, 23), *REFUSED)
    assert assessment.refused == ()
    assert assessment.status.code == "decided_negative"
    assert dated(assessment, "objection_until") == date(2026, 3, 25)
    assert dated(assessment, "recognition_starts") is None
