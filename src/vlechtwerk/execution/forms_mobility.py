"""Help with travel costs: the bus card, another one that is judged, and the train ticket."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.execution.answering import unanswered
from vlechtwerk.execution.asking import GRANTED_OR_NOT, number, one_of, tick, words
from vlechtwerk.execution.forms import SharedNoteForm
from vlechtwerk.reports.following import FURTHER
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.models import Report
from vlechtwerk.reports.queries import Reports
from vlechtwerk.reports.words import ANSWERS, YES
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties import mobility
from vlechtwerk.rules.roles import Role


def waiting_cards(reports: Reports) -> list[Report]:
    """The requests for another bus card about which nothing was decided, the latest first."""
    found = unanswered(reports, ReportKind.BUS_CARD, ReportKind.CARD_DECISION)
    return [one for one in found if FURTHER in one.told]


class BusCardForm(SharedNoteForm):
    """Asks the request for a bus card; one after the first waits for the mediator of VDAB."""

    kind = ReportKind.BUS_CARD
    hint = gettext_lazy("After the first card the mediator of VDAB judges whether another one is needed.")

    financial_problems = tick("financial_problems")
    agreed_action = tick("agreed_action")
    action = words("action", short=True, required=True)
    rides = number("rides", 1, 100)
    channel = one_of("channel")

    def __init__(self, *given: Any, **named: Any) -> None:
        """Say where the form is found."""
        super().__init__(*given, **named)
        text = _("The form stands beside the note afterwards, filled in with its date: print it and give it along.")
        self.fields["channel"].help_text = text

    def told(self) -> dict[str, str]:
        """What is asked, and that there was a card before."""
        earlier = self.about.earlier
        before = [one for one in self.about.reports.of_kind(ReportKind.BUS_CARD) if one != earlier]
        return {**super().told(), **({FURTHER: YES} if before else {})}

    def asked(self) -> Iterator[Asked]:
        """Whether a card is possible, and how it is asked (AT-196, AT-197)."""
        told = self.cleaned_data
        yield ask(
            mobility.bus_card_is_possible,
            financial_problems=told["financial_problems"],
            agreed_action=told["agreed_action"],
            rides=told["rides"] or 0,
        )
        request = mobility.CardRequest(mobility.Channel(told["channel"]), self.on, self.on)
        yield ask(mobility.bus_card_is_asked_together, request)


class CardDecisionForm(SharedNoteForm):
    """Asks the mediator of VDAB whether another bus card is needed."""

    kind = ReportKind.CARD_DECISION
    hint = gettext_lazy("You judge from the use of the former card and from how the financial problems evolved.")

    decision = one_of("decision", GRANTED_OR_NOT)
    use = words("use")
    evolution = words("evolution")

    def clean(self) -> dict[str, Any]:
        """Refuse a decision when no request waits for it."""
        answers = super().clean() or self.cleaned_data
        if not waiting_cards(self.about.reports):
            raise forms.ValidationError(_("No request for another bus card waits for a decision."))
        return answers

    def told(self) -> dict[str, str]:
        """What was decided, and about which request."""
        return {**super().told(), ANSWERS: str(waiting_cards(self.about.reports)[0].pk)}

    def asked(self) -> Iterator[Asked]:
        """The mediator judges from the use and from the financial problems (AT-198)."""
        # The mediator who referred the person is the trusted advisor since then (AT-079).
        judge = Role.VDAB_MEDIATOR if self.writer() is Role.TRUSTED_ADVISOR else None
        yield ask(
            mobility.further_card_is_judged, mobility.FurtherCard(judge, self.words("use"), self.words("evolution"))
        )


class TrainTicketForm(SharedNoteForm):
    """Asks when a free train ticket was given, and for which application."""

    kind = ReportKind.TRAIN_TICKET
    optional: ClassVar = frozenset({"employer_visited"})
    hint = gettext_lazy("VDAB gives free train tickets to go and apply for a job.")

    job_application = tick("job_application")
    employer_visited = words("employer_visited", short=True)

    def asked(self) -> Iterator[Asked]:
        """It is for going to apply, on a day (AT-199)."""
        yield ask(mobility.train_ticket_is_for_applying, self.on, job_application=self.cleaned_data["job_application"])
