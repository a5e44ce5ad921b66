"""Who fills a place in a file, hands it over, reads on after that, and stands in."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from vlechtwerk.rules.activation.duties.taking_part import (
    Absence,
    colleague_stands_in_until_a_day,
    earlier_case_manager_reads_on_for_a_while,
    place_is_filled_through_the_team,
    place_is_handed_over_by_its_holder,
    reading_ends,
    successor_is_another_colleague,
)
from vlechtwerk.rules.roles import Role

WORK, CARE = Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER
ASKED = Absence(
    by=CARE,
    asked_on=date(2026, 5, 1),
    first=date(2026, 5, 4),
    last=date(2026, 5, 17),
    reason="verlof",
    is_colleague=True,
    longest=14,
)


@pytest.mark.rule("AT-138")
@pytest.mark.parametrize(
    ("place", "allowed"),
    [
        (CARE, {WORK}),
        (Role.NETWORK_COORDINATOR, {WORK}),
        (Role.CARE_PROVIDER, {WORK, CARE}),
        (WORK, {CARE}),
        (Role.WORK_PROVIDER, set()),
        (Role.PROJECT_FOLLOWER, {WORK}),
        (Role.DGS, {WORK}),
        (Role.TRUSTED_ADVISOR, set()),
    ],
)
def test_each_place_is_filled_by_who_may(place: Role, allowed: set[Role]) -> None:
    assert {by for by in Role if not place_is_filled_through_the_team(by, place)} == allowed


@pytest.mark.rule("AT-026")
def test_a_case_manager_hands_over_the_own_place_and_the_work_case_manager_both() -> None:
    assert place_is_handed_over_by_its_holder(WORK, WORK, is_own=True) == ()
    assert place_is_handed_over_by_its_holder(CARE, CARE, is_own=True) == ()
    assert place_is_handed_over_by_its_holder(WORK, CARE, is_own=False) == ()
    assert place_is_handed_over_by_its_holder(CARE, WORK, is_own=False) == ("own_place",)
    assert place_is_handed_over_by_its_holder(Role.CARE_PROVIDER, Role.CARE_PROVIDER, is_own=True) == ("own_place",)


@pytest.mark.rule("AT-026")
def test_the_successor_has_the_same_function_and_is_not_the_participant() -> None:
    assert successor_is_another_colleague(same_function=True, is_participant=False) == ()
    assert successor_is_another_colleague(same_function=False, is_participant=False) == ("colleague",)
    assert successor_is_another_colleague(same_function=True, is_participant=True) == ("colleague",)


@pytest.mark.rule("AT-026")
@pytest.mark.parametrize(
    ("on", "missing"),
    [
        (date(2026, 5, 3), ("in_term",)),
        (date(2026, 5, 4), ()),
        (date(2026, 6, 2), ()),
        (date(2026, 6, 3), ("in_term",)),
    ],
)
def test_whoever_handed_over_reads_on_for_thirty_days(on: date, missing: tuple[str, ...]) -> None:
    assert earlier_case_manager_reads_on_for_a_while(date(2026, 5, 4), on, days=30) == missing
    assert reading_ends(date(2026, 5, 4), 30) == date(2026, 6, 3)


@pytest.mark.rule("AT-026")
@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({}, ()),
        ({"last": date(2026, 5, 18)}, ("longest",)),
        ({"last": date(2026, 5, 18), "longest": None}, ()),
        ({"last": date(2026, 5, 3)}, ("period",)),
        ({"last": date(2026, 5, 4)}, ()),
        ({"first": date(2026, 5, 1)}, ("longest",)),
        ({"first": date(2026, 4, 30), "longest": None}, ("period",)),
        ({"reason": " "}, ("reason",)),
        ({"is_colleague": False}, ("colleague",)),
        ({"is_stand_in": True}, ("first_hand",)),
        ({"by": Role.CARE_PROVIDER}, ("case_manager",)),
    ],
)
def test_a_colleague_stands_in_until_a_fixed_day(changed: dict[str, Any], missing: tuple[str, ...]) -> None:
    assert colleague_stands_in_until_a_day(replace(ASKED, **changed)) == missing
