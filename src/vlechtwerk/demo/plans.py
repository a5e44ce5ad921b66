"""Trajectory plans in the fictional region: one is being written, two were approved today, and one waits for the coordinator.

What was approved or waits was signed and uploaded today.
Everything is done by the same actions as in the program. Who has no account signs on paper.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple
from uuid import uuid4

from django.utils import timezone

from vlechtwerk.consent.sharing import Agreement, Answer
from vlechtwerk.demo.cast import Cast
from vlechtwerk.dossier.goals import GoalDraft, set_goal
from vlechtwerk.dossier.models import Goal
from vlechtwerk.dossier.queries import find
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.people.models import Person
from vlechtwerk.plans.actions import Signing, Wording, save_wording, sign
from vlechtwerk.plans.ceilings import NewCeiling, enter_ceiling
from vlechtwerk.plans.content import Agreements, Content, PlannedAction, PlannedGoal
from vlechtwerk.plans.models import Manner
from vlechtwerk.plans.queries import PlanFile
from vlechtwerk.plans.recording import Judging, judge, upload
from vlechtwerk.rules.activation.duties.consent import proposed_end
from vlechtwerk.rules.activation.duties.network import Judgement
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.calendar import months
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.granting import Giving, give_access
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Compartment, Involvement
from vlechtwerk.sharing.policy import Kind, Verb

WORK, CARE, COORDINATOR = Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.NETWORK_COORDINATOR
DRAFT, APPROVED, WAITING = 3, (4, 5), 7
"""The trajectories whose plan is being written, was approved, and waits for an answer; see `demo.stories`."""
MOST = Decimal(5000)
WHERE_IT_STANDS = "Fictief bedrag voor deze demonstratie, in geen enkele tekst te vinden"
ALL = frozenset({*CASE_MANAGERS, COORDINATOR, Role.CARE_PROVIDER, Role.WORK_PROVIDER})


class Planned(NamedTuple):
    """What one of these people wants: the goal, what care does for it, and where the internship is."""

    goal: str
    obstacle: str
    care: str
    discipline: str
    internship: str


WISHES: tuple[Planned, ...] = (
    Planned(
        "Drie halve dagen per week werken in een rustige omgeving", "Kan nog geen halve dag volhouden",
        "Leren doseren bij een ergotherapeut", "ergotherapie", "Stage in een magazijn, aan de paktafel",
    ),
    Planned(
        "Vier halve dagen per week werken in een keuken", "Raakt in de war als alles tegelijk moet",
        "Leren plannen en hulp vragen, samen met een psycholoog", "psychologische begeleiding",
        "Stage in de keuken van een dienstencentrum",
    ),
    Planned(
        "Halftijds werken in het groen", "Slaapt slecht en komt 's morgens moeilijk op gang",
        "Een vast dagritme opbouwen met een thuisbegeleider", "thuisbegeleiding", "Stage bij een groendienst",
    ),
    Planned(
        "Drie dagen per week werken in een fietsatelier", "Durft geen hulp te vragen als iets niet lukt",
        "Oefenen in hulp vragen, samen met een psycholoog", "psychologische begeleiding", "Stage in een fietsatelier",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Desk:
    """The trajectory of somebody with the people who work on it today."""

    case: Case
    today: date
    people: dict[Role, Position]

    def plans(self, role: Role) -> PlanFile:
        """The plans as one of them sees them."""
        return PlanFile(find(self.case.pk, self.people[role], self.today, (Verb.READ,)))

    def agreed(self, why: str) -> Agreement:
        """What was agreed with the participant today about who sees the plan."""
        return Agreement(ALL, why, self.today, Answer.AGREED_TOGETHER, proposed_end(self.today, months(12)))


def write_plans(people: dict[int, Person], cast: Cast) -> list[Desk]:
    """Write the plans of these people and enter a maximum cost for the region; return where a plan was approved."""
    today, coordinator = timezone.localdate(), cast.of(COORDINATOR)
    ceiling = NewCeiling(today.replace(month=1, day=1), MOST, WHERE_IT_STANDS)
    enter_ceiling(new=ceiling, by=coordinator, key=uuid4())
    approved = []
    for number, wish in zip((DRAFT, *APPROVED, WAITING), WISHES, strict=True):
        case = Case.objects.select_related("file__person").get(file__person=people[number])
        taking_part = Involvement.objects.filter(file=case.file, until_on=None).select_related("position")
        desk = Desk(case, today, {Role(one.capacity): one.position for one in taking_part})
        desk.people[COORDINATOR] = coordinator
        _write(desk, wish)
        if number != DRAFT:
            _sign_and_upload(desk)
        if number in APPROVED:
            _approve(desk)
            approved.append(desk)
    return approved


def _write(desk: Desk, wish: Planned) -> None:
    """The goal, the frame and the action of care by the care case manager; the internship by the colleague for work."""
    care, why = desk.people[CARE], wish.goal
    with acting(care, desk.today):
        goal = _set_goal(desk, wish)
        _save(desk, CARE, lambda _content: Content(_frame(desk, wish), (_taken_over(goal),)), why)
        _save(desk, CARE, lambda content: _with(content, _therapy(desk, wish, goal)), why)
    with acting(desk.people[WORK], desk.today):
        _save(desk, WORK, lambda content: _with(content, _internship(desk, wish, goal)), why)


def _save(desk: Desk, role: Role, change: Callable[[Content], Content], why: str) -> None:
    plans = desk.plans(role)
    save_wording(plans=plans, wording=Wording(change, desk.agreed(why), plans.newest), key=uuid4())


def _set_goal(desk: Desk, wish: Planned) -> Goal:
    draft = GoalDraft(
        domain=Domain.CARE,
        text=wish.goal,
        measure="Houdt het vier weken na elkaar vol",
        feasibility="Lukte vroeger ook, met een vast dagschema",
        obstacle=wish.obstacle,
        reached_by=months(6).after(desk.today),
        agreed_on=desk.today,
        agreed=desk.agreed(wish.goal),
    )
    part = Compartment.objects.get(file=desk.case.file, kind=Kind.SHARED)
    return set_goal(compartment=part, draft=draft, by=desk.people[CARE], key=uuid4())


def _taken_over(goal: Goal) -> PlannedGoal:
    words = {name: getattr(goal, name) for name in ("text", "measure", "feasibility", "obstacle", "why")}
    return PlannedGoal(str(goal.pk), str(goal.pk), Domain(goal.domain), due_on=goal.reached_by, **words)


def _frame(desk: Desk, wish: Planned) -> Agreements:
    start = desk.today + timedelta(days=7)
    return Agreements(
        start, 12, wish.goal, "Iedereen komt na wat hier staat en zegt het als iets niet lukt", "Om de drie maanden"
    )


def _with(content: Content, action: PlannedAction) -> Content:
    return replace(content, actions=(*content.actions, action))


def _therapy(desk: Desk, wish: Planned, goal: Goal) -> PlannedAction:
    return PlannedAction(
        code=str(uuid4()), domain=Domain.CARE, text=wish.care, need=wish.obstacle, task="coping", discipline=wish.discipline,
        provider="Therapiehuis De Brug", starts_on=desk.today + timedelta(days=14), evaluated_on=months(3).after(desk.today),
        cost=Decimal(900), goals=(str(goal.pk),),
    )  # fmt: skip


def _internship(desk: Desk, wish: Planned, goal: Goal) -> PlannedAction:
    return PlannedAction(
        code=str(uuid4()), domain=Domain.WORK, text=wish.internship, need="Wil weten welk werk past", internship=True,
        discipline="werkplekbegeleiding", provider="Werkplaats Het Anker", hours=Decimal(8),
        starts_on=desk.today + timedelta(days=21),
        evaluated_on=months(4).after(desk.today), cost=Decimal(1400), goals=(str(goal.pk),),
    )  # fmt: skip


def _sign_and_upload(desk: Desk) -> None:
    """Both case managers sign, the participant on paper; the plan is uploaded and the coordinator may read it."""
    with acting(desk.people[CARE], desk.today):
        plans = desk.plans(CARE)
        for role, manner in ((Role.CLIENT, Manner.PAPER), (CARE, Manner.DIGITAL)):
            sign(plans=plans, signing=Signing(role, desk.today, manner, plans.newest))
    with acting(desk.people[WORK], desk.today):
        plans = desk.plans(WORK)
        sign(plans=plans, signing=Signing(WORK, desk.today, Manner.DIGITAL, plans.newest))
        upload(plans=desk.plans(WORK), seen=plans.newest, key=uuid4())
        give(desk, COORDINATOR, (Kind.SHARED,))


def _approve(desk: Desk) -> None:
    """The coordinator approves the plan that was uploaded."""
    with acting(desk.people[COORDINATOR], desk.today):
        plans = desk.plans(COORDINATOR)
        judging = Judging(plans.newest, Judgement.APPROVED, "", realistic=True, within_budget=True)
        judge(plans=plans, judging=judging, key=uuid4())


def give(desk: Desk, role: Role, kinds: Iterable[Kind]) -> None:
    """The work case manager gives somebody who takes part access to parts of the file."""
    to = Involvement.objects.get(file=desk.case.file, capacity=role, until_on=None)
    give_access(Giving(to, tuple(kinds), "Werkt mee aan het plan"), by=desk.people[WORK])
