"""The audit line says who did what under which rules, in the transaction of the deed."""

from uuid import UUID

from django.db import transaction

from tests.cast import KINDS, Cast
from vlechtwerk.audit.actions import AccountOnly, note
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.audit.purposes import purpose_of
from vlechtwerk.rules.roles import Role


def test_a_line_names_account_position_and_rules_each_once(cast: Cast) -> None:
    position = cast[Role.DGS]
    note(Verb.CASE_OPENED, by=position, rules=["AT-031", "AT-037", "AT-031"])
    line = Entry.objects.get()
    assert (line.account_id, line.position_id, line.rules) == (position.account_id, position.pk, ["AT-031", "AT-037"])


def test_before_a_position_is_chosen_the_line_names_the_account(cast: Cast) -> None:
    note(Verb.SIGNED_IN, by=AccountOnly(cast[Role.DGS].account_id))
    assert Entry.objects.get().position_id is None


def test_a_deed_that_fails_leaves_no_line(cast: Cast) -> None:
    with transaction.atomic():
        note(Verb.CASE_OPENED, by=cast[Role.DGS])
        transaction.set_rollback(True)
    assert not Entry.objects.exists()


def test_a_line_has_no_place_for_a_name_or_a_text() -> None:
    fields = {field.name for field in Entry._meta.fields}
    who = {"account_id", "position_id", "organisation_id", "capacity"}
    what = {"verb", "file_id", "part", "purpose", "grant_id", "allowed", "shown", "rules", "emergency"}
    assert fields == {"id", "at", *who, *what, "shard", "pos", "prev", "hash"}


def test_a_line_about_a_file_says_in_which_capacity_and_for_what(cast: Cast) -> None:
    note(Verb.INVOLVED, by=cast[Role.NETWORK_COORDINATOR], file_id=UUID(int=1))
    line = Entry.objects.get()
    assert line.organisation_id == cast[Role.NETWORK_COORDINATOR].organisation_id
    assert (line.capacity, line.part, line.purpose) == ("network_coordinator", "administrative", "coordination")


def test_every_role_of_the_procedure_has_a_purpose_of_its_own_and_others_support() -> None:
    assert {purpose_of(role) for role in KINDS} == {"guidance", "coordination", "mediation", "follow_up"}
    assert (purpose_of(Role.CLIENT), purpose_of(Role.SYSTEM)) == ("own_file", "support")
