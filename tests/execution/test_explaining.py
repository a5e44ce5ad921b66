"""What was explained to the participant: noted with its day, and read by her on her own page."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.dossier.world import CARE, WORK, World
from tests.execution.telling import reports, send
from tests.scene import text_of
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.rules.roles import Role

TOLD: dict[str, Any] = {"happened_on": "2026-04-20", "occasion": "unclear", "explained": ["why", "with_whom"]}
FORM = "verslagen/explained/"


def own_page(world: World) -> str:
    """What the participant reads on her own page."""
    return text_of(world.visitor(Role.CLIENT).get(f"/mijn/{world.scene.case.pk}/uitleg/"))


@pytest.mark.rule("AT-255")
@pytest.mark.parametrize("by", [WORK, CARE])
def test_what_a_case_manager_explained_stands_with_its_day_and_name_on_the_page_of_the_participant(
    world: World, by: Role
) -> None:
    assert send(world, by, FORM, TOLD, still_unclear="Wie het na het traject leest.").status_code == 302
    page = own_page(world)
    for words in ("20 april 2026", world.position(by).account.name, "Met wie men het deelt", "Wie het na het traject"):
        assert words in page
    explained, missing = page.split("Nog niet genoteerd")
    assert "Waarom men het deelt" in explained
    assert "Hoe het traject verloopt" in missing


@pytest.mark.rule("AT-255")
def test_each_explanation_stays_and_the_latest_stands_in_front(world: World) -> None:
    send(world, WORK, FORM, TOLD)
    send(world, CARE, FORM, TOLD, happened_on="2026-04-28", explained=["network"])
    page = own_page(world)
    assert page.index("28 april 2026") < page.index("20 april 2026")
    assert [one.happened_on for one in reports(world, CARE)] == [date(2026, 4, 28), date(2026, 4, 20)]


@pytest.mark.rule("AT-255")
def test_an_explanation_of_nothing_is_refused_with_the_rule(world: World) -> None:
    answer = send(world, WORK, FORM, TOLD, explained=[])
    assert answer.status_code == 422
    assert "AT-255" in answer.content.decode()
    assert reports(world, WORK) == []


def test_the_form_tells_what_was_not_noted_yet(world: World) -> None:
    send(world, WORK, FORM, TOLD)
    page = text_of(world.visitor(CARE).get(f"{world.scene.url}{FORM}"))
    assert "Nog niet genoteerd: welke informatie men deelt, hoe men het opschrijft en deelt, wie er samenwerkt" in page


@pytest.mark.parametrize(("role", "finds"), [(WORK, True), (CARE, True), (Role.CARE_PROVIDER, False)])
def test_it_is_one_step_from_where_a_talk_is_noted(world: World, role: Role, finds: bool) -> None:
    page = world.visitor(role).get(f"{world.url}schrijven/").content.decode()
    assert (f'href="{world.scene.url}{FORM}"' in page) is finds


@pytest.mark.parametrize("role", [Role.CARE_PROVIDER, Role.NETWORK_COORDINATOR, Role.TRUSTED_ADVISOR, Role.CLIENT])
def test_nobody_else_notes_it_and_nobody_of_vdab_reads_it(world: World, role: Role) -> None:
    send(world, WORK, FORM, TOLD)
    assert send(world, role, FORM, TOLD).status_code == 404
    seen = [one.kind for one in reports(world, role)]
    assert seen == ([ReportKind.EXPLAINED] if role is Role.CLIENT else [])


def test_the_page_takes_a_fixed_number_of_queries(world: World) -> None:
    own_page(world)
    asked = []
    for _ in range(2):
        send(world, WORK, FORM, TOLD)
        with CaptureQueriesContext(connection) as queries:
            own_page(world)
        asked.append(len(queries))
    assert asked[0] == asked[1]
