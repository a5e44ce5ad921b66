"""The forms for what a care worker writes for herself, and for the question that she makes of it."""

from django import forms
from django.utils.translation import gettext_lazy

from vlechtwerk.dossier.models import LONGEST
from vlechtwerk.ui.forms import ActionForm


class AsideForm(ActionForm):
    """Asks what somebody wants to write for herself."""

    text = forms.CharField(
        label=gettext_lazy("what do you doubt about?"),
        help_text=gettext_lazy("A suspicion or a dilemma, and not a fact about the participant."),
        max_length=LONGEST,
        widget=forms.Textarea,
    )


class QuestionForm(ActionForm):
    """Asks for the doubt as a question to the own team, without anything that gives the participant away."""

    text = forms.CharField(
        label=gettext_lazy("your question to the team"),
        help_text=gettext_lazy("Leave out names, the number of the trajectory and days."),
        max_length=LONGEST,
        widget=forms.Textarea,
    )
