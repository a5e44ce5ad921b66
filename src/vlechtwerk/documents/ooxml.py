"""Word and Excel files are written anew without macros, links to elsewhere, earlier versions or who made them."""

import re
from posixpath import basename, dirname, join, normpath
from urllib.parse import urlsplit
from xml.etree import ElementTree as Tree

from vlechtwerk.documents import packages
from vlechtwerk.documents.kinds import FileKind
from vlechtwerk.documents.markup import Seen, seen_in, tree, without, written
from vlechtwerk.documents.refusing import Reason, UploadRefused

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MAIN_TYPE = {
    FileKind.DOCX: b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    FileKind.XLSX: b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}
LEFT_OUT = re.compile(
    r"(?:docProps|customXml|_xmlsignatures|xl/printerSettings|xl/revisions|package)/.*|\[trash\]/.*", re.IGNORECASE
)
"""Parts that tell about the maker or the machine, and that a document opens without."""
MACROS = re.compile(r".*(?:vba|macrosheets|dialogsheets|activex|ctrlprops|customui).*", re.IGNORECASE)
OTHER_FILES = re.compile(
    r".*(?:embeddings|oleobject|afchunk|externallinks|connections\.xml|querytables).*", re.IGNORECASE
)
PARTS = {"xml", "rels", "vml", "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "emf", "wmf", "odttf"}
"""The extensions of what may stand in a document: its own parts, pictures and fonts."""
REMARKS = re.compile(r".*/(?:comments|threadedcomments|persons|people|revisions).*", re.IGNORECASE)
EARLIER = {
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "delText",
    "commentReference",
    "rPrChange",
    "pPrChange",
    "cellDel",
    "cellIns",
}
"""Elements of Word that keep an earlier text, or a remark with the name of who made it."""
ABOUT_THE_MAKER = (
    "attachedTemplate",
    "rsids",
    "docId",
    "mailMerge",
    "docVars",
    "absPath",
    "fileSharing",
    "writeProtection",
)
OUTSIDE = re.compile(r"\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE)\b|\|'", re.IGNORECASE)
"""Field instructions and formulas that fetch something from elsewhere or start a program."""
_RSID = re.compile(rb'\s[\w.-]+:(?:rsid\w*|paraId|textId)="[0-9A-Fa-f]{8}"')
_PRINTER = re.compile(rb'(<(?:[\w.-]+:)?pageSetup\b[^<>]*?)\s[\w.-]+:id="[^"]*"')
_DROPPED_LINKS = (
    "attachedTemplate",
    "mailMergeSource",
    "mailMergeHeaderSource",
    "recipientData",
    "printerSettings",
    "people",
)


def rewritten(content: bytes, kind: FileKind) -> bytes:
    """The same document without what runs, what reaches out and who made it. Raises UploadRefused."""

    def change(name: str, inside: bytes) -> bytes | None:
        return _part(name, inside, kind)

    return packages.rewritten(content, change)


def _part(name: str, inside: bytes, kind: FileKind) -> bytes | None:
    """What becomes of one part."""
    if MACROS.fullmatch(name):
        raise UploadRefused(Reason.MACROS)
    if OTHER_FILES.fullmatch(name):
        raise UploadRefused(Reason.OUTSIDE_LINK if "external" in name.lower() else Reason.EMBEDDED)
    if LEFT_OUT.fullmatch(name) or _is_list_of_people(name):
        return None
    if REMARKS.fullmatch(name):
        raise UploadRefused(Reason.TRACKED_CHANGES)
    extension = name.rpartition(".")[2].lower()
    if extension not in PARTS:
        raise UploadRefused(Reason.EMBEDDED)
    return _xml(name, inside, kind) if extension in {"xml", "rels", "vml"} else inside


def _is_list_of_people(name: str) -> bool:
    """Word keeps a list of who ever made a remark; without remarks nobody misses it."""
    return name.lower() == "word/people.xml"


def _xml(name: str, inside: bytes, kind: FileKind) -> bytes:
    seen = seen_in(inside)
    if name == "[Content_Types].xml":
        return _types(inside, kind)
    if name.endswith(".rels"):
        return _relations(name, inside)
    _refuse(seen, kind)
    return without(
        _PRINTER.sub(rb"\1", _RSID.sub(b"", inside)), tuple(one for one in ABOUT_THE_MAKER if one in seen.names)
    )


def _refuse(seen: Seen, kind: FileKind) -> None:
    """Refuse what a part holds of earlier versions and of what fetches from elsewhere."""
    if kind is FileKind.DOCX and EARLIER & seen.names:
        raise UploadRefused(Reason.TRACKED_CHANGES)
    if OUTSIDE.search(seen.instructions) or "ddeLink" in seen.names:
        raise UploadRefused(Reason.OUTSIDE_LINK)
    if {"OLEObject", "altChunk", "oleObject"} & seen.names:
        raise UploadRefused(Reason.EMBEDDED)


def _types(inside: bytes, kind: FileKind) -> bytes:
    """The list of what each part is, without the parts that are left out."""
    if b"macroenabled" in inside.lower() or b"vbaproject" in inside.lower():
        raise UploadRefused(Reason.MACROS)
    if MAIN_TYPE[kind] not in inside:
        raise UploadRefused(Reason.UNKNOWN_KIND)
    root = tree(inside, {"": TYPES})
    for one in list(root):
        if LEFT_OUT.fullmatch(one.get("PartName", "").lstrip("/")) or _is_list_of_people(
            one.get("PartName", "").lstrip("/")
        ):
            root.remove(one)
    return written(root)


def _relations(name: str, inside: bytes) -> bytes:
    """The list of what a part refers to, without what is left out; an address outside is kept only when a person follows it."""
    root, folder = tree(inside, {"": RELATIONS}), dirname(dirname(name))
    for one in list(root):
        kind, target = basename(one.get("Type", "")), one.get("Target", "")
        inside_path = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
        if kind in _DROPPED_LINKS or LEFT_OUT.fullmatch(inside_path):
            root.remove(one)
        elif one.get("TargetMode", "").lower() == "external":
            _outside(one, kind)
        elif inside_path.startswith(".."):
            raise UploadRefused(Reason.UNSAFE_ARCHIVE)
    return written(root)


def _outside(one: Tree.Element, kind: str) -> None:
    """Keep a link that a person follows, to the web or an address for mail; refuse what the program would fetch itself."""
    if kind != "hyperlink":
        raise UploadRefused(Reason.OUTSIDE_LINK)
    if not followed_by_a_person(one.get("Target", "")):
        one.set("Target", "about:blank")


def followed_by_a_person(address: str) -> bool:
    """Whether a link goes to the web or to an address for mail, and not to a place on a machine of the maker."""
    try:
        return urlsplit(address.strip()).scheme.lower() in {"http", "https", "mailto"} or address.startswith("#")
    except ValueError:
        return False
