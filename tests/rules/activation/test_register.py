"""What the rules say about themselves: who owes what, which are signals, and how strongly the source words them."""

from datetime import date

import pytest

from vlechtwerk.rules.activation import closing, compensation, execution, extension, intake, milestones, plan
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Force, Rule, Shape
from vlechtwerk.rules.roles import CASE_MANAGERS, Role, acts_as

OWED = {
    "first_meeting": Role.WORK_CASE_MANAGER,
    "start_confirmation": Role.CASE_MANAGEMENT_TEAM,
    "plan_upload": Role.CASE_MANAGEMENT_TEAM,
    "first_action": Role.NETWORK_COORDINATOR,
    "evaluation": Role.CASE_MANAGEMENT_TEAM,
    "final_report": Role.CASE_MANAGEMENT_TEAM,
    "closing_registrations": Role.CASE_MANAGEMENT_TEAM,
    "block_access": Role.WORK_CASE_MANAGER,
}
SIGNALLED = {
    "intake_notice": Role.WORK_CASE_MANAGER,
    "three_way_meeting": Role.WORK_CASE_MANAGER,
    "mediation_request": Role.WORK_CASE_MANAGER,
    "delay_note": Role.CASE_MANAGEMENT_TEAM,
    "mediation_start": Role.WORK_CASE_MANAGER,
    "immediate_internship": Role.CASE_MANAGEMENT_TEAM,
    "maximum_approaching": Role.WORK_CASE_MANAGER,
    "closing_reserve": Role.CASE_MANAGEMENT_TEAM,
    "target_duration": Role.CASE_MANAGEMENT_TEAM,
    "icf_at_stop": Role.CASE_MANAGEMENT_TEAM,
    "welfare_review": Role.VDAB_MEDIATOR,
}
HERE = {module.__name__ for module in (closing, compensation, execution, extension, intake, milestones, plan)}
RULES = [rule for rule in ACTIVATION.book if rule.function.__module__ in HERE]


def _told(rule: Rule) -> str:
    return f"{rule.id} {rule.function.__name__}"


@pytest.mark.parametrize(("signal", "owners"), [(False, OWED), (True, SIGNALLED)])
def test_every_obligation_and_every_signal_has_its_owner(signal: bool, owners: dict[str, Role]) -> None:
    assert {rule.what: rule.owner for rule in ACTIVATION.deadlines if rule.signal is signal} == owners


def test_only_what_follows_the_end_outlives_it() -> None:
    outlives = {rule.what for rule in ACTIVATION.deadlines if rule.outlives}
    assert outlives == {"final_report", "block_access", "icf_at_stop", "welfare_review"}


def test_what_the_source_only_allows_or_advises_is_marked_as_such() -> None:
    assert {_told(rule) for rule in RULES if rule.force is Force.MAY} == {
        "AT-122 closing_reserve",
        "AT-155 target_duration",
        "AT-165 care_is_suspended_once",
        "AT-227 internship_exception_points",
    }
    assert {_told(rule) for rule in RULES if rule.force is Force.SHOULD} == {
        "AT-061 three_way_meeting_is_still_to_come",
        "AT-167 only_suspended_care_is_resumed",
    }


def test_these_gates_are_asked_before_all_others() -> None:
    assert {_told(rule) for rule in RULES if rule.prerequisite} == {
        "AT-037 referred_only_once",
        "AT-049 service_is_initiated",
        "AT-060 first_meeting_happens_once",
        "AT-074 first_meeting_was_attended",
        "AT-107 mediation_starts_once",
        "AT-107 trajectory_is_in_progress",
        "AT-200 final_advice_ends_the_trajectory",
        "AT-206 automatic_end_is_final",
        "AT-237 stop_ends_the_trajectory",
    }


@pytest.mark.parametrize("rule", RULES, ids=_told)
def test_every_rule_has_a_norm_of_one_sentence_and_a_section_of_the_handbook(rule: Rule) -> None:
    assert rule.source.document is CARE_HANDBOOK
    assert rule.source.section
    assert rule.norm.endswith(".")
    assert (rule.valid_from, rule.valid_until) == (None, None)


def test_the_edition_of_the_handbook_is_told() -> None:
    assert CARE_HANDBOOK.short == "Draaiboek casemanagers zorg (2023)"
    assert CARE_HANDBOOK.published_on == date(2023, 10, 5)


def test_the_compensation_is_decided_by_rules_in_a_fixed_order() -> None:
    ids = [rule.id for rule in ACTIVATION.book.of_shape(Shape.AMOUNT) if rule.what == "compensation"]
    assert ids == ["AT-018", "AT-107", "AT-021", "AT-236", "AT-021", "AT-020", "AT-206", "AT-020"]


def test_what_the_team_owes_both_case_managers_owe() -> None:
    for role in CASE_MANAGERS:
        assert acts_as(role) == {role, Role.CASE_MANAGEMENT_TEAM}
    assert acts_as(Role.NETWORK_COORDINATOR) == {Role.NETWORK_COORDINATOR}
