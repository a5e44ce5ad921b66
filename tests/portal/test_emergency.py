"""The client reads on her first page that her file was opened in an emergency, also after that has ended."""

import pytest

from tests.review.people import make_officer, opened_by
from tests.scene import Scene, text_of
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.emergency import mend_glass

TOLD = "Op 1 mei 2026 opende de functionaris voor gegevensbescherming"


def home_of(scene: Scene, role: Role = Role.CLIENT) -> str:
    """The words of the first page of the own view."""
    return text_of(scene.as_(role).get(f"/mijn/{scene.case.pk}/"))


@pytest.mark.rule("AT-132")
@pytest.mark.parametrize("ended", [False, True])
def test_the_first_page_tells_that_the_file_was_opened_in_an_emergency(scene: Scene, ended: bool) -> None:
    officer = make_officer(scene.cast)
    opened = opened_by(officer, scene.case)
    if ended:
        mend_glass(involvement=opened.pk, by=officer)
    page = home_of(scene)
    assert TOLD in page
    assert "Fenna" not in page


def test_a_first_page_without_one_says_nothing_about_it(scene: Scene) -> None:
    assert "noodtoegang" not in home_of(scene)
