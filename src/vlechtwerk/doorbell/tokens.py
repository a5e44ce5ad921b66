"""The links in a mail: each works for one address, and no more once the address changed or was taken away."""

from datetime import timedelta
from uuid import UUID

from django.core import signing

from vlechtwerk.doorbell.models import Address

CONFIRMING, STOPPING = "doorbell.confirm", "doorbell.stop"
CONFIRM_WITHIN = timedelta(days=7)
"""How long the link to confirm works; a choice of this program."""


def token_for(address: Address, purpose: str) -> str:
    """The text in a link for an address. It holds no name and no address."""
    return signing.dumps([address.pk.hex, address.key.hex], salt=purpose)


def address_of(token: str, purpose: str) -> Address | None:
    """The address that a link is for; None when the link is over, was changed, or belongs to an address of before."""
    try:
        pk, key = signing.loads(token, salt=purpose, max_age=CONFIRM_WITHIN if purpose == CONFIRMING else None)
    except signing.BadSignature:
        return None
    return Address.objects.filter(pk=UUID(pk), key=UUID(key)).select_related("account").first()
