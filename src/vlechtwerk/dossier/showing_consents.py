"""The overview of consents in words: what is asked, agreed and taken back, with what each is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.urls import reverse

from vlechtwerk.consent.actions import OPEN
from vlechtwerk.consent.models import Consent, Item
from vlechtwerk.dossier import words
from vlechtwerk.dossier.items import texts_of
from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.dossier.showing import common
from vlechtwerk.dossier.showing_items import title_of
from vlechtwerk.ui.paging import pager

A_PAGE = 30
"""How many items stand on one page."""
SHOWN = 90
"""How many characters of the words of an item tell which one it is."""


@dataclass(frozen=True)
class ShownItem:
    """A line of the overview; `text` are the first words, so that two of one day are told apart."""

    url: str
    title: str
    text: str
    states: tuple[str, ...]
    waits: bool
    holds: bool


def consents_page(found: Dossier, items: Sequence[tuple[Item, Sequence[Consent]]], number: int) -> dict[str, Any]:
    """What was asked and answered, with what waits for an answer in front."""
    leaf = Paginator(sorted(items, key=lambda one: not _waits(found, one[1])), A_PAGE).get_page(number)
    texts = texts_of(found, [item for item, _consents in leaf])
    return {
        **common(found),
        "items": [_line(found, item, consents, texts) for item, consents in leaf],
        "pager": pager(leaf, reverse("dossier_consents", args=[found.case.pk])),
    }


def _waits(found: Dossier, consents: Sequence[Consent]) -> bool:
    return any(one.state in OPEN and found.today < one.until_on for one in consents)


def _line(found: Dossier, item: Item, consents: Sequence[Consent], texts: Mapping[UUID, str]) -> ShownItem:
    return ShownItem(
        url=reverse("dossier_item", args=[found.case.pk, item.pk]),
        title=f"{title_of(item)}, {item.author.account.name}",
        text=shorten(texts.get(item.pk, ""), SHOWN, placeholder="…"),
        states=tuple(words.states(consents, found.today, to_client=found.is_client)),
        waits=_waits(found, consents),
        holds=any(one.holds_on(found.today) for one in consents),
    )
