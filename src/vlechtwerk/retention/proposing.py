"""Which files can be erased on a day: the term of their class is over, nothing holds them back, and nobody answered yet."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from vlechtwerk.history.models import ENDED, Case
from vlechtwerk.organisations.models import Region
from vlechtwerk.retention.choosing import chosen_on
from vlechtwerk.retention.facts import terms
from vlechtwerk.retention.models import Because, Erasure, Given, HeldFor, Hold, Proposal
from vlechtwerk.retention.reckoning import paper_free_from, trajectory_due_on
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.sharing.models import File

OVER = (ENDED, "cancelled")


@dataclass(frozen=True, slots=True)
class Over:
    """A file of which everything is over: in which region, by which number, and since which day."""

    file_id: UUID
    region: Region
    reference: str
    ended_on: date


def proposals_on(today: date) -> Iterator[tuple[Proposal, str]]:
    """What would be proposed on a day, not stored, each with the reference of its trajectory."""
    waiting = set(_waiting(today))
    held = set(Hold.objects.filter(lifted_on=None).values_list("file_id", flat=True))
    held |= set(File.objects.filter(restricted_on__isnull=False).values_list("pk", flat=True))
    for found in (*_terms_over(today), *_papers_over(today)):
        if found[0].file_id not in waiting | held:
            found[0].made_on = today
            yield found


@transaction.atomic
def propose(today: date) -> int:
    """Store what is to be proposed on a day; return how many. A second run on that day makes nothing new."""
    made = [proposal for proposal, _reference in proposals_on(today)]
    Proposal.objects.bulk_create(made, ignore_conflicts=True)
    return len(made)


def _waiting(today: date) -> Iterator[UUID]:
    """The files about which nothing new is proposed: one is open, confirmed and not carried out, or rejected for now."""
    unanswered = Q(answer=None, erasure=None)
    to_do = Q(answer__given=Given.CONFIRMED, erasure=None)
    put_off = Q(answer__given=Given.REJECTED, answer__again_on__gt=today)
    return Proposal.objects.filter(unanswered | to_do | put_off).values_list("file_id", flat=True).iterator()


def files_over(today: date) -> Iterator[Over]:
    """The files that were not erased and of which every case is over, with the day on which the last one ended."""
    whole = Q(erased_on=None, procedure=ACTIVATION.name)
    other = Case.objects.filter(file=OuterRef("file")).exclude(whole)
    going_on = Case.objects.filter(file=OuterRef("file")).exclude(Q(status__in=OVER) | Q(ends_on__lte=today))
    cases = Case.objects.filter(whole).exclude(Exists(other)).exclude(Exists(going_on)).select_related("region")
    by_file: dict[UUID, list[Case]] = defaultdict(list)
    for case in cases.order_by("pk").iterator():
        by_file[case.file_id].append(case)
    for file_id, found in by_file.items():
        last = max(found, key=lambda one: _ended_on(one, today))
        yield Over(file_id, last.region, last.reference, _ended_on(last, today))


def _ended_on(case: Case, today: date) -> date:
    return case.status_on(today).since or case.status_since


@dataclass(frozen=True, slots=True)
class TermOver:
    """When a trajectory ended, and when its term is over; None where the region did not say what that needs."""

    ended_on: date
    due_on: date | None


def over_on(case: Case, today: date) -> TermOver | None:
    """When the term of a case is over, for the client; None while it goes on."""
    if case.status_on(today).code not in OVER:
        return None
    ended = _ended_on(case, today)
    chosen, _sources = chosen_on(case.region, today)
    return TermOver(ended, trajectory_due_on(ended, _proceedings().get(case.file_id), chosen))


def _proceedings() -> dict[UUID, date]:
    """The day on which the last proceedings about each file ended, as far as a hold for them was lifted."""
    lifted = Hold.objects.filter(lifted_on__isnull=False, held_for=HeldFor.PROCEEDINGS).order_by("lifted_on")
    return {file_id: day for file_id, day in lifted.values_list("file_id", "lifted_on") if day}


def _terms_over(today: date) -> Iterator[tuple[Proposal, str]]:
    """The files of which the term of the trajectory is over."""
    chosen = {one.pk: chosen_on(one, today) for one in Region.objects.all()}
    proceedings = _proceedings()
    for one in files_over(today):
        region, sources = chosen[one.region.pk]
        due = trajectory_due_on(one.ended_on, proceedings.get(one.file_id), region)
        if due is not None and due <= today:
            yield _proposal(one, Because.TERM, due, [terms()["trajectory"].source, *sources]), one.reference


def _papers_over(today: date) -> Iterator[tuple[Proposal, str]]:
    """The files that were erased but for plans on paper, of which that term is over now."""
    later = Erasure.objects.filter(proposal__file=OuterRef("proposal__file"), pk__gt=OuterRef("pk"))
    kept = Erasure.objects.filter(kept__gt=0).exclude(Exists(later))
    cases = {one.file_id: one for one in Case.objects.filter(file__in=kept.values("proposal__file"))}
    for proposal in Proposal.objects.filter(erasure__in=kept).select_related("region"):
        free = paper_free_from(proposal.ended_on)
        if free <= today:
            over = Over(proposal.file_id, proposal.region, cases[proposal.file_id].reference, proposal.ended_on)
            yield _proposal(over, Because.PAPER_PLAN, free, [terms()["paper_plan"].source]), over.reference


def _proposal(one: Over, because: Because, due: date, sources: list[str]) -> Proposal:
    return Proposal(
        file_id=one.file_id, region=one.region, because=because, ended_on=one.ended_on, due_on=due, sources=sources
    )
