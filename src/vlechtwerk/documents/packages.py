"""The zip inside an Office file: read with bounds, so that no entry escapes, unpacks without end or hides another archive."""

import re
import stat
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from vlechtwerk.documents.images import without_metadata
from vlechtwerk.documents.kinds import OLD_OFFICE
from vlechtwerk.documents.refusing import Reason, UploadRefused

MOST_ENTRIES = 2_000
MOST_BYTES = 100 * 1024 * 1024
"""The most that all entries together may unpack to."""
MOST_IN_ENTRY = 32 * 1024 * 1024
MOST_TIMES_SMALLER = 200
"""How far an entry of some size may be packed; text packs twenty times, a bomb a thousand."""
_SMALL = 256 * 1024
_IN_FOLDERS = re.compile(r"[^/\\:\x00-\x1f]+(?:/[^/\\:\x00-\x1f]+)*/?")
_EPOCH = (1980, 1, 1, 0, 0, 0)
ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", OLD_OFFICE)
PROGRAMS = (b"MZ", b"\x7fELF", b"%PDF-", b"#!")
Change = Callable[[str, bytes], bytes | None]
"""What becomes of an entry: other content, or None to leave it out. It raises UploadRefused for what may not be there."""


def rewritten(content: bytes, change: Change) -> bytes:
    """The same package with every entry looked at, and nothing between, before or behind the entries.

    Raises UploadRefused when the zip is damaged or made to do harm, and whatever `change` refuses.
    """
    out = BytesIO()
    try:
        with ZipFile(BytesIO(content)) as package, ZipFile(out, "w") as made:
            for entry, inside in _entries(package, len(content)):
                changed = change(entry.filename, inside)
                if changed is not None:
                    made.writestr(_fresh(entry), changed)
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as bad:
        raise UploadRefused(Reason.DAMAGED) from bad
    return out.getvalue()


def _entries(package: ZipFile, size: int) -> Iterator[tuple[ZipInfo, bytes]]:
    """The files in a package with what is in them."""
    entries = package.infolist()
    names = [one.filename for one in entries]
    packed, unpacked = sum(one.compress_size for one in entries), sum(one.file_size for one in entries)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_BYTES:
        raise UploadRefused(Reason.TOO_HEAVY)
    if len({one.lower() for one in names}) != len(names) or packed > size:
        raise UploadRefused(Reason.UNSAFE_ARCHIVE)
    for entry in entries:
        _check(entry)
    for entry in entries:
        if not entry.is_dir():
            inside = package.read(entry)
            _check_content(inside)
            yield entry, without_metadata(inside)


def _check(entry: ZipInfo) -> None:
    """Refuse an entry by what is told about it, before anything of it is unpacked."""
    if entry.flag_bits & 0x1:
        raise UploadRefused(Reason.PROTECTED)
    steps = entry.filename.rstrip("/").split("/")
    if not _IN_FOLDERS.fullmatch(entry.filename) or {"..", "."} & set(steps):
        raise UploadRefused(Reason.UNSAFE_ARCHIVE)
    if stat.S_ISLNK(entry.external_attr >> 16) or entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise UploadRefused(Reason.UNSAFE_ARCHIVE)
    is_bomb = entry.file_size > _SMALL and entry.file_size > MOST_TIMES_SMALLER * entry.compress_size
    if is_bomb or entry.file_size > MOST_IN_ENTRY:
        raise UploadRefused(Reason.TOO_HEAVY)


def _check_content(inside: bytes) -> None:
    """Refuse an archive, a program or another document inside the package."""
    if inside.startswith((*ARCHIVES, *PROGRAMS)):
        raise UploadRefused(Reason.EMBEDDED)


def _fresh(entry: ZipInfo) -> ZipInfo:
    """An entry with the same name and way of packing, and without its moment, its remarks and its extra fields."""
    fresh = ZipInfo(entry.filename, _EPOCH)
    fresh.compress_type = ZIP_STORED if entry.filename == "mimetype" else ZIP_DEFLATED
    fresh.external_attr = 0o600 << 16
    return fresh
