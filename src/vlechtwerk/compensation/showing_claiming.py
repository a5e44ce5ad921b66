"""What the page with the services and the fee of a period shows."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from vlechtwerk.compensation import words
from vlechtwerk.compensation.claiming import FEE, HOURS, SERVICES, Claim, headings, no_fee
from vlechtwerk.compensation.forms_claiming import PeriodForm
from vlechtwerk.compensation.models import What
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.budget import commissioner_statement
from vlechtwerk.rules.activation.duties.care_providers import care_tasks
from vlechtwerk.texts.labels import sentence
from vlechtwerk.ui.environment import long_date, number
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.forms import drawn
from vlechtwerk.ui.shapes import Cell, Column


def claim_page(form: PeriodForm, found: Claim | None) -> dict[str, Any]:
    """The period, its services and its fee, each with the way to take it along."""
    return {
        **drawn(form),
        "parts": [_services(found), _hours(found), _fee(found)] if found else [],
        "rule": why(BOOK.rule_of(commissioner_statement)),
    }


def _services(found: Claim) -> dict[str, Any]:
    rows = [
        (
            Cell(long_date(one.paid_on)),
            Cell(one.case.reference, reverse("compensation_network_line", args=[one.case.number])),
            Cell(sentence(str(words.WHATS[one.what]))),
            Cell(str(one.plan_version)),
            Cell(words.money(one.amount)),
        )
        for one in found.services
    ]
    empty = _("In this period no service was paid.")
    return _part(found, SERVICES, _("Services"), rows) | {"empty": empty, "total": words.money(found.of_services)}


def _hours(found: Claim) -> dict[str, Any]:
    """The hours of care by task. Notes of which the period lies partly outside are told, for they do not count."""
    told = found.hours
    rows = [(Cell(sentence(_(care_tasks.points[task]))), Cell(number(hours))) for task, hours in told.by_task.items()]
    text = _("Notes that lie partly outside this period do not count: %(num)s.")
    partly = text % {"num": told.partly} if told.partly else ""
    part = _part(found, HOURS, _("Hours of care by task"), rows if told.total else [])
    return part | {
        "empty": _("In this period no hours of care were noted."),
        "total": number(told.total),
        "more": partly,
    }


def _fee(found: Claim) -> dict[str, Any]:
    what = sentence(str(words.WHATS[What.COORDINATOR_FEE]))
    rows = [
        (Cell(long_date(one.valid_from)), Cell(what), Cell(one.legal_source), Cell(words.money(one.amount)))
        for one in found.fee
    ]
    empty = sentence(no_fee()) + "."
    return _part(found, FEE, _("Fee of the coordinator"), rows) | {"empty": empty, "total": words.money(found.of_fee)}


def _part(found: Claim, kind: str, title: str, rows: Sequence[tuple[Cell, ...]]) -> dict[str, Any]:
    names = headings(kind)
    days = urlencode({"first": found.first.isoformat(), "last": found.last.isoformat()})
    return {
        "title": title,
        "columns": [Column(name, numeric=name == names[-1]) for name in names],
        "rows": rows,
        "more": "",
        "url": f"{reverse('compensation_claim_export', args=[kind])}?{days}",
    }
