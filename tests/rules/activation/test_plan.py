"""The plan: who signs which version, upload, approval, the start of the mediation and the first action."""

from datetime import date

import pytest

from tests.rules.histories import (
    ACCEPTED,
    ALL_THREE,
    APPROVED,
    CARE,
    CARE_ACTION,
    CLIENT,
    FIRST_MEETING,
    IN_PROGRESS,
    INTERNSHIP,
    REFERRED,
    SIGNED,
    STARTED,
    UPLOADED,
    WORK,
    blocked_by,
    obligation,
    on,
    owed,
    refused_by,
    tried,
)
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import ChangedPlanSignedBy, Domain, FirstActionDueFrom, RegionSettings
from vlechtwerk.rules.assessment import State
from vlechtwerk.rules.calendar import Step, weeks
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role

WITH_PLAN = (*ACCEPTED, SIGNED)
WITH_UPLOAD = (*WITH_PLAN, UPLOADED)
READY = (*WITH_UPLOAD, APPROVED)
OCTOBER = date(2026, 10, 5)
FROM_APPROVAL = RegionSettings(first_action_due_from=FirstActionDueFrom.APPROVAL)


@pytest.mark.rule("AT-092")
@pytest.mark.parametrize("signatures", [(), (CLIENT, WORK), (CLIENT, CARE), (WORK, CARE)])
def test_the_first_plan_needs_the_client_and_both_case_managers(signatures: tuple[Role, ...]) -> None:
    assert tried(ACCEPTED, e.PlanSigned(date(2026, 3, 30), signatures)) == {"AT-092"}
    assert tried(ACCEPTED, e.PlanSigned(date(2026, 3, 30), ALL_THREE)) == set()


@pytest.mark.rule("AT-092")
def test_the_signatures_that_are_missing_are_named() -> None:
    signed = e.PlanSigned(date(2026, 3, 30), (CLIENT,))
    (reason,) = on(date(2026, 3, 30), *ACCEPTED, signed).refused[0].reasons
    assert reason.shortfall.missing == (CARE, WORK)


@pytest.mark.rule("AT-095")
@pytest.mark.parametrize(("version", "refused"), [(None, set()), (1, {"AT-095"}), (2, set()), (3, {"AT-095"})])
def test_a_changed_plan_is_the_next_version(version: int | None, refused: set[str]) -> None:
    assert tried(IN_PROGRESS, e.PlanSigned(OCTOBER, ALL_THREE, version=version)) == refused


@pytest.mark.rule("AT-095")
def test_a_new_version_restarts_neither_the_duration_nor_the_evaluations() -> None:
    changed = (e.PlanSigned(OCTOBER, ALL_THREE), e.PlanUploaded(OCTOBER), e.PlanApproved(OCTOBER))
    assessment = on(OCTOBER, *IN_PROGRESS, *changed)
    assert assessment.refused == ()
    assert obligation(assessment, "evaluation").by == date(2026, 9, 30)
    assert obligation(assessment, "plan_upload").due.done == date(2026, 3, 31)
    assert assessment.status.since == date(2026, 4, 7)
    assert [plan.number for plan in assessment.facts.plans] == [1, 2]


@pytest.mark.rule("AT-096")
@pytest.mark.parametrize("signatures", [(CLIENT, WORK), (CLIENT, CARE), (WORK, CARE)])
def test_a_changed_plan_too_needs_all_three(signatures: tuple[Role, ...]) -> None:
    assert tried(IN_PROGRESS, e.PlanSigned(OCTOBER, signatures, changed=(Domain.CARE,))) == {"AT-096"}


@pytest.mark.rule("AT-096")
@pytest.mark.parametrize(
    ("changed", "signatures", "refused"),
    [
        ((Domain.CARE,), (CLIENT, CARE), set()),
        ((Domain.CARE,), (CLIENT, WORK), {"AT-096"}),
        ((Domain.WORK,), (CLIENT, WORK), set()),
        ((Domain.WORK,), (WORK, CARE), {"AT-096"}),
        ((Domain.WORK, Domain.CARE), (CLIENT, CARE), {"AT-096"}),
        ((Domain.WORK, Domain.CARE), ALL_THREE, set()),
    ],
)
def test_a_region_may_ask_only_the_case_manager_whose_part_changed(
    changed: tuple[Domain, ...], signatures: tuple[Role, ...], refused: set[str]
) -> None:
    event = e.PlanSigned(OCTOBER, signatures, changed=changed)
    assert tried(IN_PROGRESS, event, changed_plan_signed_by=ChangedPlanSignedBy.CHANGED_PART) == refused


@pytest.mark.rule("AT-092")
def test_the_lenient_reading_of_a_changed_plan_does_not_hold_for_the_first() -> None:
    event = e.PlanSigned(date(2026, 3, 30), (CLIENT, CARE), changed=(Domain.CARE,))
    assert tried(ACCEPTED, event, changed_plan_signed_by=ChangedPlanSignedBy.CHANGED_PART) == {"AT-092"}


@pytest.mark.rule("AT-112")
def test_only_a_signed_version_is_uploaded() -> None:
    assert tried(ACCEPTED, UPLOADED) == {"AT-112"}
    assert tried(WITH_PLAN, UPLOADED) == set()
    assert tried(WITH_PLAN, e.PlanUploaded(date(2026, 3, 31), version=2)) == {"AT-112"}
    assert tried(WITH_PLAN, e.PlanUploaded(date(2026, 3, 31), version=1)) == set()


@pytest.mark.rule("AT-112")
def test_an_uploaded_plan_does_not_start_the_mediation() -> None:
    assert on(date(2026, 3, 31), *WITH_UPLOAD).status.code == "accepted"


@pytest.mark.rule("AT-112")
def test_a_version_is_uploaded_once() -> None:
    assert tried(WITH_UPLOAD, e.PlanUploaded(date(2026, 4, 1))) == {"AT-112"}
    assert tried(WITH_UPLOAD, e.PlanUploaded(date(2026, 4, 1), version=1)) == {"AT-112"}
    second = e.PlanSigned(date(2026, 4, 1), ALL_THREE)
    assert tried((*WITH_UPLOAD, second), e.PlanUploaded(date(2026, 4, 1))) == set()


def test_the_plan_counts_as_uploaded_on_the_first_upload_of_any_version() -> None:
    second = (e.PlanSigned(date(2026, 3, 30), ALL_THREE), e.PlanUploaded(date(2026, 3, 31), version=2))
    assessment = on(date(2026, 4, 1), *WITH_PLAN, *second, e.PlanUploaded(date(2026, 4, 1), version=1))
    assert assessment.facts.plan_uploaded_on == date(2026, 3, 31)


def test_the_plan_counts_as_approved_on_the_first_approval_of_any_version() -> None:
    second = (e.PlanSigned(date(2026, 4, 1), ALL_THREE), e.PlanUploaded(date(2026, 4, 1)))
    approvals = (e.PlanApproved(date(2026, 4, 2), version=2), e.PlanApproved(date(2026, 4, 3), version=1))
    assert on(date(2026, 4, 3), *WITH_UPLOAD, *second, *approvals).facts.plan_approved_on == date(2026, 4, 2)


@pytest.mark.rule("AT-114")
@pytest.mark.parametrize("event", [APPROVED, e.PlanReturned(date(2026, 4, 3))], ids=str)
def test_the_coordinator_judges_a_plan_that_was_uploaded(event: Event) -> None:
    assert tried(ACCEPTED, event) == {"AT-114"}
    assert tried(WITH_PLAN, event) == {"AT-114"}
    assert tried(WITH_UPLOAD, event) == set()


@pytest.mark.rule("AT-114")
def test_the_coordinator_judges_an_earlier_version_that_was_uploaded() -> None:
    second = e.PlanSigned(date(2026, 4, 1), ALL_THREE)
    assert tried((*WITH_UPLOAD, second), e.PlanApproved(date(2026, 4, 3))) == {"AT-114"}
    assert tried((*WITH_UPLOAD, second), e.PlanApproved(date(2026, 4, 3), version=1)) == set()
    assert "plan_approved" in on(date(2026, 4, 3), *WITH_UPLOAD, second).allowed


@pytest.mark.rule("AT-114")
def test_a_version_between_two_others_may_be_judged() -> None:
    second = (e.PlanSigned(date(2026, 4, 7), ALL_THREE), e.PlanUploaded(date(2026, 4, 7)))
    assessment = on(date(2026, 4, 8), *READY, *second, e.PlanSigned(date(2026, 4, 8), ALL_THREE))
    assert {"plan_approved", "plan_returned"} <= set(assessment.allowed)


@pytest.mark.rule("AT-120")
@pytest.mark.parametrize("first", [APPROVED, e.PlanReturned(date(2026, 4, 3))], ids=str)
@pytest.mark.parametrize("again", [e.PlanApproved(date(2026, 4, 7)), e.PlanReturned(date(2026, 4, 7))], ids=str)
def test_a_version_is_approved_or_returned_once(first: Event, again: Event) -> None:
    assert tried((*WITH_UPLOAD, first), again) == {"AT-120"}


@pytest.mark.rule("AT-120")
def test_a_returned_plan_comes_back_as_a_new_version_within_the_same_six_weeks() -> None:
    returned = (*WITH_UPLOAD, e.PlanReturned(date(2026, 4, 3)))
    second = (e.PlanSigned(date(2026, 4, 6), ALL_THREE), e.PlanUploaded(date(2026, 4, 7)))
    assert tried((*returned, *second), e.PlanApproved(date(2026, 4, 8))) == set()
    assert obligation(on(date(2026, 4, 8), *returned, *second), "plan_upload").by == date(2026, 4, 2)


@pytest.mark.rule("AT-107")
def test_the_mediation_starts_once() -> None:
    assert tried(READY, STARTED) == set()
    assert tried(IN_PROGRESS, e.MediationStarted(date(2026, 4, 8))) == {"AT-107"}


@pytest.mark.rule("AT-066")
def test_the_mediation_does_not_start_without_the_confirmation_of_the_client() -> None:
    unconfirmed = (REFERRED, FIRST_MEETING, SIGNED, UPLOADED, APPROVED)
    assert tried(unconfirmed, STARTED) == {"AT-066"}
    assert tried((*unconfirmed, e.StartConfirmed(date(2026, 4, 7))), STARTED) == set()


@pytest.mark.rule("AT-106")
@pytest.mark.parametrize(
    ("history", "missing"),
    [
        (ACCEPTED, ("plan_uploaded", "plan_approved")),
        (WITH_PLAN, ("plan_uploaded", "plan_approved")),
        (WITH_UPLOAD, ("plan_approved",)),
    ],
)
def test_the_mediation_starts_when_the_plan_is_uploaded_and_approved(
    history: tuple[Event, ...], missing: tuple[str, ...]
) -> None:
    (reason,) = on(date(2026, 4, 7), *history, STARTED).refused[0].reasons
    assert (reason.rule.id, reason.shortfall.missing) == ("AT-106", missing)
    assert tried(READY, STARTED) == set()


@pytest.mark.rule("AT-106")
def test_pressing_start_before_the_approval_is_refused_and_after_it_starts_the_duration() -> None:
    early = e.MediationStarted(date(2026, 4, 2))
    assessment = on(date(2026, 4, 7), *READY, early, STARTED)
    assert refused_by(assessment, "mediation_started") == {"AT-106"}
    assert (assessment.status.code, assessment.status.since) == ("in_progress", date(2026, 4, 7))
    assert assessment.facts.started_on == date(2026, 4, 7)


@pytest.mark.rule("AT-106")
def test_the_start_is_signalled_five_working_days_after_the_last_condition() -> None:
    start = obligation(on(date(2026, 4, 3), *READY), "mediation_start")
    assert (start.by, start.rule.signal, start.due.by.steps[0].fact) == (date(2026, 4, 13), True, "plan_approved")
    late = (REFERRED, FIRST_MEETING, SIGNED, UPLOADED, APPROVED, e.StartConfirmed(date(2026, 4, 7)))
    confirmed = obligation(on(date(2026, 4, 7), *late), "mediation_start")
    assert (confirmed.by, confirmed.due.by.steps[0].fact) == (date(2026, 4, 14), "start_confirmed")
    assert obligation(on(date(2026, 4, 7), *IN_PROGRESS), "mediation_start").state is State.MET
    same_day = (REFERRED, FIRST_MEETING, SIGNED, UPLOADED, APPROVED, e.StartConfirmed(date(2026, 4, 3)))
    assert obligation(on(date(2026, 4, 3), *same_day), "mediation_start").due.by.steps[0].fact == "plan_approved"


@pytest.mark.rule("AT-106")
@pytest.mark.parametrize("history", [WITH_UPLOAD, (REFERRED, FIRST_MEETING, SIGNED, UPLOADED, APPROVED)])
def test_the_start_is_not_signalled_while_a_condition_is_missing(history: tuple[Event, ...]) -> None:
    assert not owed(on(date(2026, 4, 3), *history), "mediation_start")


@pytest.mark.rule("AT-119")
@pytest.mark.parametrize(("day", "state"), [(date(2026, 4, 28), State.OPEN), (date(2026, 4, 29), State.LATE)])
def test_the_first_action_is_due_four_weeks_after_the_upload(day: date, state: State) -> None:
    assert obligation(on(day, *IN_PROGRESS), "first_action").state is state


@pytest.mark.rule("AT-119")
@pytest.mark.parametrize(("day", "state"), [(date(2026, 4, 28), State.MET), (date(2026, 4, 29), State.MET_LATE)])
def test_the_start_of_an_action_is_what_counts(day: date, state: State) -> None:
    assessment = on(day, *IN_PROGRESS, e.ActionStarted(day, Domain.WORK))
    assert obligation(assessment, "first_action").state is state


@pytest.mark.rule("AT-119")
def test_a_later_action_does_not_change_the_first() -> None:
    assert obligation(on(date(2026, 6, 1), *IN_PROGRESS, CARE_ACTION, INTERNSHIP), "first_action").due.done == date(
        2026, 4, 20
    )


@pytest.mark.rule("AT-119")
def test_the_date_of_the_first_action_tells_its_steps_and_the_other_reading() -> None:
    due = obligation(on(date(2026, 4, 3), *READY), "first_action").due
    assert due.by.steps == (Step(date(2026, 3, 31), "plan_uploaded", None), Step(date(2026, 4, 28), None, weeks(4)))
    assert due.other_reading is not None
    assert (due.other_reading.steps[0].fact, due.other_reading.on) == ("plan_approved", date(2026, 5, 1))


@pytest.mark.rule("AT-119")
def test_a_region_may_count_the_four_weeks_from_the_approval() -> None:
    first = obligation(on(date(2026, 4, 3), *READY, settings=FROM_APPROVAL), "first_action")
    assert first.due.other_reading is not None
    assert (first.by, first.due.other_reading.on) == (date(2026, 5, 1), date(2026, 4, 28))
    assert not owed(on(date(2026, 4, 2), *WITH_UPLOAD, settings=FROM_APPROVAL), "first_action")


@pytest.mark.rule("AT-123")
def test_no_action_starts_before_the_plan_is_approved() -> None:
    action = e.ActionStarted(date(2026, 4, 3), Domain.WORK)
    assert tried(WITH_UPLOAD, action) == {"AT-123"}
    assert tried(READY, action) == set()
    assert blocked_by(on(date(2026, 4, 3), *WITH_UPLOAD), "action_started") == {"AT-123"}
