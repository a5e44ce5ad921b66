"""What the pages about the consultations of the network need."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from vlechtwerk.network.meetings import attendance, meetings_of, not_planned, of_work, twice_absent
from vlechtwerk.network.models import Meeting
from vlechtwerk.network.queries import Known, keeps_network
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.work_providers import work_provider_attends_the_network
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.explain import reasons, why
from vlechtwerk.ui.forms import ActionForm, drawn
from vlechtwerk.ui.shapes import Cell, Column, Reason


def meetings_page(position: Position, today: date, form: ActionForm | None) -> dict[str, Any]:
    """The consultations of the region, the latest on top, with who was absent twice in a row."""
    meetings, providers = meetings_of(position.region_id), of_work(position.region_id)
    missing, keeps = not_planned(meetings, today), keeps_network(position)
    names = {one.provider.pk: one.provider.organisation.name for one in providers}
    return {
        "columns": [Column(_("day")), Column(_("place")), Column(_("who was there?"))],
        "rows": [_row(one, names, keeps=keeps) for one in reversed(meetings)],
        "provider_columns": [Column(_("work provider")), Column(_("last consultations"))],
        "provider_rows": [_provider(meetings, one) for one in providers],
        "absent": _absent([names[one.provider.pk] for one in twice_absent(meetings, providers)]),
        "not_planned": reasons([missing])[0] if missing else None,
        "may_keep": keeps,
        **drawn(form),
    }


def _absent(names: Sequence[str]) -> Reason | None:
    """Who was absent twice in a row; None when nobody was."""
    if not names:
        return None
    text = _("Absent twice in a row: %(names)s.") % {"names": ", ".join(names)}
    return Reason(text, why(BOOK.rule_of(work_provider_attends_the_network)))


def _row(one: Meeting, names: dict[Any, str], *, keeps: bool) -> tuple[Cell, ...]:
    address = reverse("network_meeting", args=[one.pk]) if keeps else ""
    there = [names[provider] for provider in one.attended or () if provider in names]
    told = _("planned") if one.attended is None else ", ".join(there) or _("nobody")
    return Cell(long_date(one.on), address), Cell(one.place or "–"), Cell(told)


def _provider(meetings: Sequence[Meeting], one: Known) -> tuple[Cell, ...]:
    there = attendance(meetings, one.provider.pk)[-2:]
    told = ", ".join(_("present") if was else _("absent") for was in there) or _("none was held yet")
    return Cell(one.provider.organisation.name), Cell(told, tone="late" if len(there) == 2 and not any(there) else "")


def next_meeting(region_id: Any, today: date) -> str:
    """The first consultation that is planned from today on, in words; empty when there is none."""
    coming = [one for one in meetings_of(region_id) if one.attended is None and one.on >= today]
    if not coming:
        return ""
    told = {"day": long_date(coming[0].on), "place": coming[0].place}
    return _("%(day)s, %(place)s") % told if coming[0].place else told["day"]
