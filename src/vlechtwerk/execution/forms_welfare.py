"""What is noted after an advice Welfare."""

from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.execution.asking import tick, words
from vlechtwerk.execution.forms import About, SharedNoteForm
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties import welfare
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.roles import Role
from vlechtwerk.ui.environment import long_date


class NoteForm(SharedNoteForm):
    """Asks the note that tells the trusted advisor that the screening service registered Welfare."""

    kind = ReportKind.WELFARE_NOTE
    hint = gettext_lazy("The trusted advisor hears that the advice is registered. Write nothing about health.")

    facts = words("facts", required=True)

    def clean(self) -> dict[str, Any]:
        """Refuse a note before an advice Welfare is registered, or dated before it."""
        answers = super().clean() or self.cleaned_data
        registered_on = registered_welfare(self.about)
        if self.cleaned_data.get("happened_on") and self.on < registered_on:
            text = _("The advice Welfare was registered on %(day)s. Choose that day or a later one.")
            self.add_error("happened_on", text % {"day": long_date(registered_on)})
        return answers

    def told(self) -> dict[str, str]:
        """What is told, and to whom: the name stays in the note when the trusted advisor changes."""
        advisor = next((one for one in self.about.involved if one.capacity == Role.TRUSTED_ADVISOR), None)
        return {**super().told(), **({"addressed_to": advisor.position.account.name} if advisor else {})}


class AdvisorChangeForm(SharedNoteForm):
    """Asks the researcher of the screening service since when she is the trusted advisor."""

    kind = ReportKind.ADVISOR_CHANGE
    hint = gettext_lazy(
        "You take the place of the trusted advisor, who goes from the file. The note must be there first."
    )

    facts = words("facts")
    optional: ClassVar = frozenset({"facts"})

    def told(self) -> dict[str, str]:
        """Who takes the place."""
        return {**super().told(), "new_advisor": self.about.found.position.account.name}

    def asked(self) -> Iterator[Asked]:
        """The note comes first (AT-218)."""
        noted = self.about.reports.of_kind(ReportKind.WELFARE_NOTE)
        noted_on = noted[-1].happened_on if noted else None
        yield ask(
            welfare.trusted_advisor_hears_of_welfare,
            welfare.TakeOver(registered_welfare(self.about), noted_on, self.on),
        )

    def clean(self) -> dict[str, Any]:
        """Refuse it before an advice Welfare is registered."""
        answers = super().clean() or self.cleaned_data
        registered_welfare(self.about)
        return answers


def registered_welfare(about: About) -> date:
    """The day on which an advice Welfare was registered. Raises ValidationError when there is none."""
    facts = about.facts
    if facts.mediation_advice is not Advice.WELFARE or facts.mediation_advice_on is None:
        raise forms.ValidationError(_("No advice Welfare is registered."))
    return facts.mediation_advice_on


class HandOverForm(SharedNoteForm):
    """Asks how the screening service handed the participant over to the assignment for an advice Welfare."""

    kind = ReportKind.WELFARE_HAND_OVER
    hint = gettext_lazy(
        "The screening service or the work case manager notes the hand-over. Write nothing about health."
    )

    receiver = words("receiver", short=True)
    client_present = tick("client_present")
    accepted = tick("accepted")

    def clean(self) -> dict[str, Any]:
        """Refuse a hand-over before an advice Welfare is registered."""
        answers = super().clean() or self.cleaned_data
        registered_welfare(self.about)
        return answers

    def asked(self) -> Iterator[Asked]:
        """To whom, in the presence of the participant, and accepted (AT-219)."""
        told = self.cleaned_data
        done = welfare.HandOver(self.words("receiver"), self.on, told["client_present"], told["accepted"])
        yield ask(welfare.welfare_is_handed_over_in_person, done)
