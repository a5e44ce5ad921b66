"""What a trajectory plan must contain before it is signed: one plan, goals, actions, timing, internship and care."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.activation.duties.notices import CONFIDENTIAL, Content
from vlechtwerk.rules.activation.duties.plan_shape import NO_HOURS, Action, Goal, Plan
from vlechtwerk.rules.activation.facts import MANAGER_OF
from vlechtwerk.rules.activation.milestones import MAXIMUM
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.calendar import months_after
from vlechtwerk.rules.documents import CARE_HANDBOOK, WORK_CARE_DECREE
from vlechtwerk.rules.kernel import Findings, Force, Points
from vlechtwerk.rules.roles import Role

PLAN_NAME = "Trajectplan AT 2"
MOST_GOALS = 3


@BOOK.requirement(
    "AT-082",
    CARE_HANDBOOK.at("3.2"),
    concerns="trajectory_plan",
    points={"only_one": "there is no other plan of the same version"},
)
def plan_is_integrated(versions: tuple[int, ...], new_version: int) -> Findings:
    """Work and care are written in one integrated plan, never in two plans beside each other."""
    return unmet(only_one=new_version not in versions)


@BOOK.requirement(
    "AT-082",
    CARE_HANDBOOK.at("3.2; 3.2.1"),
    concerns="trajectory_plan",
    points={"own_part": "the case manager writes in the own part of the plan"},
)
def each_writes_the_own_part(author: Role, part: Domain) -> Findings:
    """The work case manager writes the work part of the plan and the care case manager the care part."""
    return unmet(own_part=author is MANAGER_OF[part])


@BOOK.checklist("AT-082", WORK_CARE_DECREE.at("art. 15"), concerns="plan_document")
def least_content_of_a_plan() -> Points:
    """The plan is a written agreement with at least the six parts that the decree names."""
    return {
        "parties": "who the participant and the case managers are",
        "duration": "the start and the likely duration of the trajectory",
        "aim": "description, content and aim of the trajectory",
        "actions": "the agreed actions and the providers involved",
        "rights": "rights and duties of everybody who signs the plan",
        "evaluations": "how often the plan is evaluated",
    }


@BOOK.requirement(
    "AT-083",
    CARE_HANDBOOK.at("3.2; 3.3"),
    concerns="trajectory_plan",
    points={
        "internship": "a work experience internship among the actions",
        "hours": "some hours of internship a week, however few",
    },
)
def plan_contains_an_internship(plan: Plan) -> Findings:
    """The work experience internship is a compulsory action of every plan, however small it is."""
    internships = [action for action in plan.actions if action.internship]
    return unmet(internship=internships, hours=any(action.hours_per_week > NO_HOURS for action in internships))


@BOOK.requirement(
    "AT-034",
    CARE_HANDBOOK.at("3.1.1"),
    concerns="trajectory_plan",
    force=Force.MAY,
    points={"planned": "a planned start of the internship, also when it is months away"},
)
def internship_may_come_later(internship: Action) -> Findings:
    """When care weighs heavily the internship may come later or be very small, as long as it is planned concretely."""
    return unmet(planned=internship.starts_on)


@BOOK.requirement(
    "AT-084",
    CARE_HANDBOOK.at("3.2"),
    concerns="trajectory_plan",
    points={"care": "at least one care action, unless the care actions are suspended"},
)
def plan_contains_care(plan: Plan, care_suspended: bool = False) -> Findings:
    """The plan contains the care actions that support taking part in work and remove obstacles to it."""
    return unmet(care=care_suspended or plan.of(Domain.CARE))


@BOOK.requirement(
    "AT-086",
    CARE_HANDBOOK.at("3.2; 3.4"),
    concerns="plan_document",
    points={
        "title": "the document is called Trajectplan AT 2",
        "file_name": "the name of the file starts with Trajectplan AT 2",
    },
)
def plan_carries_its_name(title: str, file_name: str) -> Findings:
    """The plan is uploaded under a fixed name, so that everybody sees to which assignment it belongs."""
    return unmet(title=title == PLAN_NAME, file_name=file_name.startswith(PLAN_NAME))


@BOOK.requirement(
    "AT-088",
    CARE_HANDBOOK.at("3.2.1"),
    concerns="trajectory_plan",
    points={
        "within_maximum": "every action is evaluated within the maximum duration",
        "goal_with_action": "every goal has an action",
        "action_with_goal": "every action serves a goal of the plan",
    },
)
def goals_and_actions_are_realistic(plan: Plan, expected_start: date) -> Findings:
    """Goals are attainable within the maximum duration, and goals and actions match."""
    last_day = months_after(expected_start, MAXIMUM)
    goals = {goal.code for goal in plan.goals}
    served = {goal for action in plan.actions for goal in action.goals}
    return unmet(
        within_maximum=all(action.evaluated_on is None or action.evaluated_on <= last_day for action in plan.actions),
        goal_with_action=goals <= served,
        action_with_goal=all(goals & set(action.goals) for action in plan.actions),
    )


@BOOK.requirement(
    "AT-089",
    CARE_HANDBOOK.at("3.2.1"),
    concerns="trajectory_plan",
    force=Force.SHOULD,
    points={"few": "one to three goals"},
)
def few_goals_are_better(plan: Plan) -> Findings:
    """One to three feasible goals with priority are better than a goal for every need."""
    return unmet(few=1 <= len(plan.goals) <= MOST_GOALS)


@BOOK.requirement(
    "AT-091",
    CARE_HANDBOOK.at("3.2.1"),
    concerns="plan_action",
    points={
        "starts_on": "the day on which the action starts",
        "evaluated_on": "the day on which the action is evaluated",
        "order": "the action is evaluated after it has started",
    },
)
def action_has_its_timing(action: Action) -> Findings:
    """Every action has a day on which it starts and a day on which it is evaluated."""
    start, evaluation = action.starts_on, action.evaluated_on
    return unmet(
        starts_on=start,
        evaluated_on=evaluation,
        order=start is None or evaluation is None or start <= evaluation,
    )


@dataclass(frozen=True, slots=True)
class Signing:
    """When each one signed the plan, and whether they did so in one talk of all three."""

    signed_on: Mapping[Role, date]
    in_one_talk: bool = False

    @property
    def dated(self) -> date:
        """The date of the plan: the day of the last signature. Raises ValueError when nobody signed."""
        return max(self.signed_on.values())


@BOOK.requirement(
    "AT-093",
    CARE_HANDBOOK.at("3.2.1; 3.6.3"),
    concerns="plan_signing",
    force=Force.SHOULD,
    points={"one_talk": "signed in one talk of the participant and both case managers"},
)
def plan_is_signed_in_one_talk(signing: Signing) -> Findings:
    """The plan is preferably drawn up and signed in one talk of all three, so that everybody knows all goals.

    The checklist of one region allows signing apart; such a plan is valid and has the date of the last signature.
    """
    return unmet(one_talk=signing.in_one_talk)


@BOOK.requirement(
    "AT-094",
    CARE_HANDBOOK.at("3.2.1"),
    concerns="plan_goal",
    points={
        "result": "the specific result of the goal",
        "measure": "how the result of the goal is measured",
        "feasibility": "why the goal is feasible",
        "relevance": "what the goal means for work",
        "due_on": "the day by which the goal is reached",
    },
)
def goal_is_smart(goal: Goal) -> Findings:
    """The plan is made to measure and its goals are specific, measurable, attainable, relevant and dated."""
    return unmet(
        result=goal.result,
        measure=goal.measure,
        feasibility=goal.feasibility,
        relevance=goal.relevance,
        due_on=goal.due_on,
    )


@BOOK.requirement(
    "AT-099",
    CARE_HANDBOOK.at("3.2.2"),
    concerns="plan_goal",
    points={"obstacle": "the obstacle to work that this care goal removes"},
)
def goal_is_needed_for_work(goal: Goal) -> Findings:
    """The plan holds only goals that are needed for employment or to remove an obstacle to it."""
    return unmet(obstacle=goal.domain is Domain.WORK or goal.obstacle)


@BOOK.requirement(
    "AT-101",
    CARE_HANDBOOK.at("3.2.2"),
    concerns="plan_action",
    points={"need": "the participant's need that the action answers, told before a provider is chosen"},
)
def need_comes_before_the_offer(action: Action) -> Findings:
    """Actions start from what the participant needs and grows into, not from what providers have on offer."""
    return unmet(need=action.need)


@BOOK.requirement(
    "AT-111",
    CARE_HANDBOOK.at("3.4"),
    concerns="plan_alignment",
    points={
        "aligned": "the draft was aligned with the network coordinator before the plan is definitive",
        "confidence": "the draft that the coordinator sees holds nothing confidential",
    },
)
def plan_is_aligned_first(aligned_on: date | None, definitive_on: date, shown: frozenset[Content]) -> Findings:
    """While drafting, the team aligns with the network coordinator, so that the actions can really be carried out."""
    return unmet(
        aligned=aligned_on is not None and aligned_on <= definitive_on,
        confidence=not shown & CONFIDENTIAL,
    )
