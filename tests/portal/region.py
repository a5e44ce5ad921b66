"""The fictional region on 22 November 2026, with the clients who sign in."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.db import connection
from zeal import zeal_ignore

from vlechtwerk.config.migrations import as_owner
from vlechtwerk.demo.load import load_region
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role

TODAY = date(2026, 11, 22)


@pytest.fixture
def clients(transactional_db: None) -> Iterator[list[Position]]:
    """The clients of the region, in a database that knows how much stands in its tables, as a running one does."""
    with time_machine.travel("2026-11-22T10:00:00+01:00", tick=True):
        with zeal_ignore():
            load_region(TODAY)
        with as_owner(), connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        yield list(Position.objects.filter(role=Role.CLIENT).select_related("account").order_by("pk"))
