"""Files as people and attackers make them, made here: nothing of them stands in the project."""

import stat
import struct
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import openpyxl
import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import Image

CANARY = "KANARIE-maker-Jan-Peeters"
"""What may be in no file that is handed out: who made it, where, and what stood in it before."""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DOCX_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ODT_TYPE = "application/vnd.oasis.opendocument.text"
Parts = Mapping[str, str | bytes]


def pdf(change: Callable[[Pdf], object] = lambda pdf: None, **saved: object) -> bytes:
    """A PDF of one page with a name in its metadata; `change` adds something to it."""
    made, out = Pdf.new(), BytesIO()
    page = made.add_blank_page(page_size=(200, 200))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F1=made.make_indirect(font)))
    page.Contents = Stream(made, b"BT /F1 12 Tf 20 100 Td (Verslag van mei) Tj ET")
    made.docinfo["/Author"] = CANARY
    with made.open_metadata() as metadata:
        metadata["dc:creator"] = [CANARY]
    change(made)
    made.save(out, **saved)  # type: ignore[arg-type]  # whatever the library takes
    return out.getvalue()


def action(**told: Any) -> Callable[[Pdf], None]:
    """A PDF that does something when it is opened."""

    def change(made: Pdf) -> None:
        made.Root.OpenAction = Dictionary(Type=Name.Action, **told)

    return change


def with_attachment(made: Pdf) -> None:
    """A file inside the PDF."""
    made.attachments[f"{CANARY}.exe"] = b"MZ" + CANARY.encode()


def with_page_script(made: Pdf) -> None:
    """A script that runs when a page is shown, and a link that starts a program."""
    made.pages[0].AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{CANARY}')")))
    launch = Dictionary(S=Name.Launch, F=String(f"C:\\{CANARY}.exe"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=launch)
    made.pages[0].Annots = Array([made.make_indirect(link)])


def with_form(made: Pdf) -> None:
    """A filled-in form with the description of another form language beside it."""
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("doel"), V=String("Werken in de zorg"),
        Rect=Array([20, 20, 180, 40]), DA=String("/F1 12 Tf 0 g"),
    )  # fmt: skip
    widget = made.make_indirect(field)
    made.pages[0].Annots = Array([widget])
    fonts = Dictionary(Font=made.pages[0].Resources.Font)
    made.Root.AcroForm = Dictionary(Fields=Array([widget]), DR=fonts, XFA=Stream(made, CANARY.encode()))


def signed(*, added: bytes = b"", script: bool = False) -> bytes:
    """A PDF with a signature field that covers it; `added` is put behind it afterwards."""
    mark = b"0123456789" * 3

    def change(made: Pdf) -> None:
        told: dict[str, Any] = {"JS": String("app.alert(1)"), "S": Name.JavaScript} if script else {}
        value = Dictionary(
            Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), ByteRange=Array([0, 1111111, 2222222, 3333333]),
            Contents=String(mark), **told,
        )  # fmt: skip
        made.Root.AcroForm = Dictionary(Fields=Array([made.make_indirect(Dictionary(FT=Name.Sig, V=value))]))

    content = pdf(change, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    before = content.index(b"(" + mark) if b"(" + mark in content else content.index(b"<" + mark.hex().encode())
    after = content.index(b">" if content[before : before + 1] == b"<" else b")", before) + 1
    ranges = f"{before:7} {after:7} {len(content) - after:7}".encode()
    return content.replace(b"1111111 2222222 3333333", ranges) + added


def updated(content: bytes, was: bytes, becomes: bytes) -> bytes:
    """A PDF in which an object was replaced by adding a later one at the end, as programs do when they save quickly."""
    number = content.index(was)
    start = content.rindex(b" 0 obj", 0, number)
    name = content[content.rindex(b"\n", 0, start) + 1 : start]
    body = b"\n" + name + b" 0 obj\n" + becomes + b"\nendobj\n"
    at = len(content) + 1
    table = len(content) + len(body)
    size = int(content[content.rindex(b"/Size ") + 6 :].split()[0].strip(b"/>"))
    root = content[content.rindex(b"/Root ") + 6 :].split(b"/")[0].split(b">")[0].strip()
    before = int(content[content.rindex(b"startxref") + 9 :].split()[0])
    trailer = b"trailer << /Size %d /Root %s /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, before, table)
    return content + body + b"xref\n%s 1\n%010d 00000 n \n" % (name, at) + trailer


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30), mode: str = "RGB", **saved: Any) -> bytes:
    """A picture of one colour."""
    out = BytesIO()
    Image.new(mode, size, 120 if mode in {"L", "P", "1"} else 0).save(out, kind, **saved)
    return out.getvalue()


def with_exif(kind: str) -> bytes:
    """A picture that lies on its side, with a place, a maker and a remark behind it."""
    exif = Image.Exif()
    exif[0x0112], exif[0x013B], exif[0x010F] = 6, CANARY, CANARY
    remark: dict[str, Any] = {"comment": CANARY} if kind == "JPEG" else {}
    return picture(kind, exif=exif, **remark)


@cache
def large_png(width: int, height: int) -> bytes:
    """A PNG of one colour that says this size, packed row by row without a picture in memory."""
    packer = zlib.compressobj(9)
    row = b"\0" * (1 + width // 8)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    pieces = [(b"IHDR", header), (b"IDAT", packed), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(inside)) + name + inside + struct.pack(">I", zlib.crc32(name + inside))
        for name, inside in pieces
    )


def package(parts: Parts, *, first: str = "", packed: int = ZIP_DEFLATED) -> bytes:
    """A zip with these parts; `first` is put in first and is not packed."""
    out = BytesIO()
    with ZipFile(out, "w") as made:
        for name in sorted(parts, key=lambda one: one != first):
            made.writestr(name, parts[name], ZIP_STORED if name == first else packed)
    return out.getvalue()


def docx(parts: Parts | None = None, *, body: str = "", links: str = "", types: str = "") -> bytes:
    """A Word file with a name in its properties. `parts` are put in the place of its own, or beside them."""
    return package({**_docx_parts(body, links, types), **(parts or {})})


def _docx_parts(body: str, links: str, types: str) -> dict[str, str | bytes]:
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    return {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{DOCX_MAIN}"/>'
            f'<Override PartName="/docProps/core.xml" ContentType="application/xml"/>{types}</Types>'
        ),
        "_rels/.rels": relations(
            ("r1", f"{LINK}/officeDocument", "word/document.xml", ""), ("r2", f"{LINK}/core", "docProps/core.xml", "")
        ),
        "docProps/core.xml": f'<c:props xmlns:c="{core}"><c:lastModifiedBy>{CANARY}</c:lastModifiedBy></c:props>',
        "docProps/app.xml": f"<Properties><Company>{CANARY}</Company><Template>{CANARY}</Template></Properties>",
        "word/document.xml": (
            f'<w:document xmlns:w="{WORD}" xmlns:r="{LINK}"><w:body>'
            f'<w:p w:rsidR="00AB12CD"><w:r><w:t>Verslag van mei</w:t></w:r></w:p>{body}</w:body></w:document>'
        ),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>',
    }


def relation(id: str, kind: str, target: str, mode: str = "") -> str:
    """One reference of a part to another one, or to something outside."""
    kind = kind if kind.startswith("http") else f"{LINK}/{kind}"
    outside = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="{id}" Type="{kind}" Target="{target}"{outside}/>'


def relations(*told: tuple[str, str, str, str]) -> str:
    """The references of a part."""
    return f'<Relationships xmlns="{PACKAGE}">{"".join(relation(*one) for one in told)}</Relationships>'


def xlsx(parts: Parts | None = None, *, cell: object = "Verslag van mei") -> bytes:
    """An Excel file with one cell and a name in its properties; `parts` are put in it."""
    book, out = openpyxl.Workbook(), BytesIO()
    book.properties.creator = book.properties.lastModifiedBy = CANARY
    assert book.active is not None
    book.active.append([cell])
    book.save(out)
    return with_parts(out.getvalue(), parts or {})


def with_parts(content: bytes, parts: Parts) -> bytes:
    """A package with parts put in the place of its own, or beside them."""
    with ZipFile(BytesIO(content)) as opened:
        return package({**{name: opened.read(name) for name in opened.namelist()}, **parts})


def odt(parts: Parts | None = None, *, body: str = "", head: str = "") -> bytes:
    """An OpenDocument text with a name in its properties."""
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
        for name, path in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("script", "script"))
    )
    spaces += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    own: dict[str, str | bytes] = {
        "mimetype": ODT_TYPE,
        "content.xml": (
            f"<office:document-content{spaces}>{head}<office:body><office:text><text:p>Verslag van mei</text:p>{body}"
            "</office:text></office:body></office:document-content>"
        ),
        "meta.xml": (
            f"<office:document-meta{spaces}><office:meta><dc:creator>{CANARY}</dc:creator></office:meta>"
            "</office:document-meta>"
        ),
        "settings.xml": f"<office:document-settings{spaces}>{CANARY}</office:document-settings>",
        "META-INF/manifest.xml": (
            f'<m:manifest xmlns:m="{manifest}"><m:file-entry m:full-path="/" m:media-type="{ODT_TYPE}"/>'
            '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
        ),
    }
    return package({**own, **(parts or {})}, first="mimetype")


def with_link_entry(content: bytes) -> bytes:
    """A package with an entry that is a symbolic link to a file of the machine."""
    out = BytesIO(content)
    with ZipFile(out, "a") as made:
        entry = ZipInfo("word/media/plaatje.png")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(entry, "/etc/passwd")
    return out.getvalue()
