"""The connection to the database; Django looks for a module of this name."""

from typing import Any

from django.db.backends.postgresql import base

from vlechtwerk.sharing.guard import Identity, refuse_when_nobody_acts


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that knows who acts, and refuses confidential tables while nobody does."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin without anybody."""
        super().__init__(*args, **kwargs)
        self.identity: Identity | None = None
        self.execute_wrappers.append(refuse_when_nobody_acts)
