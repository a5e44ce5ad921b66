"""What else the file of a client holds: every kind of item, her own replies, and who carries out which action."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from vlechtwerk.consent.models import ItemKind
from vlechtwerk.dossier.items import content_of, needed_by
from vlechtwerk.history.models import Reply
from vlechtwerk.history.replies import replies_in
from vlechtwerk.network.models import Assignment
from vlechtwerk.retention.words import Kept
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
        rows += visible.select_related(*NAMED, *needed_by(model))
    return sorted(rows, key=lambda row: (row.item.made_at, row.pk))


def own_replies(found: Trajectory) -> Mapping[UUID, Sequence[Reply]]:
    """What the client said to what was recorded about her, by the row of the event."""
    return replies_in(found.case, found.rows)


def assignments_about(found: Trajectory) -> list[Assignment]:
    """Who carries out or carried out which action, the oldest first."""
    visible = Assignment.objects.visible_to(found.position, found.today).filter(case=found.case)
    return list(visible.select_related("provider__organisation").order_by("number"))


def kept_as_data(one: Kept) -> dict[str, Any]:
    """What is kept how long and why, in words with the source; nothing tells how long where no source does."""
    return {
        "what": str(one.what),
        "how_long": str(one.until) or None,
        "why": str(one.why),
        "source": one.source or None,
    }


def kept_in_words(one: Kept) -> tuple[str, ...]:
    """The same for people: how long, why, and where that stands."""
    how_long = str(one.until) or _("Not decided yet.")
    source = _("Where it stands: %(source)s") % {"source": one.source} if one.source else ""
    return (_("How long? %(until)s") % {"until": how_long}, _("Why? %(why)s") % {"why": one.why}, source)
