"""A half-typed note or report comes back when its form is opened again, and is gone once it is recorded."""

from tests.dossier.world import WORK, World
from tests.execution.telling import AGREED, EXTENSION, STOP, happened, send
from tests.execution.test_reports import ACTION
from tests.unsent.filling import rows
from tests.unsent.half import begin_half, is_back, send_rest
from vlechtwerk.rules.roles import Role

TYPED = "Nog niet afgelopen, want"


def test_a_half_typed_request_for_an_extension_comes_back_and_is_gone_once_it_is_sent(late: World) -> None:
    browser, url = late.visitor(WORK), f"{late.scene.url}verlenging/"
    begin_half(browser, url, prevents=TYPED)
    assert is_back(browser, url, TYPED)
    assert send_rest(browser, url, **EXTENSION).status_code == 302
    assert rows(late, WORK) == []
    assert len(happened(late, "extension_requested")) == 1


def test_what_is_typed_for_an_extension_that_was_asked_meanwhile_stays_kept(late: World) -> None:
    browser, url = late.visitor(WORK), f"{late.scene.url}verlenging/"
    begin_half(browser, url, prevents=TYPED)
    kept = str(rows(late, WORK)[0].idempotency_key)
    assert send(late, WORK, "verlenging/", EXTENSION).status_code == 302
    assert send(late, WORK, "verlenging/", EXTENSION, idempotency_key=kept).status_code == 303
    assert len(rows(late, WORK)) == 1


def test_a_half_typed_request_for_an_early_stop_comes_back_and_is_gone_once_it_is_sent(world: World) -> None:
    browser, url = world.visitor(WORK), f"{world.scene.url}stopzetting/"
    begin_half(browser, url, facts=TYPED)
    assert is_back(browser, url, TYPED)
    assert send_rest(browser, url, **STOP).status_code == 302
    assert rows(world, WORK) == []


def test_a_half_typed_report_comes_back_and_is_gone_once_it_is_sent(world: World) -> None:
    browser, url = world.visitor(Role.WORK_PROVIDER), f"{world.scene.url}verslagen/action_report/"
    begin_half(browser, url, result=TYPED)
    assert is_back(browser, url, TYPED)
    assert send_rest(browser, url, happened_on="2026-04-20", **AGREED, **ACTION).status_code == 302
    assert rows(world, Role.WORK_PROVIDER) == []
