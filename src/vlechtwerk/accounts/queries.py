"""What accounts undertook."""

from django.http import HttpRequest

from vlechtwerk.accounts.models import Account, UndertakingAccepted
from vlechtwerk.accounts.undertaking import CURRENT

UNDERTAKING = "undertaking"
"""Which version was accepted, in the session, so that it is looked up once."""


def has_undertaken(request: HttpRequest, account: Account) -> bool:
    """Whether the present undertaking was accepted; looked up once in a session."""
    if request.session.get(UNDERTAKING) != CURRENT.version:
        if not UndertakingAccepted.objects.filter(account=account, version=CURRENT.version).exists():
            return False
        request.session[UNDERTAKING] = CURRENT.version
    return True
