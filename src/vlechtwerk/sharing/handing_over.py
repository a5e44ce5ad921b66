"""A case manager hands over to a colleague, who goes on without a gap (AT-026); the earlier one reads on for a while."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import taking_part, team
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.actions import Part, end_involvement, involve
from vlechtwerk.sharing.granting import NotInTheFile, not_over, refuse
from vlechtwerk.sharing.models import File, Grant, Involvement, InvolvementReason
from vlechtwerk.sharing.places import speaks_as
from vlechtwerk.sharing.policy import Verb

HANDING = BOOK.rule_of(taking_part.place_is_handed_over_by_its_holder)
COLLEAGUE = BOOK.rule_of(taking_part.successor_is_another_colleague)
COMPLETE = BOOK.rule_of(team.pair_stays_complete)
READING_ON = BOOK.rule_of(taking_part.earlier_case_manager_reads_on_for_a_while)


@dataclass(frozen=True, slots=True)
class HandOver:
    """Whose place goes to whom: the last day of the one, the first day of the other, and why.

    `reading_days` is how many days the earlier one reads on; the region chooses it.
    """

    place: Involvement
    to: Position
    last_day: date
    first_day: date
    reason: str
    reading_days: int


@transaction.atomic
def hand_over(asked: HandOver, *, by: Position) -> Involvement:
    """Give the place of a case manager to a colleague from a day on, and let the earlier one read on until a day.

    What was granted to the earlier one is not granted to the new one: the chain of access begins again (AT-078). The same
    hand-over twice is one. Raises GrantRefused with what AT-026 misses, and NotInTheFile when `by` takes no part, the place
    does not hold without an end, or it would be handed over before today.
    """
    file = File.objects.select_for_update(no_key=True).get(pk=asked.place.file_id)
    same = Involvement.objects.filter(follows=asked.place, position=asked.to, from_on=asked.first_day)
    mine = Involvement.objects.of(by, timezone.localdate()).filter(file=file, stands_in_for=None)
    if not mine:
        raise NotInTheFile
    if again := same.exclude(capacity=Role.EARLIER_CASE_MANAGER).first():
        return again
    _check(asked, file, by, [Role(one.capacity) for one in mine])
    old = asked.place
    reading_on = _reading_on(old, asked.first_day) if old.position.is_active_on(asked.first_day) else []
    part = Part(asked.to, Role(old.capacity), asked.first_day, InvolvementReason.HANDOVER, follows=old)
    new = involve(file=file, part=part, by=by, rules=[HANDING.id])
    if reading_on and asked.reading_days:
        _let_read_on(asked, reading_on, by)
    # Last, so that every line in the record tells the part under which it was done.
    end_involvement(involvement=old, until_on=asked.first_day, by=by, rules=[COMPLETE.id])
    return new


def _check(asked: HandOver, file: File, by: Position, capacities: list[Role]) -> None:
    """Raise what keeps a place from being handed over."""
    place, role, to = asked.place, Role(asked.place.capacity), asked.to
    own = place.position_id == by.pk and place.stands_in_for_id is None
    speaker = speaks_as(capacities, CASE_MANAGERS)
    refuse(HANDING, taking_part.place_is_handed_over_by_its_holder(speaker, role, is_own=own))
    function, participant = to.role == role and to.pk != place.position_id, to.account_id == file.person.account_id
    refuse(COLLEAGUE, taking_part.successor_is_another_colleague(same_function=function, is_participant=participant))
    days = team.Replacement(asked.last_day, asked.first_day, asked.reason)
    refuse(COMPLETE, team.pair_stays_complete(days))
    busy = Involvement.objects.filter(not_over(asked.first_day), file=file, position=to, capacity=role)
    if place.until_on or asked.first_day < timezone.localdate() or not to.is_active_on(asked.first_day) or busy:
        raise NotInTheFile


def _reading_on(old: Involvement, first_day: date) -> list[Grant]:
    """What the earlier case manager may go on reading: what was open on the day of the hand-over."""
    return list(Grant.objects.filter(not_over(first_day), involvement=old))


def _let_read_on(asked: HandOver, held: list[Grant], by: Position) -> None:
    """Let the earlier one read what was open, until the end of the term; whoever gave that access gave this too."""
    first = asked.first_day
    until = taking_part.reading_ends(first, asked.reading_days)
    part = Part(
        asked.place.position, Role.EARLIER_CASE_MANAGER, first, InvolvementReason.HANDOVER, until, follows=asked.place
    )
    earlier = involve(file=asked.place.file, part=part, by=by, rules=[READING_ON.id])
    Grant.objects.bulk_create(
        Grant(
            involvement=earlier,
            compartment_id=one.compartment_id,
            verbs=[str(Verb.READ)],
            from_on=first,
            until_on=until,
            granted_by_id=one.granted_by_id,
            reason=one.reason,
        )
        for one in held
    )
