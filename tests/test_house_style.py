"""The style of the house: small things, one way down, every rule with its source, its proof and its Dutch."""

import ast
import re
import statistics
from itertools import pairwise
from pathlib import Path

from scripts.docs import NOT_EXPRESSED
from scripts.messages import missing
from tests.house.source import CHECKOUT, PROGRAM, functions, lines_of, place, python_files, text_files, tree
from vlechtwerk.rules.catalogue import all_rules

LONGEST_FUNCTION, LONGEST_FILE, LONGEST_TEMPLATE, LONGEST_VIEW, LONGEST_TEST = 40, 300, 120, 25, 15
MOST_PARAMETERS = 5
# Written in pieces, so that this file does not find itself.
FORBIDDEN = re.compile(
    "|".join(["/wo" + "rk/", r"\.\./sha" + "red", "py" + r"pi\.", "pytho" + "nhosted", "/ho" + "me/"])
)
UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
WAIVER = re.compile(r"#\s*(?:type:\s*ignore|noqa)(?P<rest>.*)")
REASON = re.compile(r"[ ,]([a-z]+ ){2}")


def test_functions_are_short() -> None:
    """No function has more than 40 lines, half of them have at most 6 and nine of ten at most 20."""
    found = list(functions("src"))
    sizes = [function.lines for function in found]
    assert [one.place for one in found if one.lines > LONGEST_FUNCTION] == []
    assert statistics.median(sizes) <= 6
    assert statistics.quantiles(sizes, n=10)[-1] <= 20


def test_functions_take_at_most_five_parameters() -> None:
    assert [one.place for one in functions("src", "scripts") if one.parameters > MOST_PARAMETERS] == []


def test_files_are_short() -> None:
    assert [str(path) for path in python_files() if len(lines_of(path)) > LONGEST_FILE] == []


def test_templates_are_short() -> None:
    templates = PROGRAM.rglob("jinja2/**/*.html")
    assert [str(path) for path in templates if len(lines_of(path)) > LONGEST_TEMPLATE] == []


def test_views_ask_call_and_answer() -> None:
    views = (one for one in functions("src") if one.path.name.startswith("views"))
    assert [one.place for one in views if one.lines > LONGEST_VIEW] == []


def test_tests_are_short() -> None:
    tests = (one for one in functions("tests") if one.node.name.startswith("test_"))
    assert [one.place for one in tests if one.lines > LONGEST_TEST] == []


def test_nothing_is_imported_inside_a_function() -> None:
    inside = [
        one.place
        for one in functions("src", "tests", "scripts")
        for node in ast.walk(one.node)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


def test_there_are_no_signals_and_no_changed_save() -> None:
    signals = [
        place(path, node.lineno)
        for path in python_files("src")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.module in {"django.dispatch", "django.db.models.signals"}
    ]
    assert signals == []
    assert [one.place for one in functions("src") if one.node.name in {"save", "delete"}] == []


def test_no_module_is_a_drawer_for_everything() -> None:
    names = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [str(path) for path in python_files() if names & {path.stem, path.parent.name}] == []


def test_every_waiver_of_a_check_says_why() -> None:
    """A comment that silences a tool names the finding and gives the reason behind it, or in a comment just above."""
    silent = [
        place(path, number)
        for path in python_files()
        for number, (above, line) in enumerate(pairwise(["", *lines_of(path)]), start=1)
        if (found := WAIVER.search(line)) and not (REASON.search(found["rest"]) or above.strip().startswith("# "))
    ]
    assert [where for where in silent if "test_house_style" not in where] == []


def test_nothing_is_left_for_later() -> None:
    assert _lines_with(UNFINISHED) == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    assert _lines_with(FORBIDDEN) == []


def test_no_test_is_skipped() -> None:
    skips = re.compile(r"pytest\.(skip|importor" + r"skip)|mark\.skip")
    assert [where for where in _lines_with(skips) if "test_house_style" not in where] == []


def test_every_rule_has_an_id_a_source_a_norm_and_a_docstring() -> None:
    incomplete = [
        rule.function.__qualname__
        for rule in all_rules()
        if not (
            re.fullmatch(r"[A-Z]{2}-\d{3}[a-z]?", rule.id)
            and rule.norm
            and rule.source.section
            and rule.function.__doc__
        )
    ]
    assert incomplete == []


def test_every_rule_is_proved_by_a_marked_test() -> None:
    proved = {
        argument.value
        for path in python_files("tests")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "rule"
        for argument in node.args
        if isinstance(argument, ast.Constant)
    }
    assert sorted({rule.id for rule in all_rules()} - proved) == []


def test_every_marked_rule_is_a_rule_or_an_entry_that_is_kept_otherwise() -> None:
    known = {rule.id for rule in all_rules()}.union(*NOT_EXPRESSED.values())
    marked = re.compile(r"pytest\.mark\.rule\(\"([^\"]+)\"\)")
    named = {one for path in python_files("tests/rules") for line in lines_of(path) for one in marked.findall(line)}
    assert sorted(named - known) == []


def test_every_english_sentence_has_a_dutch_one() -> None:
    assert list(missing("nl")) == []


def test_every_package_says_what_it_is_for() -> None:
    packages = {path.parent for path in python_files("src") if path.parent != CHECKOUT / "src"}
    assert [str(folder) for folder in packages if "migrations" not in folder.parts and not _says(folder)] == []


def _says(folder: Path) -> bool:
    """Whether a package has a docstring."""
    start = folder / "__init__.py"
    return start.exists() and bool(ast.get_docstring(tree(start)))


def _lines_with(pattern: re.Pattern[str]) -> list[str]:
    """Where a pattern stands in any text file of the project."""
    return [
        place(path, number)
        for path in text_files()
        for number, line in enumerate(lines_of(path), start=1)
        if pattern.search(line)
    ]
