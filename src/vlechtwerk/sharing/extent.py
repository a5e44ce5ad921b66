"""How many parts of files are open to one position: more than a person can work with makes every statement slow.

The second wall compares every row with the list of open parts, which takes longer the more there are. Who needs more than
this works with numbers and not with files.
"""

import logging
from functools import lru_cache

from django.db import connection
from django.utils import timezone

from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing.guard import Identity

LOG = logging.getLogger(__name__)
MANY, MOST = 1_000, 2_000
"""From how many parts on it is told in the log, and how many may be open to somebody who opens a file."""


def opens_too_much(position: Position) -> bool:
    """Whether more parts are open to whoever acts than one person can work with.

    It is counted when somebody opens a confidential file, and no further than needed: that takes less than a tenth of
    a millisecond for a caseload.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM (SELECT readable_compartments() LIMIT %s) parts", [MOST + 1])
        found: int = cursor.fetchone()[0]
    if found >= MANY:
        _tell(Identity(position.pk, timezone.localdate()), position.role)
    return found > MOST


@lru_cache(maxsize=1_024)
def _tell(identity: Identity, role: str) -> None:
    """Write it in the log, without whom it is about; once a day for each position in each process."""
    LOG.warning("%d parts of files or more are open to a position with role %s; at most %d can be", MANY, role, MOST)
