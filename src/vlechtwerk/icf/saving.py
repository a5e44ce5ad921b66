"""Taking what was filled in on the page of the profile: all of it, or the one category that changed."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from vlechtwerk.consent.actions import SharingRefused
from vlechtwerk.icf.actions import Draft, Sitting, set_findings
from vlechtwerk.icf.forms import RowForm, SittingForm, agreed_before, rows_of
from vlechtwerk.icf.queries import Profile
from vlechtwerk.rules.assessment import Reason


class Filled:
    """The page of a profile as it was sent, or as it is drawn when nothing was. What is refused keeps everything typed."""

    def __init__(self, profile: Profile, data: Mapping[str, Any] | None, only: str | None = None) -> None:
        """Make the forms; `only` that of one category when just that one was sent."""
        self.profile = profile
        self.sitting = SittingForm(profile.found.today, data, before=agreed_before(profile))
        self.rows: list[RowForm] = rows_of(profile, data, only)
        self.against: tuple[Reason, ...] = ()

    @cached_property
    def is_valid(self) -> bool:
        """Whether every answer can be. All forms are asked, so that every fault is told at once."""
        answers = [one.is_valid() for one in (self.sitting, *self.rows)]
        return all(answers)

    @property
    def drafts(self) -> list[Draft]:
        """What was found."""
        told = (one.draft(self.sitting) for one in self.rows)
        return [one for one in told if one is not None]


def saved(filled: Filled) -> bool:
    """Save what was filled in; whether it could be. Then nothing of it is stored, and why stands in `filled`."""
    if not filled.is_valid:
        return False
    told, profile = filled.sitting.cleaned_data, filled.profile
    sitting = Sitting(profile.part, filled.sitting.agreed, told["idempotency_key"])
    try:
        set_findings(sitting=sitting, drafts=filled.drafts, by=profile.found.position)
    except SharingRefused as refused:
        filled.against = refused.reasons
        return False
    return True
