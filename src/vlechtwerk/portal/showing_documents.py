"""What the pages of the client's own documents need, in her words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vlechtwerk.consent.models import Consent
from vlechtwerk.consent.queries import beside
from vlechtwerk.consent.walls import SEES_EVERY_ITEM
from vlechtwerk.documents.keeping import opened
from vlechtwerk.documents.models import HANDED_OUT, Document
from vlechtwerk.documents.words import SCANS
from vlechtwerk.dossier import words
from vlechtwerk.dossier.document_words import DOCUMENTS, readable
from vlechtwerk.dossier.documents import documents_of
from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import Kind, Stage, Verb
from vlechtwerk.ui.environment import label, long_date
from vlechtwerk.ui.forms import ActionForm, drawn
from vlechtwerk.ui.paging import pager

A_PAGE, LATEST = 20, 10
"""How many of her own stand on one page, and how many of the latest that others added."""


@dataclass(frozen=True)
class Share:
    """With whom she shares a document now, until when, and the consent that she can end."""

    id: UUID
    whom: str
    until: str


@dataclass(frozen=True)
class Listed:
    """A document in the words of the client. `url` is empty as long as it is being checked."""

    id: UUID
    item: UUID
    title: str
    about: str
    author: str
    state: str
    url: str
    shares: Sequence[Share]


def own_documents_page(found: Dossier, number: int) -> dict[str, Any]:
    """What she brought, with whom sees it, and the latest that others put in her file; the newest first."""
    documents = documents_of(found)
    leaf = Paginator(documents.filter(item__capacity=Role.CLIENT), A_PAGE).get_page(number)
    others = opened(documents.exclude(item__capacity=Role.CLIENT)[: LATEST + 1])
    mine, people = opened(leaf), readers(found)
    consents = beside([one.item for one in mine]).consents
    return {
        **common(found),
        "mine": [_listed(found, one, _shares(found, consents.get(one.item_id, ()), people)) for one in mine],
        "pager": pager(leaf, reverse("own_documents", args=[found.case.pk])),
        "others": [_listed(found, one, ()) for one in others[:LATEST]],
        "more": len(others) > LATEST,
        "may_add": found.case.file.stage_on(found.today) is Stage.OPEN,
    }


def common(found: Dossier) -> dict[str, Any]:
    """What every page about documents needs."""
    return {"id": found.case.pk, "today": found.today}


def _listed(found: Dossier, one: Document, shares: Sequence[Share]) -> Listed:
    verdict: str = getattr(one, "verdict", one.scan)
    handed_out = verdict in HANDED_OUT and not one.shut
    told = {"kind": DOCUMENTS[one.kind], "day": long_date(localtime(one.written_at).date())}
    told["size"] = filesizeformat(one.size)
    return Listed(
        id=one.pk,
        item=one.item_id,
        title=readable(one),
        about=_("%(kind)s, of %(day)s, %(size)s") % told,
        author=words.author_of(one),
        state="" if handed_out else str(SCANS[verdict]),  # type: ignore[index]  # the codes that the database holds
        url=reverse("dossier_document", args=[found.case.pk, one.pk]) if handed_out else "",
        shares=shares,
    )


def _shares(found: Dossier, consents: Sequence[Consent], people: Mapping[Role, str]) -> list[Share]:
    """With whom it is shared now."""
    return [
        Share(
            one.pk,
            "; ".join(people.get(Role(role)) or label("role", role) for role in one.audience),
            words.last_day(one),
        )
        for one in consents
        if one.holds_on(found.today)
    ]


def readers(found: Dossier) -> dict[Role, str]:
    """Who can read something that she shares now, by what they do: "Wout Werkmans, Sofie Stagiers (work case manager)"."""
    named = defaultdict[Role, list[str]](list)
    for one in found.access:
        role, name = Role(one.involvement.capacity), one.involvement.position.account.name
        can_read = one.compartment.kind == Kind.SHARED and Verb.READ in one.verbs
        if can_read and role not in {*SEES_EVERY_ITEM, Role.EARLIER_CASE_MANAGER} and name not in named[role]:
            named[role].append(name)
    return {role: f"{', '.join(names)} ({label('role', role)})" for role, names in named.items() if names}


def form_page(found: Dossier, form: ActionForm) -> dict[str, Any]:
    """A form about a document."""
    return {**common(found), **drawn(form)}
