"""OpenDocument texts are written anew without macros, links to elsewhere, earlier versions or who made them."""

import re

from vlechtwerk.documents import packages
from vlechtwerk.documents.markup import seen_in, tree, written
from vlechtwerk.documents.ooxml import followed_by_a_person
from vlechtwerk.documents.refusing import Reason, UploadRefused

MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
LEFT_OUT = re.compile(
    r"(?:Thumbnails|Configurations2)/.*|META-INF/.*signatures\.xml|layout-cache|settings\.xml|manifest\.rdf"
)
"""What tells about the machine or the maker, and what a document opens without."""
MACROS = re.compile(r"(?:Basic|Scripts|Dialogs)/.*")
OTHER_FILES = re.compile(r"(?:Object|ObjectReplacements).*/?.*")
PARTS = re.compile(
    r"mimetype|[\w.-]+\.xml|META-INF/manifest\.xml"
    r"|(?:Pictures|Fonts|media)/[^/]+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svm|ttf|otf)"
)
EARLIER = {"tracked-changes", "annotation", "changed-region"}
SCRIPTS = {"event-listener", "script"}
DATA = {"dde-connection-decl", "dde-source", "dde-connection", "database-next", "database-display"}
OBJECTS = {"object", "object-ole", "applet", "plugin", "floating-frame"}
EMPTY_META = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<office:document-meta xmlns:office="{OFFICE}" office:version="1.3"><office:meta/></office:document-meta>'
).encode()


def rewritten(content: bytes) -> bytes:
    """The same document without what runs, what reaches out and who made it. Raises UploadRefused."""
    return packages.rewritten(content, _part)


def _part(name: str, inside: bytes) -> bytes | None:
    """What becomes of one part."""
    if MACROS.fullmatch(name):
        raise UploadRefused(Reason.MACROS)
    if LEFT_OUT.fullmatch(name):
        return None
    if OTHER_FILES.fullmatch(name) or not PARTS.fullmatch(name):
        raise UploadRefused(Reason.EMBEDDED)
    if name.endswith(".xml"):
        _refuse(inside)
    if name == "meta.xml":
        return EMPTY_META
    return _manifest(inside) if name == "META-INF/manifest.xml" else inside


def _refuse(xml: bytes) -> None:
    """Refuse what runs, what is fetched from elsewhere and what keeps an earlier text."""
    seen = seen_in(xml)
    refused = {
        Reason.PROTECTED: "encryption-data" in seen.names,
        Reason.MACROS: SCRIPTS & seen.names,
        Reason.OUTSIDE_LINK: DATA & seen.names or any(_fetched(*one) for one in seen.addresses),
        Reason.EMBEDDED: OBJECTS & seen.names,
        Reason.TRACKED_CHANGES: EARLIER & seen.names,
    }
    if reason := next((reason for reason, found in refused.items() if found), None):
        raise UploadRefused(reason)


def _fetched(element: str, address: str) -> bool:
    """Whether an address is fetched by the program, or names a place on a machine; a link on the web is followed by a person."""
    if element == "a":
        return not followed_by_a_person(address)
    return ":" in address or address.startswith(("/", "..", "\\"))


def _manifest(xml: bytes) -> bytes:
    """The list of the parts without those that are left out."""
    root = tree(xml, {"manifest": MANIFEST})
    for one in list(root):
        path = one.get(f"{{{MANIFEST}}}full-path", "")
        if LEFT_OUT.fullmatch(path) or (path.endswith("/") and path != "/"):
            root.remove(one)
    return written(root)
