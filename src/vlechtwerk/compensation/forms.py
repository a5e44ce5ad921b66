"""The forms of the compensation: amounts, keys, payments, a reason, and which lines somebody wants to see."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from vlechtwerk.compensation.actions import NewAmount, NewKey
from vlechtwerk.compensation.instalments import Paying
from vlechtwerk.compensation.models import INSTALMENTS, OF_CONTRACT, Line, What
from vlechtwerk.compensation.words import WHATS
from vlechtwerk.organisations.models import Organisation
from vlechtwerk.ui.forms import ActionForm, day_field, offer
from vlechtwerk.ui.money import EuroField

FIRST_DAY, LAST_DAY = date(2020, 1, 1), date(2199, 12, 31)
TEXT = 300


class DatedForm(ActionForm):
    """Asks from which day something holds, and where it stands."""

    valid_from = day_field(gettext_lazy("from which day does it hold?"))

    def clean_valid_from(self) -> date:
        """Refuse a day that cannot be meant."""
        day: date = self.cleaned_data["valid_from"]
        if not FIRST_DAY <= day <= LAST_DAY:
            raise forms.ValidationError(gettext_lazy("Choose a day from the year 2020 on."))
        return day


class AmountForm(DatedForm):
    """Asks for the full amount of a trajectory."""

    amount = EuroField(
        label=gettext_lazy("full amount of one trajectory"),
        max_digits=12,
        required=False,
        help_text=gettext_lazy("In euro. Leave it empty to withdraw what was entered for that day."),
    )
    legal_source = forms.CharField(
        label=gettext_lazy("in which text does it stand?"),
        max_length=TEXT,
        help_text=gettext_lazy("For example the decision or the letter, with its date and article."),
    )

    @property
    def new(self) -> NewAmount:
        """What was entered."""
        told = self.cleaned_data
        return NewAmount(What.TRAJECTORY, told["amount"], told["valid_from"], told["legal_source"])


class InstalmentForm(AmountForm):
    """Asks for an amount of the contract of the network: an instalment, the whole budget, or the fee of the coordinator."""

    what = forms.ChoiceField(label=gettext_lazy("which amount of the contract?"), widget=forms.RadioSelect)
    field_order = ("what", "valid_from", "amount", "legal_source")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer what the contract tells."""
        super().__init__(*args, **kwargs)
        self.fields["amount"].label = gettext_lazy("amount: of an instalment for one trajectory, of the budget for all")
        offer(self, "what", {one: WHATS[one] for one in OF_CONTRACT})

    @property
    def new(self) -> NewAmount:
        """What was entered."""
        told = self.cleaned_data
        return NewAmount(What(told["what"]), told["amount"], told["valid_from"], told["legal_source"])


class KeyForm(DatedForm):
    """Asks for the share of each partner. The fields of the shares are named by the place of the partner in the list."""

    source = forms.CharField(
        label=gettext_lazy("where is the key written down?"),
        max_length=TEXT,
        help_text=gettext_lazy("For example the agreement of the partners, with its date."),
    )
    contact_share = forms.BooleanField(
        label=gettext_lazy("set aside 10 % of each trajectory for the contact first"), required=False
    )

    def __init__(self, partners: Iterable[Organisation], data: Mapping[str, Any] | None = None) -> None:
        """Ask the share of every partner; an empty one has none."""
        super().__init__(data)
        self.partners = {f"share_{number}": one for number, one in enumerate(partners, start=1)}
        for name, one in self.partners.items():
            self.fields[name] = forms.DecimalField(
                label=one.name,
                required=False,
                min_value=Decimal(0),
                max_value=Decimal(100),
                max_digits=5,
                decimal_places=2,
                localize=True,
                help_text=gettext_lazy("in percent; leave it empty for no share"),
            )

    @property
    def new(self) -> NewKey:
        """What was entered."""
        told = self.cleaned_data
        shares = {one: told[name] for name, one in self.partners.items() if told[name]}
        return NewKey(shares, told["valid_from"], told["source"], told["contact_share"])


class PaymentForm(ActionForm):
    """Asks which instalment was paid, when and how much."""

    what = forms.ChoiceField(label=gettext_lazy("which instalment?"), widget=forms.RadioSelect)
    paid_on = day_field(gettext_lazy("on which day was it paid?"))
    amount = EuroField(label=gettext_lazy("which amount was paid?"), max_digits=12)
    correcting = forms.BooleanField(
        label=gettext_lazy("this corrects what was noted about this instalment; zero when nothing was paid"),
        required=False,
    )

    def __init__(self, today: date, data: Mapping[str, Any] | None = None) -> None:
        """Offer the two instalments."""
        super().__init__(data)
        self.today = today
        offer(self, "what", {one: WHATS[one] for one in INSTALMENTS})

    def clean_paid_on(self) -> date:
        """Refuse a day that has not come, or that cannot be meant."""
        day: date = self.cleaned_data["paid_on"]
        if not FIRST_DAY <= day <= self.today:
            raise forms.ValidationError(gettext_lazy("Choose today or a day before it, from the year 2020 on."))
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse nothing at all, unless it corrects."""
        told = super().clean() or self.cleaned_data
        if told.get("amount") == 0 and not told.get("correcting"):
            self.add_error("amount", gettext_lazy("A payment is more than zero."))
        return told

    @property
    def paying(self) -> Paying:
        """What was told."""
        told = self.cleaned_data
        return Paying(What(told["what"]), told["paid_on"], told["amount"], told["correcting"])


class StepForm(ActionForm):
    """What somebody does with a statement; a return needs its reason."""

    PREPARE, RETURN, DECIDE, CLOSE = "prepare", "return", "decide", "close"
    act = forms.ChoiceField(choices=[(one, one) for one in (PREPARE, RETURN, DECIDE, CLOSE)], widget=forms.HiddenInput)
    seen = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    reason = forms.CharField(label=gettext_lazy("what has to be looked at again?"), max_length=TEXT, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for the reason of a return."""
        told = super().clean() or self.cleaned_data
        if told.get("act") == self.RETURN and not told.get("reason", "").strip():
            self.add_error("reason", gettext_lazy("Tell what has to be looked at again."))
        return told


class WantedForm(forms.Form):
    """Which lines somebody wants to see: those of one total, and which page."""

    CLASSES = ("100", "60", "0")
    what = forms.ChoiceField(
        choices=[(one, one) for one in (*CLASSES, Line.Kind.LATE, Line.Kind.CORRECTION)], required=False
    )
    page = forms.IntegerField(min_value=1, max_value=99_999, required=False)

    @property
    def number(self) -> int:
        """The page, the first one when none is asked."""
        number: int = self.cleaned_data["page"] or 1
        return number
