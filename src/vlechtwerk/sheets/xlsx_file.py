"""A table as XLSX, with the kind of every cell written down, so that the program that opens it has nothing to guess."""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell import Cell as Place
from openpyxl.cell import MergedCell
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from vlechtwerk.sheets.cells import Cell, harmless, in_brussels

LONGEST_TITLE = 31
"""As many characters as fit on the tab of a sheet."""
_NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_DAY, _MOMENT = "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss"


def xlsx_bytes(title: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a workbook with one sheet: a line of headings that stays in sight, and the rows below it.

    The file tells nothing about who made it. Moments are as the clock in Brussels showed them. Raises TextTooLong for a
    text that does not fit in a cell, and ValueError for a moment without a time zone.
    """
    book = Workbook()
    book.properties.creator = "Vlechtwerk"
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101 - a new workbook always has its first sheet
    sheet.title = _NOT_IN_TITLE.sub(" ", title).strip()[:LONGEST_TITLE] or "Vlechtwerk"
    for number, row in enumerate((headings, *rows), start=1):
        for column, cell in enumerate(row, start=1):
            _put(sheet.cell(number, column), cell)
    for heading in sheet[1]:
        heading.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _put(place: Place | MergedCell, cell: Cell) -> None:
    """Write a cell, and say what kind it is: a text is never looked at for a formula or an error code."""
    if isinstance(cell, str):
        if cell:
            place.value = harmless(cell)
            place.data_type = "s"
    elif isinstance(cell, datetime):
        place.value = in_brussels(cell)
        place.number_format = _MOMENT
    else:
        place.value = cell
        if isinstance(cell, date):
            place.number_format = _DAY
