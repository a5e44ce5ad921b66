"""Where Chromium is on this machine, for what draws our pages: the tests and the pictures of the manual."""

from __future__ import annotations

import os
import shutil

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
MISSING = "No Chromium on this machine. Install the package chromium or set VLECHTWERK_CHROMIUM."


class NoChromium(LookupError):
    """There is no Chromium here."""


def chromium() -> str:
    """Return the browser of this machine: VLECHTWERK_CHROMIUM, else Chromium or Chrome from the distribution.

    Raises NoChromium when there is none.
    """
    chosen = os.environ.get("VLECHTWERK_CHROMIUM")
    found = chosen or next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    if not found:
        raise NoChromium(MISSING)
    return found
