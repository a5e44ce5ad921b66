"""How long and where a signed plan is kept."""

from dataclasses import replace
from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.retention import (
    PaperPlan,
    destroyable_from,
    digital_archive_suffices,
    kept_until,
    paper_plan_is_kept,
)
from vlechtwerk.rules.activation.terms import Medium

PAPER = PaperPlan("cupboard 3", "GTB Leuven", trajectory_ended_on=date(2027, 6, 29))


@pytest.mark.rule("AT-104")
def test_a_paper_plan_is_kept_until_ten_years_after_the_trajectory_ended() -> None:
    assert paper_plan_is_kept(PAPER, date(2037, 6, 29)) == ("ten_years",)
    assert paper_plan_is_kept(PAPER, date(2037, 6, 30)) == ()


@pytest.mark.rule("AT-104")
def test_the_later_of_trajectory_and_contract_counts() -> None:
    later = replace(PAPER, contract_ended_on=date(2028, 6, 30))
    assert kept_until(later) == date(2038, 6, 30)
    earlier = replace(PAPER, contract_ended_on=date(2027, 1, 31))
    assert kept_until(earlier) == date(2037, 6, 29)


@pytest.mark.rule("AT-104")
def test_nothing_is_destroyed_while_the_trajectory_runs() -> None:
    running = replace(PAPER, trajectory_ended_on=None, contract_ended_on=date(2020, 1, 1))
    assert destroyable_from(running) is None
    assert paper_plan_is_kept(running, date(2050, 1, 1)) == ("ten_years",)


@pytest.mark.rule("AT-104")
def test_the_place_and_the_keeper_of_the_paper_are_known() -> None:
    assert paper_plan_is_kept(replace(PAPER, place="", holder=""), date(2037, 6, 30)) == ("place", "holder")


@pytest.mark.rule("AT-105")
def test_the_digital_archive_suffices_only_when_everybody_signed_digitally() -> None:
    assert digital_archive_suffices([Medium.EID, Medium.EID, Medium.EID]) == ()
    assert digital_archive_suffices([Medium.EID, Medium.EID, Medium.PAPER]) == ("all_digital",)
    assert digital_archive_suffices([Medium.MIXED]) == ("all_digital",)
    assert digital_archive_suffices([]) == ("all_digital",)
