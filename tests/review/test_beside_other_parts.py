"""Emergency access and purposes beside parts that begin and end by themselves: stand-ins, hand-overs and their forms."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.models.functions import Now

from tests.dossier.colleagues import away, colleague_of, handing
from tests.dossier.world import CARE, WORK, World, alone_for, fill
from tests.review.people import make_officer, opened_by
from tests.scene import TODAY, Scene, signed_in, text_of
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.dossier.models import Note
from vlechtwerk.history.models import Obligation
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.handing_over import hand_over
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.leaving import end_position
from vlechtwerk.sharing.models import Grant, Involvement, InvolvementReason
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.sharing.standing_in import let_stand_in


@pytest.fixture
def world(scene: Scene) -> World:
    """The file with its notes, and everybody with access."""
    made = World(scene)
    fill(made)
    made.give_all()
    return made


def stands_in(world: World) -> Position:
    """A colleague who stands in for the care case manager."""
    colleague = colleague_of(world, CARE)
    let_stand_in(file=world.file, asked=away(colleague), by=world.position(CARE))
    return colleague


def handed_over(world: World) -> Position:
    """The care case manager, who hands over from today on and reads on."""
    old, days = world.position(CARE), {"last_day": date(2026, 4, 30), "first_day": TODAY}
    hand_over(handing(world, CARE, colleague_of(world, CARE), **days), by=old)
    return old


@pytest.mark.parametrize("make", [stands_in, handed_over])
def test_who_stands_in_or_reads_on_is_asked_what_a_look_is_for(world: World, make: Callable[[World], Position]) -> None:
    asked = signed_in(make(world)).get(world.url)
    assert (asked.status_code, asked["Location"]) == (302, f"{world.url}waarvoor/?to=dossier")


def test_who_is_on_the_way_to_a_form_about_access_goes_on_to_the_page_of_access(world: World) -> None:
    Obligation.objects.filter(case=world.scene.case).update(done_on="2026-04-30")
    asked = world.scene.as_(WORK).get(f"{world.url}toegang/geven/")
    assert asked["Location"] == f"{world.url}waarvoor/?to=dossier_access"


def test_every_line_of_a_hand_over_tells_the_capacity_of_who_hands_over(world: World) -> None:
    old = handed_over(world)
    lines = Entry.objects.filter(verb__in=(Verb.INVOLVED, Verb.INVOLVEMENT_ENDED), position_id=old.pk)
    assert {(one.capacity, one.part, one.purpose) for one in lines} == {(str(CARE), "administrative", "guidance")}
    begun = {one.grant_id for one in lines if one.verb == Verb.INVOLVED}
    assert begun == set(Involvement.objects.filter(follows__position=old).values_list("pk", flat=True))


def officer_inside_twice(world: World) -> Position:
    """The officer, whose emergency access ended a moment ago, with a part of another kind that reads the shared part."""
    officer = make_officer(world.scene.cast)
    made = opened_by(officer, world.scene.case)
    Involvement.objects.filter(pk=made.pk).update(until_at=Now() - timedelta(seconds=1))
    other = Involvement.objects.create(
        file=world.file, position=officer, capacity=CARE, from_on=TODAY, reason=InvolvementReason.TEAM
    )
    Grant.objects.create(
        involvement=other,
        compartment=world.part(Kind.SHARED),
        verbs=["read"],
        from_on=TODAY,
        granted_by=world.position(WORK),
        reason="om te zien",
    )
    return officer


def test_after_its_moment_emergency_access_opens_no_item_for_who_has_another_part(world: World) -> None:
    officer = officer_inside_twice(world)
    for audience, sees in (CARE, True), (WORK, False):
        alone_for(world, [audience])
        with acting(officer, TODAY), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM dossier_note")
            (count,) = cursor.fetchone()
            assert (count > 0, Note.objects.visible_to(officer, TODAY).count()) == (sees, count)


def test_the_page_of_access_tells_the_officer_with_the_moment_of_the_end_and_only_until_then(world: World) -> None:
    made = opened_by(make_officer(world.scene.cast), world.scene.case)
    browser, url = world.visitor(Role.CLIENT), f"{world.url}toegang/"
    assert "uiterlijk tot" in text_of(browser.get(url)).lower()
    Involvement.objects.filter(pk=made.pk).update(until_at=Now())
    assert "functionaris" not in text_of(browser.get(url)).lower()


def test_what_ended_at_its_moment_does_not_end_again_when_the_officer_leaves(world: World) -> None:
    officer = make_officer(world.scene.cast)
    made = opened_by(officer, world.scene.case)
    Involvement.objects.filter(pk=made.pk).update(until_at=Now())
    assert end_position(officer) == 0
    assert not Entry.objects.filter(verb=Verb.INVOLVEMENT_ENDED, grant_id=made.pk).exists()
