"""What an operator sets about signing in, and what then holds."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.house.conftest import KEYS, clean_environment
from vlechtwerk.config import acm_idm, sign_in
from vlechtwerk.config.environment import ConfigurationError

DEPLOYED = {
    "VLECHTWERK_DEMO": "0",
    "VLECHTWERK_SECRET_KEY": "0a1b2c3d4e5f6g7h8i9j-KLMNOPQRSTUVWXYZ-0a1b2c3d4e5f6g7h8i9j-KLMNOP",
    "VLECHTWERK_KEYS_FILE": str(KEYS),
    "VLECHTWERK_HOSTS": "dossier.example",
    "DATABASE_URL": "postgresql://vlechtwerk_app@db.example/dossier",
}


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """The file with the secret at the service."""
    path = tmp_path / "secret"
    path.write_text("geheim\n")
    return path


def settings_of(folder: Path, *names: str, **more: str) -> list[Any]:
    """Settings of a deployment."""
    values_of = f"[getattr(settings, name) for name in {names}]"
    code = f"import json; from vlechtwerk.config import settings; print(json.dumps({values_of}, default=str))"
    environment = {**clean_environment(folder), **DEPLOYED, **more}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    values: list[Any] = json.loads(done.stdout)
    return values


def test_outside_a_trial_every_cookie_is_bound_to_the_host(tmp_path: Path) -> None:
    cookies = ("SESSION", "CSRF", "LANGUAGE", "MESSAGE")
    names = settings_of(tmp_path, *(f"{one}_COOKIE_NAME" for one in cookies))
    assert names == ["__Host-session", "__Host-csrf", "__Host-language", "__Host-said"]
    rest = settings_of(
        tmp_path, "SESSION_COOKIE_SECURE", "LANGUAGE_COOKIE_SECURE", "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"
    )
    assert rest == [True, True, False]


def test_without_a_service_forms_lead_nowhere_but_here(tmp_path: Path) -> None:
    policy, apps = settings_of(tmp_path, "CONTENT_SECURITY_POLICY", "SOCIALACCOUNT_PROVIDERS")
    assert policy["DIRECTIVES"]["form-action"] == ["'self'"]
    assert apps == {"openid_connect": {"APPS": []}}


def test_the_preset_of_the_flemish_government_asks_no_number_of_the_national_register(
    tmp_path: Path, secret: Path
) -> None:
    chosen = {"VLECHTWERK_OIDC_ISSUER": "acm-idm", "VLECHTWERK_OIDC_CLIENT": "vlechtwerk"}
    policy, providers = settings_of(
        tmp_path, "CONTENT_SECURITY_POLICY", "SOCIALACCOUNT_PROVIDERS",
        VLECHTWERK_OIDC_SECRET_FILE=str(secret), **chosen,
    )  # fmt: skip
    app = providers["openid_connect"]["APPS"][0]
    assert (app["name"], app["secret"], app["settings"]["server_url"]) == ("ACM/IDM", "geheim", acm_idm.ISSUER)
    assert app["settings"]["scope"] == ["openid", "profile", "vo"]
    assert policy["DIRECTIVES"]["form-action"] == ["'self'", "https://authenticatie.vlaanderen.be"]


@pytest.mark.parametrize("missing", ["VLECHTWERK_OIDC_CLIENT", "VLECHTWERK_OIDC_SECRET_FILE"])
def test_a_service_that_is_named_by_half_is_refused(
    monkeypatch: pytest.MonkeyPatch, secret: Path, missing: str
) -> None:
    monkeypatch.setenv("VLECHTWERK_OIDC_ISSUER", "https://sign-in.example")
    monkeypatch.setenv("VLECHTWERK_OIDC_CLIENT", "vlechtwerk")
    monkeypatch.setenv("VLECHTWERK_OIDC_SECRET_FILE", str(secret))
    monkeypatch.delenv(missing)
    with pytest.raises(ConfigurationError, match=missing):
        sign_in._service()


def test_a_secret_that_cannot_be_read_is_refused_without_telling_what_stands_in_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VLECHTWERK_OIDC_ISSUER", "https://sign-in.example")
    monkeypatch.setenv("VLECHTWERK_OIDC_CLIENT", "vlechtwerk")
    monkeypatch.setenv("VLECHTWERK_OIDC_SECRET_FILE", str(tmp_path / "absent"))
    with pytest.raises(ConfigurationError, match="cannot be read"):
        sign_in._service()


@pytest.mark.parametrize(("trial", "set_to", "found"), [(True, None, 0), (False, None, 1), (False, "2", 2)])
def test_one_proxy_of_the_operator_is_trusted_outside_a_trial(
    monkeypatch: pytest.MonkeyPatch, trial: bool, set_to: str | None, found: int
) -> None:
    if set_to:
        monkeypatch.setenv("VLECHTWERK_PROXIES", set_to)
    assert sign_in.trusted_proxies(trial=trial) == found


def test_a_mistyped_number_of_proxies_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VLECHTWERK_PROXIES", "one")
    with pytest.raises(ConfigurationError, match="VLECHTWERK_PROXIES must be a number"):
        sign_in.trusted_proxies(trial=False)


def test_the_facts_of_the_service_name_their_sources_and_the_day_on_which_they_were_read() -> None:
    assert acm_idm.READ_ON.isoformat() == "2026-11-21"
    assert all(source.startswith("https://authenticatie.vlaanderen.be/docs/") for source in acm_idm.SOURCES)
    assert {claim.scope for claim in acm_idm.CLAIMS} >= set(acm_idm.SCOPES)
