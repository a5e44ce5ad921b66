"""How many questions a page asks the database does not grow with what stands on it."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.dossier.world import CARE, WORK, World
from tests.icf.filling import FIRST, fill_all, fill_in
from vlechtwerk.rules.roles import Role


def asked(world: World, role: Role, page: str) -> int:
    """How many statements a page takes."""
    browser = world.visitor(role)
    browser.get(f"{world.url}icf/{page}")
    with CaptureQueriesContext(connection) as statements:
        assert browser.get(f"{world.url}icf/{page}").status_code == 200
    return len(statements)


def test_a_full_profile_takes_as_many_statements_as_one_with_a_single_finding(world: World) -> None:
    pages = [(role, page) for role in (CARE, WORK) for page in ("", "vergelijken/", "verslag/", "afronden/")]
    pages += [(Role.CLIENT, page) for page in ("", "vergelijken/", "verslag/")]
    fill_in(world, CARE, {FIRST: "1"})
    fill_in(world, WORK, {FIRST: "2"})
    few = [asked(world, *one) for one in pages]
    fill_all(world, CARE)
    fill_all(world, WORK)
    assert [asked(world, *one) for one in pages] == few
    assert max(few) <= 30
