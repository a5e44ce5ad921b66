"""The door: what a signed-in person does before any page with work in it opens.

First a second factor, then, for who works with the files of others, the undertaking of confidentiality. Every page is
behind the door unless it is named here, so that a new page cannot be forgotten.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from vlechtwerk.accounts.factors import is_demo, lead, passed_second_factor
from vlechtwerk.accounts.models import Account
from vlechtwerk.accounts.queries import has_undertaken
from vlechtwerk.accounts.urls import OPEN
from vlechtwerk.organisations.acting import acting_position
from vlechtwerk.organisations.claims import settle
from vlechtwerk.rules.roles import Role

ALSO_OPEN = frozenset(
    {"demo", "set_language", "health", "gallery", "display", "quick_exit", "left", "words", "manual", "manual_page"}
)


class Entrance:
    """Leads who still has something to do before coming in to the page where it is done."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Answer in place of the view when something is still to be done first."""
        settle(request)
        match = request.resolver_match
        if match is not None and match.url_name in OPEN | ALSO_OPEN:
            return None
        wanted = still_to_do(request)
        return lead(request, reverse(wanted)) if wanted else None


def still_to_do(request: HttpRequest) -> str:
    """The name of the page where a signed-in person does what comes first; empty when there is nothing."""
    user = request.user
    if not isinstance(user, Account) or is_demo(user):
        return ""
    if not passed_second_factor(request):
        return "mfa_index"
    position = acting_position(request)
    about_others = position is not None and position.role != Role.CLIENT
    return "undertaking" if about_others and not has_undertaken(request, user) else ""
