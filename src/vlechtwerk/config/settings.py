"""The settings of the program. Every value that differs between machines comes from the environment.

A trial is a demo (VLECHTWERK_DEMO=1, fictional people sign in without a password) or a debugging run
(VLECHTWERK_DEBUG=1); outside a trial the program refuses to start without a secret key and answers over HTTPS only.
"""

import os
from pathlib import Path
from typing import Any

from csp.constants import NONCE, NONE, SELF

from vlechtwerk.config import database, environment, sign_in
from vlechtwerk.config.mail import *  # noqa: F403 - the settings of mail, in a file of their own
from vlechtwerk.config.sign_in import *  # noqa: F403 - the settings of signing in, in a file of their own
from vlechtwerk.config.uploads import *  # noqa: F403 - the settings of uploaded files, in a file of their own
from vlechtwerk.texts import OWN_NAMES

DEBUG = environment.switch("VLECHTWERK_DEBUG")
DEMO = environment.switch("VLECHTWERK_DEMO")
TRIAL = DEBUG or DEMO
SECRET_KEY = environment.secret_key(trial=TRIAL)
# Keys of before a change, still accepted for sessions that were signed with them; separated by spaces.
SECRET_KEY_FALLBACKS = os.environ.get("VLECHTWERK_OLD_SECRET_KEYS", "").split()
# Read again whenever it changes; looked at here so that the program does not start without a fit key.
KEYS_FILE = environment.keys_file(trial=TRIAL)
ALLOWED_HOSTS = os.environ.get("VLECHTWERK_HOSTS", "localhost 127.0.0.1 [::1]").split()
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if not TRIAL]

# Where VDAB tells about help with travel costs; the address is that of the handbook (4.5).
MOBILITY_PAGE = os.environ.get("VLECHTWERK_MOBILITY_PAGE", "https://www.vdab.be/mobiliteit")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_htmx",
    "pgtrigger",
    "vlechtwerk.ui",
    "vlechtwerk.audit",
    "vlechtwerk.accounts",
    "vlechtwerk.doorbell",
    "vlechtwerk.organisations",
    "vlechtwerk.manual",
    "vlechtwerk.people",
    "vlechtwerk.sharing",
    "vlechtwerk.consent",
    "vlechtwerk.documents",
    "vlechtwerk.history",
    "vlechtwerk.unsent",
    "vlechtwerk.dossier",
    "vlechtwerk.review",
    "vlechtwerk.retention",
    "vlechtwerk.icf",
    "vlechtwerk.reports",
    "vlechtwerk.demo",
    "vlechtwerk.trajectories",
    "vlechtwerk.intake",
    "vlechtwerk.compensation",
    "vlechtwerk.arrangements",
    "vlechtwerk.plans",
    "vlechtwerk.network",
    "vlechtwerk.reconstruction",
    "vlechtwerk.execution",
    "vlechtwerk.worklist",
    "vlechtwerk.portal",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "vlechtwerk.ui.middleware.for_own_pages",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "vlechtwerk.ui.middleware.no_store",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "vlechtwerk.config.middleware.session_limits",
    "vlechtwerk.config.middleware.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "vlechtwerk.ui.middleware.from_own_pages",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "vlechtwerk.organisations.entrance.Entrance",
    "vlechtwerk.ui.middleware.Conflicts",
]

ROOT_URLCONF = "vlechtwerk.config.urls"
WSGI_APPLICATION = "vlechtwerk.config.wsgi.application"
# Every table names its own key (UUID, made in Python); this is for tables of others only.
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.Account"
LOGIN_URL = "demo" if DEMO else "account_login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "vlechtwerk.accounts.passwords.EasyWords"},
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "vlechtwerk.ui.environment.environment",
            "context_processors": ["vlechtwerk.worklist.frame.frame"],
            "auto_reload": DEBUG,
        },
    }
]

# The program reads and writes as the role of DATABASES; migrations run as the owner of the tables (see migrations.py).
DATABASES = {"default": database.app_access().django(database.APP_LIMITS)}
OWNER_DATABASE = database.owner_access().django(database.OWNER_LIMITS)
# Limits on attempts hold for all processes together, so what they count is kept where all of them can see it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        # With few entries allowed, somebody could push the counts of others out by trying many names.
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}

LANGUAGE_CODE = "nl"
LANGUAGES = list(OWN_NAMES.items())
LOCALE_PATHS = [Path(__file__).resolve().parents[1] / "locale"]
TIME_ZONE = "Europe/Brussels"
USE_TZ = True

# The manual stands inside the program in a package that was built, and beside it in a checkout.
_PROGRAM = Path(__file__).resolve().parents[1]
_BUILT, _CHECKOUT = _PROGRAM / "manual" / "text", _PROGRAM.parents[1] / "docs" / "gebruik"
MANUAL = _BUILT if _BUILT.is_dir() else _CHECKOUT

STATIC_URL = "/static/"
STATICFILES_DIRS = [("manual", MANUAL / "beeld")]
# Served from the package itself: there is no folder to fill before a start, and nothing to forget at an update.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
# The address of a file changes with its content, so whoever has it need not ask for it again.
STORAGES = {"staticfiles": {"BACKEND": "vlechtwerk.ui.static_files.VersionedFiles"}}
WHITENOISE_MAX_AGE = 0 if DEBUG else 365 * 24 * 60 * 60

SESSION_COOKIE_AGE = 30 * 60
SESSION_LONGEST = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = not TRIAL
# A browser takes a __Host- cookie only over HTTPS and never from another host of the same domain.
SESSION_COOKIE_NAME = "session" if TRIAL else "__Host-session"
CSRF_COOKIE_NAME = "csrf" if TRIAL else "__Host-csrf"
LANGUAGE_COOKIE_NAME = "language" if TRIAL else "__Host-language"
MESSAGE_COOKIE_NAME = "said" if TRIAL else "__Host-said"
# What is said once travels with the browser (signed), so that nothing has to be stored for it.
MESSAGE_STORAGE = "vlechtwerk.ui.said.OwnCookie"
CSRF_FAILURE_VIEW = "vlechtwerk.ui.errors.csrf_failure"

ALLAUTH_TRUSTED_PROXY_COUNT = sign_in.trusted_proxies(trial=TRIAL)
# A trial runs on this machine without HTTPS.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = TRIAL

SECURE_SSL_REDIRECT = not TRIAL
SECURE_REDIRECT_EXEMPT = [r"^-/health$"]
SECURE_HSTS_SECONDS = 0 if TRIAL else 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not TRIAL
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *sign_in.SERVICE_ORIGINS],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "vlechtwerk.config.logs.WithoutValues",
            "format": "{asctime} {levelname} {name}: {told}",
            "style": "{",
        },
        "lines": {"()": "vlechtwerk.config.logs.Lines"},
    },
    # A trial is read by people, a deployment by what collects its logs.
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain" if TRIAL else "lines"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}
