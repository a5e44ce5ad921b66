"""The career file: up to date, traceable, and other databases only with the client's knowledge."""

from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.dossier import (
    ActionResult,
    Correction,
    DatabaseApproval,
    DiscussionRequest,
    FileContent,
    access_is_given_by_the_work_case_manager,
    client_knows_of_the_registration,
    correction_is_traceable,
    dossier_is_up_to_date,
    file_is_discussed_on_request,
    file_is_referred_to,
    guidelines_were_read,
    reconstruction,
    sensitive_content_is_confidential,
    vdab_approved_the_database,
)
from vlechtwerk.rules.roles import Role

EVALUATED = date(2026, 9, 28)


@pytest.mark.rule("AT-130")
def test_a_result_is_overdue_from_the_day_after_the_evaluation_date() -> None:
    actions = [ActionResult(EVALUATED)]
    assert dossier_is_up_to_date(actions, date(2026, 9, 28)) == ()
    assert dossier_is_up_to_date(actions, date(2026, 9, 29)) == ("results",)


@pytest.mark.rule("AT-130")
def test_a_registered_result_puts_the_file_in_order() -> None:
    assert dossier_is_up_to_date([ActionResult(EVALUATED, date(2026, 10, 1))], date(2026, 10, 1)) == ()
    assert dossier_is_up_to_date([ActionResult(EVALUATED, date(2026, 10, 2))], date(2026, 10, 1)) == ("results",)


@pytest.mark.rule("AT-131")
def test_two_people_never_have_the_same_file_reference() -> None:
    assert file_is_referred_to("MLP-1", {"MLP-2"}) == ()
    assert file_is_referred_to("MLP-1", {"MLP-1"}) == ("unique",)
    assert file_is_referred_to(" ", {"MLP-1"}) == ("reference",)


@pytest.mark.rule("AT-132")
def test_a_reconstruction_without_plan_versions_is_not_complete() -> None:
    others = [code for code in reconstruction.points if code != "plan_versions"]
    assert reconstruction.missing(others) == ("plan_versions",)
    assert reconstruction.missing([*others, "plan_versions"]) == ()


@pytest.mark.rule("AT-133")
def test_reading_last_years_guidelines_is_not_enough() -> None:
    read = {"2025": date(2025, 3, 1)}
    assert guidelines_were_read(read, version="2026", on=date(2026, 5, 4)) == ("read",)
    assert guidelines_were_read({"2026": date(2026, 5, 4)}, version="2026", on=date(2026, 5, 4)) == ()


@pytest.mark.rule("AT-134")
def test_the_client_is_told_before_anything_is_recorded() -> None:
    recorded_on = date(2026, 2, 19)
    assert client_knows_of_the_registration(None, recorded_on=recorded_on) == ("informed",)
    assert client_knows_of_the_registration(date(2026, 2, 20), recorded_on=recorded_on) == ("informed",)
    assert client_knows_of_the_registration(date(2026, 2, 19), recorded_on=recorded_on) == ()


@pytest.mark.rule("AT-135")
def test_without_approval_of_vdab_no_database_of_ones_own() -> None:
    day = date(2026, 1, 12)
    approval = DatabaseApproval("V-2026-3", day, "activation trajectories of the region")
    assert vdab_approved_the_database(None, recorded_on=day) == ("approval", "reference", "scope")
    assert vdab_approved_the_database(approval, recorded_on=day) == ()
    assert vdab_approved_the_database(approval, recorded_on=date(2026, 1, 11)) == ("approval",)


@pytest.mark.rule("AT-135")
def test_an_approval_names_its_reference_and_scope() -> None:
    bare = DatabaseApproval("", date(2026, 1, 12), "")
    assert vdab_approved_the_database(bare, recorded_on=date(2026, 1, 12)) == ("reference", "scope")


@pytest.mark.rule("AT-136")
def test_a_correction_keeps_author_earlier_value_and_both_dates() -> None:
    corrected = date(2026, 6, 2)
    assert correction_is_traceable(Correction("An", "Gent", date(2026, 6, 1), corrected)) == ()
    assert correction_is_traceable(Correction("An", "", date(2026, 6, 2), corrected)) == ()
    assert correction_is_traceable(Correction("", None, None, corrected)) == ("author", "earlier_value", "dates")


@pytest.mark.rule("AT-137")
@pytest.mark.parametrize("content", [FileContent.ICF, FileContent.CONTACTS, FileContent.PLAN, FileContent.CONTEXT])
def test_icf_contacts_plans_and_context_stand_in_the_confidential_file(content: FileContent) -> None:
    assert sensitive_content_is_confidential(content, confidential=True) == ()
    assert sensitive_content_is_confidential(content, confidential=False) == ("confidential",)


@pytest.mark.rule("AT-137")
def test_administrative_data_may_stand_outside_the_confidential_file() -> None:
    assert sensitive_content_is_confidential(FileContent.ADMINISTRATIVE, confidential=False) == ()


@pytest.mark.rule("AT-138")
def test_only_the_work_case_manager_gives_access() -> None:
    assert access_is_given_by_the_work_case_manager(Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER) == ()
    assert access_is_given_by_the_work_case_manager(Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER) == ("by",)


@pytest.mark.rule("AT-138")
def test_the_trusted_advisor_gets_no_access_to_the_confidential_file() -> None:
    assert access_is_given_by_the_work_case_manager(Role.WORK_CASE_MANAGER, Role.TRUSTED_ADVISOR) == ("to",)


@pytest.mark.rule("AT-138")
def test_a_request_to_discuss_the_file_is_closed_by_the_work_case_manager_after_the_talk() -> None:
    asked = date(2026, 6, 1)
    assert file_is_discussed_on_request(DiscussionRequest(asked, asked, Role.WORK_CASE_MANAGER)) == ()
    assert file_is_discussed_on_request(DiscussionRequest(asked, None, Role.WORK_CASE_MANAGER)) == ("talk",)
    early = DiscussionRequest(asked, date(2026, 5, 31), Role.CARE_CASE_MANAGER)
    assert file_is_discussed_on_request(early) == ("talk", "work_case_manager")
