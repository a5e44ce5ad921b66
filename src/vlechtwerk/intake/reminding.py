"""Reminding the participant of the first appointment: how she wants it, what helps her to come, and that it was done (AT-047)."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.doorbell.actions import ring_on
from vlechtwerk.history.models import Case
from vlechtwerk.intake.judging import check
from vlechtwerk.intake.meeting import present
from vlechtwerk.intake.models import Appointment, Channel, Checklist, Support, Tick
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.asking import ask
from vlechtwerk.rules.activation.duties import referral
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement, holds

RULE = "AT-047"
REMINDED = "reminded"
AS_CHOSEN = ":"
"""What stands between a channel and how many were chosen before it, for a point of a list is ticked once."""


def chosen_channel(ticks: Iterable[Tick]) -> Channel | None:
    """How the participant wants to be reminded: the latest choice counts; None before there is one."""
    chosen = [one.point for one in ticks if one.checklist == Checklist.CHANNEL]
    return Channel(chosen[-1].split(AS_CHOSEN)[0]) if chosen else None


def chosen_support(ticks: Iterable[Tick]) -> list[Support]:
    """What helps her to come."""
    return [Support(one.point) for one in ticks if one.checklist == Checklist.SUPPORT]


@transaction.atomic
def agree(case: Case, channel: Channel, support: Collection[Support], *, on: date, by: Position) -> None:
    """Note how the participant wants to be reminded and what helps her to come. Raises Appointment.DoesNotExist."""
    present(case)
    before = list(case.ticks.filter(checklist=Checklist.CHANNEL))
    new = [(Checklist.SUPPORT, one.value) for one in support]
    if chosen_channel(before) is not channel:
        new.append((Checklist.CHANNEL, f"{channel.value}{AS_CHOSEN}{len(before)}"))
    rows = [Tick(case=case, checklist=checklist, point=point, on=on, by=by) for checklist, point in new]
    Tick.objects.bulk_create(rows, ignore_conflicts=True)
    if rows:
        note(Verb.POINTS_TICKED, by=by, file_id=case.file_id, rules=[RULE])


@transaction.atomic
def remind(case: Case, *, on: date, by: Position) -> None:
    """The trusted advisor, who referred, reminded the participant of the first appointment. Twice is once.

    Raises NotAllowed for a reminder that does not come before the appointment, and Appointment.DoesNotExist.
    """
    asked = check(ask(referral.attendance_is_encouraged, (on,), present(case).on))
    told = {"on": on, "by": by}
    _row, is_new = Tick.objects.get_or_create(case=case, checklist=Checklist.REMINDER, point=REMINDED, defaults=told)
    if is_new:
        note(Verb.POINTS_TICKED, by=by, file_id=case.file_id, rules=asked)


@transaction.atomic
def ring_for_appointments() -> None:
    """Let the doorbell ring two working days before each first appointment, once for each appointment.

    It rings for who gave an address and chose no other way to be reminded. A run that was missed is made up for until the
    appointment. The mail says that there is something; the own page tells what.
    """
    today = timezone.localdate()
    for booked in _coming(today):
        if chosen_channel(booked.case.ticks.all()) in (None, Channel.MAIL):
            client = Involvement.objects.filter(holds(today), file=booked.case.file_id, capacity=Role.CLIENT)
            ring_on(client.values_list("position__account_id", flat=True), referral.reminder_on(booked.on))


def _coming(today: date) -> list[Appointment]:
    """The appointments of which the day of the reminder has come: of each trajectory the one that counts."""
    initiated = Appointment.objects.filter(on__gt=today, case__status="initiated")
    booked = initiated.select_related("case").prefetch_related("case__ticks", "case__appointments")
    counting = (one for one in booked if one == list(one.case.appointments.all())[-1])
    return [one for one in counting if referral.reminder_on(one.on) <= today]
