"""The care partnership."""

from dataclasses import replace
from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.partnership import (
    Act,
    Contact,
    Mandate,
    PartnerAgreement,
    agreement_is_shared,
    contact_only_administers,
    one_partner_is_the_contact,
    one_partnership_per_region,
    partners_are_complete,
)
from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.activation.duties.team import Organisation
from vlechtwerk.rules.roles import Role

FIRST = Mandate("A", "X", Period(date(2023, 7, 1), date(2028, 6, 30)))
PARTNERS = ("CAW", "OCMW", "GGZ", "VAPH")
AGREEMENT = PartnerAgreement(
    "who takes which intake", date(2026, 1, 5), frozenset(PARTNERS), frozenset(PARTNERS), date(2027, 1, 4)
)


@pytest.mark.rule("AT-012")
def test_a_region_has_one_mandated_partnership_at_a_time() -> None:
    second = Mandate("B", "X", Period(date(2028, 6, 30)))
    assert one_partnership_per_region(second, [FIRST]) == ("only_one",)
    assert one_partnership_per_region(replace(second, period=Period(date(2028, 7, 1))), [FIRST]) == ()
    assert one_partnership_per_region(replace(second, region="Y"), [FIRST]) == ()


@pytest.mark.rule("AT-012")
def test_a_mandate_that_ends_the_day_before_another_starts_does_not_overlap_with_it() -> None:
    before = Mandate("B", "X", Period(date(2022, 7, 1), date(2023, 6, 30)))
    assert one_partnership_per_region(before, [FIRST]) == ()
    touching = replace(before, period=Period(date(2022, 7, 1), date(2023, 7, 1)))
    assert one_partnership_per_region(touching, [FIRST]) == ("only_one",)


@pytest.mark.rule("AT-013")
@pytest.mark.parametrize("welfare", [Organisation.CAW, Organisation.OCMW, Organisation.SOCIAL_SERVICE])
def test_any_of_three_welfare_partners_completes_a_partnership(welfare: Organisation) -> None:
    assert partners_are_complete([welfare, Organisation.MENTAL_HEALTH, Organisation.VAPH]) == ()


@pytest.mark.rule("AT-013")
def test_the_partner_that_is_missing_is_named() -> None:
    assert partners_are_complete([Organisation.OCMW, Organisation.MENTAL_HEALTH]) == ("vaph",)
    assert partners_are_complete([Organisation.CAW, Organisation.OCMW, Organisation.VAPH]) == ("mental_health",)
    assert partners_are_complete([Organisation.MENTAL_HEALTH, Organisation.VAPH]) == ("welfare",)


@pytest.mark.rule("AT-014")
def test_a_partnership_has_exactly_one_contact() -> None:
    contact = Contact("OCMW", Period(date(2024, 1, 1), date(2025, 12, 31)))
    assert one_partner_is_the_contact(PARTNERS, [contact], date(2025, 12, 31)) == ()
    assert one_partner_is_the_contact(PARTNERS, [contact], date(2026, 1, 1)) == ("one_contact",)
    assert one_partner_is_the_contact(PARTNERS, [contact, contact], date(2024, 5, 1)) == ("one_contact",)


@pytest.mark.rule("AT-014")
def test_the_contact_comes_from_one_of_the_partners() -> None:
    outsider = Contact("GTB", Period(date(2024, 1, 1)))
    assert one_partner_is_the_contact(PARTNERS, [outsider], date(2024, 1, 1)) == ("of_a_partner",)


@pytest.mark.rule("AT-015")
@pytest.mark.parametrize("act", [Act.READ_FILE, Act.APPROVE_PLAN, Act.ASSIGN_PROVIDER])
def test_the_contact_reads_no_files_and_decides_on_no_plans(act: Act) -> None:
    assert contact_only_administers(Role.CARE_PARTNERSHIP_CONTACT, act) == ("administrative",)


@pytest.mark.rule("AT-015")
def test_the_contact_reads_the_statement_of_the_half_year() -> None:
    assert contact_only_administers(Role.CARE_PARTNERSHIP_CONTACT, Act.READ_STATEMENT) == ()
    assert contact_only_administers(Role.CARE_PARTNERSHIP_CONTACT, Act.DISTRIBUTE_PAYMENT) == ()
    assert contact_only_administers(Role.NETWORK_COORDINATOR, Act.APPROVE_PLAN) == ()


@pytest.mark.rule("AT-016")
def test_an_agreement_of_the_partnership_is_shared_by_every_partner() -> None:
    assert agreement_is_shared(AGREEMENT) == ()
    assert agreement_is_shared(replace(AGREEMENT, agreed_by=frozenset(PARTNERS[1:]))) == ("shared",)


@pytest.mark.rule("AT-016")
def test_an_agreement_of_the_partnership_has_a_text_a_day_and_a_review() -> None:
    empty = replace(AGREEMENT, text="", agreed_on=None, review_on=None)
    assert agreement_is_shared(empty) == ("text", "agreed_on", "review")
