"""How many parts of files are open to one position: more than a person can work with makes every statement slow.

The second wall compares every row with the list of open parts, which takes longer the more there are. Who needs more than
this works with numbers and not with files.
"""

import logging
from functools import lru_cache
from uuid import UUID

from django.db import connection
from django.utils import timezone

from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing.guard import Identity
from vlechtwerk.sharing.policy import Kind

LOG = logging.getLogger(__name__)
MANY, MOST = 1_000, 2_000
"""From how many parts on it is told in the log, and how many may be open to somebody who opens a file."""
# Telling how many files somebody takes part in costs a tenth of telling which parts of them are open, and nearly everybody
# takes part in too few: a file opens one part of each kind, and only to the client those of several care organisations.
OPEN = """
SELECT CASE
    WHEN (SELECT count(*) FROM (
        SELECT FROM sharing_involvement WHERE position_id = %(position)s LIMIT %(files)s
    ) taking_part) < %(files)s THEN 0
    ELSE (SELECT count(*) FROM (SELECT readable_compartments() LIMIT %(parts)s) opened)
END
"""


def opens_too_much(position: Position) -> bool:
    """Whether more parts are open to whoever acts than one person can work with.

    It is asked when somebody opens a confidential file. The parts are counted only for who takes part in so many files that it
    can be too much, and no further than needed.
    """
    told: dict[str, UUID | int] = {"position": position.pk, "files": min(MANY, MOST) // len(Kind), "parts": MOST + 1}
    with connection.cursor() as cursor:
        cursor.execute(OPEN, told)
        found: int = cursor.fetchone()[0]
    if found >= MANY:
        _tell(Identity(position.pk, timezone.localdate()), position.role)
    return found > MOST


@lru_cache(maxsize=1_024)
def _tell(identity: Identity, role: str) -> None:
    """Write it in the log, without whom it is about; once a day for each position in each process."""
    LOG.warning("%d parts of files or more are open to a position with role %s; at most %d can be", MANY, role, MOST)
