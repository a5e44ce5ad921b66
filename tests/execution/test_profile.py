"""The profile: what was found in four sections, with its source, what was before, and care needs that stay sensitive."""

import pytest

from tests.dossier.test_goals import set_down
from tests.dossier.world import CARE, WORK, World
from tests.execution.telling import report, reports
from tests.scene import TODAY, text_of
from vlechtwerk.dossier.models import Goal
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting

FOUND = {"section": "competences", "found": "Werkt heel nauwkeurig.", "seen_from": "test", "seen_at": "Magazijnproef"}
CARE_NEED = {"section": "care_needs", "found": "Wil leren omgaan met drukte.", "seen_from": "client"}
PROVIDER = Role.WORK_PROVIDER
WITH_PROVIDER = ["work_case_manager", "care_case_manager", "work_provider"]


def profile(world: World, role: Role) -> str:
    """The words of the page with the profile."""
    return text_of(world.visitor(role).get(f"{world.url}profiel/"))


@pytest.mark.rule("AT-149")
def test_both_case_managers_note_what_they_found_with_its_source(world: World) -> None:
    assert [report(world, role, "profile", **FOUND).status_code for role in (WORK, CARE)] == [302, 302]
    page = profile(world, CARE)
    assert "Werkt heel nauwkeurig." in page
    assert "een test" in page
    assert "Magazijnproef" in page


@pytest.mark.rule("AT-149")
@pytest.mark.parametrize("left_out", ["found", "seen_from"])
def test_nothing_stands_in_the_profile_without_its_source(world: World, left_out: str) -> None:
    refused = report(world, WORK, "profile", **{**FOUND, left_out: ""})
    assert refused.status_code == 422
    assert "AT-149" in text_of(refused)


@pytest.mark.rule("AT-149")
def test_a_section_in_which_nothing_stands_says_so(world: World) -> None:
    report(world, WORK, "profile", **FOUND)
    assert profile(world, WORK).count("Hier staat nog niets.") == 3


@pytest.mark.rule("AT-149")
def test_the_newest_comes_first_and_what_was_before_remains(world: World) -> None:
    report(world, WORK, "profile", **{**FOUND, "found": "Vroeger: haalt vier uur."}, happened_on="2026-04-13")
    report(world, WORK, "profile", **{**FOUND, "found": "Nu: haalt zes uur."}, happened_on="2026-04-20")
    page = profile(world, CARE)
    assert (
        page.index("Nu: haalt zes uur.") < page.index("Wat er vroeger stond") < page.index("Vroeger: haalt vier uur.")
    )


@pytest.mark.rule("AT-149")
def test_earlier_words_remain_for_the_writer_and_the_participant(world: World) -> None:
    report(world, WORK, "profile", **FOUND)
    first = reports(world, WORK)[0]
    report(world, WORK, "profile", **{**FOUND, "found": "Werkt traag maar juist."}, replaces=str(first.pk))
    for role in (WORK, Role.CLIENT):
        page = profile(world, role)
        assert page.index("Werkt traag maar juist.") < page.index("Werkt heel nauwkeurig.")
        assert "Er kwamen andere woorden in de plaats." in page
    assert "Werkt heel nauwkeurig." not in profile(world, CARE)


@pytest.mark.rule("AT-246")
@pytest.mark.parametrize(("answer", "reads"), [("agreed_together", True), ("disagreed", False)])
def test_care_needs_reach_others_with_consent_only(world: World, answer: str, reads: bool) -> None:
    told = {**CARE_NEED, "entry_class": "administrative", "audience": WITH_PROVIDER, "answer": answer}
    assert report(world, CARE, "profile", **told).status_code == 302
    assert ("omgaan met drukte" in profile(world, PROVIDER)) is reads
    assert ("omgaan met drukte" in profile(world, WORK)) is reads
    assert "omgaan met drukte" in profile(world, Role.CLIENT)


@pytest.mark.rule("AT-246")
def test_care_needs_without_the_answer_of_the_participant_are_refused(world: World) -> None:
    refused = report(world, WORK, "profile", **{**CARE_NEED, "entry_class": "administrative", "answer": ""})
    assert refused.status_code == 422
    assert "AT-246" in text_of(refused)


def test_who_was_not_chosen_reads_no_part_of_the_profile(world: World) -> None:
    report(world, CARE, "profile", **FOUND)
    assert "nauwkeurig" not in profile(world, PROVIDER)


def linked(world: World) -> None:
    """Something that was found at a goal, and that the work provider reads; the goal she does not."""
    assert set_down(world).status_code == 302
    with acting(world.scene.client, TODAY):
        goal = str(Goal.objects.get().pk)
    report(world, WORK, "profile", **FOUND, audience=WITH_PROVIDER, for_goal=goal)


@pytest.mark.rule("AT-149")
def test_what_was_found_may_belong_to_a_goal(world: World) -> None:
    linked(world)
    assert "Bij het doel: Drie halve dagen per week volhouden" in profile(world, CARE)


def test_a_goal_is_not_told_to_who_reads_the_profile_and_not_the_goal(world: World) -> None:
    linked(world)
    page = profile(world, PROVIDER)
    assert "Werkt heel nauwkeurig." in page
    assert "Bij het doel" not in page


@pytest.mark.rule("AT-149")
def test_providers_write_nothing_in_the_profile(world: World) -> None:
    assert report(world, PROVIDER, "profile", **FOUND).status_code == 404
