"""Inviting the client, and coming in with the code of the letter."""

from uuid import UUID

from allauth.core import ratelimit
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vlechtwerk.accounts.actions import begin_session, open_own_account
from vlechtwerk.accounts.factors import recently_confirmed
from vlechtwerk.accounts.models import Account
from vlechtwerk.history.models import Case
from vlechtwerk.history.reading import opened
from vlechtwerk.organisations.acting import act_as, in_position
from vlechtwerk.organisations.models import Position
from vlechtwerk.portal import showing_invitation as showing
from vlechtwerk.portal.actions import (
    CannotInvite,
    InvitationNotOpen,
    check_identity,
    come_in,
    invite,
    present_invitation,
    withdraw_invitation,
)
from vlechtwerk.portal.forms import NOT_OPEN, AccountForm, CodeForm, InviteForm
from vlechtwerk.portal.queries import invitation_of, of_case_manager
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.ui.forms import form_errors, visible_fields
from vlechtwerk.ui.pages import page

ENTERED = "invitation"
"""The invitation of which the code was given, in the session."""
WRONG = 422


@require_http_methods(["GET", "HEAD", "POST"])
@in_position
@recently_confirmed
def invitation(request: HttpRequest, position: Position, id: UUID) -> HttpResponse:
    """Invite the client of a case to the own view, tell that the identity was checked, or take the invitation back."""
    found = _case_or_404(id, position)
    try:
        present = present_invitation(found.case.file, by=position)
        asked = request.POST.get("do", "")
        form = InviteForm(
            found.today, request.POST if asked in {"make", "check"} else None, must_be_checked=asked == "check"
        )
        if asked == "withdraw" or form.is_valid():
            return _done(request, found, form, asked)
    except CannotInvite:
        messages.error(request, _("This client has the own view already."))
        return redirect("trajectory", id)
    context = showing.invitation_page(found, present, form) | {"notices": messages.get_messages(request)}
    return page(request, "portal/invitation.html", context, status=WRONG if form.is_bound else 200)


def _done(request: HttpRequest, found: Trajectory, form: InviteForm, asked: str) -> HttpResponse:
    """Do what was asked. The letter with the code is shown now and never again. Raises CannotInvite."""
    case, by = found.case, found.position
    present = present_invitation(case.file, by=by)
    if asked == "make":
        made = invite(case, by=by, identity_checked_on=form.checked_on)
        address = request.build_absolute_uri(reverse("come_in"))
        return page(request, "portal/letter.html", showing.letter(found, made, address))
    if asked == "withdraw":
        withdraw_invitation(case.file, by=by)
        messages.success(request, _("The code does not work any more."))
    elif present and form.checked_on:
        check_identity(present, on=form.checked_on, by=by)
        messages.success(request, _("The code of the letter works now."))
    return redirect("invitation", case.pk)


def _case_or_404(id: UUID, position: Position) -> Trajectory:
    """The trajectory of which the visitor is a case manager; the look stands in the record. Raises Http404 otherwise."""
    try:
        return opened(id, position, lambda: of_case_manager(id, position, timezone.localdate()))
    except Case.DoesNotExist as missing:
        raise Http404 from missing


@require_http_methods(["GET", "HEAD", "POST"])
def enter_code(request: HttpRequest) -> HttpResponse:
    """The code of the letter. Whatever is wrong with it, the answer is the same; who tries often has to wait."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and not ratelimit.consume(request, action="invitation"):
        waiting: HttpResponse = ratelimit.respond_429(request)
        return waiting
    if form.is_valid():
        if found := invitation_of(form.cleaned_data["code"]):
            request.session.cycle_key()
            request.session[ENTERED] = str(found.pk)
            return redirect("come_in_account")
        form.add_error("code", NOT_OPEN)
    context = {"fields": visible_fields(form), "errors": form_errors(form)}
    return page(request, "portal/enter_code.html", context, status=WRONG if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def choose_account(request: HttpRequest) -> HttpResponse:
    """Choose a user name and a password, or come in with the account with which the visitor is signed in."""
    entered = request.session.get(ENTERED)
    if entered is None:
        return redirect("come_in")
    known = request.user if isinstance(request.user, Account) else None
    form = AccountForm(request.POST if request.method == "POST" and known is None else None)
    try:
        if request.method == "POST" and known:
            return _came_in(request, UUID(entered), known)
        if form.is_valid() and (made := _new_account(form, UUID(entered))):
            del request.session[ENTERED]
            return begin_session(request, made)
    except InvitationNotOpen:
        del request.session[ENTERED]
        messages.error(request, str(NOT_OPEN))
        return redirect("come_in")
    context = {"known": known, "fields": visible_fields(form), "errors": form_errors(form)}
    return page(request, "portal/choose_account.html", context, status=WRONG if form.is_bound else 200)


def _came_in(request: HttpRequest, entered: UUID, account: Account) -> HttpResponse:
    """Come in with an account that is there, and act as the client. Raises InvitationNotOpen."""
    position = come_in(entered, account)
    del request.session[ENTERED]
    act_as(request, position)
    return redirect("worklist")


def _new_account(form: AccountForm, entered: UUID) -> Account | None:
    """Make the account and come in with it; None when the user name is taken. Raises InvitationNotOpen."""
    told = form.cleaned_data
    try:
        with transaction.atomic():
            name = showing.name_for(entered)
            account = open_own_account(username=told["username"], name=name, password=told["password1"])
            come_in(entered, account)
    except IntegrityError:
        form.add_error("username", _("This name is taken. Choose another one."))
        return None
    return account
