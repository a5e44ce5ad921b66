"""The forms about proposals and about what a region agreed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.intake import answers, words
from vlechtwerk.intake.forms import YEARS, choices, line
from vlechtwerk.intake.models import TEXT
from vlechtwerk.intake.proposals import Candidacy
from vlechtwerk.organisations.actions import Choice
from vlechtwerk.organisations.models import Position, RegionSetting
from vlechtwerk.rules.casefile import FIRST_DAY, LAST_DAY
from vlechtwerk.rules.roles import Role
from vlechtwerk.ui.forms import ActionForm, day_field

ACCEPT, REFUSE = "accept", "refuse"
CHANNEL, KEEPING = "intake_channel", "rejected_proposal_days"
FEWEST, MOST = 30, 3650
"""Days that a decided proposal may be kept; the same as in the settings of the rules."""


class ProposalForm(ActionForm):
    """Asks whom somebody proposes. A valid form has it as `candidacy`."""

    given_name = line("given_name", 100, required=True)
    family_name = line("family_name", 100, required=True)
    birth_year = forms.IntegerField(label=answers.FIELDS["birth_year"], min_value=YEARS[0], max_value=YEARS[1])
    reason = forms.CharField(
        label=answers.FIELDS["motivation"],
        max_length=TEXT,
        widget=forms.Textarea,
        required=False,
        help_text=gettext_lazy("VDAB reads this. Tell what matters for work, and nothing about health or care."),
    )
    consent_on = day_field(gettext_lazy("on which day did the candidate agree to be proposed?"), required=False)

    def __init__(self, today: date, data: Mapping[str, Any] | None = None) -> None:
        """Keep the day of today."""
        super().__init__(data)
        self.today = today

    def clean_consent_on(self) -> date | None:
        """Refuse a day that has not come."""
        day: date | None = self.cleaned_data["consent_on"]
        if day and day > self.today:
            raise forms.ValidationError(_("This day has not come yet. Choose today or a day before it."))
        return day

    @property
    def candidacy(self) -> Candidacy:
        """Who is proposed."""
        told = self.cleaned_data
        names = ("given_name", "family_name", "birth_year", "reason", "consent_on")
        return Candidacy(*(told[name] for name in names))


class AnswerForm(ActionForm):
    """Asks what VDAB decides about a proposal; the proposer reads why it is refused."""

    decision = forms.ChoiceField(
        label=gettext_lazy("what do you decide?"),
        choices=[(ACCEPT, gettext_lazy("I begin a referral")), (REFUSE, gettext_lazy("I do not refer this candidate"))],
        widget=forms.RadioSelect,
    )
    outcome = forms.CharField(
        label=gettext_lazy("what do you tell the proposer?"),
        max_length=500,
        required=False,
        widget=forms.Textarea,
        help_text=gettext_lazy(
            "Needed when you do not refer. Tell nothing about earlier trajectories or about health."
        ),
    )

    @property
    def accepts(self) -> bool:
        """Whether the candidate is referred."""
        return bool(self.cleaned_data["decision"] == ACCEPT)

    def clean(self) -> dict[str, Any]:
        """Ask a refusal for its reason."""
        told = super().clean() or self.cleaned_data
        if told.get("decision") == REFUSE and not told.get("outcome", "").strip():
            self.add_error("outcome", _("Tell the proposer why."))
        return told


class RegionForm(ActionForm):
    """Asks what the region agreed: of the contact how intakes are passed on, of VDAB how long a proposal is kept."""

    channel = forms.ChoiceField(
        label=gettext_lazy("how are intakes passed on?"), choices=choices(words.CHANNELS), widget=forms.RadioSelect
    )
    days = forms.IntegerField(
        label=gettext_lazy("how many days is a proposal kept after the decision?"), min_value=FEWEST, max_value=MOST
    )
    valid_from = day_field(gettext_lazy("from which day does it hold?"))
    source = forms.CharField(label=gettext_lazy("where is it written down?"), max_length=300)

    def __init__(self, position: Position, data: Mapping[str, Any] | None = None) -> None:
        """Ask what is up to this position."""
        super().__init__(data)
        self.position = position
        self.key = CHANNEL if position.role == Role.CARE_PARTNERSHIP_CONTACT else KEEPING
        del self.fields["days" if self.key == CHANNEL else "channel"]

    def clean_valid_from(self) -> date:
        """Refuse a day that the rules cannot reckon with."""
        day: date = self.cleaned_data["valid_from"]
        if not FIRST_DAY <= day <= LAST_DAY:
            raise forms.ValidationError(_("Choose a day from the year 2000 on."))
        return day

    def is_new(self) -> bool:
        """Whether nothing was agreed from this very day; otherwise the form says so."""
        same = RegionSetting.objects.filter(region=self.position.region_id, key=self.key)
        if same.filter(valid_from=self.cleaned_data["valid_from"]).exists():
            self.add_error("valid_from", _("Something else holds from this day already. Choose another day."))
            return False
        return True

    @property
    def choice(self) -> Choice:
        """What was agreed."""
        told = self.cleaned_data
        value = told["channel"] if self.key == CHANNEL else told["days"]
        return Choice(self.key, value, told["valid_from"], told["source"])
