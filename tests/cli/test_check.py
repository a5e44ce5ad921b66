"""`vlechtwerk check`: the contract of the case file, exit statuses, several files, both languages."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import EXAMPLES, Command

MAIN_LINE = """\
format: 1
procedure: activation            # the example of the contract
region: {plan_due_from: first_meeting, first_action_due_from: upload}
events:
  - {event: referred, on: 2026-02-02}
  - {event: first_meeting, on: 2026-02-19, attendance: present, with: [work_case_manager, care_case_manager]}
  - {event: start_confirmed, on: 2026-02-19}
  - {event: plan_signed, on: 2026-03-30, by: [client, work_case_manager, care_case_manager], medium: eid}
  - {event: plan_uploaded, on: 2026-03-31}
  - {event: plan_approved, on: 2026-04-03}
  - {event: mediation_started, on: 2026-04-07}
"""
KEYS = ["format", "procedure", "on", "status", "dates", "flags", "obligations", "signals", "allowed", "blocked"]
WITH_COMPENSATION = [*KEYS, "refused", "future", "compensation"]
EMPTY = "format: 1\nprocedure: activation\nevents: []\n"
OLDER = "format: 1\nprocedure: activation\nevents: [{event: referred, on: %s}]\n"
Write = Callable[..., Path]


@pytest.fixture
def assessed(vlechtwerk: Command, file: Write) -> Callable[..., dict[str, Any]]:
    """The JSON that the command prints about the main line (or other content) on a day."""

    def check(on: str, content: str = MAIN_LINE, lang: str = "nl") -> dict[str, Any]:
        result = vlechtwerk("check", file(content), "--on", on, "--json", "--lang", lang)
        assert (result.status, result.err) == (0, "")
        told: dict[str, Any] = json.loads(result.out)
        return told

    return check


Assessed = Callable[..., dict[str, Any]]


def test_the_keys_stand_in_the_order_of_the_contract(assessed: Assessed) -> None:
    assert list(assessed("2026-04-10")) == WITH_COMPENSATION


def test_the_status_and_the_dates_are_those_of_the_contract(assessed: Assessed) -> None:
    told = assessed("2026-04-10")
    assert (told["format"], told["procedure"], told["on"], told["flags"]) == (1, "activation", "2026-04-10", [])
    assert told["status"] == {"code": "in_progress", "nl": "bezig", "since": "2026-04-07", "reason": None}
    dates = {"minimum_reached": "2026-07-07", "maximum_reached": "2027-10-07", "closing_from": "2028-04-07"}
    assert told["dates"] == dates


def test_an_obligation_is_told_as_in_the_contract(assessed: Assessed) -> None:
    assert assessed("2026-04-10")["obligations"][0] == {
        "rule": "AT-059",
        "what": "first_meeting",
        "owner": "work_case_manager",
        "due": "2026-03-02",
        "done": "2026-02-19",
        "state": "met",
        "source": {"document": "Draaiboek casemanagers zorg (2023)", "section": "3.1.3"},
    }


def test_what_may_happen_and_what_not_are_told_with_reasons(assessed: Assessed) -> None:
    told = assessed("2026-04-10", lang="en")
    assert "evaluation_held" in told["allowed"]
    blocked = {one["event"]: one["reasons"] for one in told["blocked"]}
    too_early = next(reason for reason in blocked["final_advice_registered"] if reason["rule"] == "AT-201")
    assert too_early["text"].endswith("Possible from 7 July 2026.")


def test_a_running_trajectory_has_no_class_of_compensation_yet(assessed: Assessed) -> None:
    compensation = assessed("2026-04-10", lang="en")["compensation"]
    assert compensation == {"class": None, "rule": "AT-018", "reason": "the trajectory is still running"}


def test_events_after_the_day_are_only_counted(assessed: Assessed) -> None:
    told = assessed("2026-03-31")
    assert (told["future"], told["status"]["code"]) == (2, "accepted")
    assert set(told["dates"].values()) == {None}


def test_a_refused_event_is_told_with_its_day_and_changes_nothing(assessed: Assessed) -> None:
    told = assessed("2026-04-10", MAIN_LINE.replace("plan_approved", "plan_returned"), lang="en")
    (refused,) = told["refused"]
    assert (refused["event"], refused["on"]) == ("mediation_started", "2026-04-07")
    assert refused["reasons"][0]["text"].endswith("Missing: trajectory plan approved.")
    assert told["status"]["code"] == "accepted"


def test_signals_have_the_form_of_obligations(assessed: Assessed) -> None:
    told = assessed("2026-04-10")
    assert told["signals"][0].keys() == told["obligations"][0].keys()


def test_a_case_without_events_has_no_status(assessed: Assessed) -> None:
    told = assessed("2026-04-10", EMPTY)
    assert told["status"] == {"code": None, "nl": None, "since": None, "reason": None}
    assert told["allowed"] == ["referred"]


def test_the_dutch_name_of_the_status_is_dutch_in_every_language(assessed: Assessed) -> None:
    assert assessed("2026-03-31", lang="en")["status"]["nl"] == "aanvaard"


@pytest.mark.rule("AT-003")
def test_a_referral_under_the_older_decree_makes_the_file_unusable(vlechtwerk: Command, file: Write) -> None:
    result = vlechtwerk("check", file(OLDER % "2023-06-30"), "--lang", "en")
    assert (result.status, result.out) == (2, "")
    assert "line 3, events[0]: referrals before 1 July 2023 fall under the older decree" in result.err


@pytest.mark.rule("AT-003")
def test_a_referral_on_the_first_day_of_the_present_decree_is_assessed(assessed: Assessed) -> None:
    assert assessed("2026-04-10", OLDER % "2023-07-01")["status"]["code"] == "initiated"


def test_several_files_give_one_line_of_json_each(vlechtwerk: Command) -> None:
    files = sorted(EXAMPLES.glob("*.yaml"))
    result = vlechtwerk("check", *files, "--on", "2026-05-01", "--json")
    assert result.status == 0
    assert len([json.loads(line) for line in result.out.splitlines()]) == len(files)


def test_another_procedure_has_the_same_keys_without_compensation(vlechtwerk: Command) -> None:
    result = vlechtwerk("check", EXAMPLES / "erkenning-positief.yaml", "--json")
    assert list(json.loads(result.out)) == [*KEYS, "refused", "future"]


def test_one_unusable_file_keeps_all_of_them_from_being_printed(vlechtwerk: Command, file: Write) -> None:
    result = vlechtwerk("check", file(MAIN_LINE), file("format: 2", "wrong.yaml"), file("", "empty.yaml"))
    assert (result.status, result.out) == (2, "")
    assert "wrong.yaml: " in result.err
    assert "empty.yaml: " in result.err


def test_each_fault_is_one_line_with_file_line_key_and_what_is_expected(vlechtwerk: Command, file: Write) -> None:
    path = file(MAIN_LINE.replace("medium: eid", "medium: pen").replace("2026-03-31", "2026-03-32"))
    medium, on = vlechtwerk("check", path, "--lang", "en").err.splitlines()
    wrong_word = 'line 8, events[3].medium: "pen" is not one of the words that can stand here'
    assert medium == f"{path}: {wrong_word}; possible: paper, eid, mixed"
    no_date = 'line 9, events[4].on: "2026-03-32" is no date; write year-month-day, for example 2026-02-02'
    assert on == f"{path}: {no_date}"


def test_faults_are_told_in_dutch_unless_asked_otherwise(vlechtwerk: Command, file: Write) -> None:
    assert "regel 1, format: formaat 2 is onbekend" in vlechtwerk("check", file("format: 2")).err


def test_standard_input_is_read_as_yaml_and_as_json(vlechtwerk: Command, typed: Callable[[bytes], None]) -> None:
    typed(MAIN_LINE.encode())
    from_yaml = vlechtwerk("check", "-", "--json", "--on", "2026-04-10")
    typed(b'{"format": 1, "procedure": "activation", "events": [{"event": "referred", "on": "2026-02-02"}]}')
    from_json = vlechtwerk("check", "-", "--json", "--on", "2026-04-10")
    codes = [json.loads(result.out)["status"]["code"] for result in (from_yaml, from_json)]
    assert codes == ["in_progress", "initiated"]


def test_the_same_history_in_json_gives_the_same_answer(vlechtwerk: Command, file: Write, assessed: Assessed) -> None:
    told = {"format": 1, "procedure": "activation", "events": [{"event": "referred", "on": "2026-02-02"}]}
    result = vlechtwerk("check", file(json.dumps(told), "case.json"), "--json", "--on", "2026-04-10")
    as_yaml = "format: 1\nprocedure: activation\nevents:\n- event: referred\n  on: 2026-02-02\n"
    assert json.loads(result.out) == assessed("2026-04-10", as_yaml)


@pytest.mark.parametrize("on", ["2026-02-30", "yesterday", "1999-12-31", "2200-01-01"])
def test_a_day_that_cannot_be_is_refused(vlechtwerk: Command, capsys: pytest.CaptureFixture[str], on: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        vlechtwerk("check", EXAMPLES / "hoofdlijn.yaml", "--on", on)
    assert stopped.value.code == 2
    assert "argument --on" in capsys.readouterr().err


def test_the_command_needs_no_django() -> None:
    script = (
        "import sys\nfrom vlechtwerk.cli import main\n"
        f"main(['check', {str(EXAMPLES / 'hoofdlijn.yaml')!r}])\nassert 'django' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)


def test_a_reader_that_stops_early_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(
        [sys.executable, "-m", "vlechtwerk.cli", "check", *EXAMPLES.glob("*.yaml")],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, b"")
