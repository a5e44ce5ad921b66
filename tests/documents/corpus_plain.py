"""PDF, pictures, text and everything that is nothing of the kind."""

from pikepdf import Encryption, Name, ObjectStreamMode, Pdf, Permissions, String

from tests.documents import makers
from tests.documents.brought import JPEG, PDF, PNG, TEXT, Brought, of
from tests.documents.makers import CANARY, action, large_png, pdf, picture, signed, with_exif
from vlechtwerk.documents.kinds import MEDIA_TYPES
from vlechtwerk.documents.refusing import Reason

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
HTML = b"<!DOCTYPE html><script>alert(1)</script>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


def _bomb_in_objects(made: Pdf) -> None:
    """A page that unpacks to two hundred megabytes, four thousand times smaller."""
    made.pages[0].Contents = made.make_stream(b"0 0 m " * 30_000_000)


def _older_text() -> bytes:
    plain = pdf(compress_streams=False, object_stream_mode=ObjectStreamMode.disable)
    stream = b"<< /Length 44 >>\nstream\nBT /F1 12 Tf 20 100 Td (Nieuwe tekst van mei) Tj ET\nendstream"
    plain = plain.replace(b"(Verslag van mei)", b"(" + CANARY.encode()[:15] + b")")
    return makers.updated(plain, CANARY.encode()[:15], stream)


PDFS = [
    of(PDF, "one page", pdf),
    of(PDF, "linearised", lambda: pdf(linearize=True)),
    of(PDF, "a script at opening", lambda: pdf(action(S=Name.JavaScript, JS=String(f"app.alert('{CANARY}')")))),
    of(PDF, "a program at opening", lambda: pdf(action(S=Name.Launch, F=String(f"{CANARY}.exe")))),
    of(PDF, "a form that is sent at opening", lambda: pdf(action(S=Name.SubmitForm, F=String(f"http://{CANARY}.example")))),
    of(PDF, "another document at opening", lambda: pdf(action(S=Name.GoToR, F=String(f"\\\\{CANARY}\\x.pdf")))),
    of(PDF, "a page with a script and a link to a program", lambda: pdf(makers.with_page_script)),
    of(PDF, "a file inside", lambda: pdf(makers.with_attachment)),
    of(PDF, "a filled-in form with a second form language", lambda: pdf(makers.with_form)),
    of(PDF, "older text under a later saving", _older_text),
    of(PDF, "a page behind it", lambda: pdf() + HTML),
    of(PDF, "an archive behind it", lambda: pdf() + makers.package({"a.exe": "MZ"})),
    of(PDF, "signed", signed),
    of(PDF, "signed and changed afterwards", lambda: signed(added=b"\nmeer"), Reason.SIGNED_AND_ACTIVE),
    of(PDF, "signed with a script", lambda: signed(script=True), Reason.SIGNED_AND_ACTIVE),
    of(PDF, "with a password", lambda: pdf(encryption=Encryption(owner="a", user="b")), Reason.PROTECTED),
    of(
        PDF, "with rights withheld", lambda: pdf(encryption=Encryption(owner="a", user="", allow=Permissions(extract=False))),
        Reason.PROTECTED,
    ),
    of(
        PDF, "a form that only one program shows", lambda: pdf(lambda one: setattr(one.Root, "NeedsRendering", True)),
        Reason.DYNAMIC_FORM,
    ),
    of(PDF, "cut off", lambda: pdf()[:-200], Reason.DAMAGED),
    of(PDF, "only a start", lambda: b"%PDF-1.7\n", Reason.DAMAGED),
    of(PDF, "without pages", lambda: pdf(lambda one: one.pages.__delitem__(0)), Reason.DAMAGED),
    of(PDF, "a page of before the start", lambda: HTML + pdf(), Reason.UNKNOWN_KIND),
    of(PDF, "a page of the web", lambda: HTML, Reason.UNKNOWN_KIND),
    of(PDF, "noise", lambda: b"%PDF-1.4\n" + bytes(range(256)) * 40, Reason.DAMAGED),
    of(PDF, "a page that unpacks without end", lambda: pdf(_bomb_in_objects)),
    of(PDF, "an object that names itself", lambda: pdf(lambda one: one.Root.__setitem__("/Names", one.Root)), None),
]  # fmt: skip
PICTURES = [
    of(PNG, "a picture", picture),
    of(PNG, "black and white", lambda: picture(mode="1")),
    of(PNG, "with a palette", lambda: picture(mode="P")),
    of(PNG, "that one sees through", lambda: picture(mode="RGBA")),
    of(PNG, "of sixteen bits", lambda: picture(mode="I;16")),
    of(PNG, "with its maker", lambda: with_exif("PNG")),
    of(PNG, "with a page behind it", lambda: picture() + HTML),
    of(PNG, "of 50,000 points wide", lambda: large_png(50_000, 50_000), Reason.TOO_MANY_PIXELS),
    of(PNG, "of one point too many", lambda: large_png(30_000, 1_001), Reason.TOO_MANY_PIXELS),
    of(PNG, "as large as may be", lambda: large_png(30_000, 1_000)),
    of(PNG, "cut off", lambda: with_exif("PNG")[:-60], Reason.DAMAGED),
    of(PNG, "only a start", lambda: b"\x89PNG\r\n\x1a\n", Reason.DAMAGED),
    of(PNG, "a lie about its length", lambda: b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDR" + bytes(40), Reason.DAMAGED),
    of(JPEG, "a photo", lambda: picture("JPEG")),
    of(JPEG, "grey", lambda: picture("JPEG", mode="L")),
    of(JPEG, "in the colours of a printer", lambda: picture("JPEG", mode="CMYK")),
    of(JPEG, "that lies on its side, with its maker", lambda: with_exif("JPEG")),
    of(JPEG, "with an archive behind it", lambda: picture("JPEG") + makers.package({"a.exe": "MZ"})),
    of(JPEG, "a large photo", lambda: picture("JPEG", (6000, 5000))),
    of(JPEG, "too large a photo", lambda: picture("JPEG", (6000, 5001)), Reason.TOO_MANY_PIXELS),
    of(JPEG, "cut off", lambda: picture("JPEG", (400, 400))[:300], Reason.DAMAGED),
    of(JPEG, "only a start", lambda: b"\xff\xd8\xff\xe0", Reason.DAMAGED),
    of(JPEG, "a page of the web", lambda: HTML, Reason.UNKNOWN_KIND),
    Brought(
        "a photo of a telephone", "IMG_1.heic", lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Reason.HEIC, "image/heic"
    ),
    Brought(
        "a photo of a telephone as JPEG", "IMG_1.jpg", lambda: b"\0\0\0\x18ftypmif1\0\0\0\0", Reason.HEIC, "image/jpeg"
    ),
    Brought("a moving picture", "a.gif", lambda: picture("GIF"), Reason.UNKNOWN_KIND, "image/gif"),
    Brought("a picture without packing", "a.bmp", lambda: picture("BMP"), Reason.UNKNOWN_KIND, "image/bmp"),
    Brought("a picture of a scanner", "a.tiff", lambda: picture("TIFF"), Reason.UNKNOWN_KIND, "image/tiff"),
    Brought("a picture of the web", "a.webp", lambda: picture("WEBP"), Reason.UNKNOWN_KIND, "image/webp"),
    Brought("a drawing with a script", "a.svg", lambda: SVG, Reason.UNKNOWN_KIND, "image/svg+xml"),
    of(PNG, "a drawing with a script", lambda: SVG, Reason.UNKNOWN_KIND),
]
TEXTS = [
    of(TEXT, "text", "Eén verslag.\r\nTwee regels.".encode),
    of(TEXT, "with the mark of some programs", lambda: b"\xef\xbb\xbfVerslag"),
    of(TEXT, "only the mark of some programs", lambda: b"\xef\xbb\xbf", Reason.EMPTY),
    of(TEXT, "only spaces", lambda: b"  \n", Reason.EMPTY),
    of(TEXT, "of an older machine", lambda: "Eén verslag".encode("latin-1"), Reason.UNKNOWN_KIND),
    of(TEXT, "in two bytes a letter", lambda: "verslag".encode("utf-16"), Reason.UNKNOWN_KIND),
    of(TEXT, "with a zero in it", lambda: b"verslag\0.exe", Reason.UNKNOWN_KIND),
    of(TEXT, "that steers a terminal", lambda: b"\x1b]0;verslag\x07", Reason.UNKNOWN_KIND),
    of(TEXT, "a page of the web", lambda: b"\n\n  <ScRipt>alert(1)</script>", Reason.UNKNOWN_KIND),
    of(TEXT, "a program of a shell", lambda: b"#!/bin/sh\nrm -rf x", Reason.UNKNOWN_KIND),
    of(TEXT, "the file with which scanners are tried", lambda: EICAR, Reason.VIRUS),
]
OTHERS = [
    of(PDF, "nothing", lambda: b"", Reason.EMPTY),
    of(TEXT, "nothing", lambda: b"", Reason.EMPTY),
    Brought("a program", "verslag.exe", lambda: b"MZ\x90\0" + bytes(60), Reason.UNKNOWN_KIND),
    Brought("a program of another system", "verslag", lambda: b"\x7fELF" + bytes(60), Reason.UNKNOWN_KIND),
    Brought(
        "a program that says PDF",
        "verslag.pdf",
        lambda: b"MZ\x90\0" + bytes(60),
        Reason.UNKNOWN_KIND,
        "application/pdf",
    ),
    Brought("a rich text", "a.rtf", lambda: b"{\\rtf1 \\object}\0", Reason.UNKNOWN_KIND, "application/rtf"),
    Brought("a script of a browser", "a.js", lambda: b"alert(1)", Reason.WRONG_EXTENSION, "text/javascript"),
    Brought("a page of the web by its name", "a.html", lambda: b"tekst", Reason.WRONG_EXTENSION, "text/html"),
    Brought("a shortcut", "a.lnk", lambda: b"L\0\0\0\x01\x14\x02\0", Reason.UNKNOWN_KIND),
    Brought("a picture by another name", "verslag.pdf", picture, Reason.WRONG_EXTENSION, MEDIA_TYPES[PDF]),
    Brought("a PDF by another name", "verslag.docx", pdf, Reason.WRONG_EXTENSION, MEDIA_TYPES[PDF]),
    Brought("a PDF without an extension", "verslag", pdf, Reason.WRONG_EXTENSION, MEDIA_TYPES[PDF]),
    Brought("a PDF with a program behind its name", "verslag.pdf.exe", pdf, Reason.WRONG_EXTENSION, MEDIA_TYPES[PDF]),
    Brought("two extensions of which the last is true", "verslag.docx.pdf", pdf, None, MEDIA_TYPES[PDF]),
    Brought("a name that is read backwards", "verslag\u202efdp.exe", pdf, Reason.WRONG_EXTENSION, MEDIA_TYPES[PDF]),
    Brought("a name that turns around and is true", "ver\u202eslag.pdf", pdf, None, MEDIA_TYPES[PDF]),
    Brought("a name with folders", "..\\..\\/etc/verslag.pdf", pdf, None, MEDIA_TYPES[PDF]),
    Brought("a name with a zero", "verslag.pdf\0.exe", pdf, Reason.WRONG_EXTENSION, MEDIA_TYPES[PDF]),
    Brought("a name of a device", "CON.pdf", pdf, None, MEDIA_TYPES[PDF]),
    Brought("a name of three hundred letters", "v" * 296 + ".pdf", pdf, None, MEDIA_TYPES[PDF]),
    Brought("an extension in capitals", "VERSLAG.PDF", pdf, None, MEDIA_TYPES[PDF]),
    Brought("the other extension of a photo", "foto.jpeg", lambda: picture("JPEG"), None, "image/jpeg"),
    Brought("declared as a picture", "verslag.pdf", pdf, Reason.WRONG_TYPE, "image/png"),
    Brought("declared as a page of the web", "verslag.pdf", pdf, Reason.WRONG_TYPE, "text/html"),
    Brought("declared with a parameter", "verslag.txt", lambda: b"tekst", None, "text/plain; charset=utf-8"),
    Brought("declared as nothing", "verslag.pdf", pdf, None, "application/octet-stream"),
]
CORPUS = [*PDFS, *PICTURES, *TEXTS, *OTHERS]
