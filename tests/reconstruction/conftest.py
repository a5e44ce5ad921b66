"""The scene, on 1 May 2026, and a trajectory that was recorded on 10 April with one action more on 1 May."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.rules.histories import CARE_ACTION, IN_PROGRESS
from tests.scene import Scene, scene, today
from vlechtwerk.history.loading import Recorded, bulk_open
from vlechtwerk.history.models import Case
from vlechtwerk.rules.roles import Role

__all__ = ["scene", "today"]

RECORDED_AT, RECORDED_LATER = datetime(2026, 4, 10, 8, 0, tzinfo=UTC), datetime(2026, 4, 30, 22, 0, tzinfo=UTC)
"""The second one is midnight in Brussels: 1 May begins."""


@pytest.fixture(autouse=True)
def _asks_several_pages(several_requests: None) -> None:
    """Every test here may ask several pages."""


@pytest.fixture
def case(scene: Scene) -> Case:
    """In progress, recorded on 10 April; that an action started on 20 April was recorded on 1 May only."""
    cast = scene.cast
    new = cast.new_case(IN_PROGRESS, name="Achteraf", at=RECORDED_AT)
    later = Recorded(CARE_ACTION, cast.recorder_of(CARE_ACTION), RECORDED_LATER)
    bulk_open(cases=[replace(new, recorded=[*new.recorded, later])], by=cast[Role.VDAB_MEDIATOR])
    return Case.objects.get(file__person=new.person)
