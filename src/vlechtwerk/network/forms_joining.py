"""The questions about adding a partner to the network: the application, and the decision about it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.arrangements.applications import APPROVED, REFUSED, Application
from vlechtwerk.network.forms import ProviderForm
from vlechtwerk.network.joining import Decision, NewApplication
from vlechtwerk.organisations.models import Organisation
from vlechtwerk.ui.forms import ActionForm, day_field

ANSWERS = {APPROVED: gettext_lazy("approved"), REFUSED: gettext_lazy("refused")}
LONG = 2_000


class ApplicationForm(ProviderForm):
    """Asks which partner is proposed, what it offers and why. A valid form has it as `application`."""

    offer = forms.CharField(label=gettext_lazy("what does the partner offer?"), max_length=LONG, widget=forms.Textarea)
    motivation = forms.CharField(
        label=gettext_lazy("why does the network need this partner?"), max_length=LONG, widget=forms.Textarea
    )

    def __init__(self, candidates: Sequence[Organisation], data: Mapping[str, Any] | None = None) -> None:
        """Offer the organisations that are known already."""
        super().__init__(candidates, data)
        del self.fields["self_employed"]

    @property
    def application(self) -> NewApplication:
        """What is asked."""
        self.cleaned_data["self_employed"] = False
        return NewApplication(self.new, self.cleaned_data["offer"], self.cleaned_data["motivation"])


class DecisionForm(ActionForm):
    """Asks what was decided about an application. A valid form has it as `decision`."""

    answer = forms.ChoiceField(
        label=gettext_lazy("what is decided?"), choices=list(ANSWERS.items()), widget=forms.RadioSelect
    )
    on = day_field(gettext_lazy("on which day?"))
    reason = forms.CharField(label=gettext_lazy("why, or where does the decision stand?"), max_length=300)

    def __init__(self, about: Application, today: date, data: Mapping[str, Any] | None = None) -> None:
        """Keep the application and the day."""
        super().__init__(data)
        self.about, self.today = about, today

    def clean_on(self) -> date:
        """A decision follows the application, and is not of a day to come."""
        day: date = self.cleaned_data["on"]
        if not self.about.row.on <= day <= self.today:
            raise forms.ValidationError(_("Choose a day from the application up to today."))
        return day

    @property
    def decision(self) -> Decision:
        """What is decided."""
        told = self.cleaned_data
        return Decision(told["answer"] == APPROVED, told["on"], told["reason"])
