"""A colleague stands in during absence: the same access and not more, until a day, told to the client."""

from datetime import date
from typing import Any

import pytest

from tests.dossier.colleagues import away, colleague_of, handing, place
from tests.dossier.world import CARE, WORK, World, read_in_database
from tests.review.people import with_purpose
from tests.scene import TODAY
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.granting import Giving, GrantRefused, NotInTheFile, block_access, end_access, give_access
from vlechtwerk.sharing.handing_over import hand_over
from vlechtwerk.sharing.models import Grant, Involvement
from vlechtwerk.sharing.places import end_place
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.sharing.standing_in import let_stand_in


def stands_in(world: World, role: Role = CARE, **changed: Any) -> tuple[Position, Involvement]:
    """A colleague who stands in for somebody with all access."""
    world.give_all()
    colleague = colleague_of(world, role)
    part = let_stand_in(file=world.file, asked=away(colleague, **changed), by=world.position(role))
    return colleague, part


@pytest.mark.rule("AT-026")
@pytest.mark.parametrize(
    ("day", "reads"),
    [(date(2026, 5, 1), True), (date(2026, 5, 14), True), (date(2026, 5, 15), False)],
)
def test_a_stand_in_reads_the_same_as_the_colleague_until_the_last_day(world: World, day: date, reads: bool) -> None:
    colleague, _part = stands_in(world)
    expected = read_in_database(world.position(CARE), day) if reads else set()
    assert read_in_database(colleague, day) == expected


def test_before_the_first_day_a_stand_in_sees_nothing(world: World) -> None:
    colleague, _part = stands_in(world, first=date(2026, 5, 4))
    assert read_in_database(colleague, date(2026, 5, 3)) == set()
    assert with_purpose(colleague, world.scene.case, "standing_in").get(world.url).status_code == 404
    assert read_in_database(colleague, date(2026, 5, 4)) == read_in_database(world.position(CARE), date(2026, 5, 4))


def missing(world: World, by: Position, colleague: Position, **changed: Any) -> tuple[str, ...]:
    """What AT-026 has against it that a colleague stands in."""
    with pytest.raises(GrantRefused) as refused:
        let_stand_in(file=world.file, asked=away(colleague, **changed), by=by)
    assert refused.value.reason.rule.id == "AT-026"
    return refused.value.reason.shortfall.missing


@pytest.mark.rule("AT-026")
def test_only_a_colleague_of_the_same_organisation_and_function_stands_in_and_only_for_a_while(world: World) -> None:
    mine = world.position(CARE)
    assert missing(world, mine, colleague_of(world, CARE, elsewhere=True)) == ("colleague",)
    assert missing(world, mine, world.position(WORK)) == ("colleague",)
    assert missing(world, mine, colleague_of(world, CARE), longest=13) == ("longest",)
    assert missing(world, mine, colleague_of(world, CARE), last=date(2026, 4, 30)) == ("period",)
    assert missing(world, world.scene.client, colleague_of(world, CARE)) == ("case_manager", "colleague")


@pytest.mark.rule("AT-026")
def test_a_stand_in_lets_nobody_else_stand_in_and_hands_nothing_over(world: World) -> None:
    colleague, _part = stands_in(world, WORK)
    assert missing(world, colleague, colleague_of(world, WORK)) == ("first_hand",)
    with pytest.raises(NotInTheFile):
        hand_over(handing(world, WORK, colleague_of(world, WORK)), by=colleague)


def test_a_stand_in_of_the_work_case_manager_gives_access_and_ends_it(world: World) -> None:
    world.give(WORK)
    colleague = colleague_of(world, WORK)
    let_stand_in(file=world.file, asked=away(colleague), by=world.position(WORK))
    to = Involvement.objects.get(file=world.file, capacity=CARE)
    (grant,) = give_access(Giving(to, [Kind.SHARED], "tijdens verlof"), by=colleague)
    assert grant.granted_by == colleague
    end_access(grant, by=colleague)
    assert world.part(Kind.SHARED).pk not in read_in_database(world.position(CARE))


def test_what_is_given_or_ended_meanwhile_counts_for_the_stand_in_too(world: World) -> None:
    colleague, _part = stands_in(world)
    shared = world.part(Kind.SHARED)
    grant = Grant.objects.get(involvement=place(world, CARE), compartment=shared, until_on=None)
    end_access(grant, by=world.position(WORK))
    assert shared.pk not in read_in_database(colleague)
    give_access(Giving(place(world, CARE), [Kind.SHARED], "opnieuw"), by=world.position(WORK))
    assert shared.pk in read_in_database(colleague)


@pytest.mark.parametrize("role", [CARE, WORK])
def test_a_stand_in_can_be_ended_early_by_who_asked_it_and_by_the_work_case_manager(world: World, role: Role) -> None:
    colleague, part = stands_in(world)
    browser = with_purpose(colleague, world.scene.case, "standing_in")
    assert browser.get(world.url).status_code == 200
    end_place(involvement=part, by=world.position(role))
    assert browser.get(world.url).status_code == 404
    assert read_in_database(colleague) == set()


def test_nobody_else_ends_a_stand_in(world: World) -> None:
    _colleague, part = stands_in(world)
    with pytest.raises(GrantRefused):
        end_place(involvement=part, by=world.position(Role.CARE_PROVIDER))


def test_closing_ends_a_stand_in_that_has_not_begun(world: World) -> None:
    colleague, _part = stands_in(world, first=date(2026, 5, 4))
    block_access(world.file.pk, by=world.position(WORK))
    assert not Involvement.objects.of(colleague, date(2026, 5, 4)).exists()


def test_a_hand_over_ends_who_stands_in(world: World) -> None:
    colleague, _part = stands_in(world)
    asked = handing(world, CARE, colleague_of(world, CARE), last_day=date(2026, 4, 30), first_day=TODAY)
    hand_over(asked, by=world.position(CARE))
    assert read_in_database(colleague) == set()


def test_every_look_of_a_stand_in_names_the_grant_and_the_client_sees_who_stands_in(world: World) -> None:
    colleague, part = stands_in(world)
    with_purpose(colleague, world.scene.case, "standing_in").get(world.url)
    line = Entry.objects.filter(verb=Verb.FILE_READ, position_id=colleague.pk).latest("id")
    assert (line.grant_id, line.capacity, line.allowed, line.purpose) == (part.pk, CARE, True, "standing_in")
    begun = Entry.objects.get(verb=Verb.INVOLVED, grant_id=part.pk)
    assert (begun.rules, begun.capacity, begun.part) == (["AT-026"], CARE, "administrative")
    page = world.visitor(Role.CLIENT).get(f"{world.url}toegang/").content.decode()
    assert "vervangt Care_Case_Manager" in page
    assert "14 mei 2026" in page
