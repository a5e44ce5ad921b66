"""The lists of evidence: every test that they name exists, and no line is empty."""

import ast
import csv
from functools import cache
from pathlib import Path

import pytest

from scripts.docs import ABUSE, ASVS, Requirement, States, requirements
from tests.house.source import CHECKOUT, tree


@cache
def names_in(file: str) -> frozenset[str]:
    """The names of the tests in a file; none when there is no such file."""
    path = CHECKOUT / file
    found = ast.walk(tree(path)) if path.is_file() else ()
    return frozenset(one.name for one in found if isinstance(one, ast.FunctionDef) and one.name.startswith("test_"))


def absent(named: str) -> list[str]:
    """The tests that are named, apart by a space, and that pytest does not find."""
    return [one for one in named.split() if one.partition("::")[2] not in names_in(one.partition("::")[0])]


def lines(path: Path) -> list[dict[str, str]]:
    """The lines of a list."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_every_abuse_case_is_there_once_in_order() -> None:
    assert [line["number"] for line in lines(ABUSE)] == [str(number) for number in range(1, 34)]


def test_every_abuse_case_names_its_test_or_what_is_still_to_come() -> None:
    empty = [line["number"] for line in lines(ABUSE) if not (line["abuse"] and line["required"])]
    assert empty + [line["number"] for line in lines(ABUSE) if not (line["tests"] or line["to_come"])] == []


@pytest.mark.parametrize("path", [ABUSE, ASVS], ids=lambda path: path.stem)
def test_every_test_that_is_named_exists(path: Path) -> None:
    assert [one for line in lines(path) for one in absent(line["tests"])] == []


def test_a_test_that_does_not_exist_would_be_found() -> None:
    named = "tests/house/test_evidence.py::test_of_nothing tests/house/test_nothing.py::test_x"
    assert absent(named) == named.split()
    assert absent("tests/house/test_evidence.py::test_every_test_that_is_named_exists") == []


def test_every_requirement_has_a_state_with_its_proof_or_its_reason() -> None:
    unfounded = [
        one.id
        for one in requirements()
        if not one.words
        or (one.state is States.MET and not (one.tests or one.note))
        or (one.state is not States.MET and not one.note)
    ]
    assert unfounded == []


def test_requirements_are_there_once_and_of_the_first_two_levels() -> None:
    found: list[Requirement] = requirements()
    assert len({one.id for one in found}) == len(found) == 253
    assert {one.level for one in found} == {1, 2}


def test_nearly_all_that_applies_is_met() -> None:
    applying = [one for one in requirements() if one.state is not States.NOT_APPLICABLE]
    assert sum(one.state is States.MET for one in applying) / len(applying) >= 0.95
