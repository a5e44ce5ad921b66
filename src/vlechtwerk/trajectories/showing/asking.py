"""What the forms ask, from what the trajectory already holds."""

from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from vlechtwerk.history.models import Event
from vlechtwerk.history.stored import happened
from vlechtwerk.rules.activation.events import EVENTS, PlanSigned
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.activation.recorders import reason_against
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.trajectories.forms import FIRST, Question
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.trajectories.showing.duties import SETTLED_BY, TO_DO, covered_by
from vlechtwerk.trajectories.showing.possible import may_record
from vlechtwerk.ui.environment import label, long_date

SIGNED = ACTIVATION.names[PlanSigned]


def question(found: Trajectory, name: str) -> Question:
    """What to ask about something that happened. Raises Http404 for an event that does not exist or began the case."""
    if name not in EVENTS or name == FIRST:
        raise Http404
    return Question(
        name=name,
        began_on=found.began_on,
        today=found.today,
        term=lambda: _term(found, name),
        first_plan=_has_no_plan(found),
    )


def trial(found: Trajectory, name: str) -> Question:
    """What to ask about something that might happen."""
    return Question(
        name=name,
        began_on=found.began_on,
        today=found.today,
        trial=True,
        first_plan=_has_no_plan(found),
    )


def correction(found: Trajectory, row: Event) -> Question:
    """What to ask about something that was recorded wrongly."""
    return Question(name=row.name, began_on=found.began_on, today=found.today, earlier=happened(found.case.rules, row))


def standing_row(found: Trajectory, id: UUID) -> Event:
    """The row to correct. Raises Http404 for one of another case, or one that was corrected already."""
    row = next((row for row in found.standing if row.pk == id), None)
    if row is None:
        raise Http404
    return row


def not_recorder(found: Trajectory, name: str) -> Reason | None:
    """Why the visitor does not record such an event; None when they may."""
    if may_record(name, found.capacities):
        return None
    facts = found.assessed(found.today).facts
    favourable = ACTIVATION.candidates(facts, EVENTS[name], found.today)[0]
    return reason_against(favourable, covered_by(found.capacities))


def _has_no_plan(found: Trajectory) -> bool:
    return not any(row.name == SIGNED for row in found.standing)


def _term(found: Trajectory, name: str) -> str:
    """The first day by which this event settles something owed, in a sentence."""
    assessment = found.assessed(found.today)
    owed = [
        one
        for one in (*assessment.obligations, *assessment.signals)
        if one.state in TO_DO and SETTLED_BY[one.rule.what] == name
    ]
    if not owed:
        return ""
    first = min(owed, key=lambda one: one.by)
    text = _("Owed by %(day)s: %(what)s.")
    return text % {"day": long_date(first.by), "what": label("obligation", first.rule.what)}
