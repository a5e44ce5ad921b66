"""The shared notes: about an extension, an early stop, and what is asked of VDAB."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.execution.asking import ANSWER, GRANTED_OR_NOT, day, number, one_of, several_of, tick, words
from vlechtwerk.execution.forms import BOTH, SharedNoteForm
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties import advice, budget, extension_evidence, outcome, rights, stop_duties
from vlechtwerk.rules.activation.duties.extension_evidence import Evidence, ExtensionReason, RemainingAction
from vlechtwerk.rules.activation.duties.notices import Content, Notice
from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.activation.milestones import LONGEST_EXTENSION, maximum_reached
from vlechtwerk.rules.activation.terms import Advice, StopGround, StopManner
from vlechtwerk.rules.calendar import months_after
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role

FOLLOWER = Role.PROJECT_FOLLOWER
INTERNSHIP = "internship"
"""The cause that is no interruption: an internship that started in time (AT-227)."""
CAUSES = (*ExtensionReason, INTERNSHIP)

ABOUT_THE_CAUSE = ("cause", "category_changed_on", "certificate", "explanation")
"""What shows why the client could not carry out the actions."""


class ExtensionForm(SharedNoteForm):
    """Asks the shared note with which an extension is requested."""

    kind = ReportKind.EXTENSION_NOTE
    optional: ClassVar = frozenset({"reason", "refers_to_file", "category_changed_on", "certificate", "explanation"})

    months = number("months", 1, LONGEST_EXTENSION)
    cause = one_of("cause", CAUSES)
    category_changed_on = day("category_changed_on")
    certificate = tick("certificate")
    explanation = words("explanation")
    reason = words("reason")
    refers_to_file = tick("refers_to_file")
    prevents = words("prevents")
    actions = words("actions")
    actions_from = day("actions_from")
    actions_until = day("actions_until")
    consulted_on = day("consulted_on")

    def __init__(self, *given: Any, **named: Any) -> None:
        """Say what goes where."""
        super().__init__(*given, **named)
        self.fields["reason"].help_text = _("In short and without anything about health; else refer to the file.")
        text = _("Then neither the cause nor what shows it is sent; both are only checked here.")
        self.fields["refers_to_file"].help_text = text
        self.fields["actions"].help_text = _("One action on each line.")
        self.fields["actions_from"].help_text = _("The actions fit in the months that you ask.")

    @property
    def lines(self) -> list[str]:
        """The actions, one by one."""
        return [line.strip() for line in self.words("actions").splitlines() if line.strip()]

    def told(self) -> dict[str, str]:
        """What is sent: beside a reference to the file nothing about the cause, which may tell something about health."""
        told = super().told()
        hidden = ABOUT_THE_CAUSE if self.cleaned_data["refers_to_file"] else ()
        return {name: value for name, value in told.items() if name not in hidden}

    def asked(self) -> Iterator[Asked]:
        """What a request for an extension rests on (AT-223, AT-224, AT-226, AT-228)."""
        yield ask(extension_evidence.extension_is_asked_with_a_note, self._note())
        cause = self.cleaned_data["cause"]
        if cause != INTERNSHIP:
            reason = ExtensionReason(cause)
            yield ask(extension_evidence.reason_lies_with_the_client, reason)
            yield ask(extension_evidence.reason_has_its_evidence, self._evidence(reason))
        if (extension := self._extension()) is not None:
            told = self.cleaned_data
            period = Period(told["actions_from"] or self.on, told["actions_until"])
            remaining = tuple(RemainingAction(line, period) for line in self.lines)
            case = extension_evidence.ExtensionCase(self.words("prevents"), extension, remaining)
            yield ask(extension_evidence.remaining_actions_fit_the_extension, case)

    def _note(self) -> extension_evidence.ExtensionNote:
        told = self.cleaned_data
        return extension_evidence.ExtensionNote(
            by=self.writer(),
            to=FOLLOWER,
            sent_on=self.on,
            colleague_consulted_on=told["consulted_on"],
            reason=self.words("reason"),
            refers_to_file=told["refers_to_file"],
            months=told["months"],
            actions=tuple(self.lines),
        )

    def _evidence(self, reason: ExtensionReason) -> Evidence:
        told = self.cleaned_data
        return Evidence(reason, told["category_changed_on"], told["certificate"], self.words("explanation"))

    def _extension(self) -> Period | None:
        """The months that are asked, as days: from the present maximum on."""
        maximum, asked = maximum_reached(self.about.facts), self.cleaned_data["months"]
        if maximum is None or asked is None:
            return None
        return Period(maximum.on, months_after(maximum.on, asked))

    def event(self) -> Event | None:
        """The request."""
        told = self.cleaned_data
        if told["months"] is None:
            return None
        agreed = BOTH if told["consulted_on"] else ()
        return e.ExtensionRequested(self.on, told["months"], agreed, necessary_actions=bool(self.lines))


class ExtensionDecisionForm(SharedNoteForm):
    """Asks the project follower for the decision on an extension."""

    kind = ReportKind.EXTENSION_DECISION
    optional: ClassVar = frozenset({"months", "reason"})

    decision = one_of("decision")
    months = number("months", 1, LONGEST_EXTENSION)
    reason = words("reason")

    def __init__(self, *given: Any, **named: Any) -> None:
        """Say when more is needed."""
        super().__init__(*given, **named)
        self.fields["months"].help_text = _("Only when you grant fewer months than were asked.")
        self.fields["reason"].help_text = _("Needed when you refuse or grant fewer months. Both case managers read it.")

    def clean(self) -> dict[str, Any]:
        """Refuse a decision that does not say how much, or why not all."""
        answers = super().clean() or self.cleaned_data
        decision, months = answers.get("decision"), answers.get("months")
        wanted = self.about.facts.extension_asked_months
        if decision == "partly" and (months is None or months >= wanted) and "months" not in self.errors:
            self.add_error("months", _("Choose fewer months than the %(months)s that were asked.") % {"months": wanted})
        if decision in {"partly", "refused"} and not self.words("reason"):
            self.add_error("reason", _("Tell why not everything is granted."))
        if decision in {"granted", "refused"}:
            answers["months"] = None
        return answers

    def event(self) -> Event:
        """The decision; without a number what was asked is granted."""
        told = self.cleaned_data
        return e.ExtensionDecided(self.on, granted=told["decision"] != "refused", months=told["months"])


class StopForm(SharedNoteForm):
    """Asks the shared note with which an early stop is requested."""

    kind = ReportKind.STOP_NOTE
    optional: ClassVar = frozenset({"also", "at_work_from", "coordinator_on", "providers_on"})

    ground = one_of("ground", StopGround)
    also = several_of("also", StopGround)
    at_work_from = day("at_work_from")
    facts = words("facts")
    consulted_on = day("consulted_on")
    coordinator_on = day("coordinator_on")
    providers_on = day("providers_on")

    def __init__(self, *given: Any, **named: Any) -> None:
        """Say what does not belong in it."""
        super().__init__(*given, **named)
        text = _("Nothing about health and nothing of the confidential file. An absence at care is never told to VDAB.")
        self.fields["facts"].help_text = text
        self.fields["at_work_from"].help_text = _("Only when the participant works.")

    def asked(self) -> Iterator[Asked]:
        """The grounds and the message (AT-230, AT-232)."""
        told = self.cleaned_data
        main = StopGround(told["ground"])
        chosen = frozenset({main, *(StopGround(one) for one in told["also"])})
        yield ask(stop_duties.stop_has_a_ground, stop_duties.StopGrounds(chosen, main, told["at_work_from"]))
        message = stop_duties.StopMessage(
            self.writer(), FOLLOWER, self.on, main, agreed_on=told["consulted_on"], facts=self.words("facts")
        )
        yield ask(stop_duties.project_follower_hears_of_the_stop, message)

    def event(self) -> Event:
        """The request."""
        agreed = BOTH if self.cleaned_data["consulted_on"] else ()
        return e.StopRequested(self.on, StopGround(self.cleaned_data["ground"]), agreed)


class StopDecisionForm(SharedNoteForm):
    """Asks the project follower how the trajectory is closed."""

    kind = ReportKind.STOP_DECISION
    optional: ClassVar = frozenset({"hardly_any"})

    manner = one_of("manner", StopManner)
    hardly_any = tick("hardly_any")
    reason = words("reason", required=True)

    def __init__(self, *given: Any, **named: Any) -> None:
        """Say what a removal does."""
        super().__init__(*given, **named)
        text = _("Only for a removal: then what was paid may be reclaimed, and there is place for somebody else.")
        self.fields["hardly_any"].help_text = text

    def asked(self) -> Iterator[Asked]:
        """A removal from the contingent rests on the finding that hardly any action took place (AT-236)."""
        if self.cleaned_data["manner"] == StopManner.CONTINGENT_REMOVAL:
            found = self.cleaned_data["hardly_any"]
            yield ask(budget.project_follower_removes, self.writer(), hardly_any_actions=found)

    def event(self) -> Event:
        """The decision."""
        return e.StopDecided(self.on, StopManner(self.cleaned_data["manner"]))


class AdviceRequestForm(SharedNoteForm):
    """Asks what was asked of VDAB for the advice that is meant, and what came of it."""

    kind = ReportKind.ADVICE_REQUEST
    optional: ClassVar = ANSWER
    hint = gettext_lazy("Ask in time: an advice that VDAB registers comes before the final advice.")

    advice = one_of("advice", Advice)
    decision = one_of("decision", GRANTED_OR_NOT, required=False)
    answered_on = day("answered_on")
    answer_given = words("answer_given")

    def told(self) -> dict[str, str]:
        """What was asked, with who answers that."""
        meant = Advice(self.cleaned_data["advice"])
        return {**super().told(), "asked_of": str(advice.ASKED_FIRST.get(meant, Role.TOM_TEAM))}

    def asked(self) -> Iterator[Asked]:
        """The work case manager asks."""
        yield ask(rights.work_case_manager_asks_team_tom, self.writer())


class FeedbackForm(SharedNoteForm):
    """Asks when the network coordinator heard the final advice."""

    kind = ReportKind.FEEDBACK
    hint = gettext_lazy("The coordinator has no access any more: tell the outcome, and nothing of the file.")

    def clean(self) -> dict[str, Any]:
        """Refuse feedback before there is an outcome."""
        answers = super().clean() or self.cleaned_data
        if self.about.facts.final_advice is None:
            raise forms.ValidationError(_("There is no final advice yet. Register that first."))
        return answers

    def told(self) -> dict[str, str]:
        """What the coordinator heard."""
        return {"advice": str(self.about.facts.final_advice), "told_on": self.on.isoformat()}

    def asked(self) -> Iterator[Asked]:
        """The coordinator hears the outcome after the closing (AT-129)."""
        notice = Notice(self.writer(), frozenset({Role.NETWORK_COORDINATOR}), frozenset({Content.OUTCOME}))
        ended_on = self.about.facts.final_advice_on or self.on
        yield ask(outcome.advice_is_reported_back, outcome.Feedback(notice, self.on), ended_on)
