"""What a client brings herself, with a mark in its name: hers alone until she shares it."""

from uuid import uuid4

from tests.access.canary.before_files import letters_of
from tests.access.canary.marks import mark
from tests.access.engine.world import Actor, Matrix
from tests.documents.makers import pdf
from tests.dossier.papers import LIMITS
from tests.scene import TODAY
from vlechtwerk.documents.intake import take_in
from vlechtwerk.documents.own import OwnDraft, OwnKind, bring
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting


def store(matrix: Matrix) -> None:
    """One document in each file, brought by the client of that file and shared with nobody."""
    for client in (
        one for one in matrix.actors if one.name.startswith("client of") and Role.CLIENT in one.capacities.values()
    ):
        _store(matrix, client)


def _store(matrix: Matrix, client: Actor) -> None:
    (name,) = client.capacities
    file = next(one.case.file for one in matrix.dossiers if one.name == name)
    draft = OwnDraft(OwnKind.CV, mark(letters_of(client.name), "brought"))
    taken = take_in("cv.pdf", "application/pdf", pdf(), LIMITS)
    with acting(client.position, TODAY):
        bring(file=file, draft=draft, taken=taken, by=client.position, key=uuid4())
