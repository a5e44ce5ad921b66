"""The command sets Django up when that was not done yet, and leaves what it finds as it is."""

import logging

from vlechtwerk.cli.django_start import django_module


def test_a_command_leaves_the_log_where_it_was_bound() -> None:
    before = logging.getLogger("django").handlers[:]
    django_module("vlechtwerk.audit.models")
    assert logging.getLogger("django").handlers == before
