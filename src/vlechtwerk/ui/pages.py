"""Answer with a page, or with the part of it that the browser asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.backends.jinja2 import Template
from django.template.backends.utils import csrf_input_lazy, csrf_token_lazy
from django.template.loader import get_template
from django.utils.cache import patch_vary_headers

from vlechtwerk.ui.display import display_of
from vlechtwerk.ui.environment import drawing
from vlechtwerk.ui.frame import Frame


class NoSuchFragment(LookupError):
    """A view asked for a block that its template does not have."""


def page(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, fragment: str | None = None, status: int = 200
) -> HttpResponse:
    """Render a template; only its block ``fragment`` when htmx asks for a part of the page.

    The same address serves both, hence ``Vary``. Boosted links and history restores get the whole page.
    Raises NoSuchFragment when the template has no such block.
    """
    found = _jinja_template(template)
    values = _values(request, context)
    for processor in found.backend.template_context_processors:
        values.update(processor(request))
    part = fragment if _wants_part(request) else None
    with drawing():
        text = _block(found, part, values) if part else found.template.render(values)
    response = HttpResponse(text, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def bare_page(request: HttpRequest, template: str, context: Mapping[str, Any], *, status: int) -> HttpResponse:
    """Render a template without asking anything of the rest of the program, for when the program itself failed."""
    values = _values(request, context) | {"frame": Frame(language_switch=False, **display_of(request))}
    return HttpResponse(_jinja_template(template).template.render(values), status=status)


def _jinja_template(name: str) -> Template:
    """Return a template of the Jinja2 engine; raises TypeError when another engine owns the name."""
    found = get_template(name)
    if not isinstance(found, Template):
        raise TypeError(f"{name} is no Jinja2 template")
    return found


def _values(request: HttpRequest, context: Mapping[str, Any]) -> dict[str, Any]:
    """Return what every template can rely on, with the values of the view."""
    return {
        "frame": Frame(),
        **context,
        "request": request,
        "csrf_input": csrf_input_lazy(request),
        "csrf_token": csrf_token_lazy(request),
    }


def _wants_part(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page."""
    htmx = getattr(request, "htmx", None)
    return htmx is not None and bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def _block(found: Template, name: str, values: dict[str, Any]) -> str:
    """Render one block of a template."""
    template = found.template
    try:
        block = template.blocks[name]
    except KeyError:
        raise NoSuchFragment(f"{template.name} has no block {name!r}") from None
    return "".join(block(template.new_context(values)))
