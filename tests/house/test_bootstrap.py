"""Making a machine ready: once, and with a clear word when something cannot be done."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.house.source import CHECKOUT


@pytest.fixture
def bootstrap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """The script as a module, with an empty folder for the environment and without sudo or apt."""
    spec = importlib.util.spec_from_file_location("bootstrap", CHECKOUT / "scripts" / "bootstrap.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    return module


def test_a_step_is_done_again_only_when_one_of_its_files_changed(bootstrap: ModuleType, tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    lock.write_text("one")
    bootstrap.Stamp("packages", [lock]).write()
    assert bootstrap.Stamp("packages", [lock]).holds()
    lock.write_text("two")
    assert not bootstrap.Stamp("packages", [lock]).holds()


def test_a_checkout_that_was_moved_is_set_up_again(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.Stamp("packages", []).write()
    moved = tmp_path / "moved"
    moved.mkdir()
    (tmp_path / "vlechtwerk-packages.stamp").rename(moved / "vlechtwerk-packages.stamp")
    monkeypatch.setattr(bootstrap, "VENV", moved)
    assert not bootstrap.Stamp("packages", []).holds()


def test_without_apt_the_packages_to_install_are_named(bootstrap: ModuleType) -> None:
    with pytest.raises(bootstrap.CannotGoOn, match="please install chromium"):
        bootstrap.install_with_apt("chromium")


def test_without_rights_the_command_for_somebody_with_rights_is_named(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "apt-get").touch(mode=0o755)
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000)
    with pytest.raises(bootstrap.CannotGoOn, match="sudo apt-get install python3-venv"):
        bootstrap.install_with_apt("python3-venv")


def test_an_old_python_is_refused_with_what_is_needed(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "OLDEST", (3, sys.version_info.minor + 1))
    with pytest.raises(bootstrap.CannotGoOn, match="is needed"):
        bootstrap.find_python()


def test_the_script_runs_on_a_python_without_any_package() -> None:
    source = (CHECKOUT / "scripts" / "bootstrap.py").read_text()
    imported = {line.split()[1].split(".")[0] for line in source.splitlines() if line.startswith(("import ", "from "))}
    assert imported <= sys.stdlib_module_names
