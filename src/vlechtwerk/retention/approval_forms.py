"""VDAB's approval, as the data-protection officer tells it."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vlechtwerk.documents.forms import TakesAFile, file_field
from vlechtwerk.ui.forms import ActionForm, day_field


class ApprovalForm(TakesAFile, ActionForm):
    """Reference, scope, day and document. A valid form has the document as `taken`."""

    reference = forms.CharField(label=_("reference of the approval"), max_length=200)
    scope = forms.CharField(label=_("what the approval covers"), max_length=500, widget=forms.Textarea)
    given_on = day_field(_("day on which it was given"))
    file = file_field(_("the document"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_given_on(self) -> date:
        """A day that has come."""
        day: date = self.cleaned_data["given_on"]
        if day > self.today:
            raise forms.ValidationError(_("This day has yet to come."))
        return day
