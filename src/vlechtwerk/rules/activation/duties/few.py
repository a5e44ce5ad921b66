"""Which numbers of final advices can be told of a region without telling what came out for one person.

No handbook gives these numbers; they are choices of this program. The total may be known from elsewhere (a statement names
every trajectory that ended), so no number that is told may give away, with the total, one that is not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vlechtwerk.rules.activation.terms import Advice

SMALLEST = 5
"""The smallest number of people that is told (0 is told too)."""
MANY = 50
"""From this total on, an advice that nobody got may be told: it says little about who knows somebody among them."""
PAIRS = ((Advice.NEC, Advice.SEC), (Advice.AMA, Advice.WELFARE))
"""Paid work, and other ways. They are told together where one of the two cannot be told."""


def is_few(count: int) -> bool:
    """Whether a number is about so few people that they are easily recognised."""
    return 0 < count < SMALLEST


@dataclass(frozen=True, slots=True)
class ToldAdvices:
    """What is told of the final advices of one period. What is missing is not told."""

    completed: int | None = None
    pairs: Mapping[tuple[Advice, Advice], int] = field(default_factory=dict)
    advices: Mapping[Advice, int] = field(default_factory=dict)


def told_advices(counts: Mapping[Advice, int]) -> ToldAdvices:
    """What can be told of these numbers: all, or the pairs that are large enough, or only the total, or nothing.

    Everything that is not told could, for who knows the total and this text, still be at least four different numbers.
    """
    pairs = {pair: sum(counts.get(advice, 0) for advice in pair) for pair in PAIRS}
    total = sum(pairs.values())
    if is_few(total):
        return ToldAdvices()
    if any(is_few(count) for count in pairs.values()) or (0 < total < MANY and 0 in pairs.values()):
        return ToldAdvices(total)
    advices = {
        advice: counts.get(advice, 0)
        for pair in PAIRS
        for advice in pair
        if not any(is_few(counts.get(each, 0)) for each in pair)
    }
    return ToldAdvices(total, pairs, advices)
