"""Giving an address, confirming it, turning the doorbell off, and ringing it."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.actions import AccountOnly, note
from vlechtwerk.audit.models import Verb
from vlechtwerk.doorbell.models import Address, Kind, Mail

MOST_CONFIRMATIONS = 3
"""How many times a day somebody can be asked to confirm an address, so that nobody is bothered through this program."""


class TooOften(Exception):
    """Somebody gave an address too many times today."""


@transaction.atomic
def give_address(account: Account, email: str) -> Address:
    """Store the address of somebody; a mail asks to confirm it, and until then nothing else is sent there.

    Raises TooOften after three times on a day.
    """
    today = timezone.localdate()
    Account.objects.select_for_update(no_key=True).get(pk=account.pk)
    asked = Mail.objects.filter(account=account, kind=Kind.CONFIRM, send_on=today)
    if asked.count() >= MOST_CONFIRMATIONS:
        raise TooOften
    told = {"email": email, "key": uuid4(), "confirmed_at": None}
    address, _new = Address.objects.update_or_create(account=account, defaults=told)
    Mail.objects.filter(account=account, kind=Kind.CONFIRM, sent_on=None).delete()
    Mail.objects.create(account=account, kind=Kind.CONFIRM, send_on=today)
    note(Verb.ADDRESS_GIVEN, by=AccountOnly(account.pk))
    return address


@transaction.atomic
def confirm(address: Address) -> None:
    """The owner confirmed the address: from now on the doorbell rings there. Twice is once."""
    if Address.objects.filter(pk=address.pk, key=address.key, confirmed_at=None).update(confirmed_at=timezone.now()):
        note(Verb.ADDRESS_CONFIRMED, by=AccountOnly(address.account_id))


@transaction.atomic
def turn_off(account_id: UUID) -> None:
    """Forget the address of somebody and what waits to be sent. Twice is once."""
    Mail.objects.filter(account=account_id, sent_at=None).delete()
    gone, _by_model = Address.objects.filter(account=account_id).delete()
    if gone:
        note(Verb.ADDRESS_REMOVED, by=AccountOnly(account_id))


def ring(accounts: Iterable[UUID]) -> None:
    """Ring at whoever of these confirmed an address: today, or tomorrow when it rang today already.

    Call it in the transaction of what there is to see: what is taken back rings nowhere, and a mail that cannot be sent waits.
    """
    today = timezone.localdate()
    ringing = list(Address.objects.filter(account__in=list(accounts), confirmed_at__isnull=False))
    known = {one.account_id for one in ringing}
    rang = set(
        Mail.objects.filter(account__in=known, kind=Kind.RING, sent_on=today).values_list("account_id", flat=True)
    )
    tomorrow = today + timedelta(days=1)
    mails = [Mail(account_id=one, kind=Kind.RING, send_on=tomorrow if one in rang else today) for one in sorted(known)]
    Mail.objects.bulk_create(mails, ignore_conflicts=True)


def ring_on(accounts: Iterable[UUID], day: date) -> None:
    """Ring once for what belongs to a day, at whoever of these confirmed an address; a second call rings no second time.

    When the doorbell rings on that day for something else, that is the same mail.
    """
    ringing = Address.objects.filter(account__in=list(accounts), confirmed_at__isnull=False)
    mails = [Mail(account_id=one.account_id, kind=Kind.RING, send_on=day) for one in ringing.order_by("account_id")]
    Mail.objects.bulk_create(mails, ignore_conflicts=True)
