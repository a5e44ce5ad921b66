"""Erasure takes everything of a person away, keeps what must be kept, and leaves a record that can be checked."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction

from tests.access.engine.items import make_item
from tests.access.engine.makers import MAKERS, older_note
from tests.dossier.raw import dump, holds
from tests.dossier.world import CARE, World, fill
from tests.retention.asked import asks
from tests.retention.ended import DUE_ON, PLANS_FREE_ON, confirm, proposed, says_years
from tests.scene import TODAY, Scene
from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.checking import check
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.config.migrations import as_owner
from vlechtwerk.documents.models import Document
from vlechtwerk.history.models import Case, Event
from vlechtwerk.history.queries import differing_cases
from vlechtwerk.history.replies import write_reply
from vlechtwerk.organisations.models import Position
from vlechtwerk.people.models import Person
from vlechtwerk.people.names import search_key
from vlechtwerk.retention import erasing
from vlechtwerk.retention.actions import hold, lift
from vlechtwerk.retention.models import Erasure, HeldFor, Hold, Proposal
from vlechtwerk.retention.proposing import propose
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import CompartmentKey, Involvement
from vlechtwerk.sharing.policy import Kind

pytestmark = pytest.mark.django_db(transaction=True)
NAME = "Kanarievogel"


def full(scene: Scene) -> World:
    """The file of the scene with her name, and a row of every kind of content with a mark in it."""
    world = World(scene)
    fill(world)
    world.give_all()
    part, by = world.part(Kind.SHARED), scene.cast[CARE]
    for model, maker in MAKERS.items():
        item = make_item(part, by, CARE, "agreed", maker.kind)
        with acting(by, TODAY):
            older_note(item)
        item.author = scene.client if maker.of_client else by
        with acting(item.author, TODAY):
            maker.store(
                item if maker.of_client else make_item(part, by, CARE, "agreed", maker.kind), f"KANARIE {model}"
            )
    asks(scene)
    Person.objects.filter(files=world.file).update(family_name=NAME, search_key=search_key(NAME))
    Account.objects.filter(pk=scene.client.account_id).update(name=f"Fien {NAME}", username="kanarie@example.org")
    return world


def erase(proposal: Proposal, on: date = DUE_ON) -> Erasure:
    """Carry out what was confirmed, as the nightly run does."""
    with as_owner():
        return erasing.carry_out(proposal, on)


@pytest.fixture
def gone(ended: Scene, officer: Position) -> Scene:
    """The file was full, and is erased."""
    full(ended)
    assert holds(dump(), "KANARIE")
    assert holds(dump(), NAME)
    found = proposed()
    confirm(found, officer)
    erase(found)
    return ended


def test_no_word_of_a_person_is_left_in_the_whole_database(gone: Scene) -> None:
    copy = dump()
    assert [word for word in ("KANARIE", "kanarie", NAME, NAME.lower(), "Fien") if holds(copy, word)] == []


def test_the_record_and_what_is_stored_stay_verifiable(gone: Scene) -> None:
    assert check({}).findings == []
    assert list(differing_cases()) == []
    line = Entry.objects.get(verb=Verb.FILE_ERASED)
    assert line.file_id == gone.case.file_id
    assert Entry.objects.filter(file_id=gone.case.file_id).count() > 3


def test_the_keys_are_destroyed_and_nobody_takes_part_any_more(gone: Scene) -> None:
    with as_owner(), erasing._as_keeper(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('vlechtwerk.keeping', 'on', false)")
        assert set(CompartmentKey.objects.values_list("wrapped", flat=True)) == {None}
    assert not Involvement.objects.filter(file=gone.case.file_id).exists()
    assert gone.as_(Role.WORK_CASE_MANAGER).get(gone.url).status_code == 404
    account = Account.objects.get(pk=gone.client.account_id)
    assert (account.is_active, account.name) == (False, "")


def test_of_the_case_the_number_and_the_month_stay(gone: Scene) -> None:
    case = Case.objects.get(pk=gone.case.pk)
    assert (case.number, case.erased_on, case.status_since) == (gone.case.number, DUE_ON, date(2026, 4, 1))
    assert (case.started_on, case.ends_on, Event.objects.filter(case=case).count()) == (None, None, 0)
    assert propose(date(2060, 1, 1)) == 0


@pytest.mark.parametrize(
    "statement", ["DELETE FROM history_event", "DELETE FROM dossier_note", "DELETE FROM consent_item"]
)
def test_afterwards_the_owner_of_the_tables_can_remove_nothing_either(gone: Scene, statement: str) -> None:
    with as_owner(), pytest.raises(DatabaseError), transaction.atomic(), erasing._as_keeper():
        erasing._run(statement)


def test_afterwards_the_walls_hold_for_the_owner(gone: Scene) -> None:
    names = [one.name for one in erasing.targets() if one.is_behind_walls]
    with connection.cursor() as cursor:
        cursor.execute("SELECT bool_and(relforcerowsecurity) FROM pg_class WHERE relname = ANY(%s)", [names])
        assert cursor.fetchone() == (True,)
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgenabled = 'D'")
        assert cursor.fetchone() == (0,)


def test_the_program_itself_cannot_erase(ended: Scene, officer: Position) -> None:
    found = proposed()
    confirm(found, officer)
    with pytest.raises(DatabaseError):
        erasing.carry_out(found, DUE_ON)
    assert Event.objects.filter(case=ended.case).exists()


def test_what_was_not_confirmed_is_not_erased(ended: Scene) -> None:
    found = proposed()
    with pytest.raises(Proposal.DoesNotExist):
        erase(found)


def test_another_file_keeps_everything(ended: Scene, officer: Position) -> None:
    other = ended.cast.open(name="Blijver")
    confirm(proposed(), officer)
    erase(Proposal.objects.get())
    assert holds(dump(), "Blijver")
    assert (other.events.count(), list(differing_cases())) == (1, [])


@pytest.mark.rule("AT-104")
def test_a_plan_signed_on_paper_stays_until_ten_years_after_the_end(ended: Scene, officer: Position) -> None:
    says_years(ended, "after_years", 0)
    full(ended)
    early = date(2031, 4, 24)
    confirm(proposed(early), officer)
    assert erase(Proposal.objects.get(), early).kept == 1
    assert [holds(dump(), word) for word in (NAME, f"KANARIE {Document}", "KANARIE-")] == [True, True, False]
    assert propose(date(2036, 4, 24)) == 0
    second = proposed(PLANS_FREE_ON)
    confirm(second, officer)
    assert erase(second, PLANS_FREE_ON).kept == 0
    assert [word for word in ("KANARIE", NAME) if holds(dump(), word)] == []


def told_hold(scene: Scene, officer: Position) -> Hold:
    """Hold the file back because of a case before a court."""
    why = "Er loopt een zaak bij de arbeidsrechtbank."
    return hold(case=scene.case, held_for=HeldFor.PROCEEDINGS, words=why, by=officer, key=uuid4())


def test_a_file_that_is_held_back_is_never_proposed_and_never_erased(ended: Scene, officer: Position) -> None:
    held = told_hold(ended, officer)
    assert propose(date(2090, 1, 1)) == 0
    with time_machine.travel("2041-05-01T10:00:00+02:00"):
        lift(held=held, words="De zaak is afgelopen.", by=officer)
    assert propose(date(2051, 4, 30)) == 0
    assert propose(date(2051, 5, 1)) == 1


def test_holding_back_stops_what_was_confirmed_already(ended: Scene, officer: Position) -> None:
    found = proposed()
    confirm(found, officer)
    told_hold(ended, officer)
    with pytest.raises(Proposal.DoesNotExist):
        erase(found)
    assert Event.objects.filter(case=ended.case).exists()


def test_her_own_side_of_an_event_goes_too(ended: Scene, officer: Position) -> None:
    row: Any = ended.case.events.get(name="stop_decided")
    with acting(ended.client, TODAY):
        write_reply(row, text="KANARIE mijn kant", by=ended.client, key=uuid4())
    confirm(proposed(), officer)
    erase(Proposal.objects.get())
    assert not holds(dump(), "KANARIE")
