"""The doorbell tells that there is something for her, once a day, at an address that she confirmed, and nothing else."""

import re
from datetime import date, datetime, time
from smtplib import SMTPServerDisconnected
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction
from django.test import Client, override_settings
from zeal import zeal_ignore

from tests.documents.makers import pdf
from tests.dossier.papers import LIMITS, added
from tests.dossier.world import World
from tests.retention.asked import asks, decides
from tests.retention.ended import sends
from tests.review.people import opened_by
from tests.scene import TODAY, Scene, text_of
from vlechtwerk.cli import main
from vlechtwerk.documents.intake import take_in
from vlechtwerk.documents.own import OwnDraft, OwnKind, bring
from vlechtwerk.doorbell.actions import ring
from vlechtwerk.doorbell.models import Address, Kind, Mail
from vlechtwerk.doorbell.sending import Sent, send_waiting
from vlechtwerk.intake.meeting import Moving, When, move
from vlechtwerk.intake.models import Appointment, AppointmentReason
from vlechtwerk.organisations.models import Position
from vlechtwerk.portal.actions import leave
from vlechtwerk.retention.request_rows import Done
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting

EMAIL = "iemand@example.org"


class FailingServer(EmailBackend):
    """A mail server that hangs up, and names the address while it does."""

    def send_messages(self, _messages: Any) -> int:
        """Fail."""
        raise SMTPServerDisconnected(f"{EMAIL} refused")


FAILING = override_settings(EMAIL_BACKEND=f"{__name__}.FailingServer")


def page_of(scene: Scene) -> str:
    """The page of the client."""
    return f"/mijn/{scene.case.pk}/bericht/"


def links_in(message: Any) -> list[str]:
    """The paths of the links in a mail."""
    return re.findall(r"http://127\.0\.0\.1:8000(/\S+)", message.body)


def words_of(message: Any) -> str:
    """A mail without its links, with its head."""
    whole = f"{message.subject} {message.from_email} {message.extra_headers} {message.body}"
    return re.sub(r"http\S+", "", whole)


@pytest.fixture
def confirmed(scene: Scene) -> Scene:
    """The client gave an address and confirmed it; the mail about that is gone from the box."""
    assert sends(scene.as_(Role.CLIENT), page_of(scene), email=EMAIL).status_code == 302
    assert send_waiting() == Sent(1, 0)
    assert Client().post(links_in(mail.outbox.pop())[0]).status_code == 200
    return scene


def test_an_address_is_asked_to_be_confirmed_and_looking_confirms_nothing(scene: Scene) -> None:
    sends(scene.as_(Role.CLIENT), page_of(scene), email=EMAIL)
    ring([scene.client.account_id])
    assert send_waiting() == Sent(1, 0)
    link = links_in(mail.outbox[0])[0]
    assert "Ja, dit is mijn adres" in text_of(Client().get(link))
    assert Address.objects.get().confirmed_at is None
    assert "Uw adres is bevestigd." in text_of(Client().post(link))
    assert Address.objects.get().confirmed_at is not None


def test_the_link_works_for_a_week_and_no_more_after_another_address(scene: Scene) -> None:
    browser = scene.as_(Role.CLIENT)
    sends(browser, page_of(scene), email=EMAIL)
    send_waiting()
    link = links_in(mail.outbox[0])[0]
    with time_machine.travel("2026-05-08T09:59:00+02:00"):
        assert "Ja, dit is mijn adres" in text_of(Client().get(link))
    with time_machine.travel("2026-05-08T10:01:00+02:00"):
        assert "Deze link werkt niet meer." in text_of(Client().get(link))
    sends(browser, page_of(scene), email="ander@example.org")
    assert "Deze link werkt niet meer." in text_of(Client().post(link))


def test_the_mail_says_nothing_of_what_it_is_about(confirmed: Scene, officer: Position) -> None:
    decides(asks(confirmed), Done.GRANTED, officer)
    assert send_waiting() == Sent(1, 0)
    (message,) = mail.outbox
    assert message.to == [EMAIL]
    told = words_of(message)
    assert "Er is iets voor u" in told
    names = ["Fien", "Voorbeeld", "Vlechtwerk", "VDAB", "Testregio", "GTB", "zorg", "traject", confirmed.case.reference]
    assert [name for name in names if name.lower() in told.lower()] == []
    assert str(confirmed.case.pk) not in message.body


def test_it_rings_at_most_once_a_day_and_the_rest_rings_tomorrow(confirmed: Scene, officer: Position) -> None:
    request = asks(confirmed)
    decides(request, Done.EXTENDED, officer)
    assert send_waiting() == Sent(1, 0)
    decides(request, Done.GRANTED, officer)
    opened_by(officer, confirmed.case)
    assert send_waiting() == Sent(0, 0)
    with time_machine.travel("2026-05-02T08:00:00+02:00"):
        assert [send_waiting(), send_waiting()] == [Sent(1, 0), Sent(0, 0)]


def test_what_is_taken_back_rings_nowhere(confirmed: Scene) -> None:
    with transaction.atomic():
        ring([confirmed.client.account_id])
        transaction.set_rollback(True)
    assert send_waiting() == Sent(0, 0)


def test_a_mail_server_that_fails_loses_nothing_and_tells_no_address(
    confirmed: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    ring([confirmed.client.account_id])
    with FAILING:
        assert [send_waiting(), send_waiting()] == [Sent(0, 1), Sent(0, 1)]
    assert Mail.objects.get(kind=Kind.RING).tries == 2
    assert (EMAIL in caplog.text, "SMTPServerDisconnected" in caplog.text) == (False, True)
    with time_machine.travel("2026-05-03T08:00:00+02:00"):
        ring([confirmed.client.account_id])
        assert send_waiting() == Sent(1, 0)
    assert len(mail.outbox) == 1


def test_without_an_address_nothing_waits(scene: Scene, officer: Position) -> None:
    decides(asks(scene), Done.GRANTED, officer)
    assert not Mail.objects.exists()


def test_it_stops_with_the_link_of_the_mail_without_signing_in(confirmed: Scene) -> None:
    ring([confirmed.client.account_id])
    send_waiting()
    link = links_in(mail.outbox[0])[-1]
    assert "Stuur mij geen mails meer" in text_of(Client().get(link))
    assert Address.objects.exists()
    assert "U krijgt geen mails meer." in text_of(Client().post(link))
    ring([confirmed.client.account_id])
    assert (Address.objects.exists(), send_waiting()) == (False, Sent(0, 0))


def test_it_stops_in_her_own_view_and_when_she_leaves(confirmed: Scene) -> None:
    ring([confirmed.client.account_id])
    confirmed.as_(Role.CLIENT).post(page_of(confirmed), {"do": "stop"})
    assert (Address.objects.exists(), send_waiting()) == (False, Sent(0, 0))
    sends(confirmed.as_(Role.CLIENT), page_of(confirmed), email=EMAIL)
    leave(by=confirmed.client)
    assert not Address.objects.exists()


def test_nobody_is_bothered_with_more_than_three_questions_a_day(scene: Scene) -> None:
    browser, answers = scene.as_(Role.CLIENT), []
    for number in range(4):
        answers.append(sends(browser, page_of(scene), email=f"{number}@example.org").status_code)
        send_waiting()
    assert (answers, len(mail.outbox)) == ([302, 302, 302, 422], 3)


@pytest.mark.parametrize("wrong", ["", "geen adres", "a@b.be\nBcc: c@d.be"])
def test_what_is_no_address_is_refused(scene: Scene, wrong: str) -> None:
    assert sends(scene.as_(Role.CLIENT), page_of(scene), email=wrong).status_code == 422
    assert not Address.objects.exists()


@pytest.mark.parametrize("path", ["/bericht/abc/", "/bericht/abc/stop/"])
def test_a_link_that_somebody_made_up_does_nothing(confirmed: Scene, path: str) -> None:
    assert Client().post(path).status_code == 200
    assert Address.objects.get().confirmed_at is not None


def test_the_command_sends_what_waits(confirmed: Scene, capsys: pytest.CaptureFixture[str]) -> None:
    ring([confirmed.client.account_id])
    with FAILING:
        assert main(["mail"]) == 1
    assert main(["mail"]) == 0
    assert capsys.readouterr().out == "0 mail(s) sent, 1 waiting.\n1 mail(s) sent, 0 waiting.\n"


def rings(scene: Scene) -> int:
    """How many mails wait for the client."""
    return Mail.objects.filter(account=scene.client.account_id, kind=Kind.RING, sent_at=None).count()


def test_a_document_that_somebody_adds_rings_and_her_own_does_not(confirmed: Scene) -> None:
    world = World(confirmed)
    world.give_all()
    with zeal_ignore(), acting(confirmed.client, TODAY):
        taken = take_in("cv.pdf", "application/pdf", pdf(), LIMITS)
        bring(file=world.file, draft=OwnDraft(OwnKind.CV, "Cv"), taken=taken, by=confirmed.client, key=uuid4())
    assert rings(confirmed) == 0
    added(world, Role.CARE_CASE_MANAGER)
    assert rings(confirmed) == 1


def test_an_appointment_that_is_moved_rings(confirmed: Scene) -> None:
    meets = confirmed.cast[Role.WORK_CASE_MANAGER]
    told = {"at": time(9), "place": "GTB", "meets": meets, "reason": "booked", "made_by": meets}
    Appointment.objects.create(case=confirmed.case, on=date(2026, 5, 20), **told)
    to, heard = When(date(2026, 5, 21), time(10), "GTB"), datetime.combine(date(2026, 5, 1), time(9))
    moving = Moving(to, AppointmentReason.PARTICIPANT_ASKS, consulted=True, told_at=heard)
    assert rings(confirmed) == 0
    move(confirmed.case, moving, referred_on=date(2026, 5, 1), by=meets, key=uuid4())
    assert rings(confirmed) == 1
