"""What is best still done about a report that stands: points of rules that warn and refuse nothing."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from vlechtwerk.consent.sharing import Asked, ask
from vlechtwerk.execution.forms_cooperation import considered
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.models import Report
from vlechtwerk.rules.activation.duties import cooperation, evaluation_duties, internship, outcome
from vlechtwerk.rules.activation.duties import execution_duties as duties
from vlechtwerk.rules.activation.duties.evaluation_duties import ProviderInput
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.roles import Role

PROVIDERS = (Role.WORK_PROVIDER, Role.CARE_PROVIDER)


def still_to_do(report: Report, involved: frozenset[Role]) -> tuple[Reason, ...]:
    """Which rules have a point open about a report; `involved` are the capacities that take part in the file."""
    look = WATCHED.get(ReportKind(report.kind))
    return tuple(reason for _id, reason in look(report, involved) if reason) if look else ()


def _evaluation(report: Report, involved: frozenset[Role]) -> Iterator[Asked]:
    """The appointment stands in the service menu (AT-156), and each provider was there or gave input (AT-157)."""
    registered_on = report.happened_on if report.told.get("appointment_on") else None
    yield ask(evaluation_duties.evaluation_has_an_appointment, registered_on)
    there, given = report.told.get("attended_by", "").split(","), report.told.get("input", "")
    inputs = [
        ProviderInput(role, attended=role in there, delivered_on=report.happened_on if given else None)
        for role in PROVIDERS
        if role in involved
    ]
    yield ask(evaluation_duties.providers_join_or_give_input, inputs, held_on=report.happened_on)


def _no_internship(report: Report, _involved: frozenset[Role]) -> Iterator[Asked]:
    """Places were sought in several occupations (AT-194)."""
    occupations = frozenset(line.strip() for line in report.told.get("occupations", "").splitlines() if line.strip())
    told = {name: report.told.get(name, "") for name in ("employers", "feedback", "reorientation", "other_actions")}
    motivation = internship.NoInternshipMotivation(Role.WORK_PROVIDER, **told, occupations=occupations)
    yield ask(internship.several_occupations_were_tried, motivation)


def _final_advice(report: Report, _involved: frozenset[Role]) -> Iterator[Asked]:
    """When paid work is not possible, another way was looked at (AT-006)."""
    chosen = frozenset({report.told.get("alternative", "")} - {""})
    yield ask(outcome.alternatives_are_looked_at, Advice(report.told["advice"]), chosen)


def _statute(report: Report, _involved: frozenset[Role]) -> Iterator[Asked]:
    """The rights and duties were looked at since the statute changed (AT-148)."""
    days = {name: date.fromisoformat(report.told[name]) for name in ("since", "reviewed_on") if name in report.told}
    review = duties.StatuteReview(report.told.get("statute", ""), days.get("since"), days.get("reviewed_on"))
    yield ask(duties.statute_is_watched, review)


def _right_referral(report: Report, _involved: frozenset[Role]) -> Iterator[Asked]:
    """The outcome of the referral is known (AT-148)."""
    told = report.told
    referral = duties.RightReferral(told["organisation"], report.happened_on, told.get("examined_outcome", ""))
    yield ask(duties.referral_for_a_right_is_followed, referral)


def _end_considered(report: Report, _involved: frozenset[Role]) -> Iterator[Asked]:
    """When an advice Welfare seems right, the screening is asked and the closing prepared (AT-164)."""
    yield ask(cooperation.welfare_is_considered, considered(report.told))


WATCHED: Mapping[ReportKind, Callable[[Report, frozenset[Role]], Iterator[Asked]]] = {
    ReportKind.EVALUATION: _evaluation,
    ReportKind.STATUTE: _statute,
    ReportKind.RIGHT_REFERRAL: _right_referral,
    ReportKind.END_CONSIDERED: _end_considered,
    ReportKind.NO_INTERNSHIP: _no_internship,
    ReportKind.FINAL_ADVICE: _final_advice,
}
"""The kinds about which something may be open."""
