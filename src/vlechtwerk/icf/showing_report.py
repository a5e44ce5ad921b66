"""What the templates need to read a profile: in plain words, on two days side by side, and as a report."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from vlechtwerk.icf.forms import DaysForm
from vlechtwerk.icf.models import Category, Finding
from vlechtwerk.icf.queries import Profile
from vlechtwerk.icf.scale import COMPONENTS, PLAIN, QUALIFIERS, SOURCES
from vlechtwerk.icf.showing import ShownFinding, every_page, explanations, shown_finding
from vlechtwerk.ui.environment import label, long_date
from vlechtwerk.ui.forms import form_errors, visible_fields
from vlechtwerk.ui.shapes import Cell, Column

NOTHING = "–"


@dataclass(frozen=True)
class PlainFinding:
    """A category in plain words for the client, with the address where she puts her own view beside it."""

    title: str
    explanation: str
    says: str
    finding: ShownFinding


def summary_page(profile: Profile) -> dict[str, Any]:
    """The profile in plain words: the categories in which something stands, by component."""
    categories = profile.loaded.categories if profile.loaded else ()
    shown = [(one.component, _plain(profile, one)) for one in categories if one.code in profile.by_code]
    by_component = ((str(name), [one for letter, one in shown if letter == code]) for code, name in COMPONENTS.items())
    told = [one for one in by_component if one[1]]
    return {**every_page(profile), "groups": told, "explanations": explanations(profile)}


def _plain(profile: Profile, category: Category) -> PlainFinding:
    finding = profile.by_code[category.code][0]
    says = str(PLAIN[finding.qualifier])
    return PlainFinding(category.title, category.explanation, says, shown_finding(profile, finding))


def comparison_page(profile: Profile, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The profile on two days: at the start and today, unless other days are asked."""
    days = [one.found_on for one in profile.findings]
    first, second = min(days, default=profile.found.today), profile.found.today
    form = DaysForm(asked if {"first", "second"} & set(asked) else None, initial={"first": first, "second": second})
    if form.is_valid():
        first, second = sorted((form.cleaned_data["first"], form.cleaned_data["second"]))
    rows, changed = _compared(profile, first, second)
    return {
        **every_page(profile),
        "fields": visible_fields(form),
        "errors": form_errors(form) if form.is_bound else [],
        "columns": [
            Column(_("category")),
            Column(long_date(first)),
            Column(long_date(second)),
            Column(_("what changed")),
        ],
        "rows": rows,
        "changed": changed,
        "first": first,
        "second": second,
    }


def _compared(profile: Profile, first: date, second: date) -> tuple[list[list[Cell]], int]:
    """A line for each category with what stood in it on both days, and how many lines differ."""
    before, after = profile.latest_on(first), profile.latest_on(second)
    rows, changed = [], 0
    for one in profile.loaded.categories if profile.loaded else ():
        was, became = before.get(one.code), after.get(one.code)
        differs = _value(was) != _value(became)
        changed += differs
        told = _difference(was, became) if differs else ""
        rows.append([Cell(str(one)), Cell(_value(was)), Cell(_value(became)), Cell(told or NOTHING)])
    return rows, changed


def _value(finding: Finding | None) -> str:
    return f"{finding.qualifier} – {QUALIFIERS[finding.qualifier]}" if finding else NOTHING


def _difference(was: Finding | None, became: Finding | None) -> str:
    """What changed between two values; better and worse are told of the generic scale only, where less is better."""
    if was is None or became is None:
        return _("filled in")
    if was.qualifier in "01234" and became.qualifier in "01234":
        return _("less of a problem") if became.qualifier < was.qualifier else _("more of a problem")
    return _("another value")


def report_page(profile: Profile) -> dict[str, Any]:
    """The report: each category with value, source, side and day (AT-146), and what was not carried out (AT-240)."""
    return {
        **every_page(profile),
        "made_on": profile.found.today,
        "columns": [
            Column(_("category")),
            Column(_("value")),
            Column(_("remark")),
            Column(_("where it comes from")),
            Column(_("day")),
        ],
        "rows": [_reported(profile, one) for one in (profile.loaded.categories if profile.loaded else ())],
        "explanations": explanations(profile),
    }


def _reported(profile: Profile, category: Category) -> list[Cell]:
    found = profile.by_code.get(category.code)
    if not found:
        return [Cell(str(category)), *(Cell(NOTHING) for _number in range(4))]
    latest = found[0]
    source = f"{SOURCES[latest.source]}, {label('domain', latest.domain)}"
    url = reverse("dossier_item", args=[profile.found.case.pk, latest.item_id])
    return [
        Cell(str(category)),
        Cell(_value(latest), url=url),
        Cell(latest.remark or NOTHING),
        Cell(source),
        Cell(long_date(latest.found_on)),
    ]
