"""What every form of a report has: the day, the parts that are told, what the rules say about them, and what happened."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.dossier import words as dossier_words
from vlechtwerk.dossier.sharing_forms import SHARING, SharingForm
from vlechtwerk.reports.actions import Draft
from vlechtwerk.reports.kinds import PLANS, ReportKind
from vlechtwerk.reports.models import Report
from vlechtwerk.reports.queries import Reports
from vlechtwerk.reports.words import YES
from vlechtwerk.rules.activation.asking import Asked
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.activation.facts import ActivationFacts
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.forms import ActionForm, day_field, offer

NOT_PARTS = {"idempotency_key", "happened_on", "entry_class", *SHARING}
BOTH = tuple(sorted(CASE_MANAGERS))
ON = gettext_lazy("on which day?")


@dataclass(frozen=True)
class About:
    """What a form asks about: a trajectory as the writer sees it, and what was reported before."""

    found: Trajectory
    reports: Reports
    earlier: Report | None = None

    @property
    def today(self) -> date:
        """The day on which it is written."""
        return self.found.today

    @property
    def facts(self) -> ActivationFacts:
        """What the history says today."""
        facts: ActivationFacts = self.found.assessed(self.found.today).facts
        return facts

    @property
    def own_parts(self) -> Sequence[Involvement]:
        """How the visitor takes part in the file today."""
        return self.found.own_parts

    @property
    def involved(self) -> Sequence[Involvement]:
        """Who takes part in the file today."""
        return self.found.involved

    def capacity(self, kind: ReportKind) -> Role:
        """The capacity in which the writer writes a kind. Raises ValueError when there is none."""
        return min(self.found.capacities & PLANS[kind].writers)


class Reporting(forms.Form):
    """What all forms of reports share. `optional` are the parts that may stay empty, whatever the rules say."""

    kind: ClassVar[ReportKind]
    optional: ClassVar[frozenset[str]] = frozenset()
    hint: ClassVar[Any] = ""
    about: About

    def started_with(self) -> dict[str, Any]:
        """What stands in the form when it is opened: today, or the report that is replaced."""
        earlier = self.about.earlier
        if earlier is None:
            return {"happened_on": self.about.today}
        told = {name: _as_typed(self.base_fields.get(name), value) for name, value in earlier.told.items()}
        return {**told, "happened_on": earlier.happened_on, "why": earlier.why}

    def clean_happened_on(self) -> date:
        """Refuse a day that cannot be: before the trajectory began, or still to come."""
        day: date = self.cleaned_data["happened_on"]
        if day > self.about.today:
            raise forms.ValidationError(_("This day has not come yet. Choose today or a day before it."))
        if day < self.about.found.began_on:
            text = _("The trajectory began on %(day)s. Choose that day or a later one.")
            raise forms.ValidationError(text % {"day": long_date(self.about.found.began_on)})
        return day

    @property
    def on(self) -> date:
        """The day that is reported about."""
        day: date = self.cleaned_data["happened_on"]
        return day

    def words(self, name: str) -> str:
        """What was typed in a part, empty when nothing was."""
        return str(self.cleaned_data.get(name) or "").strip()

    def told(self) -> dict[str, str]:
        """The parts that were told, as they are stored."""
        parts = {name: _stored(value) for name, value in self.cleaned_data.items() if name not in NOT_PARTS}
        return {name: value for name, value in parts.items() if value}

    def asked(self) -> Iterator[Asked]:
        """The rules about what is told, each with what it has against it."""
        yield from ()

    def beforehand(self) -> Iterator[Asked]:
        """The rules that tell already when the form is opened why it cannot be."""
        yield from ()

    def event(self) -> Event | None:
        """What happened and is recorded with it; None when nothing is."""
        return None

    def writer(self) -> Role:
        """The capacity in which it is written."""
        return self.about.capacity(self.kind)


class SharedNoteForm(Reporting, ActionForm):
    """A shared note: it stands in the part about the course of the trajectory and holds nothing of the confidential file."""

    happened_on = day_field(ON)

    def __init__(self, about: About, data: Mapping[str, Any] | None = None) -> None:
        """Start with today, or with the note that is replaced."""
        self.about = about
        super().__init__(data, initial=self.started_with())

    @property
    def draft(self) -> Draft:
        """What was told."""
        return Draft(self.kind, self.on, self.told(), tuple(self.asked()), self.event())


class ReportForm(Reporting, SharingForm):
    """A report in the shared part, with what was agreed about sharing it."""

    happened_on = day_field(ON)
    entry_class = forms.ChoiceField(label=gettext_lazy("how delicate is it?"), widget=forms.RadioSelect)

    def __init__(self, about: About, data: Mapping[str, Any] | None = None) -> None:
        """Start with today, or with the report that is replaced."""
        self.about = about
        initial = {"entry_class": EntryClass.FUNCTIONING, **self.started_with()}
        super().__init__(about.today, data, initial=initial)
        offer(self, "entry_class", {str(one): dossier_words.CLASSES[one] for one in EntryClass})

    def clean(self) -> dict[str, Any]:
        """Refuse a report that nobody is to see."""
        answers = super().clean() or self.cleaned_data
        self.check_audience(PLANS[self.kind].part)
        return answers

    @property
    def draft(self) -> Draft:
        """What was told."""
        entry_class = EntryClass(self.cleaned_data["entry_class"])
        return Draft(
            self.kind, self.on, self.told(), tuple(self.asked()), self.event(), entry_class, agreed=self.agreed
        )


def _stored(value: Any) -> str:
    """One answer as it is stored."""
    if isinstance(value, list | tuple):
        return ",".join(value)
    if isinstance(value, bool):
        return YES if value else ""
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value).strip()


def _as_typed(field: forms.Field | None, value: str) -> Any:
    """One stored answer as a form starts with it."""
    if isinstance(field, forms.MultipleChoiceField):
        return value.split(",")
    return date.fromisoformat(value) if isinstance(field, forms.DateField) else value
