"""Filling in a profile as a browser does, and reading what comes of it."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import uuid4

from tests.dossier.world import CARE, World
from tests.scene import TODAY, panel, text_of
from vlechtwerk.icf.loading import set_in_force
from vlechtwerk.icf.models import Finding
from vlechtwerk.icf.queries import Profile, find_profile
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.policy import Verb

SITTING = {
    "source": "conversation",
    "found_on": "2026-04-20",
    "audience": ["work_case_manager", "care_case_manager"],
    "why": "om een werkplek te zoeken",
    "discussed_on": "2026-04-20",
    "answer": "agreed_together",
    "valid_until": "2026-10-20",
}
NOTHING: Mapping[str, str] = {}
FIRST, SECOND = "b100", "d101"


def codes() -> list[str]:
    """The codes of the set in force."""
    found = set_in_force(TODAY)
    return [one.code for one in found.categories] if found else []


def fill_in(
    world: World,
    role: Role = CARE,
    values: dict[str, str] | None = None,
    *,
    rest: Mapping[str, str] = NOTHING,
    **more: Any,
) -> Any:
    """What the browser answers to somebody who saves the page with these values by code; `rest` are other answers."""
    rows = {f"{code}-qualifier": value for code, value in ({FIRST: "2"} if values is None else values).items()}
    told = {**SITTING, "idempotency_key": str(uuid4()), **rows, **rest, **more}
    return world.visitor(role).post(f"{world.url}icf/", told)


def fill_all(world: World, role: Role = CARE, but: int = 0, **more: Any) -> None:
    """Fill in every category, but for the last few."""
    every = codes()
    assert fill_in(world, role, dict.fromkeys(every[: len(every) - but], "1"), **more).status_code == 302


def page_of(world: World, role: Role, page: str = "") -> str:
    """The words of a page of the profile."""
    return text_of(world.visitor(role).get(f"{world.url}icf/{page}"))


def group(world: World, role: Role, title: str) -> str:
    """The words of one section of the page."""
    return panel(world.visitor(role).get(f"{world.url}icf/"), title)


def progress(world: World, role: Role) -> str:
    """How far the profile is for somebody: "1 of 43"."""
    found = re.search(r"(\d+) van (\d+) ingevuld", page_of(world, role, "verslag/"))
    return f"{found[1]} of {found[2]}" if found else "none"


def findings(world: World, role: Role = Role.CLIENT, on: date = TODAY) -> list[Finding]:
    """The findings that stand and that somebody sees."""
    with acting(world.position(role), on):
        return list(Finding.objects.visible_to(world.position(role), on).in_file(world.file).select_related("category"))


def profile(world: World, role: Role = CARE) -> Profile:
    """The profile as somebody sees it; read it inside `acting`."""
    return find_profile(world.scene.case.pk, world.position(role), TODAY, Verb.READ)
