"""What is best still done about a report that stands: points of rules that warn and refuse nothing."""

from collections.abc import Callable, Iterator, Mapping

from vlechtwerk.consent.sharing import Asked, ask
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.models import Report
from vlechtwerk.rules.activation.duties import evaluation_duties, internship, outcome
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


WATCHED: Mapping[ReportKind, Callable[[Report, frozenset[Role]], Iterator[Asked]]] = {
    ReportKind.EVALUATION: _evaluation,
    ReportKind.NO_INTERNSHIP: _no_internship,
    ReportKind.FINAL_ADVICE: _final_advice,
}
"""The kinds about which something may be open."""
