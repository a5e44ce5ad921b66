"""The addresses of signing in and out and of the own account. The names are those by which allauth knows its pages."""

from allauth.account.views import PasswordResetFromKeyDoneView
from allauth.mfa.recovery_codes.views import ViewRecoveryCodesView
from allauth.socialaccount.views import login_cancelled, login_error
from django.urls import path, re_path

from vlechtwerk.accounts import views
from vlechtwerk.accounts import views_own_pages as own

urlpatterns = [
    path("aanmelden/", own.SignIn.as_view(), name="account_login"),
    path("aanmelden/tweede-factor/", own.SecondFactor.as_view(), name="mfa_authenticate"),
    path("aanmelden/sleutel/", own.SignInByPasskey.as_view(), name="mfa_login_webauthn"),
    path("aanmelden/via/geannuleerd/", login_cancelled, name="socialaccount_login_cancelled"),
    path("aanmelden/via/mislukt/", login_error, name="socialaccount_login_error"),
    path("aanmelden/via/<slug:provider_id>/", views.to_service, name="openid_connect_login"),
    path("aanmelden/via/<slug:provider_id>/terug/", views.from_service, name="openid_connect_callback"),
    path("afmelden/", views.sign_out, name="sign_out"),
    path("wachtwoord/", own.ChangePassword.as_view(), name="account_change_password"),
    path("wachtwoord/gekozen/", PasswordResetFromKeyDoneView.as_view(), name="account_reset_password_from_key_done"),
    re_path(
        r"^wachtwoord/kiezen/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[-0-9a-z]+)/$",
        own.ChoosePassword.as_view(),
        name="account_reset_password_from_key",
    ),
    path("bevestigen/wachtwoord/", own.ConfirmByPassword.as_view(), name="account_reauthenticate"),
    path("bevestigen/code/", own.ConfirmByCode.as_view(), name="mfa_reauthenticate"),
    path("bevestigen/sleutel/", own.ConfirmByPasskey.as_view(), name="mfa_reauthenticate_webauthn"),
    path("beveiliging/", own.Security.as_view(), name="mfa_index"),
    path("beveiliging/app/", own.ActivateApp.as_view(), name="mfa_activate_totp"),
    path("beveiliging/app/verwijderen/", own.RemoveApp.as_view(), name="mfa_deactivate_totp"),
    path("beveiliging/sleutels/nieuw/", own.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path("beveiliging/sleutels/<int:pk>/verwijderen/", own.RemovePasskey.as_view(), name="mfa_remove_webauthn"),
    path("beveiliging/herstelcodes/", ViewRecoveryCodesView.as_view(), name="mfa_view_recovery_codes"),
    path("beveiliging/herstelcodes/nieuw/", own.NewRecoveryCodes.as_view(), name="mfa_generate_recovery_codes"),
    path("sessies/", views.own_sessions, name="own_sessions"),
    path("verbintenis/", views.undertaking, name="undertaking"),
]

OPEN = frozenset(str(one.name) for one in urlpatterns)
"""The names of these pages: they guard themselves, and lead to the second factor and the undertaking."""
