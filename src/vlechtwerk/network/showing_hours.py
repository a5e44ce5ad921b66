"""What the page with the hours of care by task needs."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from vlechtwerk.arrangements.care_hours import hours_told, last_day
from vlechtwerk.arrangements.models import Arrangement
from vlechtwerk.network.forms_hours import CareHoursForm
from vlechtwerk.network.queries import keeps_network
from vlechtwerk.network.showing import days
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.care_providers import care_tasks, hours_are_told_by_task
from vlechtwerk.ui.environment import number
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.forms import drawn
from vlechtwerk.ui.shapes import Cell, Column


def hours_page(position: Position, form: CareHoursForm, standing: Sequence[Arrangement]) -> dict[str, Any]:
    """The notes that stand, the latest first, and the form."""
    return {
        "columns": [Column(_("period")), Column(_("provider")), Column(_("hours by task"))],
        "rows": [_row(one) for one in standing],
        "rule": why(BOOK.rule_of(hours_are_told_by_task)),
        "keeps": keeps_network(position),
        "has_providers": bool(form.organisations),
        **drawn(form),
    }


def _row(row: Arrangement) -> tuple[Cell, ...]:
    told = hours_told(row)
    words = (f"{_(care_tasks.points[task])}: {number(told[task])}" for task in care_tasks.points if task in told)
    return Cell(days(row.on, last_day(row))), Cell(row.organisation_name), Cell("; ".join(words))
