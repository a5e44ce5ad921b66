"""Changing the plan."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from vlechtwerk.rules.activation.duties.notices import Content, Notice
from vlechtwerk.rules.activation.duties.plan_change import (
    ActionChange,
    Change,
    CostChange,
    DateChange,
    GoalChange,
    InternshipChange,
    Manner,
    OtherChange,
    PlanMail,
    ProviderChange,
    change_fits_in_the_plan,
    coordinator_is_mailed,
    fundamental_change_is_a_new_version,
    minor_change_is_logged,
    version_in_force,
)
from vlechtwerk.rules.activation.facts import PlanVersion
from vlechtwerk.rules.roles import Role

EVALUATED_ON = date(2026, 7, 1)
FIELDS = frozenset({"sleep", "debts"})
NOTICE = Notice(
    Role.WORK_CASE_MANAGER,
    frozenset({Role.NETWORK_COORDINATOR}),
    frozenset({Content.PLAN_VERSION, Content.TRAJECTORY_NUMBER, Content.LINK}),
)
MAILS = tuple(PlanMail(NOTICE, number) for number in (1, 2, 3))
SIGNED_BY = frozenset({Role.CLIENT, Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER})
FIRST = PlanVersion(1, date(2026, 3, 30), SIGNED_BY, date(2026, 3, 31), date(2026, 4, 3))
SECOND = PlanVersion(2, date(2026, 10, 5), SIGNED_BY, date(2026, 10, 5))


@pytest.mark.rule("AT-097")
@pytest.mark.parametrize(
    "change",
    [
        GoalChange(Manner.REWORDED),
        ActionChange(Manner.REWORDED),
        InternshipChange(in_kind=False),
        ProviderChange("debts", FIELDS),
        DateChange(date(2026, 5, 18), EVALUATED_ON),
        DateChange(EVALUATED_ON, EVALUATED_ON),
        CostChange(Decimal("5000.00"), approved=Decimal("5000.00")),
        OtherChange("another room for the talks"),
    ],
)
def test_a_minor_change_needs_no_new_plan(change: Change) -> None:
    assert change_fits_in_the_plan([change]) == ()


@pytest.mark.rule("AT-095")
@pytest.mark.rule("AT-097")
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (GoalChange(Manner.ADDED), "goals"),
        (GoalChange(Manner.REMOVED), "goals"),
        (GoalChange(Manner.REPLACED), "goals"),
        (ActionChange(Manner.ADDED), "actions"),
        (ActionChange(Manner.REMOVED), "actions"),
        (InternshipChange(in_kind=True), "internship"),
        (ProviderChange("addiction", FIELDS), "providers"),
        (DateChange(date(2026, 7, 2), EVALUATED_ON), "dates"),
        (CostChange(Decimal("5000.01"), approved=Decimal("5000.00")), "cost"),
    ],
)
def test_a_fundamental_change_does_not_fit_in_the_plan(change: Change, reason: str) -> None:
    assert change_fits_in_the_plan([change]) == (reason,)


@pytest.mark.rule("AT-097")
def test_the_team_may_treat_a_minor_change_as_fundamental() -> None:
    assert change_fits_in_the_plan([OtherChange("another room")], upgraded=True) == ("chosen",)


@pytest.mark.rule("AT-097")
def test_every_reason_is_named_once_and_one_fundamental_change_is_enough() -> None:
    changes: list[Change] = [
        OtherChange("room"),
        GoalChange(Manner.ADDED),
        GoalChange(Manner.REMOVED),
        ActionChange(Manner.ADDED),
    ]
    assert change_fits_in_the_plan(changes) == ("goals", "actions")


@pytest.mark.rule("AT-097")
def test_a_minor_change_is_logged_with_author_and_reason() -> None:
    assert minor_change_is_logged(Role.WORK_CASE_MANAGER, "the provider is on holiday") == ()
    assert minor_change_is_logged(None, "the provider is on holiday") == ("author",)
    assert minor_change_is_logged(Role.WORK_CASE_MANAGER, "") == ("reason",)


@pytest.mark.rule("AT-095")
def test_a_fundamental_change_is_a_signed_and_uploaded_version_that_the_coordinator_knows() -> None:
    assert fundamental_change_is_a_new_version(SECOND, date(2026, 10, 5)) == ()
    assert fundamental_change_is_a_new_version(SECOND, None) == ("told",)
    assert fundamental_change_is_a_new_version(replace(SECOND, uploaded_on=None), date(2026, 10, 5)) == ("uploaded",)
    unsigned = replace(SECOND, signed_by=frozenset())
    assert fundamental_change_is_a_new_version(unsigned, date(2026, 10, 5)) == ("signed",)
    assert fundamental_change_is_a_new_version(None, None) == ("new_version", "signed", "uploaded", "told")
    assert fundamental_change_is_a_new_version(None, date(2026, 10, 5)) == ("new_version", "signed", "uploaded")


@pytest.mark.rule("AT-095")
def test_the_first_version_holds_until_the_second_is_approved() -> None:
    assert version_in_force([FIRST, SECOND]) == FIRST
    approved = replace(SECOND, approved_on=date(2026, 10, 9))
    assert version_in_force([approved, FIRST]) == approved
    assert version_in_force([SECOND]) is None


@pytest.mark.rule("AT-113")
def test_the_coordinator_gets_one_mail_about_every_uploaded_version() -> None:
    assert coordinator_is_mailed([1, 2, 3], MAILS) == ()
    assert coordinator_is_mailed([1, 2, 3, 3], MAILS) == ()
    assert coordinator_is_mailed([1, 2, 3], MAILS[:2]) == ("every_version",)
    assert coordinator_is_mailed([1, 2, 3], (*MAILS, MAILS[2])) == ("once",)


@pytest.mark.rule("AT-113")
def test_a_mail_about_the_plan_names_its_version_and_nothing_of_health() -> None:
    brief = PlanMail(replace(NOTICE, content=frozenset({Content.PLAN_VERSION, Content.TRAJECTORY_NUMBER})), 1)
    assert coordinator_is_mailed([1], [brief]) == ()
    nameless = PlanMail(replace(NOTICE, content=frozenset({Content.LINK, Content.TRAJECTORY_NUMBER})), 1)
    assert coordinator_is_mailed([1], [nameless]) == ("version",)
    telling = PlanMail(replace(NOTICE, content=NOTICE.content | {Content.HEALTH}), 1)
    assert coordinator_is_mailed([1], [telling]) == ("confidence",)


@pytest.mark.rule("AT-113")
def test_a_mail_about_the_plan_goes_from_the_work_case_manager_to_the_coordinator() -> None:
    assert coordinator_is_mailed([1], [PlanMail(replace(NOTICE, sender=Role.CARE_CASE_MANAGER), 1)]) == ("sender",)
    to_provider = replace(NOTICE, recipients=frozenset({Role.CARE_PROVIDER}))
    assert coordinator_is_mailed([1], [PlanMail(to_provider, 1)]) == ("coordinator",)
