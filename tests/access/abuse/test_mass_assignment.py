"""Whatever else is sent along with a form, only what the form asks is stored."""

from collections.abc import Iterator
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import models

from tests.access.abuse.rows import changed
from tests.access.engine.asking import undone
from tests.dossier.world import CARE, WORK, World, told
from tests.scene import hidden
from vlechtwerk.dossier.sharing_forms import SHARING
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import Kind

BUTTONS = {"ends", "corrects"}
"""Names that a page gives to something else that can be done there."""


def everything(world: World) -> Iterator[tuple[str, Any]]:
    """A value for every column of every table of ours, and for what other programs call their rights."""
    outsider = world.scene.cast.outsider
    for model in apps.get_models():
        for field in model._meta.concrete_fields if model.__module__.startswith("vlechtwerk.") else ():
            yield from dict.fromkeys((field.name, field.attname), _tempting(field, outsider.pk)).items()
    yield from {"role": "care_case_manager", "is_staff": "1", "is_superuser": "1", "by": str(outsider.pk)}.items()


def _tempting(field: "models.Field[Any, Any]", other: object) -> str:
    """A value that somebody would like to see stored."""
    if isinstance(field, models.BooleanField):
        return "1"
    if isinstance(field, models.DateField):
        return "2020-01-01"
    return str(other) if isinstance(field, models.UUIDField | models.ForeignKey) else "7"


def deeds(world: World) -> dict[str, tuple[Role, str, dict[str, Any]]]:
    """The forms of the program as somebody sends them who may."""
    case, lacking = world.scene.url, world.lacking(Role.WORK_PROVIDER)
    seen = hidden(world.visitor(WORK).get(f"{case}vastleggen/care_suspended/"), "seen")
    event = {"idempotency_key": str(uuid4()), "seen": seen, "on": "2026-04-20"}
    given = {"to": str(lacking.pk), "parts": ["shared"], "reason": "nodig", "idempotency_key": str(uuid4())}
    return {
        "a note": (CARE, f"{case}luik/schrijven/", told(world.part(Kind.SHARED))),
        "access": (WORK, f"{case}luik/toegang/geven/", given),
        "an event": (WORK, f"{case}vastleggen/care_suspended/", event),
        "a trial": (WORK, f"{case}wat-als/?event=care_suspended", event),
        "a search": (WORK, "/", {"name": "Fien"}),
        "a position": (WORK, "/functie/", {"position": str(world.position(WORK).pk)}),
        "a language": (WORK, "/language", {"language": "en"}),
    }


@pytest.mark.parametrize("deed", ["a note", "access", "an event", "a trial", "a search", "a position", "a language"])
def test_only_what_a_form_asks_is_stored(world: World, deed: str) -> None:
    role, url, answers = deeds(world)[deed]
    more = {name: value for name, value in everything(world) if name not in {*answers, *BUTTONS, *SHARING}}
    browser, found = world.visitor(role), []
    for sent in (answers, {**more, **answers}):
        with undone():
            found.append(changed(partial(browser.post, url, sent), by=world.scene.client))
    assert found[0] == found[1]
    assert bool(found[0]) is (deed in {"a note", "access", "an event"})
