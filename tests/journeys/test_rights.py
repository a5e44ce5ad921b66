"""In a browser: a client asks something about her data and reads the answer, and an officer decides what is destroyed."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect
from zeal import zeal_ignore

from tests.browser import assert_accessible, assert_no_sideways_scrolling
from tests.journeys.conftest import Visit
from tests.retention.ended import ENDED_ON, proposed, says_years, stop
from tests.review.people import make_officer
from vlechtwerk.retention.models import Answer, Given, Proposal, Request
from vlechtwerk.rules.roles import Role

PAGES = ["bewaartermijnen/", "bewaartermijnen/tegenhouden/", "gegevensvragen/", "gegevensvragen/nieuw/"]
APPROVAL = ["installatie/akkoord/", "installatie/akkoord/nieuw/"]


@pytest.mark.parametrize("path", [*PAGES, *APPROVAL])
def test_the_pages_of_the_officer_are_for_everybody(visit: Visit, path: str) -> None:
    page = visit.sign_in(make_officer(visit.scene.cast))
    page.goto(f"{visit.site}/{path}")
    assert_accessible(page)
    assert_no_sideways_scrolling(page)


def asks_on_page(page: Page) -> None:
    """Ask to see everything."""
    page.get_by_role("link", name="Mijn gegevens en mijn rechten").click()
    page.get_by_label("Ik wil alles zien wat u over mij bewaart (artikel 15)").check()
    page.get_by_label("Vertel het in uw eigen woorden").fill("Wat weet u over mij?")
    page.get_by_role("button", name="Vraag het").click()


def answers_on_page(page: Page) -> None:
    """Do what is asked."""
    page.get_by_label("Doen wat gevraagd wordt", exact=True).check()
    page.get_by_label("Antwoord en reden").fill("U vindt alles in uw bestand.")
    page.get_by_role("button", name="Bewaren en aan de deelnemer zeggen").click()


def test_a_client_asks_and_reads_the_answer(visit: Visit) -> None:
    officer = make_officer(visit.scene.cast)
    page = visit.as_(Role.CLIENT)
    asks_on_page(page)
    expect(page.get_by_text("U krijgt ten laatste op 1 juni 2026 een antwoord.")).to_be_visible()
    assert_accessible(page)
    visit.sign_in(officer).goto(f"{visit.site}/gegevensvragen/{Request.objects.get().pk}/")
    assert_accessible(page)
    answers_on_page(page)
    visit.as_(Role.CLIENT).goto(f"{visit.site}/mijn/{visit.scene.case.pk}/gegevens/")
    expect(page.get_by_text("U vindt alles in uw bestand.")).to_be_visible()


def over_today(visit: Visit) -> Proposal:
    """A proposal of today: the trajectory is stopped, and the region keeps nothing after that."""
    with zeal_ignore():
        stop(visit.scene, ENDED_ON)
        says_years(visit.scene, "claims_years", 0)
        says_years(visit.scene, "after_years", 0)
        return proposed(date(2026, 5, 1))


def test_an_officer_rejects_a_proposal(visit: Visit) -> None:
    found = over_today(visit)
    page = visit.sign_in(make_officer(visit.scene.cast))
    page.get_by_role("link", name="Bewaartermijnen").first.click()
    page.get_by_role("link", name=visit.scene.case.reference).click()
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    page.get_by_label("Nog niet vernietigen", exact=True).check()
    page.get_by_label("Reden, als u het niet vernietigt").fill("Er loopt een onderzoek.")
    page.get_by_label("Opnieuw voorstellen vanaf").fill("2026-09-01")
    page.get_by_role("button", name="Mijn beslissing bewaren").click()
    expect(page.get_by_text("Uw beslissing is bewaard.")).to_be_visible()
    assert Answer.objects.get(proposal=found).given == Given.REJECTED
