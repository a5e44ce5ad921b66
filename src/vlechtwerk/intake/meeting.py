"""The first appointment: telling the care partnership, moving it, how it went, the agenda, the answer, and asking to mediate."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.consent.informing import tell_informed
from vlechtwerk.consent.models import Told
from vlechtwerk.history.actions import record
from vlechtwerk.history.models import Case
from vlechtwerk.intake.judging import check
from vlechtwerk.intake.models import Appointment, AppointmentReason, Checklist, Tick
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.asking import ask
from vlechtwerk.rules.activation.duties import first_meeting, initiation, rescheduling
from vlechtwerk.rules.activation.duties.notices import Content, Notice
from vlechtwerk.rules.activation.duties.rescheduling import Move, MovedFor
from vlechtwerk.rules.activation.terms import Attendance
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.granting import capacities_of
from vlechtwerk.sharing.models import SignalKind
from vlechtwerk.sharing.ringing import ring_client
from vlechtwerk.sharing.signals import handle_signal, open_signals, raise_signal

NOTICE = Notice(
    Role.WORK_CASE_MANAGER,
    frozenset({Role.CARE_PARTNERSHIP_CONTACT}),
    frozenset({Content.TRAJECTORY_NUMBER, Content.APPOINTMENT}),
)
"""What the care partnership is told of an intake: a number and the day of the first appointment (AT-052)."""
COMPLAINTS = "complaints"
ASKED = "asked"


@dataclass(frozen=True, slots=True)
class When:
    """Day, hour and place of an appointment."""

    on: date
    at: time
    place: str


@dataclass(frozen=True, slots=True)
class Moving:
    """The first appointment moves: to when, why, whether the care case manager was asked, and when the participant heard."""

    to: When
    reason: AppointmentReason
    consulted: bool
    told_at: datetime | None

    @property
    def moved_for(self) -> MovedFor:
        """On whose side the reason lies."""
        of_client = {AppointmentReason.PARTICIPANT_ASKS, AppointmentReason.PARTICIPANT_HINDERED}
        return MovedFor.CLIENT if self.reason in of_client else MovedFor.TEAM


@dataclass(frozen=True, slots=True)
class Held:
    """How the first appointment went: who was there, why without the care case manager, or when the next one is.

    With `data_told` the participant was told there that data are kept in this program.
    """

    on: date
    attendance: Attendance
    attended_by: tuple[Role, ...] = ()
    alone_because: str = ""
    following: When | None = None
    data_told: bool = False


@transaction.atomic
def tell_partnership(case: Case, *, on: date, by: Position, key: UUID) -> None:
    """Tell the care partnership that there is an intake. Raises NotAllowed, and what `history.actions.record` raises."""
    check(ask(initiation.intake_notice_is_in_order, NOTICE))
    record(case=case, event=e.IntakeNotified(on), by=by, key=key)
    for signal in open_signals(by, timezone.localdate()).filter(file=case.file_id, kind=SignalKind.NEW_REFERRAL):
        handle_signal(signal.pk, by=by)


@transaction.atomic
def move(case: Case, moving: Moving, *, referred_on: date, by: Position, key: UUID) -> Appointment:
    """Move the first appointment; the same form moves it once. The term of 28 days stays as it is. Raises NotAllowed."""
    if earlier := Appointment.objects.filter(made_by=by, idempotency_key=key).first():
        return earlier
    old = present(case)
    now = timezone.localtime().replace(tzinfo=None)
    new = datetime.combine(moving.to.on, moving.to.at)
    told = Move(referred_on, old.moment, new, now, moving.moved_for, moving.reason)
    asked = check(
        ask(rescheduling.booked_date_may_be_changed, told, Role(by.role), moving.consulted),
        ask(rescheduling.team_moves_within_the_term, told),
        ask(rescheduling.client_is_told_in_advance, told, moving.told_at),
    )
    made = _appointment(case, moving.to, moving.reason, by, key)
    made.told_at = timezone.make_aware(moving.told_at) if moving.told_at else None
    made.save(force_insert=True)
    ring_client(case.file_id)
    note(Verb.APPOINTMENT_MADE, by=by, file_id=case.file_id, rules=asked)
    return made


def present(case: Case) -> Appointment:
    """The appointment that counts, with the case locked. Raises Appointment.DoesNotExist."""
    Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    found = case.appointments.last()
    if found is None:
        raise Appointment.DoesNotExist
    return found


def _appointment(case: Case, to: When, reason: AppointmentReason, by: Position, key: UUID) -> Appointment:
    return Appointment(
        case=case, on=to.on, at=to.at, place=to.place, meets=by, reason=reason, made_by=by, idempotency_key=key
    )


@transaction.atomic
def hold(case: Case, held: Held, *, by: Position, key: UUID) -> None:
    """Complete the first appointment. After an absence a new one is planned at once (AT-074).

    Raises NotAllowed, and what `history.actions.record` raises.
    """
    event = e.FirstMeeting(held.on, held.attendance, held.attended_by)
    if held.attendance is Attendance.PRESENT:
        check(ask(first_meeting.first_meeting_is_held_together, held.attended_by, held.alone_because))
        record(case=case, event=event, by=by, key=key)
        if held.data_told:
            tell_informed(case.file_id, on=held.on, how=Told.IN_A_TALK, by=by)
        return
    valid, following = held.attendance is Attendance.ABSENT_VALID, held.following
    absence = rescheduling.Absence(held.on, valid, following.on if following else None)
    asked = check(ask(rescheduling.absence_is_recorded, absence))
    record(case=case, event=event, by=by, key=key)
    if following and not Appointment.objects.filter(made_by=by, idempotency_key=key).exists():
        _appointment(case, following, AppointmentReason.ABSENCE, by, key).save(force_insert=True)
        ring_client(case.file_id)
        note(Verb.APPOINTMENT_MADE, by=by, file_id=case.file_id, rules=asked)


@transaction.atomic
def tick(case: Case, points: Collection[tuple[Checklist, str]], *, on: date, by: Position) -> None:
    """Note which points were gone through on a day; what was ticked before stays.

    The complaints procedure is told by the work case manager alone (AT-064). Raises NotAllowed.
    """
    present = set(Tick.objects.filter(case=case).values_list("checklist", "point"))
    new = [one for one in dict.fromkeys(points) if one not in present]
    mine = capacities_of(by, case.file_id, timezone.localdate())
    if (Checklist.AGENDA, COMPLAINTS) in new:
        teller = Role.WORK_CASE_MANAGER if Role.WORK_CASE_MANAGER in mine else min(mine)
        check(ask(first_meeting.complaints_procedure_is_explained_by, teller))
    rows = [Tick(case=case, checklist=checklist, point=point, on=on, by=by) for checklist, point in new]
    Tick.objects.bulk_create(rows, ignore_conflicts=True)
    if rows:
        note(Verb.POINTS_TICKED, by=by, file_id=case.file_id, rules=["AT-062", "AT-063"])


@transaction.atomic
def confirm(case: Case, *, on: date, has_assignment: bool, by: Position, key: UUID) -> None:
    """The participant agreed in the first agreements bundle. Raises NotAllowed, and what `history.actions.record` raises."""
    check(ask(first_meeting.first_bundle_holds_the_agreement, has_assignment, on))
    record(case=case, event=e.StartConfirmed(on), by=by, key=key)


@transaction.atomic
def ask_removal(case: Case, *, mediation_requested_on: date | None, on: date, by: Position) -> None:
    """Ask the project follower whether the participant leaves the contingent (AT-071). Twice is once.

    It tells nothing but the question: no reason and no absence, at care or elsewhere (AT-163). Raises NotAllowed.
    """
    speaks = Role.WORK_CASE_MANAGER in capacities_of(by, case.file_id, timezone.localdate())
    asked_by = Role.WORK_CASE_MANAGER if speaks else Role(by.role)
    question = first_meeting.RemovalQuestion(mediation_requested_on, on, asked_by, Role.PROJECT_FOLLOWER)
    asked = check(ask(first_meeting.removal_is_asked_after_mediation, question))
    _row, is_new = Tick.objects.get_or_create(
        case=case, checklist=Checklist.REMOVAL, point=ASKED, defaults={"on": on, "by": by}
    )
    if is_new:
        raise_signal(case.file_id, SignalKind.REMOVAL_ASKED, [Role.PROJECT_FOLLOWER])
        note(Verb.POINTS_TICKED, by=by, file_id=case.file_id, rules=asked)
