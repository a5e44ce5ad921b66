"""What the rules ask before a provider carries out an action, and what they have against one that does."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from vlechtwerk.network.models import Assignment
from vlechtwerk.network.queries import Execution, Known
from vlechtwerk.plans.ceilings import maxima
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties import care_providers, network, payment
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.roles import Role


@dataclass(frozen=True, slots=True)
class Choice:
    """That a provider carries out an action from a day on, for an amount in euro that may be unknown.

    `kept` is what stays owed for whoever did so before, `already_involved` whether the participant went there before the
    trajectory. `search_result` tells why the network has no offer, and `searched_on` when that was looked for.
    """

    code: str
    known: Known
    discipline: str
    first: date
    last: date | None = None
    amount: Decimal | None = None
    kept: Decimal = payment.NOTHING
    already_involved: bool = False
    searched_on: date | None = None
    search_result: str = ""

    @property
    def as_rules(self) -> network.ProviderChoice:
        """The choice as the rules of the network know it."""
        inside = self.known.is_member_on(self.first)
        return network.ProviderChoice(inside, self.already_involved, self.search_result.strip(), self.searched_on)


def asked_about(execution: Execution, choice: Choice, by: Role) -> Iterator[Asked]:
    """Every rule about assigning an action, each with what it has against it."""
    action, today = execution.action(choice.code), execution.plans.found.today
    yield ask(network.coordinator_decides_on_providers, by)
    yield ask(care_providers.treatment_is_no_alternative_one, choice.discipline)
    if action and action.domain is Domain.CARE:
        yield from _asked_about_care(choice.known, choice.first, today)
    yield ask(network.network_comes_first, choice.as_rules)
    agreement = choice.known.agreement_on(choice.first)
    yield ask(network.outside_provider_has_an_agreement, choice.as_rules, agreement, choice.first)
    # An amount that is not known is no part of the budget; whoever enters one is held to the maximum.
    if choice.amount is not None or choice.kept:
        costs = [*execution.committed(besides=choice.code), choice.amount or payment.NOTHING, choice.kept]
        yield ask(payment.cost_stays_within_the_maximum, costs, maxima(execution.case.region_id), today)


def _asked_about_care(known: Known, first: date, today: date) -> Iterator[Asked]:
    yield ask(care_providers.care_provider_meets_the_decree, known.care, first)
    yield ask(care_providers.care_worker_is_covered, known.worker, first)
    yield ask(care_providers.provider_is_verified, known.verified_on(today), assigned_on=today)


def warning(assignment: Assignment, known: Known, today: date) -> Reason | None:
    """What is wrong with an assignment that runs: its provider of care is no longer recognised (AT-177)."""
    if assignment.domain != Domain.CARE or not assignment.runs_on(today):
        return None
    return ask(care_providers.care_provider_meets_the_decree, known.care, max(today, assignment.first))[1]
