"""What is noted after an advice Welfare."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.consent.sharing import Asked, ask
from vlechtwerk.execution.asking import tick, words
from vlechtwerk.execution.forms import SharedNoteForm
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.rules.activation.duties import welfare
from vlechtwerk.rules.activation.terms import Advice


class HandOverForm(SharedNoteForm):
    """Asks how the screening service handed the participant over to the assignment for an advice Welfare."""

    kind = ReportKind.WELFARE_HAND_OVER
    hint = gettext_lazy("The screening service hands over; the work case manager notes it. Write nothing about health.")

    receiver = words("receiver", short=True)
    client_present = tick("client_present")
    accepted = tick("accepted")

    def clean(self) -> dict[str, Any]:
        """Refuse a hand-over before an advice Welfare is registered."""
        answers = super().clean() or self.cleaned_data
        if self.about.facts.mediation_advice is not Advice.WELFARE:
            raise forms.ValidationError(_("No advice Welfare is registered."))
        return answers

    def asked(self) -> Iterator[Asked]:
        """To whom, in the presence of the participant, and accepted (AT-219)."""
        told = self.cleaned_data
        done = welfare.HandOver(self.words("receiver"), self.on, told["client_present"], told["accepted"])
        yield ask(welfare.welfare_is_handed_over_in_person, done)
