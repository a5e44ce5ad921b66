"""The period of which the network coordinator takes the lines along."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from vlechtwerk.ui.forms import day_field, refuse_reversed


class PeriodForm(forms.Form):
    """Asks for the first and the last day (both included); without an answer from the first of the month up to today."""

    first = day_field(gettext_lazy("from"))
    last = day_field(gettext_lazy("until and including"))

    def __init__(self, today: date, data: Mapping[str, Any] | None = None) -> None:
        """Start with this month."""
        super().__init__(data, initial={"first": today.replace(day=1), "last": today})

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        told = super().clean() or self.cleaned_data
        refuse_reversed(self, "first", "last")
        return told

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day; None when what was asked cannot be meant."""
        if not self.is_bound:
            return self.initial["first"], self.initial["last"]
        return (self.cleaned_data["first"], self.cleaned_data["last"]) if self.is_valid() else None
