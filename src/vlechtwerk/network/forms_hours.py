"""The question how many hours a care provider spent on each of the seven tasks."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.arrangements.models import Arrangement
from vlechtwerk.network.care_hours import Served
from vlechtwerk.network.showing import days
from vlechtwerk.organisations.models import Organisation
from vlechtwerk.rules.activation.duties.care_providers import care_tasks
from vlechtwerk.ui.forms import ActionForm, day_field, offer, refuse_reversed


class CareHoursForm(ActionForm):
    """Asks the hours of a period by task. A valid form has them as `served`."""

    organisation = forms.ChoiceField(label=gettext_lazy("which provider?"))
    first = day_field(gettext_lazy("from"))
    last = day_field(gettext_lazy("until and including"))
    replaces = forms.ChoiceField(label=gettext_lazy("in the place of"), required=False)

    def __init__(
        self, organisations: Sequence[Organisation], standing: Sequence[Arrangement], today: date,
        data: Mapping[str, Any] | None = None,
    ) -> None:  # fmt: skip
        """Ask the hours of each task; with one organisation nothing is to choose."""
        super().__init__(data)
        self.today = today
        self.organisations = {str(one.pk): one for one in organisations}
        self.standing = {str(one.pk): one for one in standing}
        offer(self, "organisation", {pk: one.name for pk, one in self.organisations.items()})
        named = {pk: f"{one.organisation_name}, {days(one.on, one.until)}" for pk, one in self.standing.items()}
        offer(self, "replaces", {"": _("nothing"), **named})
        if len(organisations) == 1:
            self.initial["organisation"] = str(organisations[0].pk)
            self.fields["organisation"].widget = forms.HiddenInput()
        if not standing:
            del self.fields["replaces"]
        for task, words in care_tasks.points.items():
            self.fields[task] = forms.DecimalField(
                label=_(words), min_value=Decimal(0), max_digits=6, decimal_places=2, localize=True, required=False,
                help_text=_("hours"),
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Refuse a period that cannot be, or a note of another provider in the place of which this one would come."""
        told = super().clean() or self.cleaned_data
        last = told.get("last")
        refuse_reversed(self, "first", "last")
        if last and last > self.today:
            self.add_error("last", _("This day has not come yet. Choose today or a day before it."))
        replaced = self.standing.get(told.get("replaces", ""))
        if replaced and str(replaced.organisation_id) != told.get("organisation"):
            self.add_error("replaces", _("That note is of another provider."))
        return told

    @property
    def served(self) -> Served:
        """What was told."""
        told = self.cleaned_data
        hours = {task: told[task] for task in care_tasks.points if told[task]}
        replaced = self.standing.get(told.get("replaces", ""))
        return Served(self.organisations[told["organisation"]], told["first"], told["last"], hours, replaced)
