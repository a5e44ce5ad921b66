"""The trajectories from which all data are made: the courses of the fictional region, begun on many days."""

from collections.abc import Iterator
from datetime import date, timedelta

from vlechtwerk.demo.cast import Cast
from vlechtwerk.demo.load import new_case
from vlechtwerk.demo.people import fictional_person
from vlechtwerk.demo.stories import TELLINGS
from vlechtwerk.history.loading import NewCase
from vlechtwerk.rules.kernel import Event

TOLD = tuple((telling.story, days) for telling in TELLINGS for days in telling.days_ago)
"""Each course with the number of days ago on which somebody of the fictional region began it."""
OTHER_DAYS = 14
"""The same course began on so many days in a row."""
FIRST_NUMBER = 1000
"""People of the region with a lower number may have an account of their own."""


def history(number: int, today: date) -> tuple[Event, ...]:
    """What happened until today in the trajectory with a number."""
    story, days = TOLD[number % len(TOLD)]
    course = story(today - timedelta(days=days + number // len(TOLD) % OTHER_DAYS))
    return tuple(sorted((event for event in course.events if event.on <= today), key=lambda event: event.on))


def trajectory(cast: Cast, number: int, events: tuple[Event, ...]) -> NewCase:
    """The trajectory with a number as a new case, with everybody's part in the file."""
    return new_case(cast, FIRST_NUMBER + number, fictional_person(FIRST_NUMBER + number), events)


def trajectories(cast: Cast, count: int, today: date) -> Iterator[NewCase]:
    """So many trajectories."""
    return (trajectory(cast, number, history(number, today)) for number in range(count))
