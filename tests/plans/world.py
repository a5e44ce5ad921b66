"""A trajectory on 1 May 2026 with goals that stand, and people who write its plan through the browser."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from tests.dossier.test_goals import GOAL
from tests.dossier.world import CARE, WORK, World
from tests.rules.histories import ACCEPTED
from tests.scene import TODAY, hidden, make_scene, text_of
from vlechtwerk.dossier.models import Goal
from vlechtwerk.plans.models import Plan
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting

COORDINATOR, CLIENT = Role.NETWORK_COORDINATOR, Role.CLIENT
SHARED = {
    "audience": ["work_case_manager", "care_case_manager", "network_coordinator"],
    "why": "om halftijds te kunnen werken",
    "discussed_on": "2026-04-30",
    "answer": "agreed_together",
    "valid_until": "2026-10-20",
}
FRAME = {
    "expected_start": "2026-05-11",
    "months": "12",
    "aim": "Halftijds aan de slag als magazijnmedewerker",
    "rights": "Iedereen komt na wat hier staat en zegt het als iets niet lukt",
    "evaluations": "Om de drie maanden",
}
THERAPY = {
    "domain": "care",
    "text": "Leren doseren bij een ergotherapeut",
    "need": "Fien raakt snel vermoeid",
    "task": "coping",
    "discipline": "ergotherapie",
    "starts_on": "2026-05-11",
    "evaluated_on": "2026-08-31",
    "cost": "800,00",
}
INTERNSHIP = {
    "domain": "work",
    "text": "Stage in een magazijn",
    "need": "Fien wil weten of het werk bij haar past",
    "internship": "on",
    "hours": "4",
    "discipline": "werkplekbegeleiding",
    "starts_on": "2026-06-01",
    "evaluated_on": "2026-09-30",
    "cost": "1200,00",
}


@dataclass(frozen=True)
class PlanWorld(World):
    """The file of a plan."""

    @property
    def plan_url(self) -> str:
        """The address of the plan."""
        return f"{self.url}plan/"

    def page(self, role: Role, step: str = "") -> Any:
        """A page of the plan as somebody gets it."""
        return self.visitor(role).get(f"{self.plan_url}{step}")

    def words(self, role: Role, step: str = "") -> str:
        """The words of a page of the plan."""
        return text_of(self.page(role, step))

    def send(self, role: Role, step: str, **answers: Any) -> Any:
        """Open a form and send it with these answers, as `seen` what stood on the page."""
        browser, url = self.visitor(role), f"{self.plan_url}{step}"
        form = browser.get(url)
        assert form.status_code == 200, form.status_code
        names = [name for name in ("idempotency_key", "seen", "code") if f'name="{name}"' in form.content.decode()]
        return browser.post(url.split("?", maxsplit=1)[0], {**{name: hidden(form, name) for name in names}, **answers})

    def goal(self, **answers: Any) -> None:
        """Set a goal."""
        told = {**GOAL, "idempotency_key": str(uuid4()), **answers}
        assert self.visitor(CARE).post(f"{self.url}doelen/schrijven/", told).status_code == 302

    def frame(self, role: Role = CARE, **answers: Any) -> Any:
        """Write the goals and agreements; every goal that stands is taken over."""
        with acting(self.position(CLIENT), TODAY):
            goals = [str(one.pk) for one in standing_goals(self)]
        return self.send(role, "afspraken/", **{"goals": goals, **FRAME, **SHARED, **answers})

    def act(self, role: Role, action: dict[str, Any], **answers: Any) -> Any:
        """Write an action that serves every goal of the plan, or change the one with this `code`."""
        code = answers.pop("change", "")
        goals = [one.code for one in self.latest().told.goals]
        step = f"actie/?actie={code}" if code else "actie/"
        return self.send(role, step, **{"goals": goals, **action, **SHARED, **answers})

    def latest(self) -> Plan:
        """The wording that was saved last."""
        with acting(self.position(CLIENT), TODAY):
            return Plan.objects.select_related("item").order_by("number", "revision").last() or Plan()

    def complete(self) -> None:
        """Write a plan in which nothing is missing."""
        self.goal()
        assert self.frame().status_code == 302
        assert self.act(CARE, THERAPY).status_code == 302
        assert self.act(WORK, INTERNSHIP).status_code == 302

    def sign(self, role: Role, by: Role | None = None, **answers: Any) -> Any:
        """Somebody signs, digitally in the own name or on paper noted by another."""
        manner = "paper" if by and by is not role else "digital"
        told = {"capacity": str(role), "manner": manner, "signed_on": "2026-05-01", **answers}
        return self.send(by or role, "ondertekenen/", **told)

    def sign_all(self) -> None:
        """Everybody signs digitally."""
        for role in (CLIENT, WORK, CARE):
            assert self.sign(role).status_code == 302


def standing_goals(world: PlanWorld) -> list[Goal]:
    """The goals that stand, asked in the name of the participant, who sees all of them."""
    return list(Goal.objects.visible_to(world.position(CLIENT), TODAY).in_file(world.scene.case.file))


def made() -> PlanWorld:
    """A trajectory whose participant accepted and in which both case managers, provider and coordinator may read."""
    world = PlanWorld(make_scene(ACCEPTED))
    world.give_all()
    return world
