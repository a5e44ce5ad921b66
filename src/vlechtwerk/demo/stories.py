"""Which stories the region holds, and how many days ago each person was referred: about sixty, in every state."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from vlechtwerk.demo import courses
from vlechtwerk.demo.courses import Course, Story
from vlechtwerk.rules.activation.events import AccessBlocked
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.kernel import Event


class Telling(NamedTuple):
    """A story with the numbers of days ago on which somebody was referred; each number is one person."""

    story: Story
    days_ago: Sequence[int]


def _social_economy(day: date) -> Course:
    """Ended with an advice for the social economy; the access still has to be blocked."""
    return courses.finishing(day, Advice.SEC)


def _welfare(day: date) -> Course:
    """Ended with an advice Welfare, the access blocked; VDAB looks every year whether the advice is still right."""
    course = courses.finishing(day, Advice.WELFARE)
    return course.add(AccessBlocked(course.on(489)))


TELLINGS: tuple[Telling, ...] = (
    Telling(courses.met, (1, 5, 9, 24, 38, 51)),
    Telling(courses.met_alone, (30, 46)),
    Telling(courses.absent_first, (13, 33)),
    Telling(courses.never_met, (19, 32)),
    Telling(courses.hesitates, (26, 41)),
    Telling(courses.keeps_refusing, (29, 35, 44, 70)),
    Telling(courses.removed, (40, 90)),
    Telling(courses.plan_late, (71, 80, 93, 130)),
    Telling(courses.planned, (54, 58, 62)),
    Telling(courses.plan_returned, (57, 68)),
    Telling(courses.slow_start, (80, 84, 140)),
    Telling(courses.active, (72, 100, 145, 190, 218, 235, 260, 300, 340, 388, 420, 455, 560, 615)),
    Telling(courses.not_evaluated, (215, 245)),
    Telling(courses.care_stops, (152, 200, 330)),
    Telling(courses.falls_ill, (330, 575, 640, 690)),
    Telling(courses.finishing, (465, 482, 490)),
    Telling(courses.without_internship, (360, 478, 505)),
    Telling(courses.finished, (520,)),
    Telling(_social_economy, (495,)),
    Telling(_welfare, (530, 870)),
    Telling(courses.found_work, (204, 212, 260)),
    Telling(courses.runs_out, (800, 835)),
)
"""Days ago count from the referral to the day on which the region is loaded."""


def histories(today: date) -> list[tuple[Event, ...]]:
    """Everybody's events until and including `today`, in a fixed order."""
    told = (telling.story(today - timedelta(days=days)) for telling in TELLINGS for days in telling.days_ago)
    return [
        tuple(sorted((event for event in course.events if event.on <= today), key=lambda event: event.on))
        for course in told
    ]
