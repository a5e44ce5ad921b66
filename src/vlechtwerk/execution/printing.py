"""A report of the execution on paper."""

from collections.abc import Mapping
from typing import Any

from vlechtwerk.sheets import pdf_bytes


def pdf(told: Mapping[str, Any]) -> bytes:
    """The report of `showing.paper`. Raises typst.TypstError when it cannot be made."""
    return pdf_bytes("vlechtwerk.execution", "paper.typ", told)
