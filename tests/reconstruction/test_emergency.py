"""Emergency access that ended is part of how a trajectory went: who opened the file, on which day, and what was open."""

from datetime import date, datetime

import pytest
from django.utils import timezone
from zeal import zeal_ignore

from tests.dossier.world import World
from tests.reconstruction.pdf_text import text_of as text_in
from tests.reconstruction.test_page import page_of
from tests.review.people import make_officer, opened_by
from tests.scene import Scene, text_of
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement

WORK, OFFICER = Role.WORK_CASE_MANAGER, "Fenna Officer"
ENDED = datetime(2026, 5, 1, 9, 30, tzinfo=timezone.get_default_timezone())
"""Half an hour before the test looks."""


@pytest.fixture
def opened(scene: Scene) -> Scene:
    """The officer opened the file this morning, and that has ended."""
    with zeal_ignore():
        World(scene).give(WORK)
        made = opened_by(make_officer(scene.cast), scene.case)
        Involvement.objects.filter(pk=made.pk).update(until_at=ENDED)
    return scene


@pytest.mark.rule("AT-132")
@pytest.mark.parametrize(("day", "there"), [("2026-04-30", False), ("2026-05-01", True)])
def test_who_opened_the_file_in_an_emergency_stands_there_on_that_day(opened: Scene, day: str, there: bool) -> None:
    page = text_of(page_of(opened, opened.case, on=day))
    assert (OFFICER in page) is there


@pytest.mark.rule("AT-132")
def test_what_was_open_to_the_officer_stands_there_too_and_only_that(opened: Scene) -> None:
    page = text_of(page_of(opened, opened.case, on="2026-05-01"))
    told = page[page.index("Wie toegang had tot het vertrouwelijk luik") :]
    assert f"Gedeeld deel {OFFICER}" in told
    assert f"Eigen notities van zorg {OFFICER}" not in told


def test_the_day_after_it_is_not_there_any_more(opened: Scene) -> None:
    assert opened.case.file.involvements.filter(until_at__date=date(2026, 5, 1)).count() == 1
    Involvement.objects.filter(until_at=ENDED).update(from_on="2026-04-29", until_at="2026-04-29T12:00:00+02:00")
    days = {day: OFFICER in text_of(page_of(opened, opened.case, on=day)) for day in ("2026-04-29", "2026-04-30")}
    assert days == {"2026-04-29": True, "2026-04-30": False}


@pytest.mark.rule("AT-132")
def test_the_report_tells_it_as_well(opened: Scene) -> None:
    answer = opened.as_(WORK).get(f"{opened.url}reconstructie/verslag/", {"on": "2026-05-01"})
    assert OFFICER in text_in(answer.content)
