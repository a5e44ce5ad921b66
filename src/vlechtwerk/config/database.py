"""Which database the program works on, and as whom.

``DATABASE_URL`` names a server of one's own; without it the program keeps an embedded server under the data folder.
There are two roles, as in every deployment: the owner of the tables, for migrations only, and the role of the
program, which can read and write rows but cannot change tables or pass row-level security.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from vlechtwerk.config import cluster, environment, postmaster, programs
from vlechtwerk.config.cluster import Cluster
from vlechtwerk.config.environment import ConfigurationError

# A page that needs longer than this has gone wrong; a migration may take its time but never waits long for a lock,
# because everybody else would wait behind it. A page is answered on one core: starting helpers for it, or translating it
# to the language of the machine, takes longer than most statements, and the other cores have visitors of their own.
APP_LIMITS = (
    "-c statement_timeout=10000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000 "
    "-c max_parallel_workers_per_gather=0 -c jit=off"
)
OWNER_LIMITS = "-c lock_timeout=5000"


THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Access:
    """How one role reaches the database."""

    host: str
    name: str
    user: str
    password: str = ""
    port: str = ""
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def is_remote(self) -> bool:
        """Whether it goes over a network, to another machine."""
        places = {self.host, self.options.get("hostaddr", "")} - {""}
        return any(not one.startswith("/") and one not in THIS_MACHINE for place in places for one in place.split(","))

    @property
    def is_open_on_the_way(self) -> bool:
        """Whether it goes over a network without TLS that checks by its name and certificate which server answers."""
        return self.is_remote and self.options.get("sslmode", os.environ.get("PGSSLMODE")) != "verify-full"

    @property
    def rests_on_a_password(self) -> bool:
        """Whether the program proves who it is to another machine with a lasting password, and not with a certificate."""
        return self.is_remote and not self.options.get("sslcert", os.environ.get("PGSSLCERT"))

    def django(self, limits: str) -> dict[str, Any]:
        """Return this access in the words of Django's DATABASES, with the limits of its connections."""
        given = self.options.get("options", "")
        pooled = environment.switch("VLECHTWERK_POOLED")
        # A pooler takes no options of a session, which it would share between clients: the limits stand on the role then.
        chosen = {"options": f"{limits} {given}".strip()} if not pooled else {}
        return {
            "ENGINE": "vlechtwerk.sharing.postgresql",
            "NAME": self.name,
            "USER": self.user,
            "PASSWORD": self.password,
            "HOST": self.host,
            "PORT": self.port,
            "CONN_MAX_AGE": 600,
            "CONN_HEALTH_CHECKS": True,
            # A cursor of the server lives in one transaction behind a pooler, and would be looked for in another one.
            "DISABLE_SERVER_SIDE_CURSORS": pooled,
            "OPTIONS": {**self.options, **chosen},
        }


def app_access() -> Access:
    """Return how the web and the commands reach the database.

    Raises ConfigurationError when DATABASE_URL is not an address of a PostgreSQL database.
    """
    return _from_url("DATABASE_URL") or _embedded(cluster.APP_ROLE)


def owner_access() -> Access:
    """Return how migrations reach the database: as the owner of the tables.

    With DATABASE_URL that is VLECHTWERK_OWNER_DATABASE_URL, or else the same address.
    """
    if is_embedded():
        return _embedded(cluster.OWNER_ROLE)
    return _from_url("VLECHTWERK_OWNER_DATABASE_URL") or app_access()


def superuser_access() -> Access:
    """Return how the tests empty append-only tables of the embedded server, which the two roles cannot."""
    return _embedded(cluster.SUPERUSER)


def is_embedded() -> bool:
    """Whether the program keeps its own server because no DATABASE_URL is set."""
    return not os.environ.get("DATABASE_URL")


def own_cluster(*, for_tests: bool = False) -> Cluster:
    """Return the embedded server of this data folder; raises ConfigurationError without server programs."""
    return Cluster(programs.server_programs(), _data(), for_tests=for_tests)


@contextmanager
def attached() -> Iterator[Cluster | None]:
    """Use the database for as long as the block runs: the embedded server is started before and stopped after it.

    Gives the embedded server, which may still be starting (``wait`` for it), or None with DATABASE_URL.
    """
    if not is_embedded():
        yield None
        return
    server = own_cluster()
    try:
        server.attach()
        yield server
    finally:
        server.release()


def _data() -> Any:
    """Return the data folder of the embedded server."""
    return environment.data_folder() / "postgres"


def _embedded(role: str) -> Access:
    """Return the access of a role to the embedded server; the socket is the guard, so there are no passwords."""
    return Access(host=str(postmaster.socket_folder(_data())), port=str(cluster.PORT), name=cluster.DATABASE, user=role)


def _from_url(variable: str) -> Access | None:
    """Read an address such as postgresql://user:secret@host:5432/name?sslmode=require; None when it is not set."""
    address = os.environ.get(variable, "")
    if not address:
        return None
    try:
        parts = {key: str(value) for key, value in conninfo_to_dict(address).items()}
        name = parts.pop("dbname")
    except (ProgrammingError, KeyError):
        # The address itself is not shown: it may hold a password.
        raise ConfigurationError(f"{variable} is no PostgreSQL address such as postgresql://user@host/name.") from None
    return Access(
        host=parts.pop("host", ""), port=parts.pop("port", ""), name=name,
        user=parts.pop("user", ""), password=parts.pop("password", ""), options=dict(parts),
    )  # fmt: skip
