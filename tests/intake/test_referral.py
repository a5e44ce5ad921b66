"""The referral by VDAB: a draft until everything is there, and then the file, the case and the first appointment at once."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.utils.translation import override

from tests.intake.world import CARE, CARE_TEXT, MEDIATOR, REFERRED_ON, ROAD, WORK, World, draft_of, road, send
from tests.scene import signed_in, text_of
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.history.models import Case
from vlechtwerk.intake.models import Appointment, Draft, Sheet, SheetKind
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import File, Involvement, Signal

REFUSALS: dict[str, dict[str, Any]] = {
    "AT-030": {"needs_care": ""},
    "AT-032": {"assessed_growth": " "},
    "AT-033": {"months_to_work": "20"},
    "AT-039": {"discussed_on": "2026-02-03"},
    "AT-040": {"advice_on": "2026-02-03"},
    "AT-041": {"place": ""},
    "AT-042": {"by_partner": ""},
    "AT-043": {"care_questions": ""},
    "AT-044": {"meets": ""},
    "AT-134": {"data_told_on": ""},
    "AT-046": {"informed": ["privacy", "handover", "course"]},
}


@pytest.mark.rule("AT-049")
def test_a_complete_referral_opens_the_file_the_case_and_the_appointment(world: World) -> None:
    case = world.refer()
    booked = Appointment.objects.get(case=case)
    assert (case.status, case.status_since.isoformat(), case.events.get().name) == (
        "initiated",
        "2026-02-02",
        "referred",
    )
    assert (booked.on.isoformat(), f"{booked.at:%H:%M}", booked.place) == ("2026-02-19", "10:30", "GTB, Kerkstraat 1")
    assert booked.meets_id == world.cast[WORK].pk
    assert case.file.person.mlp_reference == "MLP100"


@pytest.mark.rule("AT-030")
@pytest.mark.rule("AT-032")
@pytest.mark.rule("AT-033")
@pytest.mark.rule("AT-039")
@pytest.mark.rule("AT-040")
@pytest.mark.rule("AT-041")
@pytest.mark.parametrize("rule", REFUSALS)
def test_what_is_missing_is_refused_with_its_rule_and_nothing_is_stored(world: World, rule: str) -> None:
    browser = world.as_(MEDIATOR)
    url = world.begin(browser)
    answer = send(browser, url, **world.complete(**REFUSALS[rule]))
    assert answer.status_code == 422
    assert rule in text_of(answer)
    assert (Case.objects.count(), File.objects.count()) == (0, 0)


@pytest.mark.rule("AT-043")
def test_questions_that_belong_in_the_confidential_file_are_asked_there(world: World) -> None:
    case = world.refer(care_questions="", work_questions="", see_confidential_file="on")
    assert "schrijf de vragen daar in een verslag" in text_of(world.as_(WORK).get(road(case)))


@pytest.mark.rule("AT-050")
def test_the_work_case_manager_of_the_appointment_gets_the_signal_and_no_other(world: World) -> None:
    world.refer()
    assert "een nieuw activeringstraject werd aangevraagd" in text_of(world.as_(WORK).get("/"))
    assert "een nieuw activeringstraject" not in text_of(signed_in(world.cast.outsider).get("/"))
    assert Signal.objects.get().capacities == ["work_case_manager"]


@pytest.mark.rule("AT-079")
def test_the_mediator_becomes_the_trusted_advisor_and_changes_nothing_any_more(world: World) -> None:
    browser = world.as_(MEDIATOR)
    url = world.begin(browser)
    answer = send(browser, url, **world.complete())
    parts = Involvement.objects.filter(position=world.cast[MEDIATOR], until_on=None)
    assert [one.capacity for one in parts] == ["trusted_advisor"]
    assert browser.get(url)["Location"] == answer["Location"]
    with acting(world.cast[MEDIATOR], REFERRED_ON):
        assert not Draft.objects.exists()


def test_sending_twice_makes_one_case(world: World) -> None:
    browser = world.as_(MEDIATOR)
    url = world.begin(browser)
    told = world.complete(idempotency_key=str(uuid4()))
    first, second = browser.post(url, told), browser.post(url, told)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    assert Case.objects.count() == 1


def test_a_draft_keeps_what_was_typed_right_or_wrong(world: World) -> None:
    browser = world.as_(MEDIATOR)
    url = world.begin(browser)
    send(browser, url, given_name="Fien", birth_year="negentig", motivation="nog aanvullen", obstacles=["social"])
    page = browser.get(url).content.decode()
    assert [word for word in ("Fien", "negentig", "nog aanvullen") if word not in page] == []
    assert 'value="social" checked' in page


def test_only_the_mediator_who_writes_a_draft_sees_it(world: World) -> None:
    url = world.begin(world.as_(MEDIATOR))
    assert {world.as_(role).get(url).status_code for role in (WORK, CARE, Role.TRUSTED_ADVISOR)} == {404}
    with acting(world.cast[WORK], world.cast[WORK].from_on):
        assert not Draft.objects.filter(pk=draft_of(url)).exists()


def test_a_draft_can_be_thrown_away(world: World) -> None:
    browser = world.as_(MEDIATOR)
    url = world.begin(browser)
    assert browser.post(f"{url}weg/", {}).status_code == 302
    assert browser.get(url).status_code == 404
    assert "U hebt geen ontwerpen" in text_of(browser.get(ROAD))


@pytest.mark.parametrize(("role", "reads"), [(WORK, True), (CARE, True), (Role.TRUSTED_ADVISOR, False)])
def test_the_care_questions_are_for_the_case_managers_alone(world: World, role: Role, reads: bool) -> None:
    case = world.with_both()
    file, other = case.file, world.cast[Role.TRUSTED_ADVISOR]
    Involvement.objects.create(
        file=file, position=other, capacity=Role.TRUSTED_ADVISOR, from_on="2026-02-02", reason="project"
    )
    page = text_of(world.as_(role).get(road(case)))
    assert ("Zorg en werk samen" in page, CARE_TEXT in page) == (True, reads)


def test_what_vdab_handed_over_reads_as_an_item_with_its_answers_in_words(world: World) -> None:
    world.with_both()
    with acting(world.cast[WORK], REFERRED_ON), override("nl"):
        (sheet,) = Sheet.objects.visible_to(world.cast[WORK], REFERRED_ON).filter(kind=SheetKind.CARE)
        assert f"zorgvragen van de persoon: {CARE_TEXT}" in sheet.text
        assert "welke soorten belemmeringen voor betaald werk zijn er? sociaal" in sheet.text


def test_days_that_vdab_told_are_written_out(world: World) -> None:
    page = text_of(world.as_(WORK).get(road(world.refer())))
    assert "Op welke dag werd het bemiddelingsadvies geregistreerd?" in page
    assert re.findall(r"\d{4}-\d{2}-\d{2}", page) == []


@pytest.mark.rule("AT-048")
def test_gaps_in_what_vdab_told_are_shown_to_the_work_case_manager(world: World) -> None:
    case = world.refer()
    assert "Wat VDAB nog niet vertelde: de contactgegevens van de persoon" in text_of(world.as_(WORK).get(road(case)))


def test_the_referral_stands_in_the_record_with_the_rules_that_were_asked(world: World) -> None:
    world.refer()
    line = Entry.objects.get(verb=Verb.REFERRAL_MADE)
    assert {"AT-031", "AT-033", "AT-037", "AT-043", "AT-046"} <= set(line.rules)


@pytest.mark.rule("AT-031")
def test_nobody_but_a_mediator_of_vdab_begins_a_referral(world: World) -> None:
    key = {"idempotency_key": str(uuid4())}
    others = [role for role in world.cast.members if role is not MEDIATOR]
    assert {world.as_(role).post(f"{ROAD}nieuw/", key).status_code for role in others} == {404}
