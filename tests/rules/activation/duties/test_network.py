"""The provider network."""

from dataclasses import replace
from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.network import (
    Approval,
    Judgement,
    Membership,
    MembershipRequest,
    ProviderAgreement,
    ProviderChoice,
    approval_is_noted,
    coordinator_decides_on_providers,
    every_action_has_a_provider,
    in_network,
    judgement_is_explained,
    network_comes_first,
    network_has_one_coordinator,
    outside_provider_has_an_agreement,
    partner_may_be_added,
    referral_to_a_provider_follows_the_approval,
    unassigned,
)
from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.activation.duties.plan_shape import Action, Plan
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.roles import CASE_MANAGERS, Role

COORDINATOR = Membership("network X", "X", Period(date(2023, 7, 1), date(2026, 6, 30)))
OUTSIDE = ProviderChoice(in_network=False, search_result="nobody for sleep", searched_on=date(2026, 4, 2))
AGREEMENT = ProviderAgreement(conditions_met=True, signed_on=date(2026, 4, 20))
APPROVAL = Approval(Role.NETWORK_COORDINATOR, date(2026, 4, 3), realistic=True, within_budget=True)
REQUEST = MembershipRequest("sports club", "movement", "nobody offers it", approved_on=date(2026, 5, 11))


@pytest.mark.rule("AT-009")
def test_a_network_has_one_coordinator_at_a_time() -> None:
    assert network_has_one_coordinator("X", [COORDINATOR], date(2026, 6, 30)) == ()
    assert network_has_one_coordinator("X", [COORDINATOR], date(2026, 7, 1)) == ("one_coordinator",)
    assert network_has_one_coordinator("Y", [COORDINATOR], date(2026, 6, 30)) == ("one_coordinator",)
    assert network_has_one_coordinator("X", [COORDINATOR, COORDINATOR], date(2026, 6, 30)) == ("one_coordinator",)


@pytest.mark.rule("AT-009")
def test_a_provider_belongs_to_the_network_of_a_region_during_its_membership() -> None:
    member = Membership("P", "X", Period(date(2026, 5, 4)))
    assert in_network("P", "X", [member], date(2026, 5, 4))
    assert not in_network("P", "X", [member], date(2026, 5, 3))
    assert not in_network("P", "Y", [member], date(2026, 5, 4))
    assert not in_network("Q", "X", [member], date(2026, 5, 4))


@pytest.mark.rule("AT-090")
def test_the_coordinator_assigns_the_provider_that_a_case_manager_proposed() -> None:
    assert coordinator_decides_on_providers(Role.NETWORK_COORDINATOR) == ()
    assert coordinator_decides_on_providers(Role.WORK_CASE_MANAGER) == ("coordinator",)


@pytest.mark.rule("AT-114")
def test_a_returned_plan_has_a_reason() -> None:
    assert judgement_is_explained(Judgement.APPROVED, "") == ()
    assert judgement_is_explained(Judgement.RETURNED, "") == ("reason",)
    assert judgement_is_explained(Judgement.RETURNED, "nobody can guide the internship") == ()


@pytest.mark.rule("AT-114")
def test_a_question_about_the_plan_reaches_both_case_managers() -> None:
    assert judgement_is_explained(Judgement.QUESTION, "when?", CASE_MANAGERS) == ()
    only_care = frozenset({Role.CARE_CASE_MANAGER})
    assert judgement_is_explained(Judgement.QUESTION, "when?", only_care) == ("both_asked",)


@pytest.mark.rule("AT-120")
def test_the_coordinator_approves_a_plan_that_is_realistic_and_fits_in_the_budget() -> None:
    assert approval_is_noted(APPROVAL) == ()
    assert approval_is_noted(replace(APPROVAL, within_budget=False)) == ("within_budget",)
    assert approval_is_noted(replace(APPROVAL, realistic=False)) == ("realistic",)


@pytest.mark.rule("AT-120")
def test_the_approval_is_noted_by_the_coordinator_with_its_date() -> None:
    assert approval_is_noted(replace(APPROVAL, author=Role.WORK_CASE_MANAGER)) == ("author",)
    assert approval_is_noted(replace(APPROVAL, approved_on=None)) == ("approved_on",)


@pytest.mark.rule("AT-115")
def test_actions_without_a_provider_are_listed_by_their_planned_start() -> None:
    days = {"A": None, "B": date(2026, 6, 1), "C": date(2026, 5, 4), "D": date(2026, 5, 11)}
    plan = Plan(actions=tuple(Action(code, Domain.WORK, starts_on=day) for code, day in days.items()))
    assert unassigned(plan, {"D"}) == ("C", "B", "A")
    assert every_action_has_a_provider(plan, {"A", "B", "C"}) == ("assigned",)
    assert every_action_has_a_provider(plan, {"A", "B", "C", "D"}) == ()


@pytest.mark.rule("AT-116")
def test_a_provider_from_outside_is_used_when_the_network_has_no_offer() -> None:
    assert network_comes_first(ProviderChoice(in_network=True)) == ()
    assert network_comes_first(OUTSIDE) == ()
    assert network_comes_first(replace(OUTSIDE, search_result="")) == ("no_offer",)
    assert network_comes_first(replace(OUTSIDE, searched_on=None)) == ("searched",)


@pytest.mark.rule("AT-117")
def test_a_provider_from_outside_starts_on_the_day_of_the_signed_agreement_at_the_earliest() -> None:
    assert outside_provider_has_an_agreement(OUTSIDE, AGREEMENT, date(2026, 4, 20)) == ()
    assert outside_provider_has_an_agreement(OUTSIDE, AGREEMENT, date(2026, 4, 19)) == ("signed",)
    assert outside_provider_has_an_agreement(OUTSIDE, None, date(2026, 4, 20)) == ("conditions", "signed")
    unchecked = replace(AGREEMENT, conditions_met=False)
    assert outside_provider_has_an_agreement(OUTSIDE, unchecked, date(2026, 4, 20)) == ("conditions",)


@pytest.mark.rule("AT-117")
def test_a_provider_who_is_already_involved_needs_an_agreement_too() -> None:
    member = ProviderChoice(in_network=True)
    assert outside_provider_has_an_agreement(member, None, date(2026, 4, 20)) == ()
    involved = replace(member, already_involved=True)
    assert outside_provider_has_an_agreement(involved, None, date(2026, 4, 20)) == ("conditions", "signed")


@pytest.mark.rule("AT-118")
def test_a_new_partner_belongs_to_the_network_from_the_approval() -> None:
    assert partner_may_be_added(REQUEST, date(2026, 5, 11)) == ()
    assert partner_may_be_added(REQUEST, date(2026, 5, 10)) == ("approved",)
    assert partner_may_be_added(replace(REQUEST, approved_on=None), date(2026, 5, 11)) == ("approved",)


@pytest.mark.rule("AT-118")
def test_a_request_for_a_new_partner_names_partner_offer_and_motivation() -> None:
    empty = MembershipRequest("", "", "", approved_on=date(2026, 5, 11))
    assert partner_may_be_added(empty, date(2026, 5, 11)) == ("partner", "offer", "motivation")


@pytest.mark.rule("AT-123")
def test_the_participant_is_referred_to_an_assigned_provider_from_the_approval_on() -> None:
    approved_on = date(2026, 4, 3)
    assert referral_to_a_provider_follows_the_approval(approved_on, date(2026, 4, 3), True) == ()
    assert referral_to_a_provider_follows_the_approval(approved_on, date(2026, 4, 2), True) == ("approved",)
    assert referral_to_a_provider_follows_the_approval(None, date(2026, 4, 3), True) == ("approved",)
    assert referral_to_a_provider_follows_the_approval(approved_on, date(2026, 4, 3), False) == ("assigned",)
