"""VDAB's approval, as the data-protection officer tells it."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from vlechtwerk.documents.actions import limits
from vlechtwerk.documents.intake import TakenIn, take_in
from vlechtwerk.documents.kinds import ACCEPTED
from vlechtwerk.documents.refusing import UploadRefused
from vlechtwerk.documents.words import REASONS, too_large
from vlechtwerk.ui.forms import ActionForm, day_field


class ApprovalForm(ActionForm):
    """Reference, scope, day and document. A valid form has the document as `taken`."""

    reference = forms.CharField(label=_("reference of the approval"), max_length=200)
    scope = forms.CharField(label=_("what the approval covers"), max_length=500, widget=forms.Textarea)
    given_on = day_field(_("day on which it was given"))
    file = forms.FileField(
        label=_("the document"), widget=forms.FileInput(attrs={"accept": ACCEPTED}), allow_empty_file=True
    )

    taken: TakenIn

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_given_on(self) -> date:
        """A day that has come."""
        day: date = self.cleaned_data["given_on"]
        if day > self.today:
            raise forms.ValidationError(_("This day has yet to come."))
        return day

    def clean_file(self) -> "UploadedFile[Any]":
        """Take the document in, or tell why it is refused."""
        given: UploadedFile[Any] = self.cleaned_data["file"]
        if (given.size or 0) > settings.UPLOAD_MOST_BYTES:
            raise forms.ValidationError(too_large(settings.UPLOAD_MOST_BYTES))
        try:
            self.taken = take_in(given.name or "", given.content_type or "", given.read(), limits())
        except UploadRefused as refused:
            raise forms.ValidationError(str(REASONS[refused.reason])) from refused
        return given
