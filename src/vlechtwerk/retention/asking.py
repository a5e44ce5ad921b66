"""Asking something about own data, and what the data-protection officer does with it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vlechtwerk.audit.actions import Access, note
from vlechtwerk.audit.models import Purpose, Verb
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.retention.actions import NoReason, NotForThisFunction, NotPossibleNow
from vlechtwerk.retention.asked import Asked, as_asked, requests_for
from vlechtwerk.retention.models import Because, Proposal, Request, Saying, Step
from vlechtwerk.retention.proposing import over_on
from vlechtwerk.retention.request_rows import ANSWERS, Channel, Done, Right
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.models import File, Involvement
from vlechtwerk.sharing.reading import writing_in
from vlechtwerk.sharing.ringing import ring_client

ERASURE = "Regulation (EU) 2016/679 (GDPR), article 17"
"""Where the right to be erased stands."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, in whose words, and on which day it came in."""

    right: Right
    words: str
    asked_on: date


@transaction.atomic
def ask(*, case: Case, told: Question, by: Position, key: UUID) -> Request:
    """Store what a client asks, or what came from her on paper. A second call with the same key changes nothing.

    Call it inside `sharing.identity.acting`. Raises NotForThisFunction for everybody but the client, the case managers and the
    officer of the region; NoReason without words, or with a day in the future.
    """
    channel = _channel(case, by)
    if not told.words.strip() or told.asked_on > timezone.localdate():
        raise NoReason
    if earlier := Request.objects.filter(made_by=by, idempotency_key=key).first():
        return earlier
    made = Request.objects.create(
        file_id=case.file_id, region_id=case.region_id, right=told.right, channel=channel, asked_on=told.asked_on,
        made_by=by, idempotency_key=key,
    )  # fmt: skip
    Saying.objects.create(request=made, author=by, text=told.words.strip())
    note(Verb.RIGHT_ASKED, by=by, file_id=case.file_id, access=_access(case.file_id, by))
    return made


def _channel(case: Case, by: Position) -> Channel:
    """How it comes in when somebody stores it. Raises NotForThisFunction."""
    mine = Involvement.objects.of(by, timezone.localdate()).filter(file=case.file_id)
    capacities = set(mine.values_list("capacity", flat=True))
    if Role.CLIENT in capacities:
        return Channel.OWN_VIEW
    is_officer = by.role == Role.DATA_PROTECTION_OFFICER and by.region_id == case.region_id
    if is_officer or CASE_MANAGERS & capacities:
        return Channel.PAPER
    raise NotForThisFunction


def _access(file_id: UUID, by: Position) -> Access:
    return Access(purpose=Purpose.REVIEW) if by.role == Role.DATA_PROTECTION_OFFICER else writing_in(file_id, by)


@transaction.atomic
def decide(*, request: Request, done: Done, words: str, by: Position, key: UUID) -> Step:
    """Extend the term of a request, answer it, or lift a restriction: with words for the client.

    Call it inside `sharing.identity.acting`. What is granted has its effect at once: a restriction marks the file, and an
    erasure becomes a proposal that a colleague confirms. Raises NotForThisFunction, NoReason without words, and NotPossibleNow.
    """
    File.objects.select_for_update(no_key=True).get(pk=request.file_id)
    found = next(iter(as_asked(requests_for(by).filter(pk=request.pk), with_words=False)), None)
    if found is None:
        raise NotForThisFunction
    if not words.strip():
        raise NoReason
    if earlier := Step.objects.filter(request=request, idempotency_key=key).first():
        return earlier
    if done not in possible(found, timezone.localdate()):
        raise NotPossibleNow
    made = Step.objects.create(request=request, done=done, on=timezone.localdate(), by=by, idempotency_key=key)
    Saying.objects.create(request=request, step=made, author=by, text=words.strip())
    _take_effect(request, done, by)
    ring_client(request.file_id)
    verb = Verb.RIGHT_EXTENDED if done is Done.EXTENDED else Verb.RIGHT_DECIDED
    note(verb, by=by, file_id=request.file_id, access=Access(purpose=Purpose.REVIEW))
    return made


def possible(found: Asked, today: date) -> list[Done]:
    """What can be done with a request on a day.

    The term is extended within the first one. To erase is granted when the trajectory is over.
    """
    if found.answer is not None:
        return [Done.LIFTED] if found.restricts else []
    answers = list(ANSWERS)
    if found.request.right == Right.ERASURE and _over(found.request, today) is None:
        answers = [Done.REFUSED]
    extends = Done.EXTENDED not in found.steps and today <= found.extendable_until
    return [*answers, Done.EXTENDED] if extends else answers


def _over(request: Request, today: date) -> date | None:
    """When the last trajectory of the file ended; None while one goes on, or after an erasure."""
    found = [over_on(case, today) for case in Case.objects.filter(file=request.file_id).select_related("region")]
    ended = [one.ended_on for one in found if one is not None]
    return max(ended) if ended and len(ended) == len(found) else None


def _take_effect(request: Request, done: Done, by: Position) -> None:
    """Let what was decided hold."""
    today = timezone.localdate()
    agreed = done in {Done.GRANTED, Done.PARTLY}
    if request.right == Right.RESTRICTION and (agreed or done is Done.LIFTED):
        File.objects.filter(pk=request.file_id).update(restricted_on=today if agreed else None)
    ended = _over(request, today) if request.right == Right.ERASURE and agreed else None
    if ended is not None and not Proposal.objects.filter(file=request.file_id, answer=None, erasure=None).exists():
        told = {"because": Because.REQUEST, "ended_on": ended, "due_on": today, "made_on": today, "sources": [ERASURE]}
        Proposal.objects.create(file_id=request.file_id, region_id=request.region_id, made_by=by, **told)
