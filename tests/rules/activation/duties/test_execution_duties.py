"""What the two case managers do together while the plan is carried out."""

from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.execution_duties import (
    FollowUp,
    RightReferral,
    StatuteReview,
    change_is_discussed_with_the_client,
    each_follows_the_own_side,
    profile,
    profile_entry_states_its_source,
    referral_for_a_right_is_followed,
    registration_concerns_both,
    statute_is_watched,
)
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.roles import Role

WORK = Role.WORK_CASE_MANAGER
CARE = Role.CARE_CASE_MANAGER


@pytest.mark.rule("AT-147")
def test_the_care_case_manager_follows_up_care_actions() -> None:
    assert each_follows_the_own_side(FollowUp(Domain.CARE, CARE)) == ()
    assert each_follows_the_own_side(FollowUp(Domain.WORK, WORK)) == ()
    assert each_follows_the_own_side(FollowUp(Domain.CARE, WORK)) == ("domain", "reason")


@pytest.mark.rule("AT-147")
def test_an_absent_colleague_is_replaced_with_a_reason() -> None:
    assert each_follows_the_own_side(FollowUp(Domain.CARE, WORK, True, "colleague is ill")) == ()
    assert each_follows_the_own_side(FollowUp(Domain.CARE, WORK, True)) == ("reason",)
    assert each_follows_the_own_side(FollowUp(Domain.CARE, WORK, False, "quicker")) == ("domain",)


@pytest.mark.rule("AT-147")
def test_a_provider_takes_over_nothing() -> None:
    assert each_follows_the_own_side(FollowUp(Domain.CARE, Role.CARE_PROVIDER, True, "ill")) == ("domain",)


@pytest.mark.rule("AT-148")
def test_a_changed_statute_asks_for_a_new_look_at_the_rights() -> None:
    since = date(2026, 9, 1)
    assert statute_is_watched(StatuteReview("sickness benefit", since, date(2026, 9, 1))) == ()
    assert statute_is_watched(StatuteReview("sickness benefit", since, date(2026, 8, 31))) == ("reviewed",)
    assert statute_is_watched(StatuteReview("", None)) == ("statute", "since", "reviewed")


@pytest.mark.rule("AT-148")
def test_a_referral_to_examine_a_right_is_open_until_its_outcome() -> None:
    asked = date(2026, 6, 1)
    assert referral_for_a_right_is_followed(RightReferral("OCMW", asked, "granted")) == ()
    assert referral_for_a_right_is_followed(RightReferral("OCMW", asked)) == ("outcome",)
    assert referral_for_a_right_is_followed(RightReferral("", None)) == ("organisation", "date", "outcome")


@pytest.mark.rule("AT-149")
def test_care_needs_belong_to_the_profile_as_much_as_competences() -> None:
    assert profile.missing(["competences", "thresholds", "growth_potential"]) == ("care_needs",)
    assert profile.missing(["competences", "thresholds", "growth_potential", "care_needs"]) == ()


@pytest.mark.rule("AT-150")
def test_a_changed_plan_is_discussed_before_it_is_submitted() -> None:
    submitted = date(2026, 10, 5)
    assert change_is_discussed_with_the_client(None, submitted_on=submitted) == ("discussed",)
    assert change_is_discussed_with_the_client(date(2026, 10, 6), submitted_on=submitted) == ("discussed",)
    assert change_is_discussed_with_the_client(date(2026, 10, 5), submitted_on=submitted) == ()


@pytest.mark.rule("AT-152")
def test_an_overdue_registration_is_shown_to_both_case_managers() -> None:
    assert registration_concerns_both({WORK, CARE}) == ()
    assert registration_concerns_both({WORK}) == ("care_case_manager",)
    assert registration_concerns_both({CARE}) == ("work_case_manager",)


@pytest.mark.rule("AT-152")
def test_a_registration_by_one_case_manager_is_done_for_both() -> None:
    assert registration_concerns_both(set(), done_by_role=CARE) == ()
    assert registration_concerns_both(set(), done_by_role=Role.WORK_PROVIDER) != ()


@pytest.mark.rule("AT-149")
def test_what_stands_in_the_profile_tells_where_it_comes_from() -> None:
    assert profile_entry_states_its_source("works precisely", "test") == ()
    assert profile_entry_states_its_source("", "test") == ("found",)
    assert profile_entry_states_its_source("works precisely", "") == ("source",)
