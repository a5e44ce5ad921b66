"""The data-protection officer of the test region, with and without a file that was opened in an emergency."""

from collections.abc import Iterable
from uuid import UUID

from django.test import Client

from tests.cast import LONG_AGO, Cast
from tests.scene import Scene, signed_in
from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.models import Purpose
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Organisation, Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.emergency import Asked, break_glass
from vlechtwerk.sharing.models import Involvement

COMPLAINT = Asked(Purpose.COMPLAINT, "De deelnemer klaagt over een verslag.")
KEY = UUID(int=77)


def make_officer(cast: Cast, name: str = "officer") -> Position:
    """A data-protection officer of the region, stored once."""
    found = Position.objects.filter(account__username=name).first()
    if found is not None:
        return found
    organisation = Organisation.objects.create(name="Samenwerkingsverband Testregio", kind="care_partnership")
    account = Account.objects.create(username=name, name=f"Fenna {name.title()}", is_demo=True)
    return Position.objects.create(
        account=account,
        organisation=organisation,
        region=cast.region,
        role=Role.DATA_PROTECTION_OFFICER,
        from_on=LONG_AGO,
    )


def opened_by(officer: Position, case: Case, key: UUID = KEY) -> Involvement:
    """The emergency access of an officer to a case."""
    return break_glass(file=case.file, asked=COMPLAINT, by=officer, key=key)


def officer_inside(scene: Scene) -> Position:
    """The officer, who opened the file of the scene."""
    officer = make_officer(scene.cast)
    opened_by(officer, scene.case)
    return officer


def with_purpose(position: Position, case: Case, purpose: str = "guidance") -> Client:
    """A browser in which somebody told already what looking at this case is for."""
    return with_purposes(position, [case], purpose)


def with_purposes(position: Position, cases: Iterable[Case], purpose: str = "guidance") -> Client:
    """A browser in which somebody told already what looking at each of these cases is for."""
    browser = signed_in(position)
    session = browser.session
    session["purposes"] = {f"{position.pk}/{one.pk}": purpose for one in cases}
    session.save()
    return browser
