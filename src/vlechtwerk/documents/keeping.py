"""Where documents are stored and read again: the one place that knows how, and that seals the own ones of care.

Call these inside `sharing.identity.acting`.
"""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from vlechtwerk.documents.models import Content, Document
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.sharing.sealed_texts import open_texts, seal_texts
from vlechtwerk.sharing.sealing import Place, open_bytes, seal_bytes
from vlechtwerk.sharing.storing import store

TABLE, TEXTS = "documents_document", ("text", "name", "paper_place", "paper_holder")
CONTENT_TABLE = "documents_content"


def keep(document: Document, content: bytes) -> None:
    """Store a document with its bytes, in its part and under its item. Raises KeyMissing when it cannot be sealed now."""
    stored = Content(compartment_id=document.compartment_id, item_id=document.item_id)
    if document.compartment.kind == Kind.CARE_OWN:
        stored.sealed = seal_bytes(_place(stored), content)
    else:
        stored.content = content
    document.sha256 = sha256(stored.sealed or content).hexdigest()
    seal_texts(TABLE, [document], TEXTS)
    store(document)
    store(stored)


def opened(documents: Iterable[Document]) -> list[Document]:
    """The documents with their words, with one query for all keys; one that gave none has `shut`. Raises Tampered."""
    return open_texts(TABLE, documents, TEXTS)


def kept(document: Document, position: Position, on: date) -> bytes:
    """The bytes of a document.

    Raises Content.DoesNotExist when a position may not see them on a day, and CannotOpen when their key is not there (any more).
    """
    stored = Content.objects.visible_to(position, on).get(item=document.item_id)
    if stored.sealed is not None:
        return open_bytes(_place(stored), bytes(stored.sealed))
    return bytes(stored.content or b"")


def _place(stored: Content) -> Place:
    return Place(CONTENT_TABLE, stored.pk, stored.compartment_id)
