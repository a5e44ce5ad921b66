"""Images are drawn anew: what is kept is what one sees, without place, device, maker or anything behind the picture."""

import struct
from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageOps

from vlechtwerk.documents.kinds import FileKind
from vlechtwerk.documents.refusing import Reason, UploadRefused

MOST_PIXELS = 30_000_000
"""The largest picture: more than a page scanned at 600 dots an inch would need is refused before it is unpacked."""
FORMATS = {FileKind.PNG: "PNG", FileKind.JPEG: "JPEG"}
_DRAWN = {FileKind.PNG: {"1", "L", "LA", "P", "RGB", "RGBA", "I;16"}, FileKind.JPEG: {"L", "RGB"}}
_QUALITY = 90
_JPEG_KEPT = {0xE0, 0xE2, 0xEE}
"""Segments of a JPEG with what drawing it needs: its frame, its colours, and how they were turned around."""
_PNG_DROPPED = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}


def redrawn(content: bytes, kind: FileKind) -> bytes:
    """The same picture, upright, with nothing but the picture. Raises UploadRefused when it is too large or damaged."""
    # Ours is the limit; that of the library would also speak up on the error channel.
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(BytesIO(content), formats=[FORMATS[kind]]) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise UploadRefused(Reason.TOO_MANY_PIXELS)
            opened.load()
            picture = ImageOps.exif_transpose(opened)
            return _saved(picture, kind)
    except (OSError, ValueError, SyntaxError, struct.error) as bad:
        raise UploadRefused(Reason.DAMAGED) from bad


def _saved(picture: Image.Image, kind: FileKind) -> bytes:
    transparency = picture.info.get("transparency")
    if picture.mode not in _DRAWN[kind]:
        picture, transparency = picture.convert("RGB"), None
    picture.info.clear()
    if transparency is not None and kind is FileKind.PNG:
        picture.info["transparency"] = transparency
    out = BytesIO()
    picture.save(out, FORMATS[kind], quality=_QUALITY)
    return out.getvalue()


def without_metadata(content: bytes) -> bytes:
    """A picture inside another document without what stands behind it, and with exactly the same points.

    What is neither JPEG nor PNG comes back as it was. Raises UploadRefused when it is damaged.
    """
    try:
        if content.startswith(b"\xff\xd8\xff"):
            return b"".join(_jpeg_pieces(content))
        if content.startswith(b"\x89PNG\r\n\x1a\n"):
            return content[:8] + b"".join(_png_pieces(content))
    except (struct.error, IndexError) as bad:
        raise UploadRefused(Reason.DAMAGED) from bad
    return content


def _jpeg_pieces(content: bytes) -> Iterator[bytes]:
    """The segments that are kept; from the start of the picture itself (0xDA) everything is."""
    yield content[:2]
    at = 2
    while content[at + 1] != 0xDA:
        marker, length = content[at + 1], struct.unpack_from(">H", content, at + 2)[0] + 2
        is_told = (0xE0 <= marker <= 0xEF and marker not in _JPEG_KEPT) or marker == 0xFE
        if content[at] != 0xFF or length < 4:
            raise UploadRefused(Reason.DAMAGED)
        if not is_told:
            yield content[at : at + length]
        at += length
    yield content[at:]


def _png_pieces(content: bytes) -> Iterator[bytes]:
    """The chunks that are kept, up to the end of the picture."""
    at, name = 8, b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", content, at)
        if name not in _PNG_DROPPED:
            yield content[at : at + length + 12]
        at += length + 12
