"""What was explained to the client: the log on her own page (AT-255)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.models import Report
from vlechtwerk.reports.words import CHOICES
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.consent import TOPICS, explanation_is_logged, not_explained_yet
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.ui.explain import why


@dataclass(frozen=True, slots=True)
class Explained:
    """One talk in which something was explained: when, by whom, what, and what was still unclear."""

    on: date
    by: str
    topics: tuple[str, ...]
    still_unclear: str


def explained_page(found: Trajectory) -> dict[str, Any]:
    """Everything that was explained, the latest first, and what was not yet. Call it inside `sharing.identity.acting`."""
    visible = Report.objects.visible_to(found.position, found.today).in_file(found.case.file)
    rows = list(visible.filter(kind=ReportKind.EXPLAINED).select_related("author__account", "author__organisation"))
    return {
        "id": found.case.pk,
        "today": found.today,
        "talks": [_shown(one) for one in rows],
        "missing": [_topic(code) for code in not_explained_yet(_codes(one) for one in rows)],
        "why": why(BOOK.rule_of(explanation_is_logged)),
    }


def _shown(row: Report) -> Explained:
    by = f"{row.author.account.name}, {row.author.organisation.name}"
    topics = tuple(_topic(code) for code in TOPICS if code in _codes(row))
    return Explained(row.happened_on, by, topics, row.told.get("still_unclear", ""))


def _codes(row: Report) -> list[str]:
    return str(row.told.get("explained", "")).split(",")


def _topic(code: str) -> str:
    return str(CHOICES["explained"][code])
