"""One item of the confidential file as somebody sees it: its content, who sees it now, its consents and remarks."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model, QuerySet

from vlechtwerk.consent.access import open_items
from vlechtwerk.consent.models import Consent, Item, ItemKind, Remark, Shareable
from vlechtwerk.consent.opened import Reached, reached_while
from vlechtwerk.consent.queries import beside, known_to, reached
from vlechtwerk.consent.walls import SEES_EVERY_ITEM
from vlechtwerk.documents.keeping import opened as opened_documents
from vlechtwerk.documents.models import Document
from vlechtwerk.dossier.models import Goal, Note
from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.dossier.sealing import opened
from vlechtwerk.dossier.sharing_forms import READERS
from vlechtwerk.rules.activation.duties.writing import DocumentKind
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.access import Access, by_compartment
from vlechtwerk.sharing.models import Compartment, Involvement
from vlechtwerk.sharing.policy import Kind, Stage, Verb


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who sees an item now: through the part, and until which day when it is with consent (first day without)."""

    access: Access
    until_on: date | None
    is_author: bool


@dataclass(frozen=True)
class OpenItem:
    """An item that is open to a position, with what it may know of its consents."""

    found: Dossier
    item: Item
    content: Any
    consents: Sequence[Consent]
    remarks: Sequence[Remark]
    readers: Sequence[Reader]

    @property
    def capacities(self) -> frozenset[Role]:
        """The capacities of the position in the file."""
        return frozenset(Role(one.involvement.capacity) for one in self.found.mine)

    @property
    def may_answer(self) -> bool:
        """Whether the position may store what the client said, or say it herself."""
        return self.found.is_client or self.is_author or bool(CASE_MANAGERS & self.capacities)

    @property
    def is_author(self) -> bool:
        """Whether the position wrote it."""
        return self.item.author_id == self.found.position.pk

    @property
    def is_brought(self) -> bool:
        """Whether the client brought it herself: then she alone shares it."""
        return self.item.capacity == Role.CLIENT

    @property
    def may_share_further(self) -> bool:
        """Whether the position may let others see it too."""
        writes = {part.pk for part in self.found.parts(Verb.WRITE)}
        is_standing = (
            self.item.closed_at is None and self.item.compartment.kind != Kind.CARE_OWN and not self.is_brought
        )
        return (
            is_standing
            and self.item.compartment_id in writes
            and (self.is_author or bool(CASE_MANAGERS & self.capacities))
        )

    @property
    def possible_readers(self) -> tuple[Role, ...]:
        """The capacities to whom it can be shared further: a diagnostic report is for the case managers alone (AT-141)."""
        if isinstance(self.content, Document) and self.content.kind == DocumentKind.DIAGNOSTIC_REPORT:
            return tuple(sorted(CASE_MANAGERS))
        return READERS

    @property
    def may_remark(self) -> bool:
        """Whether the position may put the own view beside it."""
        shut = isinstance(self.content, Note | Document) and self.content.shut
        own = self.found.is_client and not self.is_brought
        return own and not shut and self.found.case.file.stage_on(self.found.today) is Stage.OPEN


@cache
def content_of(kind: str) -> Any:
    """The model with the content of a kind of item, whichever application keeps it."""
    kept = (model for model in apps.get_models() if issubclass(model, Shareable))
    return next(model for model in kept if model.item_kind == kind)


def needed_by(model: type[Model]) -> list[str]:
    """The rows that each row of a model with content names, which its text may tell."""
    return [one.name for one in model._meta.fields if one.is_relation and not one.null]  # noqa: SLF001 - Django documents it as the description of a model


def texts_of(found: Dossier, items: Iterable[Item]) -> dict[UUID, str]:
    """The words of items by their identifier, as far as the position may read them; one query for each kind, and for the keys."""
    wanted = defaultdict[str, list[UUID]](list)
    for item in items:
        wanted[item.kind].append(item.pk)
    texts = dict[UUID, str]()
    for kind, ids in wanted.items():
        model = content_of(kind)
        visible = model.objects.visible_to(found.position, found.today).filter(item__in=ids)
        rows = list(visible.select_related(*needed_by(model)))
        if model is Note:
            opened(rows)
        if model is Document:
            opened_documents(rows)
        texts |= {row.item_id: str(row.text) for row in rows}
    return texts


def find_item(found: Dossier, id: UUID) -> OpenItem:
    """An item of this file that the position may see. Raises Item.DoesNotExist when there is none."""
    item = _seen(found).select_related("compartment__organisation", "author__account").get(pk=id)
    model = content_of(item.kind)
    visible = model.objects.visible_to(found.position, found.today)
    content = visible.select_related("author__account", "author__organisation").filter(item=item).first()
    if content is None:
        raise Item.DoesNotExist
    if isinstance(content, Note):
        opened([content])
    if isinstance(content, Document):
        opened_documents([content])
    there = beside([item])
    consents = there.consents.get(item.pk, ())
    mine = frozenset(Role(one.involvement.capacity) for one in found.mine)
    known = known_to(found.position, mine, item, consents)
    return OpenItem(found, item, content, known, there.remarks.get(item.pk, ()), readers(found, item, consents))


def _seen(found: Dossier) -> QuerySet[Item]:
    """The items of this file that the position may see."""
    readable = [part.pk for part in found.parts(Verb.READ)]
    opened_to = open_items(found.position, found.today)
    return Item.objects.filter(pk__in=opened_to, file=found.case.file, compartment__in=readable)


def readers(found: Dossier, item: Item, consents: Sequence[Consent]) -> list[Reader]:
    """Everybody who sees an item now, computed from the access there is."""
    reading = by_compartment(found.access, Verb.READ).get(item.compartment_id, ())
    named = reached(item, consents, found.today)
    seeing = []
    for one in reading:
        capacity, is_author = _reads_as(one.involvement), one.involvement.position_id == item.author_id
        if is_author or capacity in SEES_EVERY_ITEM or capacity in named:
            until = None if is_author or capacity in SEES_EVERY_ITEM else named[capacity]
            seeing.append(Reader(one, until, is_author))
    return seeing


def _reads_as(one: Involvement) -> str:
    """The capacity with which something has to be shared; of who handed over that is whom they were."""
    earlier = one.follows if one.capacity == Role.EARLIER_CASE_MANAGER else None
    return earlier.capacity if earlier else one.capacity


def reached_through(shown: OpenItem) -> dict[UUID, Sequence[Reached]]:
    """Whom the item may have reached through each consent, by its identifier: for the client and the author alone (AT-248)."""
    if not (shown.found.is_client or shown.is_author):
        return {}
    return {one.pk: reached_while(shown.item, one) for one in shown.consents}


def goals_of(found: Dossier) -> list[Goal]:
    """The goals of the file that stand and that the position may see."""
    visible = Goal.objects.visible_to(found.position, found.today).in_file(found.case.file)
    return list(visible.select_related("author__account", "author__organisation", "item", "compartment__organisation"))


def shared_part(found: Dossier) -> Compartment | None:
    """The shared part, when the position may write in it."""
    return next((part for part in found.parts(Verb.WRITE) if part.kind == Kind.SHARED), None)


def items_with_consent(found: Dossier) -> list[tuple[Item, list[Consent]]]:
    """The items of the file for which consent was asked, with the consents that the position may know of."""
    asked = _seen(found).filter(pk__in=Consent.objects.values("item_id"))
    # A plan is saved many times before it is signed: of its earlier wordings nothing is asked any more.
    asked = asked.exclude(kind=ItemKind.PLAN, closed_at__isnull=False)
    items = list(asked.select_related("author__account").order_by("-made_at", "-pk"))
    consents = beside(items).consents
    mine = frozenset(Role(one.involvement.capacity) for one in found.mine)
    known = ((item, known_to(found.position, mine, item, consents.get(item.pk, ()))) for item in items)
    return [(item, of_item) for item, of_item in known if of_item]
