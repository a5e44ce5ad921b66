"""A colleague stands in for a case manager who is away, with the same access and not more, until a day."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from vlechtwerk.organisations.models import Position, in_force
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import taking_part
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.actions import OwnFile, Part, involve
from vlechtwerk.sharing.granting import NotInTheFile, not_over, refuse
from vlechtwerk.sharing.models import File, Grant, Involvement, InvolvementReason

STANDING_IN = BOOK.rule_of(taking_part.colleague_stands_in_until_a_day)


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who stands in, from the first to the last day (both included), and why.

    `longest` is how many days a region allows at most; None when it chose nothing.
    """

    colleague: Position
    first: date
    last: date
    reason: str
    longest: int | None = None


@transaction.atomic
def let_stand_in(*, file: File, asked: StandIn, by: Position) -> Involvement:
    """Let a colleague stand in for `by`, in the same capacity and with the same access; asking the same twice is asking once.

    Raises GrantRefused with what AT-026 misses, and NotInTheFile when `by` takes no part in the file, or the colleague is not
    there or has a part of the own in these days.
    """
    today = timezone.localdate()
    file = File.objects.select_for_update(no_key=True).get(pk=file.pk)
    mine = sorted(Involvement.objects.of(by, today).filter(file=file), key=_own_place_first)
    if not mine:
        raise NotInTheFile
    own, until = mine[0], asked.last + timedelta(days=1)
    refuse(STANDING_IN, taking_part.colleague_stands_in_until_a_day(_absence(asked, own, by, today)))
    if file.person.account_id == asked.colleague.account_id:
        raise OwnFile
    busy = Involvement.objects.filter(
        not_over(asked.first), file=file, position=asked.colleague, capacity=own.capacity, from_on__lt=until
    )
    if again := busy.filter(stands_in_for=own, from_on=asked.first, until_on=until).first():
        return again
    if busy or not asked.colleague.is_active_on(asked.first):
        raise NotInTheFile
    part = Part(asked.colleague, Role(own.capacity), asked.first, InvolvementReason.ABSENCE, until, stands_in_for=own)
    found = involve(file=file, part=part, by=by, rules=[STANDING_IN.id])
    _give_the_same(own, found)
    return found


def _own_place_first(one: Involvement) -> tuple[bool, bool, date]:
    return (one.capacity not in CASE_MANAGERS, one.stands_in_for_id is not None, one.from_on)


def _absence(asked: StandIn, own: Involvement, by: Position, today: date) -> taking_part.Absence:
    colleague = asked.colleague
    alike = colleague.role == by.role == own.capacity and colleague.organisation_id == by.organisation_id
    return taking_part.Absence(
        by=Role(own.capacity),
        asked_on=today,
        first=asked.first,
        last=asked.last,
        reason=asked.reason.strip(),
        is_colleague=alike and colleague.account_id != by.account_id,
        is_stand_in=own.stands_in_for_id is not None,
        longest=asked.longest,
    )


def _give_the_same(own: Involvement, stand_in: Involvement) -> None:
    """Give a stand-in what was given to whom it is for; whoever gave that access gave this too."""
    today = timezone.localdate()
    Grant.objects.bulk_create(
        Grant(
            involvement=stand_in,
            compartment_id=one.compartment_id,
            verbs=one.verbs,
            from_on=stand_in.from_on,
            until_on=stand_in.until_on,
            granted_by_id=one.granted_by_id,
            reason=one.reason,
        )
        for one in Grant.objects.filter(in_force(today), involvement=own)
    )
