"""What a region says about terms: stored with the day from which it holds and where it is written down."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q

from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.actions import AccountOnly, note
from vlechtwerk.audit.models import Verb
from vlechtwerk.organisations.models import Region, RegionSetting
from vlechtwerk.retention.facts import TRAJECTORY
from vlechtwerk.retention.reckoning import Chosen

CLAIMS, AFTER = "retention.claims_years", "retention.after_years"
MOST = {CLAIMS: 99, AFTER: TRAJECTORY.at_most_years or 0}
"""The most years that each of them can be; the decree limits how long data are kept after the claims."""


class NotPossible(ValueError):
    """It is no number of years that can be chosen, or it has no source."""


@dataclass(frozen=True, slots=True)
class Years:
    """A number of years, from which day it holds, and where that is written down."""

    key: str
    years: int
    valid_from: date
    source: str


@transaction.atomic
def choose(told: Years, *, region: Region, by: Account) -> RegionSetting:
    """Store it. Raises NotPossible, and IntegrityError when the same was said from this day already."""
    if not told.source.strip() or told.key not in MOST or not 0 <= told.years <= MOST[told.key]:
        raise NotPossible
    made = RegionSetting.objects.create(
        region=region, key=told.key, value=told.years, valid_from=told.valid_from, source=told.source.strip()
    )
    note(Verb.SETTING_CHANGED, by=AccountOnly(by.pk))
    return made


def settings_on(region: Region, day: date) -> dict[str, RegionSetting]:
    """What a region says on a day, by key; what it did not say is absent."""
    not_over = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
    holding = RegionSetting.objects.filter(not_over, region=region, key__in=list(MOST), valid_from__lte=day)
    return {one.key: one for one in holding.order_by("valid_from")}


def chosen_on(region: Region, day: date) -> tuple[Chosen, list[str]]:
    """What a region chose on a day, with the sources of it."""
    found = settings_on(region, day)
    values = {key: int(found[key].value) if key in found else None for key in MOST}
    return Chosen(values[CLAIMS], values[AFTER]), [one.source for one in found.values()]
