"""Documents in the files of the clients who sign in: what they brought themselves, and what their case manager added."""

from datetime import date
from uuid import uuid4

from vlechtwerk.consent.own import share_own
from vlechtwerk.consent.sharing import Agreement
from vlechtwerk.documents.actions import DocumentDraft, add_document, limits
from vlechtwerk.documents.intake import TakenIn, take_in
from vlechtwerk.documents.own import OwnDraft, OwnKind, bring
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.activation.duties.consent import proposed_end
from vlechtwerk.rules.activation.duties.writing import DocumentKind
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Compartment, Grant, Involvement
from vlechtwerk.sharing.policy import Kind

BROUGHT = (
    (OwnKind.CERTIFICATE, "Getuigschrift heftruck", "Dit is een verzonnen getuigschrift."),
    (OwnKind.LETTER, "Brief van de mutualiteit", "Dit is een verzonnen brief."),
)
"""What each of them brought; the first one is shared with the case manager for work."""
FROM_WORK = ("Folder van de opleiding", "Dit is een verzonnen folder.")


def bring_documents(today: date) -> None:
    """Let each client whose case manager for work reads the shared part bring something, and get something."""
    for client in Involvement.objects.filter(capacity=Role.CLIENT).select_related("position", "file").order_by("pk"):
        shared = Compartment.objects.get(file=client.file, kind=Kind.SHARED)
        reads = Grant.objects.filter(compartment=shared, involvement__capacity=Role.WORK_CASE_MANAGER, until_on=None)
        work = reads.select_related("involvement__position").first()
        if work is not None and client.file.blocked_on is None and client.is_in_force(today):
            _brings(client, today)
            _adds(shared, work.involvement, today)


def _brings(client: Involvement, today: date) -> None:
    with acting(client.position, today):
        made = [
            bring(file=client.file, draft=OwnDraft(kind, name), taken=_text(words), by=client.position, key=uuid4())
            for kind, name, words in BROUGHT
        ]
        share_own(made[0].item, to=[Role.WORK_CASE_MANAGER], last_day=proposed_end(today), by=client.position)


def _adds(shared: Compartment, by: Involvement, today: date) -> None:
    name, words = FROM_WORK
    agreed = Agreement(frozenset({Role.WORK_CASE_MANAGER}))
    draft = DocumentDraft(DocumentKind.OTHER, name, EntryClass.ADMINISTRATIVE, agreed)
    with acting(by.position, today):
        add_document(compartment=shared, draft=draft, taken=_text(words), by=by.position, key=uuid4())


def _text(words: str) -> TakenIn:
    return take_in("document.txt", "text/plain", words.encode(), limits())
