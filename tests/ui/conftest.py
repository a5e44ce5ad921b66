"""What the tests of the look share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.template import engines
from django.test import RequestFactory
from django.utils import translation

from tests.browser import serving

Render = Callable[..., str]


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the program, for the pages that need no database."""
    with serving() as address:
        yield address


@pytest.fixture
def render() -> Iterator[Render]:
    """Render a piece of template, in Dutch unless another language is asked for."""

    def rendered(source: str, language: str = "nl", **values: object) -> str:
        with translation.override(language):
            return str(engines["jinja2"].from_string(source).render(values, RequestFactory().get("/")))

    with translation.override("nl"):
        yield rendered
