"""A mistake is corrected by another row; the earlier one stays, and the history that is left has to be possible."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from tests.cast import Cast
from tests.rules.histories import ACCEPTED, ALL_THREE, FIRST_MEETING, IN_PROGRESS, REFERRED
from vlechtwerk.history import actions
from vlechtwerk.history.models import Case, CorrectionReason, Event
from vlechtwerk.history.queries import assessment_of, differing_cases, effective_events, effective_rows
from vlechtwerk.history.refusals import DayNotPossible, NotPossible, Refused
from vlechtwerk.rules import kernel
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import Attendance
from vlechtwerk.rules.roles import Role

EARLIER = e.FirstMeeting(date(2026, 2, 17), Attendance.PRESENT, ALL_THREE)


def correct(cast: Cast, row: Event, replacement: kernel.Event | None, by: Role = Role.WORK_CASE_MANAGER) -> Event:
    """Correct a row because its date was wrong or because it did not happen."""
    reason = CorrectionReason.WRONG_DATE if replacement else CorrectionReason.DID_NOT_HAPPEN
    return actions.correct(event=row, replacement=replacement, reason_code=reason, by=cast[by], key=uuid4())


def row_of(case: Case, name: str) -> Event:
    """The row in effect of an event."""
    return next(row for row in effective_rows(case) if row.name == name)


def test_a_replacement_takes_the_place_of_the_event(cast: Cast) -> None:
    case = cast.open(ACCEPTED)
    correct(cast, row_of(case, "first_meeting"), EARLIER)
    assert effective_events(case)[1] == EARLIER
    assert case.events.count() == len(ACCEPTED) + 1
    assert case.obligations.get(what="plan_upload").due_on == date(2026, 3, 31)
    assert list(differing_cases()) == []


def test_a_correction_on_the_same_day_keeps_the_order_of_that_day(cast: Cast) -> None:
    case = cast.open(ACCEPTED)
    alone = e.FirstMeeting(date(2026, 2, 19), Attendance.PRESENT, (Role.CLIENT, Role.WORK_CASE_MANAGER))
    correct(cast, row_of(case, "first_meeting"), alone)
    assert [row.name for row in effective_rows(case)] == ["referred", "first_meeting", "start_confirmed"]


def test_a_struck_event_is_no_part_of_the_history_any_more(cast: Cast) -> None:
    case = cast.open((REFERRED, FIRST_MEETING))
    struck = correct(cast, row_of(case, "first_meeting"), None)
    case.refresh_from_db()
    assert (effective_events(case), case.status, case.version) == ((REFERRED,), "initiated", 3)
    assert (struck.data, struck.name, struck.corrects_id) == (None, "first_meeting", case.events.get(sequence=2).pk)
    assert assessment_of(case, date(2026, 3, 3)).obligations[0].state == "late"


def test_a_correction_that_makes_a_later_event_impossible_is_refused(cast: Cast) -> None:
    case = cast.open(IN_PROGRESS)
    with pytest.raises(Refused) as refusal:
        correct(cast, row_of(case, "plan_approved"), None, Role.NETWORK_COORDINATOR)
    assert [one.event for one in refusal.value.contradicted] == ["mediation_started"]
    assert len(effective_events(case)) == len(IN_PROGRESS)


def test_a_replacement_that_the_rules_refuse_is_refused_with_its_reasons(cast: Cast) -> None:
    case = cast.open((REFERRED, FIRST_MEETING))
    cast.record(case, e.StartConfirmed(date(2026, 2, 20)))
    row = row_of(case, "start_confirmed")
    with pytest.raises(Refused) as refusal:
        correct(cast, row, e.StartConfirmed(date(2026, 2, 18)))
    assert [reason.rule.id for reason in refusal.value.reasons] == ["AT-074"]


def test_an_event_is_corrected_once_and_then_its_correction(cast: Cast) -> None:
    case = cast.open((REFERRED, FIRST_MEETING))
    first = row_of(case, "first_meeting")
    second = correct(cast, first, EARLIER)
    with pytest.raises(NotPossible):
        correct(cast, first, None)
    correct(cast, second, FIRST_MEETING)
    assert effective_events(case) == (REFERRED, FIRST_MEETING)


def test_the_only_event_of_a_case_cannot_be_struck(cast: Cast) -> None:
    case = cast.open()
    with pytest.raises(NotPossible):
        correct(cast, row_of(case, "referred"), None, Role.VDAB_MEDIATOR)


def test_a_referral_may_be_corrected_to_an_earlier_day_but_not_to_one_to_come(cast: Cast) -> None:
    case = cast.open((REFERRED, FIRST_MEETING))
    correct(cast, row_of(case, "referred"), e.Referred(date(2026, 1, 30)), Role.VDAB_MEDIATOR)
    assert effective_events(case)[0].on == date(2026, 1, 30)
    with pytest.raises(DayNotPossible):
        correct(cast, row_of(case, "referred"), e.Referred(date(2028, 6, 2)), Role.VDAB_MEDIATOR)


def test_only_who_may_record_an_event_may_correct_it(cast: Cast) -> None:
    case = cast.open(ACCEPTED)
    with pytest.raises(Refused) as refusal:
        correct(cast, row_of(case, "first_meeting"), EARLIER, Role.CARE_CASE_MANAGER)
    assert refusal.value.reasons[0].rule.id == "AT-060"


def test_a_correction_sent_twice_corrects_once(cast: Cast) -> None:
    case, key = cast.open((REFERRED, FIRST_MEETING)), uuid4()
    row, by = row_of(case, "first_meeting"), cast[Role.WORK_CASE_MANAGER]
    for _ in range(2):
        actions.correct(event=row, replacement=EARLIER, reason_code=CorrectionReason.WRONG_DATE, by=by, key=key)
    assert case.events.count() == 3


def test_what_was_known_before_a_correction_can_still_be_told(cast: Cast) -> None:
    long_ago = datetime(2000, 1, 1, tzinfo=UTC)
    case = cast.open((REFERRED, FIRST_MEETING), at=long_ago)
    correct(cast, row_of(case, "first_meeting"), EARLIER)
    assert effective_events(case) == (REFERRED, EARLIER)
    assert effective_events(case, known_at=long_ago) == (REFERRED, FIRST_MEETING)
    assert effective_events(case, known_at=long_ago - timedelta(days=1)) == ()
