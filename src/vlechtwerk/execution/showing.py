"""What the templates of reports need: the form, the reports that stand, and what may be written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.dossier.queries import page_open_to
from vlechtwerk.dossier.sharing_forms import SHARING
from vlechtwerk.dossier.showing import common
from vlechtwerk.execution.catalogue import FORMS, AnyForm, is_offered
from vlechtwerk.execution.forms import About
from vlechtwerk.execution.forms_cooperation import attendance
from vlechtwerk.execution.submitting import Outcome
from vlechtwerk.execution.watching import ANSWERED_WITH, coming, overdue, still_to_do, waits
from vlechtwerk.reports.following import DUE
from vlechtwerk.reports.kinds import PLANS, ReportKind
from vlechtwerk.reports.models import Report
from vlechtwerk.reports.words import CHOICES, TITLES, title, told_in_words
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import mobility
from vlechtwerk.sharing.policy import Kind, Verb
from vlechtwerk.trajectories.showing.summary import reference
from vlechtwerk.ui.environment import current_language, long_date
from vlechtwerk.ui.explain import reasons, why
from vlechtwerk.ui.forms import drawn, visible_fields
from vlechtwerk.ui.shapes import Action, Fact, Field, Reason

WAITING: Mapping[ReportKind, Promise] = {
    ReportKind.SITUATION: gettext_lazy("This waits for what both case managers decide."),
    ReportKind.INFORMATION_REQUEST: gettext_lazy("This waits for the work provider, until %(day)s."),
    ReportKind.BUS_CARD: gettext_lazy("This waits for the mediator of VDAB."),
}


@dataclass(frozen=True)
class ShownReport:
    """A report in words, with the addresses of who sees it, of the copy on paper and of writing it again."""

    id: UUID
    title: str
    on: date
    parts: tuple[Fact, ...]
    about: str
    item_url: str = ""
    paper_url: str = ""
    again_url: str = ""
    open_points: tuple[Reason, ...] = ()
    waiting: str = ""
    answer_url: str = ""


def every_page(about: About) -> dict[str, Any]:
    """What every page shows: whose trajectory it is, and whether there is a way to the confidential file."""
    found = about.found
    return {
        **common(about.reports),
        "reference": reference(found.case),
        "today": found.today,
        "is_client": found.is_own,
        "confidential_page": page_open_to(found.own_parts, found.case.file, found.today),
    }


def shown(about: About, report: Report) -> ShownReport:
    """One report; who wrote it can write it again, as long as that is done with it alone."""
    case, author = about.found.case.pk, report.author
    written = {
        "day": long_date(localtime(report.written_at).date()),
        "author": f"{author.account.name}, {author.organisation.name}",
    }
    waiting = waits(report, about)
    answer = ANSWERED_WITH[ReportKind(report.kind)] if waiting else None
    behind_walls = PLANS[ReportKind(report.kind)].part is not Kind.ADMINISTRATIVE
    is_own = author.pk == about.found.position.pk and about.reports.may_write(ReportKind(report.kind))
    again = reverse("report_write", args=[case, report.kind]) if is_own and report.kind in FORMS else ""
    return ShownReport(
        id=report.pk,
        title=title(report.kind),
        on=report.happened_on,
        parts=tuple(Fact(part, value) for part, value in told_in_words(report.told)),
        about=_("Written on %(day)s by %(author)s.") % written,
        item_url=reverse("dossier_item", args=[case, report.item_id]) if behind_walls else "",
        paper_url=_paper_of(case, report),
        again_url=f"{again}?replaces={report.pk}" if again else "",
        waiting=_waits_for(report) if waiting else "",
        answer_url=reverse("report_write", args=[case, answer]) if answer and about.reports.may_write(answer) else "",
        open_points=() if about.found.is_own else reasons(still_to_do(report, about)),
    )


def _paper_of(case: UUID, report: Report) -> str:
    """Where a report is found on paper: each one of the confidential file, and of the notes the form for a bus card."""
    behind_walls = PLANS[ReportKind(report.kind)].part is not Kind.ADMINISTRATIVE
    if not behind_walls and report.kind != ReportKind.BUS_CARD:
        return ""
    return reverse("report_paper" if behind_walls else "note_paper", args=[case, report.item_id])


def _waits_for(report: Report) -> str:
    """For whom a report waits, and until when where that was told."""
    told = WAITING[ReportKind(report.kind)]
    day = report.told.get(DUE)
    return str(told) % {"day": long_date(date.fromisoformat(day))} if day else str(told)


def reports_page(about: About) -> dict[str, Any]:
    """Every report that the visitor may read, and what can be written."""
    return {
        **every_page(about),
        "reports": [shown(about, one) for one in about.reports.standing],
        "efforts": _efforts(about),
        "coming": () if about.found.is_own else (*reasons(overdue(about)), *coming(about)),
    }


def notes_page(about: About) -> dict[str, Any]:
    """The shared notes that the visitor may read, what she writes, and where VDAB tells about travel costs."""
    administrative = [kind for kind in FORMS if PLANS[kind].part is Kind.ADMINISTRATIVE]
    return {
        **every_page(about),
        "notes": [shown(about, one) for one in about.reports.standing],
        "writing": writing(about, administrative),
        "mobility_page": settings.MOBILITY_PAGE,
        "mobility_why": why(BOOK.rule_of(mobility.train_ticket_is_for_applying)),
    }


def _efforts(about: About) -> list[Fact]:
    """How often the participant was there and carried out assignments, for each side; never a score (AT-160)."""
    noted = about.reports.of_kind(ReportKind.EFFORT)
    told = {_("side of work"): attendance(noted, care=False), _("side of care"): attendance(noted, care=True)}
    words = {
        side: ", ".join(f"{CHOICES['effort'][one]}: {count}" for one, count in of.items()) for side, of in told.items()
    }
    return [Fact(side, text) for side, text in words.items() if text]


def writing(about: About, kinds: Iterable[ReportKind] = tuple(FORMS)) -> list[Action]:
    """A way to the form of each kind that the visitor writes."""
    mine = (kind for kind in kinds if is_offered(kind, about))
    return [Action(str(TITLES[kind]), reverse("report_write", args=[about.found.case.pk, kind])) for kind in mine]


def write_page(about: About, form: AnyForm, outcome: Outcome) -> dict[str, Any]:
    """The form of a report, with why it was refused."""
    return {
        **every_page(about),
        "title": title(form.kind),
        "hint": form.hint,
        "is_again": about.earlier is not None,
        "may_read": bool(about.reports.parts(Verb.READ)),
        **drawn_with(form, outcome),
        **_beforehand(form),
    }


def _beforehand(form: AnyForm) -> dict[str, Any]:
    """Why it cannot be, told already when the form is opened."""
    against = [] if form.is_bound else [reason for _id, reason in form.beforehand() if reason]
    return {"impossible": reasons(against)}


def drawn_with(form: AnyForm, outcome: Outcome) -> dict[str, Any]:
    """A form with what came of sending it: the questions about the content, those about sharing it, and why it was refused."""
    fields = [_marked(form, one) for one in visible_fields(form)]
    return {
        **drawn(form),
        "fields": [one for one in fields if one.name not in SHARING],
        "sharing": [one for one in fields if one.name in SHARING],
        "reasons": outcome.reasons,
        "contradicted": outcome.contradicted,
    }


def _marked(form: AnyForm, field: Field) -> Field:
    """The same field, marked as one that may be skipped only where no rule asks for it."""
    return replace(field, required=field.name not in form.optional and field.name != "not_yet_because")


def paper(about: About, report: Report) -> dict[str, Any]:
    """A report as it is printed."""
    one = shown(about, report)
    return {
        "title": one.title,
        "language": current_language(),
        "facts": [
            [_("participant"), str(about.found.case.file.person)],
            [_("number of the trajectory"), reference(about.found.case)],
            [_("day"), long_date(one.on)],
            [_("made on"), long_date(about.today)],
        ],
        "parts": [{"title": part.label, "text": part.value} for part in one.parts],
        "about": one.about,
        "confidential": _("Confidential"),
        "page": _("page"),
        "of": _("of"),
    }
