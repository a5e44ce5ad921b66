"""What an event does to who takes part: each line of the table, in the transaction that records the event."""

from collections.abc import Iterator
from datetime import date
from uuid import uuid4

import pytest
from zeal import zeal_ignore

from tests.cast import Cast, make_cast, make_position
from tests.rules.histories import ACCEPTED, IN_PROGRESS, REFERRED, SIGNED, UPLOADED
from tests.scene import today
from vlechtwerk.history import actions
from vlechtwerk.history.models import Case, CorrectionReason
from vlechtwerk.history.refusals import Refused
from vlechtwerk.organisations.models import Position
from vlechtwerk.people.actions import register
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import Attendance, StopGround, StopManner
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.actions import open_file
from vlechtwerk.sharing.following import NAMED_AFTER_THE_NOTE, TABLE, Effect
from vlechtwerk.sharing.granting import Giving, GrantRefused, give_access
from vlechtwerk.sharing.models import File, Involvement
from vlechtwerk.sharing.places import take_place
from vlechtwerk.sharing.policy import Kind

__all__ = ["today"]
WORK, MEDIATOR, ADVISOR = Role.WORK_CASE_MANAGER, Role.VDAB_MEDIATOR, Role.TRUSTED_ADVISOR


@pytest.fixture
def cast(db: None, today: date) -> Iterator[Cast]:
    """Everybody of the region, and no file yet; each step looks somebody up again."""
    with zeal_ignore():
        yield make_cast()


def referred(cast: Cast) -> Case:
    """A trajectory of today's way: VDAB opens the file with the work case manager of the first appointment."""
    mediator = cast[MEDIATOR]
    person = register(given_name="Fien", family_name="Voorbeeld")
    file = open_file(person=person, on=REFERRED.on, by=mediator, meets=cast[WORK])
    return actions.open_case(file=file, procedure="activation", region=cast.region, events=[REFERRED], by=mediator)


def having(case: Case, role: Role) -> list[Position]:
    """Who takes part in a capacity on 1 May 2026."""
    parts = Involvement.objects.filter(file=case.file_id, capacity=role).select_related("position")
    return [one.position for one in parts if one.is_in_force(date(2026, 5, 1))]


@pytest.mark.rule("AT-051")
def test_at_the_referral_the_work_case_manager_of_the_appointment_reads_and_no_other(cast: Cast) -> None:
    case = referred(cast)
    assert having(case, WORK) == [cast[WORK]]
    assert not Case.objects.visible_to(cast.outsider, date(2026, 5, 1)).exists()


@pytest.mark.rule("AT-079")
def test_the_mediator_becomes_the_trusted_advisor_and_edits_no_more(cast: Cast) -> None:
    case = referred(cast)
    assert having(case, MEDIATOR) == []
    assert having(case, ADVISOR) == [cast[MEDIATOR]]
    event = case.events.get()
    with pytest.raises(Refused):
        actions.correct(
            event=event,
            replacement=e.Referred(date(2026, 2, 3)),
            reason_code=CorrectionReason.WRONG_DATE,
            by=cast[MEDIATOR],
            key=uuid4(),
        )


def give(case: Case, role: Role, by: Position) -> None:
    """Give somebody access to the shared part."""
    to = Involvement.objects.get(file=case.file_id, capacity=role)
    give_access(Giving(to, [Kind.SHARED], "nodig"), by=by)


@pytest.mark.rule("AT-077")
@pytest.mark.parametrize(("attendance", "owns"), [(Attendance.PRESENT, True), (Attendance.ABSENT, False)])
def test_the_work_case_manager_gives_others_access_from_the_first_meeting_that_was_attended(
    cast: Cast, attendance: Attendance, owns: bool
) -> None:
    case = cast.open([REFERRED])
    give(case, WORK, cast[WORK])
    with pytest.raises(GrantRefused) as refused:
        give(case, Role.CARE_CASE_MANAGER, cast[WORK])
    assert (refused.value.reason.rule.id, refused.value.reason.shortfall.missing) == ("AT-077", ("attended",))
    cast.record(case, e.FirstMeeting(date(2026, 2, 19), attendance, (Role.CLIENT,) if owns else ()))
    assert (File.objects.get(pk=case.file_id).owned_from == date(2026, 2, 19)) is owns
    if owns:
        give(case, Role.CARE_CASE_MANAGER, cast[WORK])


@pytest.mark.rule("AT-077")
def test_a_first_meeting_that_did_not_take_place_takes_the_ownership_back(cast: Cast) -> None:
    case = cast.open(ACCEPTED[:2])
    met = case.events.get(name="first_meeting")
    absent = e.FirstMeeting(date(2026, 2, 19), Attendance.ABSENT)
    actions.correct(
        event=met, replacement=absent, reason_code=CorrectionReason.WRONG_DETAIL, by=cast[WORK], key=uuid4()
    )
    assert File.objects.get(pk=case.file_id).owned_from is None


def alone(cast: Cast, events: tuple[Event, ...], role: Role) -> Case:
    """A trajectory in which nobody takes part in a capacity."""
    case = cast.open(events)
    Involvement.objects.filter(file=case.file_id, capacity=role).delete()
    return case


@pytest.mark.rule("AT-112")
def test_the_upload_of_the_plan_calls_the_coordinator_of_the_region(cast: Cast) -> None:
    case = alone(cast, (*ACCEPTED, SIGNED), Role.NETWORK_COORDINATOR)
    assert having(case, Role.NETWORK_COORDINATOR) == []
    cast.record(case, UPLOADED)
    (part,) = Involvement.objects.filter(file=case.file_id, capacity=Role.NETWORK_COORDINATOR)
    assert (part.position, part.from_on, part.reason) == (
        cast[Role.NETWORK_COORDINATOR],
        date(2026, 3, 31),
        "plan_uploaded",
    )
    assert not part.grants.exists()


@pytest.mark.rule("AT-112")
def test_of_two_coordinators_nobody_is_called_by_the_program(cast: Cast) -> None:
    make_position(Role.NETWORK_COORDINATOR, cast.region, "second")
    case = alone(cast, (*ACCEPTED, SIGNED), Role.NETWORK_COORDINATOR)
    cast.record(case, UPLOADED)
    assert having(case, Role.NETWORK_COORDINATOR) == []


@pytest.mark.rule("AT-232")
def test_a_request_calls_the_project_follower_and_the_decision_ends_that(cast: Cast) -> None:
    follower = Role.PROJECT_FOLLOWER
    case = alone(cast, IN_PROGRESS, follower)
    both = (WORK, Role.CARE_CASE_MANAGER)
    cast.record(case, e.StopRequested(date(2026, 4, 20), StopGround.AT_WORK, both))
    assert having(case, follower) == [cast[follower]]
    cast.record(case, e.StopDecided(date(2026, 4, 24), StopManner.EARLY_STOP))
    assert having(case, follower) == []


@pytest.mark.rule("AT-232")
def test_of_two_project_followers_the_work_case_manager_names_one(cast: Cast) -> None:
    second = make_position(Role.PROJECT_FOLLOWER, cast.region, "second")
    case = alone(cast, IN_PROGRESS, Role.PROJECT_FOLLOWER)
    cast.record(case, e.StopRequested(date(2026, 4, 20), StopGround.AT_WORK, (WORK, Role.CARE_CASE_MANAGER)))
    assert having(case, Role.PROJECT_FOLLOWER) == []
    take_place(file=case.file, position=second, by=cast[WORK])
    assert having(case, Role.PROJECT_FOLLOWER) == [second]


def test_a_refused_event_changes_nobodys_part(cast: Cast) -> None:
    case = alone(cast, ACCEPTED, Role.NETWORK_COORDINATOR)
    with pytest.raises(Refused):
        cast.record(case, UPLOADED)
    assert having(case, Role.NETWORK_COORDINATOR) == []


def test_the_table_names_every_event_once_for_each_effect() -> None:
    named = [(line.event, line.effect, line.capacity, line.signal) for line in TABLE]
    assert len(named) == len(set(named))
    assert {line.effect for line in (*TABLE, NAMED_AFTER_THE_NOTE)} == set(Effect)
