"""What may be asked in the address of a long list."""

from django import forms

LAST_PAGE = 10_000


class PageForm(forms.Form):
    """Which page of a list; the first one when nothing is said."""

    page = forms.IntegerField(min_value=1, max_value=LAST_PAGE, required=False)

    @property
    def number(self) -> int:
        """The number of the page, of a form that is valid."""
        return self.cleaned_data["page"] or 1
