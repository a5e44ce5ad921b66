"""A file is proposed for erasure when its term is over, and not before; without a term nothing is proposed."""

from datetime import date, timedelta

import pytest
from django.apps import apps

from tests.access.engine.asking import BEFORE_A_FILE
from tests.retention.ended import DUE_ON, ENDED_ON, PLANS_FREE_ON, SOURCE, confirm, proposed, says_years, stop
from tests.scene import Scene
from vlechtwerk.organisations.models import Position
from vlechtwerk.retention.actions import Decision, answer
from vlechtwerk.retention.choosing import NotPossible
from vlechtwerk.retention.facts import Deed, Way, terms, treated
from vlechtwerk.retention.models import Given, Proposal
from vlechtwerk.retention.proposing import propose
from vlechtwerk.retention.reckoning import Chosen, paper_free_from, trajectory_due_on

ONE_DAY = timedelta(days=1)


def test_nothing_is_proposed_the_day_before_the_term_ends_and_one_file_on_the_day(ended: Scene) -> None:
    assert propose(DUE_ON - ONE_DAY) == 0
    found = proposed(DUE_ON)
    assert (found.file_id, found.ended_on, found.due_on) == (ended.case.file_id, ENDED_ON, DUE_ON)
    assert found.sources == ["Decree of 8 July 2022, article 25", SOURCE]


def test_a_second_run_proposes_nothing_new(ended: Scene) -> None:
    assert [propose(DUE_ON), propose(DUE_ON), propose(DUE_ON + ONE_DAY)] == [1, 0, 0]


def test_where_nobody_said_when_claims_end_nothing_is_ever_proposed(scene: Scene) -> None:
    stop(scene, ENDED_ON)
    assert propose(date(2090, 1, 1)) == 0


def test_a_trajectory_that_goes_on_is_not_proposed(scene: Scene) -> None:
    says_years(scene, "claims_years", 5)
    assert propose(date(2028, 5, 1)) == 0


def test_a_region_may_keep_it_shorter_after_the_claims_and_never_longer_than_the_decree(ended: Scene) -> None:
    with pytest.raises(NotPossible):
        says_years(ended, "after_years", 11)
    says_years(ended, "after_years", 2)
    assert propose(date(2033, 4, 23)) == 0
    assert proposed(date(2033, 4, 24)).due_on == date(2033, 4, 24)


def test_a_choice_holds_from_its_day(ended: Scene) -> None:
    says_years(ended, "after_years", 0, since=date(2035, 1, 1))
    assert propose(date(2034, 12, 31)) == 0
    assert propose(date(2035, 1, 1)) == 1


def test_the_term_counts_from_the_end_of_proceedings_when_that_is_later() -> None:
    chosen = Chosen(claims_years=5)
    assert trajectory_due_on(ENDED_ON, None, chosen) == date(2041, 4, 24)
    assert trajectory_due_on(ENDED_ON, date(2031, 4, 23), chosen) == date(2041, 4, 24)
    assert trajectory_due_on(ENDED_ON, date(2031, 6, 1), chosen) == date(2041, 6, 1)


@pytest.mark.rule("AT-104")
def test_a_plan_on_paper_is_free_on_the_day_after_ten_years() -> None:
    assert paper_free_from(ENDED_ON) == PLANS_FREE_ON


def test_what_was_rejected_is_proposed_again_on_the_day_that_was_told(ended: Scene, officer: Position) -> None:
    found = proposed()
    until = date(2042, 1, 1)
    told = Decision(Given.REJECTED, "Er loopt nog een onderzoek.", until)
    answer(proposal=found, told=told, by=officer, key=found.pk)
    assert propose(until - ONE_DAY) == 0
    assert propose(until) == 1


def test_what_was_confirmed_is_not_proposed_again(ended: Scene, officer: Position) -> None:
    confirm(proposed(), officer)
    assert propose(DUE_ON + ONE_DAY) == 0
    assert Proposal.objects.count() == 1


def test_every_table_of_the_program_has_a_class() -> None:
    ours = {model._meta.label for model in apps.get_models() if model.__module__.startswith("vlechtwerk.")}
    assert {one.model for one in treated()} == ours
    assert {one.kept_as for one in treated()} - {""} <= set(terms())


def test_every_table_with_content_is_erased_or_shredded() -> None:
    walled = {one._meta.label for one in apps.get_models() if getattr(one, "is_behind_walls", False)}
    of_no_file = {one._meta.label for one in BEFORE_A_FILE}
    assert {one.deed for one in treated() if one.model in walled - of_no_file} == {Deed.ERASE, Deed.SHRED}
    assert all((one.deed is Deed.ERASE) == isinstance(one.way, Way) for one in treated())


def test_a_term_without_a_source_has_no_years() -> None:
    bare = [one for one in terms().values() if not one.source]
    assert len(bare) == 3
    assert [one for one in bare if one.at_least_years or one.at_most_years or one.at_most_months] == []
