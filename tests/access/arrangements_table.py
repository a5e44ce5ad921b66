"""What a visitor of the trajectory gets at the addresses about the region: everybody who works there, and no client."""

from collections.abc import Callable
from uuid import UUID

from vlechtwerk.rules.roles import Role

SIGN_IN, OK, GONE, WRONG_METHOD = 302, 200, 404, 405
Row = dict[str, int]
FILLED: dict[str, object] = {"<slug:what>": "knelpunt", "<uuid:guide>": UUID(int=404)}
"""What stands in the places of an address: a bottleneck, and a guideline that does not exist."""


def rows(everybody: Callable[[int], Row], nobody: str) -> dict[str, Row]:
    """The part of the table about the region; what is noted is a bottleneck."""
    professionals = {**everybody(OK), nobody: SIGN_IN, Role.CLIENT: GONE}
    pages = ("regio/", "regio/samenwerkingsverband/", "regio/knelpunten/", "regio/noteren/<slug:what>/")
    contact = {**dict.fromkeys(professionals, GONE), nobody: SIGN_IN, Role.CARE_PARTNERSHIP_CONTACT: OK}
    pages_of_all = {**dict.fromkeys(pages, professionals), "regio/icf-opleiding/": contact}
    return {**pages_of_all, "regio/gelezen/<uuid:guide>/": everybody(WRONG_METHOD)}
