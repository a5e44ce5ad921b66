"""The files of the matrix with a mark in everything confidential, and a walk through the whole program."""

from dataclasses import dataclass

import pytest
from django.core import mail
from django.db.models import Model

from tests.access.canary import before_files, network_rows, own_documents, sinks
from tests.access.canary.marks import mark
from tests.access.canary.walk import Hit, Walk
from tests.access.engine.filling import placed
from tests.access.engine.makers import MAKERS
from tests.access.engine.world import Actor, Matrix, build, settle, writers
from tests.audit.tampering import as_superuser
from tests.review.people import with_purposes
from tests.scene import TODAY, today
from vlechtwerk.doorbell.actions import confirm, give_address, ring
from vlechtwerk.doorbell.sending import send_waiting
from vlechtwerk.people.models import Person
from vlechtwerk.people.names import search_key
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Grant

__all__ = ["today"]
SEES_SUMS = (Role.CARE_PARTNERSHIP_CONTACT, Role.CARE_DEPARTMENT)


@dataclass(frozen=True)
class Evidence:
    """The walk with every mark that was met anywhere, and the rows that hold one."""

    walk: Walk
    hits: set[Hit]
    rows: list[Model]


@pytest.fixture(autouse=True)
def _asks_many_pages(asks_anew: None) -> None:
    """A walk asks many pages one after the other."""


@pytest.fixture
def evidence(transactional_db: None, today: object) -> Evidence:
    """Everything that was met: in the browser of everybody, and then behind the pages."""
    hits: set[Hit] = set()
    with sinks.log_of_the_program() as written, sinks.log_of_the_server(hits):
        matrix, rows = marked_matrix()
        walk = Walk(matrix)
        walk.all_round(visitors(matrix))
        ring_everybody(matrix)
        hits |= walk.hits | sinks.in_database() | sinks.in_mail() | sinks.in_sessions()
        hits |= failing(matrix)
    return Evidence(walk, hits | sinks.in_log(written), rows)


def visitors(matrix: Matrix) -> list[Actor | None]:
    """Somebody who is not signed in, everybody to whom the policy opens something or who sees sums, and a colleague."""
    inside = [one for one in matrix.visitors if one.capacities]
    sums = [one for one in matrix.present if one.position.role in SEES_SUMS]
    return [None, *inside, *sums, next(one for one in matrix.actors if one.name.startswith("colleague"))]


def marked_matrix() -> tuple[Matrix, list[Model]]:
    """Store the files with a mark in every name, reason and text."""
    matrix, rows = build(), []
    for dossier in matrix.dossiers:
        given, family = mark(dossier.name, "name"), mark(dossier.name, "name")
        people = Person.objects.filter(files=dossier.case.file_id)
        people.update(given_name=given, family_name=family, search_key=search_key(given, family))
        Grant.objects.filter(compartment__file=dossier.case.file).update(reason=mark(dossier.name, "reason"))
    for dossier, part, by in writers(matrix):
        for model in (one for one, maker in MAKERS.items() if part.kind not in maker.never):
            item, writer = placed(model, matrix, (dossier, part), by, "for all")
            with acting(writer, TODAY):
                rows.append(MAKERS[model].store(item, mark(dossier.name, part.kind)))
    own_documents.store(matrix)
    settle(matrix)
    before_files.store(matrix)
    network_rows.store(matrix)
    return matrix, rows


def ring_everybody(matrix: Matrix) -> None:
    """Let the doorbell of every client ring, and a question for an address go out; what is mailed is looked at too."""
    clients = [one.position.account for one in matrix.actors if one.name.startswith("client of")]
    for number, account in enumerate(clients):
        confirm(give_address(account, f"{number}@example.org"))
    ring(one.pk for one in clients)
    give_address(clients[0], "ander@example.org")
    assert send_waiting().sent == len(mail.outbox) == len(clients)


def failing(matrix: Matrix) -> set[Hit]:
    """The marks in what a visitor gets when the program fails in the middle of a page."""
    as_superuser(["UPDATE audit_head SET pos = 0"])
    walk = Walk(matrix)
    for actor in matrix.present:
        browser = with_purposes(actor.position, [one.case for one in matrix.dossiers])
        browser.raise_request_exception = False
        for dossier in matrix.dossiers:
            walk.fails(browser, f"/trajecten/{dossier.case.pk}/luik/", actor.name)
    return walk.hits
