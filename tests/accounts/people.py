"""Real people for the tests of signing in: with a password, a position and, when asked for, an authenticator app."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client

from tests.cast import LONG_AGO
from vlechtwerk.accounts.models import Account, UndertakingAccepted
from vlechtwerk.accounts.undertaking import CURRENT
from vlechtwerk.organisations.models import Organisation, Position, Region
from vlechtwerk.rules.roles import Role

PASSWORD = "een lang wachtwoord"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@dataclass(frozen=True)
class Person:
    """Somebody who is not fictional, as far as the program knows."""

    account: Account
    position: Position

    def undertakes(self) -> None:
        """Accept the undertaking, some time ago."""
        UndertakingAccepted.objects.create(account=self.account, version=CURRENT.version, language="nl", digest="-")

    def sets_up_app(self) -> None:
        """Set up an authenticator app and recovery codes, some time ago."""
        secret = get_adapter().encrypt(SECRET)
        Authenticator.objects.create(user=self.account, type="totp", data={"secret": secret})
        RecoveryCodes.activate(self.account)

    def recovery_codes(self) -> list[str]:
        """The codes that the person printed."""
        codes = Authenticator.objects.get(user=self.account, type="recovery_codes").wrap().get_unused_codes()
        return [str(code) for code in codes]


def make_person(username: str = "an", role: Role = Role.WORK_CASE_MANAGER) -> Person:
    """Store a person with a password and one position."""
    account = Account.objects.create_user(username, PASSWORD, name="An Voorbeeld", email=f"{username}@example.org")
    region = Region.objects.filter(name="Testregio").first() or Region.objects.create(name="Testregio")
    organisation = Organisation.objects.create(name="GTB Testregio", kind=Organisation.Kind.GTB)
    position = Position.objects.create(
        account=account, organisation=organisation, region=region, role=role, from_on=LONG_AGO
    )
    return Person(account, position)


def code_now(secret: str = SECRET) -> str:
    """The code that an authenticator app shows at this moment."""
    counter = min(yield_hotp_counters_from_time(), key=lambda one: abs(one - _now_counter()))
    return str(format_hotp_value(hotp_value(secret, counter)))


def _now_counter() -> int:
    """The number of the present half minute."""
    counters = list(yield_hotp_counters_from_time())
    return int(counters[len(counters) // 2])


def give_password(client: Client, login: str = "an", password: str = PASSWORD, **more: str) -> Any:
    """Send user name and password."""
    return client.post("/aanmelden/", {"login": login, "password": password, **more})


def give_code(client: Client, code: str = "") -> Any:
    """Send the second factor."""
    return client.post("/aanmelden/tweede-factor/", {"code": code or code_now()})


def sign_in_fully(client: Client, login: str = "an") -> None:
    """Sign in with password and app."""
    give_password(client, login)
    assert give_code(client).status_code == 302


def led_to(answer: Any) -> str:
    """The path to which an answer leads; empty when it leads nowhere."""
    return urlsplit(str(answer.headers.get("Location", ""))).path
