"""Office files, and zips that look like them."""

from tests.documents import makers
from tests.documents.brought import DOCX, ODT, XLSX, Brought, of
from tests.documents.makers import CANARY, docx, odt, package, picture, relation, with_exif, xlsx
from vlechtwerk.documents.refusing import Reason

ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
LONG = b"0" * 40_000_000


def _run(instruction: str) -> str:
    """A field of Word, with its instruction in two pieces."""
    half = len(instruction) // 2
    pieces = "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in (instruction[:half], instruction[half:]))
    return f"<w:p>{pieces}</w:p>"


def _macro_docx() -> bytes:
    return docx(
        {"[Content_Types].xml": f'<Types><Override PartName="/word/document.xml" ContentType="{MACRO_TYPE}"/></Types>'}
    )


def _outside(kind: str, target: str) -> bytes:
    return docx(links=relation("r9", kind, target, "External"))


DOCXS = [
    of(DOCX, "a report", docx),
    of(DOCX, "with a picture and its maker", lambda: docx({"word/media/image1.jpg": with_exif("JPEG")})),
    of(
        DOCX,
        "with a thumbnail and own properties",
        lambda: docx(
            {
                "docProps/thumbnail.jpeg": picture("JPEG"),
                "docProps/custom.xml": f"<a>{CANARY}</a>",
                "customXml/item1.xml": f"<a>{CANARY}</a>",
            }
        ),
    ),
    of(DOCX, "with a list of who made remarks", lambda: docx({"word/people.xml": f"<a>{CANARY}</a>"})),
    of(
        DOCX,
        "with a template of elsewhere",
        lambda: docx(
            {
                "word/settings.xml": (
                    f'<w:settings xmlns:w="{makers.WORD}" xmlns:r="{makers.LINK}"><w:attachedTemplate r:id="r1"/>'
                    '<w:rsids><w:rsid w:val="00AB12CD"/></w:rsids></w:settings>'
                ),
                "word/_rels/settings.xml.rels": makers.relations(
                    ("r1", "attachedTemplate", f"http://{CANARY}.example/x.dotm", "External")
                ),
            }
        ),
    ),
    of(DOCX, "with a link that a person follows", lambda: _outside("hyperlink", "https://example.org/vacature")),
    of(DOCX, "with a link to a disk", lambda: _outside("hyperlink", f"file:///C:/Users/{CANARY}/x.docx")),
    of(
        DOCX,
        "with a picture of elsewhere",
        lambda: _outside("image", "http://example.org/spion.png"),
        Reason.OUTSIDE_LINK,
    ),
    of(DOCX, "with a frame of elsewhere", lambda: _outside("frame", "http://example.org/"), Reason.OUTSIDE_LINK),
    of(
        DOCX,
        "with an object of elsewhere",
        lambda: _outside("oleObject", "http://example.org/x.hta"),
        Reason.OUTSIDE_LINK,
    ),
    of(DOCX, "with macros by its type", _macro_docx, Reason.MACROS),
    of(DOCX, "with macros", lambda: docx({"word/vbaProject.bin": b"\1\2"}), Reason.MACROS),
    of(DOCX, "with controls that run", lambda: docx({"word/activeX/activeX1.xml": "<a/>"}), Reason.MACROS),
    of(DOCX, "with another file", lambda: docx({"word/embeddings/oleObject1.bin": b"\1\2"}), Reason.EMBEDDED),
    of(
        DOCX,
        "with an old Office file as a picture",
        lambda: docx({"word/media/a.png": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}),
        Reason.EMBEDDED,
    ),
    of(DOCX, "with a program as a picture", lambda: docx({"word/media/a.png": b"MZ\x90"}), Reason.EMBEDDED),
    of(DOCX, "with an archive as a picture", lambda: docx({"word/media/a.png": package({"a": "b"})}), Reason.EMBEDDED),
    of(DOCX, "with a packed archive", lambda: docx({"word/media/a.emf": b"\x1f\x8b\x08"}), Reason.EMBEDDED),
    of(DOCX, "with something unknown", lambda: docx({"word/a.bin": b"abc"}), Reason.EMBEDDED),
    of(DOCX, "with a page of the web inside", lambda: docx(body='<w:altChunk r:id="r7"/>'), Reason.EMBEDDED),
    of(
        DOCX,
        "with text that was struck out",
        lambda: docx(body='<w:p><w:del w:author="x"><w:r><w:delText>oud</w:delText></w:r></w:del></w:p>'),
        Reason.TRACKED_CHANGES,
    ),
    of(DOCX, "with remarks", lambda: docx({"word/comments.xml": f"<a>{CANARY}</a>"}), Reason.TRACKED_CHANGES),
    of(
        DOCX,
        "with a field that starts a program",
        lambda: docx(body=_run("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe")),
        Reason.OUTSIDE_LINK,
    ),
    of(
        DOCX,
        "with a field that fetches a text",
        lambda: docx(body='<w:fldSimple w:instr="INCLUDETEXT x"/>'),
        Reason.OUTSIDE_LINK,
    ),
    of(DOCX, "with a field for the page number", lambda: docx(body=_run(" PAGE "))),
    of(
        DOCX,
        "that names a file of the machine",
        lambda: docx({"word/footnotes.xml": ENTITY + "<x>&e;</x>"}),
        Reason.UNSAFE_ARCHIVE,
    ),
    of(DOCX, "that repeats itself without end", lambda: docx({"word/styles.xml": LAUGHS}), Reason.UNSAFE_ARCHIVE),
    of(DOCX, "that is not well-formed", lambda: docx({"word/styles.xml": "<a><b></a>"}), Reason.DAMAGED),
    of(DOCX, "that leaves its folder", lambda: docx({"../../etc/cron.d/x.xml": "<a/>"}), Reason.UNSAFE_ARCHIVE),
    of(DOCX, "that names a disk", lambda: docx({"C:/x.xml": "<a/>"}), Reason.UNSAFE_ARCHIVE),
    of(DOCX, "that starts at the root", lambda: docx({"/word/x.xml": "<a/>"}), Reason.UNSAFE_ARCHIVE),
    of(DOCX, "with a link to a file of the machine", lambda: makers.with_link_entry(docx()), Reason.UNSAFE_ARCHIVE),
    of(DOCX, "with a name twice", lambda: docx({"word/DOCUMENT.xml": "<a/>"}), Reason.UNSAFE_ARCHIVE),
    of(
        DOCX,
        "that unpacks to ten gigabytes",
        lambda: docx({f"word/{n}.xml": LONG[:30_000_000] for n in range(4)}),
        Reason.TOO_HEAVY,
    ),
    of(DOCX, "with one part that unpacks without end", lambda: docx({"word/x.xml": LONG}), Reason.TOO_HEAVY),
    of(
        DOCX, "with thousands of parts", lambda: docx({f"word/{n}.xml": "<a/>" for n in range(2_000)}), Reason.TOO_HEAVY
    ),
    of(DOCX, "cut off", lambda: docx()[:-30], Reason.DAMAGED),
    of(DOCX, "changed on the way", lambda: docx().replace(b"PK\1\2", b"PK\1\3"), Reason.DAMAGED),
    of(DOCX, "with a password", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Reason.OLD_OFFICE),
    of(DOCX, "with a page behind it", lambda: docx() + b"<script>alert(1)</script>"),
    of(DOCX, "a zip", lambda: package({"a.txt": "b"}), Reason.UNKNOWN_KIND),
    of(DOCX, "a zip in a zip", lambda: package({"a.zip": package({"a.txt": "b"})}), Reason.UNKNOWN_KIND),
    Brought("a zip by its own name", "a.zip", lambda: package({"a.txt": "b"}), Reason.UNKNOWN_KIND, "application/zip"),
    Brought("a report by the name of one with macros", "a.docm", docx, Reason.WRONG_EXTENSION),
    Brought("a report as a sheet", "a.xlsx", docx, Reason.WRONG_EXTENSION),
]
XLSXS = [
    of(XLSX, "a sheet", xlsx),
    of(XLSX, "with a sum", lambda: xlsx(cell="=SUM(A2:A9)")),
    of(XLSX, "with a cell that starts a program", lambda: xlsx(cell="=cmd|'/C calc'!A0"), Reason.OUTSIDE_LINK),
    of(
        XLSX,
        "with links to other sheets",
        lambda: xlsx({"xl/externalLinks/externalLink1.xml": "<a/>"}),
        Reason.OUTSIDE_LINK,
    ),
    of(XLSX, "with data of elsewhere", lambda: xlsx({"xl/connections.xml": "<a/>"}), Reason.EMBEDDED),
    of(XLSX, "with macros", lambda: xlsx({"xl/vbaProject.bin": b"\1"}), Reason.MACROS),
    of(XLSX, "with macros of long ago", lambda: xlsx({"xl/macrosheets/sheet1.xml": "<a/>"}), Reason.MACROS),
    of(XLSX, "with remarks", lambda: xlsx({"xl/comments/comment1.xml": f"<a>{CANARY}</a>"}), Reason.TRACKED_CHANGES),
    of(XLSX, "with the printer of the maker", lambda: xlsx({"xl/printerSettings/printerSettings1.bin": CANARY})),
    of(
        XLSX,
        "that names a file of the machine",
        lambda: xlsx({"xl/sharedStrings.xml": ENTITY + "<x>&e;</x>"}),
        Reason.UNSAFE_ARCHIVE,
    ),
]
ODTS = [
    of(ODT, "a report", odt),
    of(
        ODT,
        "with a link that a person follows",
        lambda: odt(body='<text:a xlink:href="https://example.org/">x</text:a>'),
    ),
    of(ODT, "with a thumbnail", lambda: odt({"Thumbnails/thumbnail.png": picture()})),
    of(ODT, "with macros", lambda: odt({"Basic/Standard/Module1.xml": "<a/>"}), Reason.MACROS),
    of(
        ODT,
        "with a macro that runs at opening",
        lambda: odt(head="<office:scripts><script:event-listener/></office:scripts>"),
        Reason.MACROS,
    ),
    of(ODT, "with another file", lambda: odt({"Object 1/content.xml": "<a/>"}), Reason.EMBEDDED),
    of(
        ODT,
        "with a picture of elsewhere",
        lambda: odt(body='<draw:image xlink:href="http://example.org/x.png"/>'),
        Reason.OUTSIDE_LINK,
    ),
    of(ODT, "with data of elsewhere", lambda: odt(head="<text:dde-connection-decl/>"), Reason.OUTSIDE_LINK),
    of(ODT, "with earlier text", lambda: odt(body="<text:tracked-changes/>"), Reason.TRACKED_CHANGES),
    of(
        ODT,
        "with remarks",
        lambda: odt(body=f"<office:annotation><dc:creator>{CANARY}</dc:creator></office:annotation>"),
        Reason.TRACKED_CHANGES,
    ),
    of(
        ODT,
        "with a password",
        lambda: odt({"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}),
        Reason.PROTECTED,
    ),
    of(
        ODT,
        "that names a file of the machine",
        lambda: odt({"styles.xml": ENTITY + "<x>&e;</x>"}),
        Reason.UNSAFE_ARCHIVE,
    ),
]
CORPUS = [*DOCXS, *XLSXS, *ODTS]
