"""A report with facts, notices and tables on paper: the reconstruction and the plan."""

from collections.abc import Mapping
from typing import Any

from vlechtwerk.sheets import pdf_bytes


def pdf(told: Mapping[str, Any]) -> bytes:
    """A report: title, facts, notices and tables in words (see the template). Raises typst.TypstError when it cannot be made."""
    return pdf_bytes("vlechtwerk.documents", "report.typ", told)
