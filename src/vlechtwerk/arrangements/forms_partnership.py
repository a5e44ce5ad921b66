"""The forms about the care partnership: its mandate, partners, contact and agreements."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.arrangements.actions import New, partner_named
from vlechtwerk.arrangements.forms import NoteForm, line, text
from vlechtwerk.arrangements.models import Arrangement, Sort
from vlechtwerk.arrangements.queries import noted, partnership_on
from vlechtwerk.arrangements.words import PARTNER_KINDS
from vlechtwerk.organisations.models import Organisation
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.forms import day_field, offer, refuse_reversed

FIRST_DAY, LAST_DAY = date(2018, 1, 1), date(2199, 12, 31)
WHERE = gettext_lazy("where is it written down?")
SHOWN = 80
"""How many characters of an agreement are shown to choose it by."""


class PeriodForm(NoteForm):
    """Asks from which day something holds, and until which day when that is known."""

    back = "care_partnership"
    on = day_field(gettext_lazy("from which day?"))
    until = day_field(gettext_lazy("until and including which day?"), required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse a period that cannot be meant."""
        told = super().clean() or self.cleaned_data
        refuse_reversed(self, "on", "until")
        if (first := told.get("on")) and not FIRST_DAY <= first <= LAST_DAY:
            self.add_error("on", _("Choose a day from the year 2018 on."))
        return told


class MandateForm(PeriodForm):
    """Asks the care department which care partnership is mandated for the region."""

    sort, slug = Sort.MANDATE, "mandaat"
    title = gettext_lazy("Mandate of a care partnership")
    intro = gettext_lazy("For each work-care region one care partnership is mandated at a time.")
    organisation = forms.ChoiceField(label=gettext_lazy("which care partnership?"))
    replaces = forms.ChoiceField(label=gettext_lazy("in the place of"), required=False)
    source = line(WHERE, hint=gettext_lazy("for example the decision, with its date"))
    field_order = ("organisation", "on", "until", "replaces", "source")

    def offer_choices(self) -> None:
        """The care partnerships that are known, and the mandates that can be put right."""
        known = Organisation.objects.filter(kind=Organisation.Kind.CARE_PARTNERSHIP).order_by("name")
        self.known = {str(one.pk): one for one in known}
        offer(self, "organisation", {pk: one.name for pk, one in self.known.items()})
        self.earlier = {str(one.pk): one for one in noted(self.position.region, Sort.MANDATE)}
        offer(self, "replaces", {"": _("nothing"), **{pk: dated(one) for pk, one in self.earlier.items()}})
        self.fields["replaces"].help_text = _("Only to put right or to end a mandate that was noted before.")

    def new(self) -> New:
        """The mandate."""
        given = self.cleaned_data
        about = self.earlier.get(given["replaces"])
        return New(
            Sort.MANDATE, given["on"], given["until"], self.known[given["organisation"]], about, self.told("source")
        )  # fmt: skip


class PartnerForm(PeriodForm):
    """Asks which organisation is a partner, from and until which day."""

    sort, slug = Sort.PARTNER, "partner"
    title = gettext_lazy("Partner of the care partnership")
    intro = gettext_lazy("To let a partner leave, choose the partner under “in the place of” and fill in the last day.")
    kind = forms.ChoiceField(label=gettext_lazy("which kind of partner?"), choices=list(PARTNER_KINDS.items()))
    name = line(gettext_lazy("name of the organisation"))
    replaces = forms.ChoiceField(label=gettext_lazy("in the place of"), required=False)
    field_order = ("name", "kind", "on", "until", "replaces")

    def offer_choices(self) -> None:
        """The partners that can be put right."""
        self.earlier = {str(one.pk): one for one in noted(self.position.region, Sort.PARTNER)}
        offer(self, "replaces", {"": _("nothing"), **{pk: dated(one) for pk, one in self.earlier.items()}})

    def new(self) -> New:
        """The partner."""
        given = self.cleaned_data
        organisation = partner_named(given["name"], given["kind"])
        return New(Sort.PARTNER, given["on"], given["until"], organisation, self.earlier.get(given["replaces"]))


class ContactForm(NoteForm):
    """Asks which partner is the contact."""

    sort, slug, back = Sort.CONTACT, "contactpersoon", "care_partnership"
    title = gettext_lazy("Contact of the care partnership")
    intro = gettext_lazy("The contact links the partners and answers the care department; it steers nobody.")
    organisation = forms.ChoiceField(label=gettext_lazy("of which partner?"))
    name = line(gettext_lazy("name of the contact"))
    reach = line(gettext_lazy("how can the contact be reached?"))
    on = day_field(gettext_lazy("from which day?"))

    def offer_choices(self) -> None:
        """The partners of today and of the days to come."""
        rows = (
            one
            for one in partnership_on(self.position.region, self.today).partners
            if one.until is None or one.until >= self.today
        )
        self.known = {str(one.organisation_id): one.organisation for one in rows}
        offer(self, "organisation", {pk: one.name if one else "" for pk, one in self.known.items()})

    def new(self) -> New:
        """The contact."""
        given = self.cleaned_data
        told = self.told("name", "reach")
        return New(Sort.CONTACT, given["on"], organisation=self.known[given["organisation"]], told=told)


class AgreementForm(NoteForm):
    """Asks what the partners agree."""

    sort, slug, back = Sort.AGREEMENT, "afspraak", "care_partnership"
    title = gettext_lazy("Agreement of the partners")
    intro = gettext_lazy("First the agreement itself; after that you note which partners share it.")
    text = text(gettext_lazy("what do the partners agree?"))
    on = day_field(gettext_lazy("on which day was it agreed?"))
    review_on = day_field(gettext_lazy("when do the partners look at it again?"))

    def new(self) -> New:
        """The agreement."""
        return New(Sort.AGREEMENT, self.cleaned_data["on"], told=self.told("text", "review_on"))


class AgreedForm(NoteForm):
    """Asks which partner shares an agreement."""

    sort, slug, back = Sort.AGREED, "akkoord", "care_partnership"
    title = gettext_lazy("A partner shares an agreement")
    about = forms.ChoiceField(label=gettext_lazy("which agreement?"), widget=forms.RadioSelect)
    organisation = forms.ChoiceField(label=gettext_lazy("which partner?"), widget=forms.RadioSelect)
    on = day_field(gettext_lazy("from which day?"))

    def offer_choices(self) -> None:
        """The agreements that not every partner shares, and the partners."""
        found = partnership_on(self.position.region, self.today)
        self.open = {str(one.row.pk): one.row for one in found.agreements if one.against}
        self.known = {str(one.organisation_id): one.organisation for one in found.present}
        offer(self, "about", {pk: f"{long_date(one.on)}: {one.told['text'][:SHOWN]}" for pk, one in self.open.items()})
        offer(self, "organisation", {pk: one.name if one else "" for pk, one in self.known.items()})

    def new(self) -> New:
        """That the partner shares it."""
        given = self.cleaned_data
        partner = self.known[given["organisation"]]
        return New(Sort.AGREED, given["on"], organisation=partner, about=self.open[given["about"]])


def dated(row: Arrangement) -> str:
    """A note with its organisation and its first day, to choose from."""
    return f"{row.organisation_name} ({long_date(row.on)})"
