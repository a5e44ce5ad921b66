"""Employment support rights."""

from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.rights import (
    WORDS,
    PendingRequest,
    SupportRight,
    client_is_followed_meanwhile,
    request_has_evidence,
    rights_are_asked_before_the_advice,
    support_right_is_known,
    work_case_manager_asks_team_tom,
)
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.calendar import calendar_days
from vlechtwerk.rules.roles import Role

ASKED = date(2026, 11, 2)


@pytest.mark.rule("AT-168")
@pytest.mark.parametrize("code", ["BTOM", "collective", "INDIVIDUAL", "imw", "VOP"])
def test_the_rights_are_known_under_their_names_and_the_older_one(code: str) -> None:
    assert support_right_is_known(code) == ()


@pytest.mark.rule("AT-168")
def test_the_older_name_of_the_special_measure_means_the_same_right() -> None:
    assert WORDS["VOP"] is SupportRight.BTOM


@pytest.mark.rule("AT-168")
def test_the_abbreviation_with_two_meanings_is_no_right() -> None:
    assert support_right_is_known("CMW") == ("right",)


@pytest.mark.rule("AT-169")
def test_a_request_rests_on_a_certificate_or_on_the_icf_report() -> None:
    assert request_has_evidence(certificates=0, icf_completed_on=None) == ("evidence",)
    assert request_has_evidence(certificates=1, icf_completed_on=None) == ()
    assert request_has_evidence(certificates=0, icf_completed_on=ASKED) == ()


@pytest.mark.rule("AT-170")
def test_only_the_work_case_manager_asks_team_tom() -> None:
    assert work_case_manager_asks_team_tom(Role.WORK_CASE_MANAGER) == ()
    assert work_case_manager_asks_team_tom(Role.CARE_CASE_MANAGER) == ("work_case_manager",)


@pytest.mark.rule("AT-170")
def test_the_social_economy_is_not_advised_without_a_request_to_team_tom() -> None:
    day = date(2027, 6, 29)
    assert rights_are_asked_before_the_advice(Advice.SEC, asked_on=None, advice_on=day) == ("asked",)
    assert rights_are_asked_before_the_advice(Advice.SEC, asked_on=date(2027, 6, 30), advice_on=day) == ("asked",)
    assert rights_are_asked_before_the_advice(Advice.SEC, asked_on=date(2027, 6, 29), advice_on=day) == ()
    assert rights_are_asked_before_the_advice(Advice.WELFARE, asked_on=None, advice_on=day) == ()


@pytest.mark.rule("AT-171")
def test_after_thirty_days_without_contact_a_reminder_follows() -> None:
    request = PendingRequest(ASKED)
    assert client_is_followed_meanwhile(request, date(2026, 12, 2)) == ()
    assert client_is_followed_meanwhile(request, date(2026, 12, 3)) == ("contact",)


@pytest.mark.rule("AT-171")
def test_a_phone_call_moves_the_reminder() -> None:
    request = PendingRequest(ASKED, contacts=(date(2026, 11, 20),))
    assert client_is_followed_meanwhile(request, date(2026, 12, 20)) == ()
    assert client_is_followed_meanwhile(request, date(2026, 12, 21)) == ("contact",)


@pytest.mark.rule("AT-171")
def test_a_call_before_the_request_does_not_count() -> None:
    request = PendingRequest(ASKED, contacts=(date(2026, 10, 20),))
    assert client_is_followed_meanwhile(request, date(2026, 12, 2)) == ()


@pytest.mark.rule("AT-171")
def test_once_answered_no_reminder_follows() -> None:
    request = PendingRequest(ASKED, answered_on=date(2026, 12, 3))
    assert client_is_followed_meanwhile(request, date(2026, 12, 3)) == ()


@pytest.mark.rule("AT-171")
def test_a_region_chooses_another_interval() -> None:
    fortnight = calendar_days(14)
    assert client_is_followed_meanwhile(PendingRequest(ASKED), date(2026, 11, 16), interval=fortnight) == ()
    assert client_is_followed_meanwhile(PendingRequest(ASKED), date(2026, 11, 17), interval=fortnight) == ("contact",)
