"""What professionals keep to themselves, and how doubts and bottlenecks are discussed without naming the client."""

import pytest

from vlechtwerk.rules.activation.duties.working_notes import (
    Level,
    Signal,
    bottleneck_is_signalled,
    dilemma_is_no_fact,
    doubt_is_discussed_anonymously,
    questions_before_writing,
    working_note_stays_with_its_author,
)

NAMES = ["Roos Voorbeeld", "MLP-1042", "19 februari 2026"]


@pytest.mark.rule("AT-245")
def test_before_writing_the_professional_asks_three_questions() -> None:
    assert questions_before_writing.missing(["relevance", "advice"]) == ("functioning",)
    assert questions_before_writing.missing(["relevance", "functioning", "advice"]) == ()


@pytest.mark.rule("AT-245")
def test_an_own_working_note_is_read_by_its_author_only() -> None:
    assert working_note_stays_with_its_author("An", "An") == ()
    assert working_note_stays_with_its_author("An", "Bart") == ("author",)


@pytest.mark.rule("AT-250")
def test_a_dilemma_is_read_and_deleted_by_its_author_only() -> None:
    assert dilemma_is_no_fact("An", "An") == ()
    assert dilemma_is_no_fact("An", "Bart") == ("author",)


@pytest.mark.rule("AT-250")
def test_nobody_else_finds_a_dilemma_in_a_search_or_an_export() -> None:
    assert dilemma_is_no_fact("An", "An", listed_for=["An"]) == ()
    assert dilemma_is_no_fact("An", "An", listed_for=["An", "Bart"]) == ("unlisted",)


@pytest.mark.rule("AT-252")
def test_a_signal_names_its_level_and_no_client() -> None:
    signal = Signal("keeping files", Level.MACRO, "it is unclear how long files are kept")
    assert bottleneck_is_signalled(signal, identifiers=NAMES) == ()
    assert bottleneck_is_signalled(Signal("", None, ""), identifiers=NAMES) == ("subject", "level")


@pytest.mark.rule("AT-252")
@pytest.mark.parametrize("text", ["as with ROOS VOORBEELD", "see mlp-1042"])
def test_a_signal_that_points_to_a_client_is_refused(text: str) -> None:
    assert bottleneck_is_signalled(Signal("files", Level.MESO, text), identifiers=NAMES) == ("no_client",)
    assert bottleneck_is_signalled(Signal(text, Level.MESO, "files"), identifiers=NAMES) == ("no_client",)


@pytest.mark.rule("AT-258")
def test_a_doubt_is_discussed_without_name_reference_or_date() -> None:
    doubt = "may I tell that somebody drinks?"
    assert doubt_is_discussed_anonymously(doubt, identifiers=NAMES, logged=True) == ()
    dated = f"{doubt} She said so on 19 februari 2026."
    assert doubt_is_discussed_anonymously(dated, identifiers=NAMES, logged=True) == ("anonymous",)


@pytest.mark.rule("AT-258")
def test_an_anonymous_extract_is_logged() -> None:
    assert doubt_is_discussed_anonymously("a question", identifiers=["", *NAMES], logged=False) == ("logged",)
