"""What the templates of plans need, page by page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from vlechtwerk.dossier.showing import common, drawn_unmarked, in_two
from vlechtwerk.plans import words
from vlechtwerk.plans.actions import asked_about_plan
from vlechtwerk.plans.ceilings import ceiling_on, enters_ceilings
from vlechtwerk.plans.checking import Shortcoming, judged
from vlechtwerk.plans.content import Agreements, Content, PlannedAction, PlannedGoal
from vlechtwerk.plans.differing import Difference, differences
from vlechtwerk.plans.forms import WordingForm
from vlechtwerk.plans.forms_steps import JudgementForm
from vlechtwerk.plans.models import Plan
from vlechtwerk.plans.queries import PlanFile
from vlechtwerk.plans.recording import may_be_uploaded, waits_for_judgement
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.payment import NOTHING, excess
from vlechtwerk.rules.activation.duties.plan_content import PLAN_NAME, Signing, plan_is_signed_in_one_talk
from vlechtwerk.rules.activation.plan import plan_term
from vlechtwerk.rules.assessment import Reason as Against
from vlechtwerk.rules.roles import Role
from vlechtwerk.texts import explaining, translate
from vlechtwerk.ui.environment import current_language, label, long_date
from vlechtwerk.ui.explain import reasons, why
from vlechtwerk.ui.forms import ActionForm
from vlechtwerk.ui.shapes import Cell, Column, Fact, Reason


@dataclass(frozen=True)
class ShownPart:
    """A goal or an action in words; `url` changes it, for who may."""

    title: str
    facts: tuple[Fact, ...]
    url: str = ""


@dataclass(frozen=True)
class ShownDifference:
    """Something that differs between two versions, with its old and its new words."""

    title: str
    what: str
    rows: tuple[tuple[Cell, ...], ...] = ()


def named(*contents: Content) -> dict[str, str]:
    """The words of goals and actions by their code."""
    goals = {one.code: one.text for content in contents for one in content.goals}
    return goals | {one.code: one.text for content in contents for one in content.actions}


def facts_of(part: Any, names: Mapping[str, str], *, costs: bool) -> tuple[Fact, ...]:
    """Everything that a goal, an action or the frame says, besides its title."""
    found = [
        Fact(str(words.NAMES[one.name]), words.value(one.name, getattr(part, one.name), dict(names)))
        for one in fields(part)
        if one.name not in {"code", "goal", "text"} and (costs or one.name != "cost")
    ]
    return tuple(one for one in found if one.value and one.value != "0")


def shown_goals(content: Content) -> list[ShownPart]:
    """The goals of a plan."""
    return [ShownPart(one.text, facts_of(one, {}, costs=False)) for one in content.goals]


def shown_actions(plans: PlanFile, content: Content, *, editing: bool = False) -> list[ShownPart]:
    """The actions of a plan; with the way to change them for who may."""
    names, url = named(content), reverse("plan_action", args=[plans.found.case.pk])
    return [
        ShownPart(one.text, facts_of(one, names, costs=plans.sees_costs), f"{url}?actie={one.code}" if editing else "")
        for one in content.actions
    ]


def plan_page(plans: PlanFile, plan: Plan | None) -> dict[str, Any]:
    """One wording of the plan with what is missing, who signed and what can be done now."""
    is_latest = plan is not None and plan.item_id == plans.newest
    editing = plans.part is not None and plans.manages is not None and not plans.is_shut and (is_latest or plan is None)
    context = {
        **common(plans.found),
        "title": PLAN_NAME,
        "is_shut": plans.is_shut,
        "editing": editing,
        "versions": [one.number for one in plans.versions],
        "number": plan.number if plan else plans.next_number,
        "plan": None,
        "signed_elsewhere": _signed_on(plans) if plan is None else None,
        "outside": [(label("event", one), one) for one in plans.recordable],
    }
    return context | (_wording(plans, plan, editing=editing, is_latest=is_latest) if plan else {})


def _signed_on(plans: PlanFile) -> date | None:
    """The day on which a plan was signed of which the words do not stand here; None when none was."""
    signed = plans.facts.plans
    return signed[-1].signed_on if signed else None


def _wording(plans: PlanFile, plan: Plan, *, editing: bool, is_latest: bool) -> dict[str, Any]:
    content, recorded = plan.told, plans.recorded(plan)
    verdict = judged(asked_about_plan(plans, content))
    waiting = [] if recorded else waiting_for(plans, plan)
    mine = [one for one in waiting if one in plans.capacities]
    return {
        "plan": plan,
        "item": plan.item_id,
        "status": _status(plans, plan),
        "agreements": facts_of(content.agreements, {}, costs=False),
        "goals": shown_goals(content),
        "actions": shown_actions(plans, content, editing=editing),
        "missing": [] if recorded else shortcomings(verdict.missing),
        "better": shortcomings(verdict.better) if plans.manages and is_latest else [],
        "costs": _costs(plans, content),
        "enters_ceilings": enters_ceilings(plans.found.position),
        "signatures": _signatures(plans, plan),
        "may_sign": is_latest and not verdict.missing and bool(waiting if plans.manages else mine),
        "may_upload": is_latest and plans.manages is not None and may_be_uploaded(plans, plan),
        "may_judge": _may_judge(plans, plan),
        "is_carried_out": bool(recorded and recorded.approved_on),
        "is_late": plans.manages is not None and _is_late(plans),
        "coordinator_sees": not editing or str(Role.NETWORK_COORDINATOR) in plans.reaches(plan),
        "judgements": [_judgement(one) for one in plans.judgements if one.number == plan.number],
        "goals_changed": editing and _goals_changed(plans, content),
        "written": _("Saved by %(name)s.") % {"name": plan.author.account.name},
        "reason": plan.reason,
    }


def waiting_for(plans: PlanFile, plan: Plan) -> list[Role]:
    """Who still has to sign, in a fixed order."""
    return sorted(plans.signers(plan) - plans.signatures(plan).keys())


def _status(plans: PlanFile, plan: Plan) -> list[Fact]:
    recorded = plans.recorded(plan)
    if recorded is None:
        return [Fact(_("state"), _("draft"))]
    days = {
        _("signed on"): recorded.signed_on,
        _("uploaded on"): recorded.uploaded_on,
        _("approved on"): recorded.approved_on,
        _("returned on"): recorded.returned_on,
    }
    return [Fact(name, long_date(day)) for name, day in days.items() if day]


def shortcomings(found: Iterable[Shortcoming]) -> list[Reason]:
    """What is missing, in a sentence with its rule, and of which goal or action."""
    shown = []
    for one in found:
        (reason,) = reasons([one.reason])
        shown.append(Reason(f"{one.about}: {reason.text}" if one.about else reason.text, reason.why))
    return shown


def _costs(plans: PlanFile, content: Content) -> list[Fact]:
    """The estimates beside the maximum cost, for who reads about money."""
    if not plans.sees_costs:
        return []
    total = sum(content.costs, NOTHING)
    ceiling = ceiling_on(plans.found.case.region_id, plans.found.today)
    told = [Fact(_("estimates together"), words.euro(total))]
    if ceiling is None:
        return [*told, Fact(_("maximum cost of a trajectory"), _("nobody entered it for this region"))]
    told.append(Fact(_("maximum cost of a trajectory"), words.euro(ceiling)))
    too_much: Decimal = excess(content.costs, ceiling)
    return [*told, Fact(_("too much"), words.euro(too_much))] if too_much else told


def _signatures(plans: PlanFile, plan: Plan) -> list[Fact]:
    there = plans.signatures(plan)
    recorded = plans.recorded(plan)
    if recorded and not there:
        people = sorted(recorded.signed_by)
        return [Fact(label("role", one), long_date(recorded.signed_on)) for one in people]
    return [
        Fact(
            label("role", one),
            _("%(day)s, %(manner)s")
            % {"day": long_date(there[one].signed_on), "manner": words.MANNERS[there[one].manner]}
            if one in there
            else _("still has to sign"),
        )
        for one in sorted({*plans.signers(plan), *there})
    ] + _in_one_talk(plans, plan)


def _in_one_talk(plans: PlanFile, plan: Plan) -> list[Fact]:
    """Whether everybody signed on one day, as in a talk of all three; it is better so, and no condition (AT-093)."""
    days = {role: one.signed_on for role, one in plans.signatures(plan).items()}
    if not plans.signers(plan) <= days.keys():
        return []
    signing = Signing(days, in_one_talk=len(set(days.values())) == 1)
    told = _("no") if plan_is_signed_in_one_talk(signing) else _("yes")
    return [Fact(_("everybody signed on one day"), told, why(BOOK.rule_of(plan_is_signed_in_one_talk)))]


def _may_judge(plans: PlanFile, plan: Plan) -> bool:
    return Role.NETWORK_COORDINATOR in plans.capacities and waits_for_judgement(plans, plan)


def _is_late(plans: PlanFile) -> bool:
    """Whether a delay can be explained: the term has passed and the plan was never uploaded (AT-087)."""
    facts = plans.facts
    due = plan_term(facts)
    return facts.plan_uploaded_on is None and due is not None and due < plans.found.today


def _judgement(one: Any) -> Fact:
    said = f"{long_date(one.written_at.date())}, {words.SAID[one.verdict]}"
    return Fact(one.author.account.name, f"{said}: {one.text}" if one.text else said)


def _goals_changed(plans: PlanFile, content: Content) -> bool:
    """Whether a goal of the plan was replaced since it was taken over, or a new one was set."""
    return {str(one.pk) for one in plans.goals} != {one.goal for one in content.goals}


def form_page(plans: PlanFile, form: ActionForm, title: str, against: Iterable[Against] = ()) -> dict[str, Any]:
    """A form about the plan; beside an answer to it stands what is judged."""
    shown = in_two(form) if isinstance(form, WordingForm) else {**drawn_unmarked(form), "sharing": []}
    told: dict[str, Any] = {"title": title, "reasons": refusals(against), "conflict": None, "judged": (), "costs": ()}
    told |= {name: getattr(form, name, "") for name in ("button", "intro")}
    if isinstance(form, JudgementForm):
        content = form.shown.told
        told |= {"judged": [_in_short(plans, one) for one in content.actions], "costs": _costs(plans, content)}
    return {**common(plans.found), **shown, **told}


def _in_short(plans: PlanFile, action: PlannedAction) -> Fact:
    """An action with whom is proposed, when it starts and what it may cost."""
    starts = _("from %(day)s") % {"day": long_date(action.starts_on)} if action.starts_on else ""
    cost = words.euro(action.cost) if plans.sees_costs and action.cost is not None else ""
    return Fact(action.text, ", ".join(one for one in (action.provider, starts, cost) if one) or "–")


def refusals(against: Iterable[Against]) -> list[Reason]:
    """Each reason in a sentence: those of the plan itself, and those of the history of the trajectory."""
    translator = translate(current_language())
    return [
        reasons([one])[0] if one.rule.points else Reason(explaining.reason(one, translator), why(one.rule))
        for one in against
    ]


def conflict(form: WordingForm, fresh: WordingForm) -> dict[str, Any]:
    """What somebody filled in beside what stands now, question by question where both differ."""
    columns = [Column(_("question")), Column(_("what you filled in")), Column(_("what stands now"))]
    rows = []
    for mine, theirs in zip(drawn_unmarked(form)["fields"], drawn_unmarked(fresh)["fields"], strict=False):
        told = [", ".join(one.label for one in each.choices if one.chosen) or each.value for each in (mine, theirs)]
        if told[0] != told[1]:
            rows.append((Cell(mine.label), Cell(told[0] or "–"), Cell(told[1] or "–")))
    return {"columns": columns, "rows": rows}


def compare_page(plans: PlanFile, before: Plan, after: Plan) -> dict[str, Any]:
    """What differs between two versions."""
    names = named(before.told, after.told)
    found = differences(before.told, after.told)
    return {
        **common(plans.found),
        "before": before.number,
        "after": after.number,
        "columns": [Column(_("question")), Column(words.version(before.number)), Column(words.version(after.number))],
        "differences": [_difference(one, names, costs=plans.sees_costs) for one in found],
        "reason": after.reason,
    }


def _difference(one: Difference, names: Mapping[str, str], *, costs: bool) -> ShownDifference:
    kinds = {Agreements: _("agreements"), PlannedGoal: _("goal"), PlannedAction: _("action")}
    subject = one.subject
    title = f"{kinds[type(subject)]}: {subject.text}" if hasattr(subject, "text") else kinds[type(subject)]
    return ShownDifference(title, str(words.WHATS[one.what]), tuple(_rows(one, names, costs=costs)))


def _rows(one: Difference, names: Mapping[str, str], *, costs: bool) -> Iterator[tuple[Cell, ...]]:
    for detail in one.details:
        if costs or detail.name != "cost":
            old, new = (words.value(detail.name, kept, dict(names)) for kept in (detail.before, detail.after))
            yield Cell(str(words.NAMES[detail.name])), Cell(old or "–"), Cell(new or "–")
