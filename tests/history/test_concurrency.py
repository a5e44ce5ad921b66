"""Two people record at the same moment: the second one is judged by what the first one left."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import connection

from tests.cast import Cast
from tests.rules.histories import FIRST_MEETING, IN_PROGRESS, REFERRED
from vlechtwerk.history import actions
from vlechtwerk.history.models import Case
from vlechtwerk.history.queries import assessment_of, differing_cases, effective_events
from vlechtwerk.history.refusals import Refused
from vlechtwerk.people.actions import register
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import StopManner
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.actions import open_file
from vlechtwerk.sharing.models import File

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*attempts: Callable[[], object]) -> list[str]:
    """Make all attempts at the same moment, each with a connection of its own; tell which were stored."""
    gate = Barrier(len(attempts))

    def attempt(work: Callable[[], object]) -> str:
        gate.wait()
        try:
            work()
        except Refused:
            return "refused"
        finally:
            connection.close()
        return "stored"

    with ThreadPoolExecutor(len(attempts)) as pool:
        return sorted(pool.map(attempt, attempts))


def recording(cast: Cast, case: Case, event: Event, key: UUID | None = None) -> Callable[[], object]:
    """An attempt to record an event."""
    return lambda: actions.record(case=case, event=event, by=cast.recorder_of(event), key=key or uuid4())


def test_of_two_first_meetings_exactly_one_is_stored(cast: Cast) -> None:
    for number in range(5):
        case = cast.open(name=f"Voorbeeld {number}")
        tries = [recording(cast, case, FIRST_MEETING) for _ in range(2)]
        assert at_once(*tries) == ["refused", "stored"]
        assert len(effective_events(case)) == 2


def test_of_two_events_that_exclude_each_other_exactly_one_is_stored(cast: Cast) -> None:
    case = cast.open(IN_PROGRESS)
    removed = e.StopDecided(date(2026, 6, 1), StopManner.CONTINGENT_REMOVAL)
    warned = e.CoordinatorWarned(date(2026, 6, 2))
    assert at_once(recording(cast, case, removed), recording(cast, case, warned)) == ["refused", "stored"]
    assert assessment_of(case, date(2028, 6, 1)).refused == ()
    assert list(differing_cases()) == []


def test_one_form_sent_twice_at_once_records_once(cast: Cast) -> None:
    case, key = cast.open(), uuid4()
    assert at_once(*[recording(cast, case, FIRST_MEETING, key) for _ in range(3)]) == ["stored"] * 3
    assert case.events.count() == 2


def test_of_two_referrals_of_one_person_exactly_one_opens_a_case(cast: Cast) -> None:
    person, mediator = register(given_name="Fien", family_name="Voorbeeld"), cast[Role.VDAB_MEDIATOR]
    files = [open_file(person=person, on=date(2026, 2, 2), by=mediator) for _ in range(2)]

    def opening(file: File) -> Callable[[], object]:
        return lambda: actions.open_case(
            file=file, procedure="activation", region=cast.region, events=[REFERRED], by=mediator
        )

    assert at_once(*map(opening, files)) == ["refused", "stored"]
    assert Case.objects.count() == 1
