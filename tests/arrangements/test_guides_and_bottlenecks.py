"""Guidelines that are read, and bottlenecks that are signalled without naming anybody."""

from typing import Any
from uuid import uuid4

import pytest

from tests.arrangements.conftest import Region
from tests.scene import text_of
from vlechtwerk.arrangements.models import Arrangement, Sort
from vlechtwerk.rules.roles import Role

CONTACT, FOLLOWER, WORK = Role.CARE_PARTNERSHIP_CONTACT, Role.PROJECT_FOLLOWER, Role.WORK_CASE_MANAGER
READ = "Ik las deze richtlijn"
GUIDE = {"kind": "guideline", "title_of": "Alles over MLP", "version": "2025", "address": "https://voorbeeld.test/mlp"}
BOTTLENECK = {"subject": "Bewaren van dossiers", "level": "macro", "text": "Na het traject is het onduidelijk."}


def reads(region: Region, guide: Arrangement, role: Role = WORK) -> Any:
    """Somebody confirms that a guideline was read."""
    return region.as_(role).post(f"/regio/gelezen/{guide.pk}/", {"idempotency_key": str(uuid4())})


@pytest.mark.rule("AT-133")
def test_everybody_confirms_a_guideline_once_for_each_version(region: Region) -> None:
    region.note(FOLLOWER, "wegwijzer", **GUIDE)
    first = Arrangement.objects.get(sort=Sort.GUIDE)
    assert READ in text_of(region.as_(WORK).get("/regio/"))
    assert reads(region, first).status_code == 302
    page = text_of(region.as_(WORK).get("/regio/"))
    assert (READ in page, "gelezen op 2 februari 2026" in page) == (False, True)
    region.note(FOLLOWER, "wegwijzer", **{**GUIDE, "version": "2026", "replaces": str(first.pk)})
    page = text_of(region.as_(WORK).get("/regio/"))
    assert (READ in page, "2025" in page) == (True, False)


@pytest.mark.rule("AT-133")
def test_reading_twice_is_noted_once_and_for_oneself(region: Region) -> None:
    region.note(FOLLOWER, "wegwijzer", **GUIDE)
    guide = Arrangement.objects.get(sort=Sort.GUIDE)
    reads(region, guide)
    reads(region, guide)
    assert Arrangement.objects.filter(sort=Sort.READ).count() == 1
    assert READ in text_of(region.as_(Role.CARE_CASE_MANAGER).get("/regio/"))


@pytest.mark.rule("AT-029")
@pytest.mark.rule("AT-261")
def test_material_to_learn_from_is_confirmed_by_nobody(region: Region) -> None:
    region.note(CONTACT, "wegwijzer", **{**GUIDE, "kind": "learning", "more": "15 minuten, Nederlands"})
    page = text_of(region.as_(WORK).get("/regio/"))
    assert ("15 minuten, Nederlands" in page, READ in page) == (True, False)


@pytest.mark.rule("AT-252")
def test_a_bottleneck_reaches_the_contact_who_tells_what_is_done(region: Region) -> None:
    assert region.note(WORK, "knelpunt", **BOTTLENECK).status_code == 302
    assert "Bewaren van dossiers" in text_of(region.as_(CONTACT).get("/regio/knelpunten/"))
    assert "Bewaren van dossiers" not in text_of(region.as_(Role.CARE_CASE_MANAGER).get("/regio/knelpunten/"))
    row = Arrangement.objects.get(sort=Sort.BOTTLENECK)
    assert region.note(CONTACT, "opvolging", about=str(row.pk), text="Besproken met VDAB").status_code == 302
    assert "Besproken met VDAB" in text_of(region.as_(WORK).get("/regio/knelpunten/"))


@pytest.mark.rule("AT-252")
@pytest.mark.parametrize("name", ["Fien Voorbeeld", "VOORBEELD", "MLP100", "{number}"])
def test_a_bottleneck_names_no_participant(region: Region, name: str) -> None:
    name = name.format(number=region.world.refer().reference)
    answer = region.note(WORK, "knelpunt", **{**BOTTLENECK, "text": f"Bij {name} liep het mis."})
    assert (answer.status_code, "AT-252" in text_of(answer)) == (422, True)
    assert not Arrangement.objects.exists()


def test_sending_a_form_twice_notes_it_once(region: Region) -> None:
    told = {**BOTTLENECK, "idempotency_key": str(uuid4())}
    for _turn in range(2):
        assert region.as_(WORK).post("/regio/noteren/knelpunt/", told).status_code == 302
    assert Arrangement.objects.count() == 1
