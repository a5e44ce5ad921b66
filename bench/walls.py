"""What the second wall costs: the same statements about the same notes, with row-level security and on a copy without it.

What is measured is the policy that stands in the database, whatever the migrations made of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast

from django.db import connection
from django.utils import timezone

from bench import databases, stock
from bench.databases import Connection, server_pid
from bench.machine import CannotMeasure, Meter
from bench.measuring import Target, interleaved, timed
from bench.report import Line, progress
from vlechtwerk.accounts.models import Account
from vlechtwerk.config import cluster
from vlechtwerk.consent.models import Item, ItemKind
from vlechtwerk.dossier.models import Note, NoteKind
from vlechtwerk.organisations.models import Organisation, Position, Region
from vlechtwerk.people.actions import new_person
from vlechtwerk.people.models import Person
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.guard import Identity
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Compartment, File, Grant, Involvement, compartments_of
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.sharing.signatures import TELL, signed

NOTES, FILES = 100_000, 10_000
READERS = {100: 0.5, 2_000: 15.0}
"""How many parts of files are open to a reader, and how many milliseconds the wall may add to a statement then."""
OPEN_IN_FILE = 4
"""Parts that a work case manager with grants reads in one file: administrative, cost, shared and icf."""
GRANTED = (Kind.SHARED, Kind.ICF)
COPY = "note_without_wall"
STATEMENTS = {
    "a note by its identifier": "SELECT * FROM {} WHERE id = %(note)s",
    "the notes of one part": "SELECT * FROM {} WHERE compartment_id = %(part)s ORDER BY happened_on DESC, id DESC LIMIT 50",
    "the latest 50 of all": "SELECT * FROM {} WHERE compartment_id = ANY(%(parts)s) ORDER BY happened_on DESC, id DESC LIMIT 50",
    "how many there are": "SELECT count(*) FROM {} WHERE compartment_id = ANY(%(parts)s)",
}
CONSENTED = 5
"""Of so many items one is open through a consent alone; the others are meant for whoever reads them."""
OF_EACH = 50
"""Files that each other person takes part in; every file has one of each capacity besides the readers."""
OTHERS = (Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.WORK_PROVIDER, Role.CLIENT)
# The triggers run: it is the database that copies to each note whom it is open to.
MORE = """
WITH part AS (SELECT id, file_id, row_number() OVER (ORDER BY id) - 1 AS number FROM sharing_compartment WHERE kind = 'shared'),
     numbered AS (SELECT n, part.* FROM generate_series(1, %(notes)s) n JOIN part ON part.number = n %% %(files)s)
INSERT INTO consent_item
SELECT (jsonb_populate_record(NULL::consent_item, to_jsonb(first) || jsonb_build_object(
    'id', md5('item-' || n)::uuid, 'file_id', numbered.file_id, 'compartment_id', numbered.id,
    'audience', CASE WHEN n / %(files)s %% %(consented)s = 0 THEN '{}' ELSE first.audience END))).*
FROM (SELECT * FROM consent_item LIMIT 1) first, numbered;
INSERT INTO consent_consent (id, item_id, audience, asked_by_id, discussed_on, until_on, state, how, not_yet_because)
SELECT md5('consent-' || id)::uuid, id, ARRAY[%(reader)s], author_id, current_date - 30, current_date + 335,
    'given', 'together', ''
FROM consent_item WHERE audience = '{}';
INSERT INTO dossier_note
SELECT (jsonb_populate_record(NULL::dossier_note, to_jsonb(first) || jsonb_build_object(
    'id', md5('note-' || n)::uuid, 'idempotency_key', md5('key-' || n)::uuid, 'item_id', i.id,
    'compartment_id', i.compartment_id, 'happened_on', first.happened_on - (n %% 300)::int))).*
FROM (SELECT * FROM dossier_note LIMIT 1) first, generate_series(1, %(notes)s) n
JOIN consent_item i ON i.id = md5('item-' || n)::uuid
"""
# Everybody else, so that the reader's own rows are few among many, as they are.
TAKING_PART = """
WITH file AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS number FROM sharing_file),
     other AS (
        SELECT id, role, row_number() OVER (PARTITION BY role ORDER BY id) - 1 AS number
        FROM organisations_position WHERE account_id IN (SELECT id FROM accounts_account WHERE username LIKE 'other-%%')
     ), mine AS (
        INSERT INTO sharing_involvement (id, file_id, position_id, capacity, from_on, reason, emergency_for)
        SELECT gen_random_uuid(), file.id, other.id, other.role, current_date - 300, 'assignment', ''
        FROM file JOIN other ON other.number = file.number / %(each)s
        RETURNING id, file_id, position_id
     )
INSERT INTO sharing_grant (id, involvement_id, compartment_id, verbs, from_on, granted_by_id, reason)
SELECT gen_random_uuid(), mine.id, c.id, '{read,write}', current_date - 300, mine.position_id, 'proef'
FROM mine JOIN sharing_compartment c ON c.file_id = mine.file_id AND c.kind = ANY (%(kinds)s)
"""


@dataclass
class Pair:
    """One statement of one reader, with the wall and without it."""

    parts: int
    what: str
    limit: float
    walled: Target
    bare: Target

    @property
    def line(self) -> Line:
        """What the wall adds, in milliseconds."""
        added = (self.walled.wall - self.bare.wall) * 1000
        found = f"{added:.2f} ms on top of {self.bare.wall * 1000:.2f} ms"
        return Line(f"{self.parts:,} open parts, {self.what}", found, f"at most {self.limit:g} ms", added <= self.limit)


def measure(*, rounds: int, times: int) -> list[Line]:
    """The lines about the second wall."""
    today = timezone.localdate()
    readers = _prepare(name := databases.named("walls"), today)
    found = []
    try:
        for parts, reader in readers.items():
            with databases.connect(name) as client, client.transaction():
                with databases.using(name):
                    client.execute(TELL, signed(Identity(reader.pk, today), cast("Any", connection).now()))
                pairs = list(_pairs(client, parts))
                progress(f"walls: {rounds} rounds of {times} times each of {2 * len(pairs)} statements")
                interleaved([target for pair in pairs for target in (pair.walled, pair.bare)], rounds, times)
                found += [pair.line for pair in pairs]
    finally:
        databases.drop(name)
    return found


def _pairs(client: Connection, parts: int) -> Iterator[Pair]:
    """The statements of whoever acts on a connection. Raises CannotMeasure when the wall and its floor answer differently."""
    readable = [part for (part,) in client.execute("SELECT readable_compartments()").fetchall()]
    if len(readable) != parts:
        raise CannotMeasure(f"{len(readable)} parts are open, and not {parts}")
    asked = "SELECT id, compartment_id FROM dossier_note ORDER BY id LIMIT 1"
    note, part = client.execute(asked).fetchone() or (None, None)
    values = {"note": note, "part": part, "parts": readable}
    for what, statement in STATEMENTS.items():
        walled, bare = (_target(client, statement.format(table), values) for table in ("dossier_note", COPY))
        if sorted(map(str, _rows(client, walled.name, values))) != sorted(map(str, _rows(client, bare.name, values))):
            raise CannotMeasure(f"{what}: the wall gives other rows than the copy")
        yield Pair(parts, what, READERS[parts], walled, bare)


def _target(client: Connection, statement: str, values: dict[str, Any]) -> Target:
    """A statement that is asked again and again; its first answers, which fill the caches, do not count."""
    for _ in range(5):
        _rows(client, statement, values)
    cores = Meter(server_pid()).seconds
    return Target(statement, lambda: timed(lambda: _rows(client, statement, values)), cores)


def _rows(client: Connection, statement: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    return client.execute(statement, values).fetchall()


def _prepare(name: str, today: date) -> dict[int, Position]:
    """Make a database with notes, and somebody for each number of open parts. It is made anew for every run."""
    stock.make_tables()
    progress(f"walls: {NOTES:,} notes in {FILES:,} files are being made")
    databases.copy(databases.named(databases.TABLES), name)
    with databases.using(name):
        readers = _world(today)
    with databases.connect(name, cluster.SUPERUSER) as admin:
        told = {"files": FILES, "consented": CONSENTED, "reader": str(Role.WORK_CASE_MANAGER), "notes": NOTES - 1}
        for statement in MORE.split(";\n"):
            admin.execute(statement, told)
        admin.execute(TAKING_PART, {"each": OF_EACH, "kinds": [str(kind) for kind in GRANTED]})
        admin.execute(f"CREATE TABLE {COPY} (LIKE dossier_note INCLUDING ALL)")
        admin.execute(f"INSERT INTO {COPY} SELECT * FROM dossier_note")
        admin.execute(f"GRANT SELECT ON {COPY} TO {cluster.APP_ROLE}")
        admin.execute("VACUUM (ANALYZE)")
    return readers


def _world(today: date) -> dict[int, Position]:
    """Files with their parts, the readers, and one note."""
    region = Region.objects.create(name="Proefregio")
    organisation = Organisation.objects.create(name="Proef", kind=Organisation.Kind.GTB)
    people = Person.objects.bulk_create(
        (new_person("Fien", "Proef", birth_year=1990, is_fictional=True) for _ in range(FILES)), 5_000
    )
    files = File.objects.bulk_create((File(person=person) for person in people), 5_000)
    parts = [part for file in files for part in compartments_of(file, ())]
    Compartment.objects.bulk_create(parts, 5_000)
    readers = {}
    for number in READERS:
        account = Account.objects.create(username=f"reader-{number}", name="Proef", is_demo=True)
        readers[number] = Position.objects.create(
            account=account, organisation=organisation, region=region,
            role=Role.WORK_CASE_MANAGER, from_on=today - timedelta(365),
        )  # fmt: skip
        _let_in(readers[number], files[:: FILES * OPEN_IN_FILE // number], parts)
    _others(readers[max(READERS)])
    with acting(readers[max(READERS)], today):
        _first_note(next(part for part in parts if part.kind == Kind.SHARED), readers[max(READERS)], today)
    return readers


def _others(like: Position) -> None:
    """The accounts and positions of everybody else."""
    roles = [role for role in OTHERS for _ in range(max(1, FILES // OF_EACH))]
    accounts = Account.objects.bulk_create(
        Account(username=f"other-{number}", name="Proef", is_demo=True) for number in range(len(roles))
    )
    Position.objects.bulk_create(
        Position(account=account, organisation=like.organisation, region=like.region, role=role, from_on=like.from_on)
        for account, role in zip(accounts, roles, strict=True)
    )


def _first_note(part: Compartment, writer: Position, today: date) -> None:
    """The note of which the others are copies: for work case managers, and told to nobody else.

    The readers are not the author of its item: their capacity opens it for them.
    """
    item = Item.objects.create(
        file=part.file, compartment=part, author=Position.objects.filter(account__username="other-0").get(),
        capacity=Role.CARE_CASE_MANAGER, kind=ItemKind.NOTE, entry_class="functioning", audience=[Role.WORK_CASE_MANAGER],
    )  # fmt: skip
    Note.objects.create(
        item=item, compartment=part, author=writer, happened_on=today, kind=NoteKind.CONTACT,
        entry_class="functioning", text="Wat gezegd werd. " * 40,
    )  # fmt: skip


def _let_in(reader: Position, files: list[File], parts: list[Compartment]) -> None:
    """Let somebody take part in files, with all access that can be given."""
    mine = Involvement.objects.bulk_create(
        Involvement(
            file=file, position=reader, capacity=reader.role, from_on=reader.from_on, reason="assignment"
        )
        for file in files
    )  # fmt: skip
    of_file = {one.file_id: one for one in mine}
    Grant.objects.bulk_create(
        Grant(
            involvement=of_file[part.file_id], compartment=part, verbs=["read", "write"], from_on=reader.from_on,
            granted_by=reader, reason="proef",
        )
        for part in parts
        if part.kind in GRANTED and part.file_id in of_file
    )  # fmt: skip
