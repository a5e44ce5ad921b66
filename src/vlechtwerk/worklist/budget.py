"""The budget of the network coordinator: of each trajectory, and of the whole project of the region."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from vlechtwerk.compensation.instalments import paid_in, project_amount
from vlechtwerk.compensation.words import money
from vlechtwerk.history.models import Case
from vlechtwerk.network.queries import commitments
from vlechtwerk.organisations.models import Position
from vlechtwerk.plans.ceilings import ceiling_on
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.budget import ProjectBudget, TrajectoryBudget, project_budget
from vlechtwerk.rules.activation.duties.payment import NOTHING
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.paging import uncounted_pager
from vlechtwerk.ui.shapes import Cell, Column, Fact

PAGE = 50


@dataclass(frozen=True)
class Budget:
    """The money of the providers as a network coordinator follows it on a day. Look at it inside `sharing.identity.acting`."""

    position: Position
    today: date

    @cached_property
    def committed(self) -> dict[UUID, Decimal]:
        """What is committed in each trajectory, in euro."""
        return commitments(self.position, self.today)

    @cached_property
    def paid(self) -> dict[UUID, Decimal]:
        """What was paid for each trajectory, in euro."""
        return paid_in(self.position.region)

    @cached_property
    def project(self) -> Decimal | None:
        """The budget of the whole project, in euro; None when nobody entered it."""
        return project_amount(self.position.region, self.today)

    @cached_property
    def cases(self) -> list[Case]:
        """The trajectories for which something was committed or paid, the latest number first."""
        ids = {*self.committed, *self.paid}
        return list(Case.objects.filter(region=self.position.region_id, pk__in=ids).order_by("-number"))

    def of(self, case: Case) -> TrajectoryBudget:
        """The budget of one trajectory."""
        return TrajectoryBudget(self.committed.get(case.pk, NOTHING), self.paid.get(case.pk, NOTHING))

    @property
    def totals(self) -> ProjectBudget:
        """What is free and what is committed and not paid yet; without a budget `free` is negative and is not shown."""
        return project_budget(self.project or NOTHING, [self.of(one) for one in self.cases])


def budget_page(budget: Budget, number: int) -> dict[str, Any]:
    """Everything that the page needs; `number` is the page of the list."""
    shown = budget.cases[(number - 1) * PAGE : number * PAGE]
    names = (_("trajectory"), _("committed"), _("paid"), _("still to pay"), _("left of the maximum"))
    return {
        "facts": _facts(budget),
        "columns": [Column(name, numeric=place > 0) for place, name in enumerate(names)],
        "rows": [_row(budget, one) for one in shown],
        "files": [one.file_id for one in shown],
        "pager": uncounted_pager(number, reverse("budget"), more=number * PAGE < len(budget.cases)),
        "has_project": budget.project is not None,
    }


def _facts(budget: Budget) -> list[Fact]:
    rule = why(BOOK.rule_of(project_budget))
    committed = sum(budget.committed.values(), NOTHING)
    paid = sum(budget.paid.values(), NOTHING)
    told = [Fact(_("committed"), money(committed)), Fact(_("paid"), money(paid))]
    told.append(Fact(_("committed and not paid yet"), money(budget.totals.unpaid), rule))
    if budget.project is None:
        return [Fact(_("budget of the whole project"), _("no amount entered")), *told]
    whole = Fact(_("budget of the whole project"), money(budget.project))
    return [whole, *told, Fact(_("free"), money(budget.totals.free), rule)]


def _row(budget: Budget, case: Case) -> tuple[Cell, ...]:
    one, ceiling = budget.of(case), ceiling_on(case.region_id, budget.today)
    left = None if ceiling is None else ceiling - one.committed
    return (
        Cell(case.reference, reverse("compensation_network_line", args=(case.number,)) if case.started_on else ""),
        Cell(money(one.committed)),
        Cell(money(one.paid), tone="late" if one.paid > one.committed else ""),
        Cell(money(one.committed - one.paid)),
        Cell(
            _("no maximum entered") if left is None else money(left),
            tone="late" if left is not None and left < 0 else "",
        ),
    )
