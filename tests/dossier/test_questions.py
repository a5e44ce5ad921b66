"""A doubt becomes a question to the own team once it gives nobody away (AT-250, AT-258)."""

from typing import Any

import pytest

from tests.dossier.test_asides import DOUBT, opened, write
from tests.dossier.world import CARE, World
from tests.scene import text_of
from vlechtwerk.audit.models import Entry, Verb


def asked(world: World, text: str) -> Any:
    """What the browser answers to somebody who makes a question."""
    write(world)
    browser = world.visitor(CARE)
    url = opened(world, browser)
    assert DOUBT in text_of(browser.get(url))
    key = "01890000-0000-7000-8000-000000000001"
    return browser.post(url, {"do": "ask", "text": text, "idempotency_key": key})


@pytest.mark.rule("AT-250")
@pytest.mark.rule("AT-258")
def test_a_question_without_a_name_can_be_taken_to_the_team(world: World) -> None:
    answer = asked(world, "Mag ik vertellen dat iemand slecht slaapt?")
    assert answer.status_code == 200
    assert "U kunt ze meenemen naar uw team" in text_of(answer)
    assert Entry.objects.filter(verb=Verb.QUESTION_ASKED, file_id=None, rules=["AT-258"]).count() == 1


@pytest.mark.rule("AT-258")
@pytest.mark.parametrize("told", ["{given}", "{FAMILY}", "{reference}", "12/03/2026", "2026-03-12", "12 maart"])
def test_a_question_with_a_name_a_number_or_a_day_is_refused(world: World, told: str) -> None:
    person, reference = world.scene.case.file.person, world.scene.case.reference
    words = told.format(given=person.given_name, FAMILY=person.family_name.upper(), reference=reference)
    answer = asked(world, f"Mag ik vertellen dat {words} slecht slaapt?")
    assert answer.status_code == 422
    assert "AT-258" in answer.content.decode()
    assert not Entry.objects.filter(verb=Verb.QUESTION_ASKED).exists()


@pytest.mark.rule("AT-258")
def test_a_name_inside_another_word_gives_nobody_away(world: World) -> None:
    given = world.scene.case.file.person.given_name.lower()
    assert asked(world, f"Is iemand ver{given}d of niet?").status_code == 200
