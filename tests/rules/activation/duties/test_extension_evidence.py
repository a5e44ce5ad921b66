"""What a request for an extension rests on."""

from dataclasses import replace
from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.extension_evidence import (
    Evidence,
    ExtensionCase,
    ExtensionNote,
    ExtensionReason,
    RemainingAction,
    extension_is_asked_with_a_note,
    reason_has_its_evidence,
    reason_lies_with_the_client,
    remaining_actions_fit_the_extension,
)
from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.roles import Role

EXTENSION = Period(date(2027, 10, 7), date(2028, 1, 7))
INTERNSHIP = RemainingAction("finish the internship", Period(date(2027, 10, 7), date(2028, 1, 7)))
CASE = ExtensionCase("the internship could not be observed", EXTENSION, (INTERNSHIP,))
NOTE = ExtensionNote(
    Role.WORK_CASE_MANAGER,
    Role.PROJECT_FOLLOWER,
    date(2027, 9, 10),
    date(2027, 9, 8),
    refers_to_file=True,
    months=3,
    actions=("finish the internship",),
)


@pytest.mark.rule("AT-223")
@pytest.mark.parametrize("reason", [ExtensionReason.ILLNESS, ExtensionReason.MATERNITY])
def test_illness_and_maternity_leave_are_shown_by_the_changed_category(reason: ExtensionReason) -> None:
    assert reason_has_its_evidence(Evidence(reason)) == ("category",)
    assert reason_has_its_evidence(Evidence(reason, certificate=True)) == ("category",)
    assert reason_has_its_evidence(Evidence(reason, category_changed_on=date(2027, 2, 1))) == ()


@pytest.mark.rule("AT-223")
def test_a_medical_contra_indication_is_shown_by_a_certificate() -> None:
    reason = ExtensionReason.MEDICAL_CONTRA_INDICATION
    assert reason_has_its_evidence(Evidence(reason, explanation="may not lift")) == ("certificate",)
    assert reason_has_its_evidence(Evidence(reason, certificate=True)) == ()


@pytest.mark.rule("AT-223")
def test_an_accident_needs_an_explanation_only() -> None:
    assert reason_has_its_evidence(Evidence(ExtensionReason.ACCIDENT, explanation="fell from a ladder")) == ()
    assert reason_has_its_evidence(Evidence(ExtensionReason.ACCIDENT)) == ("explanation",)


@pytest.mark.rule("AT-224")
def test_remaining_actions_lie_within_the_months_that_are_asked() -> None:
    assert remaining_actions_fit_the_extension(CASE) == ()
    early = RemainingAction("talk", Period(date(2027, 10, 6), date(2027, 11, 1)))
    late = RemainingAction("talk", Period(date(2027, 11, 1), date(2028, 1, 8)))
    endless = RemainingAction("talk", Period(date(2027, 11, 1)))
    for action in (early, late, endless):
        assert remaining_actions_fit_the_extension(replace(CASE, actions=(action,))) == ("periods",)


@pytest.mark.rule("AT-224")
def test_a_request_without_remaining_actions_is_refused() -> None:
    assert remaining_actions_fit_the_extension(replace(CASE, actions=())) == ("actions",)
    assert remaining_actions_fit_the_extension(replace(CASE, prevents="")) == ("prevents",)
    unnamed = RemainingAction("", INTERNSHIP.period)
    assert remaining_actions_fit_the_extension(replace(CASE, actions=(unnamed,))) == ("actions",)


@pytest.mark.rule("AT-226")
def test_staff_shortage_of_a_provider_is_no_reason_and_an_admission_is() -> None:
    assert reason_lies_with_the_client(ExtensionReason.PROVIDER) == ("client_side",)
    assert reason_lies_with_the_client(ExtensionReason.PSYCHIATRIC_ADMISSION) == ()


@pytest.mark.rule("AT-228")
def test_a_note_with_a_reference_holds_no_health_text_and_opens_nothing() -> None:
    assert extension_is_asked_with_a_note(NOTE) == ()
    assert extension_is_asked_with_a_note(replace(NOTE, reason="depression")) == ("no_health_text",)
    assert extension_is_asked_with_a_note(replace(NOTE, opens_file=True)) == ("no_health_text",)


@pytest.mark.rule("AT-228")
def test_a_note_tells_the_reason_in_words_or_by_reference() -> None:
    in_words = replace(NOTE, refers_to_file=False, reason="three months of force majeure")
    assert extension_is_asked_with_a_note(in_words) == ()
    assert extension_is_asked_with_a_note(replace(NOTE, refers_to_file=False)) == ("reason",)


@pytest.mark.rule("AT-228")
def test_a_note_tells_the_months_and_the_remaining_actions() -> None:
    assert extension_is_asked_with_a_note(replace(NOTE, months=None)) == ("months",)
    assert extension_is_asked_with_a_note(replace(NOTE, actions=())) == ("actions",)


@pytest.mark.rule("AT-228")
def test_a_note_goes_from_the_work_case_manager_to_the_project_follower_after_a_talk() -> None:
    assert extension_is_asked_with_a_note(replace(NOTE, by=Role.CARE_CASE_MANAGER)) == ("work_case_manager",)
    assert extension_is_asked_with_a_note(replace(NOTE, to=Role.TRUSTED_ADVISOR)) == ("project_follower",)
    same_day, next_day = date(2027, 9, 10), date(2027, 9, 11)
    assert extension_is_asked_with_a_note(replace(NOTE, colleague_consulted_on=same_day)) == ()
    assert extension_is_asked_with_a_note(replace(NOTE, colleague_consulted_on=next_day)) == ("consulted",)
