"""A case manager hands over: no day without one, the new one waits for access, the earlier one reads on and writes nothing."""

from datetime import date, timedelta

import pytest
import time_machine

from tests.dossier.colleagues import colleague_of, handing, parts_of
from tests.dossier.world import CARE, CARER, WORK, World, alone_for, canary, database_takes, read_in_database
from tests.review.people import with_purpose
from tests.scene import TODAY
from vlechtwerk.organisations.actions import Choice, choose
from vlechtwerk.organisations.models import Position
from vlechtwerk.organisations.queries import access_settings_on
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.granting import Giving, GrantRefused, NotInTheFile, give_access
from vlechtwerk.sharing.handing_over import hand_over
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.sharing.policy import Kind

TOMORROW, ONE_DAY = date(2026, 5, 2), timedelta(days=1)


def missing(world: World, by: Role, **changed: object) -> tuple[str, tuple[str, ...]]:
    """The rule that refuses a hand-over of the care case manager's place, with what it misses."""
    asked = handing(world, CARE, colleague_of(world, CARE), **changed)
    with pytest.raises(GrantRefused) as refused:
        hand_over(asked, by=world.position(by))
    return refused.value.reason.rule.id, refused.value.reason.shortfall.missing


@pytest.mark.rule("AT-026")
@pytest.mark.parametrize(("first_day", "accepted"), [(date(2026, 5, 2), True), (date(2026, 5, 3), False)])
def test_no_day_may_pass_without_a_case_manager(world: World, first_day: date, accepted: bool) -> None:
    if not accepted:
        assert missing(world, CARE, first_day=first_day) == ("AT-026", ("no_gap",))
        return
    new = hand_over(handing(world, CARE, colleague_of(world, CARE), first_day=first_day), by=world.position(CARE))
    old = Involvement.objects.get(file=world.file, capacity=CARE, position=world.position(CARE))
    assert (old.until_on, new.from_on, new.follows_id) == (first_day, first_day, old.pk)


@pytest.mark.rule("AT-026")
def test_a_hand_over_without_a_reason_or_by_somebody_else_is_refused(world: World) -> None:
    assert missing(world, CARE, reason=" ") == ("AT-026", ("reason",))
    assert missing(world, CARER) == ("AT-026", ("own_place",))
    work = handing(world, WORK, colleague_of(world, WORK))
    with pytest.raises(GrantRefused):
        hand_over(work, by=world.position(CARE))
    with pytest.raises(NotInTheFile):
        hand_over(work, by=world.scene.cast.outsider)


def test_the_work_case_manager_hands_over_the_place_of_the_care_case_manager_too(world: World) -> None:
    new = hand_over(handing(world, CARE, colleague_of(world, CARE)), by=world.position(WORK))
    assert (new.capacity, new.granted_by_id) == (CARE, world.position(WORK).pk)


def test_somebody_with_another_function_takes_no_place_over(world: World) -> None:
    with pytest.raises(GrantRefused) as refused:
        hand_over(handing(world, CARE, world.scene.cast.outsider), by=world.position(CARE))
    assert refused.value.reason.shortfall.missing == ("colleague",)


def test_a_hand_over_never_begins_in_the_past_and_is_done_once(world: World) -> None:
    new = colleague_of(world, CARE)
    with pytest.raises(NotInTheFile):
        hand_over(
            handing(world, CARE, new, last_day=date(2026, 4, 29), first_day=date(2026, 4, 30)), by=world.position(CARE)
        )
    once = hand_over(handing(world, CARE, new), by=world.position(CARE))
    assert hand_over(handing(world, CARE, new), by=world.position(CARE)) == once


def handed_over_today(world: World) -> Position:
    """The care case manager, who had all access, hands over from today on; the new one is returned."""
    world.give_all()
    new = colleague_of(world, CARE)
    hand_over(handing(world, CARE, new, last_day=TODAY - ONE_DAY, first_day=TODAY), by=world.position(CARE))
    return new


@pytest.mark.rule("AT-026")
@pytest.mark.rule("AT-078")
def test_the_new_case_manager_waits_for_access_and_the_work_case_manager_sees_that(world: World) -> None:
    new = handed_over_today(world)
    assert not read_in_database(new) & {world.part(Kind.SHARED).pk, world.part(Kind.ICF).pk}
    assert "Toegang geven: Nieuw" in world.visitor(WORK).get(f"{world.url}toegang/").content.decode()
    to = Involvement.objects.get(file=world.file, position=new, capacity=CARE)
    give_access(Giving(to, [Kind.SHARED], "neemt over"), by=world.position(WORK))
    assert world.part(Kind.SHARED).pk in read_in_database(new)


@pytest.mark.rule("AT-026")
@pytest.mark.parametrize(
    ("day", "reads"), [(date(2026, 5, 1), True), (date(2026, 5, 30), True), (date(2026, 5, 31), False)]
)
def test_the_earlier_one_reads_on_for_thirty_days_and_then_it_ends_by_itself(
    world: World, day: date, reads: bool
) -> None:
    handed_over_today(world)
    old, shared = world.position(CARE), world.part(Kind.SHARED)
    assert (shared.pk in read_in_database(old, day)) is reads
    assert not database_takes(old, shared, day)
    with time_machine.travel(f"{day}T12:00:00+02:00"):
        answer = with_purpose(old, world.scene.case, "hand_over").get(world.url)
    assert (answer.status_code == 200 and canary(shared) in answer.content.decode()) is reads


def test_the_end_of_reading_on_is_shown_with_its_reason(world: World) -> None:
    handed_over_today(world)
    page = world.visitor(Role.CLIENT).get(f"{world.url}toegang/").content.decode()
    assert "vorige casemanager" in page
    assert "30 mei 2026" in page
    assert "AT-026" in page


@pytest.mark.rule("AT-242")
@pytest.mark.rule("AT-255")
def test_who_handed_over_stands_among_the_readers_and_stays_bound_as_before(world: World) -> None:
    handed_over_today(world)
    shared = alone_for(world, [CARE])
    page = world.visitor(Role.CLIENT).get(f"{world.url}{shared.item_id}/").content.decode()
    assert "vorige casemanager (beroepsgeheim)" in page


def test_a_region_chooses_another_number_of_days_with_its_source(world: World) -> None:
    region, manager = world.scene.cast.region, world.position(WORK)
    assert access_settings_on(region, TODAY).handover_reading_days == 30
    choose(region=region, choice=Choice("handover_reading_days", 10, TODAY, "afspraak regio"), by=manager)
    assert access_settings_on(region, TODAY).handover_reading_days == 10
    days = access_settings_on(region, TODAY).handover_reading_days
    hand_over(handing(world, CARE, colleague_of(world, CARE), reading_days=days), by=world.position(CARE))
    assert not parts_of(world, Role.EARLIER_CASE_MANAGER)


def test_no_reading_on_without_access_before(world: World) -> None:
    hand_over(handing(world, CARE, colleague_of(world, CARE)), by=world.position(CARE))
    assert not parts_of(world, Role.EARLIER_CASE_MANAGER)
