"""Somebody leaves: everything ends the same day, and a place that stands empty is told to the other case manager."""

from datetime import date

import pytest

from tests.dossier.colleagues import away, colleague_of, place
from tests.dossier.world import CARE, CARER, WORK, World, read_in_database
from tests.scene import TODAY, signed_in, text_of
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.cli import main
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.leaving import end_position
from vlechtwerk.sharing.models import Grant, Involvement
from vlechtwerk.sharing.standing_in import let_stand_in


@pytest.mark.rule("AT-026")
def test_who_leaves_is_refused_on_the_very_next_request(world: World) -> None:
    world.give_all()
    browser = world.visitor(CARE)
    assert browser.get(world.url).status_code == 200
    assert end_position(world.position(CARE)) == 1
    assert browser.get(world.url).status_code != 200
    assert read_in_database(world.position(CARE)) == set()
    assert not Grant.objects.filter(involvement__position=world.position(CARE), until_on=None).exists()
    assert place(world, CARE).until_on == TODAY


def test_leaving_twice_is_leaving_once_and_stands_in_the_record(world: World) -> None:
    assert [end_position(world.position(CARER)), end_position(world.position(CARER))] == [1, 0]
    lines = Entry.objects.filter(position_id=world.position(CARER).pk, verb__in=["involvement_ended", "position_ended"])
    assert sorted(lines.values_list("verb", flat=True)) == [Verb.INVOLVEMENT_ENDED, Verb.POSITION_ENDED]


def test_who_stands_in_for_somebody_who_leaves_leaves_too(world: World) -> None:
    world.give_all()
    colleague = colleague_of(world, CARE)
    let_stand_in(file=world.file, asked=away(colleague, last=date(2026, 6, 1)), by=world.position(CARE))
    end_position(world.position(CARE))
    assert read_in_database(colleague) == set()


@pytest.mark.rule("AT-026")
@pytest.mark.parametrize(
    ("leaving", "told", "name"), [(CARE, WORK, "casemanager zorg"), (WORK, CARE, "casemanager werk")]
)
def test_an_empty_place_is_told_to_the_other_case_manager_until_it_is_filled(
    world: World, leaving: Role, told: Role, name: str
) -> None:
    line = f"niemand heeft nog de plaats van {name}"
    assert line not in text_of(world.visitor(told).get("/"))
    end_position(world.position(leaving))
    browser = world.visitor(told)
    assert line in text_of(browser.get("/"))
    new = colleague_of(world, leaving)
    answers = {"position": str(new.pk), "replaces": "", "idempotency_key": "3f0f8f35-4c7e-4b5a-9f3d-0d4b6f1a2c11"}
    assert browser.post(f"{world.url}toegang/meewerken/", answers).status_code == 302
    assert line not in text_of(browser.get("/"))
    assert signed_in(new).get(world.scene.url).status_code == 200


def test_the_command_hands_over_to_the_successor(world: World, server_runs: None) -> None:
    world.give_all()
    new = colleague_of(world, WORK)
    leaver = world.position(WORK).account.username
    assert main(["position", "end", leaver, "--successor", new.account.username]) == 0
    (part,) = Involvement.objects.filter(file=world.file, position=new)
    assert (part.capacity, part.from_on, part.follows_id) == (WORK, TODAY, place(world, WORK).pk)
    assert Position.objects.get(pk=world.position(WORK).pk).until_on == TODAY


@pytest.mark.parametrize("names", [["niemand"], ["work_case_manager", "--successor", "care_provider"]])
def test_the_command_ends_nothing_when_it_is_not_clear_whose(world: World, server_runs: None, names: list[str]) -> None:
    assert main(["position", "end", *names]) == 1
    assert Position.objects.get(pk=world.position(WORK).pk).until_on is None
