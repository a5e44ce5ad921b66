"""Putting an item in a part of a file, for the row that is written about it."""

from copy import copy

from django.db import models

from tests.access.engine.items import make_item
from tests.access.engine.makers import MAKERS, older_note
from tests.access.engine.world import Actor, Dossier, Matrix
from tests.scene import TODAY
from vlechtwerk.consent.models import Item
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Compartment


def placed(
    model: type[models.Model], matrix: Matrix, place: tuple[Dossier, Compartment], by: Actor, sharing: str
) -> tuple[Item, Position]:
    """An item of somebody in a part, and who writes the row about it: what the client writes is by the client of the file.

    The item that is given names the writer as its author; the stored one names `by`.
    """
    dossier, part = place
    client = next(one for one in matrix.actors if one.name == f"client of {dossier.name}")
    writer = (client if MAKERS[model].of_client else by).position
    stored = make_item(part, by.position, by.capacities[dossier.name], sharing, MAKERS[model].kind)
    if MAKERS[model].of_client:
        with acting(by.position, TODAY):
            older_note(stored)
    item = copy(stored)
    item.author = writer
    return item, writer
