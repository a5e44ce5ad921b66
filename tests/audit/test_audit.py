"""The audit line says who did what under which rules, in the transaction of the deed."""

from django.db import transaction

from tests.cast import Cast
from vlechtwerk.audit.actions import AccountOnly, note
from vlechtwerk.audit.models import Entry, Verb
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
    assert fields == {"id", "at", "account_id", "position_id", "verb", "file_id", "rules"}
