"""Names of files: what is shown, and what a file is called when it is handed out."""

from datetime import date

import pytest

from vlechtwerk.documents.kinds import FileKind
from vlechtwerk.documents.names import LONGEST, clean_name, download_name


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Verslag mei.pdf", "Verslag mei.pdf"),
        ("C:\\Users\\jan\\Verslag.pdf", "Verslag.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("ver\u202eslag\u200b.pdf", "verslag.pdf"),
        ("een\x00twee\r\n.pdf", "eentwee.pdf"),
        ("  veel   spaties .pdf", "veel spaties.pdf"),
        ("<b>vet</b>.pdf", "b.pdf"),
        ("CON.pdf", "document CON.pdf"),
        ("lpt1.tar.pdf", "document lpt1.tar.pdf"),
        (".pdf", "document.pdf"),
        ("...", "document"),
        ("", "document"),
        ("e\u0301e\u0301n.pdf", "één.pdf"),
    ],
)
def test_a_name_is_shown_without_folders_and_what_cannot_be_seen(given: str, shown: str) -> None:
    assert clean_name(given) == shown


@pytest.mark.parametrize("length", [LONGEST - 4, LONGEST - 3, 296])
def test_a_long_name_keeps_its_extension(length: int) -> None:
    shown = clean_name("v" * length + ".pdf")
    assert shown.endswith("v.pdf")
    assert len(shown) == LONGEST


def test_a_file_is_handed_out_under_a_name_of_ours() -> None:
    assert download_name("Evaluatieverslag", date(2026, 5, 1), FileKind.PDF) == "evaluatieverslag-2026-05-01.pdf"
    assert download_name("Één ander / document", date(2026, 5, 1), FileKind.JPEG) == "een-ander-document-2026-05-01.jpg"
    assert download_name("", date(2026, 5, 1), FileKind.DOCX) == "document-2026-05-01.docx"
