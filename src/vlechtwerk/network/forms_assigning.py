"""The questions about an assignment: who carries out an action, who no longer does, and who is let into the file."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.network.assigning import Referring, Withdrawing
from vlechtwerk.network.checking import Choice
from vlechtwerk.network.queries import Execution
from vlechtwerk.plans.content import PlannedAction
from vlechtwerk.rules.activation.duties.payment import NOTHING
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.ui.forms import ActionForm, day_field, offer
from vlechtwerk.ui.money import EuroField


class OfAction(ActionForm):
    """A form about one action, over what stood about it when the form was drawn."""

    code = forms.CharField(widget=forms.HiddenInput, max_length=36)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, execution: Execution, code: str, data: Mapping[str, Any] | None, **known: Any) -> None:
        """Remember what stands."""
        before = execution.standing.get(code)
        super().__init__(data, initial={"code": code, "seen": before.number if before else 0, **known})


class AssignmentForm(OfAction):
    """Asks who carries out an action. A valid form has it as `choice`."""

    provider = forms.ChoiceField(label=gettext_lazy("which provider?"))
    discipline = forms.CharField(label=gettext_lazy("discipline"), max_length=120)
    first = day_field(gettext_lazy("from which day?"))
    last = day_field(gettext_lazy("until which day?"), required=False)
    amount = EuroField(label=gettext_lazy("amount for this action"), max_digits=9, required=False)
    kept = EuroField(label=gettext_lazy("what stays owed to the provider before"), max_digits=9, required=False)
    already_involved = forms.BooleanField(
        label=gettext_lazy("the participant went to this provider before the trajectory"), required=False
    )
    searched_on = day_field(gettext_lazy("outside the network: when did you look for an offer in it?"), required=False)
    search_result = forms.CharField(
        label=gettext_lazy("outside the network: why does it have no fitting offer?"), max_length=300, required=False
    )

    def __init__(self, execution: Execution, action: PlannedAction, data: Mapping[str, Any] | None = None) -> None:
        """Offer the providers of the region; start with what the plan says."""
        names = {"discipline": action.discipline, "first": action.starts_on, "amount": action.cost}
        super().__init__(execution, action.code, data, **names)
        self.execution = execution
        names = {str(key): one.provider.organisation.name for key, one in execution.known.items()}
        offer(self, "provider", {"": "", **names})
        proposed = _("The case managers propose: %(name)s.") % {"name": action.provider}
        self.fields["provider"].help_text = proposed if action.provider else ""
        self.fields["search_result"].help_text = _("Write nothing here about the participant.")
        if action.code not in execution.assigned:
            del self.fields["kept"]

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first one."""
        told = super().clean() or self.cleaned_data
        if told.get("first") and told.get("last") and told["last"] < told["first"]:
            self.add_error("last", _("The last day lies before the first one."))
        return told

    @property
    def choice(self) -> Choice:
        """Who carries it out."""
        told = self.cleaned_data
        known = next(one for key, one in self.execution.known.items() if str(key) == told["provider"])
        named = ("code", "discipline", "first", "last", "amount", "already_involved", "searched_on", "search_result")
        return Choice(known=known, kept=told.get("kept") or NOTHING, **{name: told[name] for name in named})


class WithdrawalForm(OfAction):
    """Asks what stays owed when a provider no longer carries out an action. A valid form has it as `withdrawing`."""

    kept = EuroField(label=gettext_lazy("what stays owed to this provider"), max_digits=9, required=False)

    @property
    def withdrawing(self) -> Withdrawing:
        """What ends."""
        return Withdrawing(self.cleaned_data["code"], self.cleaned_data["kept"] or NOTHING)


class ReferralForm(ActionForm):
    """Asks who of the assigned provider takes part. A valid form has it as `referring`."""

    code = forms.CharField(widget=forms.HiddenInput, max_length=36)
    person = forms.ChoiceField(label=gettext_lazy("who takes part?"), widget=forms.RadioSelect)
    last = day_field(gettext_lazy("last day of the referral line"))

    def __init__(self, execution: Execution, code: str, data: Mapping[str, Any] | None = None) -> None:
        """Offer the people of the provider; of work ask how long the referral line lasts."""
        assignment = execution.assigned[code]
        action = execution.action(code)
        until = assignment.last or (action.evaluated_on if action else None)
        super().__init__(data, initial={"code": code, "last": until})
        self.people = {str(one.pk): one for one in execution.people_of(assignment)}
        self.first = max(assignment.first, execution.plans.found.today)
        offer(self, "person", {key: one.account.name for key, one in self.people.items()})
        if assignment.domain == Domain.CARE:
            del self.fields["last"]

    def clean_last(self) -> Any:
        """A referral line ends on or after the day on which it begins."""
        last = self.cleaned_data["last"]
        if last < self.first:
            raise forms.ValidationError(_("The last day lies before the first one."))
        return last

    @property
    def referring(self) -> Referring:
        """Who is let in."""
        told = self.cleaned_data
        return Referring(told["code"], self.people[told["person"]], told.get("last"))
