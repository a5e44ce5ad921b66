"""What is done with accounts, each with the audit line that goes with it.

What an administrator does on the machine itself is noted with the account that it is about; the machine knows no other.
"""

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from vlechtwerk.accounts import sessions
from vlechtwerk.accounts.models import Account, UndertakingAccepted
from vlechtwerk.accounts.queries import UNDERTAKING
from vlechtwerk.accounts.undertaking import CURRENT
from vlechtwerk.audit.actions import AccountOnly, note
from vlechtwerk.audit.models import Verb


class NoSuchService(LookupError):
    """An identity at a service was named, but no service is set up."""


@transaction.atomic
def sign_in(request: HttpRequest, account: Account) -> None:
    """Let the session be that of a fictional person of a demonstration, with a new session key."""
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    sessions.register(request)
    note(Verb.SIGNED_IN, by=AccountOnly(account.pk))


@transaction.atomic
def sign_out(request: HttpRequest) -> None:
    """End the session; nothing of it stays. Harmless for who is not signed in."""
    account = request.user
    UserSession.objects.filter(session_key=request.session.session_key).delete()
    logout(request)
    if isinstance(account, Account):
        note(Verb.SIGNED_OUT, by=AccountOnly(account.pk))


@transaction.atomic
def end_sessions(request: HttpRequest, account: Account, place: int | None = None) -> int:
    """End one other session of an account, or all others; return how many ended."""
    ended = sessions.end(request, account, place)
    if ended:
        note(Verb.SESSION_ENDED, by=AccountOnly(account.pk))
    return ended


@transaction.atomic
def accept_undertaking(request: HttpRequest, account: Account) -> None:
    """Store that somebody accepted the present undertaking, in the words that were shown. Doing it twice stores it once."""
    _accepted, new = UndertakingAccepted.objects.get_or_create(
        account=account,
        version=CURRENT.version,
        defaults={"language": _language(), "digest": CURRENT.digest()},
    )
    if new:
        note(Verb.UNDERTAKING_ACCEPTED, by=AccountOnly(account.pk))
    request.session[UNDERTAKING] = CURRENT.version


@transaction.atomic
def add_account(*, username: str, name: str, email: str, subject: str = "") -> Account:
    """Make an account without a password; `subject` is the identity at the service with which it may sign in.

    Raises IntegrityError when the user name or the identity is taken, and NoSuchService when there is no service.
    """
    account = Account.objects.create_user(username, name=name, email=email)
    if subject:
        SocialAccount.objects.create(user=account, provider=_service(), uid=subject)
    note(Verb.ACCOUNT_MADE, by=AccountOnly(account.pk))
    return account


@transaction.atomic
def open_own_account(*, username: str, name: str, password: str) -> Account:
    """Make an account with a password that its owner just chose; what is sent to it is in the language of that page.

    Raises IntegrityError when the user name is taken.
    """
    account = add_account(username=username, name=name, email="")
    account.set_password(password)
    account.preferred_language = _language()
    account.save(update_fields=["password", "preferred_language"])
    note(Verb.PASSWORD_CHOSEN, by=AccountOnly(account.pk))
    return account


def _language() -> str:
    """The language of the page on which somebody does something."""
    return (get_language() or settings.LANGUAGE_CODE)[:2]


def begin_session(request: HttpRequest, account: Account) -> HttpResponse:
    """Sign somebody in who chose a password a moment ago; the second factor comes next."""
    response: HttpResponse = perform_password_login(request, {"username": account.username}, Login(user=account))
    return response


@transaction.atomic
def password_path(account: Account) -> str:
    """The path of a page where the password can be chosen: once, within a day."""
    note(Verb.LINK_MADE, by=AccountOnly(account.pk))
    parts = {"uidb36": user_pk_to_url_str(account), "key": default_token_generator.make_token(account)}
    return reverse("account_reset_password_from_key", kwargs=parts)


@transaction.atomic
def forget_factors(account: Account) -> None:
    """Take away every second factor of somebody who lost them, and end every session; a new one is made at the next sign-in."""
    Authenticator.objects.filter(user=account).delete()
    _end_all(account)
    note(Verb.FACTORS_FORGOTTEN, by=AccountOnly(account.pk))


@transaction.atomic
def stop_account(account: Account) -> None:
    """Put an account out of use, for who left: nobody signs in with it any more, and every session ends. It is kept."""
    account.is_active = False
    account.save(update_fields=["is_active"])
    _end_all(account)
    note(Verb.ACCOUNT_STOPPED, by=AccountOnly(account.pk))


def _end_all(account: Account) -> None:
    """End every session of an account."""
    for one in UserSession.objects.filter(user=account):
        one.end()


def _service() -> str:
    """The identifier of the service. Raises NoSuchService."""
    services = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    if not services:
        raise NoSuchService
    return str(services[0]["provider_id"])
