"""For whom an activation trajectory is meant."""

from dataclasses import replace
from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.target_group import (
    Candidate,
    Considerations,
    Doubt,
    EarlierTrajectory,
    Exemption,
    Helper,
    Language,
    Obstacle,
    Offering,
    ReorientationNote,
    assessments,
    belongs_to_the_target_group,
    doubt_is_discussed_before_the_start,
    existing_help_is_coordinated,
    five_considerations,
    no_earlier_trajectory,
    plan_belongs_to_an_activation_trajectory,
    referral_falls_under_the_present_decree,
    reorientation_is_a_dialogue,
)
from vlechtwerk.rules.roles import Role

SOCIAL = Candidate(frozenset({Obstacle.SOCIAL}), needs_care_actions=True, needs_work_actions=True)
SUITABLE = Considerations(True, True, 18, Language.SUFFICIENT, True)


@pytest.mark.rule("AT-003")
def test_the_present_rules_hold_for_referrals_from_1_july_2023() -> None:
    assert referral_falls_under_the_present_decree(date(2023, 7, 1)) == ()
    assert referral_falls_under_the_present_decree(date(2023, 6, 30)) == ("present_decree",)


@pytest.mark.rule("AT-004")
def test_only_an_activation_trajectory_gets_a_trajectory_plan() -> None:
    assert plan_belongs_to_an_activation_trajectory(Offering.ACTIVATION_TRAJECTORY) == ()
    assert plan_belongs_to_an_activation_trajectory(Offering.WORK_LIKE_ACTIVITIES) == ("offering",)
    assert plan_belongs_to_an_activation_trajectory(Offering.RECEPTION_TRAJECTORY) == ("offering",)


@pytest.mark.rule("AT-030")
def test_somebody_with_a_social_obstacle_a_care_need_and_a_work_need_belongs_to_the_target_group() -> None:
    assert belongs_to_the_target_group(SOCIAL) == ()


@pytest.mark.rule("AT-030")
def test_the_criterion_that_is_missing_is_named() -> None:
    assert belongs_to_the_target_group(replace(SOCIAL, obstacles=frozenset())) == ("obstacle",)
    assert belongs_to_the_target_group(replace(SOCIAL, needs_care_actions=False)) == ("care_need",)
    assert belongs_to_the_target_group(replace(SOCIAL, needs_work_actions=False)) == ("work_need",)


@pytest.mark.rule("AT-032")
def test_vdab_assesses_the_obstacles_as_well_as_the_possibilities_to_grow() -> None:
    assert assessments.missing({"obstacles"}) == ("growth",)
    assert assessments.missing({"obstacles", "growth"}) == ()


@pytest.mark.rule("AT-033")
def test_paid_work_is_expected_within_eighteen_months() -> None:
    assert five_considerations(SUITABLE) == ()
    assert five_considerations(replace(SUITABLE, months_to_work=19)) == ("within_maximum",)
    assert five_considerations(replace(SUITABLE, months_to_work=None)) == ("within_maximum",)


@pytest.mark.rule("AT-033")
def test_enough_dutch_with_support_is_enough_dutch() -> None:
    supported = replace(SUITABLE, language=Language.WITH_SUPPORT)
    assert five_considerations(supported) == ()
    assert supported.needs_language_support
    assert not SUITABLE.needs_language_support
    assert five_considerations(replace(SUITABLE, language=Language.INSUFFICIENT)) == ("language",)


@pytest.mark.rule("AT-033")
def test_registration_the_icf_and_commitment_are_weighed_too() -> None:
    without = replace(SUITABLE, registered=False, icf_assessed=False, committed=False)
    assert five_considerations(without) == ("registered", "icf", "committed")


@pytest.mark.rule("AT-037")
def test_an_earlier_trajectory_counts_when_it_was_in_progress() -> None:
    assert no_earlier_trajectory([]) == ()
    assert no_earlier_trajectory([EarlierTrajectory(None)]) == ()
    assert no_earlier_trajectory([EarlierTrajectory(date(2024, 9, 2))]) == ("first_time",)


@pytest.mark.rule("AT-037")
def test_only_vdab_makes_an_exception_and_motivates_it() -> None:
    earlier = [EarlierTrajectory(date(2024, 9, 2))]
    assert no_earlier_trajectory(earlier, Exemption(Role.VDAB_MEDIATOR, "stopped for a long illness")) == ()
    assert no_earlier_trajectory(earlier, Exemption(Role.VDAB_MEDIATOR, " ")) == ("first_time",)
    assert no_earlier_trajectory(earlier, Exemption(Role.CARE_CASE_MANAGER, "stopped for illness")) == ("first_time",)


@pytest.mark.rule("AT-035")
def test_existing_help_is_contacted_after_the_participant_agreed() -> None:
    psychologist = Helper("psychology", consent_on=date(2026, 3, 2), coordinated_on=date(2026, 3, 2))
    assert existing_help_is_coordinated(psychologist) == ()
    assert existing_help_is_coordinated(replace(psychologist, coordinated_on=date(2026, 3, 1))) == ("consent",)
    assert existing_help_is_coordinated(replace(psychologist, consent_on=None)) == ("consent",)
    assert existing_help_is_coordinated(replace(psychologist, discipline="")) == ("discipline",)
    assert existing_help_is_coordinated(replace(psychologist, coordinated_on=None)) == ("coordinated",)


@pytest.mark.rule("AT-036")
def test_a_doubt_of_the_care_case_manager_is_settled_before_the_start() -> None:
    raised = Doubt(date(2026, 3, 2))
    assert doubt_is_discussed_before_the_start(None) == ()
    assert doubt_is_discussed_before_the_start(raised) == ("discussed", "outcome")
    settled = replace(raised, discussed_on=date(2026, 3, 4), outcome="go on")
    assert doubt_is_discussed_before_the_start(settled) == ()


@pytest.mark.rule("AT-038")
def test_a_note_to_the_referrers_is_discussed_with_the_participant_first() -> None:
    assert reorientation_is_a_dialogue(ReorientationNote(True, "guidance by the CAW")) == ()
    assert reorientation_is_a_dialogue(ReorientationNote(False, "guidance by the CAW")) == ("discussed_with_client",)
    assert reorientation_is_a_dialogue(ReorientationNote(True, "")) == ("alternative",)
