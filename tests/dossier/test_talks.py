"""Talks with everybody at the table, corrections that can be followed, and who is chosen for an intake."""

from datetime import date
from uuid import uuid4

import pytest
import time_machine

from tests.dossier.test_consent import TALKED, item_url
from tests.dossier.test_notes import notes_of, sent
from tests.dossier.world import CARE, CARER, WORK, World, told
from tests.scene import text_of
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import File, Involvement
from vlechtwerk.sharing.places import caseload
from vlechtwerk.sharing.policy import Kind

TIME, TOGETHER = "Het is tijd voor een driegesprek", "Praat er best over samen met wie het krijgt"
ALL_THREE = ["client", "work_case_manager", "care_case_manager"]


@pytest.fixture
def world(world: World) -> World:
    """Both case managers and the care provider have access to the shared part."""
    for role in (WORK, CARE, CARER):
        world.give(role)
    return world


def says(world: World, role: Role, text: str, page: str = "") -> bool:
    """Whether a page of the file says something to somebody."""
    return text in text_of(world.visitor(role).get(page or world.url))


@pytest.mark.rule("AT-028")
@pytest.mark.parametrize(("day", "hint"), [("2026-10-06", False), ("2026-10-07", True)])
def test_six_months_without_a_talk_of_all_three_are_told_to_both_case_managers(
    world: World, day: str, hint: bool
) -> None:
    with time_machine.travel(f"{day}T10:00:00+02:00", tick=True):
        assert [says(world, role, TIME) for role in (WORK, CARE, CARER)] == [hint, hint, False]


@pytest.mark.rule("AT-057")
def test_the_care_case_manager_may_talk_with_the_participant_alone(world: World) -> None:
    assert sent(world, CARE, attendees=["client", "care_case_manager"]).status_code == 302
    (note,) = notes_of(world, CARE)
    assert note.attendees == ["client", "care_case_manager"]


@pytest.mark.rule("AT-028")
@pytest.mark.parametrize(("there", "hint"), [(ALL_THREE, False), (ALL_THREE[:2], True), (ALL_THREE[1:], True)])
def test_only_a_talk_with_all_three_counts(world: World, there: list[str], hint: bool) -> None:
    with time_machine.travel("2026-10-07T10:00:00+02:00", tick=True):
        answers = {
            "happened_on": "2026-09-01",
            "attendees": there,
            "client_absence": "ziek",
            "answer": "agreed_together",
        }
        assert sent(world, WORK, **answers, audience=[str(CARE)]).status_code == 302
        assert says(world, WORK, TIME) is hint


@pytest.mark.rule("AT-136")
def test_a_correction_tells_its_day_and_the_author_finds_the_earlier_words(world: World) -> None:
    sent(world, WORK)
    (note,) = notes_of(world, WORK)
    sent(world, WORK, corrects=str(note.pk), text="Fien wil voltijds beginnen.", idempotency_key=str(uuid4()))
    page = world.visitor(WORK).get(world.url)
    assert "Rechtgezet op " in text_of(page)
    assert f"{world.url}{note.item_id}/" in page.content.decode()
    assert "Fien wil halftijds beginnen." in text_of(world.visitor(WORK).get(f"{world.url}{note.item_id}/"))


@pytest.mark.rule("AT-259")
@pytest.mark.parametrize(("there", "hint"), [(ALL_THREE, False), (["client", "care_case_manager"], True)])
def test_who_receives_something_is_best_at_the_talk_about_it(world: World, there: list[str], hint: bool) -> None:
    answers = {**TALKED, "happened_on": "2026-04-19", "discussed_on": "2026-04-19", "attendees": there}
    assert (
        world.visitor(CARE).post(f"{world.url}schrijven/", told(world.part(Kind.SHARED), **answers)).status_code == 302
    )
    page = item_url(world)
    assert says(world, CARE, TOGETHER, page) is hint
    assert not says(world, Role.CLIENT, TOGETHER, page)


@pytest.mark.rule("AT-054")
@pytest.mark.rule("AT-055")
def test_who_divides_intakes_sees_what_may_weigh_and_nobody_is_left_out_for_it(world: World) -> None:
    Involvement.objects.filter(file=world.file, capacity=CARE).update(until_on="2026-04-30")
    page = text_of(world.visitor(WORK).get(f"{world.url}toegang/meewerken/"))
    assert "geen voorwaarde is: expertise" in page
    assert "trajecten nu: minder dan 5" in page


def test_a_file_that_is_blocked_is_no_part_of_a_caseload(world: World) -> None:
    care = world.position(CARE)
    File.objects.filter(pk=world.file.pk).update(blocked_on="2026-05-02")
    assert [caseload([care], date(2026, 5, day)) for day in (1, 2)] == [{care.pk: 1}, {}]
