"""The frame around every page: who acts, with the way to the own cases."""

from dataclasses import replace

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from vlechtwerk.organisations.acting import acting_position
from vlechtwerk.organisations.frame import frame_of
from vlechtwerk.review.telling import alerts_for
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import CARE
from vlechtwerk.ui.frame import Frame, NavigationLink


def frame(request: HttpRequest) -> dict[str, Frame]:
    """The values that every page gets: a context processor."""
    bare = frame_of(request)
    position = acting_position(request) if bare.account_name else None
    if position is None:
        return {"frame": bare}
    home = reverse("worklist")
    label = _("My trajectory") if position.role == Role.CLIENT else _("Worklist")
    links = [NavigationLink(home, label, current=request.path == home)]
    if position.role in CARE:
        search = reverse("note_search")
        links.append(NavigationLink(search, _("Search in notes"), current=request.path == search))
    if position.role == Role.DATA_PROTECTION_OFFICER:
        review = reverse("review")
        links.append(NavigationLink(review, _("Review of the record"), current=request.path == review))
    alerts = alerts_for(position)
    return {"frame": replace(bare, navigation=tuple(links), alerts=alerts)}
