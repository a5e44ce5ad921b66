"""Answering a proposal, and holding a file back from erasure: what the data-protection officer decides."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vlechtwerk.audit.actions import Access, note
from vlechtwerk.audit.models import Purpose, Verb
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.retention.models import Answer, Given, HeldFor, Hold, Proposal
from vlechtwerk.retention.queries import hold_on, proposals_for
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import File
from vlechtwerk.sharing.ringing import ring_client

REVIEWING = Access(purpose=Purpose.REVIEW)


class NotForThisFunction(LookupError):
    """Only the data-protection officer of the region decides, and nobody confirms what was proposed by the own hand."""


class NotPossibleNow(LookupError):
    """Somebody answered already or holds the file back, or there is nothing to lift."""


class NoReason(ValueError):
    """A reason is not told, or a day that has to lie ahead does not."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What an officer decides about a proposal; whoever rejects says why, and from which day it may be proposed again."""

    given: Given
    words: str = ""
    again_on: date | None = None


@transaction.atomic
def answer(*, proposal: Proposal, told: Decision, by: Position, key: UUID) -> Answer:
    """Confirm or reject a proposal. A second call with the same key changes nothing.

    What is confirmed is carried out by `vlechtwerk retention --carry-out`. Raises NotForThisFunction, NotPossibleNow and
    NoReason.
    """
    _lock(proposal.file_id)
    if not proposals_for(by).filter(pk=proposal.pk).exists():
        raise NotForThisFunction
    if earlier := Answer.objects.filter(proposal=proposal, idempotency_key=key).first():
        return earlier
    _check(proposal, told, by)
    rejects = told.given is Given.REJECTED
    again_on = told.again_on if rejects else None
    made = Answer.objects.create(
        proposal=proposal, given=told.given, words=told.words.strip(), again_on=again_on, by=by, idempotency_key=key
    )
    note(
        Verb.ERASURE_REJECTED if rejects else Verb.ERASURE_CONFIRMED, by=by, file_id=proposal.file_id, access=REVIEWING
    )
    return made


def _check(proposal: Proposal, told: Decision, by: Position) -> None:
    """Raise what stands in the way of an answer."""
    if Answer.objects.filter(proposal=proposal).exists() or hold_on(proposal.file_id):
        raise NotPossibleNow
    if told.given is Given.CONFIRMED:
        made_by = proposal.made_by
        if made_by is not None and made_by.account_id == by.account_id:
            raise NotForThisFunction
    elif not told.words.strip() or told.again_on is None or told.again_on <= timezone.localdate():
        raise NoReason


@transaction.atomic
def hold(*, case: Case, held_for: HeldFor, words: str, by: Position, key: UUID) -> Hold:
    """Hold the file of a case back from erasure; the client reads why. A second call with the same key changes nothing.

    Raises NotForThisFunction, NoReason without words, and NotPossibleNow for a file that is held or was erased already.
    """
    _lock(case.file_id)
    if by.role != Role.DATA_PROTECTION_OFFICER or by.region_id != case.region_id:
        raise NotForThisFunction
    if not words.strip():
        raise NoReason
    if earlier := Hold.objects.filter(file=case.file_id, idempotency_key=key).first():
        return earlier
    if hold_on(case.file_id) or case.erased_on:
        raise NotPossibleNow
    made = Hold.objects.create(
        file_id=case.file_id, held_for=held_for, words=words.strip(), set_on=timezone.localdate(), set_by=by, idempotency_key=key
    )  # fmt: skip
    ring_client(case.file_id)
    note(Verb.HOLD_SET, by=by, file_id=case.file_id, access=REVIEWING)
    return made


@transaction.atomic
def lift(*, held: Hold, words: str, by: Position) -> None:
    """Lift a hold, with the reason. Raises as `hold` does, and NotPossibleNow when it was lifted already."""
    if by.role != Role.DATA_PROTECTION_OFFICER or not Case.objects.filter(file=held.file_id, region=by.region_id):
        raise NotForThisFunction
    if not words.strip():
        raise NoReason
    told = {"lifted_on": timezone.localdate(), "lifted_by": by, "lifted_words": words.strip()}
    if not Hold.objects.filter(pk=held.pk, lifted_on=None).update(**told):
        raise NotPossibleNow
    ring_client(held.file_id)
    note(Verb.HOLD_LIFTED, by=by, file_id=held.file_id, access=REVIEWING)


def _lock(file_id: UUID) -> None:
    """Let one decision about a file wait for another."""
    File.objects.select_for_update(no_key=True).get(pk=file_id)
