"""The questions about providers: who they are, what is known of them, and what they offer."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.network import words
from vlechtwerk.network.actions import NewFact, NewOffer, NewProvider
from vlechtwerk.network.models import Fact, FactKind
from vlechtwerk.organisations.models import Organisation
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.ui.environment import label
from vlechtwerk.ui.forms import ActionForm, day_field, offer

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)
MOST = 999


class ProviderForm(ActionForm):
    """Asks which organisation becomes a provider of the region. A valid form has it as `new`."""

    organisation = forms.ChoiceField(label=gettext_lazy("which organisation?"), required=False)
    name = forms.CharField(label=gettext_lazy("name of the organisation or person"), max_length=200, required=False)
    self_employed = forms.BooleanField(label=gettext_lazy("works self-employed"), required=False)

    def __init__(self, candidates: Sequence[Organisation], data: Mapping[str, Any] | None = None) -> None:
        """Offer the organisations that are known already."""
        super().__init__(data)
        self.candidates = {str(one.pk): one for one in candidates}
        offer(self, "organisation", {"": _("another one"), **{key: one.name for key, one in self.candidates.items()}})
        self.fields["name"].help_text = _("Only when it is not in the list.")

    def clean(self) -> dict[str, Any]:
        """One of the list, or a name."""
        told = super().clean() or self.cleaned_data
        if not (told.get("organisation") or told.get("name", "").strip()):
            self.add_error("name", _("Choose an organisation or give the name of another one."))
        return told

    @property
    def new(self) -> NewProvider:
        """The provider."""
        told = self.cleaned_data
        return NewProvider(self.candidates.get(told["organisation"]), told["name"], told["self_employed"])


class FactForm(ActionForm):
    """Asks for one thing that is known of a provider. A valid form has it as `new`."""

    recogniser = forms.ChoiceField(label=gettext_lazy("who recognises or licenses it?"), widget=forms.RadioSelect)
    experience = forms.MultipleChoiceField(
        label=gettext_lazy("in which fields does it have experience?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    first = day_field("")
    last = day_field(gettext_lazy("last day"), required=False)
    evidence = forms.CharField(max_length=300)

    def __init__(self, kind: FactKind, data: Mapping[str, Any] | None = None, *, replaces: Fact | None = None) -> None:
        """Ask what belongs to this kind; start with what is replaced."""
        names = ("recogniser", "experience", "first", "last", "evidence")
        super().__init__(data, initial={name: getattr(replaces, name) for name in names} if replaces else {})
        self.kind, self.replaces = kind, replaces
        self.fields["first"].label = str(words.FIRST[kind])
        self.fields["evidence"].label = str(words.EVIDENCE[kind])
        self.fields["last"].help_text = _("Leave it empty as long as no end is known.")
        offer(self, "recogniser", words.RECOGNISERS)
        offer(self, "experience", words.EXPERIENCES)
        if kind is not FactKind.RECOGNITION:
            del self.fields["recogniser"]
        if kind is not FactKind.CHECK:
            del self.fields["experience"]

    def clean(self) -> dict[str, Any]:
        """Days that can be meant, of which the last is not before the first."""
        told = super().clean() or self.cleaned_data
        first, last = told.get("first"), told.get("last")
        for name in ("first", "last"):
            if told.get(name) and not FIRST_DAY <= told[name] <= LAST_DAY:
                self.add_error(name, _("Choose a day from the year 2000 on."))
        if first and last and last < first:
            self.add_error("last", _("The last day lies before the first one."))
        return told

    @property
    def new(self) -> NewFact:
        """What is known."""
        told = self.cleaned_data
        experience = tuple(told.get("experience", ()))
        return NewFact(
            self.kind,
            told["first"],
            told["last"],
            told["evidence"],
            told.get("recogniser", ""),
            experience,
            self.replaces,
        )


class OfferForm(ActionForm):
    """Asks what a provider offers. A valid form has it as `new`."""

    domain = forms.ChoiceField(label=gettext_lazy("on which side?"), widget=forms.RadioSelect)
    discipline = forms.CharField(label=gettext_lazy("discipline"), max_length=120)
    places = forms.IntegerField(
        label=gettext_lazy("how many people at a time?"), min_value=0, max_value=MOST, required=False
    )
    waiting_weeks = forms.IntegerField(
        label=gettext_lazy("waiting time in weeks"), min_value=0, max_value=MOST, required=False
    )

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        """Offer the two sides."""
        super().__init__(data)
        offer(self, "domain", {str(one): label("domain", one) for one in Domain})
        self.fields["discipline"].help_text = _("Enter the same discipline again to change its places or waiting time.")
        self.fields["places"].help_text = _("Empty when it is not known; 0 when nobody can come now.")

    @property
    def new(self) -> NewOffer:
        """The offer."""
        told = self.cleaned_data
        return NewOffer(Domain(told["domain"]), told["discipline"], told["places"], told["waiting_weeks"])
