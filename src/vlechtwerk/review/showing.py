"""What the pages of reviewing show: functions, days and codes, and never what stands in a file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vlechtwerk.history.models import Case
from vlechtwerk.organisations.frame import described
from vlechtwerk.organisations.models import Position
from vlechtwerk.review.models import Finding, Outcome, Task, Why
from vlechtwerk.review.queries import cases_of
from vlechtwerk.sharing.models import EmergencyAccess, Involvement
from vlechtwerk.texts.labels import sentence
from vlechtwerk.trajectories.showing.summary import reference
from vlechtwerk.ui.environment import label, long_date
from vlechtwerk.ui.shapes import Cell, Column, Fact

WEIGHTS: Mapping[str, int] = {
    Why.BREAK_GLASS: 100,
    Why.SAME_NAME: 40,
    Why.NO_TASK: 30,
    Why.MANY_FILES: 30,
    Why.MANY_REFUSED: 30,
    Why.SIGN_IN_FAILED: 20,
    Why.UNUSUAL_HOUR: 10,
    Why.SAMPLE: 1,
}
"""What weighs most stands on top; several reasons weigh together."""


@dataclass(frozen=True)
class Named:
    """What the identifiers of tasks stand for."""

    positions: Mapping[UUID, Position]
    cases: Mapping[UUID, Case]
    grants: Mapping[UUID, Involvement]


def named(tasks: Sequence[Task]) -> Named:
    """Look up what the tasks name: three queries, however many there are."""
    positions = Position.objects.select_related("account", "organisation", "region")
    return Named(
        positions=positions.in_bulk([one.position_id for one in tasks if one.position_id]),
        cases=cases_of([one.file_id for one in tasks if one.file_id]),
        grants=Involvement.objects.in_bulk([one.grant_id for one in tasks if one.grant_id]),
    )


def is_waiting(task: Task) -> bool:
    """Whether an explanation was asked for."""
    return any(one.outcome == Outcome.ASKED for one in task.findings.all())


def is_late(task: Task, today: date) -> bool:
    """Whether nobody looked at it in time."""
    return task.due_on < today and not is_waiting(task)


def in_order(tasks: Iterable[Task], today: date) -> list[Task]:
    """What is late first, then what weighs most; what waits for an explanation last."""

    def rank(task: Task) -> tuple[bool, bool, int, date, UUID]:
        weight = sum(WEIGHTS[one] for one in task.reasons)
        return is_waiting(task), not is_late(task, today), -weight, task.due_on, task.pk

    return sorted(tasks, key=rank)


def list_page(tasks: Sequence[Task], total: int, today: date) -> dict[str, Any]:
    """The tasks that are shown of all there are, in their order."""
    names = named(tasks)
    late = sum(is_late(one, today) for one in tasks)
    columns = (_("why?"), _("who"), _("which file"), _("day"), _("to do by"))
    return {
        "columns": [Column(name) for name in columns],
        "rows": [_row(one, names, today) for one in tasks],
        "late": late and ngettext("%(num)s task is late", "%(num)s tasks are late", late) % {"num": late},
        "more": total - len(tasks),
    }


def _row(task: Task, names: Named, today: date) -> tuple[Cell, ...]:
    late = is_late(task, today)
    due = long_date(task.due_on)
    told = _("%(day)s, late") % {"day": due} if late else _("waits for an explanation") if is_waiting(task) else due
    return (
        Cell(_reasons(task), url=reverse("review_task", args=[task.pk])),
        Cell(_who(task, names)),
        Cell(_file(task, names)),
        Cell(long_date(task.day)),
        Cell(told, tone="late" if late else ""),
    )


def task_page(task: Task, today: date) -> dict[str, Any]:
    """One task: who, what part, when, for what and under which involvement; and what came of it so far."""
    names = named([task])
    grant = names.grants.get(task.grant_id) if task.grant_id else None
    told = {
        _("who"): _who(task, names),
        _("which file"): _file(task, names),
        _("part"): sentence(label("part", task.part)) if task.part else "",
        _("first on"): _("%(day)s at %(time)s") % {"day": long_date(task.day), "time": f"{localtime(task.at):%H:%M}"},
        _("how often"): ngettext("%(num)s time", "%(num)s times", task.times) % {"num": task.times},
        _("what for"): sentence(label("purpose", task.purpose)) if task.purpose else "",
        _("access through"): _through(grant) if grant else "",
        _("reason in the own words"): _words(task),
        _("to do by"): long_date(task.due_on),
    }
    return {
        "title": _reasons(task),
        "facts": [Fact(name, value) for name, value in told.items() if value],
        "findings": [_finding(one) for one in task.findings.all()],
        "late": is_late(task, today),
    }


def _reasons(task: Task) -> str:
    return sentence(", ".join(label("review", one) for one in task.reasons))


def _who(task: Task, names: Named) -> str:
    """The reader: name and position; for attempts at the door that there was an account, or none."""
    position = names.positions.get(task.position_id) if task.position_id else None
    if position is not None:
        return f"{position.account.name}, {described(position)}"
    return _("somebody at the door, with a known account") if task.account_id else _("somebody without an account")


def _file(task: Task, names: Named) -> str:
    if task.file_id is None:
        return ngettext("%(num)s line", "%(num)s lines", task.times) % {"num": task.times}
    case = names.cases.get(task.file_id)
    return reference(case) if case else _("a file without a trajectory")


def _through(grant: Involvement) -> str:
    reason = sentence(label("involvement", grant.reason))
    return _("%(reason)s, since %(day)s") % {"reason": reason, "day": long_date(grant.from_on)}


def _words(task: Task) -> str:
    """Why the glass was broken, in the words of who did it."""
    if task.kind != Task.Kind.BREAK_GLASS:
        return ""
    found = EmergencyAccess.objects.filter(involvement=task.grant_id).first()
    return found.words if found else ""


def _finding(one: Finding) -> Fact:
    return Fact(f"{label('finding', one.outcome)}, {long_date(localtime(one.at).date())}", one.words)
