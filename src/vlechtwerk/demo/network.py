"""The provider network of the fictional region: four providers, and who carries out the two plans that were approved.

One of them loses its recognition today, so that the tour shows what a warning looks like.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple
from uuid import uuid4

from vlechtwerk.demo.cast import Cast
from vlechtwerk.demo.plans import CARE, COORDINATOR, WORK, Desk, give
from vlechtwerk.network.actions import NewFact, NewOffer, NewProvider, enter_fact, enter_offer, enter_provider
from vlechtwerk.network.assigning import Referring, assign, refer
from vlechtwerk.network.checking import Choice
from vlechtwerk.network.meetings import NewMeeting, enter_meeting
from vlechtwerk.network.models import Fact, FactKind, Provider
from vlechtwerk.network.queries import PROVIDER_OF, Execution, find_provider
from vlechtwerk.organisations.models import Organisation, Position
from vlechtwerk.plans.content import PlannedAction
from vlechtwerk.rules.activation.duties.care_providers import Experience, Recogniser
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.calendar import months
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.policy import Kind

SINCE = date(2024, 1, 1)
PLACE = "Werkwinkel (fictief)"
EXAMPLE = "Fictief, voor deze demonstratie"


class Told(NamedTuple):
    """A provider with what it offers: on which side, which disciplines, for how many, and how many weeks one waits."""

    name: str
    domain: Domain
    disciplines: tuple[str, ...]
    places: int
    weeks: int


BRIDGE = Told("Therapiehuis De Brug", Domain.CARE, ("ergotherapie", "psychologische begeleiding"), 6, 2)
QUAY = Told("Thuisbegeleiding De Kade", Domain.CARE, ("thuisbegeleiding",), 3, 0)
ANCHOR = Told("Werkplaats Het Anker", Domain.WORK, ("werkplekbegeleiding",), 8, 1)
GARDEN = Told("Groendienst De Wingerd", Domain.WORK, ("werkplekbegeleiding",), 2, 6)
CARRIED_OUT_BY: tuple[tuple[Told, Told], ...] = ((BRIDGE, ANCHOR), (QUAY, ANCHOR))
"""Who carries out the care and the work of each approved plan."""


def make_network(desks: Sequence[Desk], cast: Cast) -> None:
    """Enter the providers, assign the actions of the approved plans, and let in whoever has an account."""
    coordinator = cast.of(COORDINATOR)
    made = {one: _provider(one, coordinator) for one in (BRIDGE, QUAY, ANCHOR, GARDEN)}
    for desk, pair in zip(desks, CARRIED_OUT_BY, strict=True):
        with acting(coordinator, desk.today):
            for told in pair:
                _assign(desk, told, made[told])
        for told, by in zip(pair, (CARE, WORK), strict=True):
            _let_in(desk, told, by)
    _lose_recognition(made[QUAY], coordinator, desks[0].today)
    _meet([made[ANCHOR], made[GARDEN]], coordinator, desks[0].today)


def _provider(told: Told, by: Position) -> Provider:
    organisation = Organisation.objects.filter(name=told.name).first()
    made = enter_provider(new=NewProvider(organisation, told.name, self_employed=False), by=by, key=uuid4())
    facts = [NewFact(FactKind.MEMBERSHIP, SINCE, None, EXAMPLE)]
    if told.domain is Domain.CARE:
        experience = (Experience.MENTAL_HEALTH,)
        facts += [
            NewFact(FactKind.RECOGNITION, SINCE, None, EXAMPLE, Recogniser.ZORG_EN_GEZONDHEID),
            NewFact(FactKind.CHECK, SINCE, None, EXAMPLE, experience=experience),
        ]
    for fact in facts:
        enter_fact(provider=made, new=fact, by=by, key=uuid4())
    for discipline in told.disciplines:
        enter_offer(provider=made, new=NewOffer(told.domain, discipline, told.places, told.weeks), by=by, key=uuid4())
    return made


def _planned(execution: Execution, told: Told) -> PlannedAction:
    return next(one for one in execution.content.actions if one.domain is told.domain)


def _assign(desk: Desk, told: Told, provider: Provider) -> None:
    """Carried out as planned, for the amount that was estimated."""
    execution = Execution(desk.plans(COORDINATOR))
    action, known = _planned(execution, told), find_provider(provider.region_id, provider.pk)
    first = action.starts_on or desk.today
    choice = Choice(action.code, known, action.discipline, first, amount=action.cost or Decimal(0))
    assign(execution=execution, choice=choice, seen=0, key=uuid4())


def _let_in(desk: Desk, told: Told, by: Role) -> None:
    """The case manager of the same side lets in somebody who works there, and the shared part is opened for them."""
    with acting(desk.people[by], desk.today):
        execution = Execution(desk.plans(by))
        assignment = execution.assigned[_planned(execution, told).code]
        people = execution.people_of(assignment)
        if people:
            last = months(6).after(assignment.first)
            refer(execution=execution, referring=Referring(assignment.code, people[0], last))
    if people and told.domain is Domain.CARE:
        with acting(desk.people[WORK], desk.today):
            give(desk, PROVIDER_OF[told.domain], (Kind.SHARED,))


def _meet(there: Sequence[Provider], by: Position, today: date) -> None:
    """The network met three months ago, with two work providers, and meets again in three months."""
    planned = enter_meeting(new=NewMeeting(today - timedelta(days=90), PLACE), by=by, key=uuid4())
    held = NewMeeting(planned.on, PLACE, [one.pk for one in there], planned)
    enter_meeting(new=held, by=by, key=uuid4())
    enter_meeting(new=NewMeeting(today + timedelta(days=90), PLACE), by=by, key=uuid4())


def _lose_recognition(provider: Provider, by: Position, today: date) -> None:
    stands = Fact.objects.get(provider=provider, kind=FactKind.RECOGNITION)
    new = NewFact(FactKind.RECOGNITION, SINCE, today - timedelta(days=1), EXAMPLE, stands.recogniser, replaces=stands)
    enter_fact(provider=provider, new=new, by=by, key=uuid4())
