"""What is looked at before a start."""

import logging
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.test import override_settings

from vlechtwerk.config import database, preflight
from vlechtwerk.config.environment import ConfigurationError
from vlechtwerk.config.logs import WithoutValues
from vlechtwerk.config.migrations import acting_as, as_owner, waiting


@pytest.mark.django_db
def test_a_fit_database_passes_without_a_word() -> None:
    assert preflight.check() == []


@pytest.mark.django_db(transaction=True)
def test_a_role_that_passes_row_level_security_is_told() -> None:
    with acting_as(database.superuser_access().django("")):
        assert preflight.check() == [preflight.UNBOUNDED_ROLE]


@pytest.mark.django_db(transaction=True)
def test_a_program_that_runs_as_the_owner_of_the_tables_is_told_that_it_could_write_the_record() -> None:
    with as_owner():
        assert preflight.check() == [preflight.WRITES_RECORD]


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


def test_the_log_tells_where_it_went_wrong_and_not_about_whom() -> None:
    typed = "An Peeters, 1 mei 1980"
    try:
        raise ValueError(typed)
    except ValueError:
        record = logging.LogRecord("vlechtwerk", logging.ERROR, __file__, 1, "page failed", (), sys.exc_info())
    written = WithoutValues("{message}", style="{").format(record)
    assert "Peeters" not in written
    assert "test_preflight.py" in written
    assert "ValueError" in written


def _role() -> object:
    """The role that the database sees."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return cursor.fetchone()[0]
