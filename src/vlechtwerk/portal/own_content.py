"""What else the file of a client holds: every kind of item, her own replies, and who carries out which action."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Model

from vlechtwerk.consent.models import ItemKind
from vlechtwerk.dossier.items import content_of
from vlechtwerk.history.models import Reply
from vlechtwerk.history.replies import replies_in
from vlechtwerk.network.models import Assignment
from vlechtwerk.trajectories.queries import Trajectory

SHOWN_APART = frozenset({ItemKind.NOTE, ItemKind.GOAL, ItemKind.DOCUMENT})
"""The kinds of which the file tells more than what others read."""
NAMED = ("author__account", "author__organisation", "compartment__organisation", "item")


def other_content(found: Trajectory) -> list[Any]:
    """What the client may read of every other kind, in the order in which it was written; each row has a `text`.

    Call it inside `sharing.identity.acting`. One query for each kind.
    """
    rows = list[Any]()
    for model in (content_of(kind) for kind in ItemKind if kind not in SHOWN_APART):
        visible = model.objects.visible_to(found.position, found.today).filter(compartment__file=found.case.file)
        rows += visible.select_related(*NAMED, *_needed(model))
    return sorted(rows, key=lambda row: (row.item.made_at, row.pk))


def _needed(model: type[Model]) -> list[str]:
    """The rows that each row of a model names, which its text may tell."""
    return [one.name for one in model._meta.fields if one.is_relation and not one.null]  # noqa: SLF001 - Django documents it as the description of a model


def own_replies(found: Trajectory) -> Mapping[UUID, Sequence[Reply]]:
    """What the client said to what was recorded about her, by the row of the event."""
    return replies_in(found.case, found.rows)


def assignments_about(found: Trajectory) -> list[Assignment]:
    """Who carries out or carried out which action, the oldest first."""
    visible = Assignment.objects.visible_to(found.position, found.today).filter(case=found.case)
    return list(visible.select_related("provider__organisation").order_by("number"))
