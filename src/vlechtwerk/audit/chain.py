"""The chains of the record: the digest of a line, and what is wrong with a chain. No database.

A line carries the digest of the line before it. Whoever changes, removes, adds or moves a line in the middle breaks the
chain; whoever cuts off its end or writes all of it anew is found out by an anchor (see `anchors`).
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

SHARDS = 64
NOTHING = bytes(32)
"""What stands for the digest of the line before the first one."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Line = Mapping[str, Any]


class Place(NamedTuple):
    """Where a chain is: the place of a line and its digest."""

    pos: int
    hash: bytes


START = Place(0, NOTHING)


class Wrong(StrEnum):
    """What can be wrong with the record."""

    CHANGED = "line {pos} of chain {shard} is not as it was written"
    BROKEN = "line {pos} of chain {shard} does not follow from the line before it"
    GAP = "before line {pos} of chain {shard} lines are missing or doubled"
    ASTRAY = "line {pos} of chain {shard} belongs to another chain"
    HEAD = "chain {shard} ends at line {pos}, which is not where its head says"
    HEADLESS = "chain {shard} has lines up to {pos} and no head"
    ANCHOR_GONE = "line {pos} of chain {shard} was anchored and is no longer there"
    ANCHOR_OTHER = "line {pos} of chain {shard} is another line than the one that was anchored"
    ANCHOR_UNSIGNED = "anchor {pos} is not signed with the key of this record"
    ANCHOR_LINK = "anchor {pos} does not follow from the anchor before it"
    UNGUARDED = "table {shard} is no longer kept from change by its trigger"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong, and where."""

    wrong: Wrong
    shard: int | str
    pos: int

    def __str__(self) -> str:
        return self.wrong.value.format(shard=self.shard, pos=self.pos)


def shard_of(line: Line) -> int:
    """The chain that a line belongs to: that of its file, else of its account."""
    subject: UUID = line["file_id"] or line["account_id"] or line["id"]
    return subject.bytes[15] % SHARDS


def digest(line: Line) -> bytes:
    """The digest of a line with that of the line before it: SHA-256 over everything that it tells."""
    told = {name: _plain(value) for name, value in line.items() if value is not None and name not in ("prev", "hash")}
    ordered = dict(sorted(told.items(), key=lambda item: (len(item[0]), item[0])))
    return hashlib.sha256(bytes(line["prev"]) + json.dumps(ordered, ensure_ascii=False).encode()).digest()


def faults(lines: Iterable[Line], heads: Mapping[int, Place], watched: "Watched") -> Iterator[Finding]:
    """What is wrong with the record: its lines in order of chain and place, and the heads. `watched` gets every line."""
    last: dict[int, Place] = {}
    for line in lines:
        shard, here = line["shard"], Place(line["pos"], bytes(line["hash"]))
        yield from _faults_of(line, last.get(shard, START))
        watched.see(shard, here)
        last[shard] = here
    for shard in sorted(last.keys() | heads.keys()):
        end, head = last.get(shard, START), heads.get(shard)
        if head != end:
            yield Finding(Wrong.HEADLESS if head is None else Wrong.HEAD, shard, end.pos)


class Watched:
    """The places that were anchored: each has to come by with the digest of then. `lines` counts what came by."""

    def __init__(self, places: Iterable[tuple[int, Place]] = ()) -> None:
        """Keep what to look for: chains with the place that was anchored. Every chain has its start."""
        self.lines = 0
        self._other: list[Finding] = []
        self._wanted: dict[tuple[int, int], set[bytes]] = {}
        for shard, place in places:
            if place != START:
                self._wanted.setdefault((shard, place.pos), set()).add(place.hash)

    def see(self, shard: int, place: Place) -> None:
        """A line came by."""
        self.lines += 1
        wanted = self._wanted.pop((shard, place.pos), None)
        if wanted is not None and wanted != {place.hash}:
            self._other.append(Finding(Wrong.ANCHOR_OTHER, shard, place.pos))

    def findings(self) -> list[Finding]:
        """What did not come by, or came by as another line."""
        gone = [Finding(Wrong.ANCHOR_GONE, shard, pos) for shard, pos in sorted(self._wanted)]
        return self._other + gone


def _faults_of(line: Line, before: Place) -> Iterator[Finding]:
    """What is wrong with one line after another."""
    shard, pos = line["shard"], line["pos"]
    if pos != before.pos + 1:
        yield Finding(Wrong.GAP, shard, pos)
    elif bytes(line["prev"]) != before.hash:
        yield Finding(Wrong.BROKEN, shard, pos)
    if digest(line) != bytes(line["hash"]):
        yield Finding(Wrong.CHANGED, shard, pos)
    if shard_of(line) != shard:
        yield Finding(Wrong.ASTRAY, shard, pos)


def _plain(value: Any) -> Any:
    """A value as it stands in JSON; a moment in microseconds."""
    match value:
        case datetime():
            return (value - EPOCH) // timedelta(microseconds=1)
        case UUID():
            return str(value)
        case list():
            return [_plain(one) for one in value]
    return value
