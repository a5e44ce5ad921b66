"""Entering what is known of a provider. Each is one transaction with a line in the record."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from vlechtwerk.arrangements.applications import applications_of, last_about
from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.network.models import Fact, FactKind, Offer, Provider
from vlechtwerk.network.queries import keeps_network
from vlechtwerk.organisations.models import Organisation, Position
from vlechtwerk.plans.actions import refuse
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties.care_providers import treatment_is_no_alternative_one
from vlechtwerk.rules.activation.duties.network import partner_may_be_added
from vlechtwerk.rules.activation.terms import Domain


class AlreadyThere(ValueError):
    """The organisation is among the providers of the region already, or what would be replaced was replaced meanwhile."""


@dataclass(frozen=True, slots=True)
class NewProvider:
    """A provider of the region: an organisation that is known already, or the name of one that is not."""

    organisation: Organisation | None
    name: str
    self_employed: bool


def organisation_of(new: NewProvider) -> Organisation:
    """The organisation that is meant; it is entered when nobody did so before."""
    named = Organisation.objects.filter(kind=Organisation.Kind.PROVIDER, name__iexact=new.name.strip())
    found = new.organisation or named.first()
    return found or Organisation.objects.create(name=new.name.strip(), kind=Organisation.Kind.PROVIDER)


@transaction.atomic
def enter_provider(*, new: NewProvider, by: Position, key: UUID) -> Provider:
    """Enter a provider of the region of `by`. A second call with the same `key` changes nothing.

    Raises PermissionError for who does not keep the network, and AlreadyThere for an organisation that is a provider already.
    """
    if not keeps_network(by):
        raise PermissionError
    if earlier := Provider.objects.filter(entered_by=by, idempotency_key=key).first():
        return earlier
    organisation = organisation_of(new)
    if Provider.objects.filter(region=by.region, organisation=organisation).exists():
        raise AlreadyThere
    made = Provider(region=by.region, organisation=organisation, self_employed=new.self_employed)
    made.entered_by, made.idempotency_key = by, key
    made.save(force_insert=True)
    note(Verb.PROVIDER_ENTERED, by=by, rules=["AT-009"])
    return made


@dataclass(frozen=True, slots=True)
class NewFact:
    """Something that becomes known of a provider; see `Fact`."""

    kind: FactKind
    first: date
    last: date | None
    evidence: str
    recogniser: str = ""
    experience: tuple[str, ...] = ()
    replaces: Fact | None = None


RULES = {
    FactKind.MEMBERSHIP: ["AT-009", "AT-118"],
    FactKind.RECOGNITION: ["AT-177"],
    FactKind.CHECK: ["AT-179"],
    FactKind.AGREEMENT: ["AT-117"],
}
"""The entry of the register that asks for each kind of fact."""


@transaction.atomic
def enter_fact(*, provider: Provider, new: NewFact, by: Position, key: UUID) -> Fact:
    """Enter something about a provider, or something else in its place. A second call with the same `key` changes nothing.

    Raises PermissionError for who does not keep the network of this region, AlreadyThere when it was replaced meanwhile, and
    PlanRefused for a membership before the approval that was asked for (AT-118).
    """
    _check(provider, by)
    if earlier := Fact.objects.filter(entered_by=by, idempotency_key=key).first():
        return earlier
    if new.replaces and (
        new.replaces.provider_id != provider.pk or Fact.objects.filter(replaces=new.replaces).exists()
    ):
        raise AlreadyThere
    if new.kind is FactKind.MEMBERSHIP and not new.replaces:
        refuse(_asked_about_membership(provider, new.first))
    made = Fact(provider=provider, kind=new.kind, first=new.first, last=new.last, evidence=new.evidence.strip())
    made.recogniser, made.experience, made.replaces = new.recogniser, list(new.experience), new.replaces
    made.entered_by, made.idempotency_key = by, key
    made.save(force_insert=True)
    note(Verb.PROVIDER_ENTERED, by=by, rules=RULES[new.kind])
    return made


def _asked_about_membership(provider: Provider, first: date) -> list[Asked]:
    """A partner for whom an application was made is no member before it is approved."""
    application = last_about(applications_of(provider.region), provider.organisation_id)
    return [ask(partner_may_be_added, application.request, first)] if application else []


@dataclass(frozen=True, slots=True)
class NewOffer:
    """What a provider offers; see `Offer`."""

    domain: Domain
    discipline: str
    places: int | None
    waiting_weeks: int | None


@transaction.atomic
def enter_offer(*, provider: Provider, new: NewOffer, by: Position, key: UUID) -> Offer:
    """Enter what a provider offers. A second call with the same `key` changes nothing.

    Raises PlanRefused for an alternative treatment (AT-180), and PermissionError for who does not keep the network.
    """
    _check(provider, by)
    if earlier := Offer.objects.filter(entered_by=by, idempotency_key=key).first():
        return earlier
    asked = refuse([ask(treatment_is_no_alternative_one, new.discipline)])
    made = Offer(provider=provider, domain=new.domain, discipline=new.discipline.strip())
    made.places, made.waiting_weeks, made.entered_by, made.idempotency_key = new.places, new.waiting_weeks, by, key
    made.save(force_insert=True)
    note(Verb.PROVIDER_ENTERED, by=by, rules=asked)
    return made


def _check(provider: Provider, by: Position) -> None:
    if not keeps_network(by) or provider.region_id != by.region_id:
        raise PermissionError
