"""What a region says for the own view: stored with its day and its source."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.actions import AccountOnly, note
from vlechtwerk.audit.models import Verb
from vlechtwerk.organisations.models import Region
from vlechtwerk.portal.appointments import is_map_service
from vlechtwerk.portal.models import LONGEST_VALID, Setting, SettingKey


class NotASetting(ValueError):
    """The value is not one that the key can have, or it has no source."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said from which day on, and where that is written down."""

    key: SettingKey
    value: str
    valid_from: date
    source: str


@transaction.atomic
def say(saying: Saying, *, region: Region, by: Account) -> Setting:
    """Store what a region says. Raises NotASetting, and IntegrityError when something was said from this day already."""
    value, source = saying.value.strip(), saying.source.strip()
    is_days = saying.key is SettingKey.INVITATION_DAYS
    is_map = saying.key is SettingKey.MAP_SERVICE
    if not value or not source or (is_days and not _is_number_of_days(value)) or (is_map and not is_map_service(value)):
        raise NotASetting
    told = {"key": saying.key, "value": value, "valid_from": saying.valid_from, "source": source}
    made = Setting.objects.create(region=region, **told)
    note(Verb.SETTING_CHANGED, by=AccountOnly(by.pk))
    return made


def _is_number_of_days(value: str) -> bool:
    return value.isascii() and value.isdecimal() and 1 <= int(value) <= LONGEST_VALID
