"""What the templates of documents need, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vlechtwerk.documents.keeping import opened
from vlechtwerk.documents.models import HANDED_OUT, Document
from vlechtwerk.documents.words import SCANS
from vlechtwerk.dossier import words
from vlechtwerk.dossier.document_facts import facts_of_plan
from vlechtwerk.dossier.document_forms import DocumentForm
from vlechtwerk.dossier.document_words import DOCUMENTS, readable
from vlechtwerk.dossier.documents import documents_of, parts_for_documents
from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.dossier.showing import common, in_two
from vlechtwerk.rules.assessment import Reason as Against
from vlechtwerk.ui.explain import reasons
from vlechtwerk.ui.paging import pager
from vlechtwerk.ui.shapes import Fact

A_PAGE = 50
"""How many documents stand on one page."""


@dataclass(frozen=True)
class ShownDocument:
    """A document as it is listed. `url` is empty for one that is not handed out, and `state` tells why."""

    id: UUID
    title: str
    written_on: date
    text: str
    name: str
    size: str
    author: str
    part: str
    state: str
    facts: tuple[Fact, ...]
    url: str
    item_url: str


def documents_page(found: Dossier, number: int) -> dict[str, Any]:
    """The documents that the visitor may see, newest first."""
    leaf = Paginator(documents_of(found), A_PAGE).get_page(number)
    return {
        **common(found),
        "documents": [_shown(found, one) for one in opened(leaf)],
        "pager": pager(leaf, reverse("dossier_documents", args=[found.case.pk])),
        "may_add": bool(parts_for_documents(found)),
    }


def _shown(found: Dossier, one: Document) -> ShownDocument:
    address = reverse("dossier_document", args=[found.case.pk, one.pk])
    verdict: str = getattr(one, "verdict", one.scan)
    return ShownDocument(
        id=one.pk,
        title=str(DOCUMENTS[one.kind]),
        written_on=localtime(one.written_at).date(),
        text=readable(one),
        name=one.name,
        size=filesizeformat(one.size),
        author=words.author_of(one),
        part=words.part_name(one.compartment),
        state=str(SCANS[verdict]),  # type: ignore[index]  # the codes that the database holds
        facts=facts_of_plan(one),
        url=address if verdict in HANDED_OUT and not one.shut else "",
        item_url=reverse("dossier_item", args=[found.case.pk, one.item_id]),
    )


def add_page(found: Dossier, form: DocumentForm, against: Sequence[Against] = ()) -> dict[str, Any]:
    """The form to add a document. After a refusal it asks for the file again: a browser does not keep it."""
    drawn = in_two(form)
    if form.is_bound:
        again = _("Choose the file again: a browser does not keep it.")
        drawn["fields"] = [
            replace(one, hint=f"{again} {one.hint}") if one.kind == "file" else one for one in drawn["fields"]
        ]
    return {**common(found), **drawn, "reasons": reasons(against)}
