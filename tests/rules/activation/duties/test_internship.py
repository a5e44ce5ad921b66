"""The work experience internship."""

from dataclasses import replace
from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.internship import (
    Aim,
    NoInternshipMotivation,
    Place,
    four_points_are_shown,
    infeasible_internship_is_told,
    internship_is_not_about_technique,
    internship_is_not_beside_a_job,
    placement_follows_a_search,
    several_occupations_were_tried,
    work_provider_motivates,
)
from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.roles import Role

MOTIVATION = NoInternshipMotivation(
    Role.WORK_PROVIDER,
    employers="five shops, none had a quiet place",
    feedback="the client practised in the kitchen of the centre",
    reorientation="from sales to gardening",
    other_actions="visit to a garden centre",
    occupations=frozenset({"sales", "gardening"}),
)


@pytest.mark.rule("AT-181")
def test_nobody_is_placed_without_a_place_that_fits() -> None:
    bakery = Place("Bakery", date(2026, 5, 18), "baker's help", "offered", "likes early hours")
    assert placement_follows_a_search([bakery]) == ()
    assert placement_follows_a_search([replace(bakery, fit="")]) == ("fit",)
    assert placement_follows_a_search([]) == ("place",)


@pytest.mark.rule("AT-190")
def test_an_internship_that_fails_is_told_to_work_case_manager_and_coordinator() -> None:
    both = {Role.WORK_CASE_MANAGER, Role.NETWORK_COORDINATOR}
    assert infeasible_internship_is_told(both) == ()
    assert infeasible_internship_is_told({Role.WORK_CASE_MANAGER}) == ("network_coordinator",)
    assert infeasible_internship_is_told({Role.NETWORK_COORDINATOR}) == ("work_case_manager",)


@pytest.mark.rule("AT-191")
def test_an_internship_for_technical_skills_only_needs_a_motivation() -> None:
    assert internship_is_not_about_technique([Aim.TECHNICAL_SKILL]) == ("aim",)
    assert internship_is_not_about_technique([Aim.TECHNICAL_SKILL], motivation="a licence is needed") == ()
    assert internship_is_not_about_technique([Aim.TECHNICAL_SKILL, Aim.GENERIC_COMPETENCE]) == ()


@pytest.mark.rule("AT-192")
def test_an_internship_ends_before_the_first_day_of_a_job() -> None:
    job = Period(date(2026, 9, 15))
    assert internship_is_not_beside_a_job(Period(date(2026, 6, 1), date(2026, 9, 14)), [job]) == ()
    assert internship_is_not_beside_a_job(Period(date(2026, 6, 1), date(2026, 9, 15)), [job]) == ("employment",)
    assert internship_is_not_beside_a_job(Period(date(2026, 6, 1)), [job]) == ("employment",)


@pytest.mark.rule("AT-192")
def test_an_internship_starts_after_the_last_day_of_a_job() -> None:
    job = Period(date(2026, 1, 5), date(2026, 5, 31))
    assert internship_is_not_beside_a_job(Period(date(2026, 6, 1), date(2026, 9, 30)), [job]) == ()
    assert internship_is_not_beside_a_job(Period(date(2026, 5, 31), date(2026, 9, 30)), [job]) == ("employment",)


@pytest.mark.rule("AT-193")
def test_the_work_provider_explains_why_there_was_no_internship() -> None:
    assert work_provider_motivates(MOTIVATION) == ()
    assert work_provider_motivates(replace(MOTIVATION, author=Role.WORK_CASE_MANAGER)) == ("work_provider",)


@pytest.mark.rule("AT-194")
def test_each_of_the_four_points_is_shown() -> None:
    assert four_points_are_shown(MOTIVATION) == ()
    assert four_points_are_shown(replace(MOTIVATION, employers=" ")) == ("employers",)
    assert four_points_are_shown(replace(MOTIVATION, feedback="")) == ("feedback",)
    assert four_points_are_shown(replace(MOTIVATION, reorientation="")) == ("reorientation",)
    assert four_points_are_shown(replace(MOTIVATION, other_actions="")) == ("other_actions",)


@pytest.mark.rule("AT-194")
def test_fewer_than_two_occupations_give_a_warning() -> None:
    assert several_occupations_were_tried(MOTIVATION) == ()
    assert several_occupations_were_tried(replace(MOTIVATION, occupations=frozenset({"sales"}))) == ("occupations",)
