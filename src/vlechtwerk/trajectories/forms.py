"""The forms about one trajectory: record or correct an event, try one out, and look at another day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from vlechtwerk.history.models import CorrectionReason
from vlechtwerk.rules.activation.events import EVENTS, IcfCompleted, PlanSigned
from vlechtwerk.rules.casefile.fields import fields_of
from vlechtwerk.rules.kernel import Event
from vlechtwerk.texts import labels
from vlechtwerk.trajectories.fields import event_day_field, form_field
from vlechtwerk.ui.environment import label, long_date
from vlechtwerk.ui.forms import ActionForm, visible_fields
from vlechtwerk.ui.shapes import Field

NOT_ASKED = {(PlanSigned, "version")}
"""Signing makes the next version of the plan by itself."""
COUNTED = {(IcfCompleted, "categories")}
"""The page of the profile counts what is filled in."""
STRIKING = {CorrectionReason.WRONG_CASE, CorrectionReason.DID_NOT_HAPPEN}
"""The reasons for which nothing comes in the place of an event."""
FIRST = next(iter(EVENTS))
"""The event with which a trajectory begins."""
ONLY_LATER_PLANS = {(PlanSigned, "changed")}
"""What changed is asked when there is something to change."""


@dataclass(frozen=True)
class Question:
    """What a form asks about: a kind of event in a case that began on a day, seen from today.

    `term` gives the hint with the date by which it is owed; it asks the rules, so it waits until the form is shown. In a
    trial of what would happen the day may lie ahead. `earlier` is the event that is being corrected.
    """

    name: str
    began_on: date
    today: date
    term: Callable[[], str] = str
    trial: bool = False
    first_plan: bool = False
    earlier: Event | None = None

    @property
    def kind(self) -> type[Event]:
        """The class of the event."""
        return EVENTS[self.name]

    @property
    def counted(self) -> bool:
        """Whether this corrects an event of which the number was counted: then that number stays as it was."""
        return (self.kind, "categories") in COUNTED and self.earlier is not None

    @property
    def asked(self) -> tuple[str, ...]:
        """The attributes that are asked, in their order."""
        left_out = NOT_ASKED | (ONLY_LATER_PLANS if self.first_plan else set()) | (COUNTED if self.counted else set())
        names = (one.name for one in fields_of(self.kind).values())
        return tuple(name for name in names if (self.kind, name) not in left_out)

    @property
    def initial(self) -> dict[str, Any]:
        """What stands in the form when it is opened: today, or the event that is corrected."""
        if self.earlier is None:
            return {"on": self.today, "changed": ["work", "care"]}
        return {one.name: getattr(self.earlier, one.name) for one in fields(self.earlier)}


class EventForm(ActionForm):
    """Asks what an event needs. A valid form has the event of the rules as `event`.

    `seen` is the version of the case that the person was looking at.
    """

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, question: Question, data: Mapping[str, Any] | None = None, *, seen: int | None = None) -> None:
        """Make a field for each attribute of the event, in its order."""
        super().__init__(data, initial={**question.initial, "seen": seen})
        self.question = question
        known = self.initial if question.earlier else {}
        for field in fields_of(question.kind).values():
            if field.name not in question.asked:
                continue
            made = form_field(field, known.get(field.name) or () if field.many else ())
            self.fields[field.name] = made

    def shown(self) -> list[Field]:
        """The fields that are filled in as they are drawn, the date with its hint."""
        term = self.question.term()
        return [replace(drawn, hint=term) if drawn.name == "on" else drawn for drawn in visible_fields(self)]

    def clean_on(self) -> date:
        """Refuse a day that cannot be: before the case began, or still to come."""
        day: date = self.cleaned_data["on"]
        if not self.question.trial and day > self.question.today:
            raise forms.ValidationError(_("This day has not come yet. Choose today or a day before it."))
        if self.question.name != FIRST and day < self.question.began_on:
            began = long_date(self.question.began_on)
            text = _("The trajectory began on %(day)s. Choose that day or a later one.")
            raise forms.ValidationError(text % {"day": began})
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        answers = super().clean() or self.cleaned_data
        for field in fields_of(self.question.kind).values():
            first, last = answers.get(field.not_before or ""), answers.get(field.name)
            if first and last and last < first:
                self.add_error(field.name, _("This day lies before %(day)s.") % {"day": long_date(first)})
        return answers

    @property
    def event(self) -> Event:
        """The event that was told. Raises KeyError when the form is not valid."""
        kept = {name: value for name, value in self.question.initial.items() if self.question.counted}
        answers = {**kept, **{name: self.cleaned_data[name] for name in self.question.asked}}
        told: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in answers.items()
        }
        return self.question.kind(**told)

    def seen_now(self, version: int) -> "EventForm":
        """The same answers, given by somebody who has seen this version of the case."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["seen"] = str(version)
        return EventForm(self.question, data)


class CorrectionForm(EventForm):
    """Asks why an event is corrected and, unless it did not happen here, what should stand in its place."""

    def __init__(self, question: Question, data: Mapping[str, Any] | None = None, *, seen: int | None = None) -> None:
        """Put the reason before the questions about the event."""
        super().__init__(question, data, seen=seen)
        reasons = [(reason.value, label("correction", reason.value)) for reason in CorrectionReason]
        asked = forms.ChoiceField(label=_("why is this corrected?"), choices=reasons, widget=forms.RadioSelect)
        self.fields = {"reason_code": asked, **self.fields}

    @property
    def strikes(self) -> bool:
        """Whether the event is taken away without another in its place."""
        return self.cleaned_data.get("reason_code") in STRIKING

    def clean(self) -> dict[str, Any]:
        """Ask for something new, unless the event is taken away: then what stands in the form does not matter."""
        answers = super().clean()
        if self.strikes:
            for name in self.question.asked:
                self.errors.pop(name, None)
        elif not self.errors and self.event == self.question.earlier:
            raise forms.ValidationError(_("Nothing is different yet. Change what is wrong."))
        return answers

    @property
    def replacement(self) -> Event | None:
        """What should stand there instead; None when the event is only taken away."""
        return None if self.strikes else self.event


class TrialForm(EventForm):
    """Asks what might happen, and on which day to look: when left out today, or the day of the event if that lies ahead."""

    def __init__(self, question: Question, data: Mapping[str, Any] | None = None) -> None:
        """Put the day to look at behind the questions about the event."""
        super().__init__(question, data)
        hint = _("Leave this empty to look at today, or at the day itself when it lies ahead.")
        self.fields["looking_on"] = event_day_field(_("look at the trajectory on"), help_text=hint)
        self.fields["looking_on"].required = False

    @property
    def looking_on(self) -> date:
        """The day to look at."""
        day: date = self.cleaned_data["looking_on"] or max(self.event.on, self.question.today)
        return day


class DayForm(forms.Form):
    """Asks for the day on which the trajectory is looked at, until today."""

    use_required_attribute = False

    def __init__(self, began_on: date, today: date, data: Mapping[str, Any] | None = None) -> None:
        """Keep the days between which one can look."""
        super().__init__(data, auto_id="day_%s")
        self.began_on, self.today = began_on, today
        self.fields["on"] = event_day_field(_("state on"))

    def clean_on(self) -> date:
        """Refuse a day before the trajectory began or after today."""
        day: date = self.cleaned_data["on"]
        if not self.began_on <= day <= self.today:
            limits = {"first": long_date(self.began_on), "last": long_date(self.today)}
            raise forms.ValidationError(_("Choose a day from %(first)s to %(last)s.") % limits)
        return day


class ChoiceForm(forms.Form):
    """Asks which event to try out."""

    use_required_attribute = False

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        """Offer every event of the procedure."""
        super().__init__(data, auto_id="choice_%s")
        events = [(name, labels.sentence(label("event", name))) for name in EVENTS if name != FIRST]
        self.fields["event"] = forms.ChoiceField(label=_("what if this happens"), choices=events)
