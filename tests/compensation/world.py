"""A region with trajectories that ended, and the people who deal with the money: two officials, a contact, a coordinator."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import uuid4

import time_machine
from django.test import Client

from tests.cast import LONG_AGO, Cast, make_cast
from tests.rules.histories import BOTH, started_on, stopped
from tests.scene import signed_in
from vlechtwerk.accounts.models import Account
from vlechtwerk.compensation import actions
from vlechtwerk.compensation.actions import NewAmount, NewKey
from vlechtwerk.compensation.models import Line, What
from vlechtwerk.compensation.queries import Account as Statement
from vlechtwerk.compensation.queries import find
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Organisation, Position, Region
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.duties.payment import HalfYear
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role

FICTIONAL = Decimal("1000.00")
SOURCE = "voorbeeldbedrag, niet wettelijk"
CONTACT, DEPARTMENT = Role.CARE_PARTNERSHIP_CONTACT, Role.CARE_DEPARTMENT


def without_report(start: date, end: date, advice: Advice = Advice.NEC) -> tuple[Event, ...]:
    """A trajectory that was completed with this advice on a day, without a final report."""
    return (
        *started_on(start),
        e.NoInternshipMotivated(end),
        e.LastReportRegistered(end),
        e.CoordinatorWarned(end),
        e.IcfCompleted(end, 43),
        e.MediationAdviceRegistered(end, advice),
        e.FinalAdviceRegistered(end, advice, BOTH),
    )


def completed(start: date, end: date, advice: Advice = Advice.NEC) -> tuple[Event, ...]:
    """A trajectory that was completed with this advice and a joint final report."""
    *before, final = without_report(start, end, advice)
    return (*before, e.FinalReportRegistered(end, joint=True), final)


def stopped_early(start: date, end: date) -> tuple[Event, ...]:
    """A trajectory that was stopped early."""
    return (*started_on(start), *stopped(end))


@dataclass(frozen=True)
class World:
    """The cast of a region with the people of the money."""

    cast: Cast
    contact: Position
    official: Position
    colleague: Position
    elsewhere: Position

    @property
    def region(self) -> Region:
        """The region."""
        return self.cast.region

    def open(self, events: Sequence[Event]) -> Case:
        """A stored trajectory with these events."""
        return self.cast.open(events)

    def amount(self, amount: Decimal | None = FICTIONAL, valid_from: date = LONG_AGO) -> None:
        """Enter the full amount of a trajectory from a day on."""
        new = NewAmount(What.TRAJECTORY, amount, valid_from, SOURCE)
        actions.enter_amount(new=new, by=self.official, key=uuid4())

    def key(self, *percents: str, contact_share: bool = False) -> None:
        """Enter a key with these shares for new partners."""
        shares = {
            Organisation.objects.create(name=f"Partner {number}", kind="caw"): Decimal(one)
            for number, one in enumerate(percents, start=1)
        }
        new = NewKey(shares, LONG_AGO, "overeenkomst van de partners", contact_share)
        actions.enter_key(new=new, by=self.contact, key=uuid4())

    def statement(self, year: int, half: int) -> Statement:
        """The statement over a half-year as it stands."""
        return find(self.region, HalfYear(year, half))

    def prepare(self, year: int, half: int, by: Position | None = None) -> None:
        """Prepare the statement over a half-year."""
        run, seen = HalfYear(year, half), self.statement(year, half).digest
        actions.prepare(run=run, seen=seen, by=by or self.official, key=uuid4())

    def decide(self, year: int, half: int) -> None:
        """Prepare the statement, and let the colleague decide about it."""
        self.prepare(year, half)
        actions.decide(run=HalfYear(year, half), by=self.colleague, key=uuid4())

    def lines(self, year: int, half: int) -> dict[int, Line]:
        """The lines of a statement by the number of the trajectory."""
        return {line.number: line for line in self.statement(year, half).lines}

    def visitor(self, position: Position) -> Client:
        """The browser of somebody."""
        return signed_in(position)


def make_position(role: Role, kind: str, region: Region, name: str) -> Position:
    """Somebody who deals with money in a region."""
    organisation, _made = Organisation.objects.get_or_create(name=f"{kind} Testregio", kind=kind)
    account = Account.objects.create(username=name.lower(), name=name, is_demo=True)
    return Position.objects.create(
        account=account, organisation=organisation, region=region, role=role, from_on=LONG_AGO
    )


def make_world() -> World:
    """Store the cast with the people of the money, and a contact of another region."""
    cast, other = make_cast(), Region.objects.create(name="Andere regio")
    return World(
        cast=cast,
        contact=make_position(CONTACT, "care_partnership", cast.region, "Ada"),
        official=make_position(DEPARTMENT, "care_department", cast.region, "Dirk"),
        colleague=make_position(DEPARTMENT, "care_department", cast.region, "Dora"),
        elsewhere=make_position(CONTACT, "care_partnership", other, "Olaf"),
    )


@contextmanager
def on_day(day: str) -> Iterator[None]:
    """It is ten in the morning in Brussels on a day."""
    with time_machine.travel(f"{day}T10:00:00+02:00", tick=True):
        yield
