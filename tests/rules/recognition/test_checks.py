"""The automatic checks on the final page."""

from datetime import date

import pytest

from tests.rules.recognition.applications import STARTED, SUBMITTED, on
from vlechtwerk.rules.kernel import Findings
from vlechtwerk.rules.recognition import checks
from vlechtwerk.rules.recognition import events as e
from vlechtwerk.rules.recognition.checks import UNREACHABLE, CheckStatus, QualityRegistration, RegisterEntry

SUBMITTED_ON = date(2025, 4, 10)


@pytest.mark.rule("IM-074")
@pytest.mark.parametrize(
    ("entry", "findings"),
    [
        (RegisterEntry(active=True, normal_legal_situation=True), ()),
        (RegisterEntry(active=False, normal_legal_situation=True), ("active",)),
        (RegisterEntry(active=True, normal_legal_situation=False), ("legal_situation",)),
    ],
)
def test_the_enterprise_register_shows_an_active_organisation(entry: RegisterEntry, findings: Findings) -> None:
    assert checks.enterprise_register(entry) == findings


@pytest.mark.rule("IM-075")
@pytest.mark.parametrize(
    ("registration", "findings"),
    [
        (None, ("registration",)),
        (QualityRegistration(date(2025, 4, 10)), ()),
        (QualityRegistration(date(2025, 4, 11)), ("registration",)),
        (QualityRegistration(date(2020, 1, 1), date(2025, 4, 10)), ()),
        (QualityRegistration(date(2020, 1, 1), date(2025, 4, 9)), ("registration",)),
    ],
)
def test_the_quality_registration_holds_on_the_day_of_the_submission(
    registration: QualityRegistration | None, findings: Findings
) -> None:
    assert checks.quality_database(registration, SUBMITTED_ON) == findings


@pytest.mark.rule("IM-074")
@pytest.mark.rule("IM-075")
def test_a_source_that_cannot_be_reached_never_counts_as_met() -> None:
    assert checks.status_of(checks.enterprise_register(UNREACHABLE)) is CheckStatus.NOT_CHECKED
    assert checks.status_of(checks.quality_database(UNREACHABLE, SUBMITTED_ON)) is CheckStatus.NOT_CHECKED


@pytest.mark.rule("IM-073")
def test_a_check_shows_condition_source_status_and_details() -> None:
    assert list(checks.what_each_check_shows.points) == ["condition", "source", "status", "details"]
    assert checks.status_of(()) is CheckStatus.MET
    assert checks.status_of(("active",)) is CheckStatus.NOT_MET


@pytest.mark.rule("IM-039")
@pytest.mark.parametrize(
    ("check", "findings"),
    [
        (CheckStatus.MET, ()),
        (CheckStatus.NOT_MET, ("registration",)),
        (CheckStatus.NOT_CHECKED, ("registration",)),
    ],
)
def test_the_quality_condition_stays_open_until_the_check_is_met(check: CheckStatus, findings: Findings) -> None:
    assert checks.quality_model_condition(check) == findings


@pytest.mark.rule("IM-076")
def test_the_undersigning_check_is_red_until_somebody_undersigned() -> None:
    undersigned = e.ApplicationUndersigned(date(2025, 4, 14))
    red = [on(SUBMITTED_ON, STARTED).facts, on(SUBMITTED_ON, *SUBMITTED).facts]
    assert [checks.undersigning_check(facts) for facts in red] == [("undersigned",), ("undersigned",)]
    assert checks.undersigning_check(on(date(2025, 4, 14), *SUBMITTED, undersigned).facts) == ()
