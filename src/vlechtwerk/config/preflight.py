"""What is looked at before a start: whether database and keys are fit for the program, and what to do when they are not."""

from django.conf import settings
from django.db import Error, OperationalError, connection

from vlechtwerk.config import database
from vlechtwerk.config.environment import ConfigurationError
from vlechtwerk.config.programs import OLDEST_MAJOR

UNBOUNDED_ROLE = (
    "The database role of the program is a superuser or passes row-level security, so one of the two walls around "
    "confidential data is missing. Use a role without these rights (see docs/operate/database.md)."
)
OWNS_TABLES = (
    "The database role of the program owns the tables, or may act as their owner: it could take the second wall away, read the "
    "keys with which the program proves who acts, and write in the record. Give the program a role of its own and the "
    "address of the owner to migrations only (see docs/operate/database.md)."
)
WRITES_RECORD = (
    "The database role of the program may write in the record of reads and writes itself, because it was given too much. Give "
    "the program a role of its own (see docs/operate/record.md)."
)
NO_LIMITS = (
    "Statements of the program may take for ever, because the limits do not reach the server. Behind a pooler they belong on the "
    "role (see docs/operate/database.md)."
)
READ_BY_OTHERS = 0o007
KEYS_FOR_EVERYBODY = (
    "Everybody on this machine may read the file with the deployment keys. Let only the user of the program read it "
    "(see docs/operate/keys.md)."
)
OPEN_ON_THE_WAY = (
    "The database is on another machine, and nothing tells that what goes there is encrypted and that the right server answers. "
    "Put sslmode=verify-full in its address, with sslrootcert when the certificate is your own (see docs/operate/database.md)."
)
LASTS_TOO_LONG = (
    "The program proves who it is to the database with a password that lasts. Give it a certificate of its own that expires: "
    "sslcert and sslkey in its address (see docs/operate/database.md)."
)
NEVER_ON_REAL_DATA = frozenset({UNBOUNDED_ROLE, OWNS_TABLES, WRITES_RECORD, OPEN_ON_THE_WAY})
"""What is a warning in a trial, and elsewhere a reason not to start."""

_RIGHTS = """
SELECT rolsuper OR rolbypassrls,
       EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
               AND pg_has_role(current_user, relowner, 'MEMBER')),
       coalesce(has_table_privilege(to_regclass('public.audit_head'), 'INSERT'), false),
       '0' IN (current_setting('statement_timeout'), current_setting('lock_timeout'),
               current_setting('idle_in_transaction_session_timeout'))
FROM pg_roles WHERE rolname = current_user
"""


def check() -> list[str]:
    """Look at the server and at the role of the program; return warnings.

    Raises ConfigurationError when the server cannot be reached, is too old, or runs with other libraries than its own, and
    outside a trial when the role of the program has rights that take a wall away.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('server_version_num')::int, current_setting('server_version')")
            number, version = cursor.fetchone()
            if number < OLDEST_MAJOR * 10_000:
                raise ConfigurationError(
                    f"PostgreSQL {version} is too old; this program needs {OLDEST_MAJOR} or later."
                )
            cursor.execute(_RIGHTS)
            unbounded, owns, writes_record, unlimited = cursor.fetchone()
    except OperationalError as error:
        raise ConfigurationError(f"The database cannot be reached: {str(error).strip()}") from None
    _libraries_match(version)
    found = {
        UNBOUNDED_ROLE: unbounded,
        OWNS_TABLES: owns and not unbounded,
        WRITES_RECORD: writes_record and not owns and not unbounded,
        NO_LIMITS: unlimited,
        OPEN_ON_THE_WAY: database.app_access().is_open_on_the_way,
        LASTS_TOO_LONG: database.app_access().rests_on_a_password,
        KEYS_FOR_EVERYBODY: bool(settings.KEYS_FILE.stat().st_mode & READ_BY_OTHERS),
    }
    return _permitted([text for text, holds in found.items() if holds])


def check_way_of_owner() -> list[str]:
    """The warnings about how migrations reach the server: a key of the program goes with them.

    Raises ConfigurationError outside a trial when that goes over a network in the open.
    """
    return _permitted([OPEN_ON_THE_WAY] if database.owner_access().is_open_on_the_way else [])


def _permitted(warnings: list[str]) -> list[str]:
    """The warnings, when a start is possible with them. Raises ConfigurationError when it is not."""
    if refused := NEVER_ON_REAL_DATA.intersection(warnings) if not settings.TRIAL else None:
        raise ConfigurationError(" ".join(sorted(refused)))
    return warnings


def _libraries_match(version: str) -> None:
    """Load a library of the server in this new session: it fails when its packages were upgraded under a running server.

    Raises ConfigurationError then. Sessions from before the upgrade go on working, which makes the fault hard to see.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("DO $$ BEGIN NULL; END $$")
    except Error as error:
        raise ConfigurationError(
            f"The server runs PostgreSQL {version}, but its libraries on disk are of another minor version "
            f"({str(error).strip().splitlines()[0]}). Restart the database server, then start again."
        ) from None
