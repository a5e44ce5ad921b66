"""Case files: a dated history as plain data, read into the events of a procedure and written back.

Pure: it gets data that a file reader already took apart (mappings, lists, texts, numbers) and knows no files.
"""

from vlechtwerk.rules.casefile.faults import Fault
from vlechtwerk.rules.casefile.reading import FORMAT, CaseFile, read_case, read_event
from vlechtwerk.rules.casefile.values import FIRST_DAY, LAST_DAY, read_date
from vlechtwerk.rules.casefile.writing import write_event

__all__ = [
    "FIRST_DAY",
    "FORMAT",
    "LAST_DAY",
    "CaseFile",
    "Fault",
    "read_case",
    "read_date",
    "read_event",
    "write_event",
]
