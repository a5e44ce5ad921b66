"""The report on paper: a tagged PDF (PDF/UA-1) made by typst from a template and words.

Nothing is fetched, no font of the machine is used and no author is named: the same words give the same report everywhere.
"""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

import typst

TEMPLATE = "report.typ"
STANDARD: Final = "ua-1"
"""A report that does not satisfy the standard is not made: the compiler refuses it."""


def pdf(told: Mapping[str, Any]) -> bytes:
    """A report: title, facts, notices and tables in words (see the template). Raises typst.TypstError when it cannot be made."""
    source = files("vlechtwerk.documents").joinpath(TEMPLATE).read_bytes()
    compiler = typst.Compiler(source, ignore_system_fonts=True)
    made = compiler.compile(sys_inputs={"told": json.dumps(told)}, format="pdf", pdf_standards=[STANDARD])
    if not isinstance(made, bytes):
        raise TypeError("one document was asked")
    return made
