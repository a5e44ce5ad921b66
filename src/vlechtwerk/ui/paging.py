"""A list over several pages: which one the address asks for, and the way to the pages around it."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest
from django.utils.translation import gettext as _

from vlechtwerk.ui.shapes import Pager

MOST_DIGITS = 5
"""Nobody turns over more pages than have a number of so many digits."""


def page_asked(request: HttpRequest) -> int:
    """The number of the page that the address asks for; the first one when it asks for none, or for nothing that can be meant."""
    number = request.GET.get("page", "1")
    return int(number) if number.isdecimal() and len(number) <= MOST_DIGITS else 1


def pager(leaf: Page[Any], url: str) -> Pager | None:
    """The way through a list of which the pages are counted; None when everything stands on one."""
    if not leaf.has_other_pages():
        return None
    text = _("Page %(number)s of %(total)s") % {"number": leaf.number, "total": leaf.paginator.num_pages}
    return _around(leaf.number, text, url, more=leaf.has_next())


def uncounted_pager(number: int, url: str, *, more: bool) -> Pager | None:
    """The way through a list of which only is known whether there is more; None when everything stands on one page."""
    if number == 1 and not more:
        return None
    return _around(number, _("Page %(num)s") % {"num": number}, url, more=more)


def _around(number: int, text: str, url: str, *, more: bool) -> Pager:
    return Pager(
        text,
        previous_url=f"{url}?page={number - 1}" if number > 1 else "",
        next_url=f"{url}?page={number + 1}" if more else "",
    )
