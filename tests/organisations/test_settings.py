"""What a region chose holds from and until a day."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError

from tests.cast import Cast
from vlechtwerk.audit.models import Entry
from vlechtwerk.organisations.actions import Choice, choose
from vlechtwerk.organisations.models import RegionSetting
from vlechtwerk.organisations.queries import SettingNotPossible, choices_on, settings_on
from vlechtwerk.rules.activation.terms import PlanDueFrom, RegionSettings
from vlechtwerk.rules.roles import Role

SOURCE = "Verslag van de stuurgroep"


def chosen(cast: Cast, key: str, value: Any, *period: date) -> RegionSetting:
    """Store a choice of the region."""
    start, *end = period
    choice = Choice(key, value, start, SOURCE, *end)
    return choose(region=cast.region, choice=choice, by=cast[Role.PROJECT_FOLLOWER])


def test_a_region_that_chose_nothing_has_the_settings_of_the_product(cast: Cast) -> None:
    assert settings_on(cast.region, date(2026, 2, 2)) == RegionSettings()


def test_a_choice_holds_from_its_first_up_to_and_including_its_last_day(cast: Cast) -> None:
    chosen(cast, "plan_due_from", "referral", date(2026, 1, 1), date(2026, 6, 30))
    edges = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1)]
    found = [settings_on(cast.region, day).plan_due_from for day in edges]
    assert found == [PlanDueFrom.FIRST_MEETING, PlanDueFrom.REFERRAL, PlanDueFrom.REFERRAL, PlanDueFrom.FIRST_MEETING]


def test_of_two_choices_that_hold_the_later_one_counts(cast: Cast) -> None:
    chosen(cast, "target_months", 12, date(2026, 1, 1))
    chosen(cast, "target_months", 15, date(2026, 4, 1))
    assert settings_on(cast.region, date(2026, 3, 31)).target_months == 12
    assert choices_on(cast.region, date(2026, 4, 1)) == {"target_months": 15}


@pytest.mark.parametrize(
    ("key", "value"),
    [("plan_due", "referral"), ("plan_due_from", "upload"), ("target_months", 19), ("target_months", "12")],
)
def test_a_choice_that_the_rules_do_not_know_is_not_stored(cast: Cast, key: str, value: Any) -> None:
    with pytest.raises(SettingNotPossible):
        chosen(cast, key, value, date(2026, 1, 1))
    assert not RegionSetting.objects.exists()


def test_a_choice_is_noted(cast: Cast) -> None:
    chosen(cast, "target_months", 12, date(2026, 1, 1))
    assert Entry.objects.get().verb == "setting_changed"


def test_a_choice_ends_after_it_began_and_is_made_once_for_a_day(cast: Cast) -> None:
    with pytest.raises(IntegrityError):
        chosen(cast, "target_months", 12, date(2026, 1, 2), date(2026, 1, 1))
