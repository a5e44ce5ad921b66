"""The ICF page warns a care case manager without training, and names who helps in the region when that is noted."""

from typing import Any
from uuid import uuid4

import pytest

from tests.dossier.colleagues import colleague_of
from tests.dossier.world import CARE, WORK, World
from tests.scene import TODAY, text_of
from vlechtwerk.arrangements.actions import New, arrange
from vlechtwerk.arrangements.models import Sort
from vlechtwerk.rules.roles import Role

UNTRAINED = "de datum van de ICF-opleiding"


def page(world: World, role: Role) -> str:
    """The ICF page for somebody."""
    return text_of(world.visitor(role).get(f"{world.url}icf/"))


def noted(world: World, by: Role, sort: Sort, **told: Any) -> None:
    """Something is noted about the region."""
    arrange(new=New(sort, TODAY, told=told), by=world.scene.cast[by], key=uuid4())


@pytest.mark.rule("AT-144")
def test_a_care_case_manager_without_training_is_warned_and_may_fill_in(world: World) -> None:
    assert (UNTRAINED in page(world, CARE), UNTRAINED in page(world, WORK)) == (True, False)
    assert "Bewaar alles" in page(world, CARE)
    noted(world, CARE, Sort.ICF_TRAINING, account=str(world.scene.cast[CARE].account_id))
    assert UNTRAINED not in page(world, CARE)


@pytest.mark.rule("AT-144")
def test_whoever_brings_in_a_care_case_manager_sees_who_has_no_training(world: World) -> None:
    colleague, url = colleague_of(world, CARE), f"{world.url}toegang/opvolger/"
    assert f"{colleague.account.name}: " in text_of(world.visitor(CARE).get(url))
    told = {"account": str(colleague.account_id)}
    arrange(new=New(Sort.ICF_TRAINING, TODAY, told=told), by=colleague, key=uuid4())
    assert f"{colleague.account.name}: " not in text_of(world.visitor(CARE).get(url))


@pytest.mark.rule("AT-145")
def test_the_icf_page_names_the_ambassador_of_the_region_once_one_is_noted(world: World) -> None:
    assert "Hulp bij het gebruik van de ICF" not in page(world, WORK)
    told = {
        "kind": "icf_ambassador",
        "title_of": "Ada Ambassadeur",
        "version": "",
        "address": "0470 00 00 00",
        "more": "",
    }
    noted(world, Role.NETWORK_COORDINATOR, Sort.GUIDE, **told)
    assert all("Ada Ambassadeur: 0470 00 00 00" in page(world, role) for role in (CARE, WORK))
