"""The PostgreSQL server of one data folder: made once, started, shared by our programs, and stopped by the last of them.

Who uses the server is kept in file locks, which the system releases when a process dies in whatever way. So a killed
run leaves no list of dead process numbers behind: the next one finds either a running server and uses it, or none
and starts one.
"""

import fcntl
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from psycopg.conninfo import make_conninfo
from psycopg.pq import PGconn, Ping

from vlechtwerk.config import postmaster
from vlechtwerk.config.environment import ConfigurationError
from vlechtwerk.config.host_user import HostUser, open_the_way
from vlechtwerk.config.postmaster import State

OWNER_ROLE = "vlechtwerk_owner"
APP_ROLE = "vlechtwerk_app"
SUPERUSER = "postgres"
DATABASE = "vlechtwerk"

# The same statements stand in docs/operate/database.md for a server of one's own; a test compares them.
# Default privileges set in template1 hold for every database made later, also those of the tests.
PROVISION = (
    f"CREATE ROLE {OWNER_ROLE} LOGIN",
    f"CREATE ROLE {APP_ROLE} LOGIN",
    f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER_ROLE} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP_ROLE}",
    f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER_ROLE} GRANT USAGE, SELECT ON SEQUENCES TO {APP_ROLE}",
    f"CREATE DATABASE {DATABASE} OWNER {OWNER_ROLE}",
)
# Only on a server for tests, where the owner makes and drops databases and nothing has to survive a power cut.
FOR_TESTS = (f"ALTER ROLE {OWNER_ROLE} CREATEDB",)
# A test takes its rows back, so that whoever counts them between two tests finds none, and plans are made for empty tables.
WITHOUT_CARE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}

PORT = 5432
START_SECONDS = 60.0
REFUSED_SECONDS = 8.0
STOP_SECONDS = 15.0
LARGEST_LOG = 5_000_000


class Cluster:
    """A server on a data folder, reached over a Unix socket that only the user of the server and root can open."""

    def __init__(self, programs: Path, data: Path, *, for_tests: bool = False) -> None:
        """Name the server programs and the data folder; nothing is started yet."""
        self.data = data
        self.log = data.with_name(f"{data.name}.log")
        self._programs = programs
        self._for_tests = for_tests
        self._user = HostUser.for_server(data)
        self._child: subprocess.Popen[bytes] | None = None
        self._users: int | None = None
        self._attached_in = 0

    def attach(self) -> None:
        """Become a user of the server: make the data folder and start the server where needed, without waiting."""
        self.data.parent.mkdir(parents=True, exist_ok=True)
        self._attached_in = os.getpid()
        with self._alone():
            self._users = _lock(self._beside("users"), fcntl.LOCK_SH)
            if not self.data.exists():
                self._create()
            if postmaster.state(self.data) is State.ABSENT:
                self._launch()

    def wait(self) -> None:
        """Wait until the server takes connections, starting it again while an earlier one is still leaving.

        Raises ConfigurationError with the end of the server's log when it does not come up.
        """
        begun = time.monotonic()
        while not self._answers():
            waited = time.monotonic() - begun
            gone = postmaster.pid(self.data) is None and (self._child is None or self._child.poll() is not None)
            if waited > START_SECONDS or (gone and waited > REFUSED_SECONDS):
                raise ConfigurationError(f"The database server does not start; see {self.log}:\n{self._end_of_log()}")
            if gone and self._child is not None:
                time.sleep(0.2)
            if gone:
                self._launch()
            time.sleep(0.01)

    def _answers(self) -> bool:
        """Whether the server takes connections; its own mark may still say so while it is already stopping."""
        if postmaster.state(self.data) is not State.READY:
            return False
        place = make_conninfo(host=str(postmaster.socket_folder(self.data)), port=PORT)
        return PGconn.ping(place.encode()) == Ping.OK

    def release(self) -> None:
        """Stop being a user of the server, and stop it when nobody else is one.

        In a forked process (a web worker) this does nothing: the server belongs to the process that attached.
        """
        if self._users is None or self._attached_in != os.getpid():
            return
        with self._alone():
            os.close(self._users)
            self._users = None
            nobody_else = _lock(self._beside("users"), fcntl.LOCK_EX | fcntl.LOCK_NB)
            if nobody_else is not None:
                self._stop()
                os.close(nobody_else)
            elif self._child is not None:
                self._child.returncode = 0  # left running on purpose, which Python would call forgotten

    def _create(self) -> None:
        """Make the data folder under another name and rename it at the end, so that half a folder is never used."""
        unfinished = self._beside("unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700)
        self._user.own(unfinished)
        open_the_way(self._programs, self._user)
        open_the_way(unfinished, self._user)
        self._run("initdb", "-D", unfinished, "--username", SUPERUSER, "--auth", "trust", "--encoding", "UTF8",
                  "--locale", "C.UTF-8", "--lc-messages", "C", *(["--no-sync"] if self._for_tests else []))  # fmt: skip
        statements = PROVISION + (FOR_TESTS if self._for_tests else ())
        self._run("postgres", "--single", "-j", "-D", unfinished, "-c", "exit_on_error=true", "template1",
                  feed=";\n\n".join((*statements, "")))  # fmt: skip
        unfinished.rename(self.data)

    def _run(self, program: str, *arguments: str | Path, feed: str = "") -> None:
        """Run a server program to its end as the user of the server; raises ConfigurationError with what it printed."""
        command = [str(self._programs / program), *map(str, arguments)]
        done = subprocess.run(
            command, input=feed, capture_output=True, text=True, check=False, cwd="/", env=_ENVIRONMENT,
            **self._user.identity(),
        )  # fmt: skip
        if done.returncode:
            raise ConfigurationError(f"{program} failed:\n{done.stderr.strip()[-2000:]}")

    def _launch(self) -> None:
        """Start the server in a session of its own, so that Ctrl-C reaches our program and not the server."""
        postmaster.forget_the_dead(self.data)
        open_the_way(self._programs, self._user)
        open_the_way(self.data, self._user)
        folder = postmaster.socket_folder(self.data)
        if folder != self.data:
            folder.mkdir(mode=0o700, exist_ok=True)
            self._user.own(folder)
        with self.log.open("ab") as log:
            if log.tell() > LARGEST_LOG:
                log.truncate(0)
            self._child = subprocess.Popen(
                [str(self._programs / "postgres"), "-D", str(self.data), *self._settings(folder)],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", env=_ENVIRONMENT, start_new_session=True,
                **self._user.identity(),
            )  # fmt: skip

    def _settings(self, folder: Path) -> Iterator[str]:
        """Give the settings of the server as arguments, so that nobody has to edit a file in the data folder."""
        settings = {
            "listen_addresses": "",
            "port": str(PORT),
            "unix_socket_directories": f'"{folder}"',
            # A statement or the detail of an error may hold what was typed about a client; the log has neither.
            "log_min_error_statement": "panic",
            "log_error_verbosity": "terse",
            # What is asked is in memory or on a disk without moving parts: reading here and there costs little more there.
            "random_page_cost": "1.1",
            **(WITHOUT_CARE if self._for_tests else {}),
        }
        for name, value in settings.items():
            yield from ("-c", f"{name}={value}")

    def _stop(self) -> None:
        """Stop the server: open transactions are rolled back; after a while without asking."""
        for how in (signal.SIGINT, signal.SIGQUIT):
            if (pid := postmaster.pid(self.data)) is not None:
                with suppress(ProcessLookupError):
                    os.kill(pid, how)
            if self._gone_within(STOP_SECONDS):
                return
        raise ConfigurationError(f"The database server of {self.data} does not stop; see {self.log}.")

    def _gone_within(self, seconds: float) -> bool:
        """Wait until the server process has ended; say whether it did."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            # A process that ended stays in the process table until its parent looks.
            ended = self._child is None or self._child.poll() is not None
            if ended and postmaster.pid(self.data) is None:
                return True
            time.sleep(0.01)
        return False

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other programs from starting or stopping the server at the same moment."""
        held = _lock(self._beside("lock"), fcntl.LOCK_EX)
        try:
            yield
        finally:
            if held is not None:
                os.close(held)

    def _beside(self, name: str) -> Path:
        """Return a path beside the data folder, for what is about it but not in it."""
        return self.data.with_name(f"{self.data.name}.{name}")

    def _end_of_log(self) -> str:
        """Return the last lines of the server's log."""
        lines = self.log.read_text(errors="replace").splitlines() if self.log.exists() else []
        return "\n".join(lines[-8:])


_ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C.UTF-8"}


def _lock(path: Path, how: int) -> int | None:
    """Open a lock file and lock it; None when LOCK_NB is asked and another process holds it."""
    held = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(held, how)
    except BlockingIOError:
        os.close(held)
        return None
    return held
