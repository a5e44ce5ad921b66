"""The deployment keys and the data keys from the command line."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from tests.cli.conftest import Command
from tests.dossier.raw import connected
from tests.dossier.world import CARE, World
from tests.scene import make_scene, today
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.sharing.keyring import read_keyring
from vlechtwerk.sharing.policy import Kind

__all__ = ["today"]
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _looks_things_up(several_requests: None) -> None:
    """A test may look up the same thing twice."""


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vlechtwerk: Command) -> Iterator[Path]:
    """A file with one deployment key, as the command makes it."""
    file = tmp_path / "safe" / "keys"
    monkeypatch.setenv("VLECHTWERK_KEYS_FILE", str(file))
    assert vlechtwerk("keys", "new").status == 0
    with override_settings(KEYS_FILE=file):
        yield file


@pytest.fixture
def world(keys: Path, transactional_db: None, today: object) -> World:
    """A trajectory with one own note."""
    made = World(make_scene())
    made.write(made.part(Kind.CARE_OWN, CARE), CARE, "woord")
    return made


def names(keys: Path) -> list[str]:
    """The names of the keys in the file."""
    return list(read_keyring(keys.read_text()).keys)


def test_a_new_key_is_added_behind_the_others_and_stays_secret(keys: Path, vlechtwerk: Command) -> None:
    first = names(keys)
    made = vlechtwerk("keys", "new")
    assert names(keys)[:1] == first
    assert made.out.startswith(f"{names(keys)[1]} is the newest key in ")
    assert keys.stat().st_mode & 0o777 == 0o600
    assert not [line for line in keys.read_text().split() if line in made.out + made.err]
    assert [one.name for one in keys.parent.iterdir()] == ["keys"]


def test_a_file_that_cannot_be_used_is_left_as_it_is(keys: Path, vlechtwerk: Command) -> None:
    keys.write_text("geheim\n")
    refused = vlechtwerk("keys", "new")
    assert (refused.status, keys.read_text()) == (1, "geheim\n")
    assert "line 1 is no key in base64" in refused.err


def test_without_a_file_that_is_named_no_key_is_made(vlechtwerk: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VLECHTWERK_KEYS_FILE", raising=False)
    assert vlechtwerk("keys", "new").status == 1


def test_rotating_tells_what_it_did_and_can_be_done_again(world: World, keys: Path, vlechtwerk: Command) -> None:
    vlechtwerk("keys", "new")
    first, second = vlechtwerk("keys", "rotate"), vlechtwerk("keys", "rotate")
    assert first.out.startswith("1 data key(s) wrapped anew.")
    assert second.out.startswith("0 data key(s) wrapped anew.")
    earlier, newest = names(keys)
    assert f"{earlier}: 0 data key(s), earlier\n{newest}: 1 data key(s), newest\n" in second.out


def test_a_key_that_is_needed_and_not_there_is_told(world: World, keys: Path, vlechtwerk: Command) -> None:
    (lost,) = names(keys)
    keys.unlink()
    vlechtwerk("keys", "new")
    checked = vlechtwerk("keys", "check")
    assert checked.status == 1
    assert f"{lost}: 1 data key(s), not in the file" in checked.out


@pytest.mark.parametrize("kind", ["trajectory", "file"])
def test_the_keys_of_a_file_are_destroyed_by_the_identifier_of_either(
    world: World, vlechtwerk: Command, kind: str
) -> None:
    named = world.scene.case.pk if kind == "trajectory" else world.file.pk
    done = vlechtwerk("keys", "shred", "--file", named, "--by", "care_case_manager", "--yes")
    assert (done.status, done.out) == (0, "1 data key(s) destroyed.\n")
    assert Entry.objects.get(verb=Verb.KEYS_DESTROYED).file_id == world.file.pk
    assert vlechtwerk("keys", "shred", "--file", named, "--by", "care_case_manager", "--yes").status == 1


@pytest.mark.parametrize("typed", ["yes\n", "", "2aab77d6-558b-4592-baa7-5716fadfd2d5\n"])
def test_nothing_is_destroyed_unless_the_identifier_is_typed(
    world: World, vlechtwerk: Command, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    done = vlechtwerk("keys", "shred", "--file", world.file.pk, "--by", "care_case_manager")
    assert (done.status, done.out.endswith("Nothing is destroyed.\n")) == (1, True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{world.file.pk}\n"))
    assert vlechtwerk("keys", "shred", "--file", world.file.pk, "--by", "care_case_manager").status == 0


def test_destroying_does_not_wait_for_who_reads(world: World, vlechtwerk: Command) -> None:
    impatient = {**settings.OWNER_DATABASE, "OPTIONS": {"options": "-c lock_timeout=50"}}
    with connected() as reader, override_settings(OWNER_DATABASE=impatient):
        reader.execute("SELECT count(*) FROM sharing_compartmentkey")
        done = vlechtwerk("keys", "shred", "--file", world.file.pk, "--by", "care_case_manager", "--yes")
    assert (done.status, done.out) == (0, "1 data key(s) destroyed.\n")
    assert "VACUUM FULL sharing_compartmentkey" in done.err


def test_somebody_who_is_known_has_to_decide_it(world: World, vlechtwerk: Command) -> None:
    refused = vlechtwerk("keys", "shred", "--file", world.file.pk, "--by", "niemand", "--yes")
    assert (refused.status, refused.err) == (1, "There is no such account.\n")
