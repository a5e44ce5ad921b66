"""The worked calendars of a trajectory in a browser: the day moves on, and everybody does the own part on the own screen."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import time_machine
from django.utils import timezone
from playwright.sync_api import Page, expect
from zeal import zeal_ignore

from tests.compensation.world import make_world
from tests.icf.filling import FIRST, fill_all
from tests.icf.filling import fill_in as fill_icf
from tests.journeys.screens import Office, fill_in, press
from tests.plans.world import PlanWorld
from tests.rules.histories import IN_PROGRESS
from tests.scene import Scene, add_client
from vlechtwerk.rules.calendar import months_after
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role

BRUSSELS = ZoneInfo("Europe/Brussels")
CLIENT, WORK, CARE = Role.CLIENT, Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER
COORDINATOR, FOLLOWER, CARER = Role.NETWORK_COORDINATOR, Role.PROJECT_FOLLOWER, Role.CARE_PROVIDER
WORKER, MEDIATOR = Role.WORK_PROVIDER, Role.VDAB_MEDIATOR
AGREED = {"why": "Om halftijds te kunnen werken", "answer": "agreed_together"}
"""What was agreed with the participant about sharing a report."""
OK, NOT_FOUND = 200, 404


def on(day: str) -> datetime:
    """Ten in the morning in Brussels on a day, "2026-04-07"."""
    return datetime.fromisoformat(f"{day}T10:00").replace(tzinfo=BRUSSELS)


class Calendar(Office):
    """One trajectory whose days go by."""

    scene: Scene
    purpose = "Om de deelnemer te begeleiden"
    """What somebody answers who is asked why the confidential file is opened."""

    def __init__(self, page: Page, site: str, world: Any, clock: time_machine.Traveller) -> None:
        """Keep the browser, the people and the clock."""
        super().__init__(page, site, world)
        self.clock = clock
        page.set_default_timeout(15_000)

    @property
    def file(self) -> PlanWorld:
        """The file, for what is put in it past the screens."""
        return PlanWorld(self.scene)

    def day(self, day: str) -> None:
        """It becomes another day."""
        self.clock.move_to(on(day))

    def as_(self, role: Role, path: str = "") -> Page:
        """Somebody with this role opens the trajectory, or one of its pages."""
        self.sign_in(self.scene.client if role is CLIENT else self.scene.cast[role])
        page = self.open(f"{self.scene.url}{path}")
        if "/waarvoor/" in page.url:
            page.get_by_label(self.purpose).check()
            page.get_by_role("button", name="Het vertrouwelijk luik openen").click()
        return page

    def does(self, role: Role, path: str, button: str, **answers: Any) -> Page:
        """Somebody fills in a form of the trajectory and sends it; it is accepted."""
        page = self.as_(role, path)
        fill_in(page, answers)
        press(page, button)
        return page

    def records(self, role: Role, event: str, **answers: Any) -> Page:
        """Somebody records what happened today."""
        return self.does(role, f"vastleggen/{event}/", "Vastleggen", **answers)

    def informs(self) -> None:
        """The work case manager told the participant today that data are kept, before anything is written about her."""
        self.does(WORK, "ingelicht/", "Bewaar het", on=str(timezone.localdate()), how="in_a_talk")

    def reports(self, role: Role, kind: str, **answers: Any) -> Page:
        """Somebody writes a report that was agreed with the participant."""
        return self.does(role, f"verslagen/{kind}/", "Bewaar", **{**AGREED, **answers})

    def tells(self, status: str, terms: Mapping[str, str] | None = None, *words: str, role: Role = WORK) -> Page:
        """The page of the trajectory tells its status, each term with its day and when it was done, and these words."""
        page = self.as_(role)
        expect(page.locator(".summary-line")).to_contain_text(status)
        for term, days in (terms or {}).items():
            first, later = (r"\s+".join(map(re.escape, text.split())) for text in (days, term))
            shown = page.locator("li.due").filter(has_text=re.compile(rf"^\s*{first}\s[^?]*?{later}\s"))
            expect(shown, f"{days} {term}").to_have_count(1)
        for one in words:
            expect(page.locator("main")).to_contain_text(one, use_inner_text=True)
        return page

    def icf_is_complete(self, conclusion: str = "") -> None:
        """Both case managers have filled in their part, a conclusion tells why there was no internship, and it is recorded.

        The categories are filled in past the screen: the journey of the ICF goes through all 43 of them.
        """
        today = timezone.localdate()
        told: dict[str, Any] = {
            "found_on": str(today),
            "discussed_on": str(today),
            "valid_until": str(months_after(today, 6)),
        }
        fill_all(self.file, CARE, **told)
        assert fill_icf(self.file, WORK, {FIRST: "1"}, **told).status_code == 302
        if conclusion:
            self.does(CARE, "luik/icf/toelichting/", "Bewaar", text=conclusion, **AGREED)
        page = self.does(CARE, "luik/icf/afronden/", "Leg vast dat het profiel volledig is")
        expect(page.locator("main")).to_contain_text("43 van 43 categorieën")

    def blocks_the_access(self) -> None:
        """The work case manager blocks the access, the own access last; the participant goes on reading."""
        page = self.records(WORK, "access_blocked")
        expect(page.get_by_role("heading", level=1)).to_have_text("Werklijst")
        for role in (WORK, CARE, COORDINATOR, FOLLOWER, MEDIATOR):
            assert self.status_of(role, "luik/") == NOT_FOUND, role
        assert self.status_of(CLIENT, "luik/") == OK

    def status_of(self, role: Role, path: str) -> int:
        """What the program answers to somebody who opens a page of the trajectory."""
        self.sign_in(self.scene.client if role is CLIENT else self.scene.cast[role])
        answer = self.page.goto(f"{self.site}{self.scene.url}{path}")
        return answer.status if answer else 0

    def is_paid(self, day: str, half: str, *words: str) -> None:
        """The official prepares the statement over a half-year, in which the trajectory stands with these words."""
        self.day(day)
        self.sign_in(self.world.official)
        page = self.open(f"/vergoeding/{half}/")
        page.get_by_role("button", name="Bereid de afrekening voor").click()
        row = page.locator("#lines").get_by_role("row").filter(has_text=self.scene.case.reference)
        for one in words:
            expect(row).to_contain_text(one, use_inner_text=True)


@contextmanager
def running(page: Page, site: str, events: Sequence[Event] = IN_PROGRESS) -> Iterator[Calendar]:
    """A trajectory with these events on 7 April 2026, in which everybody takes part."""
    with time_machine.travel(on("2026-04-07"), tick=True) as clock, zeal_ignore():
        world = make_world()
        calendar = Calendar(page, site, world, clock)
        case = world.open(events)
        calendar.scene = Scene(world.cast, case, add_client(world.cast, case))
        yield calendar
