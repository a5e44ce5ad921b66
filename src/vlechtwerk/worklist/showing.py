"""What the home screen shows: lines, views with their numbers and the way through the list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vlechtwerk.rules.activation.milestones import MAXIMUM
from vlechtwerk.rules.calendar import months_and_days
from vlechtwerk.rules.roles import Role
from vlechtwerk.ui.environment import address as page_address
from vlechtwerk.ui.environment import addresses, label
from vlechtwerk.ui.shapes import Pager
from vlechtwerk.worklist.expecting import expecting
from vlechtwerk.worklist.queries import ATTENTION, PAGE, Counts, Desk, Line, View, Wanted

RUNNING = "in_progress"
VIEWS = {
    View.ALL: gettext_lazy("All cases"),
    View.MINE: gettext_lazy("For me to do"),
    View.LATE: gettext_lazy("Late"),
    View.SOON: gettext_lazy("Within 14 days"),
    View.WAITING: gettext_lazy("Waiting for others"),
    View.PLAN_LATE: gettext_lazy("Plan late"),
    View.EVALUATION: gettext_lazy("Evaluation due"),
    View.MAXIMUM: gettext_lazy("Maximum duration comes near"),
    View.EXTENSION: gettext_lazy("Last days to ask an extension"),
    View.CLOSING: gettext_lazy("Closing month"),
    View.SILENT: gettext_lazy("No contact for a while"),
}
"""The names of the parts of the list."""


@dataclass(frozen=True)
class Tab:
    """A view of the list with the number of cases in it; None when that is counted only when it is asked for."""

    code: str
    label: str
    url: str
    number: int | None
    current: bool


@dataclass(frozen=True)
class Row:
    """One case as it stands in the list. `month` is filled while the trajectory is in progress."""

    name: str
    url: str
    status: str
    month: str
    what: str
    more: int
    owner: str
    mine: bool
    due: date | None
    days_left: int
    signals: int

    @property
    def is_late(self) -> bool:
        """Whether what is due first is late."""
        return self.due is not None and self.days_left < 0


def list_page(desk: Desk, wanted: Wanted, lines: Sequence[Line], numbers: Counts) -> dict[str, Any]:
    """Everything the list needs; `lines` holds one more than a page when there is a next one."""
    return {
        "rows": _rows(desk, lines[:PAGE]),
        "tabs": [_tab(view, wanted, numbers) for view in View if view not in ATTENTION],
        "attention": _attention(desk, wanted, numbers),
        "pager": _pager(wanted, lines, numbers),
        "found": found_text(wanted, lines) if wanted.name else "",
        "is_narrowed": wanted.view is not View.ALL or bool(wanted.status or wanted.name),
        "has_cases": any(numbers.whole.values()),
        "nothing": expecting(desk.position.role),
    }


def _rows(desk: Desk, lines: Sequence[Line]) -> list[Row]:
    """The lines in words."""
    found = addresses("trajectory", (line.case_id for line in lines))
    return [row(desk, line, url) for line, url in zip(lines, found, strict=True)]


def row(desk: Desk, line: Line, url: str) -> Row:
    """A line of the list in words."""
    return Row(
        name=line.name,
        url=url,
        status=line.status,
        month=_month(desk, line),
        what=_what(line),
        more=max(line.owed - 1, 0),
        owner=label("role", line.owner) if line.owner else "",
        mine=line.owner in desk.owners,
        due=line.due_on,
        days_left=(line.due_on - desk.today).days if line.due_on else 0,
        signals=line.signals,
    )


def address(**choices: object) -> str:
    """The address of the list with these choices; what is empty is left out."""
    told = urlencode({key: str(value) for key, value in choices.items() if value})
    return "?".join(part for part in (page_address("worklist"), told) if part)


def _what(line: Line) -> str:
    """What is due first; nothing when nothing is."""
    if line.what is None:
        return ""
    text = label("obligation", line.what)
    if not line.number or line.number <= 1:
        return text
    return _("%(what)s (no. %(number)s)") % {"what": text, "number": line.number}


def _month(desk: Desk, line: Line) -> str:
    """In which month of how many a running case is."""
    start, maximum = line.started_on, line.maximum_on
    if start is None or line.status != RUNNING:
        return ""
    full, _days = months_and_days(start, desk.today)
    total = months_and_days(start, maximum)[0] if maximum else MAXIMUM
    return _("%(month)s of %(total)s") % {"month": full + 1, "total": total}


def _attention(desk: Desk, wanted: Wanted, numbers: Counts) -> list[Tab]:
    """Why cases deserve attention: what concerns none of them is left out. A client gets none."""
    if desk.position.role == Role.CLIENT:
        return []
    tabs = [_tab(view, wanted, numbers) for view in ATTENTION]
    return [tab for tab in tabs if tab.current or tab.number is None or tab.number]


def view_label(view: View) -> str:
    """The name of a part of the list."""
    return str(VIEWS[view])


def _tab(view: View, wanted: Wanted, numbers: Counts) -> Tab:
    return Tab(
        code=view.value,
        label=view_label(view),
        url=address(view="" if view is View.ALL else view.value, status=wanted.status),
        number=None if view is View.SILENT else numbers.of(view, wanted.status),
        current=view is wanted.view and not wanted.name,
    )


def _pager(wanted: Wanted, lines: Sequence[Line], numbers: Counts) -> Pager | None:
    """The way through the list; None when everything stands on one page. A search shows its first page only."""
    further = len(lines) > PAGE
    if wanted.name or not (further or wanted.page > 1):
        return None
    first = (wanted.page - 1) * PAGE
    places = {"first": first + 1, "last": first + min(len(lines), PAGE)}
    if wanted.view is View.SILENT:
        text = _("%(first)s to %(last)s") % places
    else:
        total = numbers.of(wanted.view, wanted.status)
        text = _("%(first)s to %(last)s of %(total)s") % {**places, "total": total}
    kept = {"view": "" if wanted.view is View.ALL else wanted.view.value, "status": wanted.status}
    return Pager(
        text,
        previous_url=address(**kept, page=wanted.page - 1 if wanted.page > 2 else "") if wanted.page > 1 else "",
        next_url=address(**kept, page=wanted.page + 1) if further else "",
    )


def found_text(wanted: Wanted, lines: Sequence[Line]) -> str:
    """How many cases a search found."""
    if len(lines) > PAGE:
        return _("More than %(num)s cases found; type more of the name.") % {"num": PAGE}
    return ngettext("%(num)s case found", "%(num)s cases found", len(lines)) % {"num": len(lines)}
