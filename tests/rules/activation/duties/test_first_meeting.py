"""The first meeting."""

from dataclasses import replace
from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.first_meeting import (
    ContactNote,
    RemovalQuestion,
    agenda,
    complaints_procedure_is_explained_by,
    conversation_is_recorded,
    course_and_content,
    encouragement,
    first_bundle_holds_the_agreement,
    first_meeting_is_held_together,
    icf_is_kept_up_to_date,
    referral_information_is_repeated,
    removal_is_asked_after_mediation,
)
from vlechtwerk.rules.roles import Role

CLIENT, WORK, CARE = Role.CLIENT, Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER
NOTE = ContactNote(date(2026, 2, 19), frozenset({CLIENT, WORK}), "we got to know each other", WORK)
QUESTION = RemovalQuestion(date(2026, 3, 9), date(2026, 3, 9), WORK, Role.PROJECT_FOLLOWER)


@pytest.mark.rule("AT-056")
def test_a_first_meeting_without_the_care_case_manager_has_a_reason() -> None:
    assert first_meeting_is_held_together({CLIENT, WORK, CARE}) == ()
    assert first_meeting_is_held_together({CLIENT, WORK}) == ("together",)
    assert first_meeting_is_held_together({CLIENT, WORK}, "too much at once for the participant") == ()


@pytest.mark.rule("AT-062")
def test_the_agenda_of_the_first_meeting_has_six_points() -> None:
    five = {"trajectory", "roles", "course", "expectations", "next_steps"}
    assert agenda.missing(five) == ("complaints",)
    assert agenda.missing({*five, "complaints"}) == ()


@pytest.mark.rule("AT-062")
def test_a_point_that_is_not_on_the_agenda_cannot_be_ticked() -> None:
    with pytest.raises(ValueError, match="weather"):
        agenda.missing({"weather"})


@pytest.mark.rule("AT-063")
def test_the_information_sheet_has_six_headings() -> None:
    five = {"end_goal", "running_time", "work", "team", "care"}
    assert course_and_content.missing(five) == ("data",)
    assert course_and_content.missing({*five, "data"}) == ()


@pytest.mark.rule("AT-064")
def test_only_the_work_case_manager_explains_the_complaints_procedure() -> None:
    assert complaints_procedure_is_explained_by(WORK) == ()
    assert complaints_procedure_is_explained_by(CARE) == ("work_case_manager",)


@pytest.mark.rule("AT-065")
def test_what_the_mediator_told_is_repeated_by_the_team() -> None:
    told = {"privacy", "handover", "course", "rights"}
    assert referral_information_is_repeated(told, {"data", "roles", "course", "expectations"}) == ()
    assert referral_information_is_repeated(told, {"roles", "course", "expectations"}) == ("privacy",)
    assert referral_information_is_repeated({"course"}, set()) == ("course",)


@pytest.mark.rule("AT-067")
def test_the_first_bundle_holds_the_assignment_to_confirm_and_the_confirmation() -> None:
    assert first_bundle_holds_the_agreement(True, date(2026, 2, 19)) == ()
    assert first_bundle_holds_the_agreement(False, date(2026, 2, 19)) == ("assignment",)
    assert first_bundle_holds_the_agreement(True, None) == ("confirmed",)


@pytest.mark.rule("AT-069")
def test_a_participant_who_refuses_is_encouraged_on_five_points() -> None:
    assert encouragement.missing({"information", "internship", "care", "quick_job"}) == ("motivation",)
    assert encouragement.missing({"information", "internship", "care", "quick_job", "motivation"}) == ()


@pytest.mark.rule("AT-071")
def test_removal_is_asked_on_or_after_the_day_of_the_mediation_request() -> None:
    assert removal_is_asked_after_mediation(QUESTION) == ()
    assert removal_is_asked_after_mediation(replace(QUESTION, asked_on=date(2026, 3, 8))) == ("mediation_first",)
    assert removal_is_asked_after_mediation(replace(QUESTION, mediation_requested_on=None)) == ("mediation_first",)


@pytest.mark.rule("AT-071")
def test_the_work_case_manager_asks_the_project_follower_about_removal() -> None:
    assert removal_is_asked_after_mediation(replace(QUESTION, asked_by=CARE)) == ("asked_by",)
    assert removal_is_asked_after_mediation(replace(QUESTION, asked_of=Role.TRUSTED_ADVISOR)) == ("asked_of",)


@pytest.mark.rule("AT-080")
def test_the_record_of_either_case_manager_is_enough() -> None:
    assert conversation_is_recorded(NOTE) == ()
    assert conversation_is_recorded(replace(NOTE, author=CARE)) == ()
    assert conversation_is_recorded(replace(NOTE, author=CLIENT)) == ("author",)


@pytest.mark.rule("AT-080")
def test_a_record_tells_when_the_conversation_was_who_was_there_and_what_was_said() -> None:
    assert conversation_is_recorded(None) == ("date", "attendees", "text", "author")
    empty = replace(NOTE, on=None, attendees=frozenset(), text="  ")
    assert conversation_is_recorded(empty) == ("date", "attendees", "text")


@pytest.mark.rule("AT-081")
def test_the_icf_is_supplemented_on_or_after_the_day_of_the_conversation() -> None:
    assert icf_is_kept_up_to_date(date(2026, 9, 28), date(2026, 9, 28)) == ()
    assert icf_is_kept_up_to_date(date(2026, 9, 28), date(2026, 9, 27)) == ("up_to_date",)
    assert icf_is_kept_up_to_date(date(2026, 9, 28), None) == ("up_to_date",)
