"""Giving access to the confidential file, ending it, and blocking it at the end of a case."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models.functions import Greatest
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Part
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.organisations.models import Position, in_force
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import access
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.kernel import Rule, Shortfall
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.access import open_compartments
from vlechtwerk.sharing.models import Compartment, File, Grant, Involvement, holds
from vlechtwerk.sharing.policy import LET_IN, Basis, Kind, Verb, basis_of, verbs_by_grant
from vlechtwerk.sharing.reading import writing_in

CHAIN: Rule = next(rule for rule in BOOK if rule.function is access.access_is_granted_in_a_chain)
"""Access is granted in a chain (AT-078)."""


class GrantRefused(Exception):
    """A rule refuses that access is given or ended. `reason` is the rule with what is missing."""

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

    The grant opens what the policy lets this capacity do. Raises GrantRefused when it is not the turn of `by` (AT-078), and
    NotInTheFile when one of both takes no part in the file today or a part is not opened by a grant.
    """
    today = timezone.localdate()
    file = File.objects.select_for_update(no_key=True).get(pk=giving.to.file_id)
    if not Involvement.objects.filter(holds(today), in_force(today, "position__"), pk=giving.to.pk).exists():
        raise NotInTheFile
    _check_chain(giving, by, today)
    role, stage = Role(giving.to.capacity), file.stage_on(today)
    parts = open_compartments(by, Verb.GRANT, today).filter(file=file, kind__in=[str(kind) for kind in giving.kinds])
    by_grant = all(basis_of(role, kind, Verb.READ, stage) is Basis.GRANT for kind in giving.kinds)
    if not by_grant or len(parts) != len(set(giving.kinds)):
        raise NotInTheFile
    opened = Grant.objects.filter(in_force(today), involvement=giving.to).values_list("compartment_id", flat=True)
    made = [_grant(giving, part, by, today) for part in parts if part.pk not in set(opened)]
    if made:
        Grant.objects.bulk_create(made)
        note(
            Deed.ACCESS_GRANTED,
            by=by,
            file_id=file.pk,
            rules=[CHAIN.id],
            access=writing_in(file.pk, by, Part.CONFIDENTIAL),
        )
    return made


def _grant(giving: Giving, part: Compartment, by: Position, today: date) -> Grant:
    verbs = [str(verb) for verb in verbs_by_grant(Role(giving.to.capacity), Kind(part.kind))]
    return Grant(
        involvement=giving.to, compartment=part, verbs=verbs, from_on=today, granted_by=by, reason=giving.reason.strip()
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
    if missing:
        raise GrantRefused(Reason(CHAIN, Shortfall(missing=missing)))


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
    mine = capacities_of(position, file_id, on)
    return Role(position.role) if position.role in mine else min(mine)


@transaction.atomic
def end_access(grant: Grant, *, by: Position) -> None:
    """End a grant today; the next request does not see the part any more. Ending it twice is ending it once.

    Raises GrantRefused when `by` is no work case manager of the file (AT-078), and NotInTheFile when `by` takes no part.
    """
    today, file_id = timezone.localdate(), grant.compartment.file_id
    if Role.WORK_CASE_MANAGER not in capacities_of(by, file_id, today):
        raise GrantRefused(Reason(CHAIN, Shortfall(missing=("by_work_case_manager",))))
    if Grant.objects.filter(in_force(today), pk=grant.pk).update(until_on=Greatest("from_on", today)):
        note(
            Deed.ACCESS_ENDED,
            by=by,
            file_id=file_id,
            rules=[CHAIN.id],
            access=writing_in(file_id, by, Part.CONFIDENTIAL),
        )


@transaction.atomic
def block_access(file_id: UUID, *, by: Position) -> list[Involvement]:
    """Shut a file for the professionals from today, the own access of `by` as the last one (AT-241); the client keeps hers.

    Returns the parts that ended, in the order in which they did. Call it in the transaction that records the blocking.
    """
    today = timezone.localdate()
    file = File.objects.select_for_update(no_key=True).get(pk=file_id)
    file.blocked_on = today if file.blocked_on is None else min(file.blocked_on, today)
    file.save(update_fields=["blocked_on"])
    involved = Involvement.objects.filter(in_force(today), file=file, capacity__in=[str(one) for one in LET_IN])
    access = writing_in(file_id, by)
    last = sorted(involved, key=lambda one: (one.position_id == by.pk, one.capacity == Role.WORK_CASE_MANAGER))
    for one in last:
        end_grants(one, today)
        one.until_on = max(one.from_on, today)
        one.save(update_fields=["until_on"])
        note(Deed.INVOLVEMENT_ENDED, by=by, file_id=file.pk, rules=["AT-241"], access=access)
    return last


def end_grants(involvement: Involvement, until_on: date) -> None:
    """End the grants of somebody whose part in a file ends on a day; what ended before stays as it is."""
    Grant.objects.filter(in_force(until_on), involvement=involvement).update(until_on=Greatest("from_on", until_on))
