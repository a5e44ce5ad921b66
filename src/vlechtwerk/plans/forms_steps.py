"""The questions about the steps of a plan: a signature, the upload, the judgement of the coordinator and a delay."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.plans import words
from vlechtwerk.plans.actions import Signing
from vlechtwerk.plans.models import Manner, Plan
from vlechtwerk.plans.queries import PlanFile
from vlechtwerk.plans.recording import Judging
from vlechtwerk.rules.activation.duties.network import Judgement as Verdict
from vlechtwerk.rules.roles import Role
from vlechtwerk.ui.environment import label
from vlechtwerk.ui.forms import ActionForm, day_field, offer


class SignatureForm(ActionForm):
    """Asks who signed, when and how. A valid form has it as `signing`."""

    button, done = gettext_lazy("Sign"), gettext_lazy("The signature stands with the plan.")
    seen = forms.UUIDField(widget=forms.HiddenInput, required=False)
    capacity = forms.ChoiceField(label=gettext_lazy("who signs?"), widget=forms.RadioSelect)
    manner = forms.ChoiceField(label=gettext_lazy("how?"), widget=forms.RadioSelect)
    signed_on = day_field(gettext_lazy("on which day?"))

    def __init__(self, plans: PlanFile, waiting: list[Role], data: Mapping[str, Any] | None = None) -> None:
        """Offer who still has to sign: everybody the own signature, a case manager also those on paper."""
        self.today = plans.found.today
        mine = [one for one in waiting if one in plans.capacities]
        known = {
            "seen": plans.newest,
            "signed_on": self.today,
            "manner": Manner.DIGITAL,
            "capacity": next(iter(mine), ""),
        }
        super().__init__(data, initial=known)
        self.plans = plans
        offer(self, "capacity", {str(one): label("role", one) for one in (waiting if plans.manages else mine)})
        offer(self, "manner", words.MANNERS if plans.manages else {Manner.DIGITAL: words.MANNERS[Manner.DIGITAL]})

    def clean(self) -> dict[str, Any]:
        """Refuse days to come, and a digital signature in the name of somebody else."""
        told = super().clean() or self.cleaned_data
        day = told.get("signed_on")
        if day and day > self.today:
            self.add_error("signed_on", _("This day has not come yet. Choose today or a day before it."))
        if told.get("manner") == Manner.DIGITAL and told.get("capacity"):
            if Role(told["capacity"]) not in self.plans.capacities:
                self.add_error(
                    "manner", _("Everybody signs digitally in the own name. Choose on paper for somebody else.")
                )
            elif day and day != self.today:
                self.add_error("signed_on", _("A digital signature is set today."))
        return told

    @property
    def signing(self) -> Signing:
        """The signature."""
        told = self.cleaned_data
        return Signing(Role(told["capacity"]), told["signed_on"], Manner(told["manner"]), told["seen"])


class UploadForm(ActionForm):
    """Asks to mark the plan as uploaded."""

    button = gettext_lazy("Upload")
    intro = gettext_lazy(
        "From then on the network coordinator may read it, once access is given, and is told of it. "
        "The first action starts within four weeks."
    )
    done = gettext_lazy("The plan is uploaded. The network coordinator finds it on the own list.")
    seen = forms.UUIDField(widget=forms.HiddenInput, required=False)


class JudgementForm(ActionForm):
    """Asks the coordinator what comes of an uploaded version."""

    done = gettext_lazy("Your answer stands with the plan. Both case managers find it on their list.")
    seen = forms.UUIDField(widget=forms.HiddenInput, required=False)
    verdict = forms.ChoiceField(label=gettext_lazy("what do you decide?"), widget=forms.RadioSelect)
    realistic = forms.BooleanField(label=gettext_lazy("the plan is realistic"), required=False)
    within_budget = forms.BooleanField(label=gettext_lazy("the plan fits in the available budget"), required=False)
    text = forms.CharField(
        label=gettext_lazy("reason or question"), max_length=1000, widget=forms.Textarea, required=False
    )

    def __init__(self, shown: Plan, data: Mapping[str, Any] | None = None) -> None:
        """Offer the three answers about the wording that is shown."""
        super().__init__(data, initial={"seen": shown.item_id})
        self.shown = shown
        offer(self, "verdict", words.VERDICTS)
        self.fields["text"].help_text = _("Write nothing here about health: only about carrying out the plan.")

    @property
    def judging(self) -> Judging:
        """The answer."""
        told = self.cleaned_data
        verdict = Verdict(told["verdict"])
        return Judging(told["seen"], verdict, told["text"], told["realistic"], told["within_budget"])


class DelayForm(ActionForm):
    """Asks why the plan is late and what is done about it."""

    reason = forms.CharField(
        label=gettext_lazy("why does the start take longer?"), max_length=1000, widget=forms.Textarea, required=False
    )
    next_steps = forms.CharField(
        label=gettext_lazy("what do you do to start as soon as possible?"), max_length=1000, widget=forms.Textarea,
        required=False,
    )  # fmt: skip
