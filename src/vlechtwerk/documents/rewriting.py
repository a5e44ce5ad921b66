"""Each kind of file is written anew in its own way."""

from collections.abc import Callable, Mapping
from functools import partial

from vlechtwerk.documents import images, odf, ooxml, pdf
from vlechtwerk.documents.kinds import FileKind
from vlechtwerk.documents.refusing import Reason, UploadRefused


def plain_text(content: bytes) -> bytes:
    """Text as it is, without the mark that some programs put before it. Raises UploadRefused when only the mark is there."""
    text = content.decode("utf-8-sig").encode()
    if not text.strip():
        raise UploadRefused(Reason.EMPTY)
    return text


WAYS: Mapping[FileKind, Callable[[bytes], bytes]] = {
    FileKind.PDF: pdf.rewritten,
    FileKind.PNG: partial(images.redrawn, kind=FileKind.PNG),
    FileKind.JPEG: partial(images.redrawn, kind=FileKind.JPEG),
    FileKind.DOCX: partial(ooxml.rewritten, kind=FileKind.DOCX),
    FileKind.XLSX: partial(ooxml.rewritten, kind=FileKind.XLSX),
    FileKind.ODT: odf.rewritten,
    FileKind.TEXT: plain_text,
}


def rewritten(content: bytes, kind: FileKind) -> bytes:
    """The same document without what does harm or tells about its maker. Raises UploadRefused."""
    return WAYS[kind](content)
