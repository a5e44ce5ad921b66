"""Who opened the confidential file while a consent held: whom what was shared may have reached already (AT-248)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Q
from django.utils import timezone

from vlechtwerk.audit.queries import Opening, opened_between
from vlechtwerk.consent.models import Consent, Item
from vlechtwerk.organisations.models import Organisation
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement


@dataclass(frozen=True, slots=True)
class Reached:
    """That people with a function at an organisation opened the confidential file on a day; never a name."""

    day: date
    capacity: Role
    organisation: str


def reached_while(item: Item, consent: Consent) -> Sequence[Reached]:
    """Whom an item may have reached through a consent, the first day in front; the author is not among them.

    It holds from the answer of the client until she took it back, and at most until the first day without. Who handed over
    counts as whom they were. Three queries.
    """
    if consent.answered_at is None or not consent.how:
        return ()
    over = timezone.make_aware(datetime.combine(consent.until_on, time.min))
    until = min(moment for moment in (consent.ended_at, over) if moment)
    earlier = Involvement.objects.filter(
        file=item.file_id, capacity=Role.EARLIER_CASE_MANAGER, follows__capacity__in=consent.audience
    )
    meant_for = Q(capacity__in=consent.audience) | Q(grant_id__in=list(earlier.values_list("pk", flat=True)))
    found = opened_between(meant_for & ~Q(position_id=item.author_id), item.file_id, consent.answered_at, until)
    return _named(found)


def _named(found: Sequence[Opening]) -> list[Reached]:
    names = Organisation.objects.in_bulk([one.organisation_id for one in found if one.organisation_id])
    return [
        Reached(
            one.day, Role(one.capacity or ""), names[one.organisation_id].name if one.organisation_id in names else ""
        )
        for one in found
    ]
