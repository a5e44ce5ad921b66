"""A report on paper: a tagged PDF (PDF/UA-1) made by typst from a template and words, as the reconstruction is."""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

import typst

TEMPLATE = "paper.typ"
STANDARD: Final = "ua-1"
"""A report that does not satisfy the standard is not made: the compiler refuses it."""


def pdf(told: Mapping[str, Any]) -> bytes:
    """The report of `showing.paper`. Raises typst.TypstError when it cannot be made."""
    source = files("vlechtwerk.execution").joinpath(TEMPLATE).read_bytes()
    compiler = typst.Compiler(source, ignore_system_fonts=True)
    made = compiler.compile(sys_inputs={"told": json.dumps(told)}, format="pdf", pdf_standards=[STANDARD])
    if not isinstance(made, bytes):
        raise TypeError("one document was asked")
    return made
