"""Providers with what stands of them, and who carries out which action in a file."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from uuid import UUID

from vlechtwerk.history.models import Case
from vlechtwerk.network.models import Assignment, Fact, FactKind, Offer, Provider
from vlechtwerk.organisations.models import Organisation, Position, in_force
from vlechtwerk.plans.content import Content, PlannedAction
from vlechtwerk.plans.models import Plan
from vlechtwerk.plans.queries import PlanFile
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.models import Report, ReportQuerySet
from vlechtwerk.rules.activation.duties.care_providers import (
    CareProvider,
    CareWorker,
    Experience,
    Recogniser,
    Recognition,
    Verification,
)
from vlechtwerk.rules.activation.duties.network import ProviderAgreement
from vlechtwerk.rules.activation.duties.payment import NOTHING
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.models import Involvement

PROVIDER_OF = {Domain.CARE: Role.CARE_PROVIDER, Domain.WORK: Role.WORK_PROVIDER}
"""The capacity in which a provider carries out an action of each side."""
SESSIONS = "sessions"
"""The part of the report of an action with how many sessions there were."""


def sees_network(position: Position) -> bool:
    """Whether somebody sees the providers of the region: who assigns them, and who proposes them."""
    return position.role in {Role.NETWORK_COORDINATOR, *CASE_MANAGERS}


def keeps_network(position: Position) -> bool:
    """Whether somebody keeps what is known of the providers of the region."""
    return position.role == Role.NETWORK_COORDINATOR


@dataclass(frozen=True)
class Known:
    """A provider with the facts that stand and its offers, the last about each discipline."""

    provider: Provider
    facts: Sequence[Fact]
    offers: Sequence[Offer]

    def of(self, kind: FactKind) -> list[Fact]:
        """The facts of one kind."""
        return [one for one in self.facts if one.kind == kind]

    def is_member_on(self, day: date) -> bool:
        """Whether it belongs to the network on a day."""
        return any(one.period.covers(day) for one in self.of(FactKind.MEMBERSHIP))

    @cached_property
    def care(self) -> CareProvider:
        """The provider as the rules about care know it."""
        recognitions = (Recognition(Recogniser(one.recogniser), one.period) for one in self.of(FactKind.RECOGNITION))
        experience = (Experience(code) for one in self.of(FactKind.CHECK) for code in one.experience)
        return CareProvider(tuple(recognitions), frozenset(experience))

    @property
    def gives_care(self) -> bool:
        """Whether it offers care, or is recognised for it."""
        return bool(self.of(FactKind.RECOGNITION)) or any(one.domain == Domain.CARE for one in self.offers)

    @property
    def worker(self) -> CareWorker:
        """Whoever gives the care: in the own name, or for the organisation."""
        if self.provider.self_employed:
            return CareWorker(True, self.care.recognitions)
        return CareWorker(False, organisation=self.care)

    def verified_on(self, day: date) -> Verification | None:
        """The last check that holds on a day."""
        checks = [one for one in self.of(FactKind.CHECK) if one.period.covers(day)]
        return Verification(Role.NETWORK_COORDINATOR, checks[-1].first, checks[-1].evidence) if checks else None

    def agreement_on(self, day: date) -> ProviderAgreement | None:
        """The agreement that holds on a day, and whether the conditions were checked."""
        signed = [one for one in self.of(FactKind.AGREEMENT) if one.period.covers(day)]
        return ProviderAgreement(self.verified_on(day) is not None, signed[-1].first) if signed else None


def known(providers: Iterable[Provider]) -> list[Known]:
    """These providers with what stands of them, by name: two queries."""
    found = sorted(providers, key=lambda one: (one.organisation.name.casefold(), one.pk))
    facts: dict[UUID, list[Fact]] = defaultdict(list)
    for fact in Fact.objects.filter(provider__in=found, replaced_by__isnull=True).select_related("entered_by__account"):
        facts[fact.provider_id].append(fact)
    offers: dict[UUID, dict[tuple[str, str], Offer]] = defaultdict(dict)
    for offer in Offer.objects.filter(provider__in=found):
        offers[offer.provider_id][offer.domain, offer.discipline.casefold()] = offer
    return [Known(one, facts[one.pk], list(offers[one.pk].values())) for one in found]


def of_region(region_id: UUID) -> list[Known]:
    """The providers of a region."""
    return known(Provider.objects.filter(region=region_id).select_related("organisation"))


def find_provider(region_id: UUID, id: UUID) -> Known:
    """A provider of a region. Raises Provider.DoesNotExist."""
    found = known(Provider.objects.filter(region=region_id, pk=id).select_related("organisation"))
    if not found:
        raise Provider.DoesNotExist
    return found[0]


def candidates(region_id: UUID) -> list[Organisation]:
    """The organisations of the kind provider with people in a region that are not among its providers yet."""
    kept = Provider.objects.filter(region=region_id).values("organisation_id")
    there = Organisation.objects.filter(kind=Organisation.Kind.PROVIDER, positions__region=region_id)
    return list(there.exclude(pk__in=kept).distinct().order_by("name"))


def outside_on(region_id: UUID, day: date) -> list[Organisation]:
    """The providers of a region that do not belong to the network on a day."""
    return [one.provider.organisation for one in of_region(region_id) if not one.is_member_on(day)]


def standing(assignments: Iterable[Assignment]) -> dict[tuple[UUID, str], Assignment]:
    """The last assignment about each action, by case and code; they come in the order in which they were made."""
    return {(one.case_id, one.code): one for one in assignments}


def visible(position: Position, on: date) -> list[Assignment]:
    """The assignments that stand and run on a day in the files of a position. Call it inside `sharing.identity.acting`."""
    seen = Assignment.objects.visible_to(position, on).select_related("provider__organisation", "case__file__person")
    return [one for one in standing(seen).values() if one.runs_on(on)]


def commitments(position: Position, on: date) -> dict[UUID, Decimal]:
    """What is committed in each trajectory of the region of a position, in euro: what is assigned now, and what stays owed.

    Call it inside `sharing.identity.acting`. One query.
    """
    seen = (
        Assignment.objects.visible_to(position, on).filter(case__region=position.region_id).order_by("case", "number")
    )
    now: dict[tuple[UUID, UUID], Decimal] = {}
    total: dict[UUID, Decimal] = defaultdict(lambda: NOTHING)
    for case, action, amount, kept in seen.values_list("case_id", "action", "amount", "kept"):
        now[case, action] = amount or NOTHING
        total[case] += kept
    for (case, _action), amount in now.items():
        total[case] += amount
    return dict(total)


def taken(assignments: Iterable[Assignment]) -> Mapping[tuple[UUID | None, str, str], int]:
    """How many assignments run at each provider, by side and discipline."""
    return Counter((one.provider_id, one.domain, one.discipline.casefold()) for one in assignments)


@dataclass(frozen=True)
class Execution:
    """Who carries out the plan of one file, as a position sees it. Everything is asked once."""

    plans: PlanFile

    @property
    def case(self) -> Case:
        """The trajectory."""
        return self.plans.found.case

    @cached_property
    def made(self) -> list[Assignment]:
        """Every assignment in the file that the position may see, in the order in which they were made."""
        seen = Assignment.objects.visible_to(self.plans.found.position, self.plans.found.today)
        return list(seen.filter(case=self.case).select_related("provider__organisation", "made_by__account"))

    @cached_property
    def standing(self) -> dict[str, Assignment]:
        """The one that stands about each action, by its code."""
        return {code: one for (_case, code), one in standing(self.made).items()}

    @property
    def plan(self) -> Plan | None:
        """The approved version that is carried out; None when there is none, or when it is not open to the position."""
        approved = [one for one in self.plans.versions if self._approved_on(one)]
        return approved[-1] if approved else None

    def _approved_on(self, plan: Plan) -> date | None:
        recorded = self.plans.recorded(plan)
        return recorded.approved_on if recorded else None

    @property
    def approved_on(self) -> date | None:
        """When the version that is carried out was approved."""
        return self._approved_on(self.plan) if self.plan else None

    @property
    def content(self) -> Content:
        """What the version that is carried out says."""
        return self.plan.told if self.plan else Content()

    def action(self, code: str) -> PlannedAction | None:
        """An action of the version that is carried out."""
        return self.content.action(code)

    @property
    def assigned(self) -> dict[str, Assignment]:
        """The actions that somebody carries out, by code."""
        return {code: one for code, one in self.standing.items() if one.provider_id}

    def committed(self, besides: str = "") -> list[Decimal]:
        """What the actions cost together in euro, without the action with the code `besides`: what is assigned or stays owed."""
        kept = [one.kept for one in self.made if one.kept]
        amounts = [one.amount for code, one in self.standing.items() if code != besides and one.amount is not None]
        return [*amounts, *kept]

    @property
    def total(self) -> Decimal:
        """What is committed in euro."""
        return sum(self.committed(), NOTHING)

    @cached_property
    def known(self) -> dict[UUID, Known]:
        """What stands of the providers of the region."""
        return {one.provider.pk: one for one in of_region(self.case.region_id)}

    @cached_property
    def taking_part(self) -> list[Involvement]:
        """The providers who take part in the file today or from a later day."""
        return [one for one in self.plans.found.people if one.capacity in PROVIDER_OF.values()]

    @cached_property
    def told_sessions(self) -> list[Report]:
        """The reports of actions, open to the position, in which a provider told how many sessions there were."""
        return list(self._seen(ReportKind.ACTION_REPORT).filter(told__has_key=SESSIONS).select_related("author"))

    @cached_property
    def taken_over(self) -> list[Report]:
        """What tells that a case manager follows the side of an absent colleague, the latest first."""
        return list(self._seen(ReportKind.FOLLOW_UP_TAKEN).select_related("author__account", "item"))

    def _seen(self, kind: ReportKind) -> ReportQuerySet:
        """The reports of a kind that are open to the position."""
        found = self.plans.found
        return Report.objects.visible_to(found.position, found.today).in_file(self.case.file).filter(kind=kind)

    @cached_property
    def noted_sessions(self) -> list[tuple[UUID, str, date]]:
        """The organisation, the function and the day of each note, open to the position, of a provider with the participant."""
        notes = self.plans.found.notes.filter(author__role__in=PROVIDER_OF.values(), attendees__contains=[Role.CLIENT])
        return list(notes.order_by().values_list("author__organisation_id", "author__role", "happened_on"))

    def let_in(self, assignment: Assignment) -> list[Involvement]:
        """The people of the provider who take part for an assignment."""
        wanted = PROVIDER_OF[Domain(assignment.domain)]
        return [
            one
            for one in self.taking_part
            if one.position.organisation_id == assignment.organisation_id and one.capacity == wanted
        ]

    def people_of(self, assignment: Assignment) -> list[Position]:
        """Who works at the provider of an assignment in the right function, by name."""
        there = Position.objects.filter(
            in_force(self.plans.found.today),
            organisation=assignment.organisation_id,
            region=self.case.region_id,
            role=PROVIDER_OF[Domain(assignment.domain)],
            account__is_active=True,
        )
        return list(there.select_related("account").order_by("account__name", "pk"))


def without_provider(execution: Execution) -> Collection[str]:
    """The codes of the actions of the plan that nobody carries out."""
    return [one.code for one in execution.content.actions if one.code not in execution.assigned]
