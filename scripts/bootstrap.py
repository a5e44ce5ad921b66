"""Make a fresh machine ready: Python packages, translations and, when asked for, a browser, a pooler and another server.

Called by the Makefile with the system's own ``python3``, before anything is installed: standard library only. What is
already done is recognised by a stamp and skipped, so that a second run takes no time worth mentioning.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
VENV = CHECKOUT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = CHECKOUT / "requirements.lock"
CATALOGUES = CHECKOUT / "src" / "vlechtwerk" / "locale"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
POOLERS = ("pgbouncer", "/usr/sbin/pgbouncer")
SERVER_15 = Path("/usr/lib/postgresql/15/bin/postgres")
SERVICE_POLICY = Path("/usr/sbin/policy-rc.d")
OLDEST = (3, 11)


class CannotGoOn(Exception):
    """Something is missing that this program may not or cannot install; the text says what to do."""


def main() -> int:
    """Do what is not done yet; exit status 1 with one clear message when that is not possible."""
    parser = argparse.ArgumentParser(description="Make this machine ready for Vlechtwerk.")
    parser.add_argument("--browser", action="store_true", help="also make sure of Chromium, for the tests")
    parser.add_argument("--pooler", action="store_true", help="also make sure of PgBouncer, for the tests")
    parser.add_argument("--server15", action="store_true", help="also make sure of PostgreSQL 15, for the tests")
    asked = parser.parse_args()
    # Installed files must be readable for the user that the database server runs as.
    os.umask(0o022)
    try:
        install_packages()
        compile_catalogues()
        if asked.browser:
            install_browser()
        if asked.pooler and not any(map(shutil.which, POOLERS)):
            install_pooler()
        if asked.server15 and not SERVER_15.exists():
            install_with_apt("postgresql-15")
    except CannotGoOn as reason:
        print(f"Setting up stops: {reason}", file=sys.stderr)
        return 1
    return 0


def install_packages() -> None:
    """Make the virtual environment hold exactly the packages of the lock, and the program itself."""
    stamp = Stamp("packages", [LOCK, CHECKOUT / "pyproject.toml", Path(__file__)])
    if PYTHON.exists() and stamp.holds():
        return
    print("Installing the Python packages of requirements.lock in .venv ...", flush=True)
    uv = shutil.which("uv")
    if uv:
        if not PYTHON.exists():
            run([uv, "venv", "--quiet", "--clear", "--python", find_python(), str(VENV)])
        pip = [uv, "pip", "install", "--quiet", "--python", str(PYTHON)]
    else:
        if not PYTHON.exists() or not succeeds([str(PYTHON), "-m", "pip", "--version"]):
            make_venv(find_python())
        pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--require-hashes", "-r", str(LOCK)])
    run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(CHECKOUT)])
    stamp.write()


def make_venv(python: str) -> None:
    """Make the virtual environment with the standard library of a Python; Debian keeps a part of it in a package."""
    if not succeeds([python, "-c", "import ensurepip, venv"]):
        # Without certificates of authorities the packages cannot be fetched; a bare Debian has none.
        install_with_apt("python3-venv", "ca-certificates")
    run([python, "-m", "venv", "--clear", str(VENV)])


def compile_catalogues() -> None:
    """Compile the translations when one of them changed."""
    sources = sorted(CATALOGUES.glob("*/LC_MESSAGES/*.po"))
    stamp = Stamp("catalogues", sources)
    compiled = all((folder / "django.mo").exists() for folder in {source.parent for source in sources})
    if not (compiled and stamp.holds()):
        run([str(PYTHON), "-m", "vlechtwerk.texts.catalogues"])
        stamp.write()


def install_browser() -> None:
    """Make sure of Chromium and of what steers it: the driver in the packages needs a library that a bare Debian lacks."""
    drivers = VENV.glob("lib/python*/site-packages/playwright/driver/node")
    missing = [] if all(succeeds([str(driver), "--version"]) for driver in drivers) else ["libatomic1"]
    if not any(map(shutil.which, BROWSERS)):
        missing += ["chromium", "fonts-dejavu-core"]
    if missing:
        install_with_apt(*missing)


def install_pooler() -> None:
    """Install PgBouncer. Debian starts one at once, for which nobody asked; where a machine allows, that is prevented."""
    prevented = os.geteuid() == 0 and not SERVICE_POLICY.exists()
    if prevented:
        SERVICE_POLICY.write_text("#!/bin/sh\nexit 101\n")
        SERVICE_POLICY.chmod(0o755)
    try:
        install_with_apt("pgbouncer")
    finally:
        if prevented:
            SERVICE_POLICY.unlink()


def find_python() -> str:
    """Return a Python that is new enough: the one that runs this program, or one on the PATH."""
    if sys.version_info[:2] >= OLDEST:
        return sys.executable
    for minor in range(19, OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            return found
    raise CannotGoOn("Python 3.11 or later is needed. On Debian 12 or later: apt-get install python3")


def install_with_apt(*packages: str) -> None:
    """Install packages of the distribution when we may: as root, or with sudo that asks no password."""
    by_hand = f"please install {' and '.join(packages)} (Debian: sudo apt-get install {' '.join(packages)})"
    if not shutil.which("apt-get"):
        raise CannotGoOn(by_hand)
    if os.geteuid() == 0:
        prefix = ["env"]
    elif shutil.which("sudo") and succeeds(["sudo", "-n", "true"]):
        prefix = ["sudo", "-n", "env"]
    else:
        raise CannotGoOn(by_hand)
    print(f"Installing {' and '.join(packages)} ...", flush=True)
    apt_get = [*prefix, "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    run([*apt_get, "update"], otherwise=by_hand)
    run([*apt_get, "install", "--yes", "--no-install-recommends", *packages], otherwise=by_hand)


class Stamp:
    """Remembers of which files, at which place, a step was done."""

    def __init__(self, name: str, files: "list[Path]") -> None:
        """Reckon the mark of the files; the place counts, because the environment holds its own absolute path."""
        mark = hashlib.sha256(str(VENV).encode())
        for file in files:
            mark.update(hashlib.sha256(file.read_bytes()).digest())
        self._path = VENV / f"vlechtwerk-{name}.stamp"
        self._mark = mark.hexdigest()

    def holds(self) -> bool:
        """Whether the step was done with these files."""
        return self._path.exists() and self._path.read_text() == self._mark

    def write(self) -> None:
        """Remember that the step was done."""
        self._path.write_text(self._mark)


def run(command: "list[str]", otherwise: str = "") -> None:
    """Run a program that must succeed, showing only its faults.

    Raises CannotGoOn with the advice, or with the command, when it does not succeed.
    """
    if not succeeds(command, faults=None):
        raise CannotGoOn(otherwise or f"this failed: {' '.join(command)}")


def succeeds(command: "list[str]", faults: "int | None" = subprocess.DEVNULL) -> bool:
    """Run a program without standard input and tell whether it succeeded; its faults are hidden unless asked for."""
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=faults, cwd=CHECKOUT, check=False
    )
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
