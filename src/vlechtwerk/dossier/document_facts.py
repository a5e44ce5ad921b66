"""What is told about one document, and what follows from how a plan was signed."""

from collections.abc import Iterable

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from vlechtwerk.documents.models import Document
from vlechtwerk.dossier.document_words import DOCUMENTS, SIGNED
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import retention
from vlechtwerk.rules.activation.terms import Medium
from vlechtwerk.ui.environment import label
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.shapes import Fact


def facts_of_plan(one: Document) -> tuple[Fact, ...]:
    """How a plan was signed, and what follows for its paper (AT-104, AT-105); nothing of other documents."""
    if not one.signed_how:
        return ()
    suffices = BOOK.rule_of(retention.digital_archive_suffices)
    signed = Fact(_("signed"), str(SIGNED[one.signed_how]), why(suffices))
    if not retention.digital_archive_suffices([Medium(one.signed_how)]):
        return (signed, Fact(_("archive"), _("this document is archive enough")))
    told = {"place": one.paper_place, "holder": one.paper_holder}
    kept = _("%(place)s, kept by %(holder)s until ten years after the assignment was delivered") % told
    return (signed, Fact(_("paper"), kept, why(BOOK.rule_of(retention.paper_plan_is_kept))))


def facts_of(one: Document) -> Iterable[Fact]:
    """What the page of one document tells about it."""
    yield Fact(_("kind of document"), str(DOCUMENTS[one.kind]))
    yield Fact(_("file"), f"{one.name} ({filesizeformat(one.size)})")
    if one.requested_by:
        yield Fact(_("asked for by"), label("role", one.requested_by))
    yield from facts_of_plan(one)
