"""A PgBouncer of one's own before the server of the tests: transaction mode, and one connection to the server for everybody."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import connection

from tests.house.source import CHECKOUT
from vlechtwerk.config import cluster, database, environment
from vlechtwerk.config.host_user import HostUser, open_the_way
from vlechtwerk.config.migrations import acting_as

PROGRAMS = ("pgbouncer", "/usr/sbin/pgbouncer")
CONFIGURATION = """
[databases]
* = host={server} port={server_port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = trust
auth_file = {folder}/users
pool_mode = transaction
default_pool_size = 1
reserve_pool_size = 0
server_reset_query_always = 0
ignore_startup_parameters = extra_float_digits
logfile = {folder}/log
"""


@contextmanager
def behind_pooler() -> Iterator[dict[str, Any]]:
    """Let the program use the database through a pooler while the block runs; gives how it reaches the database then."""
    folder = CHECKOUT / ".data" / f"pooler {uuid4().hex[:8]}"
    folder.mkdir(parents=True)
    port = _free_port()
    process = _started(folder, port)
    try:
        _wait(port, folder)
        access = {**settings.DATABASES["default"], "HOST": "127.0.0.1", "PORT": str(port), "OPTIONS": {}}
        cursors = connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS")
        connection.settings_dict["DISABLE_SERVER_SIDE_CURSORS"] = True
        with acting_as(access):
            yield access
        connection.settings_dict["DISABLE_SERVER_SIDE_CURSORS"] = cursors
    finally:
        process.terminate()
        process.wait(10)
        shutil.rmtree(folder)


def _started(folder: Path, port: int) -> subprocess.Popen[bytes]:
    """Start it as the user of the database server, who alone may open its socket."""
    program = next((found for one in PROGRAMS if (found := shutil.which(one))), None)
    assert program, "PgBouncer is missing; make it come with: python3 scripts/bootstrap.py --pooler"
    reached = database.app_access()
    told = CONFIGURATION.format(server=reached.host, server_port=reached.port, folder=folder, port=port)
    (folder / "settings").write_text(told)
    (folder / "users").write_text(f'"{cluster.APP_ROLE}" ""\n"{cluster.OWNER_ROLE}" ""\n')
    user = HostUser.for_server(environment.data_folder() / "postgres")
    open_the_way(folder / "settings", user)
    user.own(folder)
    return subprocess.Popen(
        [program, "--quiet", str(folder / "settings")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        **user.identity(),
    )  # fmt: skip


def _wait(port: int, folder: Path) -> None:
    """Wait until it takes connections."""
    end = time.monotonic() + 20
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            log = folder / "log"
            assert time.monotonic() < end, log.read_text() if log.exists() else "PgBouncer does not start"
            time.sleep(0.02)


def _free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port
