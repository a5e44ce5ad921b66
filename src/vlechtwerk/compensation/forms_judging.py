"""The form with which the lack of an internship is judged."""

from django import forms
from django.utils.translation import gettext_lazy

from vlechtwerk.rules.activation.duties.budget import InternshipReview
from vlechtwerk.rules.roles import Role
from vlechtwerk.ui.forms import ActionForm

YES = "yes"


class JudgementForm(ActionForm):
    """Asks whether it was shown well enough, and why; what is missing the rule tells."""

    sufficient = forms.ChoiceField(
        label=gettext_lazy("was it shown well enough why there was no internship?"),
        widget=forms.RadioSelect,
        choices=((YES, gettext_lazy("yes")), ("no", gettext_lazy("no"))),
        required=False,
    )
    reason = forms.CharField(
        label=gettext_lazy("why?"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Write nothing about health and nothing of the confidential file."),
    )

    def review(self, by: Role) -> InternshipReview:
        """What was judged by somebody in a role; nothing chosen is not judged."""
        chosen = self.cleaned_data["sufficient"]
        return InternshipReview(chosen == YES if chosen else None, self.cleaned_data["reason"], by)
