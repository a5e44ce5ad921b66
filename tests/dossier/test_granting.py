"""Access is given in a chain, ends at once, and is blocked at the end of the trajectory."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
import time_machine

from tests.dossier.world import CARE, CARER, WORK, World, canary, read_in_database
from tests.rules.histories import stopped
from tests.scene import TODAY, send, text_of
from vlechtwerk.audit.models import Entry
from vlechtwerk.rules.activation.duties.closing_duties import everybody_is_blocked_the_own_access_last
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.actions import end_involvement
from vlechtwerk.sharing.granting import Giving, GrantRefused, NotInTheFile, block_access, end_access, give_access
from vlechtwerk.sharing.models import File, Grant, Involvement
from vlechtwerk.sharing.policy import LET_IN, Kind

COORDINATOR = Role.NETWORK_COORDINATOR


def missing(world: World, role: Role, by: Role, reason: str = "omdat") -> tuple[str, ...]:
    """What AT-078 has against it that somebody gives a role access to the shared part."""
    to = Involvement.objects.get(file=world.file, capacity=role)
    with pytest.raises(GrantRefused) as refused:
        give_access(Giving(to, [Kind.SHARED], reason), by=world.position(by))
    assert refused.value.reason.rule.id == "AT-078"
    return refused.value.reason.shortfall.missing


def ending(grant: Grant) -> dict[str, str]:
    """The answers of the form that ends a grant."""
    return {"ends": str(grant.pk), "idempotency_key": str(uuid4())}


@pytest.mark.rule("AT-078")
def test_the_work_case_manager_takes_access_first_and_then_gives_it_to_the_others(world: World) -> None:
    assert missing(world, CARE, by=WORK) == ("own_access",)
    world.give(WORK)
    world.give(CARE)
    kept = Grant.objects.filter(involvement__capacity=CARE, until_on=None)
    assert {(one.granted_by_id, one.from_on, one.reason) for one in kept} == {
        (world.position(WORK).pk, TODAY, "nodig voor het traject")
    }


@pytest.mark.rule("AT-078")
@pytest.mark.parametrize("by", [CARE, CARER, COORDINATOR, Role.WORK_PROVIDER])
def test_nobody_else_gives_access_whatever_was_granted_to_them(world: World, by: Role) -> None:
    world.give_all()
    assert missing(world, CARER, by=by) == ("by_work_case_manager",)


@pytest.mark.rule("AT-078")
def test_access_without_a_reason_is_refused(world: World) -> None:
    assert missing(world, WORK, by=WORK, reason="  ") == ("reason",)


def test_what_is_never_granted_and_who_takes_no_part_is_refused(world: World) -> None:
    world.give(WORK)
    for role, kind in ((CARE, Kind.CARE_OWN), (COORDINATOR, Kind.ICF), (Role.VDAB_MEDIATOR, Kind.SHARED)):
        with pytest.raises(NotInTheFile):
            world.give(role, kind)
    outsider = Giving(Involvement.objects.get(file=world.file, capacity=CARE), [Kind.SHARED], "omdat")
    with pytest.raises(NotInTheFile):
        give_access(outsider, by=world.scene.cast.outsider)


def test_giving_twice_is_giving_once(world: World) -> None:
    assert len(world.give(WORK)) == 2
    assert world.give(WORK) == []


def test_giving_and_ending_are_noted_with_the_rule(world: World) -> None:
    before = Entry.objects.count()
    (grant,) = world.give(WORK, Kind.SHARED)
    end_access(grant, by=world.position(WORK))
    end_access(grant, by=world.position(WORK))
    lines = Entry.objects.order_by("id")[before:].values_list("verb", "file_id", "rules")
    assert list(lines) == [(verb, world.file.pk, ["AT-078"]) for verb in ("access_granted", "access_ended")]


@pytest.mark.rule("AT-138")
def test_ending_access_works_on_the_very_next_request(world: World) -> None:
    world.give(WORK)
    world.give(Role.WORK_PROVIDER)
    provider, manager = world.visitor(Role.WORK_PROVIDER), world.visitor(WORK)
    assert provider.get(world.url).status_code == 200
    grant = Grant.objects.get(involvement__capacity=Role.WORK_PROVIDER, until_on=None)
    assert manager.post(f"{world.url}toegang/beeindigen/", ending(grant)).status_code == 302
    assert provider.get(world.url).status_code == 404
    assert provider.get(f"{world.url}schrijven/").status_code == 404
    assert canary(world.part(Kind.SHARED)) not in provider.get(world.scene.url).content.decode()


@pytest.mark.parametrize("role", [CARE, CARER, COORDINATOR, Role.CLIENT])
def test_only_the_work_case_manager_ends_access(world: World, role: Role) -> None:
    world.give_all()
    grant = Grant.objects.filter(until_on=None).earliest("id")
    answer = world.visitor(role).post(f"{world.url}toegang/beeindigen/", ending(grant))
    assert answer.status_code == 403
    assert "De casemanager werk" in text_of(answer)
    grant.refresh_from_db()
    assert grant.until_on is None


def test_a_part_that_ends_takes_its_access_along(world: World) -> None:
    world.give_all()
    involvement = Involvement.objects.get(file=world.file, capacity=CARER)
    end_involvement(involvement=involvement, until_on=TODAY, by=world.position(WORK))
    assert not involvement.grants.filter(until_on=None).exists()
    assert read_in_database(world.position(CARER)) == set()


@pytest.mark.rule("AT-241")
def test_w4_blocking_ends_every_access_and_the_own_as_the_last_one(world: World) -> None:
    world.give_all()
    ended = block_access(world.file.pk, by=world.position(WORK))
    order = [Role(one.capacity) for one in ended]
    assert everybody_is_blocked_the_own_access_last(LET_IN, order) == ()
    assert not Grant.objects.filter(until_on=None).exists()
    assert world.file.blocked_on == TODAY
    left = Involvement.objects.filter(file=world.file, until_on=None).values_list("capacity", flat=True)
    assert not set(left) & LET_IN
    assert Role.CLIENT in left


@pytest.fixture
def ended(world: World) -> World:
    """A trajectory that was stopped on 24 April 2026, in which everybody still has access."""
    with time_machine.travel("2026-04-24T10:00:00+02:00"):
        world.scene.cast.record(world.scene.case, *stopped(date(2026, 4, 20), date(2026, 4, 24)))
    world.give_all()
    return world


def block_in_browser(world: World) -> Any:
    """The work case manager records that access is blocked."""
    return send(world.visitor(WORK), f"{world.scene.url}vastleggen/access_blocked/", on="2026-05-01")


@pytest.mark.rule("AT-241")
def test_recording_that_access_is_blocked_shuts_the_file_on_the_very_next_request(ended: World) -> None:
    tab = ended.visitor(CARE)
    assert tab.get(ended.url).status_code == 200
    assert block_in_browser(ended).headers["Location"] == "/"
    assert tab.get(ended.url).status_code == tab.get(ended.scene.url).status_code == 404
    assert ended.visitor(WORK).get(ended.scene.url).status_code == 404
    assert canary(ended.part(Kind.SHARED)) in ended.visitor(Role.CLIENT).get(ended.url).content.decode()


def test_a_refused_blocking_ends_nothing(world: World) -> None:
    world.give_all()
    assert block_in_browser(world).status_code == 422
    assert File.objects.get(pk=world.file.pk).blocked_on is None
    assert world.visitor(CARE).get(world.url).status_code == 200


def test_a_grant_that_was_forgotten_opens_nothing_in_a_blocked_file(world: World) -> None:
    world.give_all()
    File.objects.filter(pk=world.file.pk).update(blocked_on=TODAY)
    assert {role for role, one in world.everybody().items() if read_in_database(one)} == {Role.CLIENT}
    with pytest.raises(NotInTheFile):
        world.give(WORK, Kind.SHARED)
