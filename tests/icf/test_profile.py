"""The profile: compared on two days, reported, explained, gone through with the client, and closed when it is whole."""

import re
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from tests.dossier.world import CARE, WORK, World
from tests.icf.filling import FIRST, SECOND, SITTING, fill_all, fill_in, findings, page_of
from tests.icf.sets import loaded
from tests.rules.histories import ALL_THREE
from tests.scene import TODAY, text_of
from vlechtwerk.consent.actions import withdraw
from vlechtwerk.consent.models import Consent
from vlechtwerk.history.models import Event
from vlechtwerk.icf.models import Explanation
from vlechtwerk.rules.activation.events import EvaluationHeld
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting

SHARED = {key: value for key, value in SITTING.items() if key not in {"source", "found_on"}}


def explain(world: World, role: Role = CARE, **answers: Any) -> Any:
    """What the browser answers to somebody who explains something."""
    told = {**SHARED, "idempotency_key": str(uuid4()), "text": "Er kwam geen stage: te vroeg.", **answers}
    return world.visitor(role).post(f"{world.url}icf/toelichting/", told)


def close(world: World, role: Role = CARE, **answers: Any) -> Any:
    """What the browser answers to somebody who records that the profile is complete."""
    told = {"do": "complete", "idempotency_key": str(uuid4()), **answers}
    return world.visitor(role).post(f"{world.url}icf/afronden/", told)


def recorded(world: World) -> list[int]:
    """How many categories were recorded, each time."""
    return [(one.data or {})["categories"] for one in Event.objects.filter(case=world.scene.case, name="icf_completed")]


def whole(world: World, but: int = 0) -> None:
    """Both case managers filled in their part, and the conclusion says why there was no internship."""
    fill_all(world, CARE, but=but)
    fill_in(world, WORK, {FIRST: "1"}, found_on="2026-04-21")
    explain(world)


@pytest.mark.rule("AT-143")
@pytest.mark.parametrize(("but", "status", "numbers"), [(1, 422, []), (0, 302, [43])])
def test_the_profile_is_closed_with_43_categories_and_not_with_42(
    world: World, but: int, status: int, numbers: list[int]
) -> None:
    whole(world, but)
    assert close(world).status_code == status
    assert recorded(world) == numbers


@pytest.mark.rule("AT-146")
def test_what_is_missing_is_named_with_the_rule(world: World) -> None:
    whole(world, but=1)
    page = text_of(close(world))
    assert "AT-146" in page
    assert "e142 Onderdeel 42" not in page
    assert "b142 Onderdeel 42" in page


def test_closing_twice_from_one_page_records_once(world: World) -> None:
    whole(world)
    key = str(uuid4())
    assert [close(world, idempotency_key=key).status_code for _time in range(2)] == [302, 302]
    assert recorded(world) == [43]


@pytest.mark.rule("AT-247")
def test_only_what_both_case_managers_see_counts_so_that_no_number_tells_what_is_kept(world: World) -> None:
    whole(world, but=1)
    fill_in(world, CARE, {"b142": "1"}, answer="disagreed")
    assert close(world).status_code == 422
    assert "in 42 van 43 categorieën" in page_of(world, CARE, "afronden/")
    assert "in 42 van 43 categorieën" in page_of(world, WORK, "afronden/")
    assert fill_in(world, WORK, {"b142": "8"}).status_code == 302
    assert close(world).status_code == 302


@pytest.mark.rule("AT-248")
def test_after_a_consent_is_taken_back_the_profile_is_not_whole_for_anybody(world: World) -> None:
    whole(world)
    item = next(one.item_id for one in findings(world) if one.category.code == SECOND)
    with acting(world.scene.client, TODAY):
        withdraw(Consent.objects.get(item=item).pk, by=world.scene.client)
    assert [close(world, role).status_code for role in (CARE, WORK)] == [422, 422]


@pytest.mark.rule("AT-209")
def test_each_case_manager_fills_in_something_when_the_own_providers_take_part(world: World) -> None:
    fill_all(world, CARE)
    explain(world)
    assert "AT-209" in text_of(close(world))
    fill_in(world, WORK, {FIRST: "1"})
    assert close(world).status_code == 302


@pytest.mark.rule("AT-240")
def test_without_internship_the_conclusion_says_why(world: World) -> None:
    fill_all(world, CARE)
    fill_in(world, WORK, {FIRST: "1"})
    assert "AT-240" in text_of(close(world))
    explain(world)
    assert close(world).status_code == 302


@pytest.mark.rule("AT-143")
def test_a_set_that_is_not_whole_closes_no_profile(world: World) -> None:
    loaded(42, from_on=TODAY, name="Nieuwe set")
    whole(world)
    assert close(world).status_code == 422
    assert recorded(world) == []


def test_an_explanation_without_words_or_readers_is_refused(world: World) -> None:
    assert explain(world, text=" ").status_code == 422
    assert explain(world, audience=[]).status_code == 422


@pytest.mark.rule("AT-240")
def test_an_action_that_was_not_carried_out_is_explained_and_corrected_in_words_that_replace_it(world: World) -> None:
    explain(world, action="Groepstraining", text="De groep ging niet door.")
    with acting(world.position(CARE), TODAY):
        first = Explanation.objects.get()
    answer = explain(world, action="Groepstraining", text="De groep was volzet.", replaces=str(first.pk))
    assert answer.status_code == 302
    page = page_of(world, WORK, "verslag/")
    assert "De groep was volzet." in page
    assert "De groep ging niet door." not in page


@pytest.mark.rule("AT-146")
def test_the_report_tells_of_each_category_where_it_comes_from_and_of_which_day(world: World) -> None:
    fill_in(world, CARE, {FIRST: "2"}, source="care_report")
    page = page_of(world, WORK, "verslag/")
    assert "b100 Onderdeel 0 2 – matig probleem – verslag van een dienstverlener zorg, zorg 20 april 2026" in page


def test_two_days_are_compared_with_what_changed(world: World) -> None:
    fill_in(world, CARE, {FIRST: "3", SECOND: "1"}, found_on="2026-04-10")
    fill_in(world, CARE, {FIRST: "1"}, found_on="2026-04-30")
    page = page_of(world, WORK, "vergelijken/")
    assert "1 categorie veranderde tussen 10 april 2026 en 1 mei 2026." in page
    assert "3 – ernstig probleem 1 – licht probleem minder een probleem" in page
    earlier = page_of(world, WORK, "vergelijken/?first=2026-04-29&second=2026-04-10")
    assert "0 categorieën veranderden tussen 10 april 2026 en 29 april 2026." in earlier


@pytest.mark.parametrize("asked", ["first=x&second=2026-04-10", "first=2026-02-30&second=", "first=&second="])
def test_days_that_cannot_be_are_told_and_nothing_breaks(world: World, asked: str) -> None:
    fill_in(world)
    assert re.search("klop(t|pen) nog niet", page_of(world, WORK, f"vergelijken/?{asked}"))


@pytest.mark.rule("AT-255")
def test_the_client_reads_her_profile_in_plain_words_and_when_it_was_gone_through(world: World) -> None:
    fill_in(world, CARE, {FIRST: "2"})
    page = page_of(world, Role.CLIENT)
    assert "Dit is af en toe moeilijk." in page
    assert "U overliep dit nog niet samen." in page
    told = {"do": "talked", "talked_on": "2026-04-30", "idempotency_key": str(uuid4())}
    assert world.visitor(WORK).post(f"{world.url}icf/afronden/", told).status_code == 302
    assert "U overliep dit samen op 30 april 2026." in page_of(world, Role.CLIENT)


def test_a_talk_in_the_future_is_not_noted(world: World) -> None:
    told = {"do": "talked", "talked_on": "2026-05-02", "idempotency_key": str(uuid4())}
    assert world.visitor(WORK).post(f"{world.url}icf/afronden/", told).status_code == 422


@pytest.mark.rule("AT-249")
def test_her_own_words_stand_beside_a_finding_wherever_it_is_shown(world: World) -> None:
    fill_in(world, CARE, {FIRST: "3"})
    (found,) = findings(world)
    told = {"text": "Het gaat beter dan dat.", "disputed": "on", "idempotency_key": str(uuid4())}
    assert world.visitor(Role.CLIENT).post(f"{world.url}{found.item_id}/opmerking/", told).status_code == 302
    for role in (CARE, WORK, Role.CLIENT):
        assert "Het gaat beter dan dat." in page_of(world, role)


@pytest.mark.rule("AT-256")
def test_the_page_of_a_finding_tells_who_sees_it(world: World) -> None:
    fill_in(world, CARE, {FIRST: "3"}, rest={f"{FIRST}-remark": "Lukt tot de middag."})
    (found,) = findings(world)
    page = text_of(world.visitor(CARE).get(f"{world.url}{found.item_id}/"))
    assert "b100 Onderdeel 0: 3, ernstig probleem. Lukt tot de middag." in page
    assert "met toestemming, tot" in page


@pytest.mark.rule("AT-081")
def test_after_an_evaluation_the_page_asks_for_what_was_learned(world: World) -> None:
    world.scene.cast.record(world.scene.case, EvaluationHeld(date(2026, 4, 29), ALL_THREE))
    fill_in(world, found_on="2026-04-28")
    assert "AT-081" in page_of(world, CARE)
    fill_in(world, values={SECOND: "1"}, found_on="2026-04-29")
    assert "AT-081" not in page_of(world, CARE)
