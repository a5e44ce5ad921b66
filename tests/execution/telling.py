"""Filling in the forms of the execution and of the end as a browser does."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django.utils import timezone

from tests.dossier.world import World
from vlechtwerk.history.models import Event
from vlechtwerk.reports.models import Report
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting

AGREED: Mapping[str, Any] = {
    "entry_class": "functioning",
    "audience": ["work_case_manager", "care_case_manager"],
    "why": "om een werkplek te zoeken",
    "discussed_on": "2026-04-20",
    "answer": "agreed_together",
    "valid_until": "2026-10-20",
}
EXTENSION: Mapping[str, Any] = {
    "happened_on": "2027-09-10",
    "months": "3",
    "cause": "illness",
    "category_changed_on": "2027-02-01",
    "refers_to_file": "on",
    "prevents": "De stage is nog niet afgelopen.",
    "actions": "De stage afronden\nDe evaluatie van de stage",
    "actions_from": "2027-10-07",
    "actions_until": "2028-01-07",
    "consulted_on": "2027-09-08",
}
STOP: Mapping[str, Any] = {
    "happened_on": "2026-05-01",
    "ground": "at_work",
    "at_work_from": "2026-04-28",
    "facts": "Werkt sinds 28 april voltijds.",
    "consulted_on": "2026-04-30",
}


def send(world: World, role: Role, page: str, *told: Mapping[str, Any], **more: Any) -> Any:
    """What the browser answers to somebody who sends a form with these answers."""
    answers: dict[str, Any] = {"idempotency_key": str(uuid4())}
    for one in (*told, more):
        answers |= one
    return world.visitor(role).post(f"{world.scene.url}{page}", answers)


def report(world: World, role: Role, kind: str, **told: Any) -> Any:
    """What the browser answers to somebody who sends a report that was agreed with the participant."""
    return send(world, role, f"verslagen/{kind}/", {"happened_on": "2026-04-20"}, AGREED, told)


def happened(world: World, name: str) -> list[dict[str, Any]]:
    """What was recorded of an event, the first one first."""
    rows = Event.objects.filter(case=world.scene.case, name=name).order_by("sequence")
    return [one.data or {} for one in rows]


def reports(world: World, role: Role) -> list[Report]:
    """The reports and shared notes that somebody sees, the latest first."""
    who = world.position(role)
    today = timezone.localdate()
    with acting(who, today):
        return list(Report.objects.visible_to(who, today).in_file(world.file))
