"""Handing over to the providers and following the plan."""

from dataclasses import replace
from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.follow_up import (
    Consultation,
    FollowUpAgreement,
    consultation_looks_back_and_ahead,
    handover_is_warm,
    plan_is_followed,
    provider_changes_own_entries_only,
    provider_records_every_session,
)
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.roles import Role

WORK_TALK = frozenset({Role.CLIENT, Role.WORK_CASE_MANAGER, Role.WORK_PROVIDER})
CARE_TALK = frozenset({Role.CLIENT, Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER})
BOTH = (Domain.WORK, Domain.CARE)
MEETING = Consultation(
    WORK_TALK, "the internship goes well", "two hours more", (FollowUpAgreement("Ine", "calls", date(2026, 7, 1)),)
)


@pytest.mark.rule("AT-124")
def test_the_handover_is_one_meeting_of_all_or_one_for_each_side() -> None:
    assert handover_is_warm(BOTH, [WORK_TALK, CARE_TALK]) == ()
    assert handover_is_warm(BOTH, [WORK_TALK | CARE_TALK]) == ()
    assert handover_is_warm(BOTH, [WORK_TALK]) == ("care",)
    assert handover_is_warm([Domain.WORK], [WORK_TALK]) == ()


@pytest.mark.rule("AT-124")
def test_a_handover_without_the_participant_is_not_warm() -> None:
    assert handover_is_warm(BOTH, [(WORK_TALK | CARE_TALK) - {Role.CLIENT}]) == ("work", "care")


@pytest.mark.rule("AT-125")
def test_a_consultation_looks_back_and_ahead() -> None:
    assert consultation_looks_back_and_ahead(MEETING) == ()
    empty = Consultation(frozenset(), "", "")
    assert consultation_looks_back_and_ahead(empty) == ("attendees", "evaluated", "continuation")


@pytest.mark.rule("AT-125")
def test_an_agreement_tells_who_does_what_by_when() -> None:
    for unclear in (
        FollowUpAgreement("", "calls", date(2026, 7, 1)),
        FollowUpAgreement("Ine", "", date(2026, 7, 1)),
        FollowUpAgreement("Ine", "calls", None),
    ):
        assert consultation_looks_back_and_ahead(replace(MEETING, agreements=(unclear,))) == ("agreements",)


@pytest.mark.rule("AT-126")
def test_every_session_of_a_provider_is_recorded() -> None:
    sessions = [date(2026, 5, 4), date(2026, 5, 11), date(2026, 5, 18)]
    assert provider_records_every_session(sessions, sessions[:2]) == ("every_session",)
    assert provider_records_every_session(sessions, sessions) == ()


@pytest.mark.rule("AT-126")
def test_a_provider_changes_only_the_own_entries() -> None:
    assert provider_changes_own_entries_only("P", "P") == ()
    assert provider_changes_own_entries_only("P", "Q") == ("own_entry",)


@pytest.mark.rule("AT-128")
def test_sixty_days_without_a_contact_give_a_hint() -> None:
    approved_on = date(2026, 4, 3)
    assert plan_is_followed([], approved_on, date(2026, 6, 1)) == ()
    assert plan_is_followed([], approved_on, date(2026, 6, 2)) == ("contact",)
    assert plan_is_followed([date(2026, 5, 4)], approved_on, date(2026, 6, 2)) == ()
