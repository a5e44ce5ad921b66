"""The record: checking every line of it beside reading and hashing the same rows, and who looked at one file of many."""

import hashlib
from statistics import median
from uuid import UUID

from bench import databases, stock
from bench.databases import TABLES, Connection
from bench.measuring import timed
from bench.report import Line, at_most, progress
from vlechtwerk.audit import checking
from vlechtwerk.config import cluster
from vlechtwerk.sharing.queries import looks_at

CHECKED = 100_000
OF_CLIENT = 200
"""Lines about the client whose record is asked, whatever the number of other lines."""
CLIENT = UUID(int=0)
AFTER_OTHERS = 1_000_000_000
"""Places in the record from here on are free: what the program adds itself stands before them."""
LINES_OF_A_FILE, FILES_OF_A_LIST = 50, 40

# Through the function of the program, so that places and digests are right; over files that have some fifty lines each.
CHAINED = """
DO $$
BEGIN
    FOR n IN 1..{count} LOOP
        PERFORM public.audit_append(jsonb_build_object(
            'id', gen_random_uuid(), 'account_id', md5('a' || n % 90)::uuid, 'position_id', md5('p' || n % 90)::uuid,
            'organisation_id', md5('o' || n % 9)::uuid, 'capacity', 'work_provider', 'verb', 'file_read',
            'file_id', md5('f' || n / 50)::uuid, 'part', 'confidential', 'purpose', 'guidance',
            'grant_id', md5('g' || n)::uuid, 'allowed', true, 'rules', '[]'::jsonb));
    END LOOP;
END $$
"""
# Only to be looked through, so without right digests; one line in twenty is a list.
MANY = """
INSERT INTO audit_entry (id, at, account_id, position_id, organisation_id, capacity, verb, file_id, part, purpose, grant_id,
                         allowed, shown, rules, shard, pos, prev, hash)
SELECT md5('l' || n)::uuid, now() - (n % 900) * interval '1 day', md5('a' || n % 90)::uuid, md5('p' || n % 90)::uuid,
       md5('o' || n % 9)::uuid, 'work_provider', CASE WHEN n % 20 = 0 THEN 'files_listed' ELSE 'file_read' END,
       CASE WHEN n % 20 = 0 THEN NULL WHEN n <= %(mine)s THEN %(client)s ELSE md5('f' || n / {each})::uuid END,
       'confidential', 'guidance', NULL, true,
       CASE WHEN n % 20 = 0 THEN (SELECT array_agg(CASE WHEN n <= %(mine)s AND k = 1 THEN %(client)s
                                                        ELSE md5('f' || (n + k * 977) / {each})::uuid END)
                                  FROM generate_series(1, {listed}) k) END,
       '{{}}', 0, {after} + n, '', ''
FROM generate_series(1, %(count)s) n
"""


def measure(size: int, *, rounds: int, times: int) -> list[Line]:
    """The lines about checking a record, and about who looked in a record of `size` lines."""
    stock.make_tables()
    few, many = min(10_000, size), size
    return [*_checking(min(CHECKED, size), rounds), *_looking(few, many, times)]


def _checking(count: int, rounds: int) -> list[Line]:
    with databases.passing_copy(databases.named(TABLES), databases.named("chained")) as name:
        progress(f"record: {count:,} lines are being made")
        with databases.connect(name, cluster.SUPERUSER) as made:
            made.execute(CHAINED.format(count=count))
            made.execute("VACUUM (ANALYZE)")
        whole, floor = [], []
        with databases.using(name), databases.connect(name) as connection:
            for _ in range(min(3, rounds)):
                whole.append(timed(lambda: _checked(count)))
                floor.append(timed(lambda: _hashed(connection, count)))
    took, least = median(whole), median(floor)
    return [
        Line(f"checking a record of {count:,} lines", f"{took:.2f} s"),
        Line("the same to reading and hashing the rows", f"{took / least:.1f} x"),
    ]


def _checked(count: int) -> None:
    """Check all of the record, as `vlechtwerk verify` does."""
    found = checking.check(())
    if found.lines != count or found.findings:
        raise ValueError(f"{found.lines} lines with {len(found.findings)} faults were checked instead of {count}")


def _hashed(connection: Connection, count: int) -> None:
    """Read the same rows as text, in the same order, and hash each."""
    with connection.transaction(), connection.cursor("rows") as cursor:
        cursor.itersize = 2000
        cursor.execute("SELECT e::text FROM audit_entry e ORDER BY shard, pos")
        digests = sum(len(hashlib.sha256(text.encode()).digest()) > 0 for (text,) in cursor)
    if digests != count:
        raise ValueError(f"{digests} rows were read instead of {count}")


def _looking(few: int, many: int, times: int) -> list[Line]:
    """What it takes to tell a client who looked, among few and many lines of others."""
    took = {size: _who_looked(size, times) for size in (few, many)}
    return [
        at_most(f"who looked at one file, of {many:,} lines", 1000 * took[many], 2000, "ms"),
        at_most(f"the same to a record of {few:,} lines", took[many] / took[few], 3),
    ]


def _who_looked(size: int, times: int) -> float:
    with databases.passing_copy(databases.named(TABLES), databases.named("looks")) as name:
        add_looks(name, CLIENT, OF_CLIENT, of_all=size)
        with databases.using(name):
            asked = [timed(_told) for _ in range(times + 1)]
    return median(asked[1:])


def add_looks(name: str, file: UUID, count: int, *, of_all: int) -> None:
    """Add so many lines to the record of a database, of which the first `count` are about one file."""
    progress(f"record: {of_all:,} lines of looks are being made")
    statement = MANY.format(each=LINES_OF_A_FILE, listed=FILES_OF_A_LIST, after=AFTER_OTHERS).replace("% ", "%% ")
    with databases.connect(name, cluster.SUPERUSER) as made:
        made.execute(statement, {"mine": count, "client": file, "count": of_all})
        made.execute("VACUUM (ANALYZE)")


def _told() -> None:
    """Look up the first page of who looked at the file of the client."""
    if not looks_at([CLIENT], 1).lines:
        raise ValueError("nobody looked")
