"""The account of a client whose file is erased: closed, and emptied of everything that tells who she was."""

from datetime import date
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import Q

from vlechtwerk.accounts.actions import stop_account
from vlechtwerk.accounts.models import Account
from vlechtwerk.doorbell.actions import turn_off
from vlechtwerk.doorbell.models import Mail
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement


def clients_of(file_id: UUID, today: date) -> list[Account]:
    """The accounts that are there for the client of this file alone: without another own file, and without a function."""
    own = Q(positions__involvements__file=file_id, positions__involvements__capacity=Role.CLIENT)
    found = Account.objects.filter(own | Q(person__files=file_id)).distinct()
    return [one for one in found if not _is_needed(one, file_id, today)]


def _is_needed(account: Account, file_id: UUID, today: date) -> bool:
    elsewhere = Involvement.objects.filter(position__account=account, capacity=Role.CLIENT).exclude(file=file_id)
    works = Position.objects.active_on(today).filter(account=account).exclude(role=Role.CLIENT)
    return elsewhere.exists() or works.exists()


def forget(account: Account) -> None:
    """Close an account for good: nobody signs in with it, and nothing in it tells whose it was. Its number stays."""
    turn_off(account.pk)
    Mail.objects.filter(account=account).delete()
    stop_account(account)
    for model in (EmailAddress, Authenticator, SocialAccount):
        model.objects.filter(user=account).delete()
    account.set_unusable_password()
    account.username, account.name, account.email = f"erased-{account.pk.hex}", "", ""
    account.save(update_fields=["password", "username", "name", "email"])
