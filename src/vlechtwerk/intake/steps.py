"""What comes now on the road to a confirmed start: each step with who does it, whether it is done, and the way to do it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from vlechtwerk.intake.models import Channel, Checklist
from vlechtwerk.intake.queries import Intake
from vlechtwerk.intake.reminding import chosen_channel, chosen_support
from vlechtwerk.intake.words import SUPPORT, WAYS_TO_REMIND
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.dossier import client_knows_of_the_registration
from vlechtwerk.rules.activation.duties.first_meeting import agenda, removal_is_asked_after_mediation
from vlechtwerk.rules.activation.duties.initiation import intake_notice_is_in_order
from vlechtwerk.rules.activation.duties.referral import attendance_is_encouraged, reminder_on
from vlechtwerk.rules.activation.duties.team import both_are_assigned
from vlechtwerk.rules.activation.intake import (
    FIRST_MEETING_PERIOD,
    first_meeting,
    mediation_request,
    refusal_lasts_from,
    removal_for_refusal,
    start_is_confirmed_once,
)
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.trajectories.showing.words import role_label
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.shapes import Action, Why

WORK, FOLLOWER = frozenset({Role.WORK_CASE_MANAGER}), frozenset({Role.PROJECT_FOLLOWER})
ADVISOR = frozenset({Role.TRUSTED_ADVISOR})
DONE, NOW, LATER, NOT_DONE = "done", "now", "later", "not_done"


@dataclass(frozen=True)
class Step:
    """One step: what, who does it, where it stands, by when, why, and what the visitor can do.

    It stands at done, now or later; once the trajectory is over, at done or not done.
    """

    what: str
    roles: frozenset[Role]
    state: str
    why: Why
    note: str = ""
    actions: tuple[Action, ...] = ()

    @property
    def who(self) -> str:
        """Who does it, in words."""
        return ", ".join(role_label(role) for role in sorted(self.roles))


def steps(intake: Intake) -> list[Step]:
    """The steps of a trajectory in their order; the actions are those that the visitor can do now."""
    mine = intake.capacities
    shown = [replace(one, actions=one.actions if one.roles & mine else ()) for one in _steps(intake)]
    if intake.is_over:
        shown = [one if one.state == DONE else replace(one, state=NOT_DONE) for one in shown]
    return [replace(one, actions=()) if one.state != NOW else one for one in shown]


@dataclass(frozen=True)
class WhatNow:
    """What the visitor can do now, the most pressing first; when that is nothing, which step of others it waits for."""

    mine: tuple[Step, ...] = ()
    waits_for: Step | None = None


def what_now(intake: Intake, found: list[Step]) -> WhatNow:
    """What comes now for whoever looks; nothing at all when the start is confirmed and every step is done."""
    to_do = [one for one in found if one.state == NOW]
    mine = tuple(one for one in to_do if one.roles & intake.capacities)
    return WhatNow(mine) if mine else WhatNow(waits_for=next(iter(to_do), None))


def _steps(intake: Intake) -> Iterator[Step]:
    facts = intake.facts
    met = facts.first_meeting_on
    yield Step(
        _("Tell the care partnership of the intake"),
        WORK,
        _state(facts.intake_notified_on, to_do=met is None),
        _why(intake_notice_is_in_order),
        _on(facts.intake_notified_on),
        (_deed(intake, "melden", _("Tell it")),),
    )
    yield Step(
        _("Let a care case manager take part"),
        WORK,
        DONE if intake.has(Role.CARE_CASE_MANAGER) else NOW,
        _why(both_are_assigned),
        "",
        (Action(_("Choose somebody"), reverse("dossier_deed", args=[intake.case.pk, "meewerken"])),),
    )
    yield _informing(intake)
    yield from _reminder(intake)
    yield _meeting(intake)
    yield _agenda(intake)
    yield _answer(intake)
    yield from _after_a_refusal(intake)


def _informing(intake: Intake) -> Step:
    """Before anything is written in the file, the participant hears that data are kept here."""
    told = intake.informed_on
    action = Action(_("Note when it was told"), reverse("informed", args=[intake.case.pk]))
    what = _("Tell the participant that data are kept in this program")
    return Step(
        what, CASE_MANAGERS, _state(told, to_do=True), _why(client_knows_of_the_registration), _on(told), (action,)
    )


def _reminder(intake: Intake) -> Iterator[Step]:
    """Whoever referred encourages the participant to come; once the meeting was held there is nothing to remind of."""
    booked, done = intake.appointment, intake.ticked(Checklist.REMINDER)
    if booked is None or (intake.facts.first_meeting_on and not done):
        return
    reminded = next((one.on for one in done.values()), None)
    channel, wanted = chosen_channel(intake.ticks), reminder_words(intake)
    state = _state(reminded, to_do=intake.found.today < booked.on and channel is not Channel.NONE)
    actions = [_deed(intake, "herinneren", _("Note that you reminded"))]
    if reminded is None:
        actions.append(_deed(intake, "herinnering", _("How does the participant want it?")))
    what = _("Remind the participant of the first appointment")
    yield Step(what, ADVISOR, state, _why(attendance_is_encouraged), _on(reminded) or wanted, tuple(actions))


def reminder_words(intake: Intake) -> str:
    """When and how the participant is reminded, and what helps to come; empty without an appointment."""
    if intake.appointment is None:
        return ""
    channel = chosen_channel(intake.ticks)
    told = [str(WAYS_TO_REMIND[channel])] if channel else []
    if channel is not Channel.NONE:
        told.insert(0, _("best on %(day)s") % {"day": long_date(reminder_on(intake.appointment.on))})
    return ", ".join([*told, *(str(SUPPORT[one]) for one in chosen_support(intake.ticks))])


def _meeting(intake: Intake) -> Step:
    facts, booked = intake.facts, intake.appointment
    actions = [_deed(intake, "afspraak", _("Note how it went"), primary=True)]
    if booked:
        actions.append(_deed(intake, "verplaatsen", _("Move the appointment")))
    term = FIRST_MEETING_PERIOD.after(facts.referred_on) if facts.referred_on else None
    due = _("at the latest on %(day)s") % {"day": long_date(term)} if term else ""
    absent = _("absent on %(day)s") % {"day": long_date(intake.absent_on)} if intake.absent_on else ""
    told = _on(facts.first_meeting_on) or ", ".join(one for one in (absent, due) if one)
    state = _state(facts.first_meeting_on, to_do=True)
    return Step(_("Hold the first meeting"), WORK, state, _why(first_meeting), told, tuple(actions))


def _agenda(intake: Intake) -> Step:
    missing = agenda.missing(set(intake.ticked(Checklist.AGENDA)))
    text = _("Still missing: %(points)s") % {"points": ", ".join(_(agenda.points[one]) for one in missing)}
    met = intake.facts.first_meeting_on
    state = DONE if not missing else NOW if met else LATER
    note = text if met and missing else ""
    action = _deed(intake, "agenda", _("Tick what was gone through"))
    return Step(_("Go through the agenda"), CASE_MANAGERS, state, why(BOOK.rule_of(agenda)), note, (action,))


def _answer(intake: Intake) -> Step:
    facts = intake.facts
    lasting = refusal_lasts_from(facts)
    note = _on(facts.confirmed_on)
    if not note and intake.refused_on and lasting:
        told = {"day": long_date(intake.refused_on), "until": long_date(lasting.on)}
        note = _("refused on %(day)s; encourage the participant, the fifteen days are over on %(until)s") % told
    state = _state(facts.confirmed_on, to_do=facts.first_meeting_on is not None)
    action = _deed(intake, "start", _("Note the answer of the participant"))
    return Step(_("Let the participant confirm the start"), WORK, state, _why(start_is_confirmed_once), note, (action,))


def _after_a_refusal(intake: Intake) -> Iterator[Step]:
    """What follows when the participant keeps refusing; nothing as long as that is not so."""
    facts, today = intake.facts, intake.found.today
    lasting = refusal_lasts_from(facts)
    if facts.confirmed_on or lasting is None or not intake.refused_on:
        return
    asked = intake.ticked(Checklist.REMOVAL)
    record = reverse("record_event", args=[intake.case.pk, "mediation_requested"])
    yield Step(
        _("Ask the trusted advisor and the project follower to mediate"),
        WORK,
        _state(facts.mediation_requested_on, to_do=today >= lasting.on),
        _why(mediation_request),
        _on(facts.mediation_requested_on),
        (Action(_("Note the request"), record),),
    )
    yield Step(
        _("Ask the project follower about the contingent"),
        WORK,
        DONE if asked else NOW if facts.mediation_requested_on else LATER,
        _why(removal_is_asked_after_mediation),
        _on(next((one.on for one in asked.values()), None)),
        (_deed(intake, "vraag", _("Ask the question")),),
    )
    decide = reverse("record_event", args=[intake.case.pk, "stop_decided"])
    yield Step(
        _("Answer the question about the contingent"),
        FOLLOWER,
        _state(facts.ending.on if facts.ending else None, to_do=bool(asked)),
        _why(removal_for_refusal),
        _on(facts.ending.on if facts.ending else None),
        (Action(_("Note the decision"), decide),),
    )


def _state(done: date | None, *, to_do: bool) -> str:
    if done is not None:
        return DONE
    return NOW if to_do else LATER


def _on(day: date | None) -> str:
    return long_date(day) if day else ""


def _deed(intake: Intake, slug: str, label: str, *, primary: bool = False) -> Action:
    return Action(label, reverse("intake_deed", args=[intake.case.pk, slug]), primary=primary)


def _why(asks: Callable[..., object]) -> Why:
    """The rule that asks for a step."""
    return why(BOOK.rule_of(asks))
