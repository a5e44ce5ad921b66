"""A trajectory on 1 May 2026 with an approved plan, and providers who can carry it out."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from tests.dossier.world import CARE, CARER, WORK
from tests.plans.world import COORDINATOR, PlanWorld
from tests.rules.histories import ACCEPTED
from tests.scene import TODAY, hidden, make_scene
from vlechtwerk.network.models import Assignment, Provider
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Involvement

Told = dict[str, Any]
WORKER = Role.WORK_PROVIDER
APPROVAL: Told = {"verdict": "approved", "realistic": "on", "within_budget": "on"}
PLACE = {Domain.CARE: CARER, Domain.WORK: WORKER}
MEMBER: Told = {"first": "2026-01-01", "evidence": "Lijst van het netwerk"}
RECOGNISED: Told = {"first": "2026-01-01", "recogniser": "vaph", "evidence": "Erkenning 123"}
CHECKED: Told = {"first": "2026-04-20", "experience": ["mental_health"], "evidence": "Erkenning en jaarverslag gezien"}
SIGNED: Told = {"first": "2026-05-01", "evidence": "Map 7"}


@dataclass(frozen=True)
class NetworkWorld(PlanWorld):
    """The file of a plan that is carried out."""

    def approve(self, maximum: str = "5000,00") -> None:
        """Write, sign, upload and approve a plan with an action of care of 800 euro and an internship of 1200 euro."""
        self.complete()
        self.sign_all()
        assert self.send(CARE, "opladen/").status_code == 302
        self.ceiling(maximum)
        assert self.send(COORDINATOR, "beoordelen/", **APPROVAL).status_code == 302

    def ceiling(self, amount: str) -> None:
        """Enter the maximum cost of a trajectory."""
        told = {"valid_from": "2026-01-01", "amount": amount, "legal_source": "Bestek, artikel 7"}
        answer = self.visitor(COORDINATOR).post("/plafond/", {**told, "idempotency_key": str(uuid4())})
        assert answer.status_code == 302

    def provider(self, role: Role = CARER, **answers: Any) -> Provider:
        """Enter the organisation of a role as a provider, or one with a `name` of its own."""
        own = {"organisation": str(self.position(role).organisation_id)}
        told = own if not {"name", "organisation"} & answers.keys() else {}
        answer = self.visitor(COORDINATOR).post("/netwerk/", {**told, "idempotency_key": str(uuid4()), **answers})
        assert answer.status_code == 302, answer.content.decode()
        return Provider.objects.order_by("id").last() or Provider()

    def tell(self, provider: Provider, kind: str, by: Role = COORDINATOR, **answers: Any) -> Any:
        """Enter something about a provider; `instead_of` is the fact in whose place it comes."""
        earlier = answers.pop("instead_of", None)
        url = f"/netwerk/{provider.pk}/{kind}/{f'?in={earlier.pk}' if earlier else ''}"
        return self.visitor(by).post(url, {"idempotency_key": str(uuid4()), **answers})

    def known(self, role: Role = CARER, *, leaving_out: str = "", **answers: Any) -> Provider:
        """A provider that meets every condition, besides one."""
        made = self.provider(role, **answers)
        facts: dict[str, Told] = {"lidmaatschap": MEMBER, "erkenning": RECOGNISED, "controle": CHECKED}
        for kind, told in facts.items():
            if kind != leaving_out:
                assert self.tell(made, kind, **told).status_code == 302
        return made

    def code(self, domain: Domain = Domain.CARE) -> str:
        """The code of the action on one side."""
        return next(one.code for one in self.latest().told.actions if one.domain is domain)

    def assign(self, provider: Provider, domain: Domain = Domain.CARE, **answers: Any) -> Any:
        """The coordinator assigns the action on one side."""
        told = {"provider": str(provider.pk), "discipline": "ergotherapie", "first": "2026-05-11", "amount": "800,00"}
        return self.send(COORDINATOR, f"uitvoering/toewijzen/?actie={self.code(domain)}", **{**told, **answers})

    def assigned(self) -> list[Assignment]:
        """Every assignment in the file, the first one first."""
        with acting(self.position(COORDINATOR), TODAY):
            return list(Assignment.objects.filter(case=self.scene.case).select_related("provider__organisation"))

    def alone(self, role: Role) -> None:
        """Let a provider not take part in the file yet."""
        Involvement.objects.filter(file=self.file, capacity=role).update(until_on="2026-04-02")

    def form(self, role: Role, step: str) -> dict[str, str]:
        """What travels along unseen with a form that somebody opened."""
        form = self.page(role, step)
        return {name: hidden(form, name) for name in ("idempotency_key", "seen", "code")}

    def refer(self, by: Role, domain: Domain = Domain.CARE, **answers: Any) -> Any:
        """A case manager lets somebody of the assigned provider into the file."""
        told = {"person": str(self.position(PLACE[domain]).pk), **answers}
        return self.send(by, f"uitvoering/doorverwijzen/?actie={self.code(domain)}", **told)


def made() -> NetworkWorld:
    """A trajectory whose plan is approved."""
    world = NetworkWorld(make_scene(ACCEPTED))
    world.give_all()
    world.approve()
    return world


__all__ = ["CARE", "CARER", "COORDINATOR", "WORK", "WORKER", "NetworkWorld", "made"]
