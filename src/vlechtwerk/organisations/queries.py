"""What holds in a region on a day."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from django.db.models import Q

from vlechtwerk.organisations.models import Region, RegionSetting
from vlechtwerk.rules.activation.terms import AccessSettings, IntakeSettings, KeepingSettings, RegionSettings
from vlechtwerk.rules.casefile.faults import Fault, unknown
from vlechtwerk.rules.casefile.fields import fields_of
from vlechtwerk.rules.casefile.values import read_value

T = TypeVar("T")
SETTINGS: tuple[type[Any], ...] = (RegionSettings, AccessSettings, IntakeSettings, KeepingSettings)
"""The kinds of settings of which a region chooses; no key is in two of them."""
UNKNOWN_CHOICE = "a region cannot choose {value}"


class SettingNotPossible(ValueError):
    """A choice of a region that the rules do not know, or a value that it cannot have. `fault` tells what is expected."""

    def __init__(self, fault: Fault) -> None:
        """Keep the fault as the case files word it."""
        super().__init__(fault.where)
        self.fault = fault


def choices_on(region: Region, day: date, kind: type[Any] = RegionSettings) -> dict[str, Any]:
    """The choices of a region that hold on a day, as they stand in a case file. What the region did not choose is absent.

    Of a `kind` of settings: those of the activation trajectory when none is named.
    """
    not_over = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
    holding = RegionSetting.objects.filter(not_over, region=region, valid_from__lte=day, key__in=list(fields_of(kind)))
    return dict(holding.order_by("valid_from").values_list("key", "value"))


def settings_on(region: Region, day: date) -> RegionSettings:
    """The settings of the activation trajectory in a region on a day; the defaults where it chose nothing."""
    return settings_from(RegionSettings, choices_on(region, day))


def access_settings_on(region: Region, day: date) -> AccessSettings:
    """What a region chose about access, on a day; the defaults where it chose nothing."""
    return settings_from(AccessSettings, choices_on(region, day, AccessSettings))


def intake_settings_on(region: Region, day: date) -> IntakeSettings:
    """What a region chose about the road to the first meeting, on a day; the defaults where it chose nothing."""
    return settings_from(IntakeSettings, choices_on(region, day, IntakeSettings))


def keeping_settings_on(region: Region, day: date) -> KeepingSettings:
    """How long a region chose to keep what is its author's alone, on a day; the proposals where it chose nothing."""
    return settings_from(KeepingSettings, choices_on(region, day, KeepingSettings))


def settings_from(kind: type[T], choices: Mapping[str, Any]) -> T:
    """Settings of a procedure from choices as they stand in a case file. Raises SettingNotPossible."""
    return kind(**dict(read_choice(kind, key, value) for key, value in choices.items()))


def kind_of(key: str) -> type[Any]:
    """The kind of settings that a key belongs to; those of the activation trajectory when it belongs to none."""
    return next((kind for kind in SETTINGS if key in fields_of(kind)), RegionSettings)


def read_choice(kind: type[Any], key: str, value: object) -> tuple[str, Any]:
    """One choice as the field and the value of the settings. Raises SettingNotPossible."""
    field = fields_of(kind).get(key)
    if field is None:
        raise SettingNotPossible(unknown(key, UNKNOWN_CHOICE, key, fields_of(kind)))
    read = read_value(field, value, key)
    if isinstance(read, Fault):
        raise SettingNotPossible(read)
    return field.name, read
