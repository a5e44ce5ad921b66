"""VDAB's approval is stored with its document by the officer, and before it nobody real is entered."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import override_settings

from tests.dossier.papers import file
from tests.retention.ended import sends
from tests.review.people import make_officer
from tests.scene import Scene, signed_in, text_of
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.documents.intake import Limits, take_in
from vlechtwerk.organisations.approval import NotApproved
from vlechtwerk.organisations.models import DatabaseApproval, Position
from vlechtwerk.people.actions import register
from vlechtwerk.retention.actions import NoReason, NotForThisFunction
from vlechtwerk.retention.approving import Approved, approve
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.actions import open_file
from vlechtwerk.sharing.models import File

URL = "/installatie/akkoord/"
GIVEN = date(2026, 4, 30)
TOLD = Approved("VDAB/2026/17", "activeringstrajecten in Testregio", GIVEN)
MINUTE = Limits(1024 * 1024)


def stores(officer: Position, **more: Any) -> Any:
    """Send the form."""
    told = {"reference": "VDAB/2026/17", "scope": "activeringstrajecten", "given_on": "2026-04-30", "file": file()}
    return sends(signed_in(officer), f"{URL}nieuw/", **{**told, **more})


def opens(scene: Scene) -> File:
    """Open a file about somebody who is not fictional."""
    person = register(given_name="Fien", family_name="Echt")
    return open_file(person=person, on=date(2026, 5, 1), by=scene.cast[Role.VDAB_MEDIATOR])


@pytest.mark.rule("AT-135")
def test_before_the_approval_the_page_says_that_nobody_can_be_entered(scene: Scene, officer: Position) -> None:
    with override_settings(DEMO=False), pytest.raises(NotApproved):
        opens(scene)
    assert "Er is nog geen akkoord bewaard." in text_of(signed_in(officer).get(URL))
    assert "een demonstratie" in text_of(signed_in(officer).get(URL))


@pytest.mark.rule("AT-135")
def test_with_the_approval_a_person_can_be_entered(scene: Scene, officer: Position) -> None:
    assert stores(officer)["Location"] == URL
    with override_settings(DEMO=False):
        assert opens(scene).person.family_name == "Echt"
    page = text_of(signed_in(officer).get(URL))
    assert ("VDAB/2026/17, 30 april 2026" in page, "Verslag mei.pdf" in page) == (True, True)
    assert Entry.objects.filter(verb=Verb.APPROVAL_RECORDED, rules=["AT-135"]).count() == 1


@pytest.mark.parametrize("wrong", [{"reference": ""}, {"scope": ""}, {"given_on": "2026-05-02"}, {"file": ""}])
def test_an_approval_has_a_reference_a_scope_a_day_and_a_document(officer: Position, wrong: dict[str, str]) -> None:
    assert stores(officer, **wrong).status_code == 422
    assert not DatabaseApproval.objects.exists()


def test_a_document_that_cannot_be_kept_is_refused(officer: Position) -> None:
    assert stores(officer, file=file("akkoord.exe", b"MZ", "application/octet-stream")).status_code == 422


def test_the_project_follower_reads_it_and_stores_nothing(scene: Scene, officer: Position) -> None:
    stores(officer)
    found, follower = DatabaseApproval.objects.get(), scene.as_(Role.PROJECT_FOLLOWER)
    answer = follower.get(f"{URL}{found.pk}/")
    assert answer["Content-Disposition"] == 'attachment; filename="akkoord-2026-04-30.pdf"'
    assert answer.content.startswith(b"%PDF")
    assert [follower.get(URL).status_code, follower.get(f"{URL}nieuw/").status_code] == [200, 404]
    assert scene.as_(Role.WORK_CASE_MANAGER).get(f"{URL}{found.pk}/").status_code == 404


def test_it_is_stored_once_and_by_an_officer_only(scene: Scene) -> None:
    officer, taken = make_officer(scene.cast), take_in("akkoord.txt", "text/plain", b"akkoord", MINUTE)
    key = uuid4()
    assert approve(told=TOLD, taken=taken, by=officer, key=key) == approve(told=TOLD, taken=taken, by=officer, key=key)
    with pytest.raises(NotForThisFunction):
        approve(told=TOLD, taken=taken, by=scene.cast[Role.PROJECT_FOLLOWER], key=uuid4())
    with pytest.raises(NoReason):
        approve(told=Approved("", "x", GIVEN), taken=taken, by=officer, key=uuid4())
