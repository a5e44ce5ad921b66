"""Recording what happened: stored with what follows from it, or refused and nothing changed."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from tests.cast import Cast
from tests.rules.histories import ACCEPTED, ALL_THREE, FIRST_MEETING, IN_PROGRESS, REFERRED
from vlechtwerk.audit.models import Entry
from vlechtwerk.history import actions
from vlechtwerk.history.models import Case, Event, Obligation
from vlechtwerk.history.queries import effective_events
from vlechtwerk.history.refusals import ChangedMeanwhile, DayNotPossible, NotInvolved, Refused, Unsupported
from vlechtwerk.people.actions import register
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import Attendance, StopManner
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.actions import open_file

FIRST_MEETING_DATA = {"attendance": "present", "with": ["client", "work_case_manager", "care_case_manager"]}
UPLOADED_EARLY = e.PlanUploaded(date(2026, 2, 10))


def everything() -> list[list[tuple[Any, ...]]]:
    """Every row that recording may touch."""
    return [list(model.objects.order_by("pk").values_list()) for model in (Case, Event, Obligation, Entry)]


def written_obligations() -> set[tuple[str, str]]:
    """What is owed, each with the place of its row: a row that is written again gets another place."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT what, ctid::text FROM history_obligation")
        return set(cursor.fetchall())


def test_a_recorded_event_moves_the_case_and_settles_what_was_due(cast: Cast) -> None:
    case = cast.open()
    row = actions.record(case=case, event=FIRST_MEETING, by=cast[Role.WORK_CASE_MANAGER], key=uuid4())
    case.refresh_from_db()
    assert (case.status, case.status_since, case.version) == ("accepted", date(2026, 2, 19), 2)
    assert case.obligations.get(what="first_meeting").done_on == date(2026, 2, 19)
    assert case.obligations.get(what="plan_upload").due_on == date(2026, 4, 2)
    assert (row.name, row.sequence, row.data) == ("first_meeting", 2, FIRST_MEETING_DATA)


def test_a_recorded_event_leaves_an_audit_line_with_the_rules_that_were_asked(cast: Cast) -> None:
    case = cast.open()
    actions.record(case=case, event=FIRST_MEETING, by=cast[Role.WORK_CASE_MANAGER], key=uuid4())
    line = Entry.objects.get(verb="event_recorded")
    assert (line.file_id, line.position_id) == (case.file_id, cast[Role.WORK_CASE_MANAGER].pk)
    assert {"AT-060", "AT-049"} <= set(line.rules)


def test_an_event_that_the_rules_refuse_changes_nothing(cast: Cast) -> None:
    case = cast.open()
    before = everything()
    with pytest.raises(Refused) as refusal:
        actions.record(case=case, event=UPLOADED_EARLY, by=cast[Role.WORK_CASE_MANAGER], key=uuid4())
    assert [reason.rule.id for reason in refusal.value.reasons] == ["AT-074"]
    assert everything() == before


def test_an_event_that_makes_a_later_one_impossible_is_refused_and_names_it(cast: Cast) -> None:
    case = cast.open(IN_PROGRESS)
    stop = e.StopDecided(date(2026, 3, 1), StopManner.CONTINGENT_REMOVAL)
    with pytest.raises(Refused) as refusal:
        actions.record(case=case, event=stop, by=cast[Role.PROJECT_FOLLOWER], key=uuid4())
    assert refusal.value.reasons == ()
    assert refusal.value.contradicted[0].event == "plan_signed"
    assert len(effective_events(case)) == len(IN_PROGRESS)


def test_an_event_between_stored_ones_is_taken_in_order_of_its_day(cast: Cast) -> None:
    case = cast.open(ACCEPTED)
    cast.record(case, e.IntakeNotified(date(2026, 2, 3)))
    assert [event.on.day for event in effective_events(case)] == [2, 3, 19, 19]
    case.refresh_from_db()
    assert case.status_since == date(2026, 2, 19)


def test_the_same_form_sent_twice_records_once(cast: Cast) -> None:
    case, key = cast.open(), uuid4()
    first, second = (
        actions.record(case=case, event=FIRST_MEETING, by=cast[Role.WORK_CASE_MANAGER], key=key) for _ in range(2)
    )
    assert first == second
    assert case.events.count() == 2


def test_who_looked_at_an_older_version_is_told_so(cast: Cast) -> None:
    case = cast.open()
    cast.record(case, e.IntakeNotified(date(2026, 2, 3)))
    with pytest.raises(ChangedMeanwhile):
        actions.record(case=case, event=FIRST_MEETING, by=cast[Role.WORK_CASE_MANAGER], key=uuid4(), seen=1)
    actions.record(case=case, event=FIRST_MEETING, by=cast[Role.WORK_CASE_MANAGER], key=uuid4(), seen=2)
    assert case.events.count() == 3


def test_somebody_without_a_part_in_the_file_cannot_record(cast: Cast) -> None:
    case = cast.open()
    with pytest.raises(NotInvolved):
        actions.record(case=case, event=FIRST_MEETING, by=cast.outsider, key=uuid4())


def test_for_somebody_without_a_part_a_case_is_the_same_as_none(cast: Cast) -> None:
    hidden, absent = cast.open(), Case(pk=uuid4())
    for case in (hidden, absent):
        with pytest.raises(NotInvolved):
            actions.record(case=case, event=FIRST_MEETING, by=cast.outsider, key=uuid4())


def test_recording_leaves_what_is_owed_alone_when_it_stays_the_same(cast: Cast) -> None:
    case = cast.open(ACCEPTED)
    before = written_obligations()
    cast.record(case, e.IntakeNotified(date(2026, 2, 3)))
    assert {what for what, _place in written_obligations() - before} == {"intake_notice"}


def test_somebody_else_than_the_recorder_is_refused_with_the_rule(cast: Cast) -> None:
    case = cast.open()
    with pytest.raises(Refused) as refusal:
        actions.record(case=case, event=FIRST_MEETING, by=cast[Role.CARE_CASE_MANAGER], key=uuid4())
    reason = refusal.value.reasons[0]
    assert (reason.rule.id, reason.shortfall.missing) == ("AT-060", ("work_case_manager",))


def first_meeting_on(day: date) -> e.FirstMeeting:
    """The first meeting on another day."""
    return e.FirstMeeting(day, Attendance.PRESENT, ALL_THREE)


@pytest.mark.parametrize("day", [date(2028, 6, 2), date(2026, 2, 1), date(1999, 12, 31), date(2200, 1, 1)])
def test_a_day_in_the_future_or_before_the_case_is_refused(cast: Cast, day: date) -> None:
    case = cast.open()
    with pytest.raises(DayNotPossible):
        actions.record(case=case, event=first_meeting_on(day), by=cast[Role.WORK_CASE_MANAGER], key=uuid4())
    assert case.events.count() == 1


@pytest.mark.parametrize("day", [date(2028, 6, 1), date(2026, 2, 2)])
def test_today_and_the_first_day_of_the_case_are_possible(cast: Cast, day: date) -> None:
    case = cast.open()
    actions.record(case=case, event=first_meeting_on(day), by=cast[Role.WORK_CASE_MANAGER], key=uuid4())
    assert case.events.get(sequence=2).on == day


def test_a_referral_opens_a_case_for_its_mediator(cast: Cast) -> None:
    mediator = cast[Role.VDAB_MEDIATOR]
    file = open_file(person=register(given_name="Fien", family_name="Voorbeeld"), on=date(2026, 2, 2), by=mediator)
    case = actions.open_case(file=file, procedure="activation", region=cast.region, events=[REFERRED], by=mediator)
    assert (case.status, case.version, case.obligations.get(what="first_meeting").due_on) == (
        "initiated", 1, date(2026, 3, 2),
    )  # fmt: skip
    assert Case.objects.visible_to(mediator, date(2028, 6, 1)).get() == case


def test_a_person_is_not_referred_a_second_time_in_another_file(cast: Cast) -> None:
    person, mediator = cast.open().file.person, cast[Role.VDAB_MEDIATOR]
    file, later = open_file(person=person, on=date(2027, 2, 2), by=mediator), [e.Referred(date(2027, 2, 2))]
    with pytest.raises(Refused) as refusal:
        actions.open_case(file=file, procedure="activation", region=cast.region, events=later, by=mediator)
    assert [reason.rule.id for reason in refusal.value.reasons] == ["AT-037"]


def test_a_referral_under_the_older_decree_is_not_supported(cast: Cast) -> None:
    mediator = cast[Role.VDAB_MEDIATOR]
    file = open_file(person=register(given_name="Fien", family_name="Voorbeeld"), on=date(2023, 6, 30), by=mediator)
    older = [e.Referred(date(2023, 6, 30))]
    with pytest.raises(Unsupported):
        actions.open_case(file=file, procedure="activation", region=cast.region, events=older, by=mediator)
