"""Lines from before there were chains are linked when the tables are brought up to date, and none is lost."""

from uuid import UUID

import pytest
from django.core.management import call_command
from django.db import connection

from tests.audit.tampering import FIRST, look
from tests.cast import Cast
from vlechtwerk.audit.chain import NOTHING
from vlechtwerk.audit.checking import check
from vlechtwerk.audit.models import Entry
from vlechtwerk.config.migrations import as_owner

EARLIER = "INSERT INTO audit_entry (id, verb, file_id, rules) VALUES (%s, 'file_opened', %s, '{AT-031}')"


@pytest.mark.django_db(transaction=True)
def test_earlier_lines_are_linked_in_their_order_and_later_ones_follow(cast: Cast) -> None:
    with as_owner():
        call_command("migrate", "audit", "0001", verbosity=0)
        with connection.cursor() as cursor:
            cursor.executemany(EARLIER, [(UUID(int=number), FIRST) for number in (3, 1, 2)])
        call_command("migrate", verbosity=0)
    look(cast, FIRST, 1)
    assert list(Entry.objects.order_by("pos").values_list("id", "pos"))[:3] == [(UUID(int=n), n) for n in (1, 2, 3)]
    assert bytes(Entry.objects.get(pos=1).prev) == NOTHING
    assert (check().lines, check().findings) == (4, [])
