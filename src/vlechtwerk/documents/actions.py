"""Adding documents to a file, handing them out, and asking the scanner again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Part, Purpose
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.consent.actions import Place, own_item, share
from vlechtwerk.consent.informing import asked_about_informing
from vlechtwerk.consent.models import Item, ItemKind
from vlechtwerk.consent.sharing import Agreement, Sharing, asked_about
from vlechtwerk.documents.intake import Limits, TakenIn
from vlechtwerk.documents.keeping import keep, kept
from vlechtwerk.documents.models import Checking, Document
from vlechtwerk.documents.scanning import Scan, scanned
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.asking import Asked, RefusedByRules, ask
from vlechtwerk.rules.activation.duties import writing
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.activation.duties.writing import DocumentKind, FilePart
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing import reading
from vlechtwerk.sharing.access import open_compartments
from vlechtwerk.sharing.granting import capacity_of
from vlechtwerk.sharing.models import Compartment, Involvement
from vlechtwerk.sharing.policy import CONFIDENTIAL, Kind, Verb
from vlechtwerk.sharing.ringing import ring_client
from vlechtwerk.sharing.sealing import CannotOpen
from vlechtwerk.sharing.storing import store

MOST_AT_A_TIME = 5
"""How many documents that wait are sent to the scanner at one look."""


@dataclass(frozen=True, slots=True)
class Signing:
    """How a plan was signed, and where the paper lies and who keeps it when there is any; empty for other documents."""

    how: str = ""
    paper_place: str = ""
    paper_holder: str = ""


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """What somebody wants to add, and what was agreed about sharing it; the words are those of `Document`."""

    kind: DocumentKind
    text: str
    entry_class: EntryClass
    agreed: Agreement
    requested_by: Role | None = None
    support_right_asked: bool = False
    signing: Signing = Signing()

    def sharing(self, by: Role) -> Sharing:
        """How it is shared by somebody in a capacity."""
        return Sharing(by, self.entry_class, self.text.strip(), self.agreed)


class DocumentRefused(RefusedByRules):
    """Rules refuse a document."""


class NoPlaceForIt(LookupError):
    """The part of the file is not open to whoever adds a document, or holds no documents."""


def limits() -> Limits:
    """What the operator decided about files."""
    return Limits(settings.UPLOAD_MOST_BYTES, settings.UPLOAD_SCANNER)


@transaction.atomic
def add_document(
    *, compartment: Compartment, draft: DocumentDraft, taken: TakenIn, by: Position, key: UUID
) -> Document:
    """Add a file that was taken in to a part of the confidential file; in the own notes of care it is sealed.

    A second call with the same `key` changes nothing and returns the same document. Call it inside
    `sharing.identity.acting`. Raises DocumentRefused when rules refuse it, and NoPlaceForIt when nothing may be added there.
    """
    today = timezone.localdate()
    parts = open_compartments(by, Verb.WRITE, today)
    if Kind(compartment.kind) not in CONFIDENTIAL or not parts.filter(pk=compartment.pk).exists():
        raise NoPlaceForIt
    if earlier := Document.objects.filter(author=by, idempotency_key=key).first():
        return earlier
    capacity = capacity_of(by, compartment.file_id, today)
    informing = asked_about_informing(compartment.file_id, today)
    asked = [informing, *(_asked(draft, capacity, today) if compartment.kind != Kind.CARE_OWN else ())]
    if reasons := tuple(reason for _id, reason in asked if reason):
        raise DocumentRefused(*reasons)
    document = _document(compartment, draft, taken)
    document.author, document.idempotency_key = by, key
    document.item = _stored_item(compartment, draft, by, capacity)
    keep(document, taken.content)
    ring_client(compartment.file_id)
    access = reading.writing_in(compartment.file_id, by, Part.CONFIDENTIAL)
    note(Deed.DOCUMENT_ADDED, by=by, file_id=compartment.file_id, rules=[one for one, _reason in asked], access=access)
    return document


def _stored_item(compartment: Compartment, draft: DocumentDraft, by: Position, capacity: Role) -> Item:
    """The item that a document becomes. In the own notes of care it is for the team, elsewhere for whom it was agreed."""
    place = Place(compartment, ItemKind.DOCUMENT)
    if compartment.kind != Kind.CARE_OWN:
        return share(place, draft.sharing(capacity), by=by)
    item = own_item(place, by=by, capacity=capacity, entry_class=draft.entry_class)
    store(item)
    return item


def _document(compartment: Compartment, draft: DocumentDraft, taken: TakenIn) -> Document:
    return Document(
        compartment=compartment,
        why="" if compartment.kind == Kind.CARE_OWN else draft.agreed.why.strip(),
        kind=draft.kind,
        text=draft.text.strip(),
        requested_by=draft.requested_by or "",
        support_right_asked=draft.support_right_asked,
        signed_how=draft.signing.how,
        paper_place=draft.signing.paper_place.strip(),
        paper_holder=draft.signing.paper_holder.strip(),
        name=taken.name,
        media_type=taken.media_type,
        size=len(taken.content),
        scan=taken.scan,
    )


def _asked(draft: DocumentDraft, by: Role, today: date) -> Iterator[Asked]:
    """The rules about a document by their id, each with what it has against it."""
    yield ask(writing.role_writes_in_its_parts, by, FilePart.DOCUMENTS, has_access=True)
    if by is Role.WORK_PROVIDER:
        yield ask(writing.work_provider_uploads, draft.kind, requested_by=draft.requested_by)
    if by is Role.CARE_PROVIDER:
        asked = {"requested_by": draft.requested_by, "support_right_asked": draft.support_right_asked}
        yield ask(writing.care_provider_uploads, draft.kind, **asked)
    if draft.kind is DocumentKind.DIAGNOSTIC_REPORT:
        others = sorted(draft.agreed.audience - CASE_MANAGERS)
        yield ask(writing.diagnostic_report_is_for_the_case_managers, next(iter(others), Role.CARE_CASE_MANAGER))
    yield from asked_about(draft.sharing(by), today)


@transaction.atomic
def hand_out(
    document: Document, involved: Iterable[Involvement], *, by: Position, purpose: Purpose | None = None
) -> bytes:
    """The bytes of a document for whoever may download it; the download stands in the record, with what it is for.

    `involved` is who takes part in the file today. Raises Content.DoesNotExist when the bytes are not open to `by`, and
    CannotOpen when their key is not there (any more).
    """
    content = kept(document, by, timezone.localdate())
    reading.read(by, involved, part=Part.CONFIDENTIAL, purpose=purpose, verb=Deed.DOCUMENT_READ)
    return content


def check_again(documents: Iterable[Document], *, by: Position) -> bool:
    """Send documents that wait to the scanner again; whether it said something new about any of them.

    It stops at the first one for which the scanner does not answer. `by` has to be able to write in the parts.
    """
    address, changed = limits().scanner, False
    for document in list(documents)[:MOST_AT_A_TIME]:
        try:
            verdict = scanned(kept(document, by, timezone.localdate()), address)
        except CannotOpen:
            continue
        if verdict in {Scan.WAITING, Scan.NOT_SCANNED}:
            break
        Checking(compartment_id=document.compartment_id, item_id=document.item_id, verdict=verdict).save(
            force_insert=True
        )
        changed = True
    return changed
