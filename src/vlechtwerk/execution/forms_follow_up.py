"""Following the plan together: a consultation with its agreements, the statute of the participant, and rights to examine."""

from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.execution.asking import day, several_of, words
from vlechtwerk.execution.forms import ReportForm
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.tasks import AGREEMENTS
from vlechtwerk.reports.words import PARTS
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties import execution_duties as duties
from vlechtwerk.rules.activation.duties import follow_up
from vlechtwerk.rules.activation.duties.follow_up import FollowUpAgreement
from vlechtwerk.rules.roles import Role
from vlechtwerk.ui.environment import label

TOGETHER = (
    Role.CLIENT, Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.WORK_PROVIDER, Role.CARE_PROVIDER,
)  # fmt: skip
"""Who takes part in a consultation, and who does what was agreed."""


def _who(code: str) -> forms.ChoiceField:
    """Who does something; an agreement may be left out, so nobody is a choice too."""
    title: Any = PARTS[code]
    asked = forms.ChoiceField(label=title, required=False, widget=forms.Select)
    asked.choices = lambda: [("", ""), *((str(role), label("role", role)) for role in TOGETHER)]
    return asked


class ConsultationForm(ReportForm):
    """Asks about a meeting on the course of the trajectory: what was evaluated, how it goes on, and who does what by when."""

    kind = ReportKind.CONSULTATION
    optional: ClassVar = frozenset(f"{part}_{number}" for part in ("who", "what", "by") for number in AGREEMENTS)
    hint = gettext_lazy("Each agreement comes on the list of who does it, with its day.")

    attended_by = several_of("attended_by", TOGETHER)
    evaluated = words("evaluated")
    continuation = words("continuation")
    who_1 = _who("who_1")
    what_1 = words("what_1", short=True)
    by_1 = day("by_1")
    who_2 = _who("who_2")
    what_2 = words("what_2", short=True)
    by_2 = day("by_2")
    who_3 = _who("who_3")
    what_3 = words("what_3", short=True)
    by_3 = day("by_3")

    def asked(self) -> Iterator[Asked]:
        """Who was there, what was looked back at, how it goes on, and each agreement in full (AT-125)."""
        there = frozenset(Role(one) for one in self.cleaned_data["attended_by"])
        agreed = tuple(one for one in map(self._agreement, AGREEMENTS) if one.who or one.what or one.by)
        told = follow_up.Consultation(there, self.words("evaluated"), self.words("continuation"), agreed)
        yield ask(follow_up.consultation_looks_back_and_ahead, told)

    def _agreement(self, number: str) -> FollowUpAgreement:
        by_day: date | None = self.cleaned_data[f"by_{number}"]
        return FollowUpAgreement(self.words(f"who_{number}"), self.words(f"what_{number}"), by_day)


class StatuteForm(ReportForm):
    """Asks which statute the participant has, and whether the rights and duties that go with it were looked at."""

    kind = ReportKind.STATUTE
    optional: ClassVar = frozenset({"looked_at", "reviewed_on", "facts"})
    hint = gettext_lazy("When the statute changes, both case managers get the task to look at the rights and duties.")

    statute = words("statute", short=True)
    since = day("since")
    looked_at = several_of("looked_at")
    reviewed_on = day("reviewed_on")
    facts = words("facts")

    def __init__(self, *given: Any, **named: Any) -> None:
        """Say what helps."""
        super().__init__(*given, **named)
        self.fields["statute"].help_text = _(
            "For example: a benefit, a living wage, or a certificate of incapacity for work."
        )
        self.fields["reviewed_on"].help_text = _("Leave it empty when that is still to be done.")

    def asked(self) -> Iterator[Asked]:
        """The statute with the day on which it began (AT-148); the look at rights and duties may follow."""
        since = self.cleaned_data["since"]
        yield ask(duties.statute_is_watched, duties.StatuteReview(self.words("statute"), since, reviewed_on=since))


class RightReferralForm(ReportForm):
    """Asks about a referral to have a right to an allowance or another intervention examined."""

    kind = ReportKind.RIGHT_REFERRAL
    optional: ClassVar = frozenset({"examined_outcome"})
    hint = gettext_lazy("The day is that of the referral. When the outcome is known, you write it again.")

    examined = words("examined", short=True, required=True)
    organisation = words("organisation", short=True)
    examined_outcome = words("examined_outcome")

    def asked(self) -> Iterator[Asked]:
        """Where and when (AT-148); the outcome may follow."""
        told = duties.RightReferral(self.words("organisation"), self.on, outcome="...")
        yield ask(duties.referral_for_a_right_is_followed, told)
