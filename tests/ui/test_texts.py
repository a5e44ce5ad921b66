"""The words of the field, in every language."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from vlechtwerk.texts import CatalogueMissing, translate, translation
from vlechtwerk.texts.dates import long_date, number
from vlechtwerk.texts.labels import Kind, UnknownCode, label, sentence

STATUSES = {
    "initiated": "geïnitieerd",
    "accepted": "aanvaard",
    "in_progress": "bezig",
    "closing": "ter afsluiting",
    "ended": "beëindigd",
    "cancelled": "geannuleerd",
}


@pytest.mark.parametrize(("code", "dutch"), STATUSES.items())
def test_a_status_has_the_dutch_name_of_the_handbook(code: str, dutch: str) -> None:
    assert translate("nl").label(Kind.STATUS, code) == dutch


def test_a_code_without_label_is_refused() -> None:
    with pytest.raises(UnknownCode, match="role 'cmw'"):
        label(Kind.ROLE, "cmw")


def test_english_is_the_message_itself() -> None:
    assert translate("en")("trajectory plan uploaded") == "trajectory plan uploaded"


def test_a_text_without_translation_stays_english() -> None:
    assert translate("nl")("a text that nobody translated") == "a text that nobody translated"


def test_an_empty_text_stays_empty() -> None:
    assert translate("nl")("") == ""


@pytest.mark.parametrize(("days", "dutch"), [(1, "%(num)s dag te laat"), (2, "%(num)s dagen te laat")])
def test_the_number_chooses_the_form(days: int, dutch: str) -> None:
    assert translate("nl").plural("%(num)s day late", "%(num)s days late", days) == dutch


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="choose one of nl, fr, en"):
        translate("de")


def test_a_language_that_was_not_compiled_says_how_to_do_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(translation, "LOCALE_FOLDER", tmp_path)
    with pytest.raises(CatalogueMissing, match=r"python -m vlechtwerk\.texts\.catalogues"):
        translate.__wrapped__("nl")


@pytest.mark.parametrize(("language", "text"), [("nl", "2 april 2026"), ("fr", "2 avril 2026"), ("en", "2 April 2026")])
def test_a_date_is_written_in_full(language: str, text: str) -> None:
    assert long_date(date(2026, 4, 2), language) == text == translate(language).date(date(2026, 4, 2))


def test_the_first_day_of_a_month_has_its_rank_in_french_only() -> None:
    first = date(2026, 5, 1)
    assert [long_date(first, one) for one in ("nl", "fr", "en")] == ["1 mei 2026", "1er mai 2026", "1 May 2026"]


@pytest.mark.parametrize(("language", "text"), [("nl", "1.250,5"), ("fr", "1\u202f250,5"), ("en", "1,250.5")])
def test_a_number_has_the_separators_of_the_language(language: str, text: str) -> None:
    assert number(Decimal("1250.5"), language) == text


def test_a_label_gets_a_capital_at_the_start_of_a_sentence() -> None:
    assert [sentence("eerste gesprek"), sentence("VDAB"), sentence("")] == ["Eerste gesprek", "VDAB", ""]
    assert [sentence("één traject"), sentence("équipe")] == ["Eén traject", "Équipe"]
