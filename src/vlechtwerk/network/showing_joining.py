"""What the page about partners to add to the network needs."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from vlechtwerk.arrangements.applications import Application, applications_of, decides
from vlechtwerk.network.forms_joining import ANSWERS
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.network import partner_may_be_added
from vlechtwerk.rules.roles import Role
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.forms import ActionForm, drawn
from vlechtwerk.ui.shapes import Cell, Column


def applications_page(position: Position, form: ActionForm | None) -> dict[str, Any]:
    """The applications of the region with what was decided, the latest on top, and the form to make one."""
    names = (_("asked on"), _("partner"), _("offer"), _("motivation"), _("decision"))
    return {
        "columns": [Column(name) for name in names],
        "rows": [_row(one, may_decide=decides(position)) for one in applications_of(position.region)],
        "rule": why(BOOK.rule_of(partner_may_be_added)),
        "may_ask": form is not None,
        "sees_providers": position.role == Role.NETWORK_COORDINATOR,
        **drawn(form),
    }


def _row(one: Application, *, may_decide: bool) -> tuple[Cell, ...]:
    told = one.row.told
    return (
        Cell(long_date(one.row.on)),
        Cell(one.row.organisation_name),
        Cell(told["offer"]),
        Cell(told["motivation"]),
        _decision(one, may_decide=may_decide),
    )


def _decision(one: Application, *, may_decide: bool) -> Cell:
    """What was decided, on which day and why; or that it is submitted, with the way to decide for who does so."""
    if one.decision is None:
        address = reverse("network_decision", args=[one.row.pk]) if may_decide else ""
        return Cell(_("submitted: decide") if may_decide else _("submitted"), address)
    told = {"answer": ANSWERS[one.decision.told["answer"]], "day": long_date(one.decision.on)}
    text = _("%(answer)s on %(day)s") % told
    return Cell(f"{text}: {one.decision.told['reason']}")
