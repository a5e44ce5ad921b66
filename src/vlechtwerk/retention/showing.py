"""What the pages of retention show: references, days, terms and numbers, and never a name or what stands in a file."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vlechtwerk.organisations.models import Position
from vlechtwerk.retention.choosing import AFTER, CLAIMS, settings_on
from vlechtwerk.retention.facts import TRAJECTORY
from vlechtwerk.retention.models import Because, Hold, Proposal
from vlechtwerk.retention.queries import holds_for, items_in, references, to_carry_out, unanswered
from vlechtwerk.retention.words import BECAUSE, HELD_FOR, ITEMS, source_of
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import retention
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.shapes import Cell, Column, Fact

SHOWN = 50
"""How many proposals stand on the page; the others come up as these are answered."""
NOT_NOW = gettext_lazy(
    "This cannot be decided now: somebody answered already, the file is held back, or you proposed it yourself and a "
    "colleague has to confirm it."
)


def list_page(position: Position, today: date) -> tuple[dict[str, Any], list[UUID]]:
    """The proposals, the holds and what the region chose; and the files that stand on the page."""
    waiting, held = list(unanswered(position)), list(holds_for(position))
    shown = waiting[:SHOWN]
    files = [*(one.file_id for one in shown), *(one.file_id for one in held)]
    names = references(files)
    context = {
        "columns": [Column(one) for one in (_("trajectory"), _("why?"), _("ended on"), _("term over on"))],
        "rows": [_row(one, names) for one in shown],
        "waiting": len(waiting),
        "more": len(waiting) - len(shown),
        "confirmed": to_carry_out(position).count(),
        "hold_columns": [Column(one) for one in (_("trajectory"), _("why?"), _("since"))],
        "holds": [_held(one, names) for one in held],
        "chosen": chosen_facts(position, today),
    }
    return context, files


def _row(one: Proposal, names: dict[UUID, str]) -> tuple[Cell, ...]:
    return (
        Cell(names[one.file_id], url=reverse("retention_proposal", args=[one.pk])),
        Cell(str(BECAUSE[one.because])),
        Cell(long_date(one.ended_on)),
        Cell(long_date(one.due_on)),
    )


def _held(one: Hold, names: dict[UUID, str]) -> tuple[Cell, ...]:
    address = reverse("lift_hold", args=[one.pk])
    return Cell(names[one.file_id], url=address), Cell(str(HELD_FOR[one.held_for])), Cell(long_date(one.set_on))


def chosen_facts(position: Position, today: date) -> list[Fact]:
    """What the region says about terms, each with its source; where it says nothing, what follows from that."""
    found = settings_on(position.region, today)
    labels = {
        CLAIMS: (_("nobody can claim anything any more"), _("not decided: nothing is proposed")),
        AFTER: (
            _("kept after that"),
            ngettext("at most %(num)s year", "at most %(num)s years", TRAJECTORY.at_most_years or 0)
            % {"num": TRAJECTORY.at_most_years},
        ),
    }
    return [Fact(name, _chosen(found[key]) if key in found else without) for key, (name, without) in labels.items()]


def _chosen(one: Any) -> str:
    told = ngettext("%(num)s year, from %(day)s (%(source)s)", "%(num)s years, from %(day)s (%(source)s)", one.value)
    return told % {"num": one.value, "day": long_date(one.valid_from), "source": one.source}


def proposal_page(one: Proposal, position: Position) -> dict[str, Any]:
    """One proposal: why, which terms were counted with, and how much would go."""
    rule = BOOK.rule_of(retention.paper_plan_is_kept)
    told = [
        Fact(_("trajectory"), references([one.file_id])[one.file_id]),
        Fact(_("why?"), str(BECAUSE[one.because]), why(rule) if one.because == Because.PAPER_PLAN else None),
        Fact(_("ended on"), long_date(one.ended_on)),
        Fact(_("term over on"), long_date(one.due_on)),
        Fact(_("counted with"), "; ".join(source_of(source) for source in one.sources)),
        Fact(_("what stands in the file"), _counted(items_in(one.file_id).items())),
        Fact(_("stays for now"), _("plans signed on paper, until ten years after the end"), why(rule)),
    ]
    own = one.made_by is not None and one.made_by.account_id == position.account_id
    return {"facts": [fact for fact in told if fact.value], "is_own": own}


def _counted(items: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{number} {ITEMS.get(kind, kind)}" for kind, number in sorted(items))


def hold_page(one: Hold) -> dict[str, Any]:
    """One hold."""
    told = {
        _("trajectory"): references([one.file_id])[one.file_id],
        _("why?"): str(HELD_FOR[one.held_for]),
        _("since"): long_date(one.set_on),
        _("reason in the own words"): one.words,
    }
    return {"facts": [Fact(name, value) for name, value in told.items()]}


def holds_told(holds: Sequence[Hold]) -> list[str]:
    """The holds of a file in the words of the client, the latest first."""
    lasting = _("Since %(day)s your file may not be destroyed, because %(why)s: %(words)s")
    over = _("From %(day)s until %(until)s your file could not be destroyed, because %(why)s. It ended: %(words)s")
    return [
        (over if one.lifted_on else lasting)
        % {
            "day": long_date(one.set_on),
            "until": long_date(one.lifted_on) if one.lifted_on else "",
            "why": HELD_FOR[one.held_for],
            "words": one.lifted_words or one.words,
        }
        for one in holds
    ]
