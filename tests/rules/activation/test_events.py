"""What an event may hold, and what it means when something is left out."""

from dataclasses import fields
from datetime import date
from typing import get_type_hints

import pytest

from tests.rules.histories import ACCEPTED, IN_PROGRESS, refused_by, tried
from tests.rules.histories import on as assessed_on
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import Attendance, Domain, RegionSettings
from vlechtwerk.rules.attributes import Key, NotBefore, Range
from vlechtwerk.rules.kernel import Event


@pytest.mark.parametrize(
    ("holder", "field", "lowest", "highest"),
    [
        (e.PlanSigned, "version", 1, 999),
        (e.PlanUploaded, "version", 1, 999),
        (e.ExtensionRequested, "months", 1, 120),
        (e.ExtensionDecided, "months", 1, 120),
        (e.IcfCompleted, "categories", 0, 43),
        (RegionSettings, "maximum_signal_days", 1, 365),
        (RegionSettings, "closing_reserve_months", 0, 6),
        (RegionSettings, "target_months", 3, 18),
    ],
)
def test_whole_numbers_stay_within_their_range(holder: type, field: str, lowest: int, highest: int) -> None:
    hint = get_type_hints(holder, include_extras=True)[field]
    told = repr(Range(lowest, highest))
    assert told in repr(hint)


def test_who_was_there_is_called_with_in_a_case_file() -> None:
    for kind in (e.FirstMeeting, e.EvaluationHeld):
        assert Key("with") in get_type_hints(kind, include_extras=True)["attended_by"].__metadata__


def test_an_interruption_does_not_end_before_it_begins() -> None:
    assert NotBefore("on") in get_type_hints(e.Interrupted, include_extras=True)["until"].__metadata__


def test_what_is_left_out_means_nobody_and_no() -> None:
    assert e.FirstMeeting(date(2026, 2, 19), Attendance.PRESENT).attended_by == ()
    assert e.PlanSigned(date(2026, 3, 30)) == e.PlanSigned(
        date(2026, 3, 30), (), None, None, (Domain.WORK, Domain.CARE)
    )
    assert not e.ActionStarted(date(2026, 4, 20), Domain.CARE).internship
    assert not e.FinalReportRegistered(date(2027, 6, 29)).joint
    assert not e.ExtensionRequested(date(2027, 9, 10), 3).necessary_actions


@pytest.mark.rule("AT-087")
def test_a_note_that_tells_nothing_lacks_both_parts() -> None:
    note = e.DelayNoted(date(2026, 4, 3))
    (refusal,) = assessed_on(note.on, *ACCEPTED, note).refused
    assert refusal.reasons[0].shortfall.missing == ("reason_given", "next_steps_given")


def test_a_plan_that_nobody_signed_and_a_meeting_that_nobody_attended_are_refused() -> None:
    assert tried(ACCEPTED, e.PlanSigned(date(2026, 3, 30))) == {"AT-092"}
    assert tried(IN_PROGRESS, e.EvaluationHeld(date(2026, 9, 28))) == {"AT-154"}
    nobody = e.MediationRequested(date(2026, 3, 7))
    assert "AT-070" in refused_by(assessed_on(nobody.on, *ACCEPTED[:2], nobody), "mediation_requested")


@pytest.mark.parametrize("kind", list(e.EVENTS.values()), ids=list(e.EVENTS))
def test_every_event_has_a_date_first_and_never_changes(kind: type[Event]) -> None:
    assert fields(kind)[0].name == "on"
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]  # how a dataclass keeps its options
