"""What a look at the confidential part is for, asked where it does not speak for itself, and kept for the working session.

Only looking is asked about: whoever sends a form never loses what was typed.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from vlechtwerk.audit.models import Purpose
from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.history.tasks import purpose_is_evident
from vlechtwerk.organisations.models import Position

KEPT = "purposes"
"""Where the session keeps what was answered, by position and case."""
PAGES = (
    "dossier",
    "dossier_write",
    "dossier_access",
    "dossier_goals",
    "dossier_goal",
    "dossier_consents",
    "dossier_documents",
    "dossier_document_add",
    "dossier_asides",
    "reports",
    "icf",
    "icf_comparison",
    "icf_report",
    "icf_explanation",
    "icf_completion",
)
"""The pages that may be what somebody was on the way to."""
INSTEAD = {
    "dossier_deed": "dossier_access",
    "dossier_document": "dossier_documents",
    "dossier_aside": "dossier_asides",
    "report_write": "reports",
    "report_paper": "reports",
}
"""The page where somebody goes on who was on the way to a form about access, or to a file."""
P = ParamSpec("P")


class PurposeNeeded(Exception):
    """What a look at this case is for has to be told first."""

    def __init__(self, id: UUID) -> None:
        """Keep the identifier of the case."""
        super().__init__(str(id))
        self.id = id


def chosen(request: HttpRequest, position: Position, id: UUID) -> Purpose | None:
    """What somebody said in this session that looking at a case is for; None when nothing was said."""
    kept = request.session.get(KEPT, {}).get(_key(position, id))
    return Purpose(kept) if kept in Purpose.values else None


def keep(request: HttpRequest, position: Position, id: UUID, purpose: Purpose) -> None:
    """Keep an answer for the rest of the working session."""
    request.session[KEPT] = {**request.session.get(KEPT, {}), _key(position, id): purpose.value}


def check(request: HttpRequest, found: Dossier) -> None:
    """Raise PurposeNeeded for a look whose purpose does not speak for itself and was not told yet."""
    mine = {one.involvement.pk: one.involvement for one in found.mine}.values()
    asked = request.method in ("GET", "HEAD") and chosen(request, found.position, found.case.pk) is None
    if asked and not purpose_is_evident(found.case, mine, found.today):
        raise PurposeNeeded(found.case.pk)


def asks_purpose(
    view: Callable[Concatenate[HttpRequest, Position, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Position, P], HttpResponse]:
    """Lead who has to tell a purpose first to the page where that is asked, and from there back."""

    @wraps(view)
    def asking(request: HttpRequest, position: Position, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, position, *args, **kwargs)
        except PurposeNeeded as needed:
            name = str(request.resolver_match and request.resolver_match.url_name)
            here = INSTEAD.get(name, name if name in PAGES else PAGES[0])
            return redirect(f"{reverse('dossier_purpose', args=[needed.id])}?{urlencode({'to': here})}")

    return asking


def _key(position: Position, id: UUID) -> str:
    return f"{position.pk}/{id}"
