"""The walls hold when the program forgets: what the database answers to statements without any condition."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from tests.dossier.world import CARE, CARER, SAID, WORK, World, canary, database_takes, read_in_database, undone
from tests.scene import TODAY, signed_in
from vlechtwerk.dossier.actions import item_of, new_note
from vlechtwerk.dossier.models import Note
from vlechtwerk.organisations.models import Organisation, Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.actions import Part, involve
from vlechtwerk.sharing.guard import NobodyActs
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Compartment, InvolvementReason
from vlechtwerk.sharing.policy import CONFIDENTIAL, Kind


def reads(world: World, position: Position) -> set[UUID]:
    """The confidential parts of which the database gives notes."""
    return read_in_database(position) & {part.pk for part in world.parts() if part.kind in CONFIDENTIAL}


def count_of_notes() -> int:
    """How many notes the database counts for whoever acts."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM dossier_note")
        return int(cursor.fetchone()[0])


def colleague_of(world: World, role: Role) -> Position:
    """Somebody of the same organisation with the same role, who takes no part in the file."""
    of = world.position(role)
    account = type(of.account).objects.create(username=f"colleague-{role}", name="Collega", is_demo=True)
    return Position.objects.create(
        account=account, organisation=of.organisation, region=of.region, role=role, from_on=of.from_on
    )


@pytest.mark.parametrize(
    "role", [role for role in Role if role in {WORK, Role.WORK_PROVIDER, Role.NETWORK_COORDINATOR}]
)
def test_w1_nobody_of_work_reads_own_notes_of_care_whatever_was_granted(world: World, role: Role) -> None:
    world.give_all()
    own = {world.part(Kind.CARE_OWN, CARE).pk, world.part(Kind.CARE_OWN, CARER).pk}
    assert not reads(world, world.position(role)) & own
    page = world.visitor(role).get(world.url).content.decode()
    assert not [one for one in own if canary(one) in page]


def test_w1_the_one_care_organisation_does_not_read_the_notes_of_the_other(world: World) -> None:
    own, of_other = world.part(Kind.CARE_OWN, CARE), world.part(Kind.CARE_OWN, CARER)
    assert reads(world, world.position(CARE)) == {own.pk}
    assert reads(world, world.position(CARER)) == {of_other.pk}


def test_w1_a_colleague_of_the_team_reads_them_when_she_takes_part_and_not_before(world: World) -> None:
    colleague, own = colleague_of(world, CARE), world.part(Kind.CARE_OWN, CARE)
    assert reads(world, colleague) == set()
    part = Part(colleague, CARE, TODAY, InvolvementReason.ABSENCE)
    involve(file=world.file, part=part, by=world.position(WORK))
    assert reads(world, colleague) == {own.pk}


@pytest.mark.rule("AT-078")
def test_w3_a_role_an_organisation_or_ownership_opens_nothing_without_a_grant(world: World) -> None:
    shared = world.part(Kind.SHARED).pk
    assert [role for role, one in world.everybody().items() if shared in reads(world, one)] == [Role.CLIENT]
    world.give(WORK)
    world.give(CARE)
    reading = {role for role, one in world.everybody().items() if shared in reads(world, one)}
    assert reading == {WORK, CARE, Role.CLIENT}
    assert reads(world, colleague_of(world, WORK)) == set()


def test_w7_a_coordinator_and_a_provider_read_nothing_more_than_was_granted(world: World) -> None:
    world.give(WORK)
    world.give(Role.NETWORK_COORDINATOR)
    shared, cost = world.part(Kind.SHARED).pk, world.part(Kind.COST).pk
    assert read_in_database(world.position(Role.NETWORK_COORDINATOR)) == {shared, cost}
    assert reads(world, world.position(Role.WORK_PROVIDER)) == set()


def test_a_query_while_nobody_acts_is_refused_and_not_answered(world: World) -> None:
    with pytest.raises(NobodyActs):
        Note.objects.count()
    with pytest.raises(NobodyActs):
        count_of_notes()
    for forgotten in ("UPDATE dossier_note SET text = ''", 'select * from people_person join "dossier_note" on true'):
        with pytest.raises(NobodyActs), connection.cursor() as cursor:
            cursor.execute(forgotten)


def test_the_database_itself_gives_nothing_while_nobody_acts(world: World) -> None:
    with acting(world.scene.client, TODAY):
        assert count_of_notes() > 0
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('vlechtwerk.position', '', true)")
        assert count_of_notes() == 0


def test_a_note_is_never_changed_or_removed(world: World) -> None:
    for change in ("UPDATE dossier_note SET text = 'x'", "DELETE FROM dossier_note"):
        with pytest.raises(DatabaseError, match="never changed"), acting(world.scene.client, TODAY):
            connection.cursor().execute(change)


def test_a_part_that_is_hidden_and_one_that_does_not_exist_answer_the_same(world: World) -> None:
    manager = world.position(WORK)
    assert not database_takes(manager, world.part(Kind.CARE_OWN, CARE))
    assert not database_takes(manager, Compartment(pk=uuid4(), file=world.file, kind=Kind.CARE_OWN))


def check_at_once(note: Note) -> None:
    """Store a note and let the database compare its references now and not at the end of the transaction."""
    note.save(force_insert=True)
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")


def correcting(world: World, corrected: UUID) -> str:
    """What the database answers to the work case manager who corrects a note by its identifier in the shared part."""
    item = item_of(world.part(Kind.SHARED), SAID, by=world.position(WORK), capacity=WORK)
    item.save(force_insert=True)
    note = new_note(item, replace(SAID, text="x"))
    note.corrects_id = corrected
    with pytest.raises(DatabaseError) as error, undone(), acting(world.position(WORK), TODAY):
        check_at_once(note)
    return type(error.value).__name__


def test_correcting_a_hidden_note_and_one_that_does_not_exist_answer_the_same(world: World) -> None:
    world.give(WORK)
    hidden = world.write(world.part(Kind.CARE_OWN, CARE), CARE, "verborgen")
    assert correcting(world, hidden.pk) == correcting(world, uuid4()) == "IntegrityError"


def test_identities_do_not_bleed_into_each_other_on_one_connection(world: World) -> None:
    world.give(WORK)
    shared, own = world.part(Kind.SHARED).pk, world.part(Kind.CARE_OWN, CARE).pk
    for _ in range(50):
        assert own not in reads(world, world.position(WORK))
        assert reads(world, world.position(CARE)) == {own}
        with pytest.raises(NobodyActs):
            count_of_notes()
    assert shared in reads(world, world.position(WORK))


def test_inside_another_identity_the_outer_one_acts_again_afterwards(world: World) -> None:
    with acting(world.scene.client, TODAY):
        before = count_of_notes()
        assert len(reads(world, world.position(CARE))) == 1
        assert count_of_notes() == before
        with pytest.raises(ZeroDivisionError), acting(world.position(CARE), TODAY):
            raise ZeroDivisionError
        assert count_of_notes() == before


@pytest.mark.django_db(transaction=True)
def test_an_identity_does_not_outlive_its_transaction_on_a_kept_connection(today: date) -> None:
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute("SELECT set_config('vlechtwerk.position', %s, true)", [str(uuid4())])
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('vlechtwerk.position', true)")
        assert cursor.fetchone()[0] in {"", None}


def test_a_position_that_is_no_longer_held_opens_nothing(world: World) -> None:
    world.give(WORK)
    manager = world.position(WORK)
    Position.objects.filter(pk=manager.pk).update(until_on=TODAY)
    manager.refresh_from_db()
    assert reads(world, manager) == set()
    assert signed_in(manager).get(world.url).status_code == 302


def test_a_position_that_moves_to_another_organisation_leaves_the_own_notes_behind(world: World) -> None:
    carer = world.position(CARE)
    elsewhere = Organisation.objects.create(name="Elders", kind=Organisation.Kind.CAW)
    Position.objects.filter(pk=carer.pk).update(organisation=elsewhere)
    assert reads(world, carer) == set()


def test_a_statement_of_the_driver_without_identity_gets_nothing(world: World) -> None:
    world.give_all()
    raw = connection.connection
    assert isinstance(raw, psycopg.Connection)
    assert raw.execute("SELECT count(*) FROM dossier_note").fetchone() == (0,)
