"""What is looked at before a start."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings, settings
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.test import override_settings

from tests.house.conftest import clean_environment
from vlechtwerk.config import database, preflight
from vlechtwerk.config.environment import ConfigurationError
from vlechtwerk.config.migrations import acting_as, as_owner, waiting

ADDRESS = "postgresql://{USER}@/{NAME}?host={HOST}&port={PORT}"
REAL = {
    "VLECHTWERK_DEMO": "0",
    "VLECHTWERK_SECRET_KEY": "a key of more than fifty characters that guards nothing at all",
}


@pytest.fixture
def given_the_record() -> Iterator[None]:
    """The role of the program was given more than it needs."""
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("GRANT INSERT ON audit_head TO vlechtwerk_app")
    yield
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("REVOKE INSERT ON audit_head FROM vlechtwerk_app")


@pytest.mark.django_db
def test_a_fit_database_passes_without_a_word() -> None:
    assert preflight.check() == []


@pytest.mark.django_db(transaction=True)
def test_a_role_that_passes_row_level_security_is_told() -> None:
    with acting_as(database.superuser_access().django("")):
        assert preflight.check() == [preflight.UNBOUNDED_ROLE, preflight.NO_LIMITS]


@pytest.mark.django_db(transaction=True)
def test_a_program_that_runs_as_the_owner_of_the_tables_is_told_what_it_could_do() -> None:
    with as_owner():
        assert preflight.check() == [preflight.OWNS_TABLES, preflight.NO_LIMITS]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("given_the_record")
def test_a_role_that_was_given_the_tables_of_the_record_is_told() -> None:
    assert preflight.check() == [preflight.WRITES_RECORD]


@pytest.mark.django_db(transaction=True)
def test_on_real_data_the_program_does_not_start_as_the_owner_of_the_tables(settings: LazySettings) -> None:
    settings.TRIAL = False
    assert preflight.check() == []
    with as_owner(), pytest.raises(ConfigurationError, match="owns the tables"):
        preflight.check()


@pytest.mark.django_db(transaction=True)
def test_serving_real_data_as_the_owner_ends_with_the_reason(folder: Path, free_port: int) -> None:
    reached = {**connection.settings_dict, "USER": "vlechtwerk_owner"}
    keys = {"VLECHTWERK_KEYS_FILE": str(settings.KEYS_FILE)}
    given = {**clean_environment(folder), **REAL, **keys, "DATABASE_URL": ADDRESS.format(**reached)}
    command = [sys.executable, "-m", "vlechtwerk.cli", "serve", "--port", str(free_port)]
    done = subprocess.run(command, env=given, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode != 0
    assert "owns the tables" in done.stderr


@pytest.mark.django_db(transaction=True)
def test_without_limits_a_warning_is_given_also_on_real_data(settings: LazySettings) -> None:
    settings.TRIAL = False
    with acting_as({**connection.settings_dict, "OPTIONS": {}}):
        assert preflight.check() == [preflight.NO_LIMITS]


@pytest.mark.parametrize(
    ("address", "is_open"),
    [
        ("postgresql://app@db.example/dossier", True),
        ("postgresql://app@db.example/dossier?sslmode=require", True),
        ("postgresql://app@db.example/dossier?sslmode=verify-ca", True),
        ("postgresql://app@db.example/dossier?sslmode=verify-full", False),
        ("postgresql://app@localhost/dossier?hostaddr=10.0.0.5", True),
        ("postgresql://app@localhost,db.example/dossier", True),
        ("postgresql://app@localhost/dossier", False),
        ("postgresql://app@/dossier?host=/run/postgresql", False),
    ],
)
def test_a_way_to_another_machine_is_open_unless_the_server_proves_its_name(
    monkeypatch: pytest.MonkeyPatch, address: str, is_open: bool
) -> None:
    monkeypatch.setenv("DATABASE_URL", address)
    monkeypatch.delenv("PGSSLMODE", raising=False)
    assert database.app_access().is_open_on_the_way is is_open


@pytest.mark.parametrize(
    ("address", "by_password"),
    [
        ("postgresql://app:secret@db.example/dossier?sslmode=verify-full", True),
        ("postgresql://app@db.example/dossier?sslmode=verify-full&sslcert=/c&sslkey=/k", False),
        ("postgresql://app:secret@localhost/dossier", False),
        ("postgresql://app@/dossier?host=/run/postgresql", False),
    ],
)
def test_a_program_that_proves_itself_to_another_machine_with_a_password_is_told_to_use_a_certificate(
    monkeypatch: pytest.MonkeyPatch, address: str, by_password: bool
) -> None:
    monkeypatch.setenv("DATABASE_URL", address)
    monkeypatch.delenv("PGSSLCERT", raising=False)
    assert database.app_access().rests_on_a_password is by_password


@pytest.mark.parametrize("trial", [True, False])
def test_on_real_data_no_migration_goes_in_the_open(
    monkeypatch: pytest.MonkeyPatch, settings: LazySettings, trial: bool
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://app@db.example/dossier?sslmode=verify-full")
    monkeypatch.setenv("VLECHTWERK_OWNER_DATABASE_URL", "postgresql://owner@db.example/dossier?sslmode=prefer")
    settings.TRIAL = trial
    if trial:
        assert preflight.check_way_of_owner() == [preflight.OPEN_ON_THE_WAY]
        return
    with pytest.raises(ConfigurationError, match="sslmode=verify-full"):
        preflight.check_way_of_owner()


@pytest.mark.django_db
def test_on_real_data_the_program_does_not_start_when_its_questions_go_in_the_open(
    monkeypatch: pytest.MonkeyPatch, settings: LazySettings
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://app@db.example/dossier")
    assert preflight.check() == [preflight.OPEN_ON_THE_WAY, preflight.LASTS_TOO_LONG]
    settings.TRIAL = False
    with pytest.raises(ConfigurationError, match="sslmode=verify-full"):
        preflight.check()


@pytest.mark.django_db
@pytest.mark.parametrize(("mode", "told"), [(0o640, []), (0o644, [preflight.KEYS_FOR_EVERYBODY])])
def test_keys_that_everybody_on_the_machine_may_read_are_told(tmp_path: Path, mode: int, told: list[str]) -> None:
    (tmp_path / "keys").touch(mode)
    (tmp_path / "keys").chmod(mode)
    with override_settings(KEYS_FILE=tmp_path / "keys"):
        assert preflight.check() == told


@pytest.mark.django_db
def test_an_old_server_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "OLDEST_MAJOR", 99)
    with pytest.raises(ConfigurationError, match="is too old; this program needs 99 or later"):
        preflight.check()


@pytest.mark.django_db
def test_a_server_that_cannot_load_its_own_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The libraries are made unfit by asking for a language whose library does not exist."""
    real = CursorWrapper.execute

    def execute(self: CursorWrapper, sql: str, params: Any = None) -> object:
        unfit = sql.replace("DO $$", "DO LANGUAGE plpgsql_of_another_version $$")
        return real(self, unfit, params)

    monkeypatch.setattr(CursorWrapper, "execute", execute)
    with pytest.raises(ConfigurationError, match="libraries on disk are of another minor version"):
        preflight.check()


@pytest.mark.django_db(transaction=True)
def test_a_server_that_is_away_is_told_without_a_traceback() -> None:
    with (
        acting_as({**connection.settings_dict, "HOST": "/nowhere"}),
        pytest.raises(ConfigurationError, match="The database cannot be reached"),
    ):
        preflight.check()


@pytest.mark.django_db(transaction=True)
def test_only_migrations_work_as_the_owner_of_the_tables() -> None:
    assert _role() == "vlechtwerk_app"
    with as_owner():
        assert _role() == settings.OWNER_DATABASE["USER"] == "vlechtwerk_owner"
    assert _role() == "vlechtwerk_app"


@pytest.mark.django_db
def test_no_migration_waits_on_the_database_of_the_tests() -> None:
    assert not waiting()


def _role() -> object:
    """The role that the database sees."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return cursor.fetchone()[0]
