"""The kinds of files that are accepted, told by what is in them and not by their name."""

from collections.abc import Mapping
from enum import StrEnum
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from vlechtwerk.documents.refusing import Reason, UploadRefused


class FileKind(StrEnum):
    """A kind of file that is accepted; the value is its extension."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpg"
    DOCX = "docx"
    XLSX = "xlsx"
    ODT = "odt"
    TEXT = "txt"


MEDIA_TYPES: Mapping[FileKind, str] = {
    FileKind.PDF: "application/pdf",
    FileKind.PNG: "image/png",
    FileKind.JPEG: "image/jpeg",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileKind.ODT: "application/vnd.oasis.opendocument.text",
    FileKind.TEXT: "text/plain",
}
KIND_OF_TYPE: Mapping[str, FileKind] = {media: kind for kind, media in MEDIA_TYPES.items()}
OTHER_EXTENSIONS = {"jpeg": FileKind.JPEG}
OTHER_TYPES = {"image/pjpeg": FileKind.JPEG, "application/x-pdf": FileKind.PDF}
# A browser that does not know a kind of file declares this, or nothing.
TELLS_NOTHING = {"", "application/octet-stream"}
ACCEPTED = ",".join(f".{one}" for one in (*FileKind, *OTHER_EXTENSIONS))
"""What the field of the form asks the browser to offer."""

ZIP = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SIGNATURES = {b"%PDF-": FileKind.PDF, b"\x89PNG\r\n\x1a\n": FileKind.PNG, b"\xff\xd8\xff": FileKind.JPEG}
HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif"}
MARKUP = ("<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<?php", "<iframe", "<%", "#!")
_SHOWN_CONTROLS = frozenset("\t\n\r\f")


def recognised(content: bytes) -> FileKind:
    """What kind of file this is, by its content alone. Raises UploadRefused when it is none that is accepted."""
    if not content:
        raise UploadRefused(Reason.EMPTY)
    if found := next((kind for start, kind in SIGNATURES.items() if content.startswith(start)), None):
        return found
    if content.startswith(OLD_OFFICE):
        raise UploadRefused(Reason.OLD_OFFICE)
    if content[4:8] == b"ftyp" and content[8:12] in HEIC_BRANDS:
        raise UploadRefused(Reason.HEIC)
    if content.startswith(ZIP):
        return _office_kind(content)
    if _is_text(content):
        return FileKind.TEXT
    raise UploadRefused(Reason.UNKNOWN_KIND)


def agreed(kind: FileKind, name: str, declared: str) -> None:
    """Check that the extension of the name and the type that the browser declared go with the content.

    Raises UploadRefused when they do not.
    """
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    if OTHER_EXTENSIONS.get(extension, extension) != kind:
        raise UploadRefused(Reason.WRONG_EXTENSION)
    media = declared.partition(";")[0].strip().lower()
    if media not in TELLS_NOTHING and OTHER_TYPES.get(media, KIND_OF_TYPE.get(media)) is not kind:
        raise UploadRefused(Reason.WRONG_TYPE)


def _office_kind(content: bytes) -> FileKind:
    """Which Office file a zip is; that it is a sound one is looked at when it is rewritten."""
    try:
        with ZipFile(BytesIO(content)) as package:
            names = set(package.namelist())
    except (BadZipFile, ValueError, NotImplementedError) as bad:
        raise UploadRefused(Reason.DAMAGED) from bad
    if "word/document.xml" in names:
        return FileKind.DOCX
    if "xl/workbook.xml" in names:
        return FileKind.XLSX
    if "mimetype" in names and "content.xml" in names and _first_entry_says(content, MEDIA_TYPES[FileKind.ODT]):
        return FileKind.ODT
    raise UploadRefused(Reason.UNKNOWN_KIND)


def _first_entry_says(content: bytes, media: str) -> bool:
    """Whether an OpenDocument file names its type where the standard wants it: first and not packed."""
    return content[30:38] == b"mimetype" and content[38:].startswith(media.encode() + ZIP[:2])


def _is_text(content: bytes) -> bool:
    """Whether these bytes are plain text in UTF-8 that no program would take for something else."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    if any((letter < " " and letter not in _SHOWN_CONTROLS) or letter == "\x7f" for letter in text):
        return False
    return not text.lstrip()[:64].lower().startswith(MARKUP)
