"""What the list of trajectories without an internship shows, by number."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from vlechtwerk.compensation import words
from vlechtwerk.compensation.instalments import sees_instalments
from vlechtwerk.compensation.judging import Motivated, motivated
from vlechtwerk.compensation.models import Judgement
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.budget import lack_of_an_internship_is_judged
from vlechtwerk.rules.roles import Role
from vlechtwerk.ui.environment import label, long_date
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.shapes import Cell, Column

SIDES = (Role.NETWORK_COORDINATOR, Role.PROJECT_FOLLOWER)


def motivated_page(position: Position) -> dict[str, Any]:
    """The trajectories of the region of which it was told why there was no internship, with the judgements of both sides."""
    found = motivated(position.region)
    names = (_("trajectory"), _("day of the motivation"), *(label("role", one) for one in SIDES))
    return {
        "columns": [Column(name) for name in names],
        "rows": [_row(one) for one in found],
        "files": [one.case.file_id for one in found],
        "sees_instalments": sees_instalments(position),
        "rule": why(BOOK.rule_of(lack_of_an_internship_is_judged)),
    }


def _row(one: Motivated) -> tuple[Cell, ...]:
    return (
        Cell(one.case.reference, reverse("compensation_internship", args=[one.case.number])),
        Cell(long_date(one.told_on)),
        *(_judgement(one.judgements.get(side)) for side in SIDES),
    )


def _judgement(made: Judgement | None) -> Cell:
    if made is None:
        return Cell(_("nobody judged this yet"), tone="soft")
    return Cell(words.judgement(made), tone="" if made.sufficient else "late")
