"""Everything that the templates of the pages need, page by page."""

from dataclasses import replace
from datetime import date
from typing import Any

from vlechtwerk.dossier.queries import page_of, page_open_to
from vlechtwerk.history.models import Event
from vlechtwerk.history.refusals import Refused
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.target_group import doubt_is_discussed_before_the_start
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.emergency import told_about
from vlechtwerk.sharing.models import SignalKind
from vlechtwerk.sharing.showing import emergencies
from vlechtwerk.sharing.signals import is_asked
from vlechtwerk.trajectories.forms import ChoiceForm, CorrectionForm, EventForm, TrialForm
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.trajectories.recording import Outcome
from vlechtwerk.trajectories.showing import summary
from vlechtwerk.trajectories.showing.comparison import compare
from vlechtwerk.trajectories.showing.duties import duties, duties_of_client
from vlechtwerk.trajectories.showing.parts import parts, road_is_open
from vlechtwerk.trajectories.showing.possible import blocked, possible
from vlechtwerk.trajectories.showing.tasks import tasks
from vlechtwerk.trajectories.showing.timeline import moments_since, recorded, struck, timeline
from vlechtwerk.trajectories.showing.words import event_label, told
from vlechtwerk.ui.explain import reasons, why
from vlechtwerk.ui.forms import form_errors, hidden_fields, visible_fields
from vlechtwerk.ui.shapes import Field, Why


def case_page(found: Trajectory, on: date) -> dict[str, Any]:
    """The page of a trajectory for who works on it; on an earlier day there is nothing to do."""
    assessment = found.assessed(on)
    now = possible(found, assessment) if on == found.today else None
    owed = duties(assessment, found.capacities, now.mine if now else {})
    return {
        **_common(found, on),
        "assessment": assessment,
        "summary": summary.summary(found, assessment, next(iter(owed.to_do), None)),
        "dates": summary.duration_and_dates(assessment),
        "ended_because": summary.ended_because(assessment),
        "duties": owed,
        "tasks": tasks(found) if now else (),
        "possible": now,
        "moments": timeline(found, assessment, correctable=now is not None),
        "struck": struck(found, on),
        "compensation": summary.compensation(assessment),
        "people": summary.people(found),
        "confidential_page": page_of(found.opened),
        "parts": parts(found),
        "restricted_on": found.case.file.restricted_on,
        "may_invite": bool(CASE_MANAGERS & found.capacities),
    }


def own_page(found: Trajectory, on: date) -> dict[str, Any]:
    """The page of a trajectory for the client whose trajectory it is."""
    assessment = found.assessed(on)
    mine, of_others = duties_of_client(assessment)
    return {
        **_common(found, on),
        "assessment": assessment,
        "progress": summary.progress(assessment),
        "ended_because": summary.ended_because(assessment),
        "mine": mine,
        "of_others": of_others,
        "team": summary.case_managers(found.involved),
        "dates": summary.dates(assessment),
        "confidential_page": page_open_to(found.own_parts, found.case.file, found.today),
        "moments": timeline(found, assessment, correctable=False),
        "emergencies": emergencies(told_about([found.case.file_id])),
    }


def record_page(found: Trajectory, form: EventForm, outcome: Outcome) -> dict[str, Any]:
    """The form to record an event, with what came of the attempt to do so."""
    changed = moments_since(found, form.cleaned_data["seen"] or 0) if outcome.changed else ()
    drawn = form.seen_now(found.case.version) if outcome.changed else form
    return {
        **_common(found, found.today),
        "what": event_label(form.question.name),
        "doubt": doubted(found) if form.question.name == STARTS else None,
        "changed": changed,
        **_refusal(outcome.refused),
        **_drawn(drawn),
    }


STARTS = "mediation_started"
"""The event before which a doubt is talked about (AT-036)."""


def doubted(found: Trajectory) -> Why | None:
    """Why to wait with the start, while the care case manager doubts and no choice is noted yet; None otherwise."""
    waits = is_asked(found.case.file_id, SignalKind.DOUBT_RAISED)
    return why(BOOK.rule_of(doubt_is_discussed_before_the_start)) if waits else None


def correct_page(found: Trajectory, row: Event, form: CorrectionForm, outcome: Outcome) -> dict[str, Any]:
    """The form to correct an event, with the event as it stands."""
    earlier = form.question.earlier
    return {
        **_common(found, found.today),
        "what": event_label(row.name),
        "on": row.on,
        "told": told(earlier) if earlier else "",
        "recorded": recorded(row),
        **_refusal(outcome.refused),
        **_drawn(form),
    }


def what_if_page(found: Trajectory, choice: ChoiceForm, form: TrialForm | None) -> dict[str, Any]:
    """The choice of an event, its form, and what would be different."""
    context = {
        **_common(found, found.today),
        "choices": visible_fields(choice),
        "event": form.question.name if form else "",
        "what": event_label(form.question.name) if form else "",
        "comparison": None,
        "looking_on": None,
        **(_drawn(form) if form else {"fields": [], "hidden": [], "errors": []}),
    }
    if form is not None and form.is_valid():
        day = form.looking_on
        context |= {"looking_on": day, "comparison": compare(found.assessed(day), found.assessed(day, form.event))}
    return context


def not_yours(found: Trajectory, event: str, against: Reason) -> dict[str, Any]:
    """That the visitor does not record this event, and who does."""
    return {**_common(found, found.today), "what": event_label(event), "reasons": reasons([against])}


def _common(found: Trajectory, on: date) -> dict[str, Any]:
    """What every page about a trajectory shows."""
    return {
        "id": found.case.pk,
        "person": str(found.case.file.person),
        "reference": summary.reference(found.case),
        "on": on,
        "today": found.today,
        "is_past": on < found.today,
        "is_client": Role.CLIENT in found.capacities,
        "road_open": road_is_open(found),
    }


def _drawn(form: EventForm) -> dict[str, Any]:
    fields = [_without_mark(field) for field in form.shown()]
    return {"fields": fields, "hidden": hidden_fields(form), "errors": form_errors(form)}


def _without_mark(field: Field) -> Field:
    """The same field, not marked as one that may be skipped: to tick nobody is an answer, and so is "not told"."""
    return replace(field, required=True) if field.kind in {"checkboxes", "radios", "checkbox"} else field


def _refusal(refused: Refused | None) -> dict[str, Any]:
    """Why the rules refuse: the reasons against the event, and the later events that it would contradict."""
    return {
        "reasons": reasons(refused.reasons) if refused else (),
        "contradicted": blocked(refused.contradicted) if refused else (),
    }
