"""The form that looks for words in notes."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.dossier.search import words_in


class NoteSearchForm(forms.Form):
    """Asks for words. It is sent and never put in an address: what somebody looks for tells about a person."""

    words = forms.CharField(
        label=gettext_lazy("which words?"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    use_required_attribute = False

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        """Tell how is looked."""
        super().__init__(data)
        self.fields["words"].help_text = _("All words have to be in the note. Capitals and accents make no difference.")

    def clean_words(self) -> list[str]:
        """The words, folded. Refuses a single letter and signs alone, which would find everything or nothing."""
        words = words_in(self.cleaned_data["words"])
        if max(map(len, words), default=0) < 2:
            raise forms.ValidationError(_("Give a word of at least two letters."))
        return words
