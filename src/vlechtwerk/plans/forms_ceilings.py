"""The questions about the maximum cost of a trajectory."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy

from vlechtwerk.plans.ceilings import NewCeiling
from vlechtwerk.ui.forms import ActionForm, day_field
from vlechtwerk.ui.money import EuroField

FIRST_DAY, LAST_DAY = date(2020, 1, 1), date(2199, 12, 31)


class CeilingForm(ActionForm):
    """Asks for the maximum cost from a day on. A valid form has it as `new`."""

    valid_from = day_field(gettext_lazy("from which day does it hold?"))
    amount = EuroField(
        label=gettext_lazy("maximum cost of one trajectory"),
        max_digits=12,
        required=False,
        help_text=gettext_lazy("In euro. Leave it empty to withdraw what was entered for that day."),
    )
    legal_source = forms.CharField(
        label=gettext_lazy("in which text does it stand?"),
        max_length=300,
        help_text=gettext_lazy("For example the decision or the letter, with its date and article."),
    )

    def clean_valid_from(self) -> date:
        """Refuse a day that cannot be meant."""
        day: date = self.cleaned_data["valid_from"]
        if not FIRST_DAY <= day <= LAST_DAY:
            raise forms.ValidationError(gettext_lazy("Choose a day from the year 2020 on."))
        return day

    @property
    def new(self) -> NewCeiling:
        """What was entered."""
        told = self.cleaned_data
        return NewCeiling(told["valid_from"], told["amount"], told["legal_source"])
