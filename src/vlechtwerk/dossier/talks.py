"""Talks with everybody at the table: the participant with both case managers, and with who receives what is shared."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from uuid import UUID

from vlechtwerk.consent.models import Consent
from vlechtwerk.dossier.models import Note
from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.asking import ask
from vlechtwerk.rules.activation.duties.consent import recipient_joins_the_talk
from vlechtwerk.rules.activation.duties.team import all_three_talk_now_and_then
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.roles import CASE_MANAGERS, Role

RUNNING = "in_progress"
ALL_THREE = (Role.CLIENT, *sorted(CASE_MANAGERS))
Talk = tuple[date, Sequence[Role]]


def three_way_hint(found: Dossier) -> Reason | None:
    """That the participant and both case managers did not talk together for six months (AT-028); for these two only.

    It counts the notes that the visitor may read, and the events of the trajectory.
    """
    started_on = found.case.started_on
    is_running = found.case.status_on(found.today).code == RUNNING
    if started_on is None or not is_running or CASE_MANAGERS.isdisjoint(found.capacities):
        return None
    hint: Reason | None = None
    # What costs nothing is asked first: most trajectories are younger, or have their evaluations.
    for talks in (_none, _recorded, _noted):
        _id, hint = ask(all_three_talk_now_and_then, started_on, list(talks(found)), found.today)
        if hint is None:
            return None
    return hint


def _none(_found: Dossier) -> Iterator[Talk]:
    yield from ()


def _noted(found: Dossier) -> Iterator[Talk]:
    """The last talk of all three that somebody wrote down."""
    notes = Note.objects.visible_to(found.position, found.today).in_file(found.case.file)
    days = notes.filter(attendees__contains=[str(role) for role in ALL_THREE]).values_list("happened_on", flat=True)
    yield from ((day, ALL_THREE) for day in days[:1])


def _recorded(found: Dossier) -> Iterator[Talk]:
    """The meetings that stand in the history."""
    for event in found.events:
        if isinstance(event, e.EvaluationHeld | e.FirstMeeting):
            yield event.on, event.attended_by
        if isinstance(event, e.ThreeWayMeeting):
            yield event.on, ALL_THREE


def without_the_recipients(found: Dossier, consents: Iterable[Consent]) -> dict[UUID, Reason]:
    """Of which consents nobody who receives something was at the talk with the participant (AT-259), by consent.

    The talk is one of the day on which it was discussed, as far as the visitor reads what was noted of it.
    """
    asked = list(consents)
    days = {one.discussed_on for one in asked}
    notes = Note.objects.visible_to(found.position, found.today).in_file(found.case.file).filter(happened_on__in=days)
    there = [(day, frozenset(map(Role, present))) for day, present in notes.values_list("happened_on", "attendees")]
    hints = ((one.pk, _hint(one, [present for day, present in there if day == one.discussed_on])) for one in asked)
    return {pk: hint for pk, hint in hints if hint}


def _hint(consent: Consent, talks: Sequence[frozenset[Role]]) -> Reason | None:
    """What the rule misses, unless somebody who receives it was at one of these talks."""
    answers = [
        ask(recipient_joins_the_talk, present, Role(one))[1]
        for present in (talks or [frozenset[Role]()])
        for one in consent.audience
    ]
    return None if None in answers else next(iter(answers), None)
