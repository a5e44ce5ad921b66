"""The places behind the pages where a mark might turn up: the database as a superuser sees it, the logs, and the mail."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Any

import psycopg
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import connection
from psycopg import sql

from tests.access.canary.marks import found_in
from tests.access.canary.walk import Hit
from vlechtwerk.config import database
from vlechtwerk.config.logs import WithoutValues


@contextmanager
def log_of_the_program() -> Iterator[StringIO]:
    """What the program writes in its log, as it writes it."""
    written = StringIO()
    handler = logging.StreamHandler(written)
    logging_of: Any = settings.LOGGING
    told = logging_of["formatters"]["plain"]
    handler.setFormatter(WithoutValues(told["format"], style=told["style"]))
    loggers = [logging.getLogger(name) for name in ("", *logging_of["loggers"])]
    for one in loggers:
        one.addHandler(handler)
    try:
        yield written
    finally:
        for one in loggers:
            one.removeHandler(handler)


def in_log(written: StringIO) -> set[Hit]:
    """The marks in the log of the program."""
    return {Hit("log", "the program", one, "") for one in found_in(written.getvalue())}


@contextmanager
def log_of_the_server(hits: set[Hit]) -> Iterator[None]:
    """Add the marks that the database server writes in its own log meanwhile."""
    cluster = database.own_cluster(for_tests=True)
    before = cluster.log.stat().st_size
    yield
    with cluster.log.open("rb") as log:
        log.seek(min(before, cluster.log.stat().st_size))
        hits |= {Hit("log", "the database", one, "") for one in found_in(log.read())}


def in_mail() -> set[Hit]:
    """The marks in the mail that was sent."""
    sent = [str(one.message()) for one in getattr(mail, "outbox", [])]
    return {Hit("mail", "anybody", one, "") for text in sent for one in found_in(text)}


def in_sessions() -> set[Hit]:
    """The marks in what is kept between two pages."""
    kept = [one.get_decoded() for one in Session.objects.all()]
    return {Hit("session", "anybody", one, "") for content in kept for one in found_in(content)}


def in_database() -> set[Hit]:
    """The marks in every column of every table, as somebody with all rights reads them: what a copy of the database holds."""
    access = database.superuser_access()
    name = connection.settings_dict["NAME"]
    with psycopg.connect(host=access.host, port=access.port, user=access.user, dbname=name) as server:
        tables = server.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1").fetchall()
        return {hit for (table,) in tables for hit in _in_table(server, table)}


def _in_table(server: psycopg.Connection, table: str) -> Iterator[Hit]:
    rows = server.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(table)))
    names = [column.name for column in rows.description or ()]
    for row in rows.fetchall():
        for name, value in zip(names, row, strict=True):
            if value is not None:
                yield from (Hit(f"table {table}.{name}", "stored", one, "") for one in found_in(value))
