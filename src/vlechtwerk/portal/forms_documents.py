"""The forms with which the client brings a document and lets somebody see it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.documents.forms import TakesAFile, file_field
from vlechtwerk.documents.own import OwnDraft, OwnKind
from vlechtwerk.documents.words import MEGABYTE
from vlechtwerk.dossier.document_words import DOCUMENTS
from vlechtwerk.history.models import LONGEST_REPLY
from vlechtwerk.rules.activation.duties.consent import proposed_end
from vlechtwerk.rules.roles import Role
from vlechtwerk.ui.forms import ActionForm, day_field, offer

LONGEST_NAME = 100
"""The most characters of the name that a client gives a document."""


class OwnDocumentForm(TakesAFile, ActionForm):
    """Asks for a file, what it is and how she calls it. A valid form has it as `taken` and `draft`."""

    file = file_field(gettext_lazy("which file?"))
    kind = forms.ChoiceField(label=gettext_lazy("what is it?"), widget=forms.RadioSelect)
    name = forms.CharField(
        label=gettext_lazy("how do you call it?"),
        max_length=LONGEST_NAME,
        help_text=gettext_lazy("For example: certificate of my training"),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, files: "MultiValueDict[str, UploadedFile[Any]] | None" = None
    ) -> None:
        """Offer the kinds, and tell how large a file may be."""
        super().__init__(data)
        self.files = files or MultiValueDict()
        offer(self, "kind", {one: DOCUMENTS[one] for one in OwnKind})
        told = _("A photo of a paper is fine too. At most %(most)s MB.")
        again = _("Choose the file again: a browser does not keep it.") if self.is_bound else ""
        self.fields["file"].help_text = f"{again} {told % {'most': settings.UPLOAD_MOST_BYTES // MEGABYTE}}".strip()

    @property
    def draft(self) -> OwnDraft:
        """What she told about it."""
        return OwnDraft(OwnKind(self.cleaned_data["kind"]), self.cleaned_data["name"])


class ShareOwnForm(ActionForm):
    """Asks who may see it and until when, and what she wants to say with it."""

    to = forms.MultipleChoiceField(label=gettext_lazy("who may read it?"), widget=forms.CheckboxSelectMultiple)
    last_day = day_field(gettext_lazy("until which day?"))
    words = forms.CharField(
        label=gettext_lazy("do you want to say something with it?"),
        max_length=LONGEST_REPLY,
        widget=forms.Textarea,
        required=False,
    )

    def __init__(self, today: date, people: Mapping[Role, str], data: Mapping[str, Any] | None = None) -> None:
        """Offer the people who can be chosen, by what they do in the trajectory."""
        super().__init__(data, initial={"last_day": proposed_end(today)})
        self.today = today
        offer(self, "to", {str(role): name for role, name in people.items()})
        self.fields["to"].error_messages["required"] = _("Choose who may read it.")
        self.fields["last_day"].help_text = _("After this day nobody else can read it. You can always stop earlier.")

    def clean_last_day(self) -> date:
        """A day that has not passed."""
        day: date = self.cleaned_data["last_day"]
        if day < self.today:
            raise forms.ValidationError(_("This day has passed. Choose a later one."))
        return day

    @property
    def chosen(self) -> list[Role]:
        """Who was chosen."""
        return [Role(one) for one in self.cleaned_data["to"]]
