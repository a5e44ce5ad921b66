"""Requests about own data as they stand on a day: what was done, until when an answer is due, and the words of both."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from vlechtwerk.organisations.models import Position
from vlechtwerk.retention.models import Request, Saying, Step
from vlechtwerk.retention.reckoning import answer_due_on
from vlechtwerk.retention.request_rows import ANSWERS, Done, Right
from vlechtwerk.rules.roles import Role


@dataclass(frozen=True, slots=True)
class Asked:
    """A request with what was done with it. `words` are those of the request (None) and of its steps, as far as they are open."""

    request: Request
    steps: Mapping[Done, Step]
    words: Mapping[UUID | None, str]

    @property
    def answer(self) -> Step | None:
        """The answer, when there is one."""
        return next((self.steps[one] for one in ANSWERS if one in self.steps), None)

    @property
    def due_on(self) -> date:
        """The last day for an answer."""
        return answer_due_on(self.request.asked_on, extended=Done.EXTENDED in self.steps)

    @property
    def extendable_until(self) -> date:
        """The last day on which the term can be extended: that of the first term (GDPR, 12(3))."""
        return answer_due_on(self.request.asked_on, extended=False)

    def is_late(self, today: date) -> bool:
        """Whether it should have been answered already."""
        return self.answer is None and self.due_on < today

    @property
    def restricts(self) -> bool:
        """Whether it restricts the use of the file now."""
        granted = self.steps.keys() & {Done.GRANTED, Done.PARTLY}
        return self.request.right == Right.RESTRICTION and bool(granted) and Done.LIFTED not in self.steps


def requests_for(position: Position) -> QuerySet[Request]:
    """The requests of the region of a data-protection officer; none for everybody else."""
    if position.role != Role.DATA_PROTECTION_OFFICER:
        return Request.objects.none()
    return Request.objects.filter(region=position.region_id)


def as_asked(requests: QuerySet[Request], *, with_words: bool) -> list[Asked]:
    """The requests with what was done with them, the oldest first. With the words only inside `sharing.identity.acting`."""
    found = list(
        requests.prefetch_related(Prefetch("steps", Step.objects.select_related("by"))).order_by("asked_on", "pk")
    )
    words = _words([one.pk for one in found]) if with_words else {}
    return [Asked(one, {Done(step.done): step for step in one.steps.all()}, words.get(one.pk, {})) for one in found]


def _words(requests: Iterable[UUID]) -> Mapping[UUID, Mapping[UUID | None, str]]:
    words: dict[UUID, dict[UUID | None, str]] = defaultdict(dict)
    for one in Saying.objects.filter(request__in=requests):
        words[one.request_id][one.step_id] = one.text
    return words


def waiting_for(position: Position) -> list[Asked]:
    """What waits for an answer of the officers of a region, and what restricts a file now; what is due first on top."""
    found = as_asked(requests_for(position), with_words=False)
    waiting = [one for one in found if one.answer is None or one.restricts]
    return sorted(waiting, key=lambda one: (one.restricts, one.due_on, one.request.pk))
