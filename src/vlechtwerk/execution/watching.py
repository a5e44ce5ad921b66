"""What is best still done about a report that stands, and what comes: points of rules that warn and refuse nothing."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from django.utils.translation import gettext as _

from vlechtwerk.execution.answering import is_answered
from vlechtwerk.execution.forms import About
from vlechtwerk.execution.forms_cooperation import considered
from vlechtwerk.reports.following import DUE, FURTHER
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.models import Report
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import (
    advice,
    cooperation,
    evaluation_duties,
    internship,
    mobility,
    outcome,
    work_providers,
)
from vlechtwerk.rules.activation.duties import execution_duties as duties
from vlechtwerk.rules.activation.duties.evaluation_duties import ProviderInput
from vlechtwerk.rules.activation.duties.work_providers import InformationRequest, Situation, WorkAction
from vlechtwerk.rules.activation.terms import Advice, Domain
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.roles import CASE_MANAGERS, PROVIDERS, Role
from vlechtwerk.trajectories.showing.duties import TO_DO
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.shapes import Reason as Shown

ANSWERED_WITH: Mapping[ReportKind, ReportKind] = {
    ReportKind.SITUATION: ReportKind.NEED_OUTCOME,
    ReportKind.INFORMATION_REQUEST: ReportKind.INFORMATION,
    ReportKind.BUS_CARD: ReportKind.CARD_DECISION,
}
"""The kind with which each kind that may wait for an answer is answered."""


def still_to_do(report: Report, about: About) -> tuple[Reason, ...]:
    """Which rules have a point open about a report."""
    look = WATCHED.get(ReportKind(report.kind))
    return tuple(reason for _id, reason in look(report, about) if reason) if look else ()


def waits(report: Report, about: About) -> bool:
    """Whether a report waits for an answer: an extra need, a question, or a request for another bus card."""
    asks = {
        ReportKind.SITUATION: report.told.get("situation") == Situation.NEED,
        ReportKind.INFORMATION_REQUEST: True,
        ReportKind.BUS_CARD: FURTHER in report.told,
    }
    kind = ReportKind(report.kind)
    return asks.get(kind, False) and not is_answered(report, about, ANSWERED_WITH[kind])


def overdue(about: About) -> tuple[Reason, ...]:
    """That the work provider has noted no result of a running internship for a while (AT-184)."""
    facts = about.facts
    if facts.internship_on is None or facts.last_report_on or facts.ending:
        return ()
    notes = [one.happened_on for one in about.reports.standing if one.author.role == Role.WORK_PROVIDER]
    _id, reason = ask(work_providers.results_are_noted_regularly, facts.internship_on, notes, on=about.today)
    return (reason,) if reason else ()


def coming(about: About) -> tuple[Shown, ...]:
    """That the work provider contributes to the interim evaluation that comes (AT-185)."""
    assessment, facts = about.found.assessed(about.today), about.facts
    due = [one for one in assessment.obligations if one.rule.what == "evaluation" and one.state in TO_DO]
    if not due or all(one.capacity != Role.WORK_PROVIDER for one in about.involved):
        return ()
    since = max(facts.evaluations, default=facts.started_on)
    given = [one for one in about.reports.of_kind(ReportKind.EVALUATION_INPUT) if since and one.happened_on > since]
    contributions = [ProviderInput(Role.WORK_PROVIDER, attended=False, delivered_on=one.happened_on) for one in given]
    last = contributions[0] if contributions else None
    if not evaluation_duties.work_provider_contributes(last, due_on=due[0].by):
        return ()
    text = _("The interim evaluation is due on %(day)s. The work provider takes part, or gives input before it.")
    return (
        Shown(text % {"day": long_date(due[0].by)}, why(BOOK.rule_of(evaluation_duties.work_provider_contributes))),
    )


def _evaluation(report: Report, about: About) -> Iterator[Asked]:
    """The appointment stands in the service menu (AT-156), and each provider was there or gave input (AT-157, AT-185)."""
    registered_on = report.happened_on if report.told.get("appointment_on") else None
    yield ask(evaluation_duties.evaluation_has_an_appointment, registered_on)
    there, told = report.told.get("attended_by", "").split(","), report.told.get("input", "")
    before = about.reports.of_kind(ReportKind.EVALUATION_INPUT)
    gave = {one.author.role for one in before if one.happened_on <= report.happened_on}
    inputs = [
        ProviderInput(role, attended=role in there, delivered_on=report.happened_on if told or role in gave else None)
        for role in PROVIDERS
        if role in _involved(about)
    ]
    yield ask(evaluation_duties.providers_join_or_give_input, inputs, held_on=report.happened_on)


def _involved(about: About) -> frozenset[Role]:
    return frozenset(Role(one.capacity) for one in about.involved)


def _action(report: Report, about: About) -> Iterator[Asked]:
    """A work action that has to be registered in the career file was (AT-182)."""
    is_work, registered = report.told.get("domain") == Domain.WORK, report.told.get("mlp_on")
    ended_on = None if report.told.get("outcome") == "running" else report.happened_on
    action = WorkAction(
        is_work and "mlp_needed" in report.told, date.fromisoformat(registered) if registered else None, ended_on
    )
    yield ask(work_providers.work_action_is_registered, action, about.today)


def _no_internship(report: Report, _about: About) -> Iterator[Asked]:
    """Places were sought in several occupations (AT-194)."""
    occupations = frozenset(line.strip() for line in report.told.get("occupations", "").splitlines() if line.strip())
    told = {name: report.told.get(name, "") for name in ("employers", "feedback", "reorientation", "other_actions")}
    motivation = internship.NoInternshipMotivation(Role.WORK_PROVIDER, **told, occupations=occupations)
    yield ask(internship.several_occupations_were_tried, motivation)


def _final_advice(report: Report, about: About) -> Iterator[Asked]:
    """Another way was looked at (AT-006), and the support on which an advice counts was asked of team TOM (AT-213)."""
    asked = bool(about.reports.of_kind(ReportKind.RIGHTS_REQUEST))
    support = {"support_meant": "support_meant" in report.told, "asked_of_team_tom": asked}
    yield ask(advice.support_in_the_regular_circuit_is_asked, **support)
    chosen = frozenset({report.told.get("alternative", "")} - {""})
    yield ask(outcome.alternatives_are_looked_at, Advice(report.told["advice"]), chosen)


def _statute(report: Report, _about: About) -> Iterator[Asked]:
    """The rights and duties were looked at since the statute changed (AT-148)."""
    days = {name: date.fromisoformat(report.told[name]) for name in ("since", "reviewed_on") if name in report.told}
    review = duties.StatuteReview(report.told.get("statute", ""), days.get("since"), days.get("reviewed_on"))
    yield ask(duties.statute_is_watched, review)


def _right_referral(report: Report, _about: About) -> Iterator[Asked]:
    """The outcome of the referral is known (AT-148)."""
    told = report.told
    referral = duties.RightReferral(told["organisation"], report.happened_on, told.get("examined_outcome", ""))
    yield ask(duties.referral_for_a_right_is_followed, referral)


def _end_considered(report: Report, _about: About) -> Iterator[Asked]:
    """When an advice Welfare seems right, the screening is asked and the closing prepared (AT-164)."""
    yield ask(cooperation.welfare_is_considered, considered(report.told))


def _situation(report: Report, about: About) -> Iterator[Asked]:
    """An extra need waits for what both case managers decide (AT-187)."""
    if waits(report, about):
        yield ask(work_providers.extra_need_is_told, CASE_MANAGERS, outcome="")


def _question(report: Report, about: About) -> Iterator[Asked]:
    """A question waits for the work provider, and is late after its day (AT-188)."""
    if waits(report, about):
        request = InformationRequest(date.fromisoformat(report.told[DUE]))
        yield ask(work_providers.information_is_delivered, request, about.today)


def _card(report: Report, about: About) -> Iterator[Asked]:
    """Another bus card waits for the mediator of VDAB (AT-198)."""
    if waits(report, about):
        yield ask(mobility.further_card_is_judged, mobility.FurtherCard(None))


WATCHED: Mapping[ReportKind, Callable[[Report, About], Iterator[Asked]]] = {
    ReportKind.ACTION_REPORT: _action,
    ReportKind.EVALUATION: _evaluation,
    ReportKind.STATUTE: _statute,
    ReportKind.RIGHT_REFERRAL: _right_referral,
    ReportKind.END_CONSIDERED: _end_considered,
    ReportKind.NO_INTERNSHIP: _no_internship,
    ReportKind.FINAL_ADVICE: _final_advice,
    ReportKind.SITUATION: _situation,
    ReportKind.INFORMATION_REQUEST: _question,
    ReportKind.BUS_CARD: _card,
}
"""The kinds about which something may be open."""
