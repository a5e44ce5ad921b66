"""Places in a file: who lets whom take part, and the referral line of a work provider.

Taking part opens nothing of the confidential file: the work case manager gives access to it afterwards (AT-078).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import taking_part, work_providers
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.actions import Part, end_involvement, involve
from vlechtwerk.sharing.following import TO_NAME
from vlechtwerk.sharing.granting import CHAIN, NotInTheFile, capacities_of, not_over, refuse
from vlechtwerk.sharing.models import File, Involvement, InvolvementReason, holds
from vlechtwerk.sharing.signals import end_signals, is_asked

FILLING = BOOK.rule_of(taking_part.place_is_filled_through_the_team)
LINE = BOOK.rule_of(work_providers.line_is_made_by_the_work_case_manager)
REASONS: Mapping[Role, InvolvementReason] = {
    Role.WORK_CASE_MANAGER: InvolvementReason.ASSIGNMENT,
    Role.CARE_CASE_MANAGER: InvolvementReason.TEAM,
    Role.NETWORK_COORDINATOR: InvolvementReason.PLAN_UPLOADED,
    Role.CARE_PROVIDER: InvolvementReason.ACTION_ASSIGNED,
    Role.PROJECT_FOLLOWER: InvolvementReason.PROJECT,
    Role.DGS: InvolvementReason.PROJECT,
}
"""The places that the team fills, each with why somebody takes it."""
FOR_ONE = frozenset({*CASE_MANAGERS, Role.NETWORK_COORDINATOR, *TO_NAME})
"""The places that one person has at a time."""
BY_HAND = frozenset({Role.NETWORK_COORDINATOR, Role.CARE_PROVIDER, Role.WORK_PROVIDER})
"""The places that the work case manager ends before the file is closed; the others are handed over or go with an event."""
ONE_DAY = timedelta(days=1)


class PlaceTaken(ValueError):
    """The place has somebody already, or the referral line covers days that another one of the same person covers."""


@dataclass(frozen=True, slots=True)
class Line:
    """A referral line: for which work provider, from its first to its last day (both included)."""

    to: Position
    first: date
    last: date


def people_with(role: Role, region_id: UUID, on: date) -> QuerySet[Position]:
    """Who has a function in a region on a day, with what is shown of them, by name."""
    found = Position.objects.active_on(on).filter(role=role, region=region_id, account__is_active=True)
    return found.select_related("account", "organisation").order_by("account__name", "id")


def is_wanted(file_id: UUID, role: Role) -> bool:
    """Whether there is something to do for somebody with this role; of most roles the team judges that itself."""
    return role not in TO_NAME or is_asked(file_id, TO_NAME[role])


def caseload(people: Iterable[Position], on: date) -> dict[UUID, int]:
    """In how many files that are not blocked each of these takes part as a case manager on a day."""
    open_files = Q(file__blocked_on__isnull=True) | Q(file__blocked_on__gt=on)
    taking_part = Involvement.objects.filter(holds(on), open_files, position__in=[one.pk for one in people])
    counted = taking_part.filter(capacity__in=CASE_MANAGERS).values_list("position_id")
    return dict(counted.annotate(number=Count("file_id", distinct=True)))


def speaks_as(capacities: Collection[Role], preferred: Collection[Role]) -> Role:
    """The capacity in which somebody with several of them speaks: the one that matters here, when it is among them."""
    return next((role for role in Role if role in capacities and role in preferred), min(capacities))


@transaction.atomic
def take_place(*, file: File, position: Position, replaces: Involvement | None = None, by: Position) -> Involvement:
    """Let somebody take part in the capacity of the own function, from today. Twice is once.

    `replaces` is a provider whose place this one takes over; the work case manager is asked to end that place (AT-127).
    Raises GrantRefused when it is not up to `by` (AT-138), PlaceTaken, and NotInTheFile when `by` takes no part.
    """
    file = File.objects.select_for_update(no_key=True).get(pk=file.pk)
    today, role = timezone.localdate(), Role(position.role)
    mine = capacities_of(by, file.pk, today)
    may = taking_part.LET_IN_BY.get(role, frozenset())
    refuse(FILLING, taking_part.place_is_filled_through_the_team(speaks_as(mine, may), role))
    refuse(FILLING, () if is_wanted(file.pk, role) else ("through",))
    present = Involvement.objects.filter(not_over(today), file=file, capacity=role).order_by("id")
    if again := present.filter(position=position).first():
        return again
    if not position.is_active_on(today):
        raise NotInTheFile
    if role in FOR_ONE and present.filter(not_over(today, "position__")).exists():
        raise PlaceTaken
    if role in TO_NAME:
        end_signals(file.pk, TO_NAME[role], by=by)
    part = Part(position, role, today, REASONS[role], follows=replaces)
    return involve(file=file, part=part, by=by, rules=[FILLING.id, "AT-127"] if replaces else [FILLING.id])


@transaction.atomic
def make_line(*, file: File, line: Line, by: Position) -> Involvement:
    """Make a referral line: the work provider takes part from its first to its last day. The same line twice is one line.

    Raises GrantRefused when `by` is no work case manager (AT-183), PlaceTaken when another line of the same provider covers one
    of these days, and NotInTheFile when `by` takes no part in the file.
    """
    file = File.objects.select_for_update(no_key=True).get(pk=file.pk)
    capacities = capacities_of(by, file.pk, timezone.localdate())
    refuse(LINE, work_providers.line_is_made_by_the_work_case_manager(speaks_as(capacities, {Role.WORK_CASE_MANAGER})))
    until = line.last + ONE_DAY
    lines = Involvement.objects.filter(not_over(line.first), file=file, position=line.to, from_on__lt=until)
    of_work = lines.filter(capacity=Role.WORK_PROVIDER)
    if again := of_work.filter(from_on=line.first, until_on=until).first():
        return again
    if of_work.exists():
        raise PlaceTaken
    part = Part(line.to, Role.WORK_PROVIDER, line.first, InvolvementReason.REFERRAL_LINE, until)
    return involve(file=file, part=part, by=by, rules=[LINE.id])


@transaction.atomic
def end_place(*, involvement: Involvement, by: Position) -> None:
    """End today the place of a provider or the coordinator, a reading after a hand-over, or a stand-in. Twice is once.

    Whoever asked a colleague to stand in ends that too; everything else is for the work case manager.
    Raises GrantRefused otherwise (AT-078), and NotInTheFile when this place does not end like this.
    """
    today = timezone.localdate()
    capacities = capacities_of(by, involvement.file_id, today)
    principal = involvement.stands_in_for
    if principal is None or principal.position_id != by.pk:
        refuse(CHAIN, () if Role.WORK_CASE_MANAGER in capacities else ("by_work_case_manager",))
    if not ends_by_hand(involvement):
        raise NotInTheFile
    if involvement.until_on is None or involvement.until_on > today:
        day = max(involvement.from_on, today)
        end_involvement(involvement=involvement, until_on=day, by=by, rules=[CHAIN.id])


def ends_by_hand(involvement: Involvement) -> bool:
    """Whether a place is ended by somebody, and not handed over or ended by an event."""
    reading_on = involvement.capacity == Role.EARLIER_CASE_MANAGER
    return reading_on or involvement.capacity in BY_HAND or involvement.stands_in_for_id is not None
