"""A half-filled form of the first meeting comes back when it is opened again, and is gone once it is recorded."""

from tests.intake.test_first_meeting import AGENDA, TOGETHER, on
from tests.intake.world import WORK, World, road, send
from tests.unsent.half import begin_half, is_back, send_rest


def test_half_an_appointment_comes_back_and_is_gone_once_it_is_noted(world: World) -> None:
    case = world.with_both()
    with on("2026-02-19"):
        browser, url = world.as_(WORK), road(case, "afspraak/")
        begin_half(browser, url, on="2026-02-18", place="GTB, eerste verdieping")
        assert is_back(browser, url, "GTB, eerste verdieping")
        assert send_rest(browser, url, **TOGETHER).status_code == 302
        assert not is_back(browser, url, "GTB, eerste verdieping")


def test_what_was_ticked_of_the_agenda_stands_ticked_when_it_is_opened_again(world: World) -> None:
    case = world.with_both()
    with on("2026-02-19"):
        browser, url = world.as_(WORK), road(case, "agenda/")
        send(browser, road(case, "afspraak/"), **TOGETHER)
        begin_half(browser, url, on="2026-02-19", agenda=AGENDA[:2])
        page = browser.get(url).content.decode()
        assert page.count(" checked") == 2
        assert send_rest(browser, url, on="2026-02-19", agenda=AGENDA).status_code == 302
        assert not is_back(browser, url, "")
