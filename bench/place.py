"""Where the benchmark keeps its data and in which environment its programs run."""

import os
from collections.abc import Mapping
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
DATA = CHECKOUT / ".data" / "bench"
FIRST_PORT = 8170
"""Servers of the benchmark listen on this port and the ones that follow."""

# A key that is known to everybody: what it signs never leaves this machine.
_KEY = "the key of the benchmark, which is known to everybody and guards nothing at all"


def environment(data: Path = DATA, **more: str) -> dict[str, str]:
    """The environment of a demonstration with its data in a folder, without what the shell sets for the program."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("VLECHTWERK_", "DJANGO_"))}
    for name in ("DATABASE_URL", "WEB_CONCURRENCY", "PYTHONWARNINGS"):
        kept.pop(name, None)
    return {
        **kept,
        **_chosen_server(os.environ),
        "VLECHTWERK_DATA": str(data),
        "VLECHTWERK_DEMO": "1",
        "VLECHTWERK_SECRET_KEY": _KEY,
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        # What is measured is this checkout, also where another one is installed.
        "PYTHONPATH": os.pathsep.join([str(CHECKOUT), str(CHECKOUT / "src")]),
        **more,
    }


def enter() -> None:
    """Give this process the environment of the benchmark."""
    wanted = environment()
    os.environ.clear()
    os.environ.update(wanted)


def _chosen_server(given: Mapping[str, str]) -> dict[str, str]:
    """The server programs that somebody chose to measure with."""
    return {name: value for name, value in given.items() if name == "VLECHTWERK_POSTGRES"}
