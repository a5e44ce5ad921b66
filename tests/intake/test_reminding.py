"""Reminding the participant of the first appointment: in the way of her choice, once, two working days before."""

from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from tests.intake.test_first_meeting import TOGETHER, do, now, on
from tests.intake.world import MEDIATOR, WORK, World, road
from tests.scene import add_client, signed_in, text_of
from vlechtwerk.doorbell.models import Address
from vlechtwerk.doorbell.sending import send_waiting
from vlechtwerk.history.models import Case
from vlechtwerk.intake.models import Tick
from vlechtwerk.intake.reminding import ring_for_appointments
from vlechtwerk.organisations.models import Position

DAY, BEFORE = "2026-02-17", "2026-02-16"
"""Two working days before the appointment of 19 February 2026, and the day before that."""


def with_address(world: World, case: Case) -> Position:
    """The participant has an own view, and gave an address for the doorbell."""
    client = add_client(world.cast, case)
    Address.objects.create(account=client.account, email="fien@voorbeeld.be", confirmed_at=timezone.now())
    return client


def mails_on(*days: str) -> int:
    """How many mails left when the job ran on these days."""
    for day in days:
        with on(day):
            ring_for_appointments()
            send_waiting()
    return len(mail.outbox)


@pytest.mark.rule("AT-047")
def test_the_participant_chooses_how_and_says_what_helps_to_come(world: World) -> None:
    case = world.refer()
    told = {"channel": "text", "support": ["companion", "way"]}
    assert do(world, case, "herinnering", MEDIATOR, **told).status_code == 302
    words = "best op 17 februari 2026, met een sms, iemand gaat mee, de weg uitleggen"
    assert words in now(world, case, MEDIATOR)
    page = text_of(signed_in(with_address(world, case)).get(f"/mijn/{case.pk}/afspraak/"))
    assert "Herinnering met een sms Hulp om te komen iemand gaat mee" in page


@pytest.mark.rule("AT-047")
def test_the_latest_choice_counts_also_when_it_was_chosen_before(world: World) -> None:
    case = world.refer()
    for channel in ("text", "phone", "text", "text"):
        do(world, case, "herinnering", MEDIATOR, channel=channel)
    assert "met een sms" in now(world, case, MEDIATOR)
    assert Tick.objects.filter(case=case, checklist="channel").count() == 3


@pytest.mark.rule("AT-047")
def test_who_wants_no_reminder_is_not_reminded(world: World) -> None:
    case = world.refer()
    do(world, case, "herinnering", MEDIATOR, channel="none")
    assert "herinneren aan de eerste afspraak" not in now(world, case, MEDIATOR)
    with_address(world, case)
    assert mails_on(DAY) == 0


@pytest.mark.rule("AT-047")
@pytest.mark.parametrize(("day", "mails"), [(BEFORE, 0), (DAY, 1), ("2026-02-18", 1), ("2026-02-19", 0)])
def test_the_mail_leaves_two_working_days_before_or_as_soon_as_it_can_after_that(
    world: World, day: str, mails: int
) -> None:
    with_address(world, world.refer())
    assert mails_on(day) == mails


@pytest.mark.rule("AT-047")
def test_one_mail_leaves_however_often_the_job_runs(world: World) -> None:
    with_address(world, world.refer())
    assert mails_on(DAY, DAY, "2026-02-18") == 1


@pytest.mark.rule("AT-047")
def test_the_mail_says_that_there_is_something_and_nothing_more(world: World) -> None:
    with_address(world, world.refer())
    mails_on(DAY)
    text = f"{mail.outbox[0].subject} {mail.outbox[0].body}"
    assert [word for word in ("afspraak", "19 februari", "10:30", "GTB", "Fien", "VDAB") if word in text] == []


@pytest.mark.rule("AT-047")
@pytest.mark.parametrize(("channel", "mails"), [("mail", 1), ("phone", 0), ("letter", 0)])
def test_no_mail_leaves_when_another_way_was_chosen(world: World, channel: str, mails: int) -> None:
    case = world.refer()
    with_address(world, case)
    do(world, case, "herinnering", MEDIATOR, channel=channel)
    assert mails_on(DAY) == mails


def test_an_appointment_that_was_moved_has_its_own_day_for_the_reminder(world: World) -> None:
    case = world.with_both()
    with_address(world, case)
    moved: dict[str, Any] = {"new_on": "2026-02-25", "new_at": "10:30", "place": "GTB", "reason": "participant_asks"}
    told = {"consulted": "on", "told_on": "2026-02-02", "told_at": "09:00"}
    assert do(world, case, "verplaatsen", WORK, **moved, **told).status_code == 302
    mails_on("2026-02-03")
    mail.outbox.clear()
    assert mails_on(DAY, "2026-02-20") == 0
    assert mails_on("2026-02-23") == 1


def test_after_the_first_meeting_no_mail_reminds(world: World) -> None:
    case = world.with_both()
    with_address(world, case)
    with on(DAY):
        do(world, case, "afspraak", **{**TOGETHER, "on": DAY})
        do(world, case, "start", on=DAY, answer="yes", has_assignment="on")
    mail.outbox.clear()
    assert mails_on(DAY, "2026-02-18") == 0


def test_nobody_else_notes_how_the_participant_is_reminded(world: World) -> None:
    case = world.refer()
    assert world.as_(WORK).get(road(case, "herinnering/")).status_code == 404
