"""`vlechtwerk explain`: every date of a case can be walked from the fact it starts from."""

import pytest

from tests.cli.conftest import EXAMPLES, Command, Result

HEAD = ["Upload the trajectory plan", "  - Done on 31 March 2026, in time (2 April 2026 at the latest)."]


@pytest.fixture
def explained(vlechtwerk: Command) -> Command:
    """What is explained about an example on a day, in English unless asked otherwise."""

    def explain(what: str, on: str, name: str = "hoofdlijn", lang: str = "en") -> Result:
        return vlechtwerk("explain", EXAMPLES / f"{name}.yaml", what, "--on", on, "--lang", lang)

    return explain


def test_an_obligation_is_walked_from_its_start_fact(explained: Command) -> None:
    lines = explained("plan_upload", "2026-04-10").out.splitlines()
    assert lines[3:5] == HEAD
    assert lines[6:9] == [
        "  - Counted like this:",
        "      First meeting: 19 February 2026",
        "      plus 6 weeks: 2 April 2026",
    ]


def test_the_reading_that_was_not_chosen_is_walked_too(explained: Command) -> None:
    out = explained("plan_upload", "2026-04-10").out
    assert "in another way; then it would be 16 March 2026:\n      Referral: 2 February 2026\n" in out


def test_the_rule_and_its_source_are_told(explained: Command) -> None:
    out = " ".join(explained("first_meeting", "2026-02-10").out.split())
    assert "Rule AT-059 (duty): The first meeting takes place within 28 calendar days after the referral." in out
    assert "Source: Draaiboek casemanagers zorg (2023), section 3.1.3." in out


def test_a_date_that_comes_by_itself_is_walked(explained: Command) -> None:
    lines = explained("automatic_end", "2026-05-01", lang="nl").out.splitlines()
    assert lines[3:5] == ["Automatisch einde", "  - 8 mei 2028."]
    assert [line.strip() for line in lines[6:9]] == [
        "Begin van de afsluiting: 7 april 2028",
        "plus 1 maand: 7 mei 2028",
        "plus 1 kalenderdag: 8 mei 2028",
    ]


def test_a_term_that_ends_in_a_weekend_does_not_move_but_is_hinted_at(explained: Command) -> None:
    out = " ".join(explained("evaluation", "2026-10-01").out.split())
    assert "28 March 2027 is no working day and the term does not move: aim at 26 March 2027." in out


def test_what_is_owed_later_tells_from_when(explained: Command) -> None:
    assert "Owed from 8 August 2027." in explained("maximum_approaching", "2026-05-01").out


def test_what_is_no_longer_owed_tells_since_when(explained: Command) -> None:
    assert "No longer owed since 20 March 2026." in explained("plan_upload", "2026-05-01", "weigering").out


def test_what_does_not_exist_yet_tells_the_rule(explained: Command) -> None:
    result = explained("first_action", "2026-02-10")
    assert "what it is counted from has not happened" in " ".join(result.out.split())
    assert (result.status, "Rule AT-119" in result.out) == (0, True)


def test_a_name_that_nothing_has_gives_the_names_that_can_be_explained(explained: Command) -> None:
    result = explained("plan_uploaded", "2026-05-01")
    assert (result.status, result.out) == (2, "")
    assert 'nothing called "plan_uploaded" to explain; did you mean plan_upload?' in result.err
    assert "minimum_reached" in result.err


def test_an_unusable_file_is_not_explained(vlechtwerk: Command) -> None:
    assert vlechtwerk("explain", EXAMPLES, "plan_upload").status == 2
