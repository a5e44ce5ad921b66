"""A trajectory that ended, what its region says about terms, and proposals about it."""

from datetime import date
from typing import Any
from uuid import uuid4

import time_machine
from django.test import Client

from tests.rules.histories import stopped
from tests.scene import Scene, hidden
from vlechtwerk.organisations.models import Position, RegionSetting
from vlechtwerk.retention.actions import Decision, answer
from vlechtwerk.retention.choosing import Years, choose
from vlechtwerk.retention.models import Given, Proposal
from vlechtwerk.retention.proposing import propose

ENDED_ON = date(2026, 4, 24)
DUE_ON = date(2041, 4, 24)
"""Five years of claims and ten years of the decree after the end."""
PLANS_FREE_ON = date(2036, 4, 25)
"""The day after ten years."""
SOURCE = "Beslissing van de regio van 1 februari 2026 (verzonnen voor de proef)"


def stop(scene: Scene, on: date) -> None:
    """Let both case managers stop the trajectory early."""
    with time_machine.travel(f"{on}T10:00:00+02:00"):
        scene.cast.record(scene.case, *stopped(on))


def says_years(scene: Scene, key: str, years: int, since: date = date(2026, 1, 1)) -> RegionSetting:
    """Let the region choose a number of years."""
    told = Years(f"retention.{key}", years, since, SOURCE)
    return choose(told, region=scene.cast.region, by=scene.client.account)


def proposed(on: date = DUE_ON) -> Proposal:
    """The only proposal that is made on a day."""
    assert propose(on) == 1
    return Proposal.objects.latest("pk")


def confirm(proposal: Proposal, by: Position) -> None:
    """Let an officer confirm a proposal."""
    answer(proposal=proposal, told=Decision(Given.CONFIRMED), by=by, key=uuid4())


def sends(browser: Client, url: str, **answers: str) -> Any:
    """Open a form and send it with these answers."""
    return browser.post(url, {"idempotency_key": hidden(browser.get(url), "idempotency_key"), **answers})
