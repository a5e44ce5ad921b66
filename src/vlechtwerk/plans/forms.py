"""The questions about what a plan says: its goals and agreements, and one action."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.consent.sharing import Answer
from vlechtwerk.dossier.sharing_forms import READERS, SHARING, USUAL, SharingForm
from vlechtwerk.plans import words
from vlechtwerk.plans.actions import Wording
from vlechtwerk.plans.content import Agreements, Content, PlannedAction, PlannedGoal
from vlechtwerk.plans.queries import PlanFile
from vlechtwerk.rules.activation.facts import MANAGER_OF
from vlechtwerk.rules.activation.milestones import MAXIMUM
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.roles import CASE_MANAGERS
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.ui.environment import label
from vlechtwerk.ui.forms import day_field, offer
from vlechtwerk.ui.money import EuroField

CHANGING = ("only_wording", "upgraded", "reason")
AGREED = (Answer.AGREED_TOGETHER, Answer.AGREED_ON_PAPER)


class WordingForm(SharingForm):
    """Asks for something of a plan and with whom the plan is shared. A valid form has it as `wording`."""

    seen = forms.UUIDField(widget=forms.HiddenInput, required=False)
    only_wording = forms.BooleanField(
        label=gettext_lazy("I only correct the wording; it means the same"), required=False
    )
    upgraded = forms.BooleanField(label=gettext_lazy("treat this as a fundamental change"), required=False)
    reason = forms.CharField(label=gettext_lazy("why does the signed plan change?"), max_length=300, required=False)

    def __init__(self, plans: PlanFile, data: Mapping[str, Any] | None, told: Mapping[str, Any]) -> None:
        """Start with what stands in the plan, and with whom it is shared now."""
        self.plans, latest = plans, plans.latest
        known = {"audience": [str(one) for one in USUAL], "answer": Answer.AGREED_TOGETHER, "why": ""}
        if latest:
            known |= {"audience": sorted({*plans.reaches(latest), *known["audience"]}), "why": latest.why}
        super().__init__(plans.found.today, data, initial={**known, **told, "seen": plans.newest}, readers=READERS)
        del self.fields["not_yet_because"]
        offer(self, "answer", {one: words.ANSWERS[one] for one in AGREED})
        if latest is None or not (plans.recorded(latest) or plans.signatures(latest)):
            for name in CHANGING:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """A plan is made together: both case managers see it, and the participant agrees with that."""
        answers = super().clean() or self.cleaned_data
        self.check_audience(Kind.SHARED)
        if (
            not {str(one) for one in CASE_MANAGERS} <= set(answers.get("audience", ()))
            and "audience" not in self.errors
        ):
            self.add_error("audience", _("A plan is made together: share it with both case managers."))
        answers.setdefault("not_yet_because", "")
        return answers

    def changed_content(self, content: Content) -> Content:
        """The content with what was told put in."""
        return content

    @property
    def wording(self) -> Wording:
        """What is to be saved."""
        told = self.cleaned_data
        return Wording(
            change=self.changed_content,
            agreed=self.agreed,
            seen=told["seen"],
            only_wording=told.get("only_wording", False),
            upgraded=told.get("upgraded", False),
            reason=told.get("reason", ""),
        )


class AgreementsForm(WordingForm):
    """Asks for the goals of the plan and for its frame."""

    field_order = (
        "goals",
        "expected_start",
        "months",
        "aim",
        "rights",
        "evaluations",
        "aligned_on",
        *CHANGING,
        *SHARING,
    )
    goals = forms.MultipleChoiceField(
        label=gettext_lazy("which goals are in the plan?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    expected_start = day_field(gettext_lazy("when is the trajectory likely to start?"), required=False)
    months = forms.IntegerField(
        label=gettext_lazy("how many months is it likely to last?"), min_value=1, max_value=MAXIMUM, required=False
    )
    aim = forms.CharField(
        label=gettext_lazy("content and aim of the trajectory"), max_length=1000, widget=forms.Textarea, required=False
    )
    rights = forms.CharField(
        label=gettext_lazy("rights and duties of everybody who signs"),
        max_length=1000,
        widget=forms.Textarea,
        required=False,
    )
    evaluations = forms.CharField(
        label=gettext_lazy("how often is the plan evaluated?"), max_length=300, required=False
    )
    aligned_on = day_field(gettext_lazy("on which day did you align with the network coordinator?"), required=False)

    def __init__(self, plans: PlanFile, data: Mapping[str, Any] | None = None) -> None:
        """Offer the goals that stand."""
        super().__init__(plans, data, told_of(plans))
        offer(self, "goals", {str(one.pk): one.text for one in plans.goals})
        self.fields["goals"].help_text = _("One to three goals are best.")

    def changed_content(self, content: Content) -> Content:
        """The content with these goals and this frame; a goal that came in the place of another one keeps its code."""
        told = self.cleaned_data
        frame = Agreements(
            told["expected_start"],
            told["months"],
            aligned_on=told["aligned_on"],
            **{name: told[name].strip() for name in ("aim", "rights", "evaluations")},
        )
        codes = {one.goal: one.code for one in content.goals}
        chosen = [one for one in self.plans.goals if str(one.pk) in told["goals"]]
        goals = tuple(
            PlannedGoal(
                code=codes.get(str(one.pk)) or codes.get(str(one.replaces_id)) or str(one.pk),
                goal=str(one.pk),
                domain=Domain(one.domain),
                text=one.text,
                measure=one.measure,
                feasibility=one.feasibility,
                obstacle=one.obstacle,
                why=one.why,
                due_on=one.reached_by,
            )
            for one in chosen
        )
        return replace(content, agreements=frame, goals=goals)


def told_of(plans: PlanFile) -> dict[str, Any]:
    """What stands in the plan, as the form asks it: without a plan every goal, else those taken over and their successors."""
    latest = plans.latest
    if latest is None:
        return {"goals": [str(one.pk) for one in plans.goals]}
    told, kept = latest.told, {one.goal for one in latest.told.goals}
    chosen = [str(one.pk) for one in plans.goals if {str(one.pk), str(one.replaces_id)} & kept]
    names = ("expected_start", "months", "aim", "rights", "evaluations", "aligned_on")
    return {"goals": chosen, **{name: getattr(told.agreements, name) for name in names}}


class PlannedActionForm(WordingForm):
    """Asks for one action of the plan."""

    field_order = (
        "domain", "text", "need", "goals", "internship", "hours", "task", "discipline", "provider",
        "starts_on", "evaluated_on", "after", "cost", "remove", *CHANGING, *SHARING,
    )  # fmt: skip
    code = forms.CharField(widget=forms.HiddenInput, max_length=36)
    domain = forms.ChoiceField(label=gettext_lazy("on which side?"), widget=forms.RadioSelect)
    text = forms.CharField(label=gettext_lazy("what happens?"), max_length=300)
    need = forms.CharField(
        label=gettext_lazy("which need of the participant does it answer?"), max_length=300, required=False
    )
    goals = forms.MultipleChoiceField(
        label=gettext_lazy("which goals does it serve?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    internship = forms.BooleanField(label=gettext_lazy("this is the work experience internship"), required=False)
    hours = forms.DecimalField(
        label=gettext_lazy("hours of internship a week"), min_value=Decimal(0), max_value=Decimal(40), max_digits=4,
        decimal_places=1, localize=True, required=False,
    )  # fmt: skip
    task = forms.ChoiceField(label=gettext_lazy("task of the care provider"), required=False)
    discipline = forms.CharField(label=gettext_lazy("discipline"), max_length=120, required=False)
    provider = forms.CharField(label=gettext_lazy("provider that you propose"), max_length=200, required=False)
    starts_on = day_field(gettext_lazy("when does it start?"), required=False)
    evaluated_on = day_field(gettext_lazy("when is it evaluated?"), required=False)
    after = forms.MultipleChoiceField(
        label=gettext_lazy("after which actions does it come?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    cost = EuroField(label=gettext_lazy("estimate of the cost"), max_digits=9, required=False)
    remove = forms.BooleanField(label=gettext_lazy("take this action out of the plan"), required=False)

    def __init__(
        self, plans: PlanFile, data: Mapping[str, Any] | None = None, *, action: PlannedAction | None = None
    ) -> None:
        """Start with the action as it stands."""
        mine = next((part for part, role in MANAGER_OF.items() if role is plans.manages), Domain.CARE)
        super().__init__(plans, data, as_asked(action) if action else {"code": str(uuid4()), "domain": mine})
        content = plans.latest.told if plans.latest else Content()
        offer(self, "domain", {str(one): label("domain", one) for one in Domain})
        offer(self, "goals", {one.code: one.text for one in content.goals})
        offer(self, "task", {"": "", **words.tasks()})
        others = {one.code: one.text for one in content.actions if action is None or one.code != action.code}
        offer(self, "after", others)
        self.fields["provider"].help_text = _("The network coordinator decides who carries it out.")
        for name, is_asked in {
            "after": bool(others),
            "goals": bool(content.goals),
            "remove": action is not None,
        }.items():
            if not is_asked:
                del self.fields[name]

    def changed_content(self, content: Content) -> Content:
        """The content with this action as it was told, at its own place."""
        told = self.cleaned_data
        if told.get("remove"):
            kept = (one for one in content.actions if one.code != told["code"])
            without = tuple(replace(one, after=tuple(x for x in one.after if x != told["code"])) for one in kept)
            return replace(content, actions=without)
        action = self._action(told)
        if content.action(action.code) is None:
            return replace(content, actions=(*content.actions, action))
        return replace(content, actions=tuple(action if one.code == action.code else one for one in content.actions))

    def _action(self, told: Mapping[str, Any]) -> PlannedAction:
        return PlannedAction(
            code=told["code"],
            domain=Domain(told["domain"]),
            internship=told["internship"],
            hours=told["hours"] or Decimal(0),
            starts_on=told["starts_on"],
            evaluated_on=told["evaluated_on"],
            cost=told["cost"],
            goals=tuple(told.get("goals", ())),
            after=tuple(told.get("after", ())),
            **{name: told[name].strip() for name in ("text", "need", "task", "discipline", "provider")},
        )


def as_asked(action: PlannedAction) -> dict[str, Any]:
    """An action as the form asks it."""
    names = ("code", "domain", "text", "need", "internship", "hours", "task", "discipline", "provider")
    more = ("starts_on", "evaluated_on", "cost", "goals", "after")
    return {name: getattr(action, name) for name in (*names, *more)}
