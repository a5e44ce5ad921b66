"""Who writes what in the confidential file."""

import pytest

from vlechtwerk.rules.activation.duties.writing import (
    DocumentKind,
    FilePart,
    care_provider_uploads,
    diagnostic_report_is_for_the_case_managers,
    role_writes_in_its_parts,
    work_provider_uploads,
)
from vlechtwerk.rules.roles import Role


@pytest.mark.rule("AT-139")
@pytest.mark.parametrize("part", list(FilePart))
def test_a_care_case_manager_writes_everywhere_until_access_ends(part: FilePart) -> None:
    assert role_writes_in_its_parts(Role.CARE_CASE_MANAGER, part, has_access=True) == ()
    assert role_writes_in_its_parts(Role.CARE_CASE_MANAGER, part, has_access=False) == ("access",)


@pytest.mark.rule("AT-139")
def test_a_provider_writes_in_the_contacts_and_not_in_the_icf() -> None:
    assert role_writes_in_its_parts(Role.CARE_PROVIDER, FilePart.CONTACTS, has_access=True) == ()
    assert role_writes_in_its_parts(Role.CARE_PROVIDER, FilePart.ICF, has_access=True) == ("part",)


@pytest.mark.rule("AT-139")
def test_the_project_follower_writes_nothing_in_the_confidential_file() -> None:
    assert role_writes_in_its_parts(Role.PROJECT_FOLLOWER, FilePart.CONTACTS, has_access=True) == ("part",)


@pytest.mark.rule("AT-140")
@pytest.mark.parametrize("kind", [DocumentKind.CONSULTATION_PREPARATION, DocumentKind.EVALUATION_REPORT])
def test_a_work_provider_uploads_reports_without_being_asked(kind: DocumentKind) -> None:
    assert work_provider_uploads(kind) == ()


@pytest.mark.rule("AT-140")
def test_another_document_of_a_work_provider_needs_a_request_of_the_work_case_manager() -> None:
    assert work_provider_uploads(DocumentKind.OTHER) == ("purpose",)
    assert work_provider_uploads(DocumentKind.OTHER, requested_by=Role.CARE_CASE_MANAGER) == ("purpose",)
    assert work_provider_uploads(DocumentKind.OTHER, requested_by=Role.WORK_CASE_MANAGER) == ()


@pytest.mark.rule("AT-141")
def test_a_diagnostic_report_needs_a_request_for_support_rights() -> None:
    assert care_provider_uploads(DocumentKind.DIAGNOSTIC_REPORT) == ("purpose",)
    assert care_provider_uploads(DocumentKind.DIAGNOSTIC_REPORT, support_right_asked=True) == ()


@pytest.mark.rule("AT-141")
@pytest.mark.parametrize("case_manager", [Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER])
def test_either_case_manager_may_ask_a_care_provider_for_another_document(case_manager: Role) -> None:
    assert care_provider_uploads(DocumentKind.OTHER, requested_by=case_manager) == ()
    assert care_provider_uploads(DocumentKind.OTHER, support_right_asked=True) == ("purpose",)


@pytest.mark.rule("AT-141")
def test_a_care_provider_uploads_an_evaluation_report_without_being_asked() -> None:
    assert care_provider_uploads(DocumentKind.EVALUATION_REPORT) == ()


@pytest.mark.rule("AT-141")
def test_a_diagnostic_report_is_read_by_the_case_managers_and_its_author_only() -> None:
    assert diagnostic_report_is_for_the_case_managers(Role.WORK_CASE_MANAGER) == ()
    assert diagnostic_report_is_for_the_case_managers(Role.CARE_PROVIDER, author=True) == ()
    assert diagnostic_report_is_for_the_case_managers(Role.CARE_PROVIDER) == ("reader",)
    assert diagnostic_report_is_for_the_case_managers(Role.NETWORK_COORDINATOR) == ("reader",)
