"""Findings: filled in by both case managers, shared with consent, never lost and never changed."""

from datetime import date
from uuid import uuid4

import pytest

from tests.dossier.world import CARE, CARER, WORK, World
from tests.icf.filling import FIRST, SECOND, SITTING, codes, fill_all, fill_in, findings, page_of, progress
from tests.icf.sets import loaded
from tests.scene import TODAY, Scene
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.consent.actions import withdraw
from vlechtwerk.consent.models import Consent, Item
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.policy import Kind


@pytest.mark.rule("AT-139")
@pytest.mark.parametrize("role", [CARE, WORK])
def test_both_case_managers_fill_in_categories(world: World, role: Role) -> None:
    assert fill_in(world, role).status_code == 302
    (found,) = findings(world)
    assert (found.category.code, found.qualifier, found.source, str(found.found_on)) == (
        FIRST, "2", "conversation", "2026-04-20",
    )  # fmt: skip
    assert found.domain == ("care" if role is CARE else "work")


@pytest.mark.rule("AT-139")
@pytest.mark.parametrize("role", [CARER, Role.WORK_PROVIDER, Role.CLIENT, Role.NETWORK_COORDINATOR])
def test_nobody_else_fills_in_a_category(world: World, role: Role) -> None:
    assert fill_in(world, role).status_code == 404
    assert findings(world) == []


@pytest.mark.rule("AT-142")
@pytest.mark.rule("AT-139")
def test_after_access_has_ended_nothing_is_filled_in_any_more(world: World) -> None:
    world.lacking(CARE)
    assert fill_in(world).status_code == 404


@pytest.mark.rule("AT-247")
def test_what_care_found_is_seen_by_work_with_consent_only_and_counts_there_then_only(world: World) -> None:
    fill_in(world, values={FIRST: "2"})
    fill_in(world, values={SECOND: "3"}, answer="decides_herself")
    assert {role: progress(world, role) for role in (CARE, WORK, Role.CLIENT)} == {
        CARE: "2 of 43", WORK: "1 of 43", Role.CLIENT: "2 of 43",
    }  # fmt: skip
    assert [one.category.code for one in findings(world, WORK)] == [FIRST]
    assert "ernstig probleem" not in page_of(world, WORK, "verslag/")


@pytest.mark.rule("AT-248")
def test_a_consent_that_is_taken_back_closes_one_finding_at_once_and_leaves_the_others(world: World) -> None:
    fill_in(world, values={FIRST: "2", SECOND: "3"})
    assert [Consent.objects.count(), progress(world, WORK)] == [2, "2 of 43"]
    (item,) = [one.item_id for one in findings(world) if one.category.code == SECOND]
    with acting(world.scene.client, TODAY):
        withdraw(Consent.objects.get(item=item).pk, by=world.scene.client)
    assert [one.category.code for one in findings(world, WORK)] == [FIRST]
    assert progress(world, WORK) == "1 of 43"


@pytest.mark.rule("AT-243")
def test_without_consent_nothing_of_care_is_stored_and_everything_typed_stands_there_again(world: World) -> None:
    answer = fill_in(world, answer="", rest={f"{FIRST}-remark": "Lukt tot de middag"})
    assert answer.status_code == 422
    assert "AT-243" in answer.content.decode()
    assert "Lukt tot de middag" in answer.content.decode()
    assert findings(world) == []


def test_one_answer_that_cannot_be_keeps_the_others_unsaved_and_on_the_page(world: World) -> None:
    answer = fill_in(world, values={FIRST: "2", SECOND: "7"})
    assert answer.status_code == 422
    assert '<option value="2" selected>' in answer.content.decode()
    assert (findings(world), Item.objects.filter(kind="finding").count()) == ([], 0)


@pytest.mark.parametrize(("day", "status"), [("2026-05-01", 302), ("2026-05-02", 422), ("1999-12-31", 422)])
def test_something_is_found_on_a_day_that_has_come(world: World, day: str, status: int) -> None:
    assert fill_in(world, rest={f"{FIRST}-found_on": day}).status_code == status


def test_words_without_a_value_are_no_finding(world: World) -> None:
    assert fill_in(world, values={}, rest={f"{FIRST}-remark": "Lukt"}).status_code == 422


def test_a_category_may_come_from_another_source_and_day_than_the_sitting(world: World) -> None:
    fill_in(world, rest={f"{FIRST}-source": "care_report", f"{FIRST}-found_on": "2026-04-02"})
    (found,) = findings(world)
    assert (found.source, str(found.found_on)) == ("care_report", "2026-04-02")


def test_another_value_of_the_same_day_comes_in_the_place_of_the_own_one_which_is_kept(world: World) -> None:
    fill_in(world, values={FIRST: "2"})
    fill_in(world, values={FIRST: "3"})
    (found,) = findings(world)
    assert found.qualifier == "3"
    assert found.corrects_id is not None
    assert Item.objects.filter(kind="finding").count() == 2


def test_two_authors_at_one_category_are_both_kept_with_the_difference(world: World) -> None:
    fill_in(world, CARE, {FIRST: "3"}, found_on="2026-04-20")
    fill_in(world, WORK, {FIRST: "1"}, found_on="2026-04-21")
    assert [one.qualifier for one in findings(world)] == ["1", "3"]
    page = page_of(world, WORK)
    assert "Anderen vonden iets anders:" in page
    assert progress(world, WORK) == "1 of 43"


def test_saving_twice_stores_once(world: World) -> None:
    key = str(uuid4())
    for _time in range(2):
        assert fill_in(world, idempotency_key=key).status_code == 302
    fill_in(world)
    assert Item.objects.filter(kind="finding").count() == 1


def test_a_value_that_goes_back_and_forth_on_one_page_ends_as_it_was_chosen_last(world: World) -> None:
    key = str(uuid4())
    for value in ("2", "3", "2"):
        fill_in(world, values={FIRST: value}, idempotency_key=key)
    assert [one.qualifier for one in findings(world)] == ["2"]


def test_43_categories_are_saved_in_one_go_and_stand_in_the_record_once(world: World) -> None:
    fill_all(world)
    assert progress(world, CARE) == "43 of 43"
    assert Entry.objects.filter(verb=Verb.FINDINGS_SET).count() == 1


def test_a_category_is_saved_by_itself_when_it_changes(world: World) -> None:
    told = {"row": FIRST, f"{FIRST}-qualifier": "2"}
    answer = world.visitor(CARE).post(
        f"{world.url}icf/", {**SITTING, **told, "idempotency_key": str(uuid4())}, headers={"HX-Request": "true"}
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'id="state-{FIRST}"' in page
    assert "1 van 43 ingevuld" in page
    assert "<html" not in page


def test_a_category_that_cannot_be_saved_says_why_beside_it(world: World) -> None:
    told = {**SITTING, "answer": "", "row": FIRST, f"{FIRST}-qualifier": "2", "idempotency_key": str(uuid4())}
    answer = world.visitor(CARE).post(f"{world.url}icf/", told, headers={"HX-Request": "true"})
    assert answer.status_code == 422
    assert "field-error" in answer.content.decode()
    assert findings(world) == []


def test_a_new_set_keeps_what_was_found_in_the_codes_that_it_has_too(world: World) -> None:
    fill_in(world, values={FIRST: "2", codes()[-1]: "1"})
    loaded(42, from_on=TODAY, name="Nieuwe set")
    assert progress(world, CARE) == "1 of 42"
    assert "Deze set telt 42 categorieën en geen 43" in page_of(world, CARE)


def test_before_the_first_day_of_the_first_set_the_page_says_who_can_help(scene: Scene) -> None:
    world = World(scene)
    loaded(from_on=date(2026, 5, 2))
    world.give(WORK, Kind.ICF)
    assert "Er is nog geen set" in page_of(world, WORK)
