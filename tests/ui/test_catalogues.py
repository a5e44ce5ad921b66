"""The translations: merged from several files, without gaps or quarrels."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.messages import missing, superfluous
from vlechtwerk.texts import LANGUAGES
from vlechtwerk.texts.catalogues import Key, compile_language, languages, merge
from vlechtwerk.texts.translation import SOURCE_LANGUAGE

HEADER = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for Dutch translations."""
    (tmp_path / "nl" / "LC_MESSAGES").mkdir(parents=True)
    return tmp_path


def write(folder: Path, name: str, *entries: tuple[str, str]) -> None:
    body = "".join(f'msgid "{english}"\nmsgstr "{dutch}"\n\n' for english, dutch in entries)
    (folder / "nl" / "LC_MESSAGES" / name).write_text(HEADER + body, encoding="utf-8")


def test_the_files_of_a_language_become_one_catalogue(folder: Path) -> None:
    write(folder, "a.po", ("plan", "plan van aanpak"))
    write(folder, "b.po", ("goal", "doelstelling"))
    assert compile_language("nl", folder) == []
    assert [message.string for message in merge("nl", folder).catalogue if message.id] == [
        "plan van aanpak",
        "doelstelling",
    ]
    assert (folder / "nl" / "LC_MESSAGES" / "django.mo").stat().st_mode & 0o777 == 0o644


def test_the_same_translation_in_two_files_is_no_fault(folder: Path) -> None:
    write(folder, "a.po", ("goal", "doelstelling"))
    write(folder, "b.po", ("goal", "doelstelling"))
    assert compile_language("nl", folder) == []


def test_two_files_that_disagree_are_a_fault(folder: Path) -> None:
    write(folder, "a.po", ("goal", "doelstelling"))
    write(folder, "b.po", ("goal", "doel"))
    assert compile_language("nl", folder) == ["b.po: other translation than in a.po: 'goal'"]


def test_a_message_that_stands_twice_in_a_file_is_a_fault(folder: Path) -> None:
    write(folder, "a.po", ("goal", "doelstelling"), ("goal", "doel"))
    assert compile_language("nl", folder) == ["a.po: a message stands in this file more than once"]


def test_a_message_without_translation_is_a_fault(folder: Path) -> None:
    write(folder, "a.po", ("goal", ""))
    assert compile_language("nl", folder) == ["a.po: without translation: 'goal'"]


def test_a_guessed_translation_is_a_fault(folder: Path) -> None:
    write(folder, "a.po")
    with (folder / "nl" / "LC_MESSAGES" / "a.po").open("a", encoding="utf-8") as file:
        file.write('#, fuzzy\nmsgid "goal"\nmsgstr "doel"\n')
    assert compile_language("nl", folder) == ["a.po: only guessed (fuzzy): 'goal'"]


def test_a_translation_that_names_another_placeholder_is_a_fault(folder: Path) -> None:
    write(folder, "a.po", ("since %(day)s", "sinds %(dag)s"))
    assert compile_language("nl", folder) == ["a.po: other placeholders than the English: 'since %(day)s'"]


def test_a_catalogue_with_faults_is_not_written(folder: Path) -> None:
    write(folder, "a.po", ("goal", ""))
    compile_language("nl", folder)
    assert list(folder.rglob("*.mo")) == []


@pytest.mark.parametrize("language", languages())
def test_the_translations_of_the_program_have_no_faults(language: str) -> None:
    assert merge(language).faults == []


def test_the_program_is_translated_in_dutch_and_french() -> None:
    assert languages() == sorted(code for code in LANGUAGES if code != SOURCE_LANGUAGE) == ["fr", "nl"]


@pytest.mark.parametrize("language", languages())
def test_every_text_of_the_program_has_a_translation(language: str) -> None:
    assert list(missing(language)) == []


@pytest.mark.parametrize("language", languages())
def test_no_translation_is_kept_that_nothing_asks_for(language: str) -> None:
    assert list(superfluous(language)) == []


def test_dutch_and_french_translate_the_same_texts_in_the_same_files() -> None:
    def translated(language: str) -> dict[Key, str]:
        return merge(language).origins

    assert translated("fr") == translated("nl")
