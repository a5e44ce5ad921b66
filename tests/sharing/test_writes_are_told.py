"""The record tells under which grant something was written, and the client reads it; also as a file without formulas."""

import csv
from io import StringIO
from uuid import uuid4

import pytest
from zeal import zeal_ignore

from tests.dossier.world import SAID, World
from tests.scene import TODAY, Scene, scene, text_of, today
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.audit.retention import TERMS, retention_on
from vlechtwerk.dossier.actions import Draft, write_note
from vlechtwerk.organisations.models import Organisation
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.access import own_access
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.texts.cells import safe_cell

__all__ = ["scene", "today"]
pytestmark = pytest.mark.usefixtures("several_requests")
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A1", "  =1", "\u00a0=1"]


def line(verb: Verb) -> Entry:
    """The only line about a deed."""
    with zeal_ignore():
        return Entry.objects.get(verb=verb)


def told(entry: Entry) -> tuple[object, ...]:
    """Under what something was done."""
    return entry.capacity, entry.part, entry.grant_id, entry.purpose


def test_a_note_is_written_under_a_grant_in_the_confidential_part(scene: Scene) -> None:
    world = World(scene)
    with zeal_ignore():
        world.give(Role.WORK_CASE_MANAGER)
    position = world.position(Role.WORK_CASE_MANAGER)
    draft = Draft(SAID.happened_on, SAID.kind, SAID.entry_class, "Gesproken over werk.", SAID.attendees)
    with zeal_ignore(), acting(position, TODAY):
        own = own_access(position, world.file, TODAY)
        write_note(compartment=world.part(Kind.SHARED), draft=draft, own=own, key=uuid4())
    mine = scene.case.file.involvements.get(position=position)
    expected = ("work_case_manager", "confidential", mine.pk, "guidance")
    assert told(line(Verb.NOTE_WRITTEN)) == told(line(Verb.ACCESS_GRANTED)) == expected


def test_an_event_is_recorded_under_the_part_in_the_file(scene: Scene) -> None:
    browser, answers = scene.as_(Role.WORK_CASE_MANAGER), {"idempotency_key": str(uuid4()), "on": "2026-04-20"}
    browser.post(f"{scene.url}vastleggen/care_suspended/", answers)
    mine = scene.case.file.involvements.get(capacity=Role.WORK_CASE_MANAGER)
    assert told(line(Verb.EVENT_RECORDED)) == ("work_case_manager", "administrative", mine.pk, "guidance")


def test_the_client_reads_what_was_written_and_under_what(scene: Scene) -> None:
    World(scene).give(Role.WORK_CASE_MANAGER)
    text = text_of(scene.as_(Role.CLIENT).get("/wie-keek/"))
    assert "Gaf iemand toegang" in text
    assert "Een toewijzing aan het traject, sinds 1 juli 2023" in text


@pytest.mark.parametrize("text", FORMULAS)
def test_what_would_be_a_formula_is_only_text(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


def test_ordinary_text_stays_as_it_is() -> None:
    assert [safe_cell(one) for one in ("Netwerk", "5 mei", "", "a=b")] == ["Netwerk", "5 mei", "", "a=b"]


def test_the_overview_can_be_kept_as_a_file_without_formulas(scene: Scene) -> None:
    provider = scene.cast[Role.WORK_PROVIDER]
    Organisation.objects.filter(pk=provider.organisation_id).update(name="=HYPERLINK(1)")
    scene.as_(Role.WORK_PROVIDER).get(scene.url)
    answer = scene.as_(Role.CLIENT).get("/wie-keek/bestand/")
    assert answer["Content-Disposition"] == 'attachment; filename="wie-keek.csv"'
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][:3] == ["Dag", "Wie", "Wat"]
    assert [cell for row in rows for cell in row if cell.startswith("=")] == []
    assert (line(Verb.RECORD_EXPORTED).file_id, len(rows)) == (scene.case.file_id, 2)


def test_how_long_the_record_is_kept_has_a_day_and_a_source(scene: Scene) -> None:
    (term,) = TERMS
    assert (term.years, term.source[:19]) == (5, "the practice of NEN")
    assert retention_on(term.valid_from) is term
    assert "bewaard" not in text_of(scene.as_(Role.CLIENT).get("/wie-keek/"))
