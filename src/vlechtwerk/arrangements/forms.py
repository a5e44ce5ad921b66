"""The forms with which something is noted about a region; each asks one thing."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.arrangements.actions import New
from vlechtwerk.arrangements.checking import NOTED_BY
from vlechtwerk.arrangements.models import Sort
from vlechtwerk.arrangements.queries import bottlenecks, noted
from vlechtwerk.arrangements.words import GUIDES, LEVELS
from vlechtwerk.organisations.models import Position
from vlechtwerk.ui.forms import ActionForm, day_field, offer

Answers = Mapping[str, Any] | None
SHORT, LONG = 300, 2_000


def line(label: Any, *, required: bool = True, hint: Any = "") -> forms.CharField:
    """A short answer."""
    return forms.CharField(label=label, max_length=SHORT, required=required, help_text=hint)


def text(label: Any, hint: Any = "") -> forms.CharField:
    """A longer answer."""
    return forms.CharField(label=label, max_length=LONG, widget=forms.Textarea, help_text=hint)


class NoteForm(ActionForm):
    """What every form has: who fills it in and on which day."""

    sort: ClassVar[Sort]
    slug: ClassVar[str]
    title: ClassVar[Promise]
    intro: ClassVar[Promise | str] = ""
    done: ClassVar[Promise] = gettext_lazy("It is noted.")
    back: ClassVar[str] = "region"

    def __init__(self, position: Position, today: date, data: Answers = None) -> None:
        """Offer what can be chosen in the region."""
        super().__init__(data)
        self.position, self.today = position, today
        self.offer_choices()

    @classmethod
    def is_for(cls, position: Position) -> bool:
        """Whether somebody with this function notes it."""
        return position.role in NOTED_BY[cls.sort]

    def offer_choices(self) -> None:
        """Give the fields their choices, and what they start with."""

    def new(self) -> New:
        """What a valid form tells."""
        raise NotImplementedError

    def told(self, *names: str) -> dict[str, str]:
        """Answers as they are stored: a day as YYYY-MM-DD."""
        found = {name: self.cleaned_data.get(name) for name in names}
        return {name: one.isoformat() if isinstance(one, date) else str(one or "") for name, one in found.items()}


class FreeSlotForm(NoteForm):
    """Asks a team of GTB for the first appointment that can still be booked."""

    sort, slug = Sort.FREE_SLOT, "vrije-afspraak"
    title = gettext_lazy("First free appointment at GTB")
    intro = gettext_lazy("VDAB must always be able to book a first appointment within four weeks.")
    back = "intake_overview"
    has_none = forms.BooleanField(label=gettext_lazy("there is no free appointment at all"), required=False)
    first_free_on = day_field(gettext_lazy("on which day is the first free appointment?"), required=False)
    field_order = ("first_free_on", "has_none")

    def clean(self) -> dict[str, Any]:
        """Ask for a day to come, or that there is none."""
        told = super().clean() or self.cleaned_data
        first = told.get("first_free_on")
        if not first and not told.get("has_none") and "first_free_on" not in self.errors:
            self.add_error("first_free_on", _("Choose a day, or tick that there is no free appointment."))
        if first and first < self.today:
            self.add_error("first_free_on", _("This day has passed. Choose today or a later day."))
        return told

    def new(self) -> New:
        """The first free appointment of the own team, as of today."""
        first = "" if self.cleaned_data["has_none"] else self.told("first_free_on")["first_free_on"]
        return New(
            Sort.FREE_SLOT, self.today, organisation=self.position.organisation, told={"first_free_on": first}
        )  # fmt: skip


class GuideForm(NoteForm):
    """Asks what the people of the region are referred to."""

    sort, slug = Sort.GUIDE, "wegwijzer"
    title = gettext_lazy("Guideline, material or contact")
    intro = gettext_lazy(
        "A guideline has a version: everybody confirms that they read it, and again after a new version."
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("what is it?"), choices=list(GUIDES.items()), widget=forms.RadioSelect
    )  # fmt: skip
    title_of = line(gettext_lazy("what is it called?"))
    version = line(gettext_lazy("which version or date?"), required=False)
    address = forms.CharField(
        label=gettext_lazy("address on the web, or how to reach it"), max_length=SHORT, required=False
    )
    more = line(gettext_lazy("for whom is it, how long does it take, in which language?"), required=False)
    replaces = forms.ChoiceField(label=gettext_lazy("in the place of"), required=False)

    def offer_choices(self) -> None:
        """What a new version comes in the place of."""
        self.earlier = {str(one.pk): one for one in noted(self.position.region, Sort.GUIDE)}
        named = {pk: f"{one.told['title_of']} {one.told['version']}".strip() for pk, one in self.earlier.items()}
        offer(self, "replaces", {"": _("nothing"), **named})

    def new(self) -> New:
        """What is referred to."""
        told = self.told("kind", "title_of", "version", "address", "more")
        return New(Sort.GUIDE, self.today, about=self.earlier.get(self.cleaned_data["replaces"]), told=told)


class BottleneckForm(NoteForm):
    """Asks for a bottleneck that needs an agreement or a policy."""

    sort, slug, back = Sort.BOTTLENECK, "knelpunt", "bottlenecks"
    title = gettext_lazy("Signal a bottleneck")
    intro = gettext_lazy("The contact of the care partnership and the care department read it. Name no participant.")
    done = gettext_lazy("The contact of the care partnership and the care department see it.")
    subject = line(gettext_lazy("what is it about?"))
    level = forms.ChoiceField(
        label=gettext_lazy("where is a solution needed?"), choices=list(LEVELS.items()), widget=forms.RadioSelect
    )
    text = text(gettext_lazy("what goes wrong, and what would help?"))

    def new(self) -> New:
        """The bottleneck."""
        return New(Sort.BOTTLENECK, self.today, told=self.told("subject", "level", "text"))


class TakenUpForm(NoteForm):
    """Asks what is done with a bottleneck."""

    sort, slug, back = Sort.TAKEN_UP, "opvolging", "bottlenecks"
    title = gettext_lazy("What is done with a bottleneck?")
    about = forms.ChoiceField(label=gettext_lazy("which bottleneck?"))
    text = text(gettext_lazy("what is done with it?"), gettext_lazy("Whoever signalled it reads this."))

    def offer_choices(self) -> None:
        """The bottlenecks of the region."""
        self.known = {str(one.row.pk): one.row for one in bottlenecks(self.position)}
        offer(self, "about", {pk: one.told["subject"] for pk, one in self.known.items()})

    def new(self) -> New:
        """What is done."""
        return New(Sort.TAKEN_UP, self.today, about=self.known[self.cleaned_data["about"]], told=self.told("text"))
