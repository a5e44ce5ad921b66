"""Writing what a region chose."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.organisations.models import Position, Region, RegionSetting
from vlechtwerk.organisations.queries import kind_of, read_choice


@dataclass(frozen=True, slots=True)
class Choice:
    """What a region chose, as it stands in a case file, from and until which day, and where that is written down."""

    key: str
    value: Any
    valid_from: date
    source: str
    valid_until: date | None = None


@transaction.atomic
def choose(*, region: Region, choice: Choice, by: Position) -> RegionSetting:
    """Store a choice of a region. Cases that have begun keep the settings of their start.

    Raises SettingNotPossible for a choice that the rules do not know, and IntegrityError when there is already one of this
    key from this day or when it ends before it begins.
    """
    read_choice(kind_of(choice.key), choice.key, choice.value)
    setting = RegionSetting(
        region=region,
        key=choice.key,
        value=choice.value,
        valid_from=choice.valid_from,
        valid_until=choice.valid_until,
        source=choice.source,
    )
    setting.save(force_insert=True)
    note(Verb.SETTING_CHANGED, by=by)
    return setting
