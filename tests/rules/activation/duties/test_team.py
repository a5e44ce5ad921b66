"""The case management team."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.activation.duties.team import (
    Assignment,
    CaseManager,
    ContactCard,
    Organisation,
    Replacement,
    all_three_talk_now_and_then,
    any_mandated_care_case_manager,
    both_are_assigned,
    both_can_be_reached,
    both_views_count_equally,
    is_three_way,
    pair_stays_complete,
    talk_is_with_the_participant,
    team_is_composed,
)
from vlechtwerk.rules.roles import Role

CLIENT, WORK, CARE = Role.CLIENT, Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER
IN = CaseManager(WORK, Organisation.GTB)
OCMW = CaseManager(CARE, Organisation.OCMW, Period(date(2023, 7, 1), date(2026, 1, 31)))
CARDS = (ContactCard(WORK, "Ine Voorbeeld", "GTB", "telephone"), ContactCard(CARE, "Omar Proef", "CAW", "mail"))


@pytest.mark.rule("AT-007")
def test_a_team_is_one_gtb_case_manager_and_one_mandated_care_case_manager() -> None:
    assert team_is_composed([IN, OCMW], date(2026, 1, 31)) == ()
    assert team_is_composed([IN, OCMW], date(2026, 2, 1)) == ("mandate",)


@pytest.mark.rule("AT-007")
def test_two_care_case_managers_at_once_are_no_team() -> None:
    assert team_is_composed([IN, OCMW, OCMW], date(2026, 1, 5)) == ("one_care",)
    assert team_is_composed([OCMW], date(2026, 1, 5)) == ("one_work",)


@pytest.mark.rule("AT-007")
def test_somebody_of_gtb_is_no_care_case_manager_and_somebody_of_an_ocmw_no_work_case_manager() -> None:
    from_gtb = replace(OCMW, organisation=Organisation.GTB)
    assert team_is_composed([IN, from_gtb], date(2026, 1, 5)) == ("care_organisation",)
    from_ocmw = replace(IN, organisation=Organisation.OCMW)
    assert team_is_composed([from_ocmw, OCMW], date(2026, 1, 5)) == ("gtb",)


@pytest.mark.rule("AT-055")
def test_any_care_case_manager_with_a_valid_mandate_takes_any_participant() -> None:
    from_vaph = replace(OCMW, organisation=Organisation.VAPH)
    assert any_mandated_care_case_manager(from_vaph, date(2026, 1, 31)) == ()
    assert any_mandated_care_case_manager(from_vaph, date(2026, 2, 3)) == ("mandated",)
    assert any_mandated_care_case_manager(replace(OCMW, mandate=None), date(2026, 1, 5)) == ("mandated",)


@pytest.mark.rule("AT-008")
def test_the_participant_sees_how_to_reach_both_case_managers() -> None:
    assert both_can_be_reached(CARDS) == ()
    assert both_can_be_reached(CARDS[:1]) == ("care_case_manager",)
    assert both_can_be_reached([replace(CARDS[0], channel=""), CARDS[1]]) == ("work_case_manager",)


@pytest.mark.rule("AT-024")
def test_a_joint_decision_waits_for_the_other_case_manager() -> None:
    assert both_views_count_equally({WORK: date(2026, 5, 4)}) == ("care_case_manager",)
    assert both_views_count_equally({CARE: date(2026, 5, 4)}) == ("work_case_manager",)
    assert both_views_count_equally({WORK: date(2026, 5, 4), CARE: date(2026, 5, 6)}) == ()


@pytest.mark.rule("AT-025")
def test_a_care_case_manager_is_mandated_for_the_region_of_the_trajectory() -> None:
    assigned = Assignment("ine", "omar", "X", care_mandate_region="X")
    assert both_are_assigned(assigned) == ()
    assert both_are_assigned(replace(assigned, care_mandate_region="Y")) == ("same_region",)


@pytest.mark.rule("AT-025")
def test_a_trajectory_without_a_case_manager_is_still_to_be_assigned() -> None:
    assert both_are_assigned(Assignment("ine", None, "X")) == ("care_assigned",)
    assert both_are_assigned(Assignment(None, "omar", "X", "X")) == ("work_assigned",)


@pytest.mark.rule("AT-026")
def test_a_replacement_starts_the_day_after_the_other_left() -> None:
    follows = Replacement(date(2026, 9, 14), date(2026, 9, 15), "another job")
    assert pair_stays_complete(follows) == ()
    assert pair_stays_complete(replace(follows, first_day=date(2026, 9, 16))) == ("no_gap",)
    assert pair_stays_complete(replace(follows, first_day=date(2026, 9, 14))) == ("no_gap",)
    assert pair_stays_complete(replace(follows, reason="")) == ("reason",)


@pytest.mark.rule("AT-027")
def test_a_consultation_without_the_participant_tells_why() -> None:
    assert talk_is_with_the_participant({CLIENT, WORK, CARE}) == ()
    assert talk_is_with_the_participant({WORK, CARE, Role.CARE_PROVIDER}) == ("participant",)
    assert talk_is_with_the_participant({WORK, CARE}, "in hospital") == ()


@pytest.mark.rule("AT-028")
@pytest.mark.parametrize(
    ("attendees", "counts"), [({CLIENT, WORK, CARE}, True), ({CLIENT, WORK}, False), ({WORK, CARE}, False)]
)
def test_only_a_talk_of_all_three_counts_as_a_three_way_talk(attendees: Collection[Role], counts: bool) -> None:
    assert is_three_way(attendees) is counts


@pytest.mark.rule("AT-028")
def test_six_months_without_a_three_way_talk_give_a_hint() -> None:
    started_on = date(2026, 4, 7)
    assert all_three_talk_now_and_then(started_on, [], date(2026, 10, 6)) == ()
    assert all_three_talk_now_and_then(started_on, [], date(2026, 10, 7)) == ("three_way",)
    talks = [(date(2026, 6, 1), (CLIENT, WORK, CARE)), (date(2026, 9, 1), (CLIENT, WORK))]
    assert all_three_talk_now_and_then(started_on, talks, date(2026, 11, 30)) == ()
    assert all_three_talk_now_and_then(started_on, talks, date(2026, 12, 1)) == ("three_way",)
