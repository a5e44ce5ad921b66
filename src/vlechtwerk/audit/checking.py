"""Checking the record against itself and against its anchors."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db import connection, transaction
from django.db.models import Q

from vlechtwerk.audit.append_only import FUNCTION
from vlechtwerk.audit.chain import START, Finding, Place, Watched, Wrong, faults
from vlechtwerk.audit.models import Entry, Head

AT_ONCE = 2000
"""Lines that are fetched together."""
KEPT = (Entry, Head)
COLUMNS = [field.attname for field in Entry._meta.concrete_fields]  # noqa: SLF001 - Django documents it as the description of a model


@dataclass(frozen=True, slots=True)
class Checked:
    """How many lines were looked at, and what is wrong."""

    lines: int
    findings: list[Finding]


def check(anchored: Iterable[tuple[int, Place]] = ()) -> Checked:
    """Look at every line of the record. What others add meanwhile is left out: all is read as of one moment.

    Call it outside a transaction; with more than a million lines it takes minutes.
    """
    watched = Watched(anchored)
    with transaction.atomic(durable=True):
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        lines = Entry.objects.order_by("shard", "pos").values(*COLUMNS).iterator(chunk_size=AT_ONCE)
        findings = [*_unguarded(), *faults(lines, heads(), watched)]
    return Checked(watched.lines, findings + watched.findings())


def heads() -> dict[int, Place]:
    """Where every chain ends now."""
    return {one.shard: Place(one.pos, bytes(one.hash)) for one in Head.objects.all()}


def still_there(anchored: Iterable[tuple[int, Place]]) -> list[Finding]:
    """What is wrong with these places, without looking at the rest: lines that are gone or are others than anchored."""
    wanted = [(shard, place) for shard, place in anchored if place != START]
    watched = Watched(wanted)
    if wanted:
        places = reduce(or_, (Q(shard=shard, pos=place.pos) for shard, place in wanted))
        for shard, pos, digest in Entry.objects.filter(places).values_list("shard", "pos", "hash"):
            watched.see(shard, Place(pos, bytes(digest)))
    return watched.findings()


def _unguarded() -> list[Finding]:
    """The tables of which the trigger that keeps the rows is gone or switched off."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT one.relname FROM pg_trigger t JOIN pg_class one ON one.oid = t.tgrelid "
            "JOIN pg_proc does ON does.oid = t.tgfoid WHERE does.proname = %s AND t.tgenabled IN ('O', 'A')",
            [FUNCTION],
        )
        guarded = {name for (name,) in cursor.fetchall()}
    tables = [model._meta.db_table for model in KEPT]  # noqa: SLF001 - Django documents it as the description of a model
    return [Finding(Wrong.UNGUARDED, table, 0) for table in tables if table not in guarded]
