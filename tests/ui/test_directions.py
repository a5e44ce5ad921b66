"""The look in languages that are written from the left and from the right."""

import re
from importlib.resources import files

import pytest
from django.test import RequestFactory
from django.utils import translation

from vlechtwerk.ui.frame import Frame
from vlechtwerk.ui.pages import bare_page

PHYSICAL = re.compile(
    r"(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
    r"|(?:text-align|float|clear|caption-side):\s*(?:left|right)"
    r"|[{;]\s*(?:left|right)\s*:"
)
"""Ways to say left or right where the start or the end of a line is meant."""
FOUR_SIDES = re.compile(r"\b(margin|padding|inset|border-radius):\s*([^;}]+)")
"""What may be told for four sides or corners in one go, clockwise."""
VALUE = re.compile(r"[^\s(]+(?:\([^)]*\))?")


def sheets() -> dict[str, str]:
    """The stylesheets by their name."""
    folder = files("vlechtwerk.ui") / "static" / "ui" / "css"
    return {sheet.name: sheet.read_text(encoding="utf-8") for sheet in folder.iterdir()}


def mirrors(name: str, values: list[str]) -> bool:
    """Whether left is like right in a value for four sides, or for the corners from the top left one on."""
    if len(values) < 4:
        return name != "border-radius" or len(values) == 1
    first, second, third, fourth = values
    return (first, third) == (second, fourth) if name == "border-radius" else second == fourth


@pytest.mark.parametrize(("language", "direction"), [("nl", "ltr"), ("fr", "ltr"), ("ar", "rtl"), ("he", "rtl")])
def test_a_page_runs_in_the_direction_of_its_language(language: str, direction: str) -> None:
    with translation.override(language):
        context = {"code": 404, "title": "-", "advice": "-", "frame": Frame()}
        page = bare_page(RequestFactory().get("/"), "ui/error.html", context, status=404).content.decode()
    assert f'dir="{direction}"' in page


def test_the_look_knows_no_left_and_no_right() -> None:
    assert {name: PHYSICAL.findall(text) for name, text in sheets().items() if PHYSICAL.search(text)} == {}


def test_four_sides_in_one_go_are_the_same_on_the_left_and_on_the_right() -> None:
    found = [(sheet, *told.groups()) for sheet, text in sheets().items() for told in FOUR_SIDES.finditer(text)]
    assert len(found) > 20
    assert [one for one in found if not mirrors(one[1], VALUE.findall(one[2]))] == []
