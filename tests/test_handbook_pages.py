"""The pages that follow the handbook paragraph by paragraph (docs/handboek) name places and rules that exist."""

import re
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest

from scripts.docs import NOT_EXPRESSED
from tests.house.source import CHECKOUT
from tests.manual.written import answers
from vlechtwerk.rules.catalogue import all_rules

FOLDER = CHECKOUT / "docs" / "handboek"
PAGES = sorted(FOLDER.glob("*.md"))
HEADING = ("paragraaf", "wat", "wie", "waar", "regels")
ADDRESS = re.compile(r"`(/[^`]*)`")
PLACEHOLDER = re.compile(r"<[^>]+>")
EXAMPLES = ("0198c5a0-0000-7000-8000-000000000000", "een-woord", "1")
"""What an address may hold in the place of <...>: an identifier, a word, a number."""
LINES_AROUND_A_TABLE = {"|".join(HEADING), "|".join("---" for _ in HEADING)}
KNOWN = {rule.id for rule in all_rules()} | {one for ids in NOT_EXPRESSED.values() for one in ids}


class Line(NamedTuple):
    """One line of a table, with its page."""

    page: str
    cells: tuple[str, ...]

    @property
    def addresses(self) -> list[str]:
        """The addresses that it names."""
        return ADDRESS.findall(self.cells[3])

    @property
    def rules(self) -> list[str]:
        """The ids of the rules that it names."""
        return [one.strip() for one in self.cells[4].split(",")]


def lines_of(page: Path) -> list[Line]:
    """The lines of the tables of a page, without their headings."""
    rows = (line.strip().strip("|") for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("|"))
    cells = (tuple(cell.strip() for cell in row.split("|")) for row in rows)
    return [Line(page.name, one) for one in cells if "|".join(one) not in LINES_AROUND_A_TABLE]


def exists(address: str) -> bool:
    """Whether the program answers an address like this one."""
    holes = len(PLACEHOLDER.findall(address))
    return any(answers(PLACEHOLDER.sub("{}", address).format(*values)) for values in product(EXAMPLES, repeat=holes))


def test_there_is_a_page_for_the_handbook() -> None:
    assert PAGES != []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_line_tells_what_is_asked_of_whom_and_where(page: Path) -> None:
    lines = lines_of(page)
    assert lines != []
    assert [line for line in lines if len(line.cells) != len(HEADING) or not all(line.cells)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_place_that_is_named_exists(page: Path) -> None:
    lines = lines_of(page)
    assert [line for line in lines if not line.addresses] == []
    assert [(line.cells[1], one) for line in lines for one in line.addresses if not exists(one)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_rule_that_is_named_stands_in_the_register(page: Path) -> None:
    assert [(line.cells[1], one) for line in lines_of(page) for one in line.rules if one not in KNOWN] == []


def test_an_address_that_the_program_does_not_have_is_noticed() -> None:
    assert exists("/trajecten/<id>/toeleiding/")
    assert not exists("/trajecten/<id>/bestaat-niet/hier/")
