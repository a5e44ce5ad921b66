"""The readable report: what a case worker sees, in the words of the field, with rule and section behind each line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, Command
from vlechtwerk.cli import documents, explain, files, json_document, loading, rules, yaml_document
from vlechtwerk.rules.activation.procedure import OLDER_DECREE
from vlechtwerk.rules.casefile import reading, values
from vlechtwerk.texts import translate

MODULES = (documents, explain, files, json_document, loading, reading, rules, values, yaml_document)
ACTIVATION = sorted(path for path in EXAMPLES.glob("*.yaml") if not path.name.startswith("erkenning"))
DAYS = ("2023-01-01", "2026-05-01", "2199-12-31")
Reported = Callable[..., str]


@pytest.fixture
def reported(vlechtwerk: Command) -> Reported:
    """The report about an example on a day, with lines that were broken put together again."""

    def check(name: str, on: str, lang: str = "nl") -> str:
        out = vlechtwerk("check", EXAMPLES / f"{name}.yaml", "--on", on, "--lang", lang).out
        return " ".join(out.split())

    return check


def test_there_are_examples_of_everything_that_can_become_of_a_trajectory() -> None:
    assert len(ACTIVATION) >= 8


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
@pytest.mark.parametrize("on", DAYS)
def test_an_example_is_assessed_on_any_day_in_lines_that_fit(vlechtwerk: Command, path: Path, on: str) -> None:
    result = vlechtwerk("check", path, "--on", on, "--lang", "nl")
    assert (result.status, result.err) == (0, "")
    assert max(map(len, result.out.splitlines())) <= 100


@pytest.mark.parametrize("path", ACTIVATION, ids=lambda path: path.stem)
def test_an_example_says_in_dutch_what_it_shows(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")


def test_the_status_is_told_with_its_day_and_the_month(reported: Reported) -> None:
    text = reported("hoofdlijn", "2026-05-01")
    assert "Activeringstraject op 1 mei 2026. Status: bezig sinds 7 april 2026. Maand 1 van 18." in text


def test_what_is_due_names_what_who_when_and_the_rule(reported: Reported) -> None:
    text = reported("hoofdlijn", "2026-04-10")
    assert (
        "Te doen - De eerste actie starten, netwerkcoördinator: uiterlijk 28 april 2026, nog 18 dagen "
        "[AT-119, 3.4; 3.5; 3.6.3; 4.2]"
    ) in text


def test_what_is_due_today_is_not_late_and_tomorrow_it_is(reported: Reported) -> None:
    plan = "Upload the trajectory plan, case management team: 9 April 2026 at the latest"
    assert f"What is due - {plan}, that is today" in reported("laat-plan", "2026-04-09", "en")
    assert f"What is late - {plan}, 1 day late" in reported("laat-plan", "2026-04-10", "en")


def test_a_late_plan_is_flagged_and_its_note_asked(reported: Reported) -> None:
    text = reported("laat-plan", "2026-04-13")
    assert "Let op: trajectplan te laat." in text
    assert "Verdient aandacht - Een nota over de vertraging schrijven" in text


def test_an_extension_moves_the_maximum(reported: Reported) -> None:
    assert "Einde van de maximumduur: 12 mei 2026" in reported("verlenging", "2026-04-21")
    assert "Einde van de maximumduur: 12 augustus 2026" in reported("verlenging", "2026-04-22")
    assert "Maand 18 van 21." in reported("verlenging", "2026-05-01")


def test_an_early_stop_after_three_months_is_paid_for_sixty_percent(reported: Reported) -> None:
    text = reported("vroegtijdige-stopzetting", "2026-05-01")
    assert "Status: beëindigd (vroegtijdige stopzetting) sinds 16 maart 2026. Duurde 5 maanden en 10 dagen." in text
    assert "60 %:" in text


def test_an_automatic_end_needs_nobody_and_refuses_what_comes_after(reported: Reported) -> None:
    assert "Status: ter afsluiting sinds 25 maart 2026." in reported("automatisch-einde", "2026-04-25")
    text = reported("automatisch-einde", "2026-05-01")
    assert "Status: beëindigd (automatisch, zonder eindadvies) sinds 26 april 2026." in text
    assert "telt niet mee - Eindadvies geregistreerd, 28 april 2026" in text


def test_a_lasting_refusal_cancels_the_trajectory(reported: Reported) -> None:
    assert "Status: geannuleerd (blijvende weigering) sinds 20 maart 2026." in reported("weigering", "2026-05-01")


def test_without_internship_the_report_is_refused_until_the_lack_is_shown(reported: Reported) -> None:
    text = reported("stage-niet-gevonden", "2026-05-01", "en")
    assert "does not count - Final report registered, 14 April 2026" in text
    assert "Status: ended (with a final advice) since 23 April 2026." in text


def test_the_choices_of_a_region_move_its_dates(reported: Reported) -> None:
    text = reported("regionale-instellingen", "2025-03-01")
    assert "Het trajectplan opladen, casemanagementteam: uiterlijk 17 maart 2025" in text


def test_an_advice_welfare_is_looked_at_again_after_a_year(reported: Reported) -> None:
    line = "Het advies Welzijn herbekijken, VDAB-bemiddelaar: moest uiterlijk 15 april 2026, 16 dagen te laat"
    assert line in reported("advies-welzijn", "2026-05-01")


def test_a_signal_that_lapsed_is_not_shown(reported: Reported) -> None:
    assert "nota over de vertraging schrijven" not in reported("laat-plan", "2026-05-12")


def test_what_is_later_in_the_file_is_told_but_not_counted(reported: Reported) -> None:
    text = reported("hoofdlijn", "2026-04-03")
    assert "telt nog niet mee - 7 april 2026: bemiddelingsproces gestart" in text


def test_events_with_the_same_reasons_stand_together(reported: Reported) -> None:
    text = reported("hoofdlijn", "2026-04-10", "en")
    assert "- Start confirmed, start refused The client's agreement is laid down once" in text


def test_in_a_case_that_is_over_the_rest_is_told_in_one_breath(reported: Reported) -> None:
    assert "Everything else With the final advice the trajectory has ended" in reported("hoofdlijn", "2027-07-01", "en")


def test_every_fault_has_a_dutch_text() -> None:
    named = {name: text for module in MODULES for name, text in vars(module).items() if name.isupper()}
    messages = {text for text in named.values() if isinstance(text, str) and " " in text.strip()}
    told = messages | {OLDER_DECREE, *rules.SHAPES.values()}
    assert {text for text in told if translate("nl")(text) == text} == set()
