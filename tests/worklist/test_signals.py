"""Signals: both case managers read on the home screen that they have to talk, and never about what."""

from datetime import date
from uuid import uuid4

import pytest

from tests.scene import TODAY, Scene, signed_in, text_of
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Signal, SignalKind
from vlechtwerk.sharing.signal_kinds import AFTER_THE_DAY
from vlechtwerk.sharing.signals import open_signals, raise_signal, waiting_in

WORK, CARE = Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER
WORDS = "De deelnemer trok een toestemming in: praat er samen over"


@pytest.fixture
def signal(scene: Scene) -> Signal:
    """A consent in the trajectory was taken back."""
    return raise_signal(scene.case.file_id, SignalKind.CONSENT_WITHDRAWN)


def shows(scene: Scene, role: Role) -> bool:
    """Whether the home screen of a role shows the signal."""
    return WORDS.casefold() in text_of(scene.as_(role).get("/")).casefold()


@pytest.mark.rule("AT-248")
def test_both_case_managers_read_it_and_nobody_else(scene: Scene, signal: Signal) -> None:
    assert {role for role in scene.cast.members if shows(scene, role)} == {WORK, CARE}
    assert WORDS not in text_of(signed_in(scene.cast.outsider).get("/"))


def test_one_talk_ends_it_for_both_and_sending_twice_is_sending_once(scene: Scene, signal: Signal) -> None:
    address = f"/signalen/{signal.pk}/"
    assert [scene.as_(CARE).post(address).status_code for _ in range(2)] == [302, 404]
    assert not shows(scene, WORK)
    assert Entry.objects.filter(verb=Verb.SIGNAL_HANDLED).count() == 1


@pytest.mark.rule("AT-248")
def test_it_stands_on_the_page_of_the_case_too_for_the_same_people(scene: Scene, signal: Signal) -> None:
    everybody = [role for role in scene.cast.members if scene.as_(role).get(scene.url).status_code == 200]
    assert {role for role in everybody if WORDS in text_of(scene.as_(role).get(scene.url))} == {WORK, CARE}
    assert WORDS not in text_of(scene.as_(WORK).get(f"{scene.url}?on=2026-04-20"))


def test_who_puts_it_away_there_comes_back_there(scene: Scene, signal: Signal) -> None:
    answer = scene.as_(WORK).post(f"/signalen/{signal.pk}/", {"from": "case"})
    assert answer["Location"] == scene.url
    assert WORDS not in text_of(scene.as_(CARE).get(scene.url))


@pytest.mark.parametrize("kind", [SignalKind.CONSENT_WITHDRAWN, *sorted(AFTER_THE_DAY)])
@pytest.mark.parametrize("due_on", [None, date(2026, 4, 30), date(2026, 5, 1), date(2026, 5, 2)])
def test_both_pages_agree_on_what_waits(scene: Scene, kind: SignalKind, due_on: date | None) -> None:
    file_id, mine = scene.case.file_id, [WORK]
    for to in ([WORK], [CARE], [CARE, WORK], [Role.DGS]):
        raise_signal(file_id, kind, to, due_on=due_on)
    assert waiting_in(file_id, mine, TODAY) == list(open_signals(scene.cast[WORK], TODAY))


@pytest.mark.parametrize("role", [Role.DGS, Role.CARE_PROVIDER, Role.CLIENT])
def test_for_others_it_does_not_exist(scene: Scene, signal: Signal, role: Role) -> None:
    found = scene.as_(role).post(f"/signalen/{signal.pk}/")
    absent = scene.as_(role).post(f"/signalen/{uuid4()}/")
    assert (found.status_code, absent.status_code) == (404, 404)
    assert Signal.objects.get().handled_at is None


def test_the_same_signal_is_raised_once_until_it_was_talked_about(scene: Scene, signal: Signal) -> None:
    assert raise_signal(scene.case.file_id, SignalKind.CONSENT_WITHDRAWN) == signal
    scene.as_(WORK).post(f"/signalen/{signal.pk}/")
    assert raise_signal(scene.case.file_id, SignalKind.CONSENT_WITHDRAWN) != signal
