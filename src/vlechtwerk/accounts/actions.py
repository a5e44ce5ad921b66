"""Signing in and out, with the audit line that goes with it."""

from django.contrib.auth import login, logout
from django.db import transaction
from django.http import HttpRequest

from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.actions import AccountOnly, note
from vlechtwerk.audit.models import Verb

BACKEND = "django.contrib.auth.backends.ModelBackend"


@transaction.atomic
def sign_in(request: HttpRequest, account: Account) -> None:
    """Let the session be that of an account, with a new session key."""
    login(request, account, backend=BACKEND)
    note(Verb.SIGNED_IN, by=AccountOnly(account.pk))


@transaction.atomic
def sign_out(request: HttpRequest) -> None:
    """End the session; nothing of it stays. Harmless for who is not signed in."""
    if isinstance(request.user, Account):
        note(Verb.SIGNED_OUT, by=AccountOnly(request.user.pk))
    logout(request)
