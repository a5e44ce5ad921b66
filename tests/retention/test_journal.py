"""An older copy of the database does not bring back who was erased: the journal tells, and it is repeated."""

from pathlib import Path

import pytest
import time_machine

from tests.cli.conftest import Command, vlechtwerk
from tests.dossier.raw import dump, holds, tampered
from tests.retention.ended import DUE_ON, confirm, proposed
from tests.scene import Scene
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.history.models import Case, Event
from vlechtwerk.organisations.models import Position
from vlechtwerk.people.models import Person
from vlechtwerk.retention.models import Erasure, Proposal
from vlechtwerk.retention.proposing import propose
from vlechtwerk.retention.queries import unanswered

__all__ = ["vlechtwerk"]
pytestmark = pytest.mark.django_db(transaction=True)
NIGHT = f"{DUE_ON}T03:00:00+02:00"


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the journal stands."""
    monkeypatch.setenv("VLECHTWERK_ERASURES", str(tmp_path / "erasures"))
    return tmp_path / "erasures"


@pytest.fixture
def erased(ended: Scene, officer: Position, journal: Path, vlechtwerk: Command) -> Scene:
    """The file was erased, with a journal."""
    with time_machine.travel(NIGHT):
        confirm(proposed(), officer)
        assert vlechtwerk("retention", "--carry-out").status == 0
    return ended


def comes_back(scene: Scene) -> None:
    """An older copy of the database is put back: the name and the case are there again, the erasure is not."""
    tampered(["DELETE FROM retention_erasure", "DELETE FROM retention_answer", "DELETE FROM retention_proposal"])
    tampered(["UPDATE history_case SET erased_on = NULL"])
    tampered(["UPDATE people_person SET family_name = 'Teruggekeerd', search_key = 'teruggekeerd'"])


def test_the_journal_holds_identifiers_codes_and_days(erased: Scene, journal: Path) -> None:
    (line,) = journal.read_text().splitlines()
    region = erased.cast.region.pk
    assert line.split("\t") == [str(erased.case.file_id), str(region), "term", "2026-04-24", "2041-04-24"]


def test_what_came_back_is_erased_again_and_once(erased: Scene, officer: Position, vlechtwerk: Command) -> None:
    comes_back(erased)
    assert holds(dump(), "Teruggekeerd")
    assert vlechtwerk("retention", "--repeat").out == "1 file(s) erased again.\n"
    assert not holds(dump(), "Teruggekeerd")
    assert vlechtwerk("retention", "--repeat").out == "0 file(s) erased again.\n"
    assert (Case.objects.get().erased_on, Erasure.objects.get().on) == (DUE_ON, DUE_ON)
    assert Entry.objects.filter(verb=Verb.FILE_ERASED).count() == 2
    assert (list(unanswered(officer)), propose(DUE_ON)) == ([], 0)


def test_what_is_still_erased_is_left_alone(erased: Scene, vlechtwerk: Command) -> None:
    assert vlechtwerk("retention", "--repeat").out == "0 file(s) erased again.\n"


def test_without_a_place_for_the_journal_nothing_is_erased(
    ended: Scene, officer: Position, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vlechtwerk: Command
) -> None:
    monkeypatch.setenv("VLECHTWERK_ERASURES", str(tmp_path / "gone" / "erasures"))
    with time_machine.travel(NIGHT):
        confirm(proposed(), officer)
        with pytest.raises(FileNotFoundError):
            vlechtwerk("retention", "--carry-out")
    assert Event.objects.filter(case=ended.case).exists()
    assert (Person.objects.filter(family_name="Voorbeeld").exists(), Erasure.objects.exists()) == (True, False)
    assert Proposal.objects.exists()


def test_a_damaged_journal_and_none_at_all_are_told(journal: Path, scene: Scene, vlechtwerk: Command) -> None:
    assert "names a file that is not there" in vlechtwerk("retention", "--repeat").err
    journal.write_text("iets\n")
    answer = vlechtwerk("retention", "--repeat")
    assert (answer.status, "line 1 of the journal of erasures" in answer.err) == (1, True)
