"""Loading what needs Django: only after Django is set up, so never at the top of a file."""

import os
from importlib import import_module
from types import ModuleType

import django
from django.apps import apps


def django_module(name: str) -> ModuleType:
    """Set Django up (once) and return a module that needs it.

    A second time would make the handlers of the log anew, bound to whatever standard error is at that moment.
    Raises ConfigurationError when the environment does not allow a start.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vlechtwerk.config.settings")
    if not apps.ready:
        django.setup()
    return import_module(name)
