"""The first page of the client's own view."""

import re
from dataclasses import replace
from datetime import date, time

import pytest
from django.utils.translation import override

from tests.dossier.world import CARE, World, told
from tests.rules.histories import FIRST_MEETING, IN_PROGRESS, REFERRED
from tests.scene import TODAY, Scene, add_client, panel, signed_in, text_of
from vlechtwerk.accounts.models import Account
from vlechtwerk.intake.models import Appointment
from vlechtwerk.portal.models import Setting, SettingKey
from vlechtwerk.portal.promises import ASKED, MAY
from vlechtwerk.portal.showing import final_advice
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.assessment import assess
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import Kind

FACTS = assess(ACTIVATION, IN_PROGRESS, TODAY).facts


def home(scene: Scene) -> str:
    """The address of the first page."""
    return f"/mijn/{scene.case.pk}/"


def test_the_client_comes_home_to_her_own_view(scene: Scene) -> None:
    answer = scene.as_(Role.CLIENT).get("/")
    assert (answer.status_code, answer.headers["Location"]) == (302, home(scene))


@pytest.mark.rule("AT-255")
def test_the_first_page_answers_in_the_order_in_which_a_client_asks(scene: Scene) -> None:
    page = text_of(scene.as_(Role.CLIENT).get(home(scene)))
    titles = [
        "Maand 1 van 18",
        "Wat vraagt men aan mij?",
        "Wat komt er, en wie doet het?",
        "Wat gebeurde er het laatst?",
        "Mijn mensen",
    ]
    places = [page.find(title) for title in titles]
    assert min(places) > 0
    assert places == sorted(places)


@pytest.mark.parametrize(("on", "stands"), [(date(2026, 4, 30), False), (TODAY, True)])
def test_an_appointment_that_still_has_to_come_stands_on_the_first_page(scene: Scene, on: date, stands: bool) -> None:
    meets = scene.cast[Role.WORK_CASE_MANAGER]
    Appointment.objects.create(
        case=scene.case, on=on, at=time(10, 30), place="GTB, Kerkstraat 1", meets=meets, reason="booked", made_by=meets
    )
    page = scene.as_(Role.CLIENT).get(home(scene)).content.decode()
    told = ('id="appointment-title"' in page, "10:30" in page, "GTB, Kerkstraat 1" in page)
    assert told == (stands, stands, stands)


@pytest.mark.parametrize(
    "title", ["Mijn plan", "Evaluaties, verslagen en het eindadvies", "Wat goed gaat en wat moeilijk is"]
)
def test_everything_of_hers_can_be_reached_from_the_first_page(scene: Scene, title: str) -> None:
    browser = scene.as_(Role.CLIENT)
    links = re.findall(r'<a href="([^"]+)">([^<]+)</a>', browser.get(home(scene)).content.decode())
    (to,) = (url for url, text in links if text.startswith(title))
    assert browser.get(to).status_code == 200


@pytest.mark.rule("AT-008")
def test_everybody_who_helps_is_named_with_what_they_do(scene: Scene) -> None:
    Account.objects.filter(pk=scene.cast[Role.WORK_CASE_MANAGER].account_id).update(email="wout@example.org")
    people = panel(scene.as_(Role.CLIENT).get(home(scene)), "Mijn mensen")
    assert "Work_Case_Manager Casemanager werk, Gtb Testregio Helpt u op weg naar werk." in people
    assert "wout@example.org" in people
    assert people.count("Vraag aan uw casemanager hoe u deze persoon bereikt") == 1


def test_what_waits_for_her_consent_stands_on_top(world: World) -> None:
    world.give_all()
    url = f"{world.url}schrijven/"
    answers = told(
        world.part(Kind.SHARED), entry_class="functioning", why="werk", discussed_on="2026-04-20",
        answer="decides_herself", valid_until="2026-10-20",
    )  # fmt: skip
    assert world.visitor(CARE).post(url, answers).status_code == 302
    asked = panel(world.visitor(Role.CLIENT).get(home(world.scene)), "Wat vraagt men aan mij?")
    assert "Care_Case_Manager vraagt of anderen iets mogen lezen" in asked


def test_what_she_has_to_do_stands_there_too(scene: Scene) -> None:
    case = scene.cast.open((REFERRED, FIRST_MEETING), name="Twijfel")
    page = signed_in(add_client(scene.cast, case)).get(f"/mijn/{case.pk}/")
    assert "Bevestigen dat u het traject start" in panel(page, "Wat vraagt men aan mij?")


def test_difficult_words_are_explained_also_to_who_is_not_signed_in(scene: Scene) -> None:
    assert "Vertrouwelijk luik" in text_of(scene.as_(Role.CLIENT).get("/woorden/"))


def test_without_a_contact_for_complaints_the_case_manager_is_named(scene: Scene) -> None:
    page = text_of(scene.as_(Role.CLIENT).get(f"{home(scene)}klacht/"))
    assert "vraag het aan uw casemanager" in page
    assert "Work_Case_Manager" in page


@pytest.mark.parametrize(("day", "shown"), [(date(2026, 5, 1), True), (date(2026, 5, 2), False)])
def test_the_contact_for_complaints_holds_from_its_day(scene: Scene, day: date, shown: bool) -> None:
    key = SettingKey.COMPLAINT_CONTACT
    told_by = {"value": "Ombudsdienst, 02 555 00 00", "valid_from": day, "source": "besluit regio"}
    Setting.objects.create(region=scene.cast.region, key=key, **told_by)
    page = text_of(scene.as_(Role.CLIENT).get(f"{home(scene)}klacht/"))
    assert ("Ombudsdienst" in page) is shown


@pytest.mark.parametrize("path", ["", "klacht/"])
def test_nobody_but_the_client_has_this_page(scene: Scene, path: str) -> None:
    others = list(scene.cast.members)
    assert {scene.as_(role).get(f"{home(scene)}{path}").status_code for role in others} == {404}


def test_what_she_wants_to_know_is_one_touch_away(scene: Scene) -> None:
    page = scene.as_(Role.CLIENT).get(home(scene)).content.decode()
    asked = re.search(r'<nav class="screen-only" aria-label="Wat wilt u weten\?">(.*?)</nav>', page, re.DOTALL)
    assert asked
    links = re.findall(r'href="([^"]+)">([^<]+)<', asked[1])
    assert [text for _to, text in links] == [
        "Wat is afgesproken?", "Wat komt er?", "Wat schreef men over mij?", "Wie keek?", "Wat liet ik toe?",
    ]  # fmt: skip
    assert {scene.as_(Role.CLIENT).get(to).status_code for to, _text in links if to.startswith("/")} == {200}


@pytest.mark.rule("AT-151")
@pytest.mark.parametrize(
    ("advice", "means"),
    [
        (Advice.NEC, "U kunt werken in een gewone job."),
        (Advice.SEC, "U kunt werken in de sociale economie."),
        (Advice.AMA, "Betaald werk lukt nu niet."),
        (Advice.WELFARE, "Elk jaar kijkt men of dat nog zo is."),
    ],
)
def test_she_reads_what_her_final_advice_means(advice: Advice, means: str) -> None:
    with override("nl"):
        told = final_advice(replace(FACTS, final_advice=advice, final_advice_on=TODAY))
    assert told is not None
    assert means in told.meaning


def test_before_there_is_an_advice_nothing_is_told_about_it(scene: Scene) -> None:
    assert final_advice(FACTS) is None
    assert "Mijn eindadvies" not in text_of(scene.as_(Role.CLIENT).get(home(scene)))


@pytest.mark.rule("AT-062")
def test_her_rights_and_duties_stand_there_each_with_its_rule(scene: Scene) -> None:
    page = text_of(scene.as_(Role.CLIENT).get(f"{home(scene)}rechten-en-plichten/"))
    assert "U beslist zelf of uw traject start." in page
    assert "Kom naar uw afspraken. Kunt u niet komen? Zeg het vooraf." in page
    assert page.count("Waarom?") == len(MAY) + len(ASKED)
