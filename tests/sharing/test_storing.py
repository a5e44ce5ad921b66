"""A new row is stored as it was made, and nothing is read back until somebody asks for it."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import File, Signal
from vlechtwerk.sharing.storing import store


@pytest.fixture
def file(cast: Cast) -> File:
    """A file of somebody."""
    file: File = cast.open().file
    return file


def test_a_row_is_stored_as_it_was_made(cast: Cast, file: File) -> None:
    made = Signal(
        file=file, kind="plan", capacities=["client", "care_case_manager"], handled_by=cast[Role.CARE_CASE_MANAGER]
    )
    store(made)
    stored = Signal.objects.get(pk=made.pk)
    assert (stored.file_id, stored.kind, stored.due_on) == (file.pk, "plan", None)
    assert (stored.capacities, stored.handled_by_id) == (
        ["client", "care_case_manager"],
        cast[Role.CARE_CASE_MANAGER].pk,
    )


def test_what_the_database_fills_in_is_looked_up_when_somebody_asks_for_it(file: File) -> None:
    made = Signal(file=file, kind="plan", capacities=["client"])
    with CaptureQueriesContext(connection) as storing:
        store(made)
    with CaptureQueriesContext(connection) as asking:
        moment = made.made_at
    assert (len(storing), len(asking)) == (1, 1)
    assert moment == Signal.objects.get(pk=made.pk).made_at


def test_a_moment_that_was_told_is_kept(file: File) -> None:
    moment = datetime(2026, 2, 19, 12, tzinfo=UTC)
    made = Signal(file=file, kind="plan", capacities=[], made_at=moment)
    store(made)
    assert made.made_at == Signal.objects.get(pk=made.pk).made_at == moment


def test_what_is_stored_can_be_changed_afterwards(cast: Cast, file: File) -> None:
    made = Signal(file=file, kind="plan", capacities=["client"])
    store(made)
    made.handled_by = cast[Role.CARE_CASE_MANAGER]
    made.save(update_fields=["handled_by"])
    assert Signal.objects.get(pk=made.pk).handled_by_id == cast[Role.CARE_CASE_MANAGER].pk
