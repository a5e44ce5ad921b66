"""The forms about reminding the participant of the first appointment: how, what helps to come, and that it was done."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from vlechtwerk.intake import reminding, words
from vlechtwerk.intake.deed_form import Deed, several
from vlechtwerk.intake.forms import choices
from vlechtwerk.intake.models import Channel, Support
from vlechtwerk.rules.roles import Role
from vlechtwerk.ui.forms import day_field

ADVISOR = frozenset({Role.TRUSTED_ADVISOR})


class AgreeReminder(Deed):
    """Note how the participant wants to be reminded."""

    slug, title = "herinnering", gettext_lazy("How does the participant want to be reminded?")
    intro = gettext_lazy("Ask it when you give the appointment along, and ask what would help to come.")
    done = gettext_lazy("It is noted how the participant wants to be reminded.")
    roles, needs_appointment = ADVISOR, True
    channel = forms.ChoiceField(
        label=gettext_lazy("in which way?"),
        choices=choices(words.WAYS_TO_REMIND),
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "A mail says only that there is something. It leaves by itself, if the participant gave an address on the own page."
        ),
    )
    support = several(gettext_lazy("what helps to come?"), words.SUPPORT)

    def known(self) -> dict[str, Any]:
        """What was chosen before."""
        ticks = self.intake.ticks
        return {"channel": reminding.chosen_channel(ticks), "support": reminding.chosen_support(ticks)}

    def act(self) -> None:
        """Note it."""
        told, found = self.cleaned_data, self.intake.found
        support = [Support(one) for one in told["support"]]
        reminding.agree(self.intake.case, Channel(told["channel"]), support, on=found.today, by=found.position)


class RemindParticipant(Deed):
    """Remind the participant of the first appointment."""

    slug, title = "herinneren", gettext_lazy("Remind the participant of the first appointment")
    intro = gettext_lazy(
        "Encourage the participant to come, and ask what would help: somebody who comes along, the way, another hour."
    )
    done = gettext_lazy("It is noted that you reminded the participant.")
    roles, needs_appointment = ADVISOR, True
    on = day_field(gettext_lazy("on which day did you remind the participant?"))

    def act(self) -> None:
        """Note it."""
        reminding.remind(self.intake.case, on=self.cleaned_data["on"], by=self.intake.found.position)
