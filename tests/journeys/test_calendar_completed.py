"""Calendar T1 in a browser: from the referral to the final advice and the compensation, each role on the own screens."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from zeal import zeal_ignore

from tests.compensation.world import make_world
from tests.dossier.test_goals import GOAL
from tests.icf.sets import loaded
from tests.intake.world import World as Intake
from tests.journeys.calendars import CARE, CARER, CLIENT, COORDINATOR, MEDIATOR, WORK, Calendar, on
from tests.journeys.conftest import Visit
from tests.journeys.screens import fill_in, press
from tests.journeys.test_confidential_file import give
from tests.journeys.test_plan import sign, write
from tests.network.world import MEMBER, RECOGNISED, NetworkWorld
from tests.rules.histories import ALL_THREE
from tests.scene import Scene, add_client
from vlechtwerk.history.models import Case
from vlechtwerk.rules.activation.events import PlanApproved, PlanSigned, PlanUploaded
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import Kind

FIRST_MEETING, PLAN, FIRST_ACTION = "Het eerste gesprek voeren", "Het trajectplan opladen", "De eerste actie starten"
EVALUATION, REPORT = "Een tussentijdse evaluatie houden", "Het eindverslag"
CHECKED = {"first": "2026-04-01", "experience": ["mental_health"], "evidence": "Erkenning en jaarverslag gezien"}
BLOCK = "De toegang tot het dossier blokkeren"
THREE = [str(one) for one in (CLIENT, WORK, CARE)]


@pytest.fixture
def calendar(transactional_db: None, browser_page: Page, live_server: LiveServer) -> Iterator[Calendar]:
    """It is 2 February 2026, and nobody is referred."""
    with time_machine.travel(on("2026-02-02"), tick=True) as clock, zeal_ignore():
        loaded()
        yield Calendar(browser_page, live_server.url, make_world(), clock)


def test_t1_from_a_referral_to_a_final_advice_that_is_paid(calendar: Calendar) -> None:
    refer(calendar)
    meet(calendar)
    plan(calendar)
    start(calendar)
    carry_out(calendar)
    evaluate(calendar)
    prepare_the_end(calendar)
    close(calendar)
    calendar.is_paid("2027-07-12", "2027-1", "100 %")


def refer(calendar: Calendar) -> None:
    """The mediator refers; the work case manager tells the partnership and lets the care case manager take part."""
    people = calendar.world
    calendar.sign_in(people.cast[MEDIATOR])
    page = calendar.open("/toeleidingen/")
    page.get_by_role("button", name="Nieuwe toeleiding").click()
    fill_in(page, Intake(people.cast, people.contact).complete())
    press(page, "Toeleiden")
    case = Case.objects.get()
    calendar.scene = Scene(people.cast, case, add_client(people.cast, case))
    calendar.tells("Geïnitieerd sinds 2 februari 2026", {FIRST_MEETING: "2 maart 2026 over 28 dagen"})
    calendar.day("2026-02-05")
    calendar.does(WORK, "toeleiding/melden/", "Bewaar")
    takes_part(calendar, CARE)
    calendar.sign_in(people.contact)
    expect(calendar.open("/toeleidingen/").locator("main")).to_contain_text(case.reference)


def takes_part(calendar: Calendar, role: Role) -> None:
    """The work case manager lets somebody take part."""
    page = calendar.as_(WORK, "luik/toegang/meewerken/")
    fill_in(page, {"position": str(calendar.scene.cast[role].pk)})
    page.locator("main form button").click()
    expect(page.get_by_role("status").first).to_be_visible()


def meet(calendar: Calendar) -> None:
    """The first meeting, the confirmation, and access: first for the work case manager, who gives it on."""
    calendar.day("2026-02-19")
    calendar.does(WORK, "toeleiding/afspraak/", "Bewaar", attendance="present", attended_by=THREE)
    calendar.informs()
    calendar.does(WORK, "toeleiding/start/", "Bewaar", answer="yes", has_assignment="on")
    done = {FIRST_MEETING: "2 maart 2026 gedaan op 19 februari 2026", PLAN: "2 april 2026 over 42 dagen"}
    done["De start laten bevestigen"] = "6 maart 2026 gedaan op 19 februari 2026"
    calendar.tells("Aanvaard sinds 19 februari 2026", done)
    page = calendar.as_(WORK, "luik/toegang/")
    give(page, "Eigen toegang")
    give(page, "Werkt mee aan het traject", to="Care_Case_Manager (casemanager zorg)")
    calendar.file.give(WORK, Kind.ICF)
    calendar.file.give(CARE, Kind.ICF)
    takes_part(calendar, COORDINATOR)
    give(calendar.as_(WORK, "luik/toegang/"), "Beoordeelt het plan", to="Network_Coordinator (netwerkcoördinator)")


def plan(calendar: Calendar) -> None:
    """A goal, the plan, three signatures, the upload and the approval."""
    calendar.day("2026-03-20")
    goal = {**GOAL, "agreed_on": "2026-03-20", "discussed_on": "2026-03-20", "valid_until": "2026-09-20"}
    calendar.does(CARE, "luik/doelen/schrijven/", "Doel bewaren", **goal)
    visit = Visit(calendar.page, calendar.site, calendar.scene)
    write(visit, first="2026-04-20")
    calendar.day("2026-03-30")
    for role in (CLIENT, WORK, CARE):
        sign(visit, role)
    calendar.day("2026-03-31")
    calendar.does(CARE, "luik/plan/opladen/", "Laad op")
    terms = {PLAN: "2 april 2026 gedaan op 31 maart 2026", FIRST_ACTION: "28 april 2026 over 28 dagen"}
    calendar.tells("Aanvaard sinds 19 februari 2026", terms)
    calendar.day("2026-04-03")
    verdict = {"verdict": "approved", "realistic": "on", "within_budget": "on"}
    calendar.does(COORDINATOR, "luik/plan/beoordelen/", "Bewaar", **verdict)
    calendar.tells("Aanvaard sinds 19 februari 2026", {FIRST_ACTION: "28 april 2026"}, role=COORDINATOR)


def start(calendar: Calendar) -> None:
    """The mediation starts, the coordinator assigns, and the provider reports the first action."""
    calendar.day("2026-04-07")
    calendar.records(WORK, "mediation_started")
    days = ("mogelijk vanaf 7 juli 2026", "maximumduur 7 oktober 2027", "Ter afsluiting vanaf 7 april 2028")
    calendar.tells("Bezig sinds 7 april 2026", {EVALUATION: "30 september 2026"}, *days)
    assign(calendar)
    calendar.day("2026-04-20")
    calendar.records(CARER, "action_started", domain="care")
    done = {FIRST_ACTION: "28 april 2026 gedaan op 20 april 2026"}
    calendar.tells("Bezig sinds 7 april 2026", done, role=COORDINATOR)


def assign(calendar: Calendar) -> None:
    """The coordinator assigns the care action to a provider, and the care case manager lets that provider in.

    What is known of the provider is put in past the screens: the journey of the network goes through those.
    """
    network = NetworkWorld(calendar.scene)
    network.ceiling("5000,00")
    provider = network.provider(CARER)
    facts = {"lidmaatschap": MEMBER, "erkenning": RECOGNISED, "controle": CHECKED}
    for kind, told in facts.items():
        assert network.tell(provider, kind, **told).status_code == 302
    action, where = f"?actie={network.code()}", "luik/plan/uitvoering"
    answers = {"provider": str(provider.pk), "discipline": "ergotherapie", "first": "2026-04-20", "amount": "800,00"}
    calendar.does(COORDINATOR, f"{where}/toewijzen/{action}", "Bewaar", **answers)
    person = str(calendar.scene.cast[CARER].pk)
    calendar.does(CARE, f"{where}/doorverwijzen/{action}", "Bewaar", person=person)
    give(calendar.as_(WORK, "luik/toegang/"), "Voert een actie uit", to="Care_Provider (dienstverlener zorg)")


def carry_out(calendar: Calendar) -> None:
    """The internship starts at eight hours a week."""
    calendar.day("2026-06-01")
    told = {"employer": "Bakkerij De Proef", "occupation": "hulpbakker", "fit": "Wil in een bakkerij werken"}
    calendar.reports(WORK, "internship", **told, aims=["work_experience"], hours="8")
    calendar.tells("Bezig sinds 7 april 2026", {EVALUATION: "30 september 2026"}, "Domein: werk")


def evaluate(calendar: Calendar) -> None:
    """Two interim evaluations, and a second version of the plan between them.

    That version is put in past the screens: its first version went through them.
    """
    told = {"attended_by": THREE, "result": "Fien houdt vol.", "rights_check": "not_applicable"}
    calendar.day("2026-09-28")
    calendar.reports(CARE, "evaluation", **told)
    terms = {
        f"{EVALUATION} (nr. 1)": "30 september 2026 gedaan op 28 september 2026",
        f"{EVALUATION} (nr. 2)": "28 maart 2027",
    }
    calendar.tells("Bezig sinds 7 april 2026", terms)
    calendar.day("2026-10-05")
    again = (PlanSigned(date(2026, 10, 5), ALL_THREE), PlanUploaded(date(2026, 10, 5)), PlanApproved(date(2026, 10, 5)))
    calendar.scene.cast.record(calendar.scene.case, *again)
    calendar.tells("Bezig sinds 7 april 2026", {f"{EVALUATION} (nr. 2)": "28 maart 2027"}, "maximumduur 7 oktober 2027")
    calendar.day("2027-03-25")
    calendar.reports(WORK, "evaluation", **told)
    terms = {
        f"{EVALUATION} (nr. 2)": "28 maart 2027 gedaan op 25 maart 2027",
        f"{EVALUATION} (nr. 3)": "25 september 2027",
    }
    calendar.tells("Bezig sinds 7 april 2026", terms)


def prepare_the_end(calendar: Calendar) -> None:
    """The provider reports the last action, the coordinator is warned, and the ICF and the mediation advice are ready."""
    calendar.day("2027-06-01")
    told = {"action": "Leren doseren", "domain": "care", "outcome": "carried_out", "result": "Fien verdeelt haar werk."}
    calendar.reports(CARER, "action_report", **told, is_last="on", audience=[str(CARE)])
    calendar.tells("Bezig sinds 7 april 2026", {REPORT: "29 juni 2027 over 28 dagen"})
    calendar.day("2027-06-15")
    calendar.records(CARE, "coordinator_warned")
    calendar.day("2027-06-25")
    calendar.records(WORK, "mediation_advice_registered", advice=str(Advice.NEC))
    calendar.icf_is_complete()


def close(calendar: Calendar) -> None:
    """The final report, the final advice, what the coordinator hears, and the access that is blocked last."""
    calendar.day("2027-06-29")
    parts = ("course", "carried_out", "results", "evaluation", "client_view")
    calendar.reports(CARE, "final_report", **dict.fromkeys(parts, "Alles verliep goed."), joint="on")
    advice = {"advice": str(Advice.NEC), "motivation": "Fien werkt halftijds zonder hulp.", "talked_on": "2027-06-15"}
    agreed = {"next_steps": "Solliciteren bij de bakkerij", "agreed_by": [str(WORK), str(CARE)]}
    calendar.reports(WORK, "final_advice", **advice, **agreed)
    terms = {REPORT: "29 juni 2027 gedaan op 29 juni 2027", BLOCK: "29 juni 2027 vandaag"}
    calendar.tells("Beëindigd sinds 29 juni 2027", terms, "14 maanden en 22 dagen", "100 %")
    calendar.does(WORK, "verslagen/feedback/", "Bewaar")
    calendar.blocks_the_access()
