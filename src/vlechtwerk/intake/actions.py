"""Keeping a draft, and the referral itself: the file, the case, what VDAB hands over and the first appointment, or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.consent.actions import Place, new_item
from vlechtwerk.consent.informing import tell_informed
from vlechtwerk.consent.models import ItemKind
from vlechtwerk.consent.models import Told as HowTold
from vlechtwerk.consent.sharing import Agreement, Sharing
from vlechtwerk.history.actions import Beginning, open_again
from vlechtwerk.history.models import Case
from vlechtwerk.intake.judging import NotAllowed, Told, about_earlier, asked_about, check
from vlechtwerk.intake.matching import Identity, earlier_of, is_running, known
from vlechtwerk.intake.models import Appointment, AppointmentReason, Draft, Handover, Sheet, SheetKind
from vlechtwerk.organisations.models import Position
from vlechtwerk.people.actions import register
from vlechtwerk.people.models import Person
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.activation.duties.target_group import EarlierTrajectory
from vlechtwerk.rules.activation.events import Referred
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.actions import open_file
from vlechtwerk.sharing.models import Compartment, File, SignalKind
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.sharing.ringing import ring_client
from vlechtwerk.sharing.signals import raise_signal
from vlechtwerk.sharing.storing import store

AUDIENCES = {
    SheetKind.APPROACH: CASE_MANAGERS | {Role.VDAB_MEDIATOR, Role.TRUSTED_ADVISOR},
    SheetKind.CARE: CASE_MANAGERS,
}
"""Who reads each part of what VDAB hands over, besides the mediator who wrote it and the participant."""
CLASSES = {SheetKind.APPROACH: EntryClass.ADMINISTRATIVE, SheetKind.CARE: EntryClass.FUNCTIONING}
ONCE = [EarlierTrajectory(date.min)]
"""What stands for somebody with the same reference who was referred at this very moment."""


class DraftGone(LookupError):
    """The draft is not there (any more) for whoever asks."""


@dataclass(frozen=True, slots=True)
class Referral:
    """A referral that is told completely: who, what the rules look at, with whom the appointment is, and the two sheets."""

    who: Identity
    told: Told
    meets: Position | None
    sheets: Mapping[SheetKind, Mapping[str, Any]]


@transaction.atomic
def begin_draft(*, by: Position, key: UUID, answers: Mapping[str, Any] | None = None) -> Draft:
    """Begin a referral; the same form begins one draft. Only a mediator of VDAB may (AT-031). Call it inside `acting`."""
    draft, is_new = Draft.objects.get_or_create(mediator=by, idempotency_key=key, defaults={"answers": answers or {}})
    if is_new:
        note(Verb.DRAFT_KEPT, by=by)
    return draft


@transaction.atomic
def keep_draft(draft: Draft, answers: Mapping[str, Any], *, by: Position) -> None:
    """Keep what was typed so far, right or wrong. Raises DraftGone when it was completed meanwhile."""
    if not Draft.objects.filter(pk=draft.pk, mediator=by).update(answers=dict(answers), saved_at=timezone.now()):
        raise DraftGone
    note(Verb.DRAFT_KEPT, by=by)


@transaction.atomic
def drop_draft(draft: Draft, *, by: Position) -> None:
    """Throw a draft away. Twice is once."""
    if Draft.objects.filter(pk=draft.pk, mediator=by).delete()[0]:
        note(Verb.DRAFT_REMOVED, by=by)


@transaction.atomic
def refer(draft_id: UUID, referral: Referral, *, by: Position) -> Case:
    """Hand somebody over to the case management team; a draft that was completed already gives the case of then.

    Call it inside `sharing.identity.acting`. Raises NotAllowed with every rule that refuses it, and DraftGone.
    """
    locked = Draft.objects.select_for_update().filter(pk=draft_id, mediator=by).first()
    if done := Handover.objects.filter(draft=draft_id, mediator=by).select_related("case").first():
        return done.case
    if locked is None:
        raise DraftGone
    today, role = timezone.localdate(), Role(by.role)
    asked = check(*asked_about(referral.told, role, today))
    person = known(referral.who)
    exception = "" if person and is_running(person, today) else referral.told.exception
    asked += check(about_earlier(earlier_of(referral.who, today), exception, role))
    file = open_file(person=person or _registered(referral, role), on=today, by=by, meets=referral.meets)
    if referral.told.data_told_on is not None:
        tell_informed(file.pk, on=referral.told.data_told_on, how=HowTold.IN_A_TALK, by=by)
    _write_sheets(file, referral, by)
    begins = Beginning(file, ACTIVATION.name, by.region, [Referred(today)])
    case = open_again(begins, by=by)
    _book(case, referral, by)
    Handover(case=case, mediator=by, draft=draft_id).save(force_insert=True)
    raise_signal(file.pk, SignalKind.NEW_REFERRAL, [Role.WORK_CASE_MANAGER])
    ring_client(file.pk)
    locked.delete()
    note(Verb.REFERRAL_MADE, by=by, file_id=file.pk, rules=[*asked, "AT-049", "AT-050", "AT-079"])
    return case


def _registered(referral: Referral, role: Role) -> Person:
    """The new person. Somebody who was referred at this very moment is told as anybody who was before."""
    who = referral.who
    try:
        with transaction.atomic():
            return register(
                given_name=who.given_name,
                family_name=who.family_name,
                birth_year=who.birth_year,
                mlp_reference=who.reference,
            )
    except IntegrityError:
        check(about_earlier(ONCE, "", role))
        raise


def _write_sheets(file: File, referral: Referral, by: Position) -> None:
    """Store what the mediator wrote, each part for its own readers. Before the referral she may write there (AT-079)."""
    part = Compartment.objects.get(file=file, kind=Kind.ADMINISTRATIVE)
    for kind, answers in referral.sheets.items():
        sharing = Sharing(Role.VDAB_MEDIATOR, CLASSES[kind], "", Agreement(AUDIENCES[kind]))
        item = new_item(Place(part, ItemKind.REFERRAL), sharing, by=by)
        store(item)
        store(Sheet(item=item, compartment=part, author=by, kind=kind, answers=dict(answers)))


def _book(case: Case, referral: Referral, by: Position) -> None:
    booked = referral.told.appointment
    if booked.on is None or booked.at is None or referral.meets is None:
        # The rules about the agreements bundle were asked before, so this does not happen.
        raise NotAllowed
    Appointment(
        case=case,
        on=booked.on,
        at=booked.at,
        place=booked.place,
        meets=referral.meets,
        reason=AppointmentReason.BOOKED,
        made_by=by,
    ).save(force_insert=True)
