"""What is kept of a file still shows what it showed."""

import re
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import openpyxl
import pikepdf
import pytest
from PIL import Image

from tests.documents import makers
from tests.documents.makers import CANARY, docx, odt, pdf, picture, relation, signed, with_exif, xlsx
from vlechtwerk.documents.kinds import FileKind
from vlechtwerk.documents.rewriting import rewritten


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_a_pdf_keeps_its_text_and_nothing_of_its_maker() -> None:
    with pikepdf.open(BytesIO(rewritten(pdf(), FileKind.PDF))) as made:
        assert b"Verslag van mei" in made.pages[0].Contents.read_bytes()
        assert set(made.trailer.keys()) <= {
            "/Root",
            "/Size",
            "/ID",
            "/Type",
            "/W",
            "/Index",
            "/Filter",
            "/Length",
            "/DecodeParms",
        }
        assert set(made.Root.keys()) == {"/Type", "/Pages"}


def test_a_pdf_is_one_revision() -> None:
    made = rewritten(pdf(linearize=True), FileKind.PDF)
    assert len(re.findall(rb"startxref", made)) == 1
    assert made.rstrip().endswith(b"%%EOF")


def test_what_was_filled_in_becomes_a_part_of_the_page() -> None:
    with pikepdf.open(BytesIO(rewritten(pdf(makers.with_form), FileKind.PDF))) as made:
        drawn = [one.read_bytes() for one in made.pages[0].Resources.XObject.values()]
        assert b"Werken in de zorg" in drawn[0]
        assert "/Annots" not in made.pages[0]


def test_the_language_and_the_structure_for_reading_aids_stay() -> None:
    def change(made: pikepdf.Pdf) -> None:
        made.Root.Lang, made.Root.MarkInfo = pikepdf.String("nl"), pikepdf.Dictionary(Marked=True)
        made.Root.StructTreeRoot = made.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))

    with pikepdf.open(BytesIO(rewritten(pdf(change), FileKind.PDF))) as made:
        assert {"/Lang", "/MarkInfo", "/StructTreeRoot"} <= set(made.Root.keys())


def test_a_photo_in_a_pdf_loses_what_stands_behind_it() -> None:
    photo = with_exif("JPEG")

    def change(made: pikepdf.Pdf) -> None:
        image = pikepdf.Stream(made, photo, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
        image.Filter = pikepdf.Name.DCTDecode
        made.pages[0].Resources.XObject = pikepdf.Dictionary(P=image)

    made = rewritten(pdf(change, compress_streams=False), FileKind.PDF)
    assert CANARY.encode() in photo
    assert CANARY.encode() not in made
    assert b"\xff\xda" in made


def test_a_signed_pdf_is_kept_to_the_letter() -> None:
    content = signed()
    assert rewritten(content, FileKind.PDF) == content


@pytest.mark.parametrize("kind", [FileKind.PNG, FileKind.JPEG])
def test_a_picture_stands_upright_and_has_nothing_behind_it(kind: FileKind) -> None:
    content = with_exif("PNG" if kind is FileKind.PNG else "JPEG")
    with Image.open(BytesIO(content)) as before, Image.open(BytesIO(rewritten(content, kind))) as after:
        assert (before.size, after.size) == ((40, 30), (30, 40))
        assert not after.getexif()
        assert set(after.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_what_one_sees_through_stays_so() -> None:
    content = picture(transparency=(0, 0, 0))
    with Image.open(BytesIO(rewritten(content, FileKind.PNG))) as after:
        assert after.convert("RGBA").getpixel((0, 0))[3] == 0  # type: ignore[index]  # four numbers in this mode


def test_a_word_file_keeps_its_text_and_opens_without_what_was_left_out() -> None:
    extra = {"docProps/custom.xml": f"<a>{CANARY}</a>"}
    kept = parts(rewritten(docx(extra), FileKind.DOCX))
    assert set(kept) == {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels"}
    assert b"Verslag van mei" in kept["word/document.xml"]
    assert b"docProps" not in kept["_rels/.rels"] + kept["[Content_Types].xml"]


def test_a_link_to_a_disk_leads_nowhere_and_one_to_the_web_stays() -> None:
    links = relation("r1", "hyperlink", "file:///C:/jan.docx", "External") + relation(
        "r2", "hyperlink", "https://example.org/", "External"
    )
    kept = parts(rewritten(docx(links=links), FileKind.DOCX))["word/_rels/document.xml.rels"]
    assert b'Target="about:blank"' in kept
    assert b'Target="https://example.org/"' in kept


def test_an_excel_file_still_opens_with_what_stood_in_its_cell() -> None:
    book = openpyxl.load_workbook(BytesIO(rewritten(xlsx(cell="=SUM(A2:A9)"), FileKind.XLSX)))
    assert book.active is not None
    assert book.active["A1"].value == "=SUM(A2:A9)"
    assert CANARY not in (book.properties.creator or "")


def test_an_opendocument_text_still_names_its_type_first_and_not_packed() -> None:
    made = rewritten(odt({"Thumbnails/thumbnail.png": picture()}), FileKind.ODT)
    with ZipFile(BytesIO(made)) as package:
        first = package.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert set(package.namelist()) == {"mimetype", "content.xml", "meta.xml", "META-INF/manifest.xml"}


def test_the_moments_of_saving_are_gone() -> None:
    with ZipFile(BytesIO(rewritten(docx(), FileKind.DOCX))) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
