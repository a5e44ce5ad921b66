"""What the page of a reconstruction and its report show."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vlechtwerk.reconstruction.forms import ReconstructionForm
from vlechtwerk.reconstruction.queries import Reading, Reconstruction
from vlechtwerk.reconstruction.tables import Table, tables
from vlechtwerk.rules.catalogue import rules_with_id
from vlechtwerk.texts.labels import sentence
from vlechtwerk.trajectories.showing import summary
from vlechtwerk.ui.environment import current_language, label, long_date
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.forms import form_errors, visible_fields
from vlechtwerk.ui.shapes import Cell, Column

ASKED_BY = "AT-132"
"""The rule that asks that the guidance can be reconstructed."""


def choice(form: ReconstructionForm) -> dict[str, Any]:
    """The form with the day and the reading."""
    return {"fields": visible_fields(form), "errors": form_errors(form)}


def page_of(found: Reconstruction) -> dict[str, Any]:
    """Everything on the page below the form."""
    case, parts = found.trajectory.case, () if found.is_empty else tables(found)
    told = {"on": found.on.isoformat(), "reading": found.reading.value}
    return {
        "id": case.pk,
        "person": str(case.file.person),
        "reference": summary.reference(case),
        "on": found.on,
        "reading": reading_text(found),
        "status": "" if found.is_empty else status_text(found),
        "left_out": left_out_text(found),
        "tables": [_drawn(one) for one in parts],
        "is_empty": found.is_empty,
        "report_url": f"{reverse('reconstruction_report', args=[case.pk])}?{urlencode(told)}",
        "asked_by": [why(one) for one in rules_with_id(ASKED_BY)],
    }


def report_of(found: Reconstruction) -> dict[str, Any]:
    """The data of the report: words only, in the order in which they are printed."""
    case = found.trajectory.case
    reference = summary.reference(case)
    return {
        "language": current_language(),
        "title": _("Reconstruction of the trajectory %(reference)s") % {"reference": reference},
        "person": str(case.file.person),
        "facts": [
            [_("participant"), str(case.file.person)],
            [_("state on"), long_date(found.on)],
            [_("what counts"), reading_text(found)],
            [_("status"), status_text(found)],
            [_("made on"), long_date(found.trajectory.today)],
        ],
        "notices": [text for text in (left_out_text(found), not_in_it()) if text],
        "tables": [
            {
                "title": one.title,
                "columns": [sentence(name) for name in one.columns],
                "rows": [list(row) for row in one.rows],
                "empty": one.empty,
            }
            for one in tables(found)
        ],
        "confidential": _("Confidential"),
        "page": _("page"),
        "of": _("of"),
    }


def reading_text(found: Reconstruction) -> str:
    """Which events count, in words."""
    if found.reading is Reading.KNOWN:
        return _("what was known on that day: only what had been recorded by then")
    return _("what had happened by that day, also what was recorded later")


def status_text(found: Reconstruction) -> str:
    """The status on the day, and since when; a dash when nothing was known."""
    if found.is_empty or found.assessment.status.code is None:
        return "–"
    status = found.assessment.status
    told = {"status": sentence(label("status", str(status.code))), "day": long_date(status.since or found.on)}
    return _("%(status)s since %(day)s") % told


def left_out_text(found: Reconstruction) -> str:
    """How much was recorded after the day about that day or an earlier one, and what the reading does with it."""
    number = found.left_out
    if not number:
        return ""
    if found.reading is Reading.KNOWN:
        text = ngettext(
            "%(num)s line about this period was recorded later and does not count here.",
            "%(num)s lines about this period were recorded later and do not count here.",
            number,
        )
    else:
        text = ngettext(
            "%(num)s line about this period was recorded later and counts here: on the day itself it was not known.",
            "%(num)s lines about this period were recorded later and count here: on the day itself they were not known.",
            number,
        )
    return text % {"num": number}


def not_in_it() -> str:
    """What is never part of the report."""
    return _("The notes of the confidential file are not part of this report.")


def _drawn(one: Table) -> dict[str, Any]:
    return {
        "title": one.title,
        "columns": [Column(name) for name in one.columns],
        "rows": [tuple(Cell(text) for text in row) for row in one.rows],
        "empty": one.empty,
    }
