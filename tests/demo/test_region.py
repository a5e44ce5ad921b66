"""The fictional region is alive on every day, and obviously fictional."""

from datetime import date, timedelta

import pytest
from django.db.models import Count
from django.utils import timezone

from tests.stage import shared
from vlechtwerk.compensation.models import State
from vlechtwerk.compensation.queries import find
from vlechtwerk.consent.models import Item
from vlechtwerk.demo.cast import WORKERS
from vlechtwerk.demo.load import is_loaded, load_region
from vlechtwerk.demo.people import FAMILY_NAMES, fictional_person
from vlechtwerk.demo.stories import histories
from vlechtwerk.dossier.models import Note
from vlechtwerk.history.models import Case
from vlechtwerk.history.queries import differing_cases
from vlechtwerk.icf.loading import set_in_force
from vlechtwerk.organisations.models import Position
from vlechtwerk.people.models import Person
from vlechtwerk.review.models import Task
from vlechtwerk.rules.activation.duties.payment import HalfYear
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.assessment import Assessment, assess
from vlechtwerk.rules.assessment import State as Owed
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Involvement, Signal, SignalKind

SOME_DAYS = [date(2026, 11, 21), date(2027, 1, 1), date(2028, 2, 29), date(2026, 8, 31)]


def assessments(today: date) -> list[Assessment]:
    """What the rules say about everybody on a day."""
    return [assess(ACTIVATION, events, today) for events in histories(today)]


@pytest.mark.parametrize("today", SOME_DAYS)
def test_the_rules_refuse_nothing_of_what_happened_in_the_region(today: date) -> None:
    assert [one.refused for one in assessments(today) if one.refused] == []


@pytest.mark.parametrize("today", SOME_DAYS)
def test_the_region_has_about_sixty_trajectories_in_every_status(today: date) -> None:
    found = assessments(today)
    assert 60 <= len(found) <= 75
    assert {one.status.code for one in found} == {
        "initiated",
        "accepted",
        "in_progress",
        "closing",
        "ended",
        "cancelled",
    }


@pytest.mark.parametrize("today", SOME_DAYS)
def test_every_way_to_end_occurs(today: date) -> None:
    reasons = {one.status.reason for one in assessments(today)} - {None}
    assert reasons == {"final_advice", "early_stop", "automatic", "contingent_removal", "refusal"}


@pytest.mark.parametrize("today", SOME_DAYS)
def test_something_is_late_and_something_is_due_within_two_weeks(today: date) -> None:
    owed = [obligation for one in assessments(today) for obligation in one.obligations]
    assert any(obligation.state is Owed.LATE for obligation in owed)
    assert any(obligation.state is Owed.OPEN and (obligation.by - today).days <= 14 for obligation in owed)


@pytest.mark.parametrize("today", SOME_DAYS)
def test_every_flag_occurs(today: date) -> None:
    flags = {flag for one in assessments(today) for flag in one.flags}
    assert flags >= {"start_unconfirmed", "plan_late", "first_action_late", "care_suspended", "interrupted"}
    assert flags >= {"extension_pending", "extension_granted", "max_exceeded", "access_still_open"}


def test_the_region_is_the_same_every_time() -> None:
    assert histories(date(2026, 11, 21)) == histories(date(2026, 11, 21))


def test_nobody_of_the_region_has_a_name_that_could_be_real() -> None:
    people = [fictional_person(number) for number in range(75)]
    assert {person.family_name for person in people} <= set(FAMILY_NAMES)
    assert len({str(person) for person in people}) == 75


@pytest.fixture
def region(request: pytest.FixtureRequest, stage: None) -> int:
    """The region as it is loaded on 21 November 2026; once for all tests that only look at it."""
    return shared(request, lambda: load_region(date(2026, 11, 21)), at=None)


def test_the_region_is_loaded_once(db: None) -> None:
    assert not is_loaded()
    load_region(date(2026, 11, 21))
    assert is_loaded()


def test_what_is_stored_of_the_region_is_what_the_rules_say(region: int) -> None:
    assert region == Case.objects.count() == len(histories(date(2026, 11, 21)))
    assert list(differing_cases()) == []


def test_everybody_in_the_region_is_marked_as_fictional(region: int) -> None:
    assert not Person.objects.filter(is_fictional=False).exists()
    assert not Position.objects.filter(account__is_demo=False).exists()


def test_every_role_of_the_region_can_sign_in_and_so_can_clients(region: int) -> None:
    roles = set(Position.objects.values_list("role", flat=True))
    assert roles == {part.role.value for part in WORKERS} | {Role.CLIENT.value}


def test_somebody_of_another_region_takes_part_in_nothing(region: int) -> None:
    outsider = Position.objects.get(account__username="olga")
    assert not Involvement.objects.filter(position=outsider).exists()


def test_the_statement_of_the_region_is_a_draft_with_classes_and_without_amounts(region: int) -> None:
    official = Position.objects.get(account__username="dirk")
    drafts = [find(official.region, run) for run in (HalfYear(2026, 1), HalfYear(2026, 2))]
    assert {draft.state for draft in drafts} == {State.DRAFT}
    lines = [line for draft in drafts for line in draft.lines]
    assert {line.percent for line in lines} == {0, 60, 100}
    assert {line.amount for line in lines if line.percent} == {None}


def test_access_ends_on_the_day_after_it_was_blocked(region: int) -> None:
    case = Case.objects.get(status_reason="refusal")
    work = Involvement.objects.get(file=case.file, capacity=Role.WORK_CASE_MANAGER)
    blocked = case.events.get(name="access_blocked")
    assert work.until_on == blocked.on + timedelta(days=1)


def test_every_trajectory_with_a_team_has_a_few_notes_behind_the_walls(region: int) -> None:
    client = Position.objects.filter(role=Role.CLIENT).earliest("id")
    with acting(client, date(2026, 11, 21)):
        own = Note.objects.visible_to(client, date(2026, 11, 21)).values_list("compartment__kind", flat=True)
        assert {"shared"} <= set(own) <= {"shared", "care_own"}
        assert 1 <= len(own) <= 6
    with acting(Position.objects.get(account__username="bea"), date(2026, 11, 21)):
        assert not Note.objects.exists()


def test_the_officer_has_something_to_look_at(db: None) -> None:
    today = timezone.localdate()
    load_region(today)
    reasons = {reason for task in Task.objects.all() for reason in task.reasons}
    assert {"break_glass", "no_task", "many_refused"} <= reasons


def test_the_tour_shows_a_stand_in_and_a_hand_over_to_the_client_of_that_trajectory(region: int) -> None:
    parts = Involvement.objects.filter(reason__in=["absence", "handover"]).select_related(
        "position__account", "file__person"
    )
    shown = {(one.position.account.username, one.capacity, one.until_on is None) for one in parts}
    assert shown == {
        ("sofie", "work_case_manager", False),
        ("zeynep", "care_case_manager", True),
        ("koen", "earlier_case_manager", False),
    }
    assert {one.file.person.account_id is not None for one in parts} == {True}


def test_the_profiles_are_about_an_example_set_and_some_are_whole(region: int) -> None:
    found = set_in_force(date(2026, 11, 21))
    assert found is not None
    assert found.icf_set.is_example
    per_file = Item.objects.filter(kind="finding").values_list("file").annotate(number=Count("pk"))
    assert max(number for _file, number in per_file) >= 43


def test_one_plan_waits_for_the_answer_of_the_coordinator(region: int) -> None:
    (asked,) = Signal.objects.filter(kind=SignalKind.PLAN_UPLOADED, handled_at=None)
    case = Case.objects.get(file=asked.file)
    assert case.events.filter(name="plan_uploaded").exists()
    assert not case.events.filter(name__in=["plan_approved", "plan_returned"]).exists()
