"""Random histories of an activation trajectory: sensible ones with disturbances, and plain nonsense.

Every event is within what a case file may hold, so the same histories also serve the command, the store and the web.
"""

from collections.abc import Callable
from dataclasses import fields
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.rules.histories import ALL_THREE, BOTH
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import (
    Advice,
    Attendance,
    ChangedPlanSignedBy,
    ClosingFrom,
    Domain,
    FirstActionDueFrom,
    InterruptionReason,
    Medium,
    PlanDueFrom,
    RegionSettings,
    StopGround,
    StopManner,
)
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role

History = tuple[Event, ...]
FIRST_DAY, LAST_DAY = date(2024, 1, 1), date(2031, 12, 31)

roles = st.sampled_from([ALL_THREE, BOTH, (Role.TRUSTED_ADVISOR, Role.PROJECT_FOLLOWER), (), (Role.CLIENT,)])
yes_or_no = st.booleans()
versions = st.none() | st.integers(1, 4)

ATTRIBUTES: dict[str, SearchStrategy[Any]] = {
    "attendance": st.sampled_from(Attendance),
    "attended_by": roles,
    "by": roles,
    "agreed_by": roles,
    "shared_with": roles,
    "medium": st.none() | st.sampled_from(Medium),
    "version": versions,
    "changed": st.sampled_from([(Domain.WORK,), (Domain.CARE,), (Domain.WORK, Domain.CARE)]),
    "domain": st.sampled_from(Domain),
    "internship": yes_or_no,
    "until": st.integers(0, 400),
    "reason": st.sampled_from(InterruptionReason),
    "months": st.integers(1, 8),
    "granted": yes_or_no,
    "necessary_actions": yes_or_no,
    "reason_given": yes_or_no,
    "next_steps_given": yes_or_no,
    "categories": st.sampled_from([0, 12, 42, 43]),
    "advice": st.sampled_from(Advice),
    "joint": yes_or_no,
    "ground": st.sampled_from(StopGround),
    "manner": st.sampled_from(StopManner),
}
"""What each attribute of an event may be; the end of an interruption as a number of days after its first."""

Form = Callable[[date], Event]


def _form(kind: type[Event], details: dict[str, Any]) -> Form:
    def on(day: date) -> Event:
        if "until" in details:
            return kind(day, **{**details, "until": day + timedelta(days=details["until"])})
        return kind(day, **details)

    return on


def forms_of(kind: type[Event]) -> SearchStrategy[Form]:
    """An event of this kind with any attributes, for a day that is chosen later."""
    names = [field.name for field in fields(kind) if field.name != "on"]
    return st.fixed_dictionaries({name: ATTRIBUTES[name] for name in names}).map(lambda details: _form(kind, details))


any_form: SearchStrategy[Form] = st.sampled_from(list(e.EVENTS.values())).flatmap(forms_of)
days: SearchStrategy[date] = st.dates(FIRST_DAY, LAST_DAY)
gaps = st.sampled_from([0, 0, 0, 0, 0, 1, 1, 3, 5, 16, 28, 43, 90, 200, 400])

SENSIBLE: tuple[Form, ...] = (
    e.Referred,
    lambda day: e.FirstMeeting(day, Attendance.PRESENT, ALL_THREE),
    e.StartConfirmed,
    lambda day: e.PlanSigned(day, ALL_THREE),
    e.PlanUploaded,
    e.PlanApproved,
    e.MediationStarted,
    lambda day: e.ActionStarted(day, Domain.WORK, internship=True),
    lambda day: e.Interrupted(day, day + timedelta(days=95), InterruptionReason.ILLNESS),
    lambda day: e.EvaluationHeld(day, ALL_THREE),
    lambda day: e.ExtensionRequested(day, 2, BOTH, necessary_actions=True),
    lambda day: e.ExtensionDecided(day, granted=True),
    e.LastReportRegistered,
    e.CoordinatorWarned,
    lambda day: e.IcfCompleted(day, 43),
    lambda day: e.MediationAdviceRegistered(day, Advice.NEC),
    lambda day: e.FinalReportRegistered(day, joint=True),
    lambda day: e.FinalAdviceRegistered(day, Advice.NEC, BOTH),
    e.AccessBlocked,
)
"""The main line of a trajectory, each step in a form that the rules accept at its time."""

DISTURBING: tuple[Form, ...] = (
    e.StartRefused,
    e.PlanReturned,
    lambda day: e.PlanSigned(day, ALL_THREE),
    lambda day: e.ActionStarted(day, Domain.CARE),
    e.CareSuspended,
    lambda day: e.ExtensionDecided(day, granted=False),
    lambda day: e.StopRequested(day, StopGround.AT_WORK, BOTH),
    lambda day: e.StopDecided(day, StopManner.EARLY_STOP),
    lambda day: e.StopDecided(day, StopManner.REFUSAL),
)
"""What gets in the way of the main line, in forms that have a chance."""


@st.composite
def disturbed_histories(draw: st.DrawFn) -> History:
    """The main line up to some step, at random distances, with other events in between."""
    day = draw(st.dates(FIRST_DAY, date(2028, 12, 31)))
    told: list[Event] = []
    for step in SENSIBLE[: draw(st.integers(1, len(SENSIBLE)))]:
        day += timedelta(days=draw(gaps))
        if draw(st.integers(0, 4)) == 0:
            told.append(draw(any_form | st.sampled_from(DISTURBING))(day))
        told.append(step(day))
    return tuple(told)


nonsense: SearchStrategy[History] = st.lists(st.tuples(any_form, days), max_size=15).map(
    lambda told: tuple(form(day) for form, day in told)
)
"""Any events on any days in any order."""

histories: SearchStrategy[History] = disturbed_histories() | disturbed_histories() | nonsense

settings_of_a_region: SearchStrategy[RegionSettings] = st.builds(
    RegionSettings,
    plan_due_from=st.sampled_from(PlanDueFrom),
    first_action_due_from=st.sampled_from(FirstActionDueFrom),
    changed_plan_signed_by=st.sampled_from(ChangedPlanSignedBy),
    closing_from=st.sampled_from(ClosingFrom),
    maximum_signal_days=st.sampled_from([1, 60, 365]),
    closing_reserve_months=st.sampled_from([0, 1, 6]),
    target_months=st.sampled_from([None, 3, 12, 18]),
    silent_days=st.sampled_from([7, 60, 365]),
)
