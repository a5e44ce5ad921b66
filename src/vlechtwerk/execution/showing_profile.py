"""The profile of the participant: four sections, in each of them what was found, the latest first, and what was before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from vlechtwerk.execution.forms import About
from vlechtwerk.execution.goals import goals_by_id
from vlechtwerk.execution.showing import ShownReport, every_page, shown
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.models import Report
from vlechtwerk.reports.words import CHOICES, told_in_words
from vlechtwerk.reports.words_profile import FOR_GOAL
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import execution_duties as duties
from vlechtwerk.texts.labels import sentence
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.shapes import Fact

SECTION = "section"


@dataclass(frozen=True)
class Entry:
    """Something that was found; `is_replaced` when other words came in its place."""

    one: ShownReport
    goal: str = ""
    is_replaced: bool = False


@dataclass(frozen=True)
class Section:
    """One of the four sections, with what stands in it now and what was before."""

    code: str
    title: str
    newest: Entry | None
    before: Sequence[Entry]


def profile_page(about: About) -> dict[str, Any]:
    """The four sections, as far as they are open to the visitor, and the way to add something."""
    written = about.reports.may_write(ReportKind.PROFILE)
    return {
        **every_page(about),
        "sections": _sections(about),
        "add_url": reverse("report_write", args=[about.found.case.pk, ReportKind.PROFILE]) if written else "",
        "profile_why": why(BOOK.rule_of(duties.profile)),
    }


def _sections(about: About) -> list[Section]:
    found = about.reports.ever(ReportKind.PROFILE)
    replaced, goals = {one.replaces_id for one in found}, goals_by_id(about)

    def entry(report: Report) -> Entry:
        goal = goals.get(report.told.get(FOR_GOAL, ""))
        return Entry(_shown(about, report, report.pk in replaced), goal.text if goal else "", report.pk in replaced)

    made = {code: [entry(one) for one in found if one.told[SECTION] == code] for code in CHOICES[SECTION]}
    return [_section(code, entries) for code, entries in made.items()]


def _section(code: str, entries: list[Entry]) -> Section:
    newest = next((one for one in entries if not one.is_replaced), None)
    before = [one for one in entries if one is not newest]
    return Section(code, sentence(str(CHOICES[SECTION][code])), newest, before)


def _shown(about: About, report: Report, is_replaced: bool) -> ShownReport:
    """The report without its section, under which it stands already; an earlier wording is not written again."""
    told = {code: value for code, value in report.told.items() if code != SECTION}
    one = replace(shown(about, report), parts=tuple(Fact(part, value) for part, value in told_in_words(told)))
    text = _("Other words came in the place of these.")
    return replace(one, again_url="", paper_url="", about=f"{one.about} {text}") if is_replaced else one
