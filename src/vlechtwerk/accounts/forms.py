"""The forms of signing in and of the own account: those of allauth in our words, and the undertaking."""

from typing import Any, ClassVar

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm, ResetPasswordKeyForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ConfirmByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from cryptography.fernet import InvalidToken
from django import forms
from django.utils.translation import gettext_lazy as _

from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.actions import Access, AccountOnly, note
from vlechtwerk.audit.models import Verb
from vlechtwerk.ui.forms import ActionForm

PASSWORD_HINT = _("At least 12 characters, and nothing that others easily guess. A sentence is fine.")
CODE_HINT = _("The code that your app shows now, or one of your recovery codes.")


class InOurWords(forms.Form):
    """Gives the fields of a form of allauth a label and a hint of ours."""

    words: ClassVar[dict[str, tuple[Any, Any]]] = {}
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, hint) in self.words.items():
            self.fields[name].label, self.fields[name].help_text = label, hint


class SignInForm(InOurWords, LoginForm):  # type: ignore[misc]  # allauth has no types
    """User name and password. What is wrong is told without saying which of both, so that names cannot be guessed."""

    words = {"login": (_("user name"), ""), "password": (_("password"), "")}


class ConfirmPasswordForm(InOurWords, ReauthenticateForm):  # type: ignore[misc]  # allauth has no types
    """The password once more."""

    words = {"password": (_("password"), "")}


class ChoosePasswordForm(InOurWords, ResetPasswordKeyForm):  # type: ignore[misc]  # allauth has no types
    """A first or a new password, through a link that works once."""

    words = {"password1": (_("new password"), PASSWORD_HINT), "password2": (_("the same password again"), "")}


class NewPasswordForm(InOurWords, ChangePasswordForm):  # type: ignore[misc]  # allauth has no types
    """Another password in place of the present one."""

    words = {"oldpassword": (_("present password"), ""), **ChoosePasswordForm.words}


class CodeOfThisKey(forms.Form):
    """Refuses a code whose secret was encrypted with a key that the deployment no longer has, as any wrong code.

    What is refused leaves a line in the record.
    """

    user: Account

    def clean_code(self) -> str:
        """The code, when it is right."""
        try:
            code: str = super().clean_code()  # type: ignore[misc]  # of the form of allauth beside this one
        except (InvalidToken, forms.ValidationError) as wrong:
            note(Verb.FACTOR_REFUSED, by=AccountOnly(self.user.pk), access=Access(allowed=False))
            if isinstance(wrong, forms.ValidationError):
                raise
            raise get_adapter().validation_error("incorrect_code") from None
        return code


class CodeForm(InOurWords, CodeOfThisKey, AuthenticateForm):  # type: ignore[misc]  # allauth has no types
    """The second factor as a code."""

    words = {"code": (_("code"), CODE_HINT)}


class ConfirmCodeForm(InOurWords, CodeOfThisKey, ConfirmByCodeForm):  # type: ignore[misc]  # allauth has no types
    """The second factor as a code, once more."""

    words = {"code": (_("code"), CODE_HINT)}


class ActivateAppForm(InOurWords, ActivateTOTPForm):  # type: ignore[misc]  # allauth has no types
    """The first code of a new authenticator app, which shows that it works."""

    words = {"code": (_("code"), _("The six digits that the app shows now."))}


class AddPasskeyForm(InOurWords, AddWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    """A new passkey. It always asks for a fingerprint, a face or a code, so that it is two factors in one."""

    passwordless = None
    words = {"name": (_("name of the passkey"), _("For example the telephone or the key on which it stands."))}

    def clean(self) -> dict[str, Any] | None:
        """What the device answered. Refuses a device that did not check who holds it."""
        self.cleaned_data["passwordless"] = True
        return super().clean()


class UndertakingForm(ActionForm):
    """The undertaking of confidentiality, to accept."""

    accept = forms.BooleanField(
        label=_("I have read this and I will keep to it"),
        error_messages={"required": _("Without your promise you cannot open files.")},
    )
