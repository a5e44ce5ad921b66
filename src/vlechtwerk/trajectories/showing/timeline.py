"""What happened in a trajectory, day by day, and what lies ahead."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vlechtwerk.history.models import Event, Reply
from vlechtwerk.history.replies import may_be_answered
from vlechtwerk.rules import kernel
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.assessment import Assessment, milestone
from vlechtwerk.sharing.policy import Stage
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.trajectories.showing.possible import may_record
from vlechtwerk.trajectories.showing.words import event_label, role_label, told
from vlechtwerk.ui.environment import address, current_language, label, long_date
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.shapes import Action, Moment

AHEAD = (*ACTIVATION.milestones, "automatic_end")
"""What changes by itself, in order."""


def timeline(
    found: Trajectory, assessment: Assessment, *, correctable: bool = False, latest: int | None = None
) -> tuple[Moment, ...]:
    """What happened until the day of the assessment, then what changes by itself, in order of date.

    With `latest` only so many of the last things that happened.
    """
    earlier = {row.pk: row for row in found.rows}
    correcting = _("correct") if correctable else ""
    until = [pair for pair in zip(found.standing, found.events, strict=True) if pair[1].on <= assessment.on]
    shown = until if latest is None else until[max(0, len(until) - latest) :]
    happened = [_moment(found, row, event, earlier, correcting=correcting) for row, event in shown]
    return tuple(sorted([*happened, *_changes(assessment)], key=lambda moment: moment.on))


def struck(found: Trajectory, until: date) -> tuple[Moment, ...]:
    """What was recorded and taken away again as not having happened here, until a day."""
    by_id = {row.pk: row for row in found.rows}
    strikes = (row for row in found.rows if row.corrects_id and row.data is None)
    pairs = ((strike, by_id[strike.corrects_id]) for strike in strikes if strike.corrects_id)
    return tuple(
        Moment(one.on, event_label(one.name), label("correction", strike.correction_reason), note=recorded(strike))
        for strike, one in pairs
        if one.on <= until
    )


def moments_since(found: Trajectory, version: int) -> tuple[Moment, ...]:
    """What was recorded after somebody saw this version of the case."""
    newer = (row for row in found.rows if row.sequence > version)
    return tuple(Moment(row.on, event_label(row.name), note=recorded(row)) for row in newer)


def recorded(row: Event) -> str:
    """Who recorded a row, in which function at which organisation, and when."""
    by = row.recorded_by
    return _recorded(current_language(), localtime(row.recorded_at).date(), by.role, by.organisation.name)


@lru_cache(maxsize=256)
def _recorded(language: str, day: date, role: str, organisation: str) -> str:
    """The words, kept: in one case they are the same again and again. They tell nothing about who the case is about."""
    return _("recorded on %(day)s by the %(role)s of %(organisation)s") % {
        "day": long_date(day),
        "role": role_label(role),
        "organisation": organisation,
    }


def _moment(
    found: Trajectory, row: Event, event: kernel.Event, earlier: Mapping[UUID, Event], *, correcting: str
) -> Moment:
    parts = [told(event, causes=found.hears_causes)]
    if row.corrects_id:
        parts.append(_corrected(row, earlier[row.corrects_id]))
    return Moment(
        on=row.on,
        title=event_label(row.name),
        detail=". ".join(part for part in parts if part),
        note=recorded(row),
        action=Action(correcting, address("correct_event", found.case.pk, row.pk))
        if correcting and may_record(row.name, found.capacities)
        else _reply(found, row),
        beside=tuple(_own_side(reply) for reply in found.replies.get(row.pk, ())),
    )


def _reply(found: Trajectory, row: Event) -> Action | None:
    """The way to the client's own side of something, for the client herself while the file is open."""
    is_open = found.case.file.stage_on(found.today) is Stage.OPEN
    if not found.is_own or not is_open or not may_be_answered(row):
        return None
    return Action(_("your side of the story"), address("reply", found.case.pk, row.pk))


def _own_side(reply: Reply) -> str:
    """The client's own words with their day."""
    day = long_date(localtime(reply.written_at).date())
    return _("The participant says, on %(day)s: %(text)s") % {"day": day, "text": reply.text}


def _corrected(row: Event, before: Event) -> str:
    """That a row took the place of another, and why."""
    text = _("Corrected (%(reason)s); it stood on %(day)s")
    return text % {"reason": label("correction", row.correction_reason), "day": long_date(before.on)}


def _changes(assessment: Assessment) -> list[Moment]:
    """What changed by itself, or will; what comes after the end of the trajectory does not come."""
    over_on = ACTIVATION.over_on(assessment.facts)
    found = ((name, milestone(ACTIVATION, assessment.facts, name)) for name in AHEAD)
    return [
        Moment(
            on=reckoned[1].on,
            title=label("date", name),
            kind="future" if reckoned[1].on > assessment.on else "automatic",
            why=why(*reckoned),
        )
        for name, reckoned in found
        if reckoned and (over_on is None or reckoned[1].on <= over_on)
    ]
