"""How a visitor wants pages to look, as the browser remembers it until it is closed: discreet, in large letters."""

from django.conf import settings
from django.http import HttpRequest

DISPLAY = ("discreet", "large_print")
"""What a visitor can switch on and off about how pages look."""


def cookie_of(name: str) -> str:
    """The cookie that remembers a choice about how pages look, until the browser is closed."""
    return name if settings.TRIAL else f"__Host-{name}"


def display_of(request: HttpRequest) -> dict[str, bool]:
    """What is switched on, by name. It asks nothing but the cookies, so that a page for what went wrong has it too."""
    return {name: request.COOKIES.get(cookie_of(name)) == "1" for name in DISPLAY}
