"""Loading the fictional region: the same one on every machine, with days that lie around the day of loading."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Min

from vlechtwerk.consent.models import Informed, Told
from vlechtwerk.demo.arrangements import make_arrangements
from vlechtwerk.demo.bringing import bring_documents
from vlechtwerk.demo.cast import REGION, Cast, client_position, make_cast
from vlechtwerk.demo.functioning import fill_profiles
from vlechtwerk.demo.network import make_network
from vlechtwerk.demo.notes import fill_files
from vlechtwerk.demo.people import fictional_person
from vlechtwerk.demo.plans import write_plans
from vlechtwerk.demo.reporting import write_reports
from vlechtwerk.demo.reviewing import leave_tasks
from vlechtwerk.demo.screening import ask_screening
from vlechtwerk.demo.staff import NUMBER, change_staff
from vlechtwerk.demo.stories import histories
from vlechtwerk.history.loading import NewCase, Recorded, bulk_open
from vlechtwerk.history.models import Event as Recording
from vlechtwerk.organisations.models import Position, Region
from vlechtwerk.people.models import Person
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.recorders import rule_of
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.actions import Part
from vlechtwerk.sharing.models import InvolvementReason

CLIENTS_WHO_SIGN_IN = frozenset({5, 12, 33, 40})
"""Which numbers of the people have an account for their own view."""
OFFICE_OPENS = time(7, 30)
BRUSSELS = ZoneInfo("Europe/Brussels")
Why = InvolvementReason


def is_loaded() -> bool:
    """Whether the fictional region is in the database."""
    return Region.objects.filter(name=REGION).exists()


@transaction.atomic
def load_region(today: date) -> int:
    """Store the region with its people and trajectories, as they stand on `today`; return the number of trajectories."""
    cast = make_cast()
    people = [(number, fictional_person(number), events) for number, events in enumerate(histories(today))]
    cases = (new_case(cast, number, person, events) for number, person, events in people)
    count = bulk_open(cases=cases, by=cast.of(Role.VDAB_MEDIATOR))
    Informed.objects.bulk_create(_informed(cast.of(Role.VDAB_MEDIATOR)))
    happened = {person.pk: (number, events) for number, person, events in people}
    fill_files(happened, today)
    desks = write_plans({number: person for number, person, _events in people}, cast)
    make_network(desks, cast)
    make_arrangements(cast, today)
    fill_profiles(happened, today)
    write_reports(happened, today)
    ask_screening({number: person for number, person, _events in people})
    bring_documents(today)
    change_staff(people[NUMBER][1], cast)
    leave_tasks(cast, today)
    return count


def _informed(by: Position) -> Iterator[Informed]:
    """That every client was told at the referral that data are kept here (AT-134)."""
    begun = Recording.objects.values("case__file").annotate(on=Min("on")).order_by("case__file")
    return (Informed(file_id=one["case__file"], on=one["on"], how=Told.IN_A_TALK, by=by) for one in begun)


def new_case(cast: Cast, number: int, person: Person, events: Sequence[Event]) -> NewCase:
    """The trajectory of one person; a person who signs in gets an account and a part in the own file."""
    parts = list(_parts(cast, number, events))
    if number in CLIENTS_WHO_SIGN_IN:
        client = client_position(person, cast)
        person.account = client.account
        parts.append(Part(client, Role.CLIENT, events[0].on, Why.SELF))
    recorded = [_recorded(event, parts, number) for event in events]
    return NewCase(person, "activation", cast.region, recorded, parts)


def _recorded(event: Event, parts: Sequence[Part], number: int) -> Recorded:
    """An event recorded by one of those who may, in the morning of the day itself."""
    wanted = rule_of(event).points
    by = next(part.position for part in parts if part.capacity.value in wanted)
    at = datetime.combine(event.on, OFFICE_OPENS, BRUSSELS) + timedelta(minutes=number)
    return Recorded(event, by, at)


def _parts(cast: Cast, number: int, events: Sequence[Event]) -> Iterator[Part]:
    """Who takes part in a file, from when: everybody joins with the event that calls for them."""
    first = events[0].on
    blocked = next((event.on for event in events if isinstance(event, e.AccessBlocked)), None)
    until = blocked + timedelta(days=1) if blocked else None
    mediator = cast.of(Role.VDAB_MEDIATOR)
    yield Part(mediator, Role.VDAB_MEDIATOR, first, Why.REFERRAL, first + timedelta(days=1))
    yield Part(mediator, Role.TRUSTED_ADVISOR, first, Why.REFERRAL)
    yield Part(cast.of(Role.WORK_CASE_MANAGER, number), Role.WORK_CASE_MANAGER, first, Why.OWN_ACCESS, until)
    for role, kinds, reason in JOINING:
        if role is Role.DGS and not _is_welfare(events):
            continue
        if (called := _first(events, kinds)) is not None:
            yield Part(cast.of(role, number), role, called, reason, _end(role, events, until))


JOINING: tuple[tuple[Role, tuple[type[Event], ...], InvolvementReason], ...] = (
    (Role.CARE_CASE_MANAGER, (e.IntakeNotified,), Why.TEAM),
    (Role.NETWORK_COORDINATOR, (e.PlanUploaded,), Why.PLAN_UPLOADED),
    (Role.CARE_PROVIDER, (e.ActionStarted,), Why.ACTION_ASSIGNED),
    (Role.WORK_PROVIDER, (e.ActionStarted, e.NoInternshipMotivated), Why.ACTION_ASSIGNED),
    (Role.PROJECT_FOLLOWER, (e.MediationRequested, e.ExtensionRequested, e.StopRequested, e.StopDecided), Why.PROJECT),
    (Role.DGS, (e.MediationAdviceRegistered,), Why.PROJECT),
)
"""Which event calls which role into a file."""
REQUESTS = (e.MediationRequested, e.ExtensionRequested, e.StopRequested)
DECISIONS = (e.ExtensionDecided, e.StopDecided)
"""What asks the project follower for a decision, and what is one."""


def _end(role: Role, events: Sequence[Event], until: date | None) -> date | None:
    """The first day without a part for a role. The screening service reads on when the rest is over: it sees none of that."""
    if role is Role.DGS:
        return None
    return _decided(events) if role is Role.PROJECT_FOLLOWER else until


def _decided(events: Sequence[Event]) -> date | None:
    """The first day without a part for the project follower: the day after the last decision; None while a request waits."""
    last = max((event for event in events if isinstance(event, (*REQUESTS, *DECISIONS))), key=lambda event: event.on)
    return last.on + timedelta(days=1) if isinstance(last, DECISIONS) else None


def _is_welfare(events: Sequence[Event]) -> bool:
    """Whether the screening service registered an advice Welfare."""
    return any(isinstance(event, e.MediationAdviceRegistered) and event.advice is Advice.WELFARE for event in events)


def _first(events: Sequence[Event], kinds: tuple[type[Event], ...]) -> date | None:
    """The day of the first event of one of these kinds."""
    return next((event.on for event in events if isinstance(event, kinds)), None)
