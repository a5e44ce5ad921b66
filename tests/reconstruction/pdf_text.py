"""The words of a PDF, read back through the tables with which it tells a reader what its signs mean."""

import io
import re
from collections.abc import Iterator

import pikepdf

PAIR = re.compile(rb"<([0-9a-f]+)>\s*<([0-9a-f]+)>", re.IGNORECASE)


def text_of(content: bytes) -> str:
    """Every word of a document, without the places where lines are broken."""
    with pikepdf.open(io.BytesIO(content)) as document:
        pages = ("".join(_of_page(page)) for page in document.pages)
        return re.sub(r"\s+", " ", " ".join(pages).replace("\u00ad", ""))


def _of_page(page: pikepdf.Page) -> Iterator[str]:
    fonts = {str(name): _signs(font) for name, font in page.resources.get("/Font", {}).items()}
    current: dict[int, str] = {}
    for step in pikepdf.parse_content_stream(page):
        operands, operator = list(step.operands), str(step.operator)
        if operator == "Tf":
            current = fonts[str(operands[0])]
        elif operator in ("Tj", "TJ"):
            parts = list(operands[0]) if operator == "TJ" else operands
            yield from (_read(bytes(part), current) for part in parts if isinstance(part, pikepdf.String))
        elif operator == "ET":
            yield " "


def _signs(font: pikepdf.Object) -> dict[int, str]:
    """What each code of a font means."""
    table = font["/ToUnicode"].read_bytes()
    return {int(code, 16): bytes.fromhex(sign.decode()).decode("utf-16-be") for code, sign in PAIR.findall(table)}


def _read(codes: bytes, signs: dict[int, str]) -> str:
    return "".join(signs.get(int.from_bytes(codes[place : place + 2]), "") for place in range(0, len(codes), 2))
