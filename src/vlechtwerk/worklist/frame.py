"""The frame around every page: who acts, with the way to the own cases."""

from collections.abc import Iterator
from dataclasses import replace

from django.http import HttpRequest
from django.utils.translation import gettext as _

from vlechtwerk.compensation.instalments import sees_instalments
from vlechtwerk.compensation.judging import judges
from vlechtwerk.compensation.queries import sees_statements
from vlechtwerk.intake.doors import takes_part
from vlechtwerk.manual.reading import address_of
from vlechtwerk.network.queries import sees_network
from vlechtwerk.organisations.acting import acting_position
from vlechtwerk.organisations.frame import frame_of
from vlechtwerk.organisations.models import Position
from vlechtwerk.retention.approving import READERS
from vlechtwerk.review.telling import alerts_for
from vlechtwerk.rules.roles import PROVIDERS, Role
from vlechtwerk.sharing.policy import CARE
from vlechtwerk.ui.environment import address
from vlechtwerk.ui.frame import Frame, NavigationLink


def frame(request: HttpRequest) -> dict[str, Frame]:
    """The values that every page gets: a context processor."""
    bare = frame_of(request)
    position = acting_position(request) if bare.account_name else None
    if position is None:
        return {"frame": replace(bare, manual_url=address_of(None))}
    pages = {"worklist": _("Worklist"), "overview": _("Overview")}
    if position.role == Role.CLIENT:
        pages = {"worklist": _("My trajectory")}
    else:
        pages["region"] = _("Region")
    if position.role in CARE:
        pages["note_search"] = _("Search in notes")
    if position.role in PROVIDERS:
        pages["network_own"] = _("My assignments")
    if sees_network(position):
        pages["network"] = _("Providers")
    if position.role == Role.DATA_PROTECTION_OFFICER:
        pages |= {"review": _("Review of the record"), "rights": _("Questions about own data")}
        pages["retention"] = _("Retention")
    if position.role in READERS:
        pages["approval"] = _("Approval of VDAB")
    links = ((address(name), label) for name, label in pages.items())
    navigation = tuple(NavigationLink(url, label, current=request.path == url) for url, label in links)
    more = (*_about_referrals(request, position), *_about_money(request, position))
    manual_url = address_of(position.role)
    return {"frame": replace(bare, navigation=(*navigation, *more), alerts=alerts_for(position), manual_url=manual_url)}


def _about_referrals(request: HttpRequest, position: Position) -> Iterator[NavigationLink]:
    """The way to drafts, proposals and intakes, for who has them."""
    if takes_part(position):
        url = address("intake_overview")
        yield NavigationLink(url, _("Referrals"), current=request.path.startswith(url))


def _about_money(request: HttpRequest, position: Position) -> Iterator[NavigationLink]:
    """The way to the pages about money, for who has them."""
    if judges(position) and not sees_instalments(position):
        url = address("compensation_no_internship")
        yield NavigationLink(url, _("Without an internship"), current=request.path == url)
    if sees_statements(position):
        url = address("compensation")
        yield NavigationLink(url, _("Compensation"), current=request.path.startswith(url))
    if sees_instalments(position):
        url = address("budget")
        yield NavigationLink(url, _("Budget"), current=request.path == url)
        url = address("compensation_network")
        yield NavigationLink(url, _("Instalments"), current=request.path.startswith(url))
