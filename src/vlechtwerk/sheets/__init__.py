"""What leaves the program as a file: tables for a spreadsheet (CSV or XLSX) and papers (PDF).

Nothing that somebody typed can be a formula in a table.

Knows no Django and no database: whoever calls it has decided what may be exported, to whom, and has recorded it.
"""

from vlechtwerk.sheets.cells import Cell, TextTooLong
from vlechtwerk.sheets.csv_file import csv_bytes
from vlechtwerk.sheets.paper import pdf_bytes
from vlechtwerk.sheets.xlsx_file import xlsx_bytes

__all__ = ["Cell", "TextTooLong", "csv_bytes", "pdf_bytes", "xlsx_bytes"]
