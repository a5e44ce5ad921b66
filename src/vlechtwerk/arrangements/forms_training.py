"""The form about the ICF training of a care case manager."""

from datetime import date

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.arrangements.actions import New
from vlechtwerk.arrangements.forms import NoteForm
from vlechtwerk.arrangements.models import Sort
from vlechtwerk.arrangements.training import trainings_seen
from vlechtwerk.ui.forms import day_field, offer

FIRST_DAY = date(2000, 1, 1)


class TrainingForm(NoteForm):
    """Asks on which day a care case manager got the certificate of the ICF training."""

    sort, slug = Sort.ICF_TRAINING, "icf-opleiding"
    title = gettext_lazy("Note an ICF training")
    intro = gettext_lazy("Of somebody who is noted already, the day that you note now counts.")
    account = forms.ChoiceField(label=gettext_lazy("which care case manager?"))
    on = day_field(gettext_lazy("date of the certificate"))

    def offer_choices(self) -> None:
        """The care case managers of the region; a care case manager only notes the own training."""
        found = trainings_seen(self.position, self.today)
        self.people = {str(one.person.account_id): one.person for one in found}
        named = {pk: f"{one.account.name}, {one.organisation.name}" for pk, one in self.people.items()}
        offer(self, "account", named)

    def clean_on(self) -> date:
        """Refuse a day that cannot be meant."""
        day: date = self.cleaned_data["on"]
        if day < FIRST_DAY:
            raise forms.ValidationError(_("Choose a day from the year 2000 on."))
        return day

    def new(self) -> New:
        """The training."""
        organisation = self.people[self.cleaned_data["account"]].organisation
        return New(Sort.ICF_TRAINING, self.cleaned_data["on"], organisation=organisation, told=self.told("account"))
