"""A table as CSV, as spreadsheet programs in Flanders read it: semicolons between cells and a comma in a number.

With a point, such a program would take 1.5 for the first of May.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from vlechtwerk.sheets.cells import Cell, harmless, in_brussels


def csv_bytes(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a table with one line of headings: UTF-8 with its mark, every cell in quotes, as in RFC 4180.

    Days and moments are written as 2026-04-02 and 2026-04-02 09:30:00 (in Brussels). Raises TextTooLong for a text that
    does not fit in a cell of a spreadsheet, and ValueError for a moment without a time zone.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([harmless(one) for one in headings])
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    """The text of a cell."""
    match cell:
        case None:
            return ""
        case str():
            return harmless(cell)
        case datetime():
            return in_brussels(cell).isoformat(sep=" ")
        case date():
            return cell.isoformat()
        case Decimal():
            return f"{cell:f}".replace(".", ",")
        case _:
            return str(cell).replace(".", ",")
