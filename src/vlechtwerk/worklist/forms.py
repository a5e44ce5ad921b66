"""Narrowing the own cases down."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from vlechtwerk.texts import labels
from vlechtwerk.texts.labels import Kind
from vlechtwerk.ui.environment import label
from vlechtwerk.worklist.queries import View, Wanted

STATUSES = ("initiated", "accepted", "in_progress", "closing", "ended", "cancelled")
LAST_PAGE = 10_000


class FilterForm(forms.Form):
    """Which cases to show. It stands in the address, so it holds nothing about a person."""

    view = forms.ChoiceField(
        required=False, choices=[(view.value, view.value) for view in View], widget=forms.HiddenInput
    )
    status = forms.ChoiceField(required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=LAST_PAGE, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Offer the statuses in the language of the page."""
        super().__init__(data, auto_id="filter_%s")
        names = [(code, labels.sentence(label(Kind.STATUS, code))) for code in STATUSES]
        self.fields["status"] = forms.ChoiceField(
            label=_("status"), required=False, choices=[("", _("Every status")), *names]
        )

    def wanted(self, name: str = "") -> Wanted:
        """What is asked for; an answer that makes no sense counts as not given."""
        self.is_valid()
        told = self.cleaned_data
        return Wanted(
            view=View(told.get("view") or View.ALL),
            status=told.get("status") or "",
            name=name,
            page=told.get("page") or 1,
        )


class SearchForm(forms.Form):
    """Looks for a name among the own cases. It is sent and not put in the address: a name is personal data."""

    name = forms.CharField(max_length=100, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    use_required_attribute = False

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        """Name the field in the language of the page."""
        super().__init__(data, auto_id="search_%s")
        self.fields["name"].label = _("search by name")
