"""Anchors: the ends of all chains at one moment, signed, to be kept where nobody who runs the database can reach them.

A chain proves that nothing in it was changed, as long as nobody writes all of it anew. An anchor that was sent elsewhere
proves which lines were there at that moment. An anchor file has one anchor a line (JSON); each names the digest of the
line before it, so that none can be left out, and is signed with Ed25519.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key

from vlechtwerk.audit.chain import SHARDS, START, Finding, Place, Wrong

ANOTHER_KIND = "this is a key of another kind than Ed25519"


class NoSuchKey(ValueError):
    """What was given is no Ed25519 key in PEM."""


@dataclass(slots=True)
class Anchored:
    """What the anchors of a file say: the places, how many anchors hold, and what is wrong with the others."""

    places: list[tuple[int, Place]] = field(default_factory=list)
    latest: list[tuple[int, Place]] = field(default_factory=list)
    count: int = 0
    findings: list[Finding] = field(default_factory=list)


def private_key(pem: bytes) -> Ed25519PrivateKey:
    """The key that signs. Raises NoSuchKey."""
    key = _loaded(lambda: load_pem_private_key(pem, None))
    if not isinstance(key, Ed25519PrivateKey):
        raise NoSuchKey(ANOTHER_KIND)
    return key


def public_key(pem: bytes) -> Ed25519PublicKey:
    """The key that checks signatures. Raises NoSuchKey."""
    key = _loaded(lambda: load_pem_public_key(pem))
    if not isinstance(key, Ed25519PublicKey):
        raise NoSuchKey(ANOTHER_KIND)
    return key


def signed(heads: Mapping[int, Place], at: datetime, before: Sequence[str], key: Ed25519PrivateKey) -> str:
    """One more line for an anchor file that has the lines `before`."""
    told = {
        "number": len(before) + 1,
        "at": at.astimezone(UTC).isoformat(timespec="seconds"),
        "after": _digest_of(before[-1]) if before else "",
        "heads": [[place.pos, place.hash.hex()] for place in (heads.get(one, START) for one in range(SHARDS))],
    }
    return _text({**told, "signature": key.sign(_text(told).encode()).hex()})


def read(lines: Iterable[str], key: Ed25519PublicKey) -> Anchored:
    """What the lines of an anchor file say. An anchor whose signature does not hold says nothing."""
    anchored, before = Anchored(), ""
    for number, line in enumerate(lines, start=1):
        told = _told(line, key)
        if told is None:
            anchored.findings.append(Finding(Wrong.ANCHOR_UNSIGNED, "", number))
        else:
            if (told["number"], told["after"]) != (number, before):
                anchored.findings.append(Finding(Wrong.ANCHOR_LINK, "", number))
            anchored.latest = list(_places(told))
            anchored.places += anchored.latest
            anchored.count += 1
        before = _digest_of(line)
    return anchored


def _told(line: str, key: Ed25519PublicKey) -> dict[str, Any] | None:
    """What a line tells, when it is an anchor that was signed with this key."""
    try:
        told: dict[str, Any] = json.loads(line)
        signature = bytes.fromhex(told.pop("signature"))
        key.verify(signature, _text(told).encode())
    except (ValueError, TypeError, KeyError, AttributeError, InvalidSignature):
        return None
    return told


def _places(told: Mapping[str, Any]) -> Iterator[tuple[int, Place]]:
    """The ends of the chains in an anchor."""
    for shard, (pos, digest) in enumerate(told["heads"]):
        yield shard, Place(pos, bytes.fromhex(digest))


def _text(told: Mapping[str, Any]) -> str:
    """The one way to write an anchor down."""
    return json.dumps(told, sort_keys=True, separators=(",", ":"))


def _digest_of(line: str) -> str:
    """The digest by which the next anchor names a line."""
    return hashlib.sha256(line.encode()).hexdigest()


def _loaded(load: Callable[[], object]) -> object:
    """A key of any kind. Raises NoSuchKey for what is no key."""
    try:
        return load()
    except (ValueError, TypeError, UnsupportedAlgorithm) as wrong:
        raise NoSuchKey("this is no key in PEM without a password") from wrong
