"""What a data-protection officer tells: what came of looking, and why a file is opened in an emergency."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vlechtwerk.audit.purposes import EMERGENCIES
from vlechtwerk.review.models import Outcome
from vlechtwerk.ui.environment import label
from vlechtwerk.ui.forms import ActionForm, offer

EMPTY = _("Tell it in your own words.")


class FindingForm(ActionForm):
    """What came of looking at a task."""

    outcome = forms.ChoiceField(
        label=_("outcome"), widget=forms.RadioSelect, error_messages={"required": _("Choose an outcome.")}
    )
    words = forms.CharField(
        label=_("why?"),
        max_length=1000,
        widget=forms.Textarea,
        help_text=_("Write nothing about the participant here."),
        error_messages={"required": EMPTY},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "outcome", {one: label("finding", one) for one in Outcome})


class EmergencyForm(ActionForm):
    """Which file is opened, and why."""

    reference = forms.CharField(
        label=_("reference of the trajectory"), max_length=40, help_text=_("For example T000123.")
    )
    reason = forms.ChoiceField(
        label=_("kind of reason"),
        widget=forms.RadioSelect,
        help_text=_("The participant reads this."),
        error_messages={"required": _("Choose a kind of reason.")},
    )
    words = forms.CharField(
        label=_("reason in your own words"),
        max_length=1000,
        widget=forms.Textarea,
        help_text=_("Who reviews this access reads it. Write no more about the participant than is needed."),
        error_messages={"required": EMPTY},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "reason", {one: label("purpose", one) for one in EMERGENCIES})
