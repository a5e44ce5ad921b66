"""The questions about a goal."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.dossier.goals import GoalDraft
from vlechtwerk.dossier.models import Goal
from vlechtwerk.dossier.sharing_forms import SHARING, SharingForm
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.ui.environment import label
from vlechtwerk.ui.forms import day_field, offer


class GoalForm(SharingForm):
    """Asks for a goal. A valid form has it as `draft`."""

    needed = ("measure", "feasibility")
    field_order = ("domain", "text", "measure", "feasibility", "obstacle", "reached_by", "agreed_on", *SHARING)

    replaces = forms.UUIDField(widget=forms.HiddenInput, required=False)
    domain = forms.ChoiceField(label=gettext_lazy("on which side?"), widget=forms.RadioSelect)
    text = forms.CharField(label=gettext_lazy("what is the result?"), max_length=500, widget=forms.Textarea)
    measure = forms.CharField(label=gettext_lazy("how do you see that it is reached?"), max_length=300, required=False)
    feasibility = forms.CharField(label=gettext_lazy("why can it be done?"), max_length=300, required=False)
    obstacle = forms.CharField(
        label=gettext_lazy("which obstacle to work does it take away?"), max_length=300, required=False
    )
    reached_by = day_field(gettext_lazy("by which day is it reached?"))
    agreed_on = day_field(gettext_lazy("on which day did you agree on it?"))

    def __init__(self, today: date, data: Mapping[str, Any] | None = None, *, replaced: Goal | None = None) -> None:
        """Start with the words of the goal that is replaced."""
        super().__init__(today, data, initial=_told(replaced) if replaced else {"agreed_on": today})
        offer(self, "domain", {str(one): label("domain", one) for one in Domain})
        self.fields["obstacle"].help_text = _("Needed for a goal on the side of care.")

    def clean(self) -> dict[str, Any]:
        """Refuse days that cannot be, and a goal that nobody is to see."""
        answers = super().clean() or self.cleaned_data
        agreed, reached = answers.get("agreed_on"), answers.get("reached_by")
        if agreed and agreed > self.today:
            self.add_error("agreed_on", _("This day has not come yet. Choose today or a day before it."))
        if agreed and reached and reached < agreed:
            self.add_error("reached_by", _("A goal is reached after it was agreed."))
        self.check_audience(Kind.SHARED)
        return answers

    @property
    def draft(self) -> GoalDraft:
        """What was told."""
        told = self.cleaned_data
        return GoalDraft(
            domain=Domain(told["domain"]),
            text=told["text"],
            measure=told["measure"],
            feasibility=told["feasibility"],
            obstacle=told["obstacle"],
            reached_by=told["reached_by"],
            agreed_on=told["agreed_on"],
            agreed=self.agreed,
        )


def _told(goal: Goal) -> dict[str, Any]:
    """What stands in a goal, as the form asks it."""
    names = ("domain", "text", "measure", "feasibility", "obstacle", "reached_by", "agreed_on", "why")
    return {"replaces": goal.pk, **{name: getattr(goal, name) for name in names}}
