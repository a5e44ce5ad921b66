"""Opening an address changes nothing but the record of who looked."""

import pytest
from django.apps import apps
from django.db import connection
from psycopg import sql

from tests.access.test_access import INSIDE, NOBODY, OUTSIDER, TABLE, address, browser_of
from tests.scene import TODAY, Scene
from vlechtwerk.sharing.identity import acting

MAY_CHANGE = frozenset({"audit_entry", "audit_head", "django_session", "usersessions_usersession", "shared_cache"})
"""The record itself, the session in which somebody looks, and the counts of attempts."""

ROWS = "SELECT count(*), md5(string_agg(row::text, chr(10) ORDER BY row::text)) FROM {} row"


def digest(scene: Scene) -> dict[str, object]:
    """A mark of the rows of every table, as the client of the file reads them."""
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)} - MAY_CHANGE
    found = {}
    with acting(scene.client, TODAY), connection.cursor() as cursor:
        for table in sorted(tables & set(connection.introspection.table_names(cursor))):
            cursor.execute(sql.SQL(ROWS).format(sql.Identifier(table)).as_string())
            found[table] = cursor.fetchone()
    return found


@pytest.mark.parametrize("visitor", [NOBODY, OUTSIDER, *INSIDE])
def test_a_walk_along_every_address_leaves_every_table_as_it_was(scene: Scene, visitor: str) -> None:
    # Making an address may store what it leads to.
    browser, urls = browser_of(scene, visitor), [address(scene, route) for route in TABLE]
    before = digest(scene)
    for url in urls:
        for method in (browser.get, browser.head, browser.options):
            method(url, {"on": "2026-04-20", "page": "2", "event": "evaluation_held"})
    assert digest(scene) == before


def test_this_walk_would_see_a_change(scene: Scene) -> None:
    before = digest(scene)
    scene.case.file.involvements.update(reason="absence")
    assert digest(scene) != before
