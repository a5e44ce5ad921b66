"""Carrying out what was confirmed, as the owner of the tables: the running program can remove nothing.

The walls and the triggers hold for the owner too. They are put aside for the tables that are erased, inside the transaction of
the erasure alone, so that the database stands open for nobody: no setting and no policy that lasts lets rows be removed.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from uuid import UUID

from django.apps import apps
from django.db import connection, transaction
from django.db.models import QuerySet
from psycopg import sql

from vlechtwerk.audit.actions import AccountOnly, note
from vlechtwerk.audit.models import Verb
from vlechtwerk.documents.models import Document
from vlechtwerk.history.models import ENDED, Case
from vlechtwerk.people.models import Person
from vlechtwerk.retention.accounts import clients_of, forget
from vlechtwerk.retention.facts import Deed, Treated, Way, treated
from vlechtwerk.retention.models import Erasure, Given, Hold, Proposal
from vlechtwerk.retention.reckoning import paper_free_from
from vlechtwerk.rules.activation.duties.retention import digital_archive_suffices
from vlechtwerk.rules.activation.terms import Medium
from vlechtwerk.sharing.guard import Identity
from vlechtwerk.sharing.keeping import destroy

PATIENCE = "SET LOCAL lock_timeout = '5s'"
"""Somebody who makes a backup holds the tables; waiting longer would hold up everybody who works."""
ERASED = "-"
"""What stands in the place of what people are found by."""
PARTS = "SELECT id FROM sharing_compartment WHERE file_id = %(file)s"
ITEMS = "SELECT id FROM consent_item WHERE file_id = %(file)s"
WHERE: dict[Way, str] = {
    Way.FILE: "file_id = %(file)s",
    Way.CASE: "case_id IN (SELECT id FROM history_case WHERE file_id = %(file)s)",
    Way.PART: f"compartment_id IN ({PARTS})",
    Way.ITEM: f"item_id IN ({ITEMS}) AND item_id <> ALL(%(kept)s)",
    Way.ITEMS: "file_id = %(file)s AND id <> ALL(%(kept)s)",
    Way.DOCUMENT: f"compartment_id IN ({PARTS}) AND item_id <> ALL(%(kept)s)",
    Way.INVOLVEMENT: "involvement_id IN (SELECT id FROM sharing_involvement WHERE file_id = %(file)s)",
    Way.REQUEST: "request_id IN (SELECT id FROM retention_request WHERE file_id = %(file)s)",
}
"""Which rows of a table belong to a file, but for the documents that have to stay."""
ASIDE = ("ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY", "ALTER TABLE {table} DISABLE TRIGGER USER")
BACK = ("ALTER TABLE {table} ENABLE TRIGGER USER", "ALTER TABLE {table} FORCE ROW LEVEL SECURITY")


@dataclass(frozen=True, slots=True)
class Target:
    """A table of which rows are removed."""

    name: str
    is_behind_walls: bool
    way: Way


def confirmed(today: date) -> QuerySet[Proposal]:
    """What was confirmed and is not carried out, without the files that are held back or restricted."""
    held = Hold.objects.filter(lifted_on=None).values("file_id")
    to_do = Proposal.objects.filter(
        answer__given=Given.CONFIRMED, erasure=None, file__restricted_on=None, made_on__lte=today
    )
    return to_do.exclude(file_id__in=held).select_related("answer__by").order_by("pk")


def carry_out(proposal: Proposal, today: date) -> Erasure:
    """Erase the file of one confirmed proposal, in one transaction; call it as the owner of the tables.

    Raises Proposal.DoesNotExist when somebody held the file back meanwhile, and
    OperationalError when the tables are in use.
    """
    with transaction.atomic(), _as_keeper():
        _run(PATIENCE)
        found = confirmed(today).select_for_update(of=("self",)).get(pk=proposal.pk)
        return _erase(found, today, AccountOnly(found.answer.by.account_id))


def repeat(proposal: Proposal, on: date) -> Erasure | None:
    """Erase once more what was erased on a day before an older copy of the database came back; None when it is erased still.

    `proposal` is not stored yet. Call it as the owner of the tables. Nobody answers: that was done then.
    """
    with transaction.atomic(), _as_keeper():
        _run(PATIENCE)
        if Erasure.objects.filter(proposal__file=proposal.file_id, on=on).exists():
            return None
        stored = Proposal.objects.filter(file=proposal.file_id, made_on=proposal.made_on).first()
        if stored is None:
            proposal.save(force_insert=True)
        return _erase(stored or proposal, on, AccountOnly(None))


def _erase(proposal: Proposal, today: date, by: AccountOnly) -> Erasure:
    """Take everything about the person away, and tell it in the record."""
    clients = clients_of(proposal.file_id, today)
    destroy(file_id=proposal.file_id, by=by)
    removed, kept = _remove(proposal, today)
    _empty_cases(proposal.file_id, today)
    for client in clients:
        forget(client)
    if not kept:
        _empty_person(proposal.file_id)
    note(Verb.FILE_ERASED, by=by, file_id=proposal.file_id, rules=["AT-104"] if kept else [])
    return Erasure.objects.create(proposal=proposal, rows=removed, kept=len(kept), on=today)


@contextmanager
def _as_keeper() -> Iterator[None]:
    """Let statements about tables behind the walls through: here the owner works, and nobody acts."""
    connected = cast("Any", connection)
    before = connected.identity
    connected.identity = Identity(UUID(int=0), date.min)
    try:
        yield
    finally:
        connected.identity = before


def targets() -> list[Target]:
    """The tables of which rows are removed, in the order in which that is possible."""
    return [_target(one, one.way) for one in treated() if one.deed is Deed.ERASE and one.way]


def _target(one: Treated, way: Way) -> Target:
    model = apps.get_model(one.model)
    return Target(model._meta.db_table, getattr(model, "is_behind_walls", False), way)  # noqa: SLF001 - Django documents it as the description of a model


def _remove(proposal: Proposal, today: date) -> tuple[int, list[UUID]]:
    """Remove the rows of the file; return how many, and the items of the documents that have to stay."""
    found = targets()
    _alter(ASIDE, found)
    kept = _kept(proposal, today)
    values = {"file": proposal.file_id, "kept": kept}
    removed = sum(
        _run(sql.SQL("DELETE FROM {} WHERE {}").format(sql.Identifier(one.name), sql.SQL(WHERE[one.way])), values)
        for one in found
    )
    _run("SET CONSTRAINTS ALL IMMEDIATE")
    _alter(BACK, found)
    return removed, kept


def _alter(statements: Sequence[str], found: Sequence[Target]) -> None:
    _run("SET CONSTRAINTS ALL IMMEDIATE")
    for one in found:
        for statement in statements:
            if "FORCE" not in statement or one.is_behind_walls:
                _run(sql.SQL(statement.replace("{table}", "{}")).format(sql.Identifier(one.name)))


def _kept(proposal: Proposal, today: date) -> list[UUID]:
    """The items of the plans that were signed on paper, as long as that term runs (AT-104, AT-105)."""
    if today >= paper_free_from(proposal.ended_on):
        return []
    on_paper = [one for one in Medium if digital_archive_suffices([one])]
    plans = Document.objects.filter(compartment__file=proposal.file_id, signed_how__in=on_paper, sealed=None)
    return list(plans.values_list("item_id", flat=True))


def _empty_cases(file_id: UUID, today: date) -> None:
    """Leave of the cases their number, their region and the month in which they ended."""
    for case in Case.objects.filter(file=file_id):
        told = {"status": ENDED, "status_since": case.status_since.replace(day=1), "status_reason": "", "settings": {}}
        gone = dict.fromkeys(("started_on", "minimum_on", "maximum_on", "closing_on", "ends_on"))
        Case.objects.filter(pk=case.pk).update(
            **told, **gone, version=0, is_answered=False, erased_on=case.erased_on or today
        )


def _empty_person(file_id: UUID) -> None:
    """Leave nothing of who the person was, unless another file about her is still there."""
    others = Case.objects.filter(file__person__files=file_id, erased_on=None)
    if not others.exists():
        gone = {
            "given_name": "",
            "family_name": "",
            "birth_year": None,
            "loose_key": "",
            "mlp_reference": "",
            "account": None,
        }
        Person.objects.filter(files=file_id).update(**gone, search_key=ERASED)


def _run(statement: Any, values: Any = None) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)
