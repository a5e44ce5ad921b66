"""What stands in the database itself: which tables are protected, and that nothing goes around the second wall."""

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from vlechtwerk.consent import judging
from vlechtwerk.sharing.models import PolicyRow
from vlechtwerk.sharing.policy import DIGEST, POLICY
from vlechtwerk.sharing.walls import FUNCTIONS, LoadPolicy

NOT_PROTECTED = {
    "sharing_compartment": "names the parts of a file; holds nothing about a person, and both walls look in it",
    "sharing_grant": "is the register of keys that both walls look in; its reasons tell why, not about whom",
    "sharing_involvement": "says who takes part in a file; both walls look in it",
    "consent_item": "codes, identifiers and dates: which capacities see an item; both walls look in it",
    "consent_consent": "codes, identifiers and dates: what the client agreed to and until when; both walls look in it",
    "sharing_signal": "tells that people of a file have something to talk about, and not what",
    "sharing_emergencyaccess": "why the data-protection officer opened a file; read by reviewers only, holds no content",
    "review_task": "what of the record is to be looked at: identifiers and codes only",
    "review_finding": "what came of looking at the record; holds nothing of a file",
    "retention_proposal": "which file may be erased and since when: identifiers, codes and days",
    "retention_approvalpaper": "the document in which VDAB approved this installation; about nobody",
    "doorbell_address": "the address that somebody gave, asked by the account of its owner only",
    "doorbell_mail": "to whom a mail goes and when, and never what it is about",
    "retention_request": "which right was asked when, in codes and days; the words stand behind the wall",
    "retention_step": "what was done with a request and when; the words stand behind the wall",
    "retention_answer": "what an officer decided about a proposal; holds nothing of a file",
    "retention_erasure": "which proposal was carried out, in numbers",
    "retention_hold": "why a file is held back, in words for the client; read by her and by officers only",
    "review_day": "which days of the record were gone through",
    "sharing_file": "an identifier and a day; both walls look in it",
    "people_person": "the name of a person is asked by way of the files that a position sees",
    "history_case": "the state of a case is asked by way of the files that a position sees",
    "history_event": "what happened is asked by way of its case; it holds no notes",
    "history_obligation": "what is owed is asked by way of its case; it holds no notes",
    "network_provider": "which organisations carry out actions in a region; about no participant",
    "network_fact": "what is known of a provider; about no participant",
    "network_meeting": "when the network of a region met and which providers were there; about no participant",
    "network_offer": "what a provider offers; about no participant",
    "plans_ceiling": "what a trajectory may cost in a region, with its source; about nobody",
    "arrangements_arrangement": "what a region arranges; about no participant",
    "compensation_amount": "what a trajectory gives, with its source; about nobody",
    "compensation_judgement": "whether a work provider showed well why there was no internship; by the number of a case",
    "compensation_key": "how partners divide money; about nobody",
    "compensation_keyshare": "how partners divide money; about nobody",
    "compensation_line": "the class and the amount of a case by its number, for people who never see who it is about",
    "compensation_payment": "what was paid to providers for a case; holds no notes",
    "compensation_statement": "which half-year was prepared by whom",
    "compensation_step": "who decided about a statement",
    "consent_informed": "on which day a client was told that data are kept, by whom",
    "organisations_databaseapproval": "what VDAB approved of this installation; about nobody",
    "portal_invitation": "digests of codes and days; who was invited, not what stands in the file",
    "portal_setting": "what a region says to everybody",
    "intake_appointment": "day, hour and place of an appointment, asked by way of its case; no reason in words",
    "intake_handover": "that a draft became a case: identifiers only",
    "intake_tick": "codes of points that were gone through, asked by way of their case",
    "audit_entry": "identifiers and codes only",
    "audit_head": "where the chains of the record end",
    "accounts_account": "who signs in, known before anybody acts",
    "accounts_undertakingaccepted": "who promised confidentiality and when, before a file is opened",
    "icf_icfset": "sets of categories are known to everybody",
    "icf_category": "sets of categories are known to everybody",
    "icf_talk": "the day of a talk and who noted it, and nothing of what was said",
    "organisations_organisation": "organisations are known to everybody",
    "organisations_region": "regions are known to everybody",
    "organisations_regionmunicipality": "regions are known to everybody",
    "organisations_regionsetting": "regions are known to everybody",
    "organisations_proposedposition": "which role a service told of a colleague; opens nothing",
    "organisations_position": "who has which function is known to everybody; both walls look in it",
}
"""Tables without row-level security, each with the reason."""
CONTENT = {
    "dossier_note",
    "dossier_goal",
    "consent_remark",
    "documents_document",
    "documents_content",
    "documents_checking",
    "icf_finding",
    "icf_explanation",
    "intake_sheet",
    "plans_plan",
    "plans_signature",
    "plans_ownsignature",
    "plans_judgement",
    "reports_report",
}
OF_THE_CLIENT = {"consent_remark", "plans_ownsignature"}
"""Tables to which the client alone adds rows."""
"""Tables with what is written about somebody: their policies judge the part and the item."""
ITEM_OF_THE_ROW = (
    "((open_to && ( SELECT heard_everywhere() AS heard_everywhere))"
    " OR (item_id IN ( SELECT consented_items() AS consented_items))"
    " OR ((( SELECT heard_in_parts() AS heard_in_parts) -> (compartment_id)::text) ?| open_to))"
    " AND (NOT (item_id IN ( SELECT closed_items() AS closed_items)))"
)
"""What else the policies of reading ask: of the row itself, and once for a statement."""
BROUGHT = {"documents_document", "documents_content", "documents_checking"}
"""Tables to which the client adds what she brings herself, besides whoever writes in the part."""
KEYS = "sharing_compartmentkey"
OF_THE_AUTHOR = {"dossier_aside", "unsent_unsent"}
"""Tables with what somebody keeps for herself: their policies judge the part and the author."""
KEEPS = {"read": "SELECT", "write": "INSERT", "remove": "DELETE"}
OF_THE_AUTHOR_MAY = {"dossier_aside": KEEPS, "unsent_unsent": {**KEEPS, "change": "UPDATE"}}
"""What the author can do in each of them."""
REPLIES, ASSIGNMENTS = "history_reply", "network_assignment"
BEFORE_A_FILE = {"intake_draft", "intake_proposal"}
"""Tables with what is in no file yet: open to who wrote it, and a proposal to the mediators of its region."""
SAYINGS = "retention_saying"
PROTECTED = {*CONTENT, *BEFORE_A_FILE, *OF_THE_AUTHOR, KEYS, REPLIES, SAYINGS, ASSIGNMENTS, "sharing_policyrow"}
REGISTERS = {"sharing_grant", "consent_item"}
"""Tables that name a part of a file and hold no content."""
PROVING = {"sharing_identitykey"}
"""Tables that have no model: the program cannot read them, and only a function that runs as the owner does."""


@pytest.fixture(autouse=True)
def _in_database(db: None) -> None:
    """Every test here looks in the database."""


def rows(sql: str) -> list[tuple[Any, ...]]:
    """What the catalogue of PostgreSQL answers."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def test_every_table_of_ours_is_protected_or_says_why_not() -> None:
    ours = {model._meta.db_table for model in apps.get_models() if model.__module__.startswith("vlechtwerk.")}
    assert ours == PROTECTED | set(NOT_PROTECTED)
    found = rows("SELECT relname FROM pg_class WHERE relkind = 'r' AND relrowsecurity AND relforcerowsecurity")
    assert {name for (name,) in found} == PROTECTED | PROVING


def test_every_table_with_a_part_of_a_file_is_protected() -> None:
    with_part = rows("SELECT table_name FROM information_schema.columns WHERE column_name = 'compartment_id'")
    assert {name for (name,) in with_part} - REGISTERS == {*CONTENT, *OF_THE_AUTHOR, KEYS}


def policies(table: str, *roles: str) -> list[tuple[Any, ...]]:
    """The policies of a table for these roles: name, statement, kind, and the conditions of reading and writing."""
    found = rows("SELECT tablename, roles::text[], policyname, cmd, permissive, qual, with_check FROM pg_policies")
    return sorted(tuple(told) for name, whom, *told in found if (name, whom) == (table, [*roles]))


def one_shape() -> list[str]:
    """The condition of reading and that of writing."""
    return [f"(compartment_id = ANY (ARRAY( SELECT {name}() AS {name})))" for name in FUNCTIONS.values()]


@pytest.mark.parametrize("table", sorted(CONTENT))
def test_the_policies_have_the_one_shape_and_nothing_is_changed_or_removed(table: str) -> None:
    reads, writes = one_shape()
    reading, writing = policies(table, "public")
    assert (reading[:3], writing[:3]) == (
        (f"{table}_read", "SELECT", "PERMISSIVE"),
        (f"{table}_write", "INSERT", "PERMISSIVE"),
    )
    assert reading[3] == f"({reads} AND {ITEM_OF_THE_ROW})"
    expected = {**dict.fromkeys(OF_THE_CLIENT, f"({reads} AND (EXISTS ("), **dict.fromkeys(BROUGHT, f"({writes} OR (")}
    assert writing[4] == writes if table not in expected else writing[4].startswith(expected[table])


@pytest.mark.parametrize("table", sorted(OF_THE_AUTHOR))
def test_what_is_for_the_author_alone_is_open_to_the_author_in_an_open_part_until_it_is_over(table: str) -> None:
    found = {
        name.removeprefix(f"{table}_"): (verb, using, check)
        for name, verb, _kind, using, check in policies(table, "public")
    }
    mine = (
        "(author_id = ( SELECT acting_identity.position_id FROM acting_identity() acting_identity(position_id, day)))"
    )
    reading = " ".join(str(found["read"][1]).split())
    assert all(part in reading for part in ("readable_compartments()", mine, "until_on >"))
    assert {name: verb for name, (verb, *_) in found.items()} == OF_THE_AUTHOR_MAY[table]
    assert mine in " ".join(str(found["remove"][1]).split())


def test_the_database_itself_copies_to_each_row_whom_its_item_is_open_to() -> None:
    running = "SELECT tgrelid::regclass::text, tgenabled FROM pg_trigger WHERE tgfoid = '{}'::regproc"
    assert set(rows(running.format("open_as_its_item"))) == {(table, "O") for table in CONTENT}
    assert rows(running.format("of_the_file_of_its_item")) == [("consent_consent", "O")]


def test_the_program_does_not_know_the_columns_of_the_wall() -> None:
    columns = {field.column for model in apps.get_models() for field in model._meta.fields}
    assert not columns & {"open_to", "of_file"}


def test_the_program_reads_and_makes_a_key_where_it_reads_the_part_and_changes_none() -> None:
    reads, _writes = one_shape()
    assert policies(KEYS, "public") == [
        (f"{KEYS}_read", "SELECT", "PERMISSIVE", reads, None),
        (f"{KEYS}_write", "INSERT", "PERMISSIVE", None, reads),
    ]


def test_who_takes_part_reads_a_reply_and_the_client_alone_writes_it() -> None:
    reading, writing = policies(REPLIES, "public")
    assert (reading[1], writing[1]) == ("SELECT", "INSERT")
    assert "'client'" not in reading[3]
    assert "'client'" in writing[4]


def test_a_provider_reads_the_own_assignments_and_the_coordinator_alone_writes_them() -> None:
    reading, writing = policies(ASSIGNMENTS, "public")
    assert (reading[1], writing[1]) == ("SELECT", "INSERT")
    assert "organisation_id = p.organisation_id" in reading[3]
    assert "'network_coordinator'" in writing[4]
    assert "'care_provider'" not in writing[4]


def test_the_owner_of_the_tables_alone_keeps_the_keys_and_only_when_she_says_so() -> None:
    told = "(current_setting('vlechtwerk.keeping'::text, true) = 'on'::text)"
    assert [table for table in CONTENT if policies(table, "vlechtwerk_owner")] == []
    assert policies(KEYS, "vlechtwerk_owner") == [(f"{KEYS}_keeper", "ALL", "PERMISSIVE", told, told)]


def test_functions_that_run_as_the_owner_look_nowhere_but_where_they_say() -> None:
    found = rows("SELECT proname, provolatile, proconfig FROM pg_proc WHERE prosecdef ORDER BY proname")
    pinned = ["search_path=pg_catalog, pg_temp"]
    expected = {
        "acting_identity": "s",
        "audit_append": "v",
        **dict.fromkeys([*FUNCTIONS.values(), *judging.FUNCTIONS], "s"),
    }
    assert found == [(name, expected[name], pinned) for name in sorted(expected)]


def test_no_view_goes_around_the_wall() -> None:
    assert rows("SELECT viewname FROM pg_views WHERE schemaname = 'public'") == []
    assert rows("SELECT matviewname FROM pg_matviews") == []


def test_the_role_of_the_program_owns_nothing_and_passes_no_wall() -> None:
    assert rows("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user") == [(False, False)]
    assert rows("SELECT relname FROM pg_class WHERE relowner = current_user::regrole") == []
    assert rows("SELECT tablename FROM pg_tables t WHERE tableowner = current_user") == []


def test_the_table_in_the_database_is_that_of_the_program() -> None:
    stored = set(PolicyRow.objects.values_list("capacity", "compartment", "verb", "stage", "basis"))
    assert stored == {
        (str(row.capacity), str(row.compartment), str(row.verb), str(row.stage), str(row.basis)) for row in POLICY
    }


def test_a_changed_table_comes_with_a_migration() -> None:
    module = import_module("vlechtwerk.sharing.migrations.0013_reorientation")
    digests = [one.digest for one in module.Migration.operations if isinstance(one, LoadPolicy)]
    assert digests == [DIGEST], "policy.csv changed: add a migration with LoadPolicy and name it here"


@pytest.mark.parametrize(
    "change",
    [
        "INSERT INTO sharing_policyrow (capacity, compartment, verb, stage, basis) VALUES ('dgs', 'icf', 'read', 'open', 'x')",
        "ALTER TABLE dossier_note DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE dossier_note NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY dossier_note_read ON dossier_note",
        "DROP TRIGGER open_as_its_item ON dossier_note",
        "ALTER TABLE dossier_note DISABLE TRIGGER open_as_its_item",
        "ALTER TABLE consent_item DISABLE TRIGGER USER",
        "SET session_replication_role = replica",
        "CREATE OR REPLACE FUNCTION consented_items() RETURNS SETOF uuid LANGUAGE sql AS 'SELECT id FROM consent_item'",
        "CREATE POLICY everything ON dossier_note USING (true)",
        "CREATE POLICY everything ON sharing_compartmentkey USING (true)",
        "SET ROLE vlechtwerk_owner",
    ],
)
def test_the_program_cannot_open_the_wall_itself(change: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


def test_the_program_changes_no_line_of_the_policy() -> None:
    assert PolicyRow.objects.filter(compartment="shared").update(basis="involvement") == 0
    assert PolicyRow.objects.all().delete()[0] == 0
