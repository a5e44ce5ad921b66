"""Doing before the first request what would otherwise be done by it, in every worker again."""

from typing import cast

from django.conf import settings
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.urls import get_resolver
from django.utils import translation
from jinja2 import FileSystemBytecodeCache

from vlechtwerk.config.environment import data_folder
from vlechtwerk.texts import LANGUAGES


def warm() -> None:
    """Load the views, the translations and the templates."""
    list(get_resolver().url_patterns)
    for language in LANGUAGES:
        with translation.override(language):
            translation.gettext(language)
    templates = cast("Jinja2", engines["jinja2"]).env
    if settings.TRIAL:
        templates.bytecode_cache = _kept_templates()
    for name in templates.list_templates(extensions=["html"]):
        templates.get_template(name)


def _kept_templates() -> FileSystemBytecodeCache:
    """Where a trial keeps its compiled templates, so that the next start is quicker; code, so for its owner only."""
    folder = data_folder() / "templates"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))
