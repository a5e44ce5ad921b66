"""The care partnership: one for each region, complete, with one contact, and agreements that all partners share."""

import pytest

from tests.arrangements.conftest import Region
from tests.scene import text_of
from vlechtwerk.arrangements.models import Arrangement, Sort
from vlechtwerk.organisations.models import Organisation
from vlechtwerk.rules.roles import Role

CONTACT, DEPARTMENT, CARE = Role.CARE_PARTNERSHIP_CONTACT, Role.CARE_DEPARTMENT, Role.CARE_CASE_MANAGER
PAGE = "/regio/samenwerkingsverband/"


def mandate(region: Region, on: str, until: str = "", name: str = "Samenwerkingsverband") -> int:
    """The department mandates a partnership from and until a day; what came of it."""
    organisation, _new = Organisation.objects.get_or_create(name=name, kind=Organisation.Kind.CARE_PARTNERSHIP)
    told = {"organisation": str(organisation.pk), "on": on, "until": until, "source": "Beslissing"}
    return int(region.note(DEPARTMENT, "mandaat", **told).status_code)


def complete(region: Region) -> None:
    """A partner of each kind."""
    for name, kind in (("DMW De Hulp", "dmw"), ("GGZ Het Rustpunt", "ggz"), ("VAPH De Steun", "vaph")):
        assert region.partner(name, kind).status_code == 302


@pytest.mark.rule("AT-012")
def test_a_second_partnership_is_mandated_only_after_the_first(region: Region) -> None:
    assert mandate(region, "2023-07-01", "2028-06-30") == 302
    assert mandate(region, "2027-01-01", name="Ander verband") == 422
    assert mandate(region, "2028-06-30", name="Ander verband") == 422
    assert mandate(region, "2028-07-01", name="Ander verband") == 302


@pytest.mark.rule("AT-260")
def test_only_the_care_department_mandates(region: Region) -> None:
    assert [region.as_(role).get("/regio/noteren/mandaat/").status_code for role in (DEPARTMENT, CONTACT)] == [200, 404]


@pytest.mark.rule("AT-013")
def test_the_page_names_the_kind_of_partner_that_is_missing(region: Region) -> None:
    region.partner("OCMW Wisselburg", "ocmw")
    region.partner("GGZ Het Rustpunt", "ggz")
    assert "Ontbreekt: een VAPH-partner" in text_of(region.as_(CONTACT).get(PAGE))
    region.partner("VAPH De Steun", "vaph")
    assert "Ontbreekt" not in text_of(region.as_(CONTACT).get(PAGE))


@pytest.mark.rule("AT-013")
def test_a_partner_who_left_is_missing_from_the_next_day(region: Region) -> None:
    complete(region)
    left = Arrangement.objects.get(sort=Sort.PARTNER, organisation__kind="vaph")
    region.partner("VAPH De Steun", "vaph", until="2026-02-01", replaces=str(left.pk))
    assert "Ontbreekt: een VAPH-partner" in text_of(region.as_(CONTACT).get(PAGE))


@pytest.mark.rule("AT-014")
def test_the_contact_comes_from_a_partner_of_that_day(region: Region) -> None:
    complete(region)
    partner = Organisation.objects.get(kind="dmw")
    told = {"organisation": str(partner.pk), "name": "Ada Aanspreeks", "reach": "ada@voorbeeld.test"}
    assert "AT-014" in text_of(region.note(CONTACT, "contactpersoon", on="2023-06-30", **told))
    assert region.note(CONTACT, "contactpersoon", on="2023-07-01", **told).status_code == 302
    assert "Ada Aanspreeks, DMW De Hulp" in text_of(region.as_(CARE).get("/regio/"))


@pytest.mark.rule("AT-016")
def test_an_agreement_that_one_partner_does_not_share_says_so(region: Region) -> None:
    complete(region)
    told = {"text": "Intakes elke maandag", "on": "2026-01-12", "review_on": "2026-07-01"}
    assert region.note(CONTACT, "afspraak", **told).status_code == 302
    agreement = Arrangement.objects.get(sort=Sort.AGREEMENT)
    for partner in Organisation.objects.filter(kind__in=("dmw", "ggz", "vaph")):
        assert "niet gedeeld door allen" in text_of(region.as_(CARE).get(PAGE))
        yes = {"about": str(agreement.pk), "organisation": str(partner.pk), "on": "2026-01-12"}
        assert region.note(CONTACT, "akkoord", **yes).status_code == 302
    assert "niet gedeeld door allen" not in text_of(region.as_(CARE).get(PAGE))


@pytest.mark.rule("AT-015")
def test_the_contact_reads_no_file(region: Region) -> None:
    case = region.world.refer()
    for page in ("", "luik/", "toeleiding/"):
        assert region.as_(CONTACT).get(f"/trajecten/{case.pk}/{page}").status_code == 404
