"""What the templates about who carries out a plan need."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vlechtwerk.dossier.showing import common, drawn_unmarked
from vlechtwerk.network import words
from vlechtwerk.network.checking import warning
from vlechtwerk.network.models import Assignment
from vlechtwerk.network.queries import Execution, Known, taken, without_provider
from vlechtwerk.network.showing import days, state
from vlechtwerk.network.showing_follow_up import followed_up_by
from vlechtwerk.network.showing_sessions import told_sessions, without_record
from vlechtwerk.network.watching import hints
from vlechtwerk.plans.ceilings import ceiling_on
from vlechtwerk.plans.content import PlannedAction
from vlechtwerk.plans.words import euro
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import network
from vlechtwerk.rules.activation.duties.internship import infeasible_internship_is_told
from vlechtwerk.rules.activation.duties.payment import NOTHING
from vlechtwerk.rules.activation.plan import first_action, first_action_term
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.assessment import Reason as Against
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import SignalKind
from vlechtwerk.sharing.policy import Stage
from vlechtwerk.sharing.signals import is_asked
from vlechtwerk.ui.environment import label, long_date
from vlechtwerk.ui.explain import reasons, why
from vlechtwerk.ui.forms import ActionForm
from vlechtwerk.ui.shapes import Cell, Column, Fact, Reason, Why


@dataclass(frozen=True)
class ShownAction:
    """An action of the plan with who carries it out; an address is empty for who does not do that."""

    title: str
    facts: tuple[Fact, ...]
    warning: Reason | None = None
    assign_url: str = ""
    withdraw_url: str = ""
    refer_url: str = ""
    nobody_to_refer: bool = False
    without_record: tuple[Reason, ...] = ()


def assigns(execution: Execution) -> bool:
    """Whether the visitor assigns the actions of this plan."""
    found = execution.plans.found
    is_open = found.case.file.stage_on(found.today) is Stage.OPEN
    return is_open and Role.NETWORK_COORDINATOR in execution.plans.capacities and execution.plan is not None


def plan_page(execution: Execution) -> dict[str, Any]:
    """Who carries out which action, what still waits, and what it costs together."""
    missing = without_provider(execution)
    plan, planned = execution.plan, {one.code for one in execution.content.actions}
    other = [one for code, one in execution.assigned.items() if code not in planned]
    return {
        **common(execution.plans.found),
        "number": plan.number if plan else None,
        "actions": [_action(execution, one) for one in execution.content.actions],
        "others": [_other(execution, one, named=plan is None) for one in other],
        "waiting": _waiting(len(missing)) if plan and missing else None,
        "hints": reasons(hints(execution)),
        "to_replace": _to_replace(execution),
        "status": [*_first_action(execution), *_costs(execution)],
    }


def _to_replace(execution: Execution) -> Reason | None:
    """That the internship cannot be carried out as planned, so that another work provider is looked for (AT-190)."""
    if not is_asked(execution.case.file_id, SignalKind.PROVIDER_TO_REPLACE):
        return None
    told = _(
        "The work provider cannot carry out the internship as planned. Assign it to another one; the plan stays signed."
    )
    return Reason(told, why(BOOK.rule_of(infeasible_internship_is_told)))


def _waiting(count: int) -> Reason:
    told = ngettext("%(num)s action has no provider yet.", "%(num)s actions have no provider yet.", count)
    return Reason(told % {"num": count}, why(BOOK.rule_of(network.every_action_has_a_provider)))


def _first_action(execution: Execution) -> list[Fact]:
    """By when the first action starts (AT-119), and when it did."""
    facts = execution.plans.facts
    due = first_action_term(facts)
    told: Why = why(BOOK.rule_of(first_action))
    if facts.first_action_on:
        return [Fact(_("first action started on"), long_date(facts.first_action_on), told)]
    return [Fact(_("first action starts by"), long_date(due), told)] if due else []


def _costs(execution: Execution) -> list[Fact]:
    """What is committed, beside the maximum cost, for who reads about money."""
    if not execution.plans.sees_costs:
        return []
    ceiling = ceiling_on(execution.case.region_id, execution.plans.found.today)
    most = _("nobody entered it for this region") if ceiling is None else euro(ceiling)
    return [Fact(_("assigned together"), euro(execution.total)), Fact(_("maximum cost of a trajectory"), most)]


def _action(execution: Execution, action: PlannedAction) -> ShownAction:
    one, url = execution.assigned.get(action.code), _address(execution, action.code)
    proposed = Fact(_("proposed provider"), action.provider) if action.provider else None
    side = Fact(_("side"), label("domain", action.domain))
    follows = followed_up_by(execution, action.domain)
    told = _facts(execution, one) if one else (Fact(_("carried out by"), _("nobody was assigned yet")),)
    may = assigns(execution)
    refers = one is not None and may_refer(execution, one)
    return ShownAction(
        action.text,
        (side, *((proposed,) if proposed else ()), *told, follows),
        _warning(execution, one) if one else None,
        assign_url=url("network_assign") if may else "",
        withdraw_url=url("network_withdraw") if may and one else "",
        refer_url=url("network_refer") if one and refers and execution.people_of(one) else "",
        nobody_to_refer=bool(one and refers and not execution.people_of(one)),
        without_record=without_record(execution, one) if one else (),
    )


def _address(execution: Execution, code: str) -> Any:
    return lambda name: f"{reverse(name, args=[execution.case.pk])}?actie={code}"


def _other(execution: Execution, one: Assignment, *, named: bool) -> ShownAction:
    """An assignment of which the action does not stand in the plan that the visitor sees."""
    title = one.discipline if named else _("%(discipline)s (no longer in the plan)") % {"discipline": one.discipline}
    side = Fact(_("side"), label("domain", one.domain))
    ends = _address(execution, one.code)("network_withdraw") if assigns(execution) else ""
    return ShownAction(
        title,
        (side, *_facts(execution, one)),
        _warning(execution, one),
        withdraw_url=ends,
        without_record=without_record(execution, one),
    )


def _facts(execution: Execution, one: Assignment) -> tuple[Fact, ...]:
    """Who carries it out, when, for how much, and who of them takes part in the file."""
    known = execution.known.get(one.provider_id) if one.provider_id else None
    told = [
        Fact(_("carried out by"), known.provider.organisation.name if known else ""),
        Fact(_("discipline"), one.discipline),
        Fact(_("days"), days(one.first, one.last)),
    ]
    if execution.plans.sees_costs or execution.plans.found.position.organisation_id == one.organisation_id:
        told.append(Fact(_("amount"), _("not known") if one.amount is None else euro(one.amount)))
    if one.search_result and execution.plans.sees_costs:
        told.append(Fact(_("outside the network, because"), one.search_result))
    people = ", ".join(inside.position.account.name for inside in execution.let_in(one))
    return (*told, Fact(_("takes part in the file"), people or _("nobody yet")), *told_sessions(execution, one))


def _warning(execution: Execution, one: Assignment) -> Reason | None:
    known = execution.known.get(one.provider_id) if one.provider_id else None
    against = warning(one, known, execution.plans.found.today) if known else None
    return reasons([against])[0] if against else None


def may_refer(execution: Execution, one: Assignment) -> bool:
    """Whether the visitor lets the provider of an assignment into the file: of work the work case manager alone (AT-183)."""
    mine, managers = execution.plans.capacities, {Role.WORK_CASE_MANAGER}
    if one.domain == Domain.CARE:
        managers = {Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER}
    is_open = execution.case.file.stage_on(execution.plans.found.today) is Stage.OPEN
    return is_open and bool(mine & managers) and not execution.let_in(one)


def form_page(execution: Execution, form: ActionForm, title: str, against: Iterable[Against] = ()) -> dict[str, Any]:
    """A form about one action of the plan."""
    return {
        **common(execution.plans.found),
        **drawn_unmarked(form),
        "title": title,
        "reasons": reasons(against),
        "columns": [],
        "rows": [],
        "status": [],
        "back": reverse("network_plan", args=[execution.case.pk]),
    }


def choices(execution: Execution, action: PlannedAction, running: Iterable[Assignment]) -> dict[str, Any]:
    """The providers who offer something on the side of an action, beside the question who carries it out."""
    counts, today = taken(running), execution.plans.found.today
    names = (_("provider"), _("offer"), _("in the network"), _("recognised"), _("places"), _("waiting time"))
    found = [(one, offer) for one in execution.known.values() for offer in one.offers if offer.domain == action.domain]
    return {
        "status": _room(execution, action.code),
        "columns": [Column(name) for name in names],
        "rows": [_choice(one, offer, counts, today) for one, offer in found],
    }


def _room(execution: Execution, code: str) -> list[Fact]:
    """What the other actions cost, and what is left of the maximum for this one."""
    ceiling = ceiling_on(execution.case.region_id, execution.plans.found.today)
    others = sum(execution.committed(besides=code), NOTHING)
    told = [Fact(_("assigned for the other actions"), euro(others))]
    if ceiling is None:
        return [*told, Fact(_("maximum cost of a trajectory"), _("nobody entered it for this region"))]
    left = Fact(_("left for this action"), euro(max(ceiling - others, NOTHING)))
    return [*told, Fact(_("maximum cost of a trajectory"), euro(ceiling)), left]


def _choice(one: Known, offer: Any, counts: Any, today: Any) -> tuple[Cell, ...]:
    return (
        Cell(one.provider.organisation.name),
        Cell(offer.discipline),
        *state(one, offer, today),
        Cell(words.places(offer, counts[one.provider.pk, offer.domain, offer.discipline.casefold()])),
        Cell(words.waiting(offer)),
    )
