"""Numbers of a region that are laid side by side, or of one day beside another: they never leave one person over."""

import pytest

from tests.rules.histories import ACCEPTED, IN_PROGRESS
from tests.scene import Scene
from tests.worklist.test_overview import COORDINATOR, cells, open_cases


@pytest.fixture
def one_in_progress(scene: Scene) -> Scene:
    """A region with five trajectories that were accepted, and one that is in progress."""
    open_cases(scene, 5, ACCEPTED)
    return scene


def region_of(scene: Scene) -> dict[str, str]:
    """What the coordinator reads about the region, without the rows about her own cases."""
    return {name: shown for name, shown in cells(scene.as_(COORDINATOR).get("/overzicht/")).items() if ", " not in name}


@pytest.mark.parametrize("more", [1, 2, 3])
def test_one_person_and_four_give_the_same_page_of_numbers(one_in_progress: Scene, more: int) -> None:
    before = region_of(one_in_progress)
    open_cases(one_in_progress, more, IN_PROGRESS)
    after = region_of(one_in_progress)
    assert (before["Bezig"], after["Bezig"]) == ("minder dan 5", "minder dan 5")
    assert {name: (before[name], shown) for name, shown in after.items() if before[name] != shown} == {}


def test_no_sum_stands_beside_numbers_of_which_one_is_not_told(one_in_progress: Scene) -> None:
    told = region_of(one_in_progress)
    assert (told["Aanvaard"], told["Te laat"]) == ("5", "niet vermeld")
    assert "6" not in told.values()


def test_what_everybody_has_is_told_where_every_status_is_told(scene: Scene) -> None:
    open_cases(scene, 5, ACCEPTED)
    open_cases(scene, 4, IN_PROGRESS)
    told = region_of(scene)
    assert (told["Aanvaard"], told["Bezig"], told["Te laat"]) == ("5", "5", "10")
