"""An anchor file proves where the chains were, and that none of its anchors is missing."""

from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from vlechtwerk.audit.anchors import NoSuchKey, private_key, public_key, read, signed
from vlechtwerk.audit.chain import SHARDS, START, Finding, Place, Wrong

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
HEADS = {1: Place(6, bytes(range(32))), 63: Place(1, bytes(32))}


def three() -> list[str]:
    """Three anchors, one after the other."""
    lines: list[str] = []
    for _ in range(3):
        lines.append(signed(HEADS, NOON, lines, KEY))
    return lines


def test_what_is_anchored_is_read_back() -> None:
    anchored = read(three(), KEY.public_key())
    assert (anchored.count, anchored.findings, len(anchored.places)) == (3, [], 3 * SHARDS)
    assert dict(anchored.latest) == {shard: HEADS.get(shard, START) for shard in range(SHARDS)}


def test_an_anchor_that_was_left_out_is_missed() -> None:
    first, _second, third = three()
    assert read([first, third], KEY.public_key()).findings == [Finding(Wrong.ANCHOR_LINK, "", 2)]


@pytest.mark.parametrize("place", ["first", "last"])
def test_an_anchor_that_was_changed_says_nothing(place: str) -> None:
    lines = three()
    number = 0 if place == "first" else 2
    lines[number] = lines[number].replace("[6,", "[5,")
    anchored = read(lines, KEY.public_key())
    assert Finding(Wrong.ANCHOR_UNSIGNED, "", number + 1) in anchored.findings
    assert anchored.count == 2


@pytest.mark.parametrize("line", ["", "no JSON", "[]", "{}", '{"signature": 1}', '{"signature": "zz"}'])
def test_what_is_no_anchor_is_told(line: str) -> None:
    assert read([line], KEY.public_key()).findings == [Finding(Wrong.ANCHOR_UNSIGNED, "", 1)]


def test_keys_are_read_from_files_in_pem() -> None:
    private = KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    assert private_key(private).public_key() == public_key(public) == KEY.public_key()


def test_a_key_of_another_kind_is_refused() -> None:
    other = generate_private_key(SECP256R1()).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    for pem in (other, b"nothing"):
        with pytest.raises(NoSuchKey):
            private_key(pem)
