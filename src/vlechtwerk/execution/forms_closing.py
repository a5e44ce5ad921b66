"""The final report and the final advice."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.execution.asking import day, one_of, several_of, tick, words
from vlechtwerk.execution.forms import BOTH, ReportForm
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.queries import Reports
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties import advice
from vlechtwerk.rules.activation.duties.advice import ASKED_FIRST, AdviceDraft, AdvicePreparation
from vlechtwerk.rules.activation.duties.closing_duties import FinalReport, final_report_is_complete
from vlechtwerk.rules.activation.facts import ActivationFacts
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role

COLLECTIVE = "COLLECTIVE"
"""The right to collective customised work, for the social-economy circuit."""
REPORT_PARTS = ("course", "carried_out", "results", "evaluation", "client_view")


class FinalReportForm(ReportForm):
    """Asks the final report in its five parts, and what grew besides work (AT-005)."""

    kind = ReportKind.FINAL_REPORT
    hint = gettext_lazy("Both case managers write it together. The participant reads it too.")
    optional: ClassVar = frozenset({"gains"})

    course = words("course")
    carried_out = words("carried_out")
    results = words("results")
    gains = words("gains")
    evaluation = words("evaluation")
    client_view = words("client_view")
    joint = tick("joint")

    def asked(self) -> Iterator[Asked]:
        """The report is complete and of both (AT-020)."""
        parts = {one: self.words(one) for one in REPORT_PARTS}
        yield ask(final_report_is_complete, FinalReport(joint=self.cleaned_data["joint"], **parts))

    def event(self) -> Event:
        """The registration of the report."""
        return e.FinalReportRegistered(self.on, joint=self.cleaned_data["joint"])


class FinalAdviceForm(ReportForm):
    """Asks the final advice on which both case managers agree."""

    kind = ReportKind.FINAL_ADVICE
    optional: ClassVar = frozenset({"alternative", "client_view", "support_meant"})
    hint = gettext_lazy("With this the trajectory ends. The list of the closing tells what comes first.")

    advice = one_of("advice", Advice)
    motivation = words("motivation")
    support_meant = tick("support_meant")
    alternative = words("alternative")
    talked_on = day("talked_on")
    client_view = words("client_view")
    next_steps = words("next_steps")
    agreed_by = several_of("agreed_by", BOTH)

    def __init__(self, *given: Any, **named: Any) -> None:
        """Start with the advice that is registered already."""
        super().__init__(*given, **named)
        registered = self.about.facts.mediation_advice
        self.initial.setdefault("advice", str(registered) if registered else None)
        self.fields["support_meant"].help_text = _("Only for the regular circuit; you ask these rights of team TOM.")
        self.fields["alternative"].help_text = _("For work-like activities and Welfare: such as supported work.")
        self.fields["next_steps"].help_text = _("One on each line; you offer at least one.")

    def asked(self) -> Iterator[Asked]:
        """Founded, joint, talked about, and asked of VDAB first where that is needed (AT-146, AT-151, AT-211)."""
        told, chosen = self.cleaned_data, Advice(self.cleaned_data["advice"])
        draft = AdviceDraft(
            agreed_by=frozenset(Role(one) for one in told["agreed_by"]),
            motivation=self.words("motivation"),
            discussed_on=told["talked_on"],
            next_steps=tuple(self.words("next_steps").splitlines()),
            registered_on=self.on,
        )
        yield ask(advice.advice_is_founded_and_joint, draft)
        yield ask(advice.client_hears_advice_and_next_steps, draft)
        asked = requests_to_vdab(self.about.reports)
        yield ask(advice.vdab_is_asked_first, preparation(chosen, asked, self.about.facts), self.on)
        if chosen is Advice.SEC:
            registered_on = self.about.facts.mediation_advice_on or self.on
            granted_on = granted_by_vdab(self.about.reports)
            right = {"granted_on": granted_on, "registered_on": registered_on}
            yield ask(advice.social_economy_follows_the_right, self.writer(), **right)

    def event(self) -> Event:
        """The registration of the advice, with which the trajectory ends."""
        told = self.cleaned_data
        return e.FinalAdviceRegistered(self.on, Advice(told["advice"]), tuple(Role(one) for one in told["agreed_by"]))


def requests_to_vdab(reports: Reports) -> dict[Role, date]:
    """Whom something was asked for the advice, each with the first day, as far as the visitor may know of it."""
    found: dict[Role, date] = {}
    for one in reports.of_kind(ReportKind.ADVICE_REQUEST):
        found[Role(one.told["asked_of"])] = one.happened_on
    for one in reports.of_kind(ReportKind.RIGHTS_REQUEST):
        found.setdefault(Role.TOM_TEAM, one.happened_on)
    return found


def granted_by_vdab(reports: Reports) -> date | None:
    """The first day on which team TOM granted collective customised work; None as long as that was not noted."""
    requests = reports.of_kind(ReportKind.ADVICE_REQUEST, ReportKind.RIGHTS_REQUEST)
    meant = (
        one.told for one in requests if one.told.get("advice") == Advice.SEC or one.told.get("right") == COLLECTIVE
    )
    days = (told.get("answered_on") for told in meant if told.get("decision") == "granted")
    return min((date.fromisoformat(day) for day in days if day), default=None)


def preparation(meant: Advice, asked: Mapping[Role, date], facts: ActivationFacts) -> AdvicePreparation:
    """How far an advice is prepared at VDAB: what was asked, and what is registered."""
    registered_on = facts.mediation_advice_on if facts.mediation_advice is meant else None
    needed = ASKED_FIRST.get(meant)
    mine = {role: day for role, day in asked.items() if role is needed}
    return AdvicePreparation(meant, mine, registered_on)
