"""The policy, the database and the browser agree on who may read, write and give access, for everybody and every part."""

from uuid import uuid4

import pytest

from tests.dossier.world import World, canary, database_takes, read_in_database, told
from tests.scene import TODAY
from vlechtwerk.dossier.models import Note
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.access import access_in, access_through, open_compartments, own_access
from vlechtwerk.sharing.granting import block_access
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.sharing.policy import CONFIDENTIAL, GRANTABLE, Kind, Verb, verbs_by_grant

ROLES = [
    Role.CLIENT,
    Role.WORK_CASE_MANAGER,
    Role.CARE_CASE_MANAGER,
    Role.NETWORK_COORDINATOR,
    Role.WORK_PROVIDER,
    Role.CARE_PROVIDER,
    Role.VDAB_MEDIATOR,
    Role.TRUSTED_ADVISOR,
    Role.PROJECT_FOLLOWER,
    Role.DGS,
    Role.DATA_PROTECTION_OFFICER,
]
WITH_OR_WITHOUT = pytest.mark.parametrize("granted", [False, True], ids=["without grants", "with every grant"])


def prepared(world: World, *, granted: bool) -> World:
    """The world, with every grant when that is asked."""
    if granted:
        world.give_all()
    return world


@WITH_OR_WITHOUT
@pytest.mark.parametrize("role", ROLES)
def test_policy_queries_and_database_agree_on_reading(world: World, role: Role, granted: bool) -> None:
    prepared(world, granted=granted)
    position = world.position(role)
    expected = world.may(role, Verb.READ, granted=granted)
    empty = {world.part(Kind.PARTNERSHIP).pk}
    assert {part.pk for part in open_compartments(position, Verb.READ, TODAY)} == expected
    assert read_in_database(position) == expected - empty
    with acting(position, TODAY):
        visible = set(Note.objects.visible_to(position, TODAY).values_list("compartment_id", flat=True))
    assert visible == expected - empty


@WITH_OR_WITHOUT
@pytest.mark.parametrize("role", ROLES)
def test_policy_queries_and_database_agree_on_writing(world: World, role: Role, granted: bool) -> None:
    prepared(world, granted=granted)
    position = world.position(role)
    expected = world.may(role, Verb.WRITE, granted=granted)
    assert {part.pk for part in open_compartments(position, Verb.WRITE, TODAY)} == expected
    own = own_access(position, world.file, TODAY)
    assert {part.pk for part in world.parts() if own.may(Verb.WRITE, part)} == expected
    assert {part.pk for part in world.parts() if database_takes(position, part)} == expected


@WITH_OR_WITHOUT
@pytest.mark.parametrize("role", ROLES)
def test_who_writes_finds_the_own_access_as_everybody_else_is_told_it(world: World, role: Role, granted: bool) -> None:
    prepared(world, granted=granted)
    position, file = world.position(role), world.file
    own = own_access(position, file, TODAY)
    everybodys = [one for one in access_in(file, TODAY) if one.involvement.position_id == position.pk]
    assert list(own.access) == access_through(own.involved, file, TODAY) == everybodys
    assert list(own.involved) == list(
        Involvement.objects.of(position, TODAY).filter(file=file).order_by("from_on", "id")
    )


@WITH_OR_WITHOUT
@pytest.mark.parametrize("role", ROLES)
def test_the_browser_shows_what_the_policy_opens_and_nothing_else(world: World, role: Role, granted: bool) -> None:
    prepared(world, granted=granted)
    open_to = world.may(role, Verb.READ, granted=granted)
    expected = {canary(part) for part in world.parts() if part.pk in open_to and part.kind in CONFIDENTIAL}
    answer = world.visitor(role).get(world.url)
    assert answer.status_code == (200 if expected else 404)
    shown = {canary(part) for part in world.parts() if canary(part) in answer.content.decode()}
    assert shown == expected


@WITH_OR_WITHOUT
@pytest.mark.parametrize("role", ROLES)
def test_the_browser_takes_notes_where_the_policy_lets_and_nowhere_else(
    world: World, role: Role, granted: bool
) -> None:
    prepared(world, granted=granted)
    open_to = world.may(role, Verb.WRITE, granted=granted)
    parts = {part.pk: part for part in world.parts()}
    expected = {pk for pk in open_to if parts[pk].kind in CONFIDENTIAL}
    browser, url = world.visitor(role), f"{world.url}schrijven/"
    found = {pk: browser.post(url, told(part)).status_code for pk, part in parts.items()}
    refused = 422 if expected else 404
    assert found == {pk: 302 if pk in expected else refused for pk in parts}


@WITH_OR_WITHOUT
@pytest.mark.parametrize("role", ROLES)
def test_only_whom_the_policy_lets_gives_access_in_the_browser(world: World, role: Role, granted: bool) -> None:
    prepared(world, granted=granted)
    expected = bool(world.may(role, Verb.GRANT, granted=granted))
    to = world.lacking(Role.WORK_PROVIDER if granted else Role.WORK_CASE_MANAGER)
    answers = {"to": str(to.pk), "parts": ["shared"], "reason": "nodig", "idempotency_key": str(uuid4())}
    answer = world.visitor(role).post(f"{world.url}toegang/geven/", answers)
    assert (answer.status_code == 302) is expected
    assert answer.status_code in {302, 403, 404, 422}


def test_who_has_access_is_told_as_it_is(world: World) -> None:
    world.give_all()
    for role, position in world.everybody().items():
        told_of = {
            (one.compartment.pk, verb)
            for one in access_in(world.file, TODAY)
            for verb in one.verbs
            if one.involvement.position_id == position.pk
        }
        assert told_of == {(pk, verb) for verb in Verb for pk in world.may(role, verb, granted=True)}


def test_a_blocked_file_is_open_to_the_client_alone(world: World) -> None:
    world.give_all()
    block_access(world.file.pk, by=world.position(Role.WORK_CASE_MANAGER))
    everything = {part.pk for part in world.parts()} - {world.part(Kind.PARTNERSHIP).pk}
    found = {role: read_in_database(position) for role, position in world.everybody().items()}
    assert {role: parts for role, parts in found.items() if parts} == {Role.CLIENT: everything}


def test_a_grant_gives_no_more_than_the_policy_lets_a_capacity_do() -> None:
    assert [kind for kind in GRANTABLE if verbs_by_grant(Role.NETWORK_COORDINATOR, kind)] == [Kind.SHARED]
    assert verbs_by_grant(Role.NETWORK_COORDINATOR, Kind.SHARED) == (Verb.READ,)
    assert not any(verbs_by_grant(Role.VDAB_MEDIATOR, kind) for kind in Kind)


def test_the_outsider_reads_writes_and_sees_nothing(world: World) -> None:
    world.give_all()
    outsider = world.scene.cast.outsider
    assert read_in_database(outsider) == set()
    assert not any(database_takes(outsider, part) for part in world.parts())
    pages = [world.url, f"{world.url}schrijven/", f"{world.url}toegang/"]
    assert {world.visitor(None).get(url).status_code for url in pages} == {404}
