"""The reports of the execution: actions, evaluation, care, interruptions, and what is told to the case managers."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.execution.asking import ANSWER, GRANTED_OR_NOT, day, number, one_of, several_of, tick, words
from vlechtwerk.execution.forms import ReportForm
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties import advice, cooperation, evaluation_duties, rights, stop_duties
from vlechtwerk.rules.activation.duties import work_providers as providers
from vlechtwerk.rules.activation.duties.evaluation_duties import RightsCheck
from vlechtwerk.rules.activation.terms import Domain, InterruptionReason
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import CASE_MANAGERS, PROVIDERS, Role
from vlechtwerk.ui.forms import refuse_reversed

AT_EVALUATION = (
    Role.CLIENT, Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.WORK_PROVIDER, Role.CARE_PROVIDER,
)  # fmt: skip

MOST_SESSIONS = 366
"""More sessions than one a day in a year are a slip of the pen."""


class ActionReportForm(ReportForm):
    """Asks the report of one action of the plan."""

    kind = ReportKind.ACTION_REPORT
    optional: ClassVar = frozenset(
        {"obstacles", "continuation", "sessions", "sessions_from", "mlp_needed", "mlp_on", "is_last"}
    )
    hint = gettext_lazy("For an action that was cancelled the result tells why.")

    action = words("action", short=True, required=True)
    domain = one_of("domain", Domain)
    outcome = one_of("outcome")
    result = words("result")
    obstacles = words("obstacles")
    continuation = words("continuation")
    sessions = number("sessions", 1, MOST_SESSIONS)
    sessions_from = day("sessions_from")
    mlp_needed = tick("mlp_needed")
    mlp_on = day("mlp_on")
    is_last = tick("is_last")

    def __init__(self, *given: Any, **named: Any) -> None:
        """Say when the registration is asked."""
        super().__init__(*given, **named)
        self.fields["mlp_on"].help_text = _("Only for a work action. Without a day it stays open beside this report.")
        self.fields["sessions"].help_text = _("Up to the day of this report. Each session has a note of its own.")
        if self.writer() not in PROVIDERS:
            del self.fields["sessions"], self.fields["sessions_from"]

    def clean(self) -> dict[str, Any]:
        """Refuse a number of sessions without the days in which they were."""
        answers = super().clean()
        count, first, last = (answers.get(one) for one in ("sessions", "sessions_from", "happened_on"))
        if (count is None) != (first is None) and not {"sessions", "sessions_from"} & self.errors.keys():
            left_out = "sessions_from" if first is None else "sessions"
            self.add_error(left_out, _("Tell both how many sessions there were and from which day you counted them."))
        if first and last and last < first:
            self.add_error("sessions_from", _("This day lies after the day of the report."))
        return answers

    def asked(self) -> Iterator[Asked]:
        """An action has its report, or the reason why it was cancelled (AT-207)."""
        result, cancelled = self.words("result"), self.cleaned_data["outcome"] == "cancelled"
        reported_on = self.on if result and not cancelled else None
        report = advice.ActionReport("", reported_on, result if cancelled else "")
        yield ask(advice.every_action_is_accounted_for, [report])

    def event(self) -> Event | None:
        """That the last missing report is there."""
        return e.LastReportRegistered(self.on) if self.cleaned_data["is_last"] else None


class EvaluationForm(ReportForm):
    """Asks the interim evaluation."""

    kind = ReportKind.EVALUATION
    optional: ClassVar = frozenset({"input", "adjustment", "appointment_on"})
    hint = gettext_lazy("An interim evaluation is a meeting of the participant and both case managers.")

    attended_by = several_of("attended_by", AT_EVALUATION)
    input = words("input")
    result = words("result", required=True)
    adjustment = words("adjustment")
    rights_check = one_of("rights_check")
    appointment_on = day("appointment_on")

    def __init__(self, *given: Any, **named: Any) -> None:
        """Say what helps."""
        super().__init__(*given, **named)
        self.fields["input"].help_text = _("Of a provider who was not there, the input that you asked beforehand.")

    def asked(self) -> Iterator[Asked]:
        """The support rights are looked at each time; the work case manager asks them (AT-159)."""
        check = RightsCheck(self.cleaned_data["rights_check"])
        yield ask(evaluation_duties.support_rights_are_looked_at, check, asked_by=Role.WORK_CASE_MANAGER)

    def event(self) -> Event:
        """The evaluation."""
        return e.EvaluationHeld(self.on, tuple(Role(one) for one in self.cleaned_data["attended_by"]))


class SituationForm(ReportForm):
    """Asks what a provider tells the case managers as soon as possible."""

    kind = ReportKind.SITUATION
    optional: ClassVar = frozenset({"interrupted_from", "cause", "continuation"})
    hint = gettext_lazy("Both case managers get a signal. Tell it as soon as possible.")

    situation = one_of("situation")
    facts = words("facts", required=True)
    interrupted_from = day("interrupted_from")
    cause = one_of("cause", InterruptionReason)
    continuation = words("continuation")

    def __init__(self, *given: Any, **named: Any) -> None:
        """Ask a cause only for an interruption."""
        super().__init__(*given, **named)
        self.fields["cause"].required = False
        self.fields["interrupted_from"].help_text = _("Only for an interruption, with its cause.")

    def asked(self) -> Iterator[Asked]:
        """It is told to both case managers, an interruption with its first day and cause (AT-189)."""
        told = self.cleaned_data
        cause = InterruptionReason(told["cause"]) if told["cause"] else None
        situation = providers.Situation(told["situation"])
        to = self.agreed.audience | (self.about.found.capacities & CASE_MANAGERS)
        notice = providers.SituationNotice(situation, to, told["interrupted_from"], cause)
        yield ask(providers.situation_is_told, notice)


class CareSuspendedForm(ReportForm):
    """Asks why the care actions stop for a while, and when the internship or its preparation starts."""

    kind = ReportKind.CARE_SUSPENDED
    hint = gettext_lazy("This stays in the confidential file: VDAB never hears of absence at care.")

    facts = words("facts", required=True)
    internship_from = day("internship_from")

    def asked(self) -> Iterator[Asked]:
        """An internship, or preparing one, starts at once (AT-166)."""
        yield ask(cooperation.suspension_goes_with_an_internship, self.cleaned_data["internship_from"])

    def event(self) -> Event:
        """That care was suspended."""
        return e.CareSuspended(self.on)


class CareResumedForm(ReportForm):
    """Asks what was agreed about resuming the care actions."""

    kind = ReportKind.CARE_RESUMED

    agreements = words("agreements")

    def asked(self) -> Iterator[Asked]:
        """Resumed care rests on agreements (AT-167)."""
        yield ask(cooperation.resumed_care_rests_on_agreements, self.words("agreements"))

    def event(self) -> Event:
        """That care was resumed."""
        return e.CareResumed(self.on)


class EvaluationInputForm(ReportForm):
    """Asks a provider what the interim evaluation has to know."""

    kind = ReportKind.EVALUATION_INPUT
    optional: ClassVar = frozenset({"adjustment"})
    hint = gettext_lazy("For the evaluation every six months at most: give your input here, or take part yourself.")

    input = words("input", required=True)
    adjustment = words("adjustment")


class InterruptionForm(ReportForm):
    """Asks about a period in which actions could not be carried out, and what shows it."""

    kind = ReportKind.INTERRUPTION
    optional: ClassVar = frozenset({"category_changed_on", "certificate", "evidence"})
    hint = gettext_lazy("What shows it is needed when an extension is asked.")

    until = day("until")
    cause = one_of("cause", InterruptionReason)
    category_changed_on = day("category_changed_on")
    certificate = tick("certificate")
    evidence = words("evidence")

    def clean(self) -> dict[str, Any]:
        """Refuse a period without an end, or one that ends before it begins."""
        answers = super().clean()
        if not answers.get("until") and "until" not in self.errors:
            self.add_error("until", _("Choose the last day of the interruption."))
        refuse_reversed(self, "happened_on", "until")
        return answers

    def event(self) -> Event:
        """The interruption."""
        told = self.cleaned_data
        return e.Interrupted(self.on, told["until"], InterruptionReason(told["cause"]))


class RightsRequestForm(ReportForm):
    """Asks about the request for support rights at team TOM."""

    kind = ReportKind.RIGHTS_REQUEST
    optional: ClassVar = ANSWER

    right = one_of("right")
    evidence = words("evidence")
    decision = one_of("decision", GRANTED_OR_NOT, required=False)
    answered_on = day("answered_on")
    answer_given = words("answer_given")

    def __init__(self, *given: Any, **named: Any) -> None:
        """Say what counts."""
        super().__init__(*given, **named)
        self.fields["evidence"].help_text = _("Certificates of the participant, or a completed ICF report.")

    def asked(self) -> Iterator[Asked]:
        """The work case manager asks a right that exists, with evidence (AT-168, AT-169, AT-170)."""
        yield ask(rights.support_right_is_known, self.cleaned_data["right"])
        yield ask(rights.work_case_manager_asks_team_tom, self.writer())
        certificates = 1 if self.words("evidence") else 0
        evidence = {"certificates": certificates, "icf_completed_on": self.about.facts.icf_on}
        yield ask(rights.request_has_evidence, **evidence)


class StopViewForm(ReportForm):
    """Asks a case manager for the own view when both do not agree on a stop."""

    kind = ReportKind.STOP_VIEW
    hint = gettext_lazy("When you do not agree, the trajectory goes on and both views are kept.")

    view = words("view")

    def asked(self) -> Iterator[Asked]:
        """The own view; that of the colleague is a report of the colleague (AT-231)."""
        other = "view of the colleague"
        views = dict.fromkeys(CASE_MANAGERS, other) | {self.writer(): self.words("view")}
        yield ask(stop_duties.disagreement_is_on_record, views)
