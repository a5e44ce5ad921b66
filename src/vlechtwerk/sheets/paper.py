"""Papers that leave the program: a tagged PDF (PDF/UA-1) made by typst from a template and words.

Nothing is fetched, no font of the machine is used and no author is named: the same words give the same paper everywhere.
"""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

import typst

STANDARD: Final = "ua-1"
"""A paper that does not satisfy the standard is not made: the compiler refuses it."""


def pdf_bytes(package: str, template: str, told: Mapping[str, Any]) -> bytes:
    """The words told, laid out by the template of that package. Raises typst.TypstError when the paper cannot be made."""
    compiler = typst.Compiler(files(package).joinpath(template).read_bytes(), ignore_system_fonts=True)
    made = compiler.compile(sys_inputs={"told": json.dumps(told)}, format="pdf", pdf_standards=[STANDARD])
    if not isinstance(made, bytes):
        raise TypeError("one document was asked")
    return made
