"""The people around a referral on 2 February 2026, and what a mediator tells when everything is there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.test import Client

from tests.cast import LONG_AGO, Cast, make_cast
from tests.scene import hidden, signed_in
from vlechtwerk.accounts.models import Account
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Organisation, Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.places import take_place

REFERRED_ON = date(2026, 2, 2)
MEDIATOR, WORK, CARE = Role.VDAB_MEDIATOR, Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER
ROAD = "/toeleidingen/"
WHO = {"given_name": "Fien", "family_name": "Voorbeeld", "birth_year": "1990", "mlp_reference": "MLP 100"}
CARE_TEXT = "Fien vraagt hulp bij KANARIEZORG"


@dataclass(frozen=True)
class World:
    """The cast, the contact of the care partnership, and browsers for them."""

    cast: Cast
    contact: Position

    def as_(self, role: Role) -> Client:
        """A browser of somebody with this role."""
        return signed_in(self.contact if role is Role.CARE_PARTNERSHIP_CONTACT else self.cast[role])

    def complete(self, **more: Any) -> dict[str, Any]:
        """Every answer of a referral that is ready, with other answers where told."""
        return {**WHO, **ANSWERS, "meets": str(self.cast[WORK].pk), "complete": "1", **more}

    def begin(self, browser: Client) -> str:
        """Begin a draft; its address."""
        return str(browser.post(f"{ROAD}nieuw/", {"idempotency_key": str(uuid4())})["Location"])

    def refer(self, **more: Any) -> Case:
        """Refer somebody in the browser of the mediator."""
        before = set(Case.objects.values_list("pk", flat=True))
        browser = self.as_(MEDIATOR)
        answer = send(browser, self.begin(browser), **self.complete(**more))
        assert answer.status_code == 302, answer.content.decode()
        return Case.objects.exclude(pk__in=before).get()

    def with_both(self) -> Case:
        """A referral in which the care case manager takes part too."""
        case = self.refer()
        take_place(file=case.file, position=self.cast[CARE], by=self.cast[WORK])
        return case


ANSWERS: dict[str, Any] = {
    "obstacles": ["social"],
    "needs_care": "on",
    "needs_work": "on",
    "assessed_obstacles": "Komt moeilijk buiten",
    "assessed_growth": "Wil leren",
    "registered": "on",
    "icf_assessed": "on",
    "committed": "on",
    "months_to_work": "18",
    "language": "sufficient",
    "discussed_on": "2026-02-02",
    "activation_guidance": "on",
    "advice_on": "2026-01-28",
    "by_partner": "on",
    "informed": ["privacy", "handover", "course", "rights"],
    "data_told_on": "2026-02-02",
    "agreements": "Fien komt langs",
    "assignments": "Een afspraak bij GTB",
    "motivation": "Zorg en werk samen",
    "work_questions": "Halftijds in een bakkerij",
    "care_questions": CARE_TEXT,
    "appointment_on": "2026-02-19",
    "appointment_at": "10:30",
    "place": "GTB, Kerkstraat 1",
}


def send(browser: Client, url: str, **answers: Any) -> Any:
    """Open a form and send it with these answers."""
    return browser.post(url, {"idempotency_key": hidden(browser.get(url), "idempotency_key"), **answers})


def road(case: Case, step: str = "") -> str:
    """The address of the road of a case, or of one of its steps."""
    return f"/trajecten/{case.pk}/toeleiding/{step}"


def make_world() -> World:
    """Store the people."""
    cast = make_cast()
    account = Account.objects.create(username=f"contact-{uuid4().hex[:8]}", name="Ada Aanspreeks", is_demo=True)
    partnership = Organisation.objects.create(name="Samenwerkingsverband", kind=Organisation.Kind.CARE_PARTNERSHIP)
    contact = Position.objects.create(
        account=account,
        organisation=partnership,
        region=cast.region,
        role=Role.CARE_PARTNERSHIP_CONTACT,
        from_on=LONG_AGO,
    )
    return World(cast, contact)


def draft_of(url: str) -> UUID:
    """The identifier of the draft in an address."""
    return UUID(url.strip("/").split("/")[-1])


@pytest.fixture
def today() -> Iterator[None]:
    """It is 2 February 2026, ten in the morning in Brussels."""
    with time_machine.travel("2026-02-02T10:00:00+01:00", tick=True):
        yield
