"""The ICF: one profile, trained case managers, findings with their source, and what was not carried out."""

from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.icf import (
    IcfFinding,
    IcfSources,
    both_sides_are_in_the_icf,
    care_case_manager_had_icf_training,
    client_has_one_icf_profile,
    icf_report_names_its_sources,
    what_was_not_done_is_explained,
)
from vlechtwerk.rules.roles import Role

DAY = date(2027, 6, 25)


def findings(count: int) -> list[IcfFinding]:
    """That many findings, each of its own category."""
    return [IcfFinding(f"category {number}", Role.CARE_PROVIDER, DAY) for number in range(count)]


@pytest.mark.rule("AT-142")
def test_a_client_has_exactly_one_icf_profile() -> None:
    assert client_has_one_icf_profile(1, confidential=True) == ()
    assert client_has_one_icf_profile(0, confidential=True) == ("one_profile",)
    assert client_has_one_icf_profile(2, confidential=True) == ("one_profile",)


@pytest.mark.rule("AT-142")
def test_an_icf_profile_outside_the_confidential_file_is_refused() -> None:
    assert client_has_one_icf_profile(1, confidential=False) == ("confidential",)


@pytest.mark.rule("AT-144")
def test_a_care_case_manager_without_icf_training_is_reported() -> None:
    assert care_case_manager_had_icf_training(None, date(2026, 2, 5)) == ("training",)
    assert care_case_manager_had_icf_training(date(2026, 2, 6), date(2026, 2, 5)) == ("training",)
    assert care_case_manager_had_icf_training(date(2025, 11, 20), date(2026, 2, 5)) == ()


@pytest.mark.rule("AT-146")
def test_an_icf_report_has_all_43_categories() -> None:
    assert icf_report_names_its_sources(findings(43)) == ()
    assert icf_report_names_its_sources(findings(42)) == ("categories",)
    assert icf_report_names_its_sources([*findings(42), findings(1)[0]]) == ("categories",)


@pytest.mark.rule("AT-146")
def test_each_finding_of_an_icf_report_tells_its_source_and_date() -> None:
    bare = IcfFinding("category 42")
    assert icf_report_names_its_sources([*findings(42), bare]) == ("sources", "dates")


@pytest.mark.rule("AT-209")
def test_information_of_involved_care_providers_is_worked_in_before_the_advice() -> None:
    assert both_sides_are_in_the_icf(IcfSources(True, False, True, True)) == ("care",)
    assert both_sides_are_in_the_icf(IcfSources(True, True, True, False)) == ("work",)
    assert both_sides_are_in_the_icf(IcfSources(True, True, True, True)) == ()


@pytest.mark.rule("AT-209")
def test_without_providers_there_is_nothing_to_work_in() -> None:
    assert both_sides_are_in_the_icf(IcfSources(False, False, False, False)) == ()


@pytest.mark.rule("AT-240")
def test_an_action_that_was_not_carried_out_is_explained() -> None:
    assert what_was_not_done_is_explained([""], internship_took_place=True) == ("explanations",)
    assert what_was_not_done_is_explained(["no place was free"], internship_took_place=True) == ()
    assert what_was_not_done_is_explained(["moved", " "], internship_took_place=True) == ("explanations",)


@pytest.mark.rule("AT-240")
def test_the_conclusion_of_the_icf_tells_why_there_was_no_internship() -> None:
    assert what_was_not_done_is_explained([], internship_took_place=False) == ("conclusion",)
    assert what_was_not_done_is_explained([], internship_took_place=False, conclusion="no employer agreed") == ()
