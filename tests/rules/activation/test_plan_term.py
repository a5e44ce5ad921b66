"""The six weeks for the plan, and the note when they were not enough."""

from datetime import date

import pytest

from tests.rules.histories import (
    ACCEPTED,
    REFERRED,
    SIGNED,
    STARTED,
    UPLOADED,
    blocked_by,
    obligation,
    on,
    owed,
    tried,
)
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import PlanDueFrom, RegionSettings
from vlechtwerk.rules.assessment import State
from vlechtwerk.rules.calendar import Step, weeks

FROM_REFERRAL = RegionSettings(plan_due_from=PlanDueFrom.REFERRAL)


@pytest.mark.rule("AT-085")
@pytest.mark.parametrize(("day", "state"), [(date(2026, 4, 2), State.OPEN), (date(2026, 4, 3), State.LATE)])
def test_the_plan_is_due_six_weeks_after_the_first_meeting(day: date, state: State) -> None:
    assert obligation(on(day, *ACCEPTED, SIGNED), "plan_upload").state is state


@pytest.mark.rule("AT-085")
@pytest.mark.parametrize(("day", "state"), [(date(2026, 4, 2), State.MET), (date(2026, 4, 3), State.MET_LATE)])
def test_the_upload_is_what_counts_for_the_plan(day: date, state: State) -> None:
    assert obligation(on(day, *ACCEPTED, SIGNED, e.PlanUploaded(day)), "plan_upload").state is state


@pytest.mark.rule("AT-085")
def test_the_date_of_the_plan_tells_its_steps_and_the_other_reading() -> None:
    plan = obligation(on(date(2026, 2, 19), *ACCEPTED), "plan_upload").due
    assert plan.by.steps == (
        Step(date(2026, 2, 19), "first_meeting", None),
        Step(date(2026, 4, 2), None, weeks(6)),
    )
    assert plan.other_reading is not None
    assert (plan.other_reading.steps[0].fact, plan.other_reading.on) == ("referred", date(2026, 3, 16))


@pytest.mark.rule("AT-085")
def test_a_region_may_count_the_six_weeks_from_the_referral() -> None:
    plan = obligation(on(date(2026, 2, 2), REFERRED, settings=FROM_REFERRAL), "plan_upload")
    assert (plan.by, plan.due.other_reading) == (date(2026, 3, 16), None)
    accepted = obligation(on(date(2026, 2, 19), *ACCEPTED, settings=FROM_REFERRAL), "plan_upload")
    assert accepted.due.other_reading is not None
    assert (accepted.by, accepted.due.other_reading.on) == (date(2026, 3, 16), date(2026, 4, 2))


@pytest.mark.rule("AT-087")
def test_a_late_plan_asks_for_a_note_from_the_day_after_its_date() -> None:
    assert not owed(on(date(2026, 4, 2), *ACCEPTED), "delay_note")
    note = obligation(on(date(2026, 4, 3), *ACCEPTED), "delay_note")
    assert (note.by, note.state, note.rule.signal) == (date(2026, 4, 3), State.OPEN, True)


@pytest.mark.rule("AT-087")
@pytest.mark.parametrize(
    ("uploaded_on", "asked"),
    [(date(2026, 4, 1), False), (date(2026, 4, 2), False), (date(2026, 4, 3), True)],
)
def test_a_late_upload_alone_does_not_replace_the_note(uploaded_on: date, asked: bool) -> None:
    assessment = on(date(2026, 4, 10), *ACCEPTED, SIGNED, e.PlanUploaded(uploaded_on))
    assert bool(owed(assessment, "delay_note")) is asked


@pytest.mark.rule("AT-087")
def test_writing_the_note_again_leaves_the_first_date() -> None:
    notes = [e.DelayNoted(date(2026, 4, day), reason_given=True, next_steps_given=True) for day in (3, 8)]
    assert obligation(on(date(2026, 4, 8), *ACCEPTED, *notes), "delay_note").state is State.MET


@pytest.mark.rule("AT-087")
def test_the_start_of_the_mediation_ends_the_wait_for_the_note() -> None:
    late = (e.PlanUploaded(date(2026, 4, 3)), e.PlanApproved(date(2026, 4, 3)), STARTED)
    assert obligation(on(date(2026, 4, 6), *ACCEPTED, SIGNED, *late), "delay_note").state is State.LATE
    assert obligation(on(date(2026, 4, 7), *ACCEPTED, SIGNED, *late), "delay_note").state is State.LAPSED


@pytest.mark.rule("AT-087")
@pytest.mark.parametrize(
    ("reason", "steps", "refused"),
    [(False, False, {"AT-087"}), (True, False, {"AT-087"}), (False, True, {"AT-087"}), (True, True, set())],
)
def test_the_note_tells_the_reason_and_the_next_steps(reason: bool, steps: bool, refused: set[str]) -> None:
    assert tried(ACCEPTED, e.DelayNoted(date(2026, 4, 3), reason, steps)) == refused


@pytest.mark.rule("AT-087")
def test_what_the_note_lacks_is_named() -> None:
    note = e.DelayNoted(date(2026, 4, 3), reason_given=True)
    (reason,) = on(date(2026, 4, 3), *ACCEPTED, note).refused[0].reasons
    assert reason.shortfall.missing == ("next_steps_given",)


@pytest.mark.rule("AT-085")
@pytest.mark.parametrize(("day", "refused"), [(date(2026, 4, 2), {"AT-085"}), (date(2026, 4, 3), set())])
def test_a_delay_is_explained_when_the_plan_is_late(day: date, refused: set[str]) -> None:
    assert tried(ACCEPTED, e.DelayNoted(day, reason_given=True, next_steps_given=True)) == refused


@pytest.mark.rule("AT-085")
def test_a_plan_that_was_in_time_needs_no_explanation() -> None:
    note = e.DelayNoted(date(2026, 4, 3), reason_given=True, next_steps_given=True)
    assert tried((*ACCEPTED, SIGNED, UPLOADED), note) == {"AT-085"}
    assert tried((*ACCEPTED, SIGNED, e.PlanUploaded(date(2026, 4, 2))), note) == {"AT-085"}
    assert tried((*ACCEPTED, SIGNED, e.PlanUploaded(date(2026, 4, 3))), note) == set()


@pytest.mark.rule("AT-085")
def test_a_note_that_comes_too_early_tells_from_when_it_is_possible() -> None:
    blocked = on(date(2026, 3, 1), *ACCEPTED).blocked
    (refusal,) = (one for one in blocked if one.event == "delay_noted")
    assert refusal.reasons[0].shortfall.possible_from == date(2026, 4, 3)
    assert blocked_by(on(date(2026, 4, 3), *ACCEPTED), "delay_noted") == set()
