"""Whoever has all rights on the database cannot change the record without the check saying so."""

from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.audit.tampering import CHANGES, FIRST, LIE, MOVE, REWRITE, SECOND, as_superuser, look
from tests.cast import Cast
from vlechtwerk.audit.actions import Access, AccountOnly, note
from vlechtwerk.audit.anchors import Anchored, read, signed
from vlechtwerk.audit.chain import Finding, Wrong
from vlechtwerk.audit.checking import check, heads, still_there
from vlechtwerk.audit.models import Verb
from vlechtwerk.rules.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))


@pytest.fixture
def anchor(cast: Cast) -> str:
    """Six lines about one file and three about another, an anchor, and two more lines about the first."""
    look(cast, FIRST, 6)
    look(cast, SECOND, 3)
    line = signed(heads(), NOON, [], KEY)
    look(cast, FIRST, 2)
    return line


def found(anchored: Anchored) -> list[Finding]:
    """What the check says, with these anchors."""
    return anchored.findings + check(anchored.places).findings


def test_a_record_that_nobody_touched_is_right(anchor: str) -> None:
    assert found(read([anchor], KEY.public_key())) == []
    assert check().lines == 11


def test_every_kind_of_line_has_the_same_digest_in_the_database_and_in_the_check(cast: Cast) -> None:
    position = cast[Role.WORK_CASE_MANAGER]
    note(Verb.SIGNED_IN, by=AccountOnly(position.account_id))
    note(Verb.POSITION_CHOSEN, by=position)
    note(Verb.EVENT_RECORDED, by=position, file_id=FIRST, rules=["AT-059", "AT-031"])
    note(Verb.FILES_LISTED, by=position, access=Access(shown=(SECOND, FIRST)))
    note(Verb.FILES_LISTED, by=position, access=Access('\u00e9\u2028"\\\u007f\t\U0001f600', shown=()))
    assert (check().lines, check().findings) == (5, [])


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_done_to_the_record_is_found(anchor: str, change: str) -> None:
    statements, wrong = CHANGES[change]
    as_superuser(statements)
    assert {one.wrong for one in found(read([anchor], KEY.public_key()))} == wrong
    as_superuser(["ALTER TABLE audit_entry ENABLE TRIGGER ALL"])


def test_an_anchor_that_was_forged_with_the_record_is_found(anchor: str) -> None:
    as_superuser([LIE, REWRITE])
    forged = signed(heads(), NOON, [], OTHER_KEY)
    assert {one.wrong for one in found(read([forged], KEY.public_key()))} == {Wrong.ANCHOR_UNSIGNED}


def test_these_are_twelve_attacks() -> None:
    assert len(CHANGES) + len(["an anchor is forged"]) == 12


def test_an_end_that_was_cut_off_after_the_last_anchor_is_found_by_the_head(anchor: str) -> None:
    as_superuser(["DELETE FROM audit_entry WHERE shard = 1 AND pos = 8"])
    assert found(read([anchor], KEY.public_key())) == [Finding(Wrong.HEAD, 1, 7)]


def test_a_line_that_was_moved_to_another_file_is_found(anchor: str) -> None:
    as_superuser([MOVE, REWRITE])
    assert found(read([anchor], KEY.public_key())) == [Finding(Wrong.ASTRAY, 1, 8)]


def test_what_was_anchored_can_be_looked_up_without_reading_everything(anchor: str) -> None:
    places = read([anchor], KEY.public_key()).latest
    assert still_there(places) == []
    as_superuser([LIE, REWRITE])
    assert still_there(places) == [Finding(Wrong.ANCHOR_OTHER, 1, 6)]
