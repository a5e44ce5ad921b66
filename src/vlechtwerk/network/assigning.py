"""Assigning actions of a plan to providers and letting them in. Each is one transaction, with a line in the record."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Part, Verb
from vlechtwerk.network.checking import Choice, asked_about
from vlechtwerk.network.models import Assignment
from vlechtwerk.network.queries import Execution
from vlechtwerk.organisations.models import Position
from vlechtwerk.plans.actions import PlanNotOpen, PlanRefused, lock, refuse
from vlechtwerk.rules.activation.asking import ask
from vlechtwerk.rules.activation.duties import network
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.granting import GrantRefused, NotInTheFile
from vlechtwerk.sharing.models import Involvement, SignalKind
from vlechtwerk.sharing.places import Line, PlaceTaken, make_line, speaks_as, take_place
from vlechtwerk.sharing.reading import writing_in
from vlechtwerk.sharing.signals import end_signals


class OutOfDate(ValueError):
    """Somebody assigned the action, or let in its provider, meanwhile."""


@transaction.atomic
def assign(*, execution: Execution, choice: Choice, seen: int, key: UUID) -> Assignment:
    """Let a provider carry out an action of the approved plan. A second call with the same `key` changes nothing.

    One assignment at a time in a file, so that two of them never pass the maximum together. `seen` is the number of the last
    one on the page. Call it inside `sharing.identity.acting`. Raises PlanRefused when rules refuse it, OutOfDate when somebody
    assigned this action meanwhile, and PlanNotOpen without an approved plan with this action, or for who takes no part.
    """
    if earlier := _begun(execution, choice.code, seen, key):
        return earlier
    action = execution.action(choice.code)
    if action is None:
        raise PlanNotOpen
    asked = refuse(asked_about(execution, choice, _speaking(execution)))
    made = Assignment(domain=action.domain, discipline=choice.discipline.strip(), provider=choice.known.provider)
    made.first, made.last, made.amount, made.kept = choice.first, choice.last, choice.amount, choice.kept
    made.already_involved, made.searched_on = choice.already_involved, choice.searched_on
    made.search_result = choice.search_result.strip()
    return _stored(execution, made, choice.code, asked, key)


@dataclass(frozen=True, slots=True)
class Withdrawing:
    """That nobody carries out an action any more; `kept` is what stays owed in euro."""

    code: str
    kept: Decimal


@transaction.atomic
def withdraw(*, execution: Execution, withdrawing: Withdrawing, seen: int, key: UUID) -> Assignment:
    """Let nobody carry out an action any more. Otherwise as `assign`; PlanNotOpen too when nobody carries it out."""
    if earlier := _begun(execution, withdrawing.code, seen, key):
        return earlier
    before = execution.assigned.get(withdrawing.code)
    if before is None:
        raise PlanNotOpen
    asked = refuse([ask(network.coordinator_decides_on_providers, _speaking(execution))])
    made = Assignment(domain=before.domain, discipline=before.discipline, first=before.first, kept=withdrawing.kept)
    return _stored(execution, made, withdrawing.code, asked, key)


def _begun(execution: Execution, code: str, seen: int, key: UUID) -> Assignment | None:
    """Let one person at a time assign in a file and ask anew what stands then; what this form made already, if anything."""
    found = execution.plans.found
    if not found.capacities or execution.plan is None:
        raise PlanNotOpen
    lock(execution.plans)
    for name in ("made", "standing", "known"):
        execution.__dict__.pop(name, None)
    earlier = Assignment.objects.filter(made_by=found.position, idempotency_key=key).first()
    before = execution.standing.get(code)
    if earlier is None and seen != (before.number if before else 0):
        raise OutOfDate
    return earlier


def _speaking(execution: Execution) -> Role:
    return speaks_as(execution.plans.found.capacities, {Role.NETWORK_COORDINATOR})


def _stored(execution: Execution, made: Assignment, code: str, asked: list[str], key: UUID) -> Assignment:
    plan, by = execution.plan, execution.plans.found.position
    if plan is None:
        raise PlanNotOpen
    made.case, made.action, made.plan_version = execution.case, UUID(code), plan.number
    made.number = max((one.number for one in execution.made), default=0) + 1
    made.made_by, made.idempotency_key = by, key
    made.save(force_insert=True)
    file_id = execution.case.file_id
    if made.provider_id and made.domain == Domain.WORK:
        end_signals(file_id, SignalKind.PROVIDER_TO_REPLACE, by=by)
    note(Verb.ACTION_ASSIGNED, by=by, file_id=file_id, rules=asked, access=writing_in(file_id, by, Part.CONFIDENTIAL))
    return made


@dataclass(frozen=True, slots=True)
class Referring:
    """That somebody of the assigned provider takes part; for a work provider through a referral line until `last` (included)."""

    code: str
    to: Position
    last: date | None = None


@transaction.atomic
def refer(*, execution: Execution, referring: Referring) -> Involvement:
    """Let somebody of the assigned provider take part in the file. Twice is once.

    Call it inside `sharing.identity.acting`. Raises PlanRefused when rules refuse it (AT-123, AT-138, AT-183), OutOfDate when the
    action is assigned to another provider or a referral line covers these days already, and PlanNotOpen for who takes no part.
    """
    found, assignment = execution.plans.found, execution.assigned.get(referring.code)
    if not found.capacities or assignment is None:
        raise PlanNotOpen
    if referring.to.pk not in {one.pk for one in execution.people_of(assignment)}:
        raise OutOfDate
    is_assigned = assignment.runs_on(found.today)
    refuse([ask(network.referral_to_a_provider_follows_the_approval, execution.approved_on, found.today, is_assigned)])
    try:
        return _let_in(execution, assignment, referring)
    except GrantRefused as refused:
        raise PlanRefused(refused.reason) from refused
    except PlaceTaken as taken:
        raise OutOfDate from taken
    except NotInTheFile as absent:
        raise PlanNotOpen from absent


def _let_in(execution: Execution, assignment: Assignment, referring: Referring) -> Involvement:
    file, by = execution.case.file, execution.plans.found.position
    if assignment.domain == Domain.CARE:
        return take_place(file=file, position=referring.to, replaces=replaced(execution, assignment), by=by)
    first = max(assignment.first, execution.plans.found.today)
    return make_line(file=file, line=Line(referring.to, first, referring.last or first), by=by)


def replaced(execution: Execution, assignment: Assignment) -> Involvement | None:
    """Whoever carried out the action before and nothing else any more: the work case manager is asked to end that place."""
    before = [one for one in execution.made if one.code == assignment.code and one.number < assignment.number]
    earlier = next((one for one in reversed(before) if one.provider_id), None)
    busy = {one.organisation_id for one in execution.assigned.values()}
    if earlier is None or earlier.organisation_id in busy or earlier.domain != Domain.CARE:
        return None
    return next(iter(execution.let_in(earlier)), None)
