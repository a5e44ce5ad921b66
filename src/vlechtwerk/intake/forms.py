"""The form of a referral, in parts. What it asks is what the rules look at; it stores whatever was typed, right or wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy

from vlechtwerk.intake.actions import Referral
from vlechtwerk.intake.answers import FIELDS, LANGUAGES, OBSTACLES, PARTS
from vlechtwerk.intake.judging import Told
from vlechtwerk.intake.matching import Identity
from vlechtwerk.intake.models import TEXT, SheetKind
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.duties.referral import (
    Appointment,
    CareerAdvice,
    PlanOfApproach,
    information_at_the_referral,
)
from vlechtwerk.rules.activation.duties.target_group import Candidate, Considerations, Language, Obstacle
from vlechtwerk.ui.forms import ActionForm, day_field, field, offer
from vlechtwerk.ui.shapes import Field

YEARS = 1900, 2199
CARE_ANSWERS = ("obstacles", "assessed_obstacles", "assessed_growth", "care_questions")
"""What tells about health: only the case managers read it, besides the mediator who wrote it and the participant."""
NOT_HANDED_OVER = ("given_name", "family_name", "birth_year", *CARE_ANSWERS)
MAY_BE_SKIPPED = ("contact_data", "exception")
"""What a referral can do without; everything else is needed for it, though a draft is kept without."""
SHORT, LONG = 200, TEXT


def day(name: str) -> forms.DateField:
    """A day that may be left open until the referral is complete."""
    return day_field(FIELDS[name], required=False)


def text(name: str, hint: Any = "") -> forms.CharField:
    """A longer answer."""
    return forms.CharField(label=FIELDS[name], required=False, max_length=LONG, widget=forms.Textarea, help_text=hint)


def line(name: str, longest: int = SHORT, *, required: bool = False, hint: Any = "") -> forms.CharField:
    """A short answer."""
    return forms.CharField(label=FIELDS[name], required=required, max_length=longest, help_text=hint)


def yes(name: str) -> forms.BooleanField:
    """Something that is so or is not."""
    return forms.BooleanField(label=FIELDS[name], required=False)


def choices(labels: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """A closed list with its words."""
    return list(labels.items())


class ReferralForm(ActionForm):
    """Asks everything about a referral. A valid form has it as `referral`."""

    given_name = line("given_name", 100, required=True)
    family_name = line("family_name", 100, required=True)
    birth_year = forms.IntegerField(label=FIELDS["birth_year"], min_value=YEARS[0], max_value=YEARS[1])
    mlp_reference = line("mlp_reference", 40, required=True)
    contact_data = line("contact_data", hint=gettext_lazy("for example a telephone number"))
    obstacles = forms.MultipleChoiceField(
        label=FIELDS["obstacles"],
        required=False,
        choices=choices(OBSTACLES),
        widget=forms.CheckboxSelectMultiple,
    )
    needs_care, needs_work = yes("needs_care"), yes("needs_work")
    assessed_obstacles = text("assessed_obstacles", gettext_lazy("Only the case managers read this."))
    assessed_growth = text("assessed_growth", gettext_lazy("Only the case managers read this."))
    registered, icf_assessed, committed = yes("registered"), yes("icf_assessed"), yes("committed")
    months_to_work = forms.IntegerField(label=FIELDS["months_to_work"], required=False, min_value=0, max_value=600)
    language = forms.ChoiceField(
        label=FIELDS["language"], required=False, choices=choices(LANGUAGES), widget=forms.RadioSelect
    )
    discussed_on, advice_on, appointment_on = day("discussed_on"), day("advice_on"), day("appointment_on")
    data_told_on = day("data_told_on")
    activation_guidance, by_partner = yes("activation_guidance"), yes("by_partner")
    informed = forms.MultipleChoiceField(label=FIELDS["informed"], required=False, widget=forms.CheckboxSelectMultiple)
    agreements, motivation, assignments = text("agreements"), text("motivation"), text("assignments")
    work_questions = text("work_questions")
    care_questions = text("care_questions", gettext_lazy("Only the case managers read this."))
    see_confidential_file = yes("see_confidential_file")
    appointment_at = forms.TimeField(
        label=FIELDS["appointment_at"], required=False, help_text=gettext_lazy("for example 10:30")
    )
    place = line("place")
    meets = forms.ChoiceField(label=FIELDS["meets"], required=False)
    exception = text(
        "exception", gettext_lazy("Fill this in only when VDAB looked at it and decided that an exception is right.")
    )

    def __init__(self, people: Iterable[Position], data: Any = None, *, kept: Mapping[str, Any] | None = None) -> None:
        """Offer the work case managers of the region and the topics of the rules; `kept` is what was typed before."""
        super().__init__(data, initial=dict(kept or {}))
        self.people = {str(one.pk): one for one in people}
        offered = {"": gettext_lazy("choose somebody")} | {pk: one.account.name for pk, one in self.people.items()}
        offer(self, "meets", offered)
        offer(self, "informed", translated(information_at_the_referral.points))

    def parts(self) -> list[tuple[str, list[Field]]]:
        """The fields as they are drawn, in parts with a title. Few are marked as one that may be skipped: the rules tell."""
        return [(str(title), [self._drawn(name) for name in names]) for title, names in PARTS]

    def _drawn(self, name: str) -> Field:
        return replace(field(self[name]), required=name not in MAY_BE_SKIPPED)

    @property
    def referral(self) -> Referral:
        """What was told, of a valid form."""
        told = self.cleaned_data
        who = Identity(told["given_name"], told["family_name"], told["birth_year"], told["mlp_reference"])
        meets = self.people.get(told["meets"])
        answers = typed(self)
        return Referral(
            who,
            self.told,
            meets,
            {
                SheetKind.APPROACH: {name: value for name, value in answers.items() if name not in NOT_HANDED_OVER},
                SheetKind.CARE: {name: answers[name] for name in CARE_ANSWERS},
            },
        )

    @property
    def told(self) -> Told:
        """What was told, in the words of the rules."""
        told = self.cleaned_data
        assessed = {"obstacles": told["assessed_obstacles"], "growth": told["assessed_growth"]}
        advice_on: date | None = told["advice_on"]
        return Told(
            candidate=Candidate(
                frozenset(Obstacle(one) for one in told["obstacles"]), told["needs_care"], told["needs_work"]
            ),
            assessed=frozenset(code for code, said in assessed.items() if said.strip()),
            weighed=_considerations(told),
            discussed_on=told["discussed_on"],
            advice=CareerAdvice(told["activation_guidance"], advice_on) if advice_on else None,
            by_partner=told["by_partner"],
            assignments=told["assignments"],
            plan=_plan(told),
            informed=frozenset(told["informed"]),
            appointment=self._appointment(),
            data_told_on=told["data_told_on"],
            exception=told["exception"],
        )

    def _appointment(self) -> Appointment:
        told = self.cleaned_data
        meets = self.people.get(told["meets"])
        name = meets.account.name if meets else ""
        return Appointment(told["appointment_on"], told["appointment_at"], told["place"], name)


def _considerations(told: Mapping[str, Any]) -> Considerations:
    language = Language(told["language"]) if told["language"] else Language.INSUFFICIENT
    return Considerations(told["registered"], told["icf_assessed"], told["months_to_work"], language, told["committed"])


def _plan(told: Mapping[str, Any]) -> PlanOfApproach:
    names = ("agreements", "motivation", "care_questions", "work_questions", "see_confidential_file")
    return PlanOfApproach(*(told[name] for name in names))


def typed(form: ReferralForm) -> dict[str, Any]:
    """What was typed in a form that was sent, by field, as it was typed."""
    data: Any = form.data
    found = dict[str, Any]()
    for name, asked in form.fields.items():
        if name != "idempotency_key":
            many = isinstance(asked, forms.MultipleChoiceField) and isinstance(data, QueryDict)
            found[name] = data.getlist(name) if many else str(data.get(name, ""))[:LONG]
    return found


def translated(points: Mapping[str, str]) -> dict[str, Any]:
    """Points of a rule with their words in the language of the page."""
    return {code: gettext_lazy(english) for code, english in points.items()}
