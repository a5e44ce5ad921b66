"""Doing before the first request what would otherwise be done by it, in every worker again."""

from django.template import engines
from django.urls import get_resolver
from django.utils import translation

from vlechtwerk.texts import LANGUAGES


def warm() -> None:
    """Load the views, the translations and the templates."""
    list(get_resolver().url_patterns)
    for language in LANGUAGES:
        with translation.override(language):
            translation.gettext("")
    templates = engines["jinja2"].env
    for name in templates.list_templates(extensions=["html"]):
        templates.get_template(name)
