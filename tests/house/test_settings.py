"""The settings: strict outside a trial, and the same for everybody inside it."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.house.conftest import KEYS, clean_environment
from tests.house.source import CHECKOUT
from vlechtwerk.config import database, environment
from vlechtwerk.config.cluster import PROVISION
from vlechtwerk.config.environment import ConfigurationError

PRODUCTION = {
    "VLECHTWERK_DEMO": "0",
    "VLECHTWERK_SECRET_KEY": "0a1b2c3d4e5f6g7h8i9j-KLMNOPQRSTUVWXYZ-0a1b2c3d4e5f6g7h8i9j-KLMNOP",
    "VLECHTWERK_KEYS_FILE": str(KEYS),
    "VLECHTWERK_HOSTS": "dossier.example",
    "DATABASE_URL": "postgresql://vlechtwerk_app:secret@db.example:5433/dossier?sslmode=verify-full",
    "VLECHTWERK_OWNER_DATABASE_URL": "postgresql://vlechtwerk_owner@db.example/dossier",
}


def test_django_finds_nothing_to_say_about_a_deployment(folder: Path) -> None:
    done = _python(folder, "-m", "django", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert done.stdout == "System check identified no issues (0 silenced).\n", done.stderr


def test_outside_a_trial_cookies_travel_over_https_only(folder: Path) -> None:
    given = _settings(
        folder, "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_NAME"
    )
    assert given == [True, True, True, "__Host-session"]


def test_the_program_and_the_migrations_sign_in_as_different_roles(folder: Path) -> None:
    databases, owner = _settings(folder, "DATABASES", "OWNER_DATABASE")
    assert (databases["default"]["USER"], databases["default"]["PORT"]) == ("vlechtwerk_app", "5433")
    assert owner["USER"] == "vlechtwerk_owner"
    assert databases["default"]["OPTIONS"]["sslmode"] == "verify-full"


def test_a_statement_of_a_page_may_take_ten_seconds_and_a_migration_may_take_its_time(folder: Path) -> None:
    databases, owner = _settings(folder, "DATABASES", "OWNER_DATABASE")
    assert "statement_timeout=10000" in databases["default"]["OPTIONS"]["options"]
    assert "statement_timeout" not in owner["OPTIONS"]["options"]


def test_a_trial_keeps_its_key_so_that_a_restart_signs_nobody_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VLECHTWERK_DATA", str(folder))
    monkeypatch.delenv("VLECHTWERK_SECRET_KEY")
    assert environment.secret_key(trial=True) == environment.secret_key(trial=True)
    assert (folder / "secret-key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("key", ["", "short", "x" * 49])
def test_a_missing_or_short_key_is_refused(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    monkeypatch.setenv("VLECHTWERK_SECRET_KEY", key)
    with pytest.raises(ConfigurationError):
        environment.secret_key(trial=False)


def test_a_trial_keeps_its_deployment_key_and_only_its_owner_reads_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VLECHTWERK_DATA", str(folder))
    made = environment.keys_file(trial=True)
    before = made.read_text()
    assert environment.keys_file(trial=True).read_text() == before
    assert (made, made.stat().st_mode & 0o777) == (folder / "keys", 0o600)
    assert [one.name for one in folder.iterdir()] == ["keys"]


def test_outside_a_trial_a_file_with_keys_has_to_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VLECHTWERK_KEYS_FILE", raising=False)
    with pytest.raises(ConfigurationError, match="vlechtwerk keys new"):
        environment.keys_file(trial=False)


@pytest.mark.parametrize("content", ["", "geheim", "A" * 44, "\xff"])
def test_a_file_without_a_fit_key_is_refused_in_a_trial_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    (tmp_path / "keys").write_bytes(content.encode("latin-1"))
    monkeypatch.setenv("VLECHTWERK_KEYS_FILE", str(tmp_path / "keys"))
    for trial in (True, False):
        with pytest.raises(ConfigurationError, match="VLECHTWERK_KEYS_FILE"):
            environment.keys_file(trial=trial)


def test_a_mistyped_switch_is_not_taken_for_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VLECHTWERK_DEMO", "ja")
    with pytest.raises(ConfigurationError, match="VLECHTWERK_DEMO must be 1 or 0"):
        environment.switch("VLECHTWERK_DEMO")


def test_without_an_address_of_its_own_the_owner_uses_that_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://somebody@db.example/dossier")
    monkeypatch.delenv("VLECHTWERK_OWNER_DATABASE_URL", raising=False)
    assert database.owner_access() == database.app_access()


def test_every_answer_carries_the_security_headers() -> None:
    headers = Client().get("/-/health").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_the_documentation_names_every_variable_that_the_program_reads() -> None:
    told = (CHECKOUT / "docs" / "operate" / "settings.md").read_text()
    source = "".join(path.read_text() for path in (CHECKOUT / "src" / "vlechtwerk").rglob("*.py"))
    read = set(re.findall(r"VLECHTWERK_[A-Z_]+", source))
    assert sorted(name for name in read if f"`{name}`" not in told) == []


def test_the_documentation_makes_the_roles_as_the_embedded_server_does() -> None:
    told = (CHECKOUT / "docs" / "operate" / "database.md").read_text()
    assert [one for one in PROVISION if f"{one};" not in told] == []


def _settings(folder: Path, *names: str) -> list[Any]:
    """The values of settings in a deployment."""
    code = (
        f"import json; from vlechtwerk.config import settings as s; print(json.dumps([getattr(s, n) for n in {names}]))"
    )
    done = _python(folder, "-c", code, **PRODUCTION)
    values: list[Any] = json.loads(done.stdout)
    return values


def _python(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a given environment."""
    settings = {"DJANGO_SETTINGS_MODULE": "vlechtwerk.config.settings"}
    return subprocess.run(
        [sys.executable, *arguments], env={**clean_environment(folder), **settings, **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
