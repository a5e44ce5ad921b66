"""What stands out in a day of the record. Pure: no database, no clock.

Numbers here are choices of this program, told in docs/operate/record.md; no handbook gives any.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from hashlib import sha256
from math import ceil, sqrt
from uuid import UUID

from vlechtwerk.review.models import Why

SHARE = 100
"""One line in so many is in the sample of a week."""
SIGMA = 3
"""How many standard deviations above the mean of a role is unusual."""
ENOUGH = 10
"""Days of people with the same role, below which nothing is said about what is usual."""
MANY = 5
"""Attempts on a day that were refused to one person, from which on it stands out."""


@dataclass(frozen=True, slots=True)
class Look:
    """One line of the record that tells of looking at a file or of being refused."""

    id: UUID
    at: datetime
    account_id: UUID | None
    position_id: UUID | None
    organisation_id: UUID | None
    capacity: str | None
    verb: str
    file_id: UUID | None
    part: str | None
    purpose: str | None
    grant_id: UUID | None
    allowed: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What is known besides the record, about the pairs of a reader (position) and a file of a day.

    `without_task` and `same_name` are such pairs. `usual` are the hours of each position's region, where one chose them.
    `earlier` are how many files somebody with a role opened on a day, over the weeks before.
    """

    without_task: frozenset[tuple[UUID, UUID]] = frozenset()
    same_name: frozenset[tuple[UUID, UUID]] = frozenset()
    usual: Mapping[UUID, tuple[time, time]] | None = None
    earlier: Mapping[str, Sequence[int]] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Something that stands out: the lines, the first one in front, and why."""

    lines: tuple[Look, ...]
    reasons: tuple[Why, ...]


def sample(hashes: Mapping[UUID, bytes], week: str) -> list[UUID]:
    """One line in a hundred of the lines of a week, at least one when there is any.

    Which ones follows from the digests that the record itself keeps, so that nobody can choose them and everybody can check
    them: those whose digest, taken once more with the name of the week ("2026-W47"), is lowest.
    """
    drawn = sorted(hashes, key=lambda line: sha256(week.encode() + hashes[line]).digest())
    return drawn[: ceil(len(drawn) / SHARE)]


def standing_out(looks: Iterable[Look], known: Known) -> list[Found]:
    """What stands out in the looks of one day: for each reader and file, and for each reader as a whole."""
    seen, refused, failed = _sorted(looks)
    found = [*_about_files(seen, known), *_volume(seen, known.earlier or {})]
    found += [Found(tuple(lines), (Why.MANY_REFUSED,)) for lines in refused.values() if len(lines) >= MANY]
    found += [Found(tuple(lines), (Why.SIGN_IN_FAILED,)) for lines in failed.values() if len(lines) >= MANY]
    return found


def is_unusual(count: int, earlier: Sequence[int]) -> bool:
    """Whether a number lies more than three standard deviations above the mean of what came before."""
    if len(earlier) < ENOUGH:
        return False
    mean = sum(earlier) / len(earlier)
    spread = sqrt(sum((one - mean) ** 2 for one in earlier) / len(earlier))
    return count > mean + SIGMA * spread


Lines = dict[object, list[Look]]


def _sorted(looks: Iterable[Look]) -> tuple[dict[tuple[UUID, UUID], list[Look]], Lines, Lines]:
    """The looks by reader and file, what was refused by reader, and what failed at the door by account."""
    seen: dict[tuple[UUID, UUID], list[Look]] = defaultdict(list)
    refused: Lines = defaultdict(list)
    failed: Lines = defaultdict(list)
    for look in sorted(looks, key=lambda one: (one.at, one.id)):
        if look.position_id is None:
            failed[look.account_id].append(look)
        elif not look.allowed:
            refused[look.position_id].append(look)
        elif look.file_id is not None:
            seen[look.position_id, look.file_id].append(look)
    return seen, refused, failed


def _about_files(seen: Mapping[tuple[UUID, UUID], Sequence[Look]], known: Known) -> Iterator[Found]:
    for pair, lines in seen.items():
        late = [one for one in lines if not _in_hours(one, (known.usual or {}).get(pair[0]))]
        asked = {
            Why.NO_TASK: pair in known.without_task,
            Why.SAME_NAME: pair in known.same_name,
            Why.UNUSUAL_HOUR: bool(late),
        }
        if reasons := tuple(why for why, holds in asked.items() if holds):
            yield Found(tuple(late if reasons == (Why.UNUSUAL_HOUR,) else lines), reasons)


def _in_hours(look: Look, hours: tuple[time, time] | None) -> bool:
    """Whether a look falls inside the usual hours; the moment is in Belgian time. Always when there are none."""
    return hours is None or hours[0] <= look.at.time() < hours[1]


def _volume(seen: Mapping[tuple[UUID, UUID], Sequence[Look]], earlier: Mapping[str, Sequence[int]]) -> Iterator[Found]:
    """Who opened many more files than is usual for the role."""
    files: dict[tuple[UUID, str], list[Look]] = defaultdict(list)
    for (position, _file), lines in seen.items():
        files[position, lines[0].capacity or ""].append(lines[0])
    for (_position, capacity), lines in files.items():
        if is_unusual(len(lines), earlier.get(capacity, ())):
            yield Found(tuple(lines), (Why.MANY_FILES,))
