"""A note that is begun, and what stands in its form when it is opened again."""

import re
from html import unescape
from typing import Any
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from tests.dossier.world import CARE, World
from tests.scene import hidden
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.unsent.models import Unsent

TYPED = "Fien wil graag halftijds beginnen, maar"


def url_of(world: World) -> str:
    """The address of the form for a note."""
    return f"{world.url}schrijven/"


def begin(world: World, browser: Client | None = None, how: str = "script", **more: Any) -> Any:
    """What the browser answers when a care case manager typed half a note, which is kept."""
    told = {
        "idempotency_key": str(uuid4()),
        "kind": "own_note",
        "text": TYPED,
        "compartment": str(world.part(Kind.CARE_OWN, CARE).pk),
        "_keep": how,
        **more,
    }
    return (browser or world.visitor(CARE)).post(url_of(world), told)


def typed_in(page: Any) -> str:
    """What stands in the large field of a form."""
    found = re.search(r"<textarea[^>]*>(.*?)</textarea>", page.content.decode(), re.DOTALL)
    assert found is not None
    return unescape(found[1]).strip()


def drawn(page: Any) -> str:
    """For whom a page was drawn, as the page itself says it."""
    return hidden(page, "_drawn")


def key_in(page: Any) -> str:
    """The key of the form, which stands behind that for throwing a draft away."""
    return str(re.findall(r'name="idempotency_key" value="([^"]*)"', page.content.decode())[-1])


def rows(world: World, role: Role = CARE) -> list[Unsent]:
    """What the database gives somebody, asked without any condition."""
    position = world.position(role)
    with acting(position, timezone.localdate()):
        return list(Unsent.objects.all())
