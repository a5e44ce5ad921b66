"""The lock holds what the project asks for, without saying where it comes from."""

import re
import tomllib

from packaging.markers import Marker
from packaging.requirements import Requirement

from tests.house.source import CHECKOUT

LOCK = (CHECKOUT / "requirements.lock").read_text()
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
WANTED = [Requirement(one) for one in (*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"])]
LOCKED = [Requirement(line.removesuffix(" \\")) for line in LOCK.splitlines() if re.match(r"[a-z0-9]", line)]


def test_every_dependency_of_the_project_is_locked_at_a_version_it_allows() -> None:
    versions = {_name(one): str(one.specifier).removeprefix("==") for one in LOCKED}
    unmet = [str(one) for one in WANTED if not one.specifier.contains(versions.get(_name(one), "0"), prereleases=True)]
    assert unmet == []


def test_every_locked_package_is_pinned_with_the_hashes_of_its_files() -> None:
    assert [str(one) for one in LOCKED if not re.fullmatch(r"==[^,*]+", str(one.specifier))] == []
    entries = re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) == len(LOCKED)
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_names_no_address() -> None:
    assert "://" not in LOCK
    assert "index-url" not in LOCK.replace("--no-emit-index-url", "")


def test_the_builder_of_the_project_is_in_the_lock() -> None:
    builders = {_name(Requirement(one)) for one in PROJECT["build-system"]["requires"]}
    assert builders <= {_name(one) for one in LOCKED if one.marker is None or _everywhere(one.marker)}


def _name(requirement: Requirement) -> str:
    """The name of a package as registries compare it."""
    return re.sub(r"[-_.]+", "-", requirement.name).lower()


def _everywhere(marker: Marker) -> bool:
    """Whether a marker holds on this machine."""
    return marker.evaluate()
