"""Choosing the day and the reading of a reconstruction."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from vlechtwerk.reconstruction.queries import Reading
from vlechtwerk.trajectories.forms import DayForm


class ReconstructionForm(DayForm):
    """Asks the day, until today, and what counts on it. It stands in the address: it tells nothing about a person."""

    def __init__(self, began_on: date, today: date, data: Mapping[str, Any] | None = None) -> None:
        """Offer both readings, in the language of the page."""
        super().__init__(began_on, today, data)
        self.fields["reading"] = forms.ChoiceField(
            label=_("what counts"),
            choices=[
                (Reading.HAPPENED.value, _("what had happened, as it is known today")),
                (Reading.KNOWN.value, _("what was known on that day")),
            ],
            widget=forms.RadioSelect,
        )
