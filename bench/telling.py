"""Whether the time of an answer tells that something exists: a case that is hidden beside one that is not there."""

from collections.abc import Sequence
from contextlib import closing
from math import erfc, sqrt
from statistics import median
from uuid import uuid4

from django.utils import timezone

from bench import databases, place, stock
from bench.machine import CannotMeasure
from bench.report import Line, at_most, progress
from bench.serving import Browser, the_program
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position

MOST_DIFFERENCE = 2.0
"""Milliseconds between the median of the one and of the other."""


def measure(size: int, pairs: int) -> list[Line]:
    """Ask so many times for a hidden case and for an absent one, in turns."""
    name, port = stock.prepare(size), place.FIRST_PORT + 8
    with databases.using(name):
        position = Position.objects.get(account__username=f"{stock.MEASURED}-0")
        mine = Case.objects.visible_to(position, timezone.localdate()).values("pk")
        hidden = list(Case.objects.exclude(pk__in=mine).values_list("pk", flat=True)[:pairs])
    if not hidden:
        raise CannotMeasure("no case is hidden")
    with the_program(name, port), closing(Browser(port)) as browser:
        browser.sign_in(str(position.pk))
        progress(f"telling: {pairs} pairs of a hidden and an absent case")
        times = _asked(browser, [(str(hidden[turn % len(hidden)]), str(uuid4())) for turn in range(pairs + 20)])
    return list(_lines([one for one, _ in times[20:]], [other for _, other in times[20:]]))


def _asked(browser: Browser, pairs: Sequence[tuple[str, str]]) -> list[tuple[float, float]]:
    """The seconds of each pair; which of the two comes first changes with every pair."""
    found = []
    for turn, pair in enumerate(pairs):
        order = (0, 1) if turn % 2 else (1, 0)
        seconds = {which: browser.missing(f"/trajecten/{pair[which]}/").seconds for which in order}
        found.append((seconds[0], seconds[1]))
    return found


def _lines(hidden: Sequence[float], absent: Sequence[float]) -> list[Line]:
    difference, chance = abs(median(hidden) - median(absent)) * 1000, same_source(hidden, absent)
    what = f"{len(hidden)} hidden cases beside as many absent ones"
    return [
        at_most(f"{what}, difference", difference, MOST_DIFFERENCE, "ms"),
        # Without a target: with enough pairs the smallest difference shows, also one that no network lets through.
        Line(f"{what}, chance that they do not differ", f"{chance:.2f}"),
    ]


def same_source(one: Sequence[float], other: Sequence[float]) -> float:
    """The chance of a difference as large as this when there is none (Mann-Whitney, two-sided, for large numbers)."""
    ranked = sorted([(value, 0) for value in one] + [(value, 1) for value in other])
    ranks = sum(rank for rank, (_, source) in enumerate(ranked, start=1) if source == 0)
    first, second = len(one), len(other)
    expected = first * (first + second + 1) / 2
    deviation = sqrt(first * second * (first + second + 1) / 12)
    return erfc(abs(ranks - expected) / deviation / sqrt(2))
