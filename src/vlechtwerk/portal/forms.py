"""The forms of the own view and of the invitation to it."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from vlechtwerk.accounts.forms import PASSWORD_HINT
from vlechtwerk.accounts.models import Account
from vlechtwerk.consent.models import Told
from vlechtwerk.history.models import LONGEST_REPLY
from vlechtwerk.ui.forms import ActionForm, day_field

NOT_OPEN = _("This code does not work. Look if you copied it well, or ask your case manager for a new one.")
"""The one answer for a code that is wrong, used, over, taken back or for somebody else."""


class InviteForm(ActionForm):
    """Making an invitation, with the day on which the identity was checked when that was done already."""

    checked = forms.BooleanField(label=_("I saw in a talk who this is"), required=False)
    on = day_field(_("day of that talk"), required=False)

    def __init__(self, today: date, *args: Any, must_be_checked: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.must_be_checked = today, must_be_checked

    def clean(self) -> dict[str, Any]:
        """Both or neither; never a day that has yet to come."""
        told = super().clean() or self.cleaned_data
        on = told.get("on")
        if self.must_be_checked and not told.get("checked"):
            self.add_error("checked", _("Tick this when you saw who it is."))
        if told.get("checked") and not on and "on" not in self.errors:
            self.add_error("on", _("Fill in the day."))
        if on and on > self.today:
            self.add_error("on", _("This day has yet to come."))
        return told

    @property
    def checked_on(self) -> date | None:
        """The day on which the identity was checked; None when it was not yet."""
        told = self.cleaned_data
        day: date | None = told["on"] if told["checked"] else None
        return day


class AddressForm(ActionForm):
    """An address for the doorbell."""

    email = forms.EmailField(
        label=_("your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Nobody else sees it here."),
    )


class CodeForm(forms.Form):
    """The code of the letter."""

    use_required_attribute = False
    code = forms.CharField(
        label=_("code of your letter"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code"}),
        help_text=_("Twenty-eight letters and digits. Small letters and spaces are fine."),
    )


class AccountForm(forms.Form):
    """A user name and a password of one's own choice."""

    use_required_attribute = False
    names: ClassVar = RegexValidator(r"^[\w.@-]+$", _("Only letters, digits and the signs . - _ @"))
    username = forms.CharField(
        label=_("user name"),
        min_length=4,
        max_length=60,
        validators=[names],
        widget=forms.TextInput(attrs={"autocomplete": "username"}),
        help_text=_("Choose a name that you remember well. It does not have to be your real name."),
    )
    password1 = forms.CharField(label=_("password"), strip=False, widget=forms.PasswordInput, help_text=PASSWORD_HINT)
    password2 = forms.CharField(label=_("the same password again"), strip=False, widget=forms.PasswordInput)

    def clean(self) -> dict[str, Any]:
        """The same password twice, and one that others do not guess."""
        told = super().clean() or self.cleaned_data
        first, second = told.get("password1"), told.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("This is not the same password."))
        if first:
            try:
                validate_password(first, Account(username=told.get("username", "")))
            except ValidationError as weak:
                self.add_error("password1", weak)
        return told


class InformedForm(ActionForm):
    """That the client was told that data are kept here."""

    on = day_field(_("on which day?"))
    how = forms.ChoiceField(
        label=_("how?"),
        widget=forms.RadioSelect,
        choices=[(Told.IN_A_TALK, _("In a talk")), (Told.LETTER, _("With a letter that I explained"))],
    )

    def __init__(self, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_on(self) -> date:
        """A day that has come."""
        day: date = self.cleaned_data["on"]
        if day > self.today:
            raise ValidationError(_("This day has yet to come."))
        return day


class LeaveForm(ActionForm):
    """Closing the own view."""

    sure = forms.BooleanField(
        label=_("Yes, close my own view"), error_messages={"required": _("Tick this when you are sure.")}
    )


class OwnSideForm(ActionForm):
    """The client's own words about something."""

    text = forms.CharField(label=_("what do you want to say?"), max_length=LONGEST_REPLY, widget=forms.Textarea)
