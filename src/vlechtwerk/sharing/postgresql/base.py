"""The connection to the database; Django looks for a module of this name."""

import time
from collections.abc import Sequence
from typing import Any

import psycopg
from django.db.backends.postgresql import base

from vlechtwerk.sharing.guard import Identity, refuse_when_nobody_acts

# The time since the machine was started, with the time that it slept where the system counts that.
_CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that knows who acts, and refuses confidential tables while nobody does."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin without anybody."""
        super().__init__(*args, **kwargs)
        self.identity: Identity | None = None
        self._ahead = 0.0
        self.execute_wrappers.append(refuse_when_nobody_acts)

    def init_connection_state(self) -> None:
        """Look at the clock of the database once for each connection: that of the program may differ from it."""
        super().init_connection_state()
        (moment,) = self.connection.execute("SELECT extract(epoch FROM clock_timestamp())::float8").fetchone()
        self._ahead = moment - time.clock_gettime(_CLOCK)

    def now(self) -> float:
        """The moment by the clock of the database, in seconds since 1970."""
        self.ensure_connection()
        return self._ahead + time.clock_gettime(_CLOCK)

    def tell(self, statement: str, values: Sequence[str]) -> None:
        """Run a statement of which the values do not become part of its text.

        The text of a running statement can be read by every other session of the same role, and stands in logs.
        """
        self.ensure_connection()
        self.validate_no_broken_transaction()
        begun = time.perf_counter()
        with self.wrap_database_errors:
            psycopg.Cursor(self.connection).execute(statement, values)
        if self.queries_logged:
            # Who counts statements counts this one too.
            self.queries_log.append({"sql": statement, "time": f"{time.perf_counter() - begun:.3f}"})
