"""The plan of one trajectory as somebody sees it: its wordings, the signatures that count, and how far each version came."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from vlechtwerk.consent.models import Consent, Item, ItemKind
from vlechtwerk.consent.queries import reached
from vlechtwerk.dossier.items import goals_of, shared_part
from vlechtwerk.dossier.models import Goal
from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.history.queries import assessment_of
from vlechtwerk.plans.content import Content
from vlechtwerk.plans.differing import changed_parts
from vlechtwerk.plans.models import Judgement, OwnSignature, Plan, Signature, Signed
from vlechtwerk.rules.activation.events import EVENTS
from vlechtwerk.rules.activation.facts import MANAGER_OF, ActivationFacts, PlanVersion
from vlechtwerk.rules.activation.plan import EVERYBODY
from vlechtwerk.rules.activation.recorders import RECORDERS
from vlechtwerk.rules.activation.terms import ChangedPlanSignedBy, Domain
from vlechtwerk.rules.assessment import Assessment
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.models import Compartment, File
from vlechtwerk.sharing.policy import Kind, Verb, basis_of

EVENTS_OF_A_PLAN = ("plan_signed", "plan_uploaded", "plan_approved", "plan_returned")
"""What happens to a plan, by the name of the event."""


def newest_item(file: File) -> UUID | None:
    """The item of the wording that was saved last, also when it is not open to whoever asks."""
    items = Item.objects.filter(file=file, kind=ItemKind.PLAN, compartment__kind=Kind.SHARED)
    return items.order_by("-made_at", "-pk").values_list("pk", flat=True).first()


@dataclass(frozen=True)
class PlanFile:
    """The plans of one file with what is open to a position. Everything is asked once."""

    found: Dossier

    @cached_property
    def wordings(self) -> list[Plan]:
        """The wordings that the position may see, in the order in which they were saved."""
        visible = Plan.objects.visible_to(self.found.position, self.found.today).in_file(self.found.case.file)
        shared = visible.filter(compartment__kind=Kind.SHARED)
        return list(shared.select_related("author__account", "author__organisation", "item", "compartment"))

    @cached_property
    def newest(self) -> UUID | None:
        """The item of the wording that was saved last."""
        return newest_item(self.found.case.file)

    @property
    def latest(self) -> Plan | None:
        """The wording that was saved last; None when there is none, or when it is not open to the position."""
        return next((one for one in self.wordings if one.item_id == self.newest), None)

    @property
    def is_shut(self) -> bool:
        """Whether there is a later wording than those that are open to the position."""
        return self.newest is not None and self.latest is None

    @cached_property
    def versions(self) -> list[Plan]:
        """The last wording of each version that is open to the position, the first version first."""
        return list({one.number: one for one in self.wordings}.values())

    @cached_property
    def facts(self) -> ActivationFacts:
        """What the history of the case tells."""
        facts: ActivationFacts = self._assessment.facts
        return facts

    @cached_property
    def _assessment(self) -> Assessment:
        return assessment_of(self.found.case, self.found.today)

    @property
    def recordable(self) -> list[str]:
        """The events about the plan that the history takes now and the visitor records, in the order in which they happen."""
        mine = (name for name in EVENTS_OF_A_PLAN if not RECORDERS[EVENTS[name]].isdisjoint(self.capacities))
        return [name for name in mine if name in self._assessment.allowed]

    @property
    def next_number(self) -> int:
        """The number of a new version: the one after those that were signed."""
        return len(self.facts.plans) + 1

    def recorded(self, plan: Plan) -> PlanVersion | None:
        """How far a version came; None before its signing was recorded."""
        return self.facts.version(plan.number)

    @cached_property
    def _signatures(self) -> list[Signed]:
        found: list[Signed] = []
        for model in (Signature, OwnSignature):
            visible = model.objects.visible_to(self.found.position, self.found.today).in_file(self.found.case.file)
            found += visible.filter(compartment__kind=Kind.SHARED).select_related("author__account")
        return sorted(found, key=lambda one: (one.signed_on, one.pk))

    def signatures(self, plan: Plan) -> dict[Role, Signed]:
        """The signatures that count under a wording, by who signed: those of before a change that keeps them too."""
        return {
            Role(one.capacity): one
            for one in self._signatures
            if one.number == plan.number and plan.since <= one.revision <= plan.revision
        }

    def reaches(self, plan: Plan) -> frozenset[str]:
        """The capacities that see a wording today, by itself or with consent, as far as the position may know of it."""
        return frozenset(reached(plan.item, Consent.objects.filter(item=plan.item_id), self.found.today))

    def before(self, plan: Plan) -> Content | None:
        """What the version before said."""
        return next((one.told for one in self.versions if one.number == plan.number - 1), None)

    def changed(self, plan: Plan) -> tuple[Domain, ...]:
        """Which side changed since the version before; both when that is not known."""
        before = self.before(plan)
        return (changed_parts(before, plan.told) if before else ()) or tuple(Domain)

    def signers(self, plan: Plan) -> frozenset[Role]:
        """Who has to sign a version (AT-092, AT-096)."""
        lenient = self.found.case.chosen.changed_plan_signed_by is ChangedPlanSignedBy.CHANGED_PART
        if plan.number == 1 or not lenient:
            return frozenset(EVERYBODY)
        return frozenset({Role.CLIENT, *(MANAGER_OF[part] for part in self.changed(plan))})

    @cached_property
    def goals(self) -> list[Goal]:
        """The goals of the file that stand and that the position sees."""
        return goals_of(self.found)

    @cached_property
    def capacities(self) -> frozenset[Role]:
        """The capacities of the position in the file."""
        return frozenset(self.found.capacities)

    @property
    def manages(self) -> Role | None:
        """The capacity of a case manager that the position has."""
        return next(iter(sorted(CASE_MANAGERS & self.capacities)), None)

    @property
    def part(self) -> Compartment | None:
        """The shared part, when the position may write in it."""
        return shared_part(self.found)

    @property
    def sees_costs(self) -> bool:
        """Whether the position reads what is about money."""
        return any(basis_of(role, Kind.COST, Verb.READ) for role in self.capacities)

    @cached_property
    def judgements(self) -> Sequence[Judgement]:
        """What the coordinator said about the versions, the oldest first."""
        visible = Judgement.objects.visible_to(self.found.position, self.found.today).in_file(self.found.case.file)
        return list(visible.filter(compartment__kind=Kind.COST).select_related("author__account").order_by("id"))


def signed_last(signatures: dict[Role, Signed]) -> date:
    """The day of the last signature, which is the date of the plan."""
    return max(one.signed_on for one in signatures.values())
