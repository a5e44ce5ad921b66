"""Professional secrecy and discretion: who is bound by what, and how information crosses."""

from dataclasses import replace
from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.confidentiality import (
    Basis,
    Crossing,
    DepartmentPart,
    Duty,
    EntryClass,
    SharedItem,
    ShareStep,
    bases_between,
    care_department_sees_no_client_files,
    care_provider_tells_the_care_case_manager,
    duty_of,
    duty_of_the_recipient_is_shown,
    each_step_is_shared_apart,
    needs_consent,
    next_step_is_told_beforehand,
    secrecy_is_not_shared_with_vdab,
    sensitive_entry_rests_on_consent,
    sharing_serves_work,
    what_happens_with_information,
)
from vlechtwerk.rules.roles import Role

WORK = Role.WORK_CASE_MANAGER
CARE = Role.CARE_CASE_MANAGER
PROVIDER = Role.CARE_PROVIDER
ITEM = "needs a quiet workplace"
TO_CARE = ShareStep(PROVIDER, CARE, date(2026, 6, 1))
TO_WORK = ShareStep(CARE, WORK, date(2026, 6, 8))


@pytest.mark.rule("AT-242")
@pytest.mark.parametrize("role", [CARE, PROVIDER])
def test_care_professionals_are_bound_by_professional_secrecy(role: Role) -> None:
    assert duty_of(role) is Duty.PROFESSIONAL_SECRECY


@pytest.mark.rule("AT-242")
@pytest.mark.parametrize("role", [WORK, Role.VDAB_MEDIATOR, Role.TRUSTED_ADVISOR, Role.DGS, Role.WORK_PROVIDER])
def test_everybody_on_the_side_of_work_has_a_duty_of_discretion(role: Role) -> None:
    assert duty_of(role) is Duty.DISCRETION


@pytest.mark.rule("AT-242")
@pytest.mark.parametrize(
    ("before", "duty"), [(CARE, Duty.PROFESSIONAL_SECRECY), (WORK, Duty.DISCRETION), (None, Duty.DISCRETION)]
)
def test_who_handed_over_stays_bound_as_before_and_by_discretion_when_nobody_knows(
    before: Role | None, duty: Duty
) -> None:
    assert duty_of(Role.EARLIER_CASE_MANAGER, before=before) is duty


@pytest.mark.rule("AT-242")
def test_whom_somebody_follows_does_not_change_what_binds_them() -> None:
    assert duty_of(WORK, before=CARE) is Duty.DISCRETION


@pytest.mark.rule("AT-242")
def test_whoever_shares_sees_what_binds_the_recipient() -> None:
    assert duty_of_the_recipient_is_shown(WORK, Duty.DISCRETION) == ()
    assert duty_of_the_recipient_is_shown(WORK, Duty.PROFESSIONAL_SECRECY) == ("duty",)
    assert duty_of_the_recipient_is_shown(WORK, None) == ("duty",)


@pytest.mark.rule("AT-243")
def test_shared_secrecy_is_no_basis_towards_the_work_case_manager() -> None:
    assert bases_between(CARE, WORK) == {Basis.CONSENT}
    assert secrecy_is_not_shared_with_vdab(Crossing(CARE, WORK, Basis.SHARED_SECRECY, ITEM)) == ("basis",)
    assert secrecy_is_not_shared_with_vdab(Crossing(CARE, WORK, None, ITEM)) == ("basis",)
    assert secrecy_is_not_shared_with_vdab(Crossing(CARE, WORK, Basis.CONSENT, ITEM)) == ()


@pytest.mark.rule("AT-243")
def test_consent_covers_a_described_item() -> None:
    assert secrecy_is_not_shared_with_vdab(Crossing(CARE, WORK, Basis.CONSENT, "")) == ("item",)


@pytest.mark.rule("AT-243")
def test_between_care_professionals_shared_secrecy_may_be_a_basis() -> None:
    assert secrecy_is_not_shared_with_vdab(Crossing(PROVIDER, CARE, Basis.SHARED_SECRECY, ITEM)) == ()
    assert secrecy_is_not_shared_with_vdab(Crossing(PROVIDER, CARE, None, ITEM)) == ("basis",)


@pytest.mark.rule("AT-243")
def test_information_of_the_work_side_crosses_without_a_basis_of_secrecy() -> None:
    assert secrecy_is_not_shared_with_vdab(Crossing(WORK, CARE, None, ITEM)) == ()


@pytest.mark.rule("AT-244")
def test_nothing_is_shared_without_a_purpose_for_work() -> None:
    shared = SharedItem(ITEM, "find a place without noise", WORK, date(2026, 6, 1))
    assert sharing_serves_work(shared) == ()
    assert sharing_serves_work(replace(shared, purpose="")) == ("purpose",)
    assert sharing_serves_work(SharedItem("", "", None, None)) == ("item", "purpose", "recipient", "date")


@pytest.mark.rule("AT-246")
def test_only_a_sensitive_entry_needs_consent() -> None:
    assert sensitive_entry_rests_on_consent(EntryClass.ADMINISTRATIVE, has_consent=False) == ()
    assert sensitive_entry_rests_on_consent(EntryClass.SENSITIVE, has_consent=False) == ("consent",)
    assert sensitive_entry_rests_on_consent(EntryClass.SENSITIVE, has_consent=True) == ()
    assert sensitive_entry_rests_on_consent(None, has_consent=True) == ("class",)


@pytest.mark.rule("AT-251")
def test_what_the_care_case_manager_hears_does_not_reach_the_work_case_manager_by_itself() -> None:
    day = date(2026, 6, 30)
    assert each_step_is_shared_apart(CARE, author=PROVIDER, steps=[TO_CARE], on=day) == ()
    assert each_step_is_shared_apart(WORK, author=PROVIDER, steps=[TO_CARE], on=day) == ("own_step",)


@pytest.mark.rule("AT-251")
def test_the_next_step_lets_the_work_case_manager_read_from_its_day() -> None:
    steps = [TO_WORK, TO_CARE]
    assert each_step_is_shared_apart(WORK, author=PROVIDER, steps=steps, on=date(2026, 6, 7)) == ("own_step",)
    assert each_step_is_shared_apart(WORK, author=PROVIDER, steps=steps, on=date(2026, 6, 8)) == ()


@pytest.mark.rule("AT-251")
def test_nobody_shares_what_has_not_reached_them() -> None:
    steps = [ShareStep(CARE, WORK, date(2026, 5, 31)), TO_CARE]
    assert each_step_is_shared_apart(WORK, author=PROVIDER, steps=steps, on=date(2026, 6, 30)) == ("own_step",)


@pytest.mark.rule("AT-251")
def test_a_care_provider_is_told_that_the_care_case_manager_shares_on() -> None:
    assert next_step_is_told_beforehand(PROVIDER, CARE, warned=False) == ("warning",)
    assert next_step_is_told_beforehand(PROVIDER, CARE, warned=True) == ()
    assert next_step_is_told_beforehand(CARE, WORK, warned=False) == ()


@pytest.mark.rule("AT-256")
def test_a_professional_knows_until_when_information_is_seen() -> None:
    known = ["readers", "purpose", "control", "own_role"]
    assert what_happens_with_information.missing(known) == ("until",)
    assert what_happens_with_information.missing([*known, "until"]) == ()


@pytest.mark.rule("AT-260")
def test_the_care_department_sees_mandates_and_statements_and_no_client_files() -> None:
    assert care_department_sees_no_client_files(DepartmentPart.MANDATES) == ()
    assert care_department_sees_no_client_files(DepartmentPart.PAYMENT_STATEMENTS) == ()
    assert care_department_sees_no_client_files(DepartmentPart.CLIENT_FILE) == ("part",)


FUNCTIONING, SENSITIVE, ADMINISTRATIVE = EntryClass.FUNCTIONING, EntryClass.SENSITIVE, EntryClass.ADMINISTRATIVE


@pytest.mark.rule("AT-243")
@pytest.mark.parametrize(("by", "to", "needed"), [(CARE, WORK, True), (CARE, PROVIDER, False), (WORK, CARE, False)])
def test_what_leaves_professional_secrecy_needs_consent(by: Role, to: Role, needed: bool) -> None:
    assert needs_consent(by, to, FUNCTIONING) is needed


@pytest.mark.rule("AT-246")
@pytest.mark.parametrize(("by", "to"), [(CARE, WORK), (PROVIDER, CARE), (WORK, CARE)])
def test_what_is_sensitive_always_needs_consent_and_what_is_administrative_never(by: Role, to: Role) -> None:
    assert needs_consent(by, to, SENSITIVE)
    assert not needs_consent(by, to, ADMINISTRATIVE)


@pytest.mark.rule("AT-251")
@pytest.mark.parametrize(
    ("by", "to", "kind", "missing"),
    [
        (PROVIDER, {CARE}, FUNCTIONING, ()),
        (PROVIDER, {CARE, WORK}, FUNCTIONING, ("next_step",)),
        (PROVIDER, {WORK}, ADMINISTRATIVE, ()),
        (CARE, {WORK}, SENSITIVE, ()),
    ],
)
def test_a_care_provider_shares_with_the_care_case_manager_first(
    by: Role, to: set[Role], kind: EntryClass, missing: tuple[str, ...]
) -> None:
    assert care_provider_tells_the_care_case_manager(by, frozenset(to), kind) == missing
