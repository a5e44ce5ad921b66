"""The documents of a confidential file as a position sees them."""

from uuid import UUID

from django.db.models import Q

from vlechtwerk.documents.models import Document, DocumentQuerySet
from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Verb

RELATED = ("author__account", "author__organisation", "compartment__organisation", "item")


def documents_of(found: Dossier) -> DocumentQuerySet:
    """The documents that the position may see, newest first."""
    visible = Document.objects.visible_to(found.position, found.today).in_file(found.case.file)
    readable = visible.filter(compartment__in=found.parts(Verb.READ))
    return readable.select_related(*RELATED).order_by("-written_at", "-pk")


def document_to_hand_out(found: Dossier, id: UUID) -> Document:
    """A document of this file that the position may download. Raises Document.DoesNotExist when there is none."""
    handed_out = Document.objects.handed_out_to(found.position, found.today).in_file(found.case.file)
    return handed_out.filter(compartment__in=found.parts(Verb.READ)).get(pk=id)


def waiting_documents(found: Dossier) -> DocumentQuerySet:
    """The documents that still wait for the scanner, of which the position may write what it said: its own, or in its parts."""
    waiting = Document.objects.waiting_for(found.position, found.today).in_file(found.case.file)
    mine = Q(author=found.position) | Q(compartment__in=found.parts(Verb.WRITE))
    return waiting.filter(mine).order_by("pk")


def parts_for_documents(found: Dossier) -> list[Compartment]:
    """The parts to which the position may add a document."""
    return found.parts(Verb.WRITE)
