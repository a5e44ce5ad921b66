"""Text in a cell of a file that a spreadsheet program may open."""

STARTS_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""Signs with which a spreadsheet program takes a text for a formula, the wide ones included."""


def safe_cell(text: str) -> str:
    """The text, with an apostrophe in front when it would count as a formula; spaces in front do not hide one."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(STARTS_FORMULA) else text
