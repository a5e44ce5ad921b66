"""Preparing a statement, deciding about it and closing it; entering amounts and keys; paying instalments.

Each is one transaction with a line in the record, and each can be sent twice without doing it twice.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_noop

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.compensation.computing import computed_lines
from vlechtwerk.compensation.models import (
    Amount,
    Key,
    KeyShare,
    Statement,
    Step,
    StepKind,
    What,
)
from vlechtwerk.compensation.queries import Account, deciding_of, find, key_for, making_of
from vlechtwerk.compensation.sealing import digest_of_lines, digest_of_steps
from vlechtwerk.history.copying import copy_rows
from vlechtwerk.organisations.entered import Entered
from vlechtwerk.organisations.models import Organisation, Position, Region
from vlechtwerk.rules.activation import asking
from vlechtwerk.rules.activation.duties.budget import instalment_has_a_source
from vlechtwerk.rules.activation.duties.partnership import Act, contact_only_administers
from vlechtwerk.rules.activation.duties.payment import HalfYear
from vlechtwerk.rules.activation.duties.statement import (
    Deciding,
    amount_has_a_source,
    key_divides_everything,
    statement_is_decided_by_another,
    statement_is_due,
)
from vlechtwerk.rules.kernel import Findings
from vlechtwerk.rules.roles import Role

CHANGED = gettext_noop("the lines of this statement changed since this page was opened; look at them first")
WRONG_STATE = gettext_noop("this statement is not at that point (any more); look at it first")


class MoneyRefused(asking.RefusedByRules):
    """Rules refuse something about the money."""


class OutOfDate(Exception):
    """Something changed since the page was opened. `message` is an English message id."""

    def __init__(self, message: str) -> None:
        """Keep the message."""
        super().__init__(message)
        self.message = message


def ask(function: Callable[..., Findings], *given: Any, **named: Any) -> str:
    """Ask a rule and return its id. Raises MoneyRefused with what is missing."""
    rule, reason = asking.ask(function, *given, **named)
    if reason:
        raise MoneyRefused(reason)
    return rule


def locked(region: Region) -> Region:
    """The region of whoever acts, locked: of two people who change its money the second waits and sees what the first did."""
    return Region.objects.select_for_update(no_key=True).get(pk=region.pk)


def entered_before(rows: QuerySet[Any], by: Position, key: UUID) -> bool:
    """Whether a form was sent already by the same position."""
    return rows.filter(entered_by=by, idempotency_key=key).exists()


@transaction.atomic
def prepare(*, run: HalfYear, seen: str, by: Position, key: UUID) -> None:
    """Prepare the statement of the region of `by` over a half-year, with the lines as they are now.

    `seen` is the digest of the lines that the person was looking at. Raises MoneyRefused, and OutOfDate when the lines are
    no longer these.
    """
    region = locked(by.region)
    if entered_before(Statement.objects.all(), by, key):
        return
    today = timezone.localdate()
    asked = ask(statement_is_due, making_of(region, run, by, today))
    account = Account(region, run, None, computed_lines(region, run))
    if account.digest != seen:
        raise OutOfDate(CHANGED)
    attempt = 1 + Statement.objects.filter(region=region, year=run.year, half=run.half).count()
    statement = Statement(
        region=region, year=run.year, half=run.half, attempt=attempt, entered_by=by, idempotency_key=key
    )
    statement.digest = digest_of_lines(statement, account.lines)
    statement.save(force_insert=True)
    for line in account.lines:
        line.statement = statement
    copy_rows(account.lines)
    note(Verb.STATEMENT_PREPARED, by=by, rules=[asked])


@transaction.atomic
def give_back(*, run: HalfYear, reason: str, by: Position, key: UUID) -> None:
    """Return a prepared statement with the reason, so that it can be prepared again. Raises OutOfDate and MoneyRefused."""
    account = _account(run, by)
    if entered_before(Step.objects.all(), by, key):
        return
    statement = _at(account, None)
    asked = ask(statement_is_decided_by_another, Deciding(Role(by.role), is_preparer=False, amounts_known=True))
    _store(Step(statement=statement, kind=StepKind.RETURNED, reason=reason.strip()), by, key)
    note(Verb.STATEMENT_RETURNED, by=by, rules=[asked])


@transaction.atomic
def decide(*, run: HalfYear, by: Position, key: UUID) -> None:
    """Decide that a prepared statement is paid. Raises MoneyRefused for who prepared it, and OutOfDate."""
    account = _account(run, by)
    if entered_before(Step.objects.all(), by, key):
        return
    statement = _at(account, None)
    asked = ask(statement_is_decided_by_another, deciding_of(account, by))
    _store(Step(statement=statement, kind=StepKind.DECIDED), by, key)
    note(Verb.STATEMENT_DECIDED, by=by, rules=[asked])


@transaction.atomic
def close(*, run: HalfYear, by: Position, key: UUID) -> None:
    """Close a decided statement once it was paid: it is sealed with the key by which it is divided.

    Raises MoneyRefused and OutOfDate.
    """
    account = _account(run, by)
    if entered_before(Step.objects.all(), by, key):
        return
    statement = _at(account, StepKind.DECIDED)
    asked = ask(statement_is_decided_by_another, Deciding(Role(by.role), is_preparer=False, amounts_known=True))
    seal = digest_of_steps(statement, account.steps)
    _store(Step(statement=statement, kind=StepKind.CLOSED, key=key_for(account), digest=seal), by, key)
    note(Verb.STATEMENT_CLOSED, by=by, rules=[asked])


def _account(run: HalfYear, by: Position) -> Account:
    return find(locked(by.region), run)


def _at(account: Account, step: StepKind | None) -> Statement:
    """The statement, when this is the last thing that happened to it. Raises OutOfDate."""
    if account.statement is None or account.statement.last_step != step:
        raise OutOfDate(WRONG_STATE)
    return account.statement


def _store(row: Entered, by: Position, key: UUID) -> None:
    row.entered_by, row.idempotency_key = by, key
    row.save(force_insert=True)


@dataclass(frozen=True, slots=True)
class NewAmount:
    """An amount in euro from a day on with its text; None withdraws what was entered for that day."""

    what: What
    amount: Decimal | None
    valid_from: date
    legal_source: str


@transaction.atomic
def enter_amount(*, new: NewAmount, by: Position, key: UUID) -> None:
    """Enter the full amount of a trajectory, or of an instalment in the region of `by`. Raises MoneyRefused."""
    locked(by.region)
    if entered_before(Amount.objects.all(), by, key):
        return
    of_network = new.what is not What.TRAJECTORY
    rule = instalment_has_a_source if of_network else amount_has_a_source
    asked = ask(rule, Role(by.role), new.amount, new.legal_source)
    row = Amount(
        what=new.what,
        region=by.region if of_network else None,
        valid_from=new.valid_from,
        amount=new.amount,
        legal_source=new.legal_source.strip(),
    )
    _store(row, by, key)
    note(Verb.AMOUNT_ENTERED, by=by, rules=[asked])


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key of the partners from a day on: the share of each in percent, and whether ten percent goes to the contact first."""

    shares: Mapping[Organisation, Decimal]
    valid_from: date
    source: str
    contact_share: bool = False


@transaction.atomic
def enter_key(*, new: NewKey, by: Position, key: UUID) -> None:
    """Enter the key by which the partners of the region of `by` divide the compensation. Raises MoneyRefused."""
    locked(by.region)
    if entered_before(Key.objects.all(), by, key):
        return
    told = {str(one.pk): share for one, share in new.shares.items()}
    asked = [
        ask(contact_only_administers, Role(by.role), Act.DISTRIBUTE_PAYMENT),
        ask(key_divides_everything, Role(by.role), told, new.source),
    ]
    row = Key(region=by.region, valid_from=new.valid_from, contact_share=new.contact_share, source=new.source.strip())
    _store(row, by, key)
    KeyShare.objects.bulk_create(
        KeyShare(key=row, organisation=one, percent=share) for one, share in new.shares.items()
    )
    note(Verb.KEY_ENTERED, by=by, rules=asked)
