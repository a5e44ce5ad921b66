"""What may happen next in every state of a trajectory, and the one reason that is told when nothing else matters."""

from datetime import date

import pytest

from tests.rules.histories import (
    ACCEPTED,
    FINAL_ADVICE,
    IN_PROGRESS,
    INITIATED,
    READY_FOR_ADVICE,
    on,
    stopped,
    tried,
)
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.events import EVENTS
from vlechtwerk.rules.activation.terms import Attendance
from vlechtwerk.rules.kernel import Event

NEEDS_A_FIRST_MEETING = (
    "three_way_meeting start_confirmed start_refused mediation_requested delay_noted plan_signed plan_uploaded plan_approved "
    "plan_returned mediation_started action_started evaluation_held icf_completed mediation_advice_registered "
    "coordinator_warned stop_requested"
)
NEEDS_THE_START = (
    "care_suspended care_resumed interrupted extension_requested extension_decided last_report_registered "
    "no_internship_motivated final_report_registered final_advice_registered"
)
REGISTRATIONS = (
    "intake_notified evaluation_held care_suspended interrupted last_report_registered "
    "icf_completed no_internship_motivated mediation_advice_registered coordinator_warned stop_requested stop_decided"
)
AFTER_THE_FIRST_MEETING = (
    "intake_notified plan_signed icf_completed mediation_advice_registered coordinator_warned "
    "stop_requested stop_decided"
)
AFTER_THE_CONFIRMATION = {
    "referred": ("AT-037",),
    "first_meeting": ("AT-060",),
    "start_confirmed": ("AT-067",),
    "start_refused": ("AT-067",),
    "three_way_meeting": ("AT-061",),
    "mediation_requested": ("AT-068",),
    "delay_noted": ("AT-085",),
    "plan_uploaded": ("AT-112",),
    "plan_approved": ("AT-114",),
    "plan_returned": ("AT-114",),
    "mediation_started": ("AT-106",),
    "action_started": ("AT-123",),
    "evaluation_held": ("AT-153",),
    "access_blocked": ("AT-241",),
    "welfare_reviewed": ("AT-217",),
}
"""Why the other events are not possible as soon as the start is confirmed."""


def _reasons(day: date, *events: Event) -> dict[str, tuple[str, ...]]:
    """The rules that stand in the way of each event that is not possible."""
    return {refusal.event: tuple(reason.rule.id for reason in refusal.reasons) for refusal in on(day, *events).blocked}


@pytest.mark.parametrize(
    ("history", "day", "allowed"),
    [
        ((), date(2026, 2, 1), "referred"),
        (INITIATED, date(2026, 2, 3), "intake_notified first_meeting stop_decided"),
        (
            ACCEPTED,
            date(2026, 2, 20),
            AFTER_THE_FIRST_MEETING,
        ),
        (IN_PROGRESS, date(2026, 4, 8), f"{REGISTRATIONS} plan_signed action_started"),
        (IN_PROGRESS, date(2027, 10, 7), REGISTRATIONS),
        (IN_PROGRESS, date(2028, 4, 8), REGISTRATIONS),
        (IN_PROGRESS, date(2028, 5, 8), "access_blocked"),
        ((*IN_PROGRESS, *stopped(date(2026, 8, 10))), date(2026, 8, 10), "icf_completed access_blocked"),
        ((*READY_FOR_ADVICE, FINAL_ADVICE), date(2027, 6, 30), "final_report_registered access_blocked"),
    ],
    ids=["nothing", "initiated", "accepted", "in progress", "maximum", "closing", "automatic", "stopped", "advised"],
)
def test_what_may_happen_in_each_state(history: tuple[Event, ...], day: date, allowed: str) -> None:
    assert set(on(day, *history).allowed) == set(allowed.split())


@pytest.mark.rule("AT-074")
@pytest.mark.rule("AT-107")
def test_before_a_first_meeting_and_before_the_start_one_reason_is_told() -> None:
    reasons = _reasons(date(2026, 2, 3), *INITIATED)
    assert {reasons[name] for name in NEEDS_A_FIRST_MEETING.split()} == {("AT-074",)}
    assert {reasons[name] for name in NEEDS_THE_START.split()} == {("AT-107",)}
    accepted = _reasons(date(2026, 2, 20), *ACCEPTED)
    assert {accepted[name] for name in NEEDS_THE_START.split()} == {("AT-107",)}


def test_what_is_not_possible_after_the_confirmation_tells_its_own_reason() -> None:
    reasons = _reasons(date(2026, 2, 20), *ACCEPTED)
    assert {name: ids for name, ids in reasons.items() if name not in NEEDS_THE_START.split()} == AFTER_THE_CONFIRMATION


def test_what_is_not_possible_in_progress_tells_its_own_reason() -> None:
    reasons = _reasons(date(2027, 10, 7), *IN_PROGRESS)
    assert reasons["extension_requested"] == ("AT-222", "AT-229")
    assert reasons["extension_decided"] == ("AT-221",)
    assert reasons["plan_signed"] == reasons["action_started"] == ("AT-108",)
    assert reasons["plan_approved"] == reasons["plan_returned"] == ("AT-120",)
    assert reasons["final_report_registered"] == ("AT-193",)
    assert reasons["final_advice_registered"] == ("AT-129", "AT-143", "AT-193", "AT-207", "AT-210")
    assert (reasons["care_resumed"], reasons["mediation_started"]) == (("AT-167",), ("AT-107",))


@pytest.mark.rule("AT-049")
@pytest.mark.rule("AT-206")
@pytest.mark.rule("AT-237")
@pytest.mark.rule("AT-200")
@pytest.mark.parametrize(
    ("history", "day", "rule", "others"),
    [
        ((), date(2026, 2, 1), "AT-049", {}),
        (IN_PROGRESS, date(2028, 5, 8), "AT-206", {"referred": "AT-037"}),
        ((*IN_PROGRESS, *stopped(date(2026, 8, 10))), date(2026, 8, 10), "AT-237", {"referred": "AT-037"}),
        (
            (*READY_FOR_ADVICE, FINAL_ADVICE),
            date(2027, 6, 30),
            "AT-200",
            {"referred": "AT-037", "welfare_reviewed": "AT-217"},
        ),
    ],
    ids=["nothing", "automatic", "stopped", "advised"],
)
def test_where_nothing_is_possible_anymore_one_reason_is_told(
    history: tuple[Event, ...], day: date, rule: str, others: dict[str, str]
) -> None:
    reasons = _reasons(day, *history)
    assert reasons == {name: (others.get(name, rule),) for name in reasons}


@pytest.mark.rule("AT-049")
def test_other_reasons_are_not_told_while_a_prerequisite_fails() -> None:
    absent = e.PlanSigned(date(2026, 2, 3), ())
    assert tried(INITIATED, absent) == {"AT-074"}
    assert tried((), absent) == {"AT-049"}


def test_what_needs_no_details_is_tried_as_it_is() -> None:
    assert "first_meeting" in on(date(2026, 2, 3), *INITIATED).allowed
    assert tried(INITIATED, e.FirstMeeting(date(2026, 2, 3), Attendance.ABSENT)) == set()


def test_every_event_is_allowed_or_blocked_in_the_order_of_the_format() -> None:
    assessment = on(date(2026, 4, 8), *IN_PROGRESS)
    blocked = [refusal.event for refusal in assessment.blocked]
    assert sorted((*assessment.allowed, *blocked)) == sorted(EVENTS)
    assert [name for name in EVENTS if name in assessment.allowed] == list(assessment.allowed)
    assert {refusal.on for refusal in assessment.blocked} == {date(2026, 4, 8)}
