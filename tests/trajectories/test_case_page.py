"""The page of a trajectory: the same assessment as the command, and what each visitor can do with it."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.rules.histories import ACCEPTED, IN_PROGRESS, forty_events
from tests.scene import Scene, panel, signed_in, text_of
from vlechtwerk.cli.jsonout import assessment_data
from vlechtwerk.history import actions
from vlechtwerk.history.models import CorrectionReason
from vlechtwerk.history.queries import assessment_of
from vlechtwerk.rules.activation.events import CareSuspended, PlanUploaded
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.assessment import assess
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role
from vlechtwerk.texts import translate
from vlechtwerk.texts.labels import Kind, label, sentence
from vlechtwerk.trajectories.showing.duties import SETTLED_BY

NL = translate("nl")
WORK, CARE, COORDINATOR = Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.NETWORK_COORDINATOR


def test_the_page_tells_what_the_command_tells_for_the_same_history(scene: Scene) -> None:
    told = assessment_data(assess(ACTIVATION, IN_PROGRESS, date(2026, 5, 1)), NL)
    page = text_of(scene.as_(WORK).get(scene.url))
    words = [NL.label(Kind.STATUS, told["status"]["code"])]
    words += [NL.label(Kind.OBLIGATION, one["what"]) for one in (*told["obligations"], *told["signals"])]
    words += [NL.date(date.fromisoformat(one["due"])) for one in told["obligations"]]
    words += [NL.date(date.fromisoformat(day)) for day in told["dates"].values()]
    words += [NL.label(Kind.FLAG, flag) for flag in told["flags"]]
    words += [reason["text"] for one in told["blocked"] for reason in one["reasons"]]
    assert [word for word in words if word not in page and sentence(word) not in page] == []


def test_a_long_history_is_told_as_the_command_tells_it(scene: Scene) -> None:
    case = scene.cast.open([event for event in forty_events() if event.on <= date(2026, 5, 1)], name="Veertig")
    page = scene.as_(WORK).get(f"/trajecten/{case.pk}/")
    stored = assessment_data(assessment_of(case, date(2026, 5, 1)), NL)
    pure = assess(ACTIVATION, [event for event in forty_events() if event.on <= date(2026, 5, 1)], date(2026, 5, 1))
    assert stored == assessment_data(pure, NL)
    assert page.content.decode().count('class="moment moment-event"') == 13


def test_what_is_late_stands_on_top_with_its_owner_and_how_late(scene: Scene) -> None:
    due = panel(scene.as_(WORK).get(scene.url), "Te doen")
    assert re.match(r" Te doen 28 april 2026 3 dagen te laat De eerste actie starten Netwerkcoördinator", due)


@pytest.mark.parametrize("role", [WORK, COORDINATOR, Role.PROJECT_FOLLOWER])
def test_the_head_tells_who_the_status_the_month_and_what_is_due_first_by_whom(scene: Scene, role: Role) -> None:
    page = scene.as_(role).get(scene.url).content.decode()
    head = text_of_part(page, r'<div class="summary-line">.*?<(?:nav|div class="columns)')
    told = ("Fien Voorbeeld", "Bezig sinds 7 april 2026", "Maand 1 van 18", "Eerst te doen: De eerste actie starten")
    assert [one for one in told if one not in head] == []
    assert re.search(r"netwerkcoördinator( \(u\))?, tegen 28 april 2026 \(3 dagen te laat", head)


def text_of_part(page: str, pattern: str) -> str:
    """The words of a part of a page, on one line."""
    found = re.search(pattern, page, re.DOTALL)
    assert found
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found.group()))


@pytest.mark.parametrize(
    ("role", "groups"),
    [
        (WORK, ["Vertrouwelijk luik", "Verloop", "Met VDAB"]),
        (COORDINATOR, []),
        (Role.PROJECT_FOLLOWER, ["Verloop", "Met VDAB"]),
        (Role.DGS, ["Met VDAB"]),
    ],
)
def test_the_pages_of_the_file_stand_in_a_few_groups(scene: Scene, role: Role, groups: list[str]) -> None:
    page = scene.as_(role).get(scene.url).content.decode()
    found = re.findall(r'<p id="parts-\w+">(?:<a[^>]*>)?([^<]+)', page)
    assert found == groups


def test_who_has_no_access_yet_is_told_to_take_it_first(scene: Scene) -> None:
    first = f'<a href="{scene.url}luik/toegang/">Neem eerst zelf toegang</a>'
    assert first in scene.as_(WORK).get(scene.url).content.decode()
    assert first not in scene.as_(CARE).get(scene.url).content.decode()


def test_what_is_mine_says_so(scene: Scene) -> None:
    assert "Casemanagementteam (u)" in panel(scene.as_(WORK).get(scene.url), "Te doen")
    assert "(u)" not in panel(scene.as_(Role.PROJECT_FOLLOWER).get(scene.url), "Te doen")
    assert "Netwerkcoördinator (u)" in panel(scene.as_(COORDINATOR).get(scene.url), "Te doen")


def test_every_date_and_refusal_answers_why(scene: Scene) -> None:
    page = scene.as_(WORK).get(scene.url).content.decode()
    assert page.count("<details") > 20
    for listed in ("due due-", "moment moment-future"):
        rows = re.findall(rf'<li class="{listed}.*?</li>\s*(?=<li|</ol>)', page, re.DOTALL)
        assert rows
        assert all('class="why"' in row for row in rows)


def test_why_a_date_has_another_reading_is_told(scene: Scene) -> None:
    due = panel(scene.as_(WORK).get(scene.url), "Te doen")
    assert "De bron is ook anders te lezen; dan is het 1 mei 2026." in due


def test_buttons_are_what_the_rules_allow_and_the_role_records(scene: Scene) -> None:
    mine = panel(scene.as_(WORK).get(scene.url), "Wat kan ik nu doen?")
    assert "Zorg geschorst" in mine
    assert "Eindadvies geregistreerd" not in mine
    assert "Beslissing over de stopzetting" not in mine


def test_what_others_can_do_is_told_with_who_they_are(scene: Scene) -> None:
    others = panel(scene.as_(WORK).get(scene.url), "Wat kunnen anderen nu doen?")
    assert "Projectopvolger: Project_Follower beslissing over de stopzetting" in others


def test_what_is_not_possible_has_its_reasons_and_shares_them(scene: Scene) -> None:
    blocked = panel(scene.as_(WORK).get(scene.url), "Wat kan nu niet?")
    assert "Start bevestigd, start geweigerd" in blocked
    assert "Mogelijk vanaf 7 juli 2026." in blocked


def test_somebody_who_records_nothing_gets_no_buttons(scene: Scene) -> None:
    page = scene.as_(Role.DGS).get(scene.url)
    assert "/vastleggen/action_started/" not in page.content.decode()


def test_the_timeline_says_who_recorded_what_and_what_lies_ahead(scene: Scene) -> None:
    line = panel(scene.as_(WORK).get(scene.url), "Tijdlijn")
    assert "Aanwezigheid: aanwezig; wie was aanwezig: deelnemer, casemanager werk, casemanager zorg" in line
    assert "door netwerkcoördinator, " in line
    assert line.index("Bemiddelingsproces gestart") < line.index("Later Eindadvies mogelijk vanaf")


def corrected(scene: Scene, name: str, replacement: Event | None, reason: CorrectionReason) -> str:
    """The timeline after an event was corrected by the work case manager."""
    row = next(row for row in scene.case.events.all() if row.name == name)
    actions.correct(event=row, replacement=replacement, reason_code=reason, by=scene.cast[WORK], key=uuid4())
    return panel(scene.as_(WORK).get(scene.url), "Tijdlijn")


def test_an_event_that_was_struck_stands_apart_with_the_reason(scene: Scene) -> None:
    scene.cast.record(scene.case, CareSuspended(date(2026, 4, 28)))
    line = corrected(scene, "care_suspended", None, CorrectionReason.DID_NOT_HAPPEN)
    assert "1 gebeurtenis is geschrapt 28 april 2026 Zorg geschorst Het is niet gebeurd: schrappen" in line


def test_an_event_that_was_corrected_says_where_it_stood(scene: Scene) -> None:
    line = corrected(scene, "plan_uploaded", PlanUploaded(date(2026, 4, 1)), CorrectionReason.WRONG_DATE)
    assert "1 april 2026 Trajectplan opgeladen Rechtgezet (de datum is fout); het stond op 31 maart 2026" in line


def test_an_earlier_day_is_shown_as_it_stood_without_anything_to_do(scene: Scene) -> None:
    page = scene.as_(WORK).get(scene.url, {"on": "2026-03-01"})
    assert "Dit is de toestand op 1 maart 2026, niet die van vandaag." in text_of(page)
    assert "Aanvaard" in text_of(page)
    assert "Bemiddelingsproces gestart" not in panel(page, "Tijdlijn")
    assert "/vastleggen/" not in page.content.decode()
    assert "/rechtzetten/" not in page.content.decode()


@pytest.mark.parametrize("day", ["2026-02-02", "2026-05-01"])
def test_the_first_day_and_today_can_be_looked_at(scene: Scene, day: str) -> None:
    assert scene.as_(WORK).get(scene.url, {"on": day}).status_code == 200


@pytest.mark.parametrize("day", ["2026-02-01", "2026-05-02", "", "gisteren", "2026-02-30", "\x00"])
def test_a_day_that_cannot_be_looked_at_is_told_beside_the_field(scene: Scene, day: str) -> None:
    page = scene.as_(WORK).get(scene.url, {"on": day})
    assert page.status_code == 422
    assert 'class="field-error"' in page.content.decode()
    assert "Bezig" in text_of(page)


def test_for_an_outsider_the_trajectory_does_not_exist(scene: Scene) -> None:
    outsider = scene.as_outsider()
    hidden, absent = outsider.get(scene.url), outsider.get(f"/trajecten/{uuid4()}/")
    assert (hidden.status_code, absent.status_code) == (404, 404)
    differing = re.compile(rb'name="(csrfmiddlewaretoken|next)" value="[^"]*"|nonce="[^"]*"')
    assert differing.sub(b"", hidden.content) == differing.sub(b"", absent.content)


def test_who_is_not_signed_in_is_asked_to_sign_in_first(scene: Scene) -> None:
    answer = Client().get(scene.url)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/demo/?next={scene.url}")


def test_the_page_takes_a_fixed_number_of_queries(scene: Scene) -> None:
    browser = scene.as_(WORK)
    browser.get(scene.url)
    with CaptureQueriesContext(connection) as short:
        browser.get(scene.url)
    case = scene.cast.open([event for event in forty_events() if event.on <= date(2026, 5, 1)], name="Veertig")
    with CaptureQueriesContext(connection) as long:
        browser.get(f"/trajecten/{case.pk}/")
    assert len(short) == len(long) == 9


def test_english_is_one_click_away(scene: Scene) -> None:
    browser = scene.as_(WORK)
    browser.post("/language", {"language": "en", "next": scene.url})
    page = text_of(browser.get(scene.url))
    assert "What can I do now?" in page
    assert "3 days late" in page


def test_an_accepted_trajectory_shows_no_dates_that_cannot_be_known(scene: Scene) -> None:
    case = scene.cast.open(ACCEPTED, name="Aanvaard")
    page = text_of(signed_in(scene.cast[CARE]).get(f"/trajecten/{case.pk}/"))
    assert "Einde van de maximumduur" not in page
    assert "Sinds de toeleiding" in page


def test_everything_owed_has_an_event_that_settles_it() -> None:
    owed = {rule.what for rule in ACTIVATION.deadlines}
    assert owed == set(SETTLED_BY)
    assert all(label(Kind.EVENT, event) for event in SETTLED_BY.values())


def test_the_summary_tells_the_month_of_how_many(scene: Scene) -> None:
    assert "maand 1 van 18 (24 dagen)" in text_of(scene.as_(WORK).get(scene.url))
    assert "maand 1 van 18" not in text_of(scene.as_(WORK).get(scene.url, {"on": "2026-03-01"}))


def test_a_word_of_the_field_is_explained_where_it_stands(scene: Scene) -> None:
    page = text_of(scene.as_(WORK).get(scene.url))
    assert "Ter afsluiting vanaf Er zijn 24 maanden voorbij; er blijft één maand om te registreren." in page


def test_the_people_in_the_file_are_told_with_the_way_to_their_access(scene: Scene) -> None:
    people = panel(scene.as_(CARE).get(scene.url), "Wie neemt deel aan dit dossier?")
    assert "Netwerkcoördinator: Network_Coordinator (Provider Network Testregio)" in people
    assert "Wie heeft toegang tot welk deel?" in people
    follower = panel(scene.as_(Role.PROJECT_FOLLOWER).get(scene.url), "Wie neemt deel aan dit dossier?")
    assert "Wie heeft toegang tot welk deel?" not in follower
