"""It is 2 February 2026 in the region; the care department has somebody there too."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from tests.cast import LONG_AGO
from tests.intake.world import World, make_world, today
from tests.scene import hidden, signed_in
from vlechtwerk.accounts.models import Account
from vlechtwerk.organisations.models import Organisation, Position
from vlechtwerk.rules.roles import Role

__all__ = ["today"]


@dataclass(frozen=True)
class Region:
    """The people of the region."""

    world: World
    department: Position

    def as_(self, role: Role) -> Client:
        """A browser of somebody with this role."""
        return signed_in(self.department) if role is Role.CARE_DEPARTMENT else self.world.as_(role)

    def note(self, role: Role, what: str, **answers: Any) -> Any:
        """Open a form and send it."""
        browser, url = self.as_(role), f"/regio/noteren/{what}/"
        return browser.post(url, {"idempotency_key": hidden(browser.get(url), "idempotency_key"), **answers})

    def partner(self, name: str, kind: str, **more: Any) -> Any:
        """The contact notes a partner."""
        told = {"name": name, "kind": kind, "on": "2023-07-01", **more}
        return self.note(Role.CARE_PARTNERSHIP_CONTACT, "partner", **told)


@pytest.fixture(autouse=True)
def _asks_about_several(several_requests: None) -> None:
    """A test may ask several pages, which no page does."""


@pytest.fixture
def region(db: None, today: None) -> Region:
    """The people, and nothing noted."""
    world = make_world()
    Organisation.objects.filter(pk=world.cast[Role.WORK_CASE_MANAGER].organisation_id).update(name="GTB Oost")
    account = Account.objects.create(username=f"departement-{uuid4().hex[:8]}", name="Dirk Departements", is_demo=True)
    department = Organisation.objects.create(name="Departement Zorg", kind=Organisation.Kind.CARE_DEPARTMENT)
    position = Position.objects.create(
        account=account,
        organisation=department,
        region=world.cast.region,
        role=Role.CARE_DEPARTMENT,
        from_on=LONG_AGO,
    )
    return Region(world, position)
