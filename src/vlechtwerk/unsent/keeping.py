"""A long form that loses no word: kept while somebody types, when the sign-in expired meanwhile, and until it is recorded.

A view adopts it with `keeps_unfinished` as its outermost decorator but the one about methods, and its template with
`ui.kept_form`. The view itself is called as always; it never sees what is asked here.
"""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vlechtwerk.history.models import Case
from vlechtwerk.organisations.acting import acting_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing.identity import accompany, acting
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.errors import too_much
from vlechtwerk.ui.forms import begun
from vlechtwerk.ui.shapes import Cell, Unfinished
from vlechtwerk.unsent.actions import NotKept, forget, keep, throw_away
from vlechtwerk.unsent.queries import CHOSEN, Kept, address_of, kept_of, part_for

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
ASKED, DRAWN, NAMED = "_keep", "_drawn", "_kept"
"""What is asked instead of sending the form, for whom and where it was drawn, and which unfinished form is meant."""
OURS = (ASKED, DRAWN, NAMED, "csrfmiddlewaretoken")
SALT = "vlechtwerk.unsent: drawn for"
LONGEST_OPEN = 24 * 60 * 60
"""Seconds after which a page that was left open proves nothing any more: longer than a working day and its session."""
TOO_MUCH, SIGNED_OUT = 413, 401
GONE_ON = 302
"""The status of a form that was accepted: the visitor goes on to another page."""


def keeps_unfinished(*kinds: str) -> Callable[[View[P]], View[P]]:
    """Keep what is typed in the form of a view about a case, beside the first part of its file of these kinds that is open."""

    def around(view: View[P]) -> View[P]:
        @wraps(view)
        def kept(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            case_id, position = UUID(str(kwargs["id"])), acting_position(request)
            desk = Desk(request, case_id, kinds)
            if position is None:
                return desk.signed_out() or view(request, *args, **kwargs)
            if ASKED in request.POST:
                return desk.asked(position)
            accompany(request, lambda answer: desk.answered(answer, position))
            with begun(desk.drawn_for(position)):
                answer = view(request, *args, **kwargs)
            desk.is_over(answer, position)
            return answer

        return kept

    return around


class Desk:
    """One request for a form that is kept."""

    def __init__(self, request: HttpRequest, case_id: UUID, kinds: tuple[str, ...]) -> None:
        """Keep what is asked, about which case, and beside which parts of its file."""
        self.request, self.case_id, self.kinds = request, case_id, kinds
        self.address, self.today = address_of(request), timezone.localdate()
        self.is_answered = False

    def drawn_for(self, position: Position) -> QueryDict | None:
        """Let the page say what it keeps; what was typed before, when the form is opened again."""
        found = None
        if self.request.method in ("GET", "HEAD"):
            with acting(position, self.today):
                found = kept_of(position, self.address, self.today, self.request.GET.get(CHOSEN, ""))
        token = signing.dumps([str(position.pk), self.address], salt=SALT)
        shown = _shown(self.request, found, token)
        self.request.unfinished = shown  # type: ignore[attr-defined]  # the request carries it from here to the page
        return found.values if found else None

    def asked(self, position: Position) -> HttpResponse:
        """Keep or throw away, as was asked instead of sending the form.

        Raises Http404 for a page that was drawn for somebody else, or in another function: her words are not for the visitor.
        """
        drawn_for = self._drawn_for()
        if drawn_for is not None and drawn_for.pk != position.pk:
            raise Http404
        by_script = self.request.POST[ASKED] == "script"
        if self.request.POST[ASKED] == "drop":
            with acting(position, self.today):
                throw_away(_uuid(self.request.POST.get(NAMED, "")), by=position)
            return redirect(_here(self.request))
        try:
            self._keep(position)
        except NotKept:
            told = _("Not kept: this is too much. Send the form, or throw other drafts away.")
            return _said(told, TOO_MUCH) if by_script else too_much(self.request)
        return _said(_kept_now()) if by_script else redirect(_here(self.request))

    def signed_out(self) -> HttpResponse | None:
        """Keep what somebody sends whose sign-in expired, for the one for whom the page was drawn and nobody else."""
        position, user = self._drawn_for() if self.request.method == "POST" else None, self.request.user
        if position is None or (user.is_authenticated and user.pk != position.account_id):
            return None
        try:
            self._keep(position)
        except (NotKept, Http404):
            return None
        if self.request.POST.get(ASKED) == "script":
            return _said(_("Kept as a draft. You are signed out: sign in again to go on."), SIGNED_OUT)
        return None

    def answered(self, answer: HttpResponse, position: Position) -> None:
        """Remove what was kept of a form that was accepted; once. Call it inside `sharing.identity.acting`."""
        if self._is_accepted(answer) and not self.is_answered:
            forget(address=self.address, key=_uuid(self.request.POST.get("idempotency_key", "")), by=position)
            self.is_answered = True

    def is_over(self, answer: HttpResponse, position: Position) -> None:
        """The same after a view in whose transaction nobody acted."""
        if self._is_accepted(answer) and not self.is_answered:
            with acting(position, self.today):
                self.answered(answer, position)

    def _is_accepted(self, answer: HttpResponse) -> bool:
        return self.request.method == "POST" and answer.status_code == GONE_ON

    def _keep(self, position: Position) -> None:
        """Keep what was sent. Raises NotKept, and Http404 when the case does not exist for whoever sent it."""
        told = self.request.POST.copy()
        for name in OURS:
            told.pop(name, None)
        wanted = [*told.getlist("compartment"), *self.kinds]
        with acting(position, self.today):
            try:
                part = part_for(position, self.case_id, self.today, wanted)
            except Case.DoesNotExist as missing:
                raise Http404 from missing
            keep(compartment=part, at=(self.address, _uuid(told.get("idempotency_key", ""))), told=told, by=position)

    def _drawn_for(self) -> Position | None:
        """The position for which the page was drawn that was sent, when it is still held by an account that may sign in."""
        try:
            who, where = signing.loads(self.request.POST.get(DRAWN, ""), salt=SALT, max_age=LONGEST_OPEN)
        except signing.BadSignature:
            return None
        found = Position.objects.select_related("account", "region").filter(pk=who, account__is_active=True).first()
        return found if found and where == self.address and found.is_active_on(self.today) else None


def _uuid(text: str) -> UUID:
    """An identifier as it was sent. Raises Http404 for something else."""
    try:
        return UUID(text)
    except ValueError as wrong:
        raise Http404 from wrong


def _shown(request: HttpRequest, found: Kept | None, token: str) -> Unfinished:
    """What the page says about what is kept."""
    if found is None:
        return Unfinished(token)
    here = _here(request)
    more = "&" if "?" in here else "?"
    others = (Cell(_moment(at), f"{here}{more}{CHOSEN}={pk}") for pk, at in found.others)
    return Unfinished(token, _moment(found.at), str(found.id), tuple(others))


def _here(request: HttpRequest) -> str:
    """The address of the form, without the draft that was chosen."""
    asked = request.GET.copy()
    asked.pop(CHOSEN, None)
    return f"{request.path}?{asked.urlencode()}" if asked else request.path


def _said(text: str, status: int = 200) -> HttpResponse:
    return JsonResponse({"said": text}, status=status)


def _kept_now() -> str:
    return _("Kept as a draft at %(hour)s.") % {"hour": f"{localtime():%H.%M}"}


def _moment(at: datetime) -> str:
    """A moment as it is written: "21 november 2026, 14.03 uur"."""
    local = localtime(at)
    return _("%(day)s, at %(hour)s") % {"day": long_date(local.date()), "hour": f"{local:%H.%M}"}
