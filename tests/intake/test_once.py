"""One referral per person: what was found is told to nobody, and an exception is motivated (AT-037)."""

import re
from datetime import date
from typing import Any

import pytest

from tests.cast import make_position
from tests.intake.world import MEDIATOR, WHO, World, send
from tests.rules.histories import IN_PROGRESS, REFERRED
from tests.scene import signed_in, text_of
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Region
from vlechtwerk.people.models import Person
from vlechtwerk.people.names import search_key
from vlechtwerk.rules.activation.terms import StopManner
from vlechtwerk.rules.roles import Role

SAME_NAME = {"search_key": search_key("Fien", "Voorbeeld"), "birth_year": 1990}
OTHER = {"search_key": search_key("Iemand", "Anders"), "birth_year": 1970}
REFERENCE = {"mlp_reference": "MLP100"}
EXCEPTION = {"exception": "Beslist door de projectopvolger op 30 januari 2026"}


def before(world: World, events: Any = IN_PROGRESS, **who: Any) -> Case:
    """Somebody had a trajectory before, in which the cast takes part."""
    case = world.cast.open(events, name="Vroeger")
    Person.objects.filter(files=case.file_id).update(**{**OTHER, **who})
    return case


def attempt(world: World, mediator: Any = None, **more: Any) -> Any:
    """What the mediator gets who refers."""
    browser = signed_in(mediator) if mediator else world.as_(MEDIATOR)
    return send(browser, world.begin(browser), **world.complete(**more))


def told(answer: Any) -> tuple[int, str]:
    """The page without what differs each time it is made."""
    page = re.sub(r'nonce="[^"]*"|value="[0-9A-Za-z-]{36,64}"|toeleidingen/[0-9a-f-]{36}/', "", answer.content.decode())
    return answer.status_code, page


@pytest.mark.rule("AT-037")
@pytest.mark.usefixtures("in_may")
def test_who_was_in_a_trajectory_is_not_referred_again(world: World) -> None:
    before(world, **REFERENCE)
    answer = attempt(world)
    assert answer.status_code == 422
    assert "VDAB moet dit eerst bekijken: vraag contact" in text_of(answer)
    assert Case.objects.count() == 1


@pytest.mark.rule("AT-037")
@pytest.mark.usefixtures("in_may")
def test_a_seen_and_a_hidden_case_of_the_same_reference_or_name_answer_the_same_bytes(world: World) -> None:
    pages, stranger = set(), make_position(MEDIATOR, world.cast.region, "bea")
    for who in (REFERENCE, SAME_NAME, {**REFERENCE, **SAME_NAME}):
        case = before(world, **who)
        pages.add(told(attempt(world, stranger)))
        case.file.involvements.filter(capacity=Role.TRUSTED_ADVISOR).update(position=stranger)
        pages.add(told(attempt(world, stranger)))
        Person.objects.filter(files=case.file_id).update(mlp_reference=None, **OTHER)
    assert len(pages) == 1


@pytest.mark.usefixtures("in_may")
def test_a_case_that_runs_and_one_that_is_over_answer_the_same_bytes(world: World) -> None:
    case = before(world, **REFERENCE)
    running = told(attempt(world))
    Case.objects.filter(pk=case.pk).update(status="ended")
    assert told(attempt(world)) == running


@pytest.mark.usefixtures("in_may")
def test_keeping_a_draft_answers_the_same_bytes_whoever_it_is_about(world: World) -> None:
    def kept() -> tuple[int, str]:
        browser = world.as_(MEDIATOR)
        url = world.begin(browser)
        send(browser, url, **world.complete(complete=""))
        return told(browser.get(url))

    stranger = kept()
    before(world, **REFERENCE, **SAME_NAME)
    assert kept() == stranger


@pytest.mark.rule("AT-037")
@pytest.mark.usefixtures("in_may")
def test_a_motivated_exception_opens_a_second_trajectory_of_the_same_person(world: World) -> None:
    case = before(world, **REFERENCE)
    Case.objects.filter(pk=case.pk).update(status="ended")
    assert attempt(world, **EXCEPTION).status_code == 302
    assert Case.objects.filter(file__person=case.file.person_id).count() == 2


@pytest.mark.rule("AT-037")
@pytest.mark.usefixtures("in_may")
def test_no_exception_opens_a_second_trajectory_beside_one_that_runs(world: World) -> None:
    before(world, **REFERENCE)
    assert attempt(world, **EXCEPTION).status_code == 422


@pytest.mark.rule("AT-037")
@pytest.mark.usefixtures("in_may")
def test_somebody_else_with_the_same_name_is_referred_with_a_motivation(world: World) -> None:
    before(world, **SAME_NAME)
    assert attempt(world).status_code == 422
    assert attempt(world, **EXCEPTION).status_code == 302
    assert Person.objects.count() == 2


@pytest.mark.rule("AT-037")
@pytest.mark.usefixtures("in_may")
def test_a_trajectory_that_never_began_takes_no_chance_away(world: World) -> None:
    case = before(world, (REFERRED,), **REFERENCE)
    Case.objects.filter(pk=case.pk).update(status="cancelled", status_reason=StopManner.REFUSAL)
    assert attempt(world).status_code == 302


@pytest.mark.usefixtures("in_may")
def test_a_case_of_another_region_counts_too(world: World) -> None:
    case = before(world, **REFERENCE)
    Case.objects.filter(pk=case.pk).update(region=Region.objects.create(name="Elders"))
    assert attempt(world, given_name="Nele", family_name="Nieuw").status_code == 422


def test_a_reference_is_the_same_with_spaces_and_small_letters(world: World) -> None:
    world.refer()
    assert attempt(world, **{**WHO, "mlp_reference": "mlp  100", "family_name": "Anders"}).status_code == 422
    assert Person.objects.get().mlp_reference == "MLP100"
    assert date(2026, 2, 2) == Case.objects.get().status_since
