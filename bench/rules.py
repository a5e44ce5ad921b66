"""The rules alone: no database, one process, one core."""

from datetime import date

from bench.measuring import rate
from bench.report import Line
from tests.rules.histories import forty_events
from vlechtwerk.history.judging import History, asked_about, check_day, check_recorder, check_supported
from vlechtwerk.history.projection import owed, project
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.activation.terms import RegionSettings
from vlechtwerk.rules.assessment import assess
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role

LEAST = 2000
SETTINGS = RegionSettings()
WORK = frozenset({Role.WORK_CASE_MANAGER})


def measure(*, seconds: float, rounds: int) -> list[Line]:
    """How many assessments and decisions a second."""
    events = forty_events()
    on = events[-1].on
    before = History(ACTIVATION, events[:-1], SETTINGS)
    assessments = rate(lambda: assess(ACTIVATION, events, on), seconds=seconds, rounds=rounds)
    decisions = rate(lambda: decide(before, events[-1], on), seconds=seconds, rounds=rounds)
    return [
        Line(f"assessments of a {len(events)}-event history", f"{assessments:,.0f} a second", f"at least {LEAST:,}",
             assessments >= LEAST),
        Line(f"decisions about event {len(events)} of a history", f"{decisions:,.0f} a second"),
    ]  # fmt: skip


def decide(before: History, event: Event, today: date) -> object:
    """What recording an event takes without the database: who, when, every gate of the history, and what is stored."""
    check_recorder(before.procedure, event, WORK)
    check_day(event, before, today)
    after = History(before.procedure, (*before.events, event), before.settings)
    check_supported(after)
    facts = after.facts_after(event)
    projection = project(after.procedure, facts, after.last_on)
    return projection, owed(after.procedure, facts), asked_about(after.procedure, event)
