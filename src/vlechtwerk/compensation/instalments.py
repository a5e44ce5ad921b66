"""The instalments of the providers, per trajectory of a region: what was paid, what is lost at a stop, what is reclaimed.

The handbook speaks of two instalments and names no amounts; each network has those of its contract (AT-235, AT-236). This is
another budget than the compensation of the care partnership, and the two are never added up (AT-011).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext_noop

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.compensation.actions import OutOfDate, ask, entered_before, locked
from vlechtwerk.compensation.computing import standing_amounts
from vlechtwerk.compensation.models import INSTALMENTS, Payment, What
from vlechtwerk.history.models import Case
from vlechtwerk.history.queries import assessment_of
from vlechtwerk.organisations.models import Position, Region
from vlechtwerk.rules.activation.duties.budget import (
    Instalment,
    PaymentDecision,
    coordinator_decides_on_payment,
    instalment_is_claimable,
    instalments_after_a_stop,
    removal_from_the_contingent,
)
from vlechtwerk.rules.activation.duties.payment import NOTHING, DatedAmount, amount_on
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.activation.terms import StopManner
from vlechtwerk.rules.roles import Role

PAGE = 50
NOTHING_NOTED = gettext_noop("nothing was noted about this instalment, so there is nothing to correct")


@dataclass(frozen=True, slots=True)
class Provided:
    """One trajectory as the network coordinator follows its instalments.

    `amounts` are those that held on the day of the start, None where nobody entered one. `noted` is what stands about the
    payments, also that nothing was paid after all. `lost` can no longer be claimed and
    `recovery` is to be reclaimed (zero or negative), both in euro; `lost` is None when an amount is not known.
    """

    case: Case
    status: str
    amounts: Mapping[What, Decimal | None]
    noted: Mapping[What, Payment]
    stopped: bool
    removed: bool
    lost: Decimal | None = None
    recovery: Decimal | None = None

    @property
    def paid(self) -> dict[What, Payment]:
        """What was paid."""
        return {what: one for what, one in self.noted.items() if one.amount}

    @property
    def settled(self) -> bool:
        """Whether there is nothing to note any more: nothing can be paid, and nothing was noted that may be wrong."""
        return (self.stopped or self.removed) and not self.noted


def sees_instalments(position: Position) -> bool:
    """Whether a position follows the instalments of the providers of its region."""
    return position.role == Role.NETWORK_COORDINATOR


def provided(region: Region, today: date, page: int = 1) -> tuple[list[Provided], bool]:
    """A page of the trajectories of a region that began, the latest number first, and whether there are more."""
    first = (page - 1) * PAGE
    cases = list(_begun(region).order_by("-number")[first : first + PAGE + 1])
    return _provided(region, cases[:PAGE], today), len(cases) > PAGE


def one_provided(region: Region, number: int, today: date) -> Provided:
    """The trajectory with a number. Raises Case.DoesNotExist outside the region, and before it began."""
    return _provided(region, [_begun(region).get(number=number)], today)[0]


def paid_in(region: Region) -> dict[UUID, Decimal]:
    """What was paid to the providers for each trajectory of a region, in euro."""
    noted = Payment.objects.filter(case__region=region, corrected_by__isnull=True)
    return dict(noted.order_by().values_list("case_id").annotate(Sum("amount")))


def project_amount(region: Region, on: date) -> Decimal | None:
    """The budget of the whole project of a region that holds on a day; None when nobody entered one."""
    return amount_on(standing_amounts(What.PROJECT, region), on)


def _begun(region: Region) -> QuerySet[Case]:
    return Case.objects.filter(region=region, procedure=ACTIVATION.name, started_on__isnull=False)


def _provided(region: Region, cases: Sequence[Case], today: date) -> list[Provided]:
    amounts = {what: standing_amounts(what, region) for what in INSTALMENTS}
    paid: dict[UUID, dict[What, Payment]] = defaultdict(dict)
    noted = Payment.objects.filter(case__in=cases, corrected_by__isnull=True).select_related("entered_by__account")
    for payment in noted:
        paid[payment.case_id][What(payment.what)] = payment
    return [_one(case, amounts, paid[case.pk], today) for case in cases]


def _one(
    case: Case, amounts: Mapping[What, Sequence[DatedAmount]], noted: Mapping[What, Payment], today: date
) -> Provided:
    paid = {what: one for what, one in noted.items() if one.amount}
    status, start = case.status_on(today), case.started_on or today
    held = {what: amount_on(entered, start) for what, entered in amounts.items()}
    stopped = status.reason == StopManner.EARLY_STOP
    removed = status.reason == StopManner.CONTINGENT_REMOVAL
    return Provided(
        case=case,
        status=status.code or "",
        amounts=held,
        noted=noted,
        stopped=stopped,
        removed=removed,
        lost=_lost(held, paid) if stopped else None,
        recovery=_recovery(paid) if removed else None,
    )


def _lost(held: Mapping[What, Decimal | None], paid: Mapping[What, Payment]) -> Decimal | None:
    """What can no longer be claimed after an early stop; None when an amount is not known."""
    amounts = {what: paid[what].amount if what in paid else amount for what, amount in held.items()}
    known = {what: amount for what, amount in amounts.items() if amount is not None}
    if len(known) < len(held):
        return None
    return instalments_after_a_stop([Instalment(one, what in paid) for what, one in known.items()]).not_claimable


def _recovery(paid: Mapping[What, Payment]) -> Decimal:
    """What may be reclaimed after a removal from the contingent."""
    return removal_from_the_contingent(1, sum((one.amount for one in paid.values()), NOTHING)).recovery


@dataclass(frozen=True, slots=True)
class Paying:
    """An instalment that was paid on a day, in euro; or what stands in the place of what was noted about it."""

    what: What
    paid_on: date
    amount: Decimal
    correcting: bool = False


@transaction.atomic
def pay(*, number: int, paying: Paying, by: Position, key: UUID) -> None:
    """Note that an instalment of a trajectory in the region of `by` was paid, on the basis of the approved plan.

    Raises MoneyRefused, OutOfDate when there is nothing to correct, and Case.DoesNotExist outside the region.
    """
    region = locked(by.region)
    found = one_provided(region, number, timezone.localdate())
    if entered_before(Payment.objects.all(), by, key):
        return
    earlier = found.noted.get(paying.what) if paying.correcting else None
    if paying.correcting and earlier is None:
        raise OutOfDate(NOTHING_NOTED)
    version = _approved_version(found.case)
    asked = [ask(coordinator_decides_on_payment, PaymentDecision(Role(by.role), version))]
    if earlier is None:
        taken = paying.what in found.noted
        asked.append(ask(instalment_is_claimable, stopped=found.stopped, removed=found.removed, paid=taken))
    row = Payment(case=found.case, what=paying.what, paid_on=paying.paid_on, amount=paying.amount, corrects=earlier)
    row.plan_version, row.entered_by, row.idempotency_key = version or 0, by, key
    row.save(force_insert=True)
    note(Verb.INSTALMENT_PAID, by=by, file_id=found.case.file_id, rules=asked)


def _approved_version(case: Case) -> int | None:
    """The number of the latest version of the plan that was approved."""
    plans = assessment_of(case, timezone.localdate()).facts.plans
    return max((plan.number for plan in plans if plan.approved_on), default=None)
