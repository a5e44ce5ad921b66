"""Who acts is told to the database with a proof: a keyed digest that only the program can make (HMAC-SHA256, RFC 2104).

A statement that somebody managed to smuggle in can change the settings of its transaction, but cannot sign them, because
the role of the program cannot read the keys. They follow from the secret key of the program and are put in the database by
the owner of the tables, with the migrations. docs/decisions/0010 tells why it is done like this.
"""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any, cast

from django.conf import settings
from django.db import ProgrammingError, connection, transaction

from vlechtwerk.sharing.guard import Identity

POSITION, DAY, PROOF = "vlechtwerk.position", "vlechtwerk.day", "vlechtwerk.proof"
"""The settings of a transaction that tell who acts, on which day it is judged, and the proof that the program says so."""
LIFE = 60
"""Seconds in which a transaction may begin that uses a proof."""
NOBODY = ("", "", "")
TELL = f"SELECT set_config('{POSITION}', %s, true), set_config('{DAY}', %s, true), set_config('{PROOF}', %s, true)"

_PURPOSE = b"vlechtwerk.sharing: who acts"
_BLOCK = 64

# Default privileges give the program every new table, so what was given is taken back, and a policy stands behind that.
KEEPING_KEYS = (
    """
    CREATE TABLE IF NOT EXISTS sharing_identitykey (
        name varchar(16) PRIMARY KEY, inner_pad bytea NOT NULL, outer_pad bytea NOT NULL
    )
    """,
    """
    DO $$
    DECLARE
        given record;
    BEGIN
        FOR given IN
            SELECT DISTINCT CASE acl.grantee WHEN 0 THEN 'PUBLIC' ELSE acl.grantee::regrole::text END AS who
            FROM pg_class one, aclexplode(one.relacl) acl
            WHERE one.oid = 'public.sharing_identitykey'::regclass AND acl.grantee <> one.relowner
        LOOP
            EXECUTE format('REVOKE ALL ON public.sharing_identitykey FROM %s', given.who);
        END LOOP;
    END
    $$
    """,
    "ALTER TABLE sharing_identitykey ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE sharing_identitykey FORCE ROW LEVEL SECURITY",
    "DROP POLICY IF EXISTS sharing_identitykey_owner ON sharing_identitykey",
    "CREATE POLICY sharing_identitykey_owner ON sharing_identitykey TO CURRENT_USER USING (true) WITH CHECK (true)",
)
# A refused proof raises and does not answer with silence: after a change of keys nobody may take a file for empty. The
# moment is that of the beginning of the transaction, so that a long one does not lose sight of its files halfway.
ACTING = f"""
CREATE OR REPLACE FUNCTION acting_identity(OUT position_id uuid, OUT day date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
    who text := nullif(current_setting('{POSITION}', true), '');
    on_day text := current_setting('{DAY}', true);
    ends text := split_part(current_setting('{PROOF}', true), '.', 1);
    told bytea;
BEGIN
    IF who IS NULL THEN
        RETURN;
    END IF;
    told := convert_to(concat_ws('|', who, on_day, ends), 'UTF8');
    PERFORM FROM public.sharing_identitykey k
    WHERE encode(sha256(k.outer_pad || sha256(k.inner_pad || told)), 'hex')
        = split_part(current_setting('{PROOF}', true), '.', 2);
    IF NOT FOUND OR ends::bigint < extract(epoch FROM transaction_timestamp()) THEN
        RAISE EXCEPTION 'who acts is not proven' USING ERRCODE = 'insufficient_privilege';
    END IF;
    position_id := who::uuid;
    day := on_day::date;
END
$body$
"""


@dataclass(frozen=True, slots=True)
class Key:
    """A key, and the two blocks with which the database reckons a digest without ever seeing the secret of the program."""

    secret: bytes

    @property
    def name(self) -> str:
        """By which the key is recognised; it tells nothing about it."""
        return sha256(b"name" + self.secret).hexdigest()[:16]

    def pad(self, value: int) -> bytes:
        """The key as a block of SHA-256, with every byte changed."""
        return bytes(one ^ value for one in self.secret.ljust(_BLOCK, b"\0"))

    @property
    def row(self) -> tuple[str, bytes, bytes]:
        """The key as the database keeps it."""
        return self.name, self.pad(0x36), self.pad(0x5C)


@cache
def key_of(secret_key: str) -> Key:
    """The key that follows from a secret key of the program."""
    return Key(hmac.digest(secret_key.encode(), _PURPOSE, "sha256"))


def signed(identity: Identity, now: float) -> tuple[str, str, str]:
    """The values for `TELL`. `now` is the moment by the clock of the database, in seconds since 1970."""
    who, day, ends = str(identity.position_id), identity.on.isoformat(), str(int(now) + LIFE)
    key = key_of(settings.SECRET_KEY)
    return who, day, f"{ends}.{hmac.digest(key.secret, f'{who}|{day}|{ends}'.encode(), 'sha256').hex()}"


def store_keys(cursor: Any) -> None:
    """Let the database believe the present key of the program and the earlier ones that still count, and no other.

    For the owner of the tables: nobody else can.
    """
    rows = {key.name: key.row for key in _in_force()}
    cursor.execute("DELETE FROM sharing_identitykey WHERE name <> ALL(%s)", [list(rows)])
    for row in rows.values():
        cursor.execute("INSERT INTO sharing_identitykey VALUES (%s, %s, %s) ON CONFLICT DO NOTHING", row)


def _in_force() -> Iterator[Key]:
    yield from map(key_of, [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS])


def tell(identity: Identity | None) -> None:
    """Tell the database until the end of the transaction who acts, or that nobody does."""
    connected = cast("Any", connection)
    connected.tell(TELL, signed(identity, connected.now()) if identity else NOBODY)


def is_believed(identity: Identity) -> bool:
    """Whether the database believes what the program signs now; it does not when it knows another key."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            tell(identity)
            cursor.execute("SELECT FROM acting_identity()")
    except ProgrammingError:
        return False
    return True
