"""Asking to add a partner to the network, and deciding about it: it is a member from the day of the approval on (AT-118)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vlechtwerk.arrangements.actions import New, arrange
from vlechtwerk.arrangements.applications import APPROVED, REFUSED, Application, applications_of, last_about
from vlechtwerk.arrangements.models import Arrangement, Sort
from vlechtwerk.network.actions import AlreadyThere, NewProvider, organisation_of
from vlechtwerk.network.models import Fact, FactKind, Provider
from vlechtwerk.organisations.models import Organisation, Position, Region

EVIDENCE = 300
"""How long what shows a membership may be."""


@dataclass(frozen=True, slots=True)
class NewApplication:
    """Which partner is proposed, what it offers, and why the network needs it."""

    partner: NewProvider
    offer: str
    motivation: str


@transaction.atomic
def apply(*, new: NewApplication, by: Position, key: UUID) -> Arrangement:
    """Ask to add a partner to the network of the region of `by`. A second call with the same `key` changes nothing.

    Raises AlreadyThere while an application about this partner waits, and what `arrange` raises.
    """
    organisation = organisation_of(new.partner)
    if earlier := Arrangement.objects.filter(noted_by=by, idempotency_key=key).first():
        return earlier
    before = last_about(applications_of(by.region), organisation.pk)
    if before and before.decision is None:
        raise AlreadyThere
    told = {"offer": new.offer.strip(), "motivation": new.motivation.strip()}
    asked = New(Sort.APPLICATION, timezone.localdate(), organisation=organisation, told=told)
    return arrange(new=asked, by=by, key=key)


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a partner is added, from which day, and why."""

    approved: bool
    on: date
    reason: str


@transaction.atomic
def decide(*, application: Application, decision: Decision, by: Position, key: UUID) -> None:
    """Decide about an application; approved, the partner is a member from that day on. Twice with one `key` is once.

    Raises AlreadyThere when somebody decided meanwhile, and what `arrange` raises.
    """
    row = application.row
    Region.objects.select_for_update(no_key=True).get(pk=row.region_id)
    decided = Arrangement.objects.filter(sort=Sort.DECISION, about=row).first()
    if decided and decided.idempotency_key == key:
        return
    if decided:
        raise AlreadyThere
    told = {"answer": APPROVED if decision.approved else REFUSED, "reason": decision.reason.strip()}
    arrange(new=New(Sort.DECISION, decision.on, None, row.organisation, row, told), by=by, key=key)
    if decision.approved and row.organisation:
        _enter_member(row.organisation, decision, by)


def _enter_member(organisation: Organisation, decision: Decision, by: Position) -> None:
    """From the day of the approval on the partner is a member; when it was none of the region's providers, it becomes one."""
    entered = {"entered_by": by}
    provider, _new = Provider.objects.get_or_create(region=by.region, organisation=organisation, defaults=entered)
    evidence = decision.reason.strip()[:EVIDENCE]
    Fact.objects.create(
        provider=provider, kind=FactKind.MEMBERSHIP, first=decision.on, evidence=evidence, entered_by=by
    )
