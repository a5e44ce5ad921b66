"""Nothing is done for another site, without proof that a form is ours, or by only looking."""

from django.test import Client

from tests.access.abuse.rows import changed
from tests.access.test_access import TABLE, address
from tests.dossier.world import World
from tests.scene import Scene, hidden
from vlechtwerk.rules.roles import Role

UNSAFE = ("post", "put", "patch", "delete")
WORK = Role.WORK_CASE_MANAGER


def strict(scene: Scene, role: Role | None) -> Client:
    """A browser of which forms must prove that they are ours."""
    browser = Client(enforce_csrf_checks=True)
    if role:
        browser.force_login(scene.cast[role].account)
    return browser


def test_every_unsafe_question_without_proof_is_refused(scene: Scene) -> None:
    for role in (None, WORK, Role.DGS):
        browser = strict(scene, role)
        found = {
            (route, method): getattr(browser, method)(address(scene, route)).status_code
            for route in TABLE
            for method in UNSAFE
        }
        assert {asked: status for asked, status in found.items() if status != 403} == {}


def test_proof_does_not_help_another_site(scene: Scene) -> None:
    browser = strict(scene, WORK)
    token = hidden(browser.get(address(scene, "trajecten/<uuid:id>/wat-als/")), "csrfmiddlewaretoken")
    for route in TABLE:
        for origin in ("https://elders.example", "null", "http://testserver.elders.example"):
            answer = browser.post(address(scene, route), {"csrfmiddlewaretoken": token}, headers={"origin": origin})
            assert answer.status_code == 403, (route, origin)


def test_looking_changes_nothing_but_the_record(world: World) -> None:
    browsers = [world.visitor(role) for role in (WORK, Role.CLIENT, Role.CARE_PROVIDER)]

    def look_everywhere() -> None:
        for browser in browsers:
            for route in TABLE:
                for method in ("get", "head", "options"):
                    getattr(browser, method)(address(world.scene, route))

    assert changed(look_everywhere, by=world.scene.client) == []
