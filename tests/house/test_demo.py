"""The demonstration: one command on an empty machine, and the data stays."""

import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

from tests.house.conftest import Running, clean_environment
from tests.house.source import CHECKOUT

VLECHTWERK = [sys.executable, "-m", "vlechtwerk.cli"]


def test_a_demonstration_makes_its_data_once_and_keeps_it(folder: Path, free_port: int) -> None:
    first = Running(folder, free_port, "demo")
    assert first.answers_within()
    told = first.end(signal.SIGINT)
    assert f"Open http://127.0.0.1:{free_port}/ and choose a fictional person to sign in as" in told
    assert f"Open http://127.0.0.1:{free_port}/ en kies als wie u aanmeldt" in told
    second = Running(folder, free_port, "demo")
    assert second.answers_within()
    with urllib.request.urlopen(f"http://127.0.0.1:{free_port}/") as page:
        assert page.url.endswith("/demo/?next=/")
    assert "being loaded" not in second.end(signal.SIGINT)


def test_a_database_with_accounts_of_real_people_gets_no_demonstration(migrated: Path, free_port: int) -> None:
    account = "from vlechtwerk.accounts.models import Account; Account.objects.create_user('real', name='Real')"
    manage = [sys.executable, str(CHECKOUT / "manage.py"), "shell", "--no-imports", "-c", account]
    subprocess.run(manage, env=clean_environment(migrated), check=True, capture_output=True)
    done = subprocess.run(
        [*VLECHTWERK, "demo", "--port", str(free_port)],
        env=clean_environment(migrated), check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == "This database holds accounts of real people; no demonstration is loaded into it.\n"
