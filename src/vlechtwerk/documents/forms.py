"""A form that asks for a file: what comes in is looked at before the form is valid."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings

from vlechtwerk.documents.actions import limits
from vlechtwerk.documents.intake import TakenIn, take_in
from vlechtwerk.documents.kinds import ACCEPTED
from vlechtwerk.documents.refusing import UploadRefused
from vlechtwerk.documents.words import REASONS, too_large

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


def file_field(label: Any) -> forms.FileField:
    """The question for a file; an empty one gets a reason of its own when it is taken in."""
    return forms.FileField(label=label, widget=forms.FileInput(attrs={"accept": ACCEPTED}), allow_empty_file=True)


class TakesAFile(forms.Form):
    """A form with the field `file`. When it is valid it has the file as `taken`."""

    taken: TakenIn

    def clean_file(self) -> "UploadedFile[Any]":
        """Take the file in, or tell why it is refused and what can be done instead."""
        given: UploadedFile[Any] = self.cleaned_data["file"]
        if (given.size or 0) > settings.UPLOAD_MOST_BYTES:
            raise forms.ValidationError(too_large(settings.UPLOAD_MOST_BYTES))
        try:
            self.taken = take_in(given.name or "", given.content_type or "", given.read(), limits())
        except UploadRefused as refused:
            raise forms.ValidationError(str(REASONS[refused.reason])) from refused
        return given
