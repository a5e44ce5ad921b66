"""Giving access to the confidential file, ending it, and blocking it at the end of a case."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Greatest
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Part
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.organisations.models import Position, in_force
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import access
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.kernel import Findings, Rule, Shortfall
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.access import open_compartments
from vlechtwerk.sharing.models import Compartment, File, Grant, Involvement, holds
from vlechtwerk.sharing.policy import LET_IN, Basis, Kind, Verb, basis_of, verbs_by_grant
from vlechtwerk.sharing.reading import writing_in

CHAIN, OWNERSHIP = (
    BOOK.rule_of(access.access_is_granted_in_a_chain),
    BOOK.rule_of(access.ownership_starts_at_the_first_meeting),
)
"""Access is granted in a chain (AT-078), to others only by the owner of the file (AT-077)."""


class GrantRefused(Exception):
    """A rule refuses that somebody takes part, or that access is given or ended. `reason` is the rule with what is missing."""

    def __init__(self, reason: Reason) -> None:
        """Keep the reason."""
        super().__init__(f"{reason.rule.id}: {', '.join(reason.shortfall.missing)}")
        self.reason = reason


class NotInTheFile(LookupError):
    """Whoever gives or gets access takes no part in the file, or the part of the file is never opened by a grant."""


@dataclass(frozen=True, slots=True)
class Giving:
    """Somebody takes or gives access to parts of a file, with the reason in their own words."""

    to: Involvement
    kinds: Collection[Kind]
    reason: str


@transaction.atomic
def give_access(giving: Giving, *, by: Position) -> list[Grant]:
    """Give somebody who takes part in a file access to parts of it, from today; what was given already stays as it is.

    The grant opens what the policy lets this capacity do, also to who stands in for them. Raises GrantRefused when it is not
    the turn of `by` (AT-078) or `by` does not own the file yet (AT-077), and NotInTheFile when one of both takes no part in the
    file today or a part is not opened by a grant.
    """
    today = timezone.localdate()
    file = File.objects.select_for_update(no_key=True).get(pk=giving.to.file_id)
    if not Involvement.objects.filter(holds(today), in_force(today, "position__"), pk=giving.to.pk).exists():
        raise NotInTheFile
    _check_chain(giving, by, today)
    if giving.to.position_id != by.pk:
        refuse(OWNERSHIP, access.ownership_starts_at_the_first_meeting(Role.WORK_CASE_MANAGER, file.owned_from, today))
    role, stage = Role(giving.to.capacity), file.stage_on(today)
    parts = open_compartments(by, Verb.GRANT, today).filter(file=file, kind__in=[str(kind) for kind in giving.kinds])
    by_grant = all(basis_of(role, kind, Verb.READ, stage) is Basis.GRANT for kind in giving.kinds)
    if not by_grant or len(parts) != len(set(giving.kinds)):
        raise NotInTheFile
    getting = [giving.to, *Involvement.objects.filter(not_over(today), stands_in_for=giving.to)]
    held = Grant.objects.filter(not_over(today), involvement__in=getting)
    opened = set(held.values_list("involvement_id", "compartment_id"))
    made = [
        _grant(giving, one, part, by, today) for one in getting for part in parts if (one.pk, part.pk) not in opened
    ]
    if made:
        Grant.objects.bulk_create(made)
        access_of_giver = writing_in(file.pk, by, Part.CONFIDENTIAL)
        note(Deed.ACCESS_GRANTED, by=by, file_id=file.pk, rules=[CHAIN.id], access=access_of_giver)
    return [one for one in made if one.involvement_id == giving.to.pk]


def refuse(rule: Rule, missing: Findings) -> None:
    """Raise GrantRefused when a rule misses something."""
    if missing:
        raise GrantRefused(Reason(rule, Shortfall(missing=missing)))


def _grant(giving: Giving, to: Involvement, part: Compartment, by: Position, today: date) -> Grant:
    verbs = [str(verb) for verb in verbs_by_grant(Role(to.capacity), Kind(part.kind))]
    return Grant(
        involvement=to,
        compartment=part,
        verbs=verbs,
        from_on=max(today, to.from_on),
        until_on=to.until_on,
        granted_by=by,
        reason=giving.reason.strip(),
    )


def _check_chain(giving: Giving, by: Position, today: date) -> None:
    """Raise GrantRefused unless a work case manager with own access gives it, or takes it for the own account."""
    capacities = capacities_of(by, giving.to.file_id, today)
    role = Role.WORK_CASE_MANAGER if Role.WORK_CASE_MANAGER in capacities else min(capacities)
    held = Grant.objects.filter(in_force(today), holds(today, "involvement__"), compartment__file=giving.to.file_id)
    if role is Role.WORK_CASE_MANAGER:
        held = held.filter(involvement__position=by)
    holders = frozenset(Role(one) for one in held.values_list("involvement__capacity", flat=True))
    asked = access.Grant(role, Role(giving.to.capacity), giving.reason.strip(), holders)
    missing = CHAIN.function(asked)
    if giving.to.position_id != by.pk and not holders and "own_access" not in missing:
        # Another work case manager does not count as the own access of this one.
        missing = (*missing, "own_access")
    refuse(CHAIN, missing)


def capacities_of(position: Position, file_id: UUID, on: date) -> frozenset[Role]:
    """The capacities of a position in a file on a day. Raises NotInTheFile when there are none."""
    mine = Involvement.objects.of(position, on).filter(file_id=file_id).values_list("capacity", flat=True)
    if not (found := frozenset(Role(capacity) for capacity in mine)):
        raise NotInTheFile
    return found


def capacity_of(position: Position, file_id: UUID, on: date) -> Role:
    """The capacity in which a position acts in a file on a day: that of its role when it has it, and else the first one.

    Raises NotInTheFile when it has none.
    """
    return acting_capacity(position, capacities_of(position, file_id, on))


def acting_capacity(position: Position, mine: Collection[Role]) -> Role:
    """In which of the capacities that it has in a file a position acts."""
    return Role(position.role) if position.role in mine else min(mine)


@transaction.atomic
def end_access(grant: Grant, *, by: Position) -> None:
    """End a grant today; the next request does not see the part any more. Ending it twice is ending it once.

    Who stands in for whoever had it loses it too.

    Raises GrantRefused when `by` is no work case manager of the file (AT-078), and NotInTheFile when `by` takes no part.
    """
    today, file_id = timezone.localdate(), grant.compartment.file_id
    if Role.WORK_CASE_MANAGER not in capacities_of(by, file_id, today):
        refuse(CHAIN, ("by_work_case_manager",))
    of_stand_ins = Q(involvement__stands_in_for=grant.involvement_id, compartment=grant.compartment_id)
    ended = Grant.objects.filter(not_over(today), Q(pk=grant.pk) | of_stand_ins)
    if ended.update(until_on=Greatest("from_on", today)):
        access_of_ender = writing_in(file_id, by, Part.CONFIDENTIAL)
        note(Deed.ACCESS_ENDED, by=by, file_id=file_id, rules=[CHAIN.id], access=access_of_ender)


@transaction.atomic
def block_access(file_id: UUID, *, by: Position) -> list[Involvement]:
    """Shut a file for the professionals from today, the own access of `by` as the last one (AT-241); the client keeps hers.

    Returns the parts that ended, in the order in which they did. Call it in the transaction that records the blocking.
    """
    today = timezone.localdate()
    file = File.objects.select_for_update(no_key=True).get(pk=file_id)
    file.blocked_on = today if file.blocked_on is None else min(file.blocked_on, today)
    file.save(update_fields=["blocked_on"])
    involved = Involvement.objects.filter(not_over(today), file=file, capacity__in=[str(one) for one in LET_IN])
    access = writing_in(file_id, by)
    last = sorted(involved, key=lambda one: (one.position_id == by.pk, one.capacity == Role.WORK_CASE_MANAGER))
    for one in last:
        end_grants(one, today)
        one.until_on = max(one.from_on, today)
        one.save(update_fields=["until_on"])
        note(Deed.INVOLVEMENT_ENDED, by=by, file_id=file.pk, rules=["AT-241"], access=replace(access, grant_id=one.pk))
    return last


def not_over(day: date, prefix: str = "") -> Q:
    """The condition that something holds on a day, or will hold after it."""
    return Q(**{f"{prefix}until_on__isnull": True}) | Q(**{f"{prefix}until_on__gt": day})


def end_grants(involvement: Involvement, until_on: date) -> None:
    """End the grants of somebody whose part in a file ends on a day; what ended before stays as it is."""
    Grant.objects.filter(not_over(until_on), involvement=involvement).update(until_on=Greatest("from_on", until_on))


def end_stand_ins(involvement: Involvement, until_on: date) -> None:
    """End the parts of who stands in for somebody whose own part ends on a day."""
    for one in involvement.stand_ins.filter(not_over(until_on)):
        end_grants(one, until_on)
        one.until_on = max(one.from_on, until_on)
        one.save(update_fields=["until_on"])
