"""What the visitor may do with a statement now, and what not, with the reason."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from vlechtwerk.compensation.forms import StepForm
from vlechtwerk.compensation.models import State
from vlechtwerk.compensation.queries import Account, deciding_of, making_of
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.statement import (
    Deciding,
    Making,
    statement_is_decided_by_another,
    statement_is_due,
)
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.kernel import Findings, Shortfall
from vlechtwerk.rules.roles import Role
from vlechtwerk.ui.explain import reasons
from vlechtwerk.ui.shapes import Blocked


def possible(account: Account, by: Position, today: date) -> dict[str, Any]:
    """The step that can be taken now; for who does not take steps, none."""
    if by.role != Role.CARE_DEPARTMENT:
        return {"step": "", "may_return": False, "blocked": []}
    if account.state == State.DRAFT:
        return _step(
            StepForm.PREPARE,
            _("prepare the statement"),
            statement_is_due,
            making_of(account.region, account.run, by, today),
        )
    if account.state == State.PREPARED:
        asked = deciding_of(account, by)
        told = _step(StepForm.DECIDE, _("decide that it is paid"), statement_is_decided_by_another, asked)
        return {**told, "may_return": True}
    return {
        "step": StepForm.CLOSE if account.state == State.DECIDED else "",
        "may_return": False,
        "blocked": [],
    }


def _step(act: str, name: str, rule: Callable[[Any], Findings], asked: Making | Deciding) -> dict[str, Any]:
    """A step, or the reason why it cannot be taken now."""
    missing = rule(asked)
    if not missing:
        return {"step": act, "may_return": False, "blocked": []}
    against = reasons([Reason(BOOK.rule_of(rule), Shortfall(missing=missing))])
    return {"step": "", "may_return": False, "blocked": [Blocked(name, against)]}
