"""The documents that the client brings herself: in the shared part of her file, and for nobody but her until she shares them."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Part
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.consent.actions import Place
from vlechtwerk.consent.models import ItemKind
from vlechtwerk.consent.own import brought_item, check_own
from vlechtwerk.documents.intake import TakenIn
from vlechtwerk.documents.keeping import keep
from vlechtwerk.documents.models import Document
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Compartment, File
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.sharing.reading import writing_in
from vlechtwerk.sharing.storing import store

MOST = 100
"""How many documents a client keeps here at most, so that one account cannot fill the disk; a choice of this program."""


class OwnKind(StrEnum):
    """What a document of the client herself is."""

    CERTIFICATE = "certificate"
    CV = "cv"
    LETTER = "letter"
    MEDICAL = "medical"
    OTHER = "other"


class TooMany(Exception):
    """The client keeps as many documents here as she may."""


@dataclass(frozen=True, slots=True)
class OwnDraft:
    """What the client tells about a document: what it is, and how she calls it."""

    kind: OwnKind
    name: str


@transaction.atomic
def bring(*, file: File, draft: OwnDraft, taken: TakenIn, by: Position, key: UUID) -> Document:
    """Add a document of the client to her own file. She alone sees it, and she alone can share it.

    A second call with the same `key` changes nothing. Call it inside `sharing.identity.acting`. Raises ItemNotOpen for
    everybody else and when the file is shut, and TooMany when there are as many as there may be.
    """
    if earlier := Document.objects.filter(author=by, idempotency_key=key).first():
        return earlier
    locked = File.objects.select_for_update(no_key=True).get(pk=file.pk)
    check_own(locked, by)
    compartment = Compartment.objects.get(file=locked, kind=Kind.SHARED)
    if Document.objects.filter(compartment=compartment, item__capacity=Role.CLIENT).count() >= MOST:
        raise TooMany
    document = Document(
        compartment=compartment,
        author=by,
        kind=draft.kind,
        text=draft.name.strip(),
        name=taken.name,
        media_type=taken.media_type,
        size=len(taken.content),
        scan=taken.scan,
        idempotency_key=key,
    )
    document.item = brought_item(Place(compartment, ItemKind.DOCUMENT), by=by)
    store(document.item)
    keep(document, taken.content)
    access = writing_in(file.pk, by, Part.CONFIDENTIAL)
    note(Deed.DOCUMENT_ADDED, by=by, file_id=file.pk, access=access)
    return document


def is_brought(document: Document) -> bool:
    """Whether the client brought a document herself."""
    return document.item.capacity == Role.CLIENT
