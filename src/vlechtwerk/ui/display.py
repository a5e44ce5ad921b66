"""How a visitor wants pages to look, as the browser remembers it until it is closed: discreet, in large letters."""

from typing import TypedDict

from django.conf import settings
from django.http import HttpRequest


class Display(TypedDict):
    """What a visitor switched on about how pages look."""

    discreet: bool
    large_print: bool


DISPLAY = ("discreet", "large_print")
"""What a visitor can switch on and off about how pages look."""


def cookie_of(name: str) -> str:
    """The cookie that remembers a choice about how pages look, until the browser is closed."""
    return name if settings.TRIAL else f"__Host-{name}"


def display_of(request: HttpRequest) -> Display:
    """What is switched on, by name. It asks nothing but the cookies, so that a page for what went wrong has it too."""
    discreet, large_print = (request.COOKIES.get(cookie_of(name)) == "1" for name in DISPLAY)
    return Display(discreet=discreet, large_print=large_print)
