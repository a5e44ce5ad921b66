"""Personal data are kept here only when VDAB approved it and the client knows of it (AT-134, AT-135)."""

from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError
from django.test import override_settings

from tests.cast import make_cast
from tests.dossier.world import CARE, WORK, World, told
from tests.rules.histories import IN_PROGRESS, REFERRED
from tests.scene import TODAY, Scene, add_client, text_of
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.cli import main
from vlechtwerk.consent.informing import tell_informed
from vlechtwerk.consent.models import Told
from vlechtwerk.organisations.approval import NotApproved, record_approval
from vlechtwerk.organisations.models import DatabaseApproval
from vlechtwerk.people.actions import register
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.actions import open_file
from vlechtwerk.sharing.granting import NotInTheFile
from vlechtwerk.sharing.models import File
from vlechtwerk.sharing.policy import Kind

GIVEN = date(2026, 2, 2)
REAL = override_settings(DEMO=False)
WARNING = "VDAB keurde nog niet goed"


def approve(scene_or_cast: Any, given_on: date = GIVEN) -> DatabaseApproval:
    """Store an approval."""
    by = scene_or_cast[Role.PROJECT_FOLLOWER].account
    return record_approval(reference="VDAB/2026/1", scope="activeringstrajecten", given_on=given_on, by=by)


def opens(cast: Any, on: date) -> File:
    """Open a file about a new person."""
    person = register(given_name="Fien", family_name="Voorbeeld")
    return open_file(person=person, on=on, by=cast[Role.VDAB_MEDIATOR])


@pytest.mark.rule("AT-135")
def test_without_the_approval_no_file_is_opened(db: None) -> None:
    cast = make_cast()
    with REAL, pytest.raises(NotApproved) as refused:
        opens(cast, GIVEN)
    assert refused.value.reason.rule.id == "AT-135"
    assert not File.objects.exists()


@pytest.mark.parametrize(("on", "opened"), [(date(2026, 2, 1), False), (date(2026, 2, 2), True)])
def test_the_approval_comes_first(db: None, on: date, opened: bool) -> None:
    cast = make_cast()
    approve(cast)
    with REAL:
        if not opened:
            with pytest.raises(NotApproved):
                opens(cast, on)
        assert opened is False or opens(cast, on).pk is not None


def test_a_demonstration_needs_no_approval(db: None) -> None:
    assert opens(make_cast(), REFERRED.on).pk is not None


def test_professionals_are_warned_on_every_page_and_the_client_is_not(scene: Scene) -> None:
    for path in ("/", scene.url, "/functie/"):
        browser = scene.as_(WORK)
        assert WARNING not in text_of(browser.get(path))
    with override_settings(DEMO=False, MIDDLEWARE=without_the_door()):
        assert all(WARNING in text_of(scene.as_(WORK).get(path)) for path in ("/", scene.url, "/functie/"))
        assert WARNING not in text_of(scene.as_(Role.CLIENT).get(f"/mijn/{scene.case.pk}/"))
        approve(scene.cast)
        assert WARNING not in text_of(scene.as_(WORK).get("/"))


def without_the_door() -> list[str]:
    """What runs around a page, without what asks fictional people for a second factor."""
    return [one for one in settings.MIDDLEWARE if "Entrance" not in one]


@pytest.mark.parametrize(("reference", "scope"), [("", "trajecten"), ("VDAB/2026/1", " ")])
def test_an_approval_has_a_reference_and_a_scope(db: None, reference: str, scope: str) -> None:
    by = make_cast()[WORK].account
    with pytest.raises(IntegrityError):
        record_approval(reference=reference, scope=scope, given_on=GIVEN, by=by)


def test_it_is_stored_from_the_command_line(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    name = make_cast()[Role.PROJECT_FOLLOWER].account.username
    asked = ["approval", name, "--reference", "VDAB/2026/1", "--scope", "trajecten", "--on", "2026-02-02"]
    assert main(asked) == 0
    assert DatabaseApproval.objects.get().given_on == GIVEN
    assert Entry.objects.get(verb=Verb.APPROVAL_RECORDED).rules == ["AT-135"]
    assert main(["approval", "niemand", *asked[2:]]) == 1
    assert "no such account" in capsys.readouterr().err


@pytest.fixture
def untold(scene: Scene) -> World:
    """A file whose client was not told yet that data are kept: another one, opened without it."""
    case = scene.cast.open(IN_PROGRESS, name="Onwetend", told=False)
    made = World(Scene(scene.cast, case, add_client(scene.cast, case)))
    made.give_all()
    return made


def writes(world: World, kind: Kind = Kind.SHARED) -> Any:
    """The care case manager writes a note."""
    part = world.part(kind, CARE if kind is Kind.CARE_OWN else None)
    answers = told(part) if kind is Kind.SHARED else told(part, kind="own_note", audience=[])
    return world.visitor(CARE).post(f"{world.url}schrijven/", answers)


@pytest.mark.rule("AT-134")
@pytest.mark.parametrize("kind", [Kind.SHARED, Kind.CARE_OWN])
def test_nothing_is_written_before_the_client_was_told(untold: World, kind: Kind) -> None:
    refused = writes(untold, kind)
    assert refused.status_code == 422
    assert f"{untold.scene.url}ingelicht/" in refused.content.decode()
    answers = {"on": "2026-05-01", "how": "in_a_talk", "idempotency_key": str(untold.file.pk)}
    assert untold.visitor(CARE).post(f"{untold.scene.url}ingelicht/", answers).status_code == 302
    assert writes(untold, kind).status_code == 302
    assert Entry.objects.get(verb=Verb.CLIENT_INFORMED).rules == ["AT-134"]


@pytest.mark.rule("AT-134")
def test_the_client_reads_when_and_by_whom_she_was_told(scene: Scene) -> None:
    page = text_of(scene.as_(Role.CLIENT).get(f"/mijn/{scene.case.pk}/bewaren/"))
    assert "Vdab_Mediator vertelde u op 1 juli 2023 dat uw gegevens hier staan." in page


@pytest.mark.parametrize(("role", "on"), [(Role.CLIENT, TODAY), (WORK, date(2026, 5, 2))])
def test_not_by_herself_and_not_beforehand(scene: Scene, role: Role, on: date) -> None:
    by = scene.client if role is Role.CLIENT else scene.cast[role]
    with pytest.raises(NotInTheFile):
        tell_informed(scene.case.file_id, on=on, how=Told.LETTER, by=by)
