"""The pages of allauth in our look: signing in, confirming who one is, and the second factors of the own account."""

from typing import Any

from allauth.account.views import LoginView, PasswordChangeView, PasswordResetFromKeyView
from allauth.account.views import ReauthenticateView as PasswordAgainView
from allauth.mfa.base.views import AuthenticateView, IndexView
from allauth.mfa.base.views import ReauthenticateView as CodeAgainView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    LoginWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.views.generic.base import ContextMixin, TemplateResponseMixin

from vlechtwerk.accounts import forms, sessions
from vlechtwerk.accounts.factors import forget_second_factor, prove_second_factor, signed_in
from vlechtwerk.accounts.models import Account
from vlechtwerk.accounts.views import next_page
from vlechtwerk.audit.actions import AccountOnly, note
from vlechtwerk.audit.models import Verb
from vlechtwerk.ui.forms import form_errors, visible_fields
from vlechtwerk.ui.shapes import FormError


class OwnPage(TemplateResponseMixin, ContextMixin):
    """Gives a page of allauth what our components draw, and answers 422 when what was filled in is not right."""

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """What the template needs."""
        context = super().get_context_data(**more)
        form, key = context.get("form"), context.get("webauthn_form")
        drawn = {"fields": visible_fields(form) if form else [], "next": next_page(self.request)}
        return {**context, **drawn, "errors": [error for one in (form, key) if one for error in form_errors(one)]}

    def render_to_response(self, context: dict[str, Any], **more: Any) -> HttpResponse:
        """The page; 422 with errors."""
        return super().render_to_response(context, **({"status": 422} if context.get("errors") else {}) | more)


class Noted(OwnPage):
    """A page that changes what an account proves: noted, and the session gets a new key."""

    verb: Verb

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """Do it and note it."""
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]  # of the view of allauth beside this one
        sessions.renew(self.request)
        note(self.verb, by=AccountOnly(signed_in(self.request).pk))
        return response


class SignIn(OwnPage, LoginView):  # type: ignore[misc]  # allauth has no types
    """User name and password, a passkey, or a service."""

    form_class = forms.SignInForm

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """What the template needs, with the services that are set up."""
        context = super().get_context_data(**more)
        services = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
        if "sleutel" in self.request.GET:
            context["errors"].append(FormError(_("This passkey did not work. Try again, or use your user name.")))
        return context | {"services": [(one["provider_id"], one["name"]) for one in services]}


class SignInByPasskey(LoginWebAuthnView):  # type: ignore[misc]  # allauth has no types
    """Signing in with nothing but a passkey."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Back to the page for signing in, which tells that it did not work."""
        return redirect(f"{reverse('account_login')}?sleutel=nee")


class SecondFactor(OwnPage, AuthenticateView):  # type: ignore[misc]  # allauth has no types
    """The second factor, after the password."""

    form_class = forms.CodeForm


class ConfirmByPassword(Noted, PasswordAgainView):  # type: ignore[misc]  # allauth has no types
    """The password once more, for who has no second factor yet."""

    form_class = forms.ConfirmPasswordForm
    verb = Verb.CONFIRMED_AGAIN


class ConfirmByCode(Noted, CodeAgainView):  # type: ignore[misc]  # allauth has no types
    """A code once more."""

    form_class = forms.ConfirmCodeForm
    verb = Verb.CONFIRMED_AGAIN


class ConfirmByPasskey(Noted, ReauthenticateWebAuthnView):  # type: ignore[misc]  # allauth has no types
    """The passkey once more."""

    verb = Verb.CONFIRMED_AGAIN

    def form_invalid(self, form: Any) -> HttpResponse:
        """The page again, which tells that it did not work."""
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """What the template needs; allauth forgets the form and its errors here."""
        context = super().get_context_data(**more)
        form = more.get("form")
        return context | {"errors": form_errors(form) if form else []}


class ChoosePassword(OwnPage, PasswordResetFromKeyView):  # type: ignore[misc]  # allauth has no types
    """Choosing a password through a link that works once."""

    form_class = forms.ChoosePasswordForm

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """What the template needs; a link that no longer works shows no form."""
        return {"token_fail": False} | super().get_context_data(**more)

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the password; every session that was open ends by it."""
        response: HttpResponse = super().form_valid(form)
        note(Verb.PASSWORD_CHOSEN, by=AccountOnly(self.reset_user.pk))
        return response


class ChangePassword(OwnPage, PasswordChangeView):  # type: ignore[misc]  # allauth has no types
    """Another password; every other session ends by it."""

    form_class = forms.NewPasswordForm
    success_url = reverse_lazy("mfa_index")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Who signs in through a service only has no password to change; a first one comes from an administrator."""
        if isinstance(request.user, Account) and not request.user.has_usable_password():
            return redirect("mfa_index")
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the password and note it."""
        response: HttpResponse = super().form_valid(form)
        note(Verb.PASSWORD_CHOSEN, by=AccountOnly(signed_in(self.request).pk))
        return response


class Security(OwnPage, IndexView):  # type: ignore[misc]  # allauth has no types
    """The second factors of the own account, and the way to its password and its sessions."""

    template_name = "accounts/security.html"


class ActivateApp(Noted, ActivateTOTPView):  # type: ignore[misc]  # allauth has no types
    """Adding an authenticator app. The code that shows that it works is a second factor in this session too."""

    form_class = forms.ActivateAppForm
    verb = Verb.FACTOR_ADDED

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep it."""
        response = super().form_valid(form)
        prove_second_factor(self.request, "totp")
        return response


class Removed(Noted):
    """A second factor was taken away; without any left, the session counts as one without."""

    verb = Verb.FACTOR_REMOVED

    def form_valid(self, form: Any) -> HttpResponse:
        """Take it away."""
        response = super().form_valid(form)
        if not is_mfa_enabled(self.request.user):
            forget_second_factor(self.request)
        return response


class RemoveApp(Removed, DeactivateTOTPView):  # type: ignore[misc]  # allauth has no types
    """Taking the authenticator app away."""


class AddPasskey(Noted, AddWebAuthnView):  # type: ignore[misc]  # allauth has no types
    """Adding a passkey. Making it is a second factor in this session too."""

    form_class = forms.AddPasskeyForm
    verb = Verb.FACTOR_ADDED

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """What the template needs; allauth forgets the form here, and asks less of the device than we do."""
        form = more.get("form") or self.get_form()
        context = super().get_context_data(form=form)
        options = auth.begin_registration(self.request.user, True)
        drawn = {"form": form, "fields": visible_fields(form), "errors": form_errors(form)}
        return context | drawn | {"options": options}

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep it."""
        response = super().form_valid(form)
        prove_second_factor(self.request, "webauthn")
        return response


class RemovePasskey(Removed, RemoveWebAuthnView):  # type: ignore[misc]  # allauth has no types
    """Taking a passkey away."""

    success_url = reverse_lazy("mfa_index")


class NewRecoveryCodes(Noted, GenerateRecoveryCodesView):  # type: ignore[misc]  # allauth has no types
    """New recovery codes in place of the old ones."""

    verb = Verb.RECOVERY_CODES_MADE
