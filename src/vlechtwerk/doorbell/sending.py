"""Sending what waits, apart from the pages: nobody waits for a mail server, and a mail server that fails loses nothing."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import make_msgid, parseaddr
from smtplib import SMTPException
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from vlechtwerk.doorbell.models import Address, Kind, Mail
from vlechtwerk.doorbell.tokens import CONFIRMING, STOPPING, token_for

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sent:
    """How many mails went, and how many wait because the mail server failed."""

    sent: int
    failed: int


def send_waiting() -> Sent:
    """Send what waits, at most one doorbell a day to each; each mail in a transaction of its own."""
    today = timezone.localdate()
    waiting = Mail.objects.filter(sent_at=None, send_on__lte=today)
    accounts = list(waiting.order_by("account_id").values_list("account_id", "kind").distinct())
    done = [_send(account, Kind(kind)) for account, kind in accounts]
    return Sent(sum(one is True for one in done), sum(one is False for one in done))


def _send(account: UUID, kind: Kind) -> bool | None:
    """Send one mail to somebody for all that waits; whether it went, None when there was nothing to send (any more)."""
    today = timezone.localdate()
    with transaction.atomic():
        locked = Mail.objects.select_for_update(skip_locked=True).filter(account=account, kind=kind, sent_at=None)
        mails = list(locked.filter(send_on__lte=today))
        address = Address.objects.filter(account=account).select_related("account").first()
        rang = Mail.objects.filter(account=account, kind=Kind.RING, sent_on=today).exists()
        if not mails or (kind is Kind.RING and rang):
            return None
        if address is None or (address.confirmed_at is None) != (kind is Kind.CONFIRM):
            _drop(mails)
            return None
        if went := _went(address, kind):
            Mail.objects.filter(pk__in=[one.pk for one in mails]).update(sent_at=timezone.now(), sent_on=today)
        else:
            Mail.objects.filter(pk__in=[one.pk for one in mails]).update(tries=mails[0].tries + 1)
        return went


def _drop(mails: Sequence[Mail]) -> None:
    """Forget mails for an address that is not there any more, or that was confirmed meanwhile."""
    Mail.objects.filter(pk__in=[one.pk for one in mails]).delete()


def _went(address: Address, kind: Kind) -> bool:
    """Whether the mail server took it. What it says about a refusal may hold the address, so only its kind is in the log."""
    try:
        message_for(address, kind).send()
    except (SMTPException, OSError) as failed:
        LOG.warning("a mail was not sent and waits: %s", type(failed).__name__)
        return False
    return True


def message_for(address: Address, kind: Kind) -> EmailMessage:
    """The mail: no name, no organisation, no subject of anything. Its links lead to pages that tell nothing either."""
    with translation.override(address.account.preferred_language):
        is_question = kind is Kind.CONFIRM
        stop = _link("doorbell_stop", token_for(address, STOPPING))
        lines = [
            _("You gave this address to get a message when there is something for you."),
            _("Is that right? Then confirm it here, within a week:"),
            _link("doorbell_confirm", token_for(address, CONFIRMING)),
            _("Is it not right? Then do nothing, or stop it here:"),
        ]
        if not is_question:
            lines = [
                _("There is something new for you. Sign in where you always do to read it."),
                _("For your safety nothing more stands in this mail. Do you want no such mail any more? Stop it here:"),
            ]
        subject = _("Confirm your address") if is_question else _("There is something for you")
        headers = {"Auto-Submitted": "auto-generated", "Message-ID": make_msgid(domain=_domain())}
        return EmailMessage(subject, "\n\n".join([*lines, stop]) + "\n", to=[address.email], headers=headers)


def _link(name: str, token: str) -> str:
    return settings.MAIL_SITE + reverse(name, args=[token])


def _domain() -> str:
    """The domain of the sender, in the place of the name of the machine."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
