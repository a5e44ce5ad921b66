"""What is looked at before a start: whether database and keys are fit for the program, and what to do when they are not."""

from django.conf import settings
from django.db import Error, OperationalError, connection

from vlechtwerk.config.environment import ConfigurationError
from vlechtwerk.config.programs import OLDEST_MAJOR


def check() -> list[str]:
    """Look at the server and at the role of the program; return warnings.

    Raises ConfigurationError when the server cannot be reached, is too old, or runs with other libraries than its own.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('server_version_num')::int, current_setting('server_version')")
            number, version = cursor.fetchone()
            if number < OLDEST_MAJOR * 10_000:
                raise ConfigurationError(
                    f"PostgreSQL {version} is too old; this program needs {OLDEST_MAJOR} or later."
                )
            cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
            unbounded = any(cursor.fetchone())
            cursor.execute("SELECT has_table_privilege(to_regclass('public.audit_head'), 'INSERT')")
            writes_record = bool(cursor.fetchone()[0])
    except OperationalError as error:
        raise ConfigurationError(f"The database cannot be reached: {str(error).strip()}") from None
    _libraries_match(version)
    warnings = {
        UNBOUNDED_ROLE: unbounded,
        WRITES_RECORD: writes_record and not unbounded,
        KEYS_FOR_EVERYBODY: bool(settings.KEYS_FILE.stat().st_mode & READ_BY_OTHERS),
    }
    return [text for text, holds in warnings.items() if holds]


UNBOUNDED_ROLE = (
    "The database role of the program is a superuser or passes row-level security, so one of the two walls around "
    "confidential data is missing. Use a role without these rights (see docs/operate/database.md)."
)
WRITES_RECORD = (
    "The database role of the program may write in the record of reads and writes itself, because it owns the tables or was "
    "given too much. Give the program a role of its own (see docs/operate/record.md)."
)

READ_BY_OTHERS = 0o007
KEYS_FOR_EVERYBODY = (
    "Everybody on this machine may read the file with the deployment keys. Let only the user of the program read it "
    "(see docs/operate/keys.md)."
)


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
