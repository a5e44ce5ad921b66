"""Somebody leaves: a position ends, and with it every part in every file, the same day."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import CASE_MANAGERS
from vlechtwerk.sharing.actions import end_involvement
from vlechtwerk.sharing.granting import not_over
from vlechtwerk.sharing.handing_over import HandOver, hand_over
from vlechtwerk.sharing.models import Involvement, lasts_now

LEFT = "vertrokken"
"""The reason of a hand-over by somebody who leaves; a code that is only asked for, not stored."""


@transaction.atomic
def end_position(position: Position, successor: Position | None = None) -> int:
    """End a position today; return in how many files it took part. Ending it twice is ending it once.

    The places as case manager go to the `successor` when one is named; otherwise they stand empty, and the other case manager
    is told so. Access that was given to others stays. The lines in the record name the position itself: the command is given by
    an administrator, who has none. Raises what `hand_over` raises, and then nothing has ended.
    """
    today = timezone.localdate()
    kept = Position.objects.select_for_update().get(pk=position.pk)
    if kept.until_on is not None and kept.until_on <= today:
        return 0
    parts = list(
        Involvement.objects.filter(not_over(today), lasts_now(), position=kept)
        .select_related("file__person")
        .order_by("file", "id")
    )
    for part in parts:
        if successor and part.capacity in CASE_MANAGERS and part.until_on is None and part.from_on <= today:
            asked = HandOver(part, successor, today - timedelta(days=1), today, LEFT, reading_days=0)
            hand_over(asked, by=kept)
        else:
            end_involvement(involvement=part, until_on=_end(part, today), by=kept, rules=["AT-026"])
    kept.until_on = max(kept.from_on, today)
    kept.save(update_fields=["until_on"])
    note(Verb.POSITION_ENDED, by=kept)
    return len({one.file_id for one in parts})


def _end(part: Involvement, today: date) -> date:
    """The first day without this part: today, or its first day when that has not come."""
    return max(part.from_on, today)
