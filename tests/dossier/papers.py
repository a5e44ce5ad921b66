"""Documents for the tests: how somebody adds one in the browser, and how one gets in the file without it."""

from datetime import date
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.documents.makers import pdf
from tests.dossier.world import AGREED, World
from vlechtwerk.consent.sharing import Agreement, Answer
from vlechtwerk.documents.actions import DocumentDraft, add_document
from vlechtwerk.documents.intake import Limits, take_in
from vlechtwerk.documents.models import Document
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.activation.duties.writing import DocumentKind
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Kind

TODAY = date(2026, 5, 1)
LIMITS = Limits(20 * 1024 * 1024)


def file(name: str = "Verslag mei.pdf", content: bytes | None = None, declared: str = "application/pdf") -> Any:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, pdf() if content is None else content, declared)


def told(part: Compartment, **more: Any) -> dict[str, Any]:
    """The answers of the form for a document."""
    return {
        "idempotency_key": str(uuid4()),
        "compartment": str(part.pk),
        "kind": "evaluation_report",
        "text": "Evaluatie van de stage.",
        "entry_class": "administrative",
        "audience": ["work_case_manager", "care_case_manager"],
        "file": file(),
        **more,
    }


def sent(world: World, role: Role, **answers: Any) -> Any:
    """What the browser of a role answers to a document for the shared part, or for another one when that is named."""
    part = answers.pop("part", None) or world.part(Kind.SHARED)
    return world.visitor(role).post(f"{world.url}documenten/toevoegen/", told(part, **answers))


def agreed(*audience: Role, answer: Answer | None = Answer.AGREED_TOGETHER) -> Agreement:
    """What was agreed with the client: to whom it may be shown until 20 October 2026."""
    return Agreement(frozenset(audience), "om te werken", date(2026, 4, 20), answer, date(2026, 10, 20))


def added(world: World, role: Role, *, scanner: str = "", **draft: Any) -> Document:
    """A document of a role in the shared part, for everybody when nothing else is agreed."""
    limits = Limits(LIMITS.most_bytes, scanner)
    told = {"kind": DocumentKind.OTHER, "text": "Een document.", "entry_class": EntryClass.ADMINISTRATIVE}
    made = DocumentDraft(**{**told, "agreed": AGREED, **draft})
    taken = take_in("Jan Peeters.pdf", "application/pdf", pdf(), limits)
    position = world.position(role)
    with acting(position, TODAY):
        return add_document(compartment=world.part(Kind.SHARED), draft=made, taken=taken, by=position, key=uuid4())


def address(world: World, document: Document) -> str:
    """Where a document is downloaded."""
    return f"{world.url}documenten/{document.pk}/"
