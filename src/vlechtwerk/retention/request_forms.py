"""What is asked about own data, and what an officer does with it."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vlechtwerk.retention.request_rows import LONGEST_SAYING, Done, Right
from vlechtwerk.retention.request_words import DONE, RIGHTS
from vlechtwerk.ui.forms import ActionForm, day_field, offer


def _words(label: Any, hint: Any = "") -> forms.CharField:
    empty = {"required": _("Tell it in your own words.")}
    return forms.CharField(
        label=label, max_length=LONGEST_SAYING, widget=forms.Textarea, help_text=hint, error_messages=empty
    )


class AskForm(ActionForm):
    """What the client asks, in her own words."""

    right = forms.ChoiceField(
        label=_("what do you ask?"),
        widget=forms.RadioSelect,
        choices=[(one.value, RIGHTS[one]) for one in Right],
        error_messages={"required": _("Choose what you ask.")},
    )
    words = _words(_("tell it in your own words"))


class PaperForm(AskForm):
    """What came from the client on paper, and on which day."""

    asked_on = day_field(_("day on which it came in"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["right"].label = _("what does the participant ask?")
        self.fields["words"].label = _("in the words of the participant")

    def clean_asked_on(self) -> date:
        """A day that has come."""
        day: date = self.cleaned_data["asked_on"]
        if day > self.today:
            raise forms.ValidationError(_("This day has yet to come."))
        return day


class PaperWithReferenceForm(PaperForm):
    """The same, for an officer who names the trajectory."""

    reference = forms.CharField(
        label=_("reference of the trajectory"), max_length=40, help_text=_("For example T000123.")
    )
    field_order = ("reference", "right", "words", "asked_on")


class DecideForm(ActionForm):
    """What an officer does with a request."""

    done = forms.ChoiceField(
        label=_("decision"), widget=forms.RadioSelect, error_messages={"required": _("Choose an outcome.")}
    )
    words = _words(_("answer and reason"), _("The participant reads this."))

    def __init__(self, *args: Any, possible: list[Done], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "done", {one: DONE[one] for one in possible})
