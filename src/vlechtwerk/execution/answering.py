"""Reports that wait for an answer, and the form of the answer."""

from typing import Any

from django.utils.translation import gettext as _

from vlechtwerk.execution.forms import About, Reporting
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.models import Report
from vlechtwerk.reports.queries import Reports
from vlechtwerk.reports.words import ANSWERS
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.forms import offer as offer_choices

SHOWN = 80
"""How much of what is answered stands in the choice, in characters."""


def unanswered(reports: Reports, kind: ReportKind, answer: ReportKind) -> list[Report]:
    """The reports of a kind without an answer, the latest first, as far as the visitor may know of both."""
    answered = {one.told.get(ANSWERS) for one in reports.of_kind(answer)}
    return [one for one in reports.of_kind(kind) if str(one.pk) not in answered]


def is_answered(report: Report, about: About, answer: ReportKind) -> bool:
    """Whether a report has its answer."""
    return any(one.told.get(ANSWERS) == str(report.pk) for one in about.reports.of_kind(answer))


def offer(form: Reporting, waiting: list[Report], part: str) -> None:
    """Let a form choose what it answers; when one waits, that one stands chosen. `part` is what tells them apart."""
    offer_choices(form, ANSWERS, {str(one.pk): _line(one, part) for one in waiting})
    if len(waiting) == 1:
        form.initial.setdefault(ANSWERS, str(waiting[0].pk))


def chosen(form: Reporting, waiting: list[Report]) -> Report | None:
    """What a valid form answers."""
    return next((one for one in waiting if str(one.pk) == form.cleaned_data.get(ANSWERS)), None)


def _line(report: Report, part: str) -> Any:
    told = report.told.get(part, "")
    short = told if len(told) <= SHOWN else f"{told[:SHOWN]}..."
    return _("%(day)s: %(told)s") % {"day": long_date(report.happened_on), "told": short}
