"""Tables that leave the program for a spreadsheet, as CSV or XLSX, in which nothing that somebody typed can be a formula.

Knows no Django and no database: whoever calls it has decided what may be exported, to whom, and has recorded it.
"""

from vlechtwerk.sheets.cells import Cell, TextTooLong
from vlechtwerk.sheets.csv_file import csv_bytes
from vlechtwerk.sheets.xlsx_file import xlsx_bytes

__all__ = ["Cell", "TextTooLong", "csv_bytes", "xlsx_bytes"]
