"""Between the case managers and the work provider: an extra need that asks a decision, and a question for the advice."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.execution.answering import chosen, offer, unanswered
from vlechtwerk.execution.asking import day, one_of, words
from vlechtwerk.execution.forms import About, ReportForm
from vlechtwerk.reports.following import DUE
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.models import Report
from vlechtwerk.reports.queries import Reports
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties import work_providers as providers
from vlechtwerk.rules.activation.duties.work_providers import Situation
from vlechtwerk.rules.roles import CASE_MANAGERS, Role

TEAM_AND_PROVIDER = sorted(str(role) for role in (*CASE_MANAGERS, Role.WORK_PROVIDER))


def open_needs(reports: Reports) -> list[Report]:
    """The notices of an extra need about which nothing was decided, the latest first."""
    found = unanswered(reports, ReportKind.SITUATION, ReportKind.NEED_OUTCOME)
    return [one for one in found if one.told.get("situation") == Situation.NEED]


def open_questions(reports: Reports) -> list[Report]:
    """The questions to the work provider without an answer, the latest first."""
    return unanswered(reports, ReportKind.INFORMATION_REQUEST, ReportKind.INFORMATION)


class NeedOutcomeForm(ReportForm):
    """Asks both case managers what they decided about an extra need."""

    kind = ReportKind.NEED_OUTCOME
    hint = gettext_lazy("You decide it together. A changed plan is drawn up and signed on the page of the plan.")

    answers = one_of("answers")
    need_outcome = one_of("need_outcome")
    reason = words("reason", required=True)

    def __init__(self, about: About, data: Mapping[str, Any] | None = None) -> None:
        """Offer the needs that wait."""
        super().__init__(about, data)
        offer(self, open_needs(about.reports), "facts")

    def started_with(self) -> dict[str, Any]:
        """It starts with the provider who told it among the readers."""
        return {"audience": TEAM_AND_PROVIDER, **super().started_with()}

    def asked(self) -> Iterator[Asked]:
        """A need that was told to both, which the notice asked already, has an outcome (AT-187)."""
        yield ask(providers.extra_need_is_told, CASE_MANAGERS, outcome=self.words("need_outcome"))


class InformationRequestForm(ReportForm):
    """Asks what the case managers want to know of the work provider for the final advice, and by when."""

    kind = ReportKind.INFORMATION_REQUEST
    hint = gettext_lazy("The work provider finds the question on the own list, with its day.")

    question = words("question", required=True)
    due_on = day("due_on")

    def started_with(self) -> dict[str, Any]:
        """It starts with the work provider among the readers."""
        return {"audience": TEAM_AND_PROVIDER, **super().started_with()}

    def clean(self) -> dict[str, Any]:
        """Refuse a question without a day, one that is late when it is asked, or one that the provider does not read."""
        answers = super().clean() or self.cleaned_data
        due, on = answers.get("due_on"), answers.get("happened_on")
        if due is None and "due_on" not in self.errors:
            self.add_error("due_on", _("Choose the day by which you need the answer."))
        if due and on and due < on:
            self.add_error("due_on", _("This day lies before the day of the question."))
        if str(Role.WORK_PROVIDER) not in answers.get("audience", ()) and "audience" not in self.errors:
            self.add_error("audience", _("The work provider has to read the question."))
        return answers


class InformationForm(ReportForm):
    """Asks the work provider for the answer to a question of the case managers."""

    kind = ReportKind.INFORMATION

    answers = one_of("answers")
    answer_given = words("answer_given", required=True)

    def __init__(self, about: About, data: Mapping[str, Any] | None = None) -> None:
        """Offer the questions that wait."""
        super().__init__(about, data)
        self.waiting = open_questions(about.reports)
        offer(self, self.waiting, "question")

    def clean(self) -> dict[str, Any]:
        """Refuse an answer when nothing was asked."""
        answers = super().clean() or self.cleaned_data
        if not self.waiting:
            raise forms.ValidationError(_("No question waits for an answer."))
        return answers

    def told(self) -> dict[str, str]:
        """The answer, with the day by which it was asked."""
        question = chosen(self, self.waiting)
        due = question.told.get(DUE, "") if question else ""
        return {**super().told(), **({DUE: due} if due else {})}
