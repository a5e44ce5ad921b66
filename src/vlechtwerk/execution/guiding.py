"""What the templates of the guided pages need: extension, early stop and closing."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vlechtwerk.execution.forms import About
from vlechtwerk.execution.showing import every_page, shown
from vlechtwerk.execution.steps import RECORD, Step, steps
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.rules.activation import closing
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import advice, stop_duties
from vlechtwerk.rules.activation.duties.advice import ASKED_FIRST
from vlechtwerk.rules.activation.events import MediationAdviceRegistered
from vlechtwerk.rules.activation.extension import (
    asked_before_the_maximum,
    asked_months_fit,
    extension_window_closes,
    internship_exception_points,
    interrupted_long_enough,
)
from vlechtwerk.rules.activation.facts import Interruption
from vlechtwerk.rules.activation.milestones import LONGEST_EXTENSION, MINIMUM, maximum_reached
from vlechtwerk.rules.activation.recorders import rule_of
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.assessment import Assessment
from vlechtwerk.rules.calendar import months_after
from vlechtwerk.sharing.policy import Kind, Verb
from vlechtwerk.trajectories.showing.duties import TO_DO
from vlechtwerk.trajectories.showing.possible import may_record
from vlechtwerk.ui.environment import label, long_date
from vlechtwerk.ui.explain import reasons, why
from vlechtwerk.ui.shapes import Fact, Reason, Why

EXTENSION = (ReportKind.EXTENSION_NOTE, ReportKind.EXTENSION_DECISION)
STOP = (ReportKind.STOP_NOTE, ReportKind.STOP_DECISION)

WAITS_FOR = {
    "report": "final_report_registered",
    "advice": "final_advice_registered",
    "access": "access_blocked",
}
"""The steps that are offered only when their event is possible."""


def asked_of(about: About, kinds: tuple[ReportKind, ReportKind], *, waits: bool) -> ReportKind | None:
    """Which form the visitor fills in now: the request, the decision when one `waits` for it, or none.

    When the trajectory is over there is nothing to ask any more; nor while a request waits.
    """
    request, decision = kinds
    if about.reports.may_write(decision):
        return decision if waits else None
    facts = about.facts
    pending = facts.extension_asked_on if request is ReportKind.EXTENSION_NOTE else facts.stop_requested_on
    is_over = facts.ending is not None or facts.final_advice_on is not None
    return request if about.reports.may_write(request) and not is_over and pending is None else None


def against(assessment: Assessment, event: str) -> tuple[Reason, ...]:
    """Why an event is not possible now; nothing when it is."""
    refusals = (one for one in assessment.blocked if one.event == event)
    return tuple(reason for one in refusals for reason in reasons(one.reasons))


def extension_page(about: About) -> dict[str, Any]:
    """Where an extension stands: what is possible, what was asked, and what was decided."""
    assessment = about.found.assessed(about.today)
    pending = about.facts.extension_asked_on
    return {
        **every_page(about),
        "facts": _extension_facts(about),
        "interruptions": _interruptions(about),
        "notes": [shown(about, one) for one in about.reports.of_kind(*EXTENSION)],
        "pending": pending,
        "impossible": () if pending else against(assessment, "extension_requested"),
        "form_kind": asked_of(about, EXTENSION, waits=pending is not None),
    }


def _extension_facts(about: About) -> list[Fact]:
    facts = about.facts
    last, maximum = extension_window_closes(facts), maximum_reached(facts)
    left = LONGEST_EXTENSION - facts.extension_months
    exception = not internship_exception_points(facts)
    found = [
        Fact(
            _("can still be added"),
            ngettext("%(num)s month", "%(num)s months", left) % {"num": left},
            why(BOOK.rule_of(asked_months_fit)),
        ),
        Fact(
            _("exception for an internship that started in time"),
            _("yes") if exception else _("no"),
            why(BOOK.rule_of(internship_exception_points)),
        ),
    ]
    if last and maximum:
        found.insert(
            0, Fact(_("last day to ask it"), long_date(last.on), why(BOOK.rule_of(asked_before_the_maximum), last))
        )
        found.insert(1, Fact(_("maximum duration now"), long_date(maximum.on)))
    return found


def _interruptions(about: About) -> dict[str, Any]:
    """The interruptions that count, one by one, with the rule."""
    rows = [_interruption(one, causes=about.found.hears_causes) for one in about.facts.interruptions]
    return {"rows": rows, "why": why(BOOK.rule_of(interrupted_long_enough))}


def _interruption(one: Interruption, *, causes: bool) -> str:
    days = _("%(first)s to %(last)s") % {"first": long_date(one.on), "last": long_date(one.until)}
    return f"{days}: {label('interruption', one.reason.value)}" if causes else days


def stop_page(about: About) -> dict[str, Any]:
    """Where an early stop stands: how to choose, what was asked, and what was decided."""
    assessment = about.found.assessed(about.today)
    pending = about.facts.stop_requested_on if about.facts.ending is None else None
    notes = about.reports.of_kind(*STOP)
    return {
        **every_page(about),
        "choice": _choice(about),
        "choice_why": why(BOOK.rule_of(stop_duties.closing_choice)),
        "notes": [shown(about, one) for one in notes],
        "not_consulted": _not_consulted(about),
        "ends": () if about.facts.final_advice_on else (_end_of_a_stop(about),),
        "pending": pending,
        "impossible": () if pending else against(assessment, "stop_requested"),
        "form_kind": asked_of(about, STOP, waits="stop_decided" in assessment.allowed),
        "may_view": about.reports.may_write(ReportKind.STOP_VIEW),
    }


def _end_of_a_stop(about: About) -> Fact:
    """On which day a stopped trajectory ended or would end, and why that day (docs/decisions/0029)."""
    ending, asked_on = about.facts.ending, about.facts.stop_requested_on
    day = ending.on if ending else asked_on
    told = (
        _("The handbook tells that a stopped trajectory is closed by itself after VDAB's request, and names no day."),
        _(
            "Here it ends on the day on which the work case manager asked the stop: from then on nothing is carried out."
        ),
        _("It is closed once the project follower decided. Without a request the day of the decision counts."),
        _("The three months for the compensation are counted until that same day."),
    )
    norm = replace(why(BOOK.rule_of(closing.stop_ends_the_trajectory)), steps=told)
    return Fact(
        _("last day of the trajectory"), long_date(day) if day else _("the day on which the stop is asked"), norm
    )


def _choice(about: About) -> list[Fact]:
    """The questions that help to choose between an advice and a stop, answered as far as the history does."""
    facts, today = about.facts, about.today
    maximum = maximum_reached(facts)
    carried_out = facts.last_report_on is not None or (maximum is not None and maximum.on <= today)
    three_months = facts.started_on is not None and months_after(facts.started_on, MINIMUM) <= today
    known = {"carried_out": carried_out, "three_months": three_months}
    points = stop_duties.closing_choice.points
    words = {True: _("yes"), False: _("no"), None: _("that is for both of you to judge")}
    return [Fact(_(text), words[known.get(code)]) for code, text in points.items()]


def _not_consulted(about: About) -> tuple[Reason, ...]:
    """Who was best consulted before the stop that waits and was not (AT-234); a warning and no refusal."""
    waiting = about.reports.of_kind(ReportKind.STOP_NOTE)
    if not waiting or about.facts.ending is not None:
        return ()
    told = waiting[0].told
    rule = BOOK.rule_of(stop_duties.partners_are_consulted_on_the_stop)
    days = {"network_coordinator": "coordinator_on", "providers": "providers_on"}
    missing = [_(rule.points[code]) for code, part in days.items() if not told.get(part)]
    if not missing:
        return ()
    return (Reason(_("Best still done: %(what)s.") % {"what": ", ".join(missing)}, why(rule)),)


@dataclass(frozen=True)
class ShownStep:
    """A step of the closing in words. `url` is where the visitor does it, empty when it is done or for somebody else."""

    code: str
    what: str
    owner: str
    done_on: date | None
    why: Why
    missing: str
    url: str


def closing_page(about: About) -> dict[str, Any]:
    """What is done and what is still missing before the trajectory is closed."""
    assessment, found = about.found.assessed(about.today), steps(about)
    done = [one for one in found if one.done_on]
    return {
        **every_page(about),
        "steps": [_shown(about, one) for one in found],
        "progress": _("%(done)s of %(all)s steps are done.") % {"done": len(done), "all": len(found)},
        "not_yet": against(assessment, "final_advice_registered"),
        "routes": _routes(),
        "routes_why": why(BOOK.rule_of(advice.vdab_is_asked_first)),
        "requests": [shown(about, one) for one in about.reports.of_kind(ReportKind.ADVICE_REQUEST)],
        "reviews": _reviews(assessment),
    }


def _shown(about: About, step: Step) -> ShownStep:
    return ShownStep(
        code=step.code,
        what=str(step.what),
        owner=label("role", step.owner),
        done_on=step.done_on,
        why=why(step.rule),
        missing=", ".join(_(step.rule.points[code]) for code in step.missing),
        url="" if step.done_on else _address(about, step),
    )


def _address(about: About, step: Step) -> str:
    """The page on which the visitor does a step; none when it is not theirs to do, or when other steps come first."""
    page, what = step.opens
    case = about.found.case.pk
    allowed = about.found.assessed(about.today).allowed
    if step.code in WAITS_FOR and WAITS_FOR[step.code] not in allowed:
        return ""
    if step.code == "feedback" and about.facts.final_advice is None:
        return ""
    if page == RECORD:
        return reverse(page, args=[case, what]) if may_record(what, about.found.capacities) else ""
    if page == "report_write":
        return reverse(page, args=[case, what]) if about.reports.may_write(ReportKind(what)) else ""
    writes_icf = any(part.kind == Kind.ICF for part in about.reports.parts(Verb.WRITE))
    return reverse(page, args=[case]) if writes_icf else ""


def _routes() -> list[tuple[str, str, str]]:
    """For each of the four advices who is asked first, and who registers the mediation advice."""
    return [(label("advice", one), *_route(one)) for one in Advice]


def _route(meant: Advice) -> tuple[str, str]:
    asked, registers = ASKED_FIRST.get(meant), _registered_by(meant)
    return (label("role", asked) if asked else _("nobody")), ", ".join(label("role", one) for one in registers)


def _registered_by(meant: Advice) -> tuple[str, ...]:
    """The capacities that register a mediation advice with this outcome; the day does not matter."""
    return tuple(rule_of(MediationAdviceRegistered(date.min, meant)).points)


def _reviews(assessment: Assessment) -> list[Fact]:
    """When an advice Welfare is looked at again."""
    both = (*assessment.obligations, *assessment.signals)
    due = [one for one in both if one.rule.what == "welfare_review" and one.state in TO_DO]
    return [Fact(label("obligation", "welfare_review"), long_date(one.by), why(one.rule, one.due.by)) for one in due]
