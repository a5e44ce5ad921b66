"""Several people at once: every line gets the place after the one before it, and the check raises no false alarm."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.db import connection, transaction

from tests.audit.tampering import look
from tests.cast import Cast
from vlechtwerk.audit.checking import check

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS, LINES = 8, 40
FILES = [UUID(int=number) for number in (1, 2, 65)]
"""Three files in two chains."""


def writing(cast: Cast, number: int) -> int:
    """Look at the files in turn; every fifth time the transaction fails after the line was added. Say how many stay."""
    stayed = 0
    try:
        for turn in range(LINES):
            with transaction.atomic():
                look(cast, FILES[(number + turn) % len(FILES)], 1)
                failing = turn % 5 == number % 5
                transaction.set_rollback(failing)
            stayed += not failing
    finally:
        connection.close()
    return stayed


def test_eight_people_at_once_leave_a_record_that_is_right_at_every_moment(cast: Cast) -> None:
    with ThreadPoolExecutor(WRITERS) as pool:
        work = [pool.submit(writing, cast, number) for number in range(WRITERS)]
        meanwhile = [check().findings for _ in range(5)]
        stayed = sum(one.result() for one in work)
    assert meanwhile == [[]] * 5
    last = check()
    assert (last.lines, last.findings) == (stayed, [])
