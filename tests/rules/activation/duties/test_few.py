"""Numbers of final advices that are told of a region: they give away nobody, also not to who subtracts."""

from collections import defaultdict
from itertools import product

import pytest

from vlechtwerk.rules.activation.duties.few import PAIRS, told_advices
from vlechtwerk.rules.activation.terms import Advice

MOST = 24
"""The largest total of which every possibility is tried; larger ones only leave more possibilities."""


def counted(nec: int, sec: int, ama: int, welfare: int) -> dict[Advice, int]:
    """These numbers by advice."""
    return dict(zip(Advice, (nec, sec, ama, welfare), strict=True))


def test_large_numbers_are_all_told() -> None:
    told = told_advices(counted(30, 20, 8, 5))
    assert told.completed == 63
    assert told.pairs == {PAIRS[0]: 50, PAIRS[1]: 13}
    assert told.advices == counted(30, 20, 8, 5)


@pytest.mark.parametrize(("ama", "is_told"), [(4, False), (5, True)])
def test_a_small_number_hides_the_advice_that_it_could_be_subtracted_from(ama: int, is_told: bool) -> None:
    told = told_advices(counted(30, 20, ama, 8))
    assert (Advice.AMA in told.advices, Advice.WELFARE in told.advices) == (is_told, is_told)
    assert told.advices[Advice.NEC] == 30
    assert told.pairs[PAIRS[1]] == ama + 8


@pytest.mark.parametrize(("welfare", "is_told"), [(4, False), (5, True)])
def test_a_pair_that_is_small_itself_leaves_only_the_total(welfare: int, is_told: bool) -> None:
    told = told_advices(counted(30, 20, 0, welfare))
    assert told.completed == 50 + welfare
    assert bool(told.pairs) is is_told
    assert bool(told.advices) is is_told


@pytest.mark.parametrize(("total", "shown"), [(0, 0), (1, None), (4, None), (5, 5)])
def test_a_small_total_is_not_told(total: int, shown: int | None) -> None:
    assert told_advices(counted(total, 0, 0, 0)).completed == shown


@pytest.mark.parametrize(("sec", "is_told"), [(19, False), (20, True)])
def test_that_everybody_got_the_same_kind_of_advice_is_told_of_many_people_only(sec: int, is_told: bool) -> None:
    assert bool(told_advices(counted(30, sec, 0, 0)).advices) is is_told


def test_whoever_knows_the_total_and_the_way_of_hiding_is_left_with_four_possibilities_or_more() -> None:
    same: dict[tuple[int, str], list[tuple[int, ...]]] = defaultdict(list)
    for numbers in product(range(MOST + 1), repeat=4):
        if 5 <= sum(numbers) <= MOST:
            same[sum(numbers), str(told_advices(counted(*numbers)))].append(numbers)
    for possible in same.values():
        shown = told_advices(counted(*possible[0])).advices
        for place, advice in enumerate(Advice):
            assert advice in shown or len({numbers[place] for numbers in possible}) >= 4
