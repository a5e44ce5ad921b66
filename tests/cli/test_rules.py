"""`vlechtwerk rules`: the register as a list, and each rule in full."""

import json

from tests.cli.conftest import Command
from vlechtwerk.rules.catalogue import all_rules


def test_every_rule_is_listed_with_force_source_and_norm(vlechtwerk: Command) -> None:
    out = vlechtwerk("rules", "--lang", "en").out
    assert "AT-059  duty  Draaiboek casemanagers zorg (2023), 3.1.3\n    The first meeting takes place" in out
    assert {rule.id for rule in all_rules()} <= set(out.split())


def test_only_the_rules_of_one_procedure_can_be_asked(vlechtwerk: Command) -> None:
    out = vlechtwerk("rules", "--procedure", "recognition").out
    assert "IM-085" in out
    assert "AT-" not in out


def test_a_rule_in_full_tells_all_its_functions_and_readings(vlechtwerk: Command) -> None:
    out = " ".join(vlechtwerk("rules", "at-085", "--lang", "en").out.split())
    assert "- Deadline - Upload the trajectory plan (plan_upload) - Who: case management team." in out
    assert "a region may choose the other." in out
    assert "- Condition of an event - Guards: delay note written." in out


def test_a_signal_says_that_the_source_gives_no_term(vlechtwerk: Command) -> None:
    assert "A signal only: the source gives no term." in vlechtwerk("rules", "AT-052", "--lang", "en").out


def test_rules_are_printed_as_json_one_a_line(vlechtwerk: Command) -> None:
    lines = vlechtwerk("rules", "AT-059", "--json", "--lang", "en").out.splitlines()
    told = [json.loads(line) for line in lines]
    assert (told[0]["rule"], told[0]["shape"], told[0]["force"]) == ("AT-059", "deadline", "must")
    assert told[0]["source"]["section"] == "3.1.3"


def test_a_rule_that_does_not_exist_is_not_found(vlechtwerk: Command) -> None:
    result = vlechtwerk("rules", "AT-999", "--lang", "en")
    assert (result.status, result.out) == (2, "")
    assert result.err == 'vlechtwerk rules: there is no rule "AT-999"\n'
