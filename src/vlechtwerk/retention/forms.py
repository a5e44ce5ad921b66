"""What an officer tells: the answer to a proposal, and why a file is held back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vlechtwerk.retention.models import LONGEST, Given, HeldFor
from vlechtwerk.retention.words import GIVEN, HELD_FOR
from vlechtwerk.ui.forms import ActionForm, day_field

WORDS = {"required": _("Tell it in your own words.")}


class AnswerForm(ActionForm):
    """Confirming or rejecting a proposal."""

    given = forms.ChoiceField(
        label=_("decision"),
        widget=forms.RadioSelect,
        choices=[(one.value, GIVEN[one]) for one in Given],
        error_messages={"required": _("Choose one of the two.")},
    )
    words = forms.CharField(
        label=_("reason, when you reject it"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea,
        help_text=_("Write nothing about the participant here."),
    )
    again_on = day_field(_("propose it again from, when you reject it"), required=False)

    def __init__(self, *args: Any, today: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """Whoever rejects says why, and gives a day that lies ahead."""
        told = super().clean() or self.cleaned_data
        if told.get("given") == Given.REJECTED:
            if not (told.get("words") or "").strip():
                self.add_error("words", WORDS["required"])
            again = told.get("again_on")
            if "again_on" not in self.errors and (again is None or again <= self.today):
                self.add_error("again_on", _("Choose a day that lies ahead."))
        return told


class HoldForm(ActionForm):
    """Which file is held back, and why."""

    reference = forms.CharField(
        label=_("reference of the trajectory"), max_length=40, help_text=_("For example T000123.")
    )
    held_for = forms.ChoiceField(
        label=_("kind of reason"),
        widget=forms.RadioSelect,
        choices=[(one.value, HELD_FOR[one]) for one in HeldFor],
        error_messages={"required": _("Choose a kind of reason.")},
    )
    words = forms.CharField(
        label=_("reason in your own words"),
        max_length=LONGEST,
        widget=forms.Textarea,
        help_text=_("The participant reads this."),
        error_messages=WORDS,
    )


class LiftForm(ActionForm):
    """Why a file is no longer held back."""

    words = forms.CharField(
        label=_("reason in your own words"),
        max_length=LONGEST,
        widget=forms.Textarea,
        help_text=_("The participant reads this."),
        error_messages=WORDS,
    )
