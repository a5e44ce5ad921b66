"""The template environment: strict, escaped, translated, and with the components at hand as ``ui``.

A template says ``{{ ui.status_badge(code) }}``; the macro comes from ``ui/components/status_badge.html``. Because the
components are reached through the environment and not through an import at the top of a page, a block of a page can
be rendered on its own as a fragment.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_bidi, gettext, ngettext, npgettext, pgettext
from jinja2 import Environment, StrictUndefined, TemplateNotFound
from markupsafe import Markup

from vlechtwerk.texts import LANGUAGES, OWN_NAMES, dates, labels, terms

_CSRF_FIELD = "vlechtwerk.csrf_field"
_ANY = tuple(str(uuid.UUID(int=place)) for place in range(1, 4))
"""Identifiers of nothing, which stand in an address until the real ones come."""
_language: ContextVar[str | None] = ContextVar("language", default=None)
DRAWN_ONCE = {"icon", "mark", "state_badge", "status_badge", "term", "time_left", "why"}
"""The components that look the same for the same values, whatever the page: only the language matters."""


class Components:
    """Finds the macro of a component in the file of the same name."""

    def __init__(self, environment: Environment) -> None:
        """Keep the environment that loads the component files."""
        self._environment = environment

    def __getattr__(self, name: str) -> Callable[..., str]:
        """Return the macro; raises AttributeError when no component has this name."""
        try:
            module = self._environment.get_template(f"ui/components/{name}.html").module
        except TemplateNotFound as missing:
            raise AttributeError(f"no component {name!r}") from missing
        macro: Callable[..., str] = getattr(module, name)
        found = _drawn_once(macro) if name in DRAWN_ONCE else macro
        if not self._environment.auto_reload:
            setattr(self, name, found)
        return found


def _drawn_once(macro: Callable[..., str]) -> Callable[..., str]:
    """A component that keeps what it drew: the pages with many rows ask for the same few drawings again and again."""

    @lru_cache(maxsize=1024)
    def drawn(language: str | None, *values: object) -> str:
        return macro(*values)

    return lambda *values: drawn(_active(), *values)


def environment(**options: Any) -> Environment:
    """Make the environment for Django's template engine; a misspelt variable is an error, never an empty place."""
    made = Environment(
        **{
            **options,
            "autoescape": True,
            "undefined": StrictUndefined,
            "trim_blocks": True,
            "lstrip_blocks": True,
            "extensions": ["jinja2.ext.i18n"],
        }
    )
    made.policies["ext.i18n.trimmed"] = True
    # The i18n extension adds this method when it is loaded, so the type checker cannot know it.
    made.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    made.globals.update(
        ui=Components(made),
        url=url,
        # Where a file is served does not change while the program runs.
        static=lru_cache(static),
        csrf_field=csrf_field,
        csp_nonce=csp_nonce,
        current_language=current_language,
        other_languages=other_languages,
        text_direction=text_direction,
        idempotency_key=idempotency_key,
        label=label,
        meaning=meaning,
        # In the place of those of the extension, which translate every text again in every row of a list.
        _=translated,
        ngettext=counted,
    )
    made.filters.update(long_date=long_date, number=number, sentence=labels.sentence)
    return made


def url(name: str, *args: object, **kwargs: object) -> str:
    """Return the address of a named page; see ``address`` for what has an identifier only."""
    if kwargs or not all(isinstance(one, uuid.UUID) for one in args):
        return reverse(name, args=args or None, kwargs=kwargs or None)
    return address(name, *args)


def address(name: str, *identifiers: object) -> str:
    """Return the address of a named page about what has these identifiers, or of one about nothing in particular.

    It is looked up once, and the identifiers are put into it: looking up takes longer than most words of a page.
    """
    found = _pattern(name, len(identifiers))
    for place, identifier in enumerate(identifiers):
        found = found.replace(_ANY[place], str(identifier))
    return found


def addresses(name: str, identifiers: Iterable[object]) -> list[str]:
    """The addresses of a named page about each of these identifiers: what a long list asks, looked up once."""
    before, after = _pattern(name, 1).split(_ANY[0])
    return [f"{before}{one}{after}" for one in identifiers]


def _pattern(name: str, count: int) -> str:
    return _address(get_urlconf() or settings.ROOT_URLCONF, get_script_prefix(), name, count)


@lru_cache(maxsize=1024)
def _address(urlconf: str, prefix: str, name: str, count: int) -> str:
    return reverse(name, args=_ANY[:count] or None)


def csrf_field(request: HttpRequest) -> SafeString:
    """Return the hidden field that proves a form was made by this site for this visitor; the same one in a whole page."""
    field: SafeString | None = request.META.get(_CSRF_FIELD)
    if field is None:
        field = format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', get_token(request))
        request.META[_CSRF_FIELD] = field
    return field


def csp_nonce(request: HttpRequest) -> str:
    """Return the one-time mark that lets our own scripts run; empty when no content policy is set."""
    return str(getattr(request, "csp_nonce", ""))


@contextmanager
def drawing() -> Iterator[None]:
    """While a page is made its language is known: asking Django for it, hundreds of times, takes longer than most words.

    What is said in another language meanwhile stands in a block of its own inside the one that changes the language.
    """
    before = _language.set(get_language())
    try:
        yield
    finally:
        _language.reset(before)


def _active() -> str | None:
    """The language that texts are in now."""
    return _language.get() or get_language()


def current_language() -> str:
    """Return the language of this page: "nl", "fr" or "en"."""
    return _of_page(_active())


@cache
def _of_page(active: str | None) -> str:
    first = (active or LANGUAGES[0]).split("-")[0]
    return first if first in LANGUAGES else LANGUAGES[0]


def text_direction() -> str:
    """Return the direction in which the language of this page is written: "ltr" or "rtl"."""
    return "rtl" if get_language_bidi() else "ltr"


def other_languages() -> list[tuple[str, str]]:
    """Return code and own name of every language the visitor can switch to."""
    return [(code, name) for code, name in OWN_NAMES.items() if code != current_language()]


def idempotency_key() -> str:
    """Return a new mark for one form, so that sending it twice does the work once."""
    return str(uuid.uuid4())


def label(kind: str, code: str) -> str:
    """Return the translated word for a code, for example label("status", "closing"); see ``texts.labels``."""
    return _label(_active(), kind, code)


@lru_cache(maxsize=4096)
def _label(language: str | None, kind: str, code: str) -> str:
    return gettext(labels.label(labels.Kind(kind), code))


def meaning(identifier: str) -> str:
    """Return what a word of the glossary means, in the language of the page; empty for one that needs no explaining."""
    found = terms.meaning(identifier)
    return translated(found) if found else ""


def translated(message: str, **values: object) -> Markup:
    """Return a text in the language of the page, with values in its named places."""
    return _text(_active(), message) % values if values else _plain_text(_active(), message)


@lru_cache(maxsize=4096)
def _text(language: str | None, message: str) -> Markup:
    return Markup(gettext(message))  # noqa: S704 - the texts and their translations are ours


@lru_cache(maxsize=4096)
def _plain_text(language: str | None, message: str) -> Markup:
    return _text(language, message) % {}


def counted(singular: str, plural: str, num: int, **values: object) -> Markup:
    """Return a text that depends on a number, which has the place ``num`` in it, in the language of the page."""
    if values:
        return _counted(_active(), singular, plural, num) % {"num": num, **values}
    return _plain_counted(_active(), singular, plural, num)


@lru_cache(maxsize=4096)
def _counted(language: str | None, singular: str, plural: str, num: int) -> Markup:
    return Markup(ngettext(singular, plural, num))  # noqa: S704 - as above: the texts are ours


@lru_cache(maxsize=4096)
def _plain_counted(language: str | None, singular: str, plural: str, num: int) -> Markup:
    return _counted(language, singular, plural, num) % {"num": num}


def long_date(day: date) -> str:
    """Write a day as "2 april 2026" in the language of the page."""
    return dates.long_date(day, current_language())


def number(value: int | float | Decimal) -> str:
    """Write a number with the separators of the language of the page."""
    return dates.number(value, current_language())
