"""What the rules ask of a plan, and what they have against one wording of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from vlechtwerk.plans.content import Content, PlannedAction
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import care_providers, plan_content, plan_order
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.kernel import Force, Shortfall

LEAST = BOOK.rule_of(plan_content.least_content_of_a_plan)
"""The six parts that the decree asks of a plan."""
WARNS = frozenset({"AT-111"})
"""What is asked of the team and yet keeps no plan from being signed: the coordinator judges it afterwards all the same."""
About = tuple[str, Asked]
"""The words of the goal or the action that a rule was asked about (none for the whole plan), and what it said."""


def asked_of(content: Content, *, today: date, both_take_part: bool, care_suspended: bool) -> Iterator[About]:
    """Every rule about the plan, its goals and its actions, each with what it has against this wording."""
    plan = content.as_rules()
    yield "", least_content(content, both_take_part=both_take_part)
    yield "", ask(plan_content.few_goals_are_better, plan)
    yield "", ask(plan_content.plan_contains_an_internship, plan)
    yield "", ask(plan_content.plan_contains_care, plan, care_suspended)
    yield "", ask(plan_content.goals_and_actions_are_realistic, plan, content.agreements.expected_start or today)
    for goal in content.goals:
        yield goal.text, ask(plan_content.goal_is_smart, goal.as_rules())
        yield goal.text, ask(plan_content.goal_is_needed_for_work, goal.as_rules())
    for action in content.actions:
        yield from _asked_of_action(action)
    yield "", ask(plan_order.actions_follow_logically, plan)
    yield "", ask(plan_order.actions_follow_on, plan)
    yield "", ask(plan_order.work_and_care_start_together, plan)
    yield "", ask(plan_content.plan_is_aligned_first, content.agreements.aligned_on, today, frozenset())


def _asked_of_action(action: PlannedAction) -> Iterator[About]:
    yield action.text, ask(plan_content.action_has_its_timing, action.as_rules())
    yield action.text, ask(plan_content.need_comes_before_the_offer, action.as_rules())
    yield action.text, ask(care_providers.treatment_is_no_alternative_one, action.discipline)
    if action.domain is Domain.CARE:
        yield action.text, ask(care_providers.care_action_names_its_task, action.task or None)


def least_content(content: Content, *, both_take_part: bool) -> Asked:
    """The six parts of the decree that are not there yet."""
    told = content.agreements
    there = {
        "parties": both_take_part,
        "duration": told.expected_start is not None and told.months is not None,
        "aim": bool(told.aim.strip()),
        "actions": bool(content.actions),
        "rights": bool(told.rights.strip()),
        "evaluations": bool(told.evaluations.strip()),
    }
    missing = tuple(code for code in LEAST.points if not there[code])
    return LEAST.id, Reason(LEAST, Shortfall(missing=missing)) if missing else None


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """What a rule has against a plan; `about` are the words of the goal or the action, empty for the whole plan."""

    about: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is missing before a plan can be signed, and what would only be better."""

    missing: tuple[Shortcoming, ...]
    better: tuple[Shortcoming, ...]


def judged(asked: Iterable[About]) -> Verdict:
    """What the rules have against a plan."""
    found = [Shortcoming(about, reason) for about, (_id, reason) in asked if reason]
    must = tuple(one for one in found if one.reason.rule.force is Force.MUST and one.reason.rule.id not in WARNS)
    return Verdict(must, tuple(one for one in found if one not in must))
