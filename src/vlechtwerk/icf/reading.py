"""Reading a set of ICF categories from a CSV file. It is taken as a whole or not at all, with a line for each fault.

The columns are code, title, component, qualifiers and explanation; a spreadsheet of a Flemish machine puts semicolons
between them, others commas. The values of a category stand with spaces between them; without any it takes the generic ones.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vlechtwerk.icf.scale import COMPONENTS, GENERIC, QUALIFIERS

REQUIRED = ("code", "title", "component")
COLUMNS = (*REQUIRED, "qualifiers", "explanation")
LONGEST_FILE = 256 * 1024
"""The most bytes of a file; a set of 43 categories takes a few thousand."""
MOST_CATEGORIES = 500
CODE = re.compile(r"[bsde][1-9][0-9]{0,5}")
LONGEST = {"title": 200, "explanation": 500}


@dataclass(frozen=True, slots=True)
class Row:
    """One category as it stands in the file."""

    code: str
    title: str
    component: str
    qualifiers: tuple[str, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class SetFault:
    """What is wrong, on which line of the file; line 0 is the file as a whole."""

    line: int
    text: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.text}" if self.line else self.text


class NotASet(Exception):
    """A file cannot be taken as a set. `faults` are all its faults."""

    def __init__(self, faults: Sequence[SetFault]) -> None:
        """Keep the faults."""
        super().__init__("; ".join(map(str, faults)))
        self.faults = tuple(faults)


def read_set(content: bytes) -> list[Row]:
    """The categories of a file, in their order. Raises NotASet with every fault that is found."""
    lines = _lines(_text(content))
    if not lines:
        raise NotASet([SetFault(0, "there are no categories in this file")])
    if len(lines) > MOST_CATEGORIES:
        raise NotASet([SetFault(0, f"there are more than {MOST_CATEGORIES} categories in this file")])
    rows, faults, seen = [], [], dict[str, int]()
    for number, cells in lines:
        row = _row(cells)
        faults += [SetFault(number, text) for text in (*_faults(cells, row), *_twice(row.code, seen))]
        seen.setdefault(row.code, number)
        rows.append(row)
    if faults:
        raise NotASet(faults)
    return rows


def _text(content: bytes) -> str:
    """The text of a file. Raises NotASet when it is none."""
    if len(content) > LONGEST_FILE:
        raise NotASet([SetFault(0, f"the file is larger than {LONGEST_FILE // 1024} kB")])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content[: fault.start].count(b"\n") + 1
        raise NotASet([SetFault(line, "this is not UTF-8; save the sheet as CSV UTF-8")]) from None
    if "\0" in text:
        raise NotASet([SetFault(0, "this is not a text file; save the sheet as CSV UTF-8")])
    return text


def _lines(text: str) -> list[tuple[int, dict[str, str]]]:
    """Every line with a category: its number and its cells by column. Raises NotASet when the columns are not right."""
    heading = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in heading else ",", strict=True)
    try:
        columns = [one.strip().lower() for one in next(reader, [])]
        _check_columns(columns)
        found = []
        for cells in reader:
            if not any(one.strip() for one in cells):
                continue
            if len(cells) > len(columns):
                raise NotASet([SetFault(reader.line_num, f"{len(cells)} cells stand here for {len(columns)} columns")])
            found.append((reader.line_num, dict(zip(columns, (one.strip() for one in cells), strict=False))))
    except csv.Error as fault:
        raise NotASet([SetFault(reader.line_num, f"this is not CSV ({fault})")]) from None
    return found


def _check_columns(columns: Sequence[str]) -> None:
    """Raise NotASet when a column is missing, unknown, or there twice."""
    faults = [SetFault(1, f"the column {name} is missing") for name in REQUIRED if name not in columns]
    faults += [SetFault(1, f"there is no column {name!a}") for name in columns if name not in COLUMNS]
    faults += [SetFault(1, f"the column {name} is there twice") for name in COLUMNS if columns.count(name) > 1]
    if faults:
        raise NotASet(faults)


def _row(cells: dict[str, str]) -> Row:
    qualifiers = tuple(dict.fromkeys(cells.get("qualifiers", "").split())) or GENERIC
    title, explanation = cells.get("title", ""), cells.get("explanation", "")
    return Row(cells.get("code", "").lower(), title, cells.get("component", "").lower(), qualifiers, explanation)


def _faults(cells: dict[str, str], row: Row) -> Iterator[str]:
    """What is wrong with one category."""
    if not CODE.fullmatch(row.code):
        yield f"{row.code!a} is no ICF code; it is a letter b, s, d or e with up to six digits, as b130"
    if row.component not in COMPONENTS:
        yield f"{row.component!a} is no component; it is one of {', '.join(COMPONENTS)}"
    elif CODE.fullmatch(row.code) and row.code[0] != row.component:
        yield f"{row.code} is no category of component {row.component}"
    if not row.title:
        yield "the title is empty"
    for name, most in LONGEST.items():
        if len(cells.get(name, "")) > most:
            yield f"the {name} has more than {most} characters"
    if any(not letter.isprintable() for one in (row.title, row.explanation) for letter in one):
        yield "there is a letter that cannot be printed, or a line break inside a cell"
    if unknown := [one for one in row.qualifiers if one not in QUALIFIERS]:
        yield f"{', '.join(map(ascii, unknown))}: no such value; known are {' '.join(QUALIFIERS)}"


def _twice(code: str, seen: dict[str, int]) -> Iterator[str]:
    if code in seen:
        yield f"{code!a} stands on line {seen[code]} already"
