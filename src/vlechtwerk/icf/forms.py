"""The questions about findings: what holds for the whole sitting, and what was found in each category."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.consent.models import How, State
from vlechtwerk.consent.sharing import Answer
from vlechtwerk.dossier.forms import FIRST_DAY
from vlechtwerk.dossier.sharing_forms import SharingForm
from vlechtwerk.icf.actions import Draft
from vlechtwerk.icf.models import LONGEST_EXPLANATION, LONGEST_REMARK, Category, Explanation, Finding
from vlechtwerk.icf.queries import Profile
from vlechtwerk.icf.scale import QUALIFIERS, SOURCES, Source
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.ui.forms import ActionForm, day_field, offer

READERS = (Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER)
ABOUT_SITTING = ("source", "found_on")
ANSWERS = {
    (State.GIVEN, How.TOGETHER): Answer.AGREED_TOGETHER,
    (State.GIVEN, How.ON_PAPER): Answer.AGREED_ON_PAPER,
    (State.ASKED, ""): Answer.DECIDES_HERSELF,
}
"""The answer that the form proposes again, by how a consent of the same sitting stands."""


def possible(day: date, today: date) -> date:
    """A day on which something can have been found. Raises ValidationError for another one."""
    if day > today:
        raise forms.ValidationError(_("This day has not come yet. Choose today or a day before it."))
    if day < FIRST_DAY:
        raise forms.ValidationError(_("Choose a day from the year 2000 on."))
    return day


class SittingForm(SharingForm):
    """Asks once for the whole sitting: where it comes from, of which day it is, and what was agreed about sharing it."""

    field_order = ABOUT_SITTING

    source = forms.ChoiceField(label=gettext_lazy("where does it come from?"))
    found_on = day_field(gettext_lazy("of which day is it?"))

    def __init__(self, today: date, data: Mapping[str, Any] | None = None, *, before: Mapping[str, Any]) -> None:
        """Start with what was agreed `before` in the same sitting."""
        proposed = {"source": Source.CONVERSATION, "found_on": today}
        super().__init__(today, data, initial={**proposed, **before}, readers=READERS)
        offer(self, "source", SOURCES)

    def clean_found_on(self) -> date:
        """Refuse a day that cannot be."""
        return possible(self.cleaned_data["found_on"], self.today)

    def clean(self) -> dict[str, Any]:
        """Refuse findings that nobody is to see."""
        answers = super().clean() or self.cleaned_data
        self.check_audience(Kind.ICF)
        return answers


class RowForm(forms.Form):
    """Asks what was found in one category. Nothing chosen is nothing found.

    Day and source are those of the sitting unless they are told here.
    """

    use_required_attribute = False

    qualifier = forms.ChoiceField(label=gettext_lazy("value"), required=False)
    remark = forms.CharField(label=gettext_lazy("remark"), max_length=LONGEST_REMARK, required=False)
    source = forms.ChoiceField(label=gettext_lazy("other source"), required=False)
    found_on = day_field(gettext_lazy("other day"), required=False)

    def __init__(self, category: Category, today: date, data: Mapping[str, Any] | None = None) -> None:
        """Offer the values of the category."""
        super().__init__(data, prefix=category.code)
        self.category, self.today = category, today
        offer(self, "qualifier", {"": "–", **{one: f"{one} – {QUALIFIERS[one]}" for one in category.qualifiers}})
        offer(self, "source", {"": _("as above"), **SOURCES})

    def clean_found_on(self) -> date | None:
        """Refuse a day that cannot be."""
        day = self.cleaned_data["found_on"]
        return possible(day, self.today) if day else None

    def clean(self) -> dict[str, Any]:
        """Refuse words without a value."""
        answers = super().clean() or self.cleaned_data
        if answers.get("remark") and not answers.get("qualifier") and "qualifier" not in self.errors:
            self.add_error("qualifier", _("Choose a value too; 8 when you do not know it."))
        return answers

    def draft(self, sitting: SittingForm) -> Draft | None:
        """What was found, in a sitting; nothing when no value was chosen."""
        told, of_all = self.cleaned_data, sitting.cleaned_data
        if not told["qualifier"]:
            return None
        source = Source(told["source"] or of_all["source"])
        return Draft(self.category, told["qualifier"], source, told["found_on"] or of_all["found_on"], told["remark"])


class ExplanationForm(SharingForm):
    """Asks why an action was not carried out, or for the conclusion."""

    replaces = forms.UUIDField(widget=forms.HiddenInput, required=False)
    action = forms.CharField(label=gettext_lazy("which action was not carried out?"), max_length=200, required=False)
    text = forms.CharField(
        label=gettext_lazy("why, or what is the conclusion?"), max_length=LONGEST_EXPLANATION, widget=forms.Textarea
    )

    field_order = ("action", "text")

    def __init__(
        self, today: date, data: Mapping[str, Any] | None = None, *, before: Mapping[str, Any],
        replaced: Explanation | None = None,
    ) -> None:  # fmt: skip
        """Start with what was agreed before, and with the words of what is replaced."""
        told = {"replaces": replaced.pk, "action": replaced.action, "text": replaced.text} if replaced else {}
        super().__init__(today, data, initial={**before, **told}, readers=READERS)
        self.fields["action"].help_text = _("Leave this empty for the conclusion of the whole profile.")

    def clean(self) -> dict[str, Any]:
        """Refuse an explanation that nobody is to see."""
        answers = super().clean() or self.cleaned_data
        self.check_audience(Kind.ICF)
        return answers


class TalkForm(ActionForm):
    """Asks on which day the profile was gone through with the client."""

    talked_on = day_field(gettext_lazy("on which day did you go through it together?"))

    def __init__(self, today: date, data: Mapping[str, Any] | None = None) -> None:
        """Propose today."""
        super().__init__(data, initial={"talked_on": today})
        self.today = today

    def clean_talked_on(self) -> date:
        """Refuse a day that cannot be."""
        return possible(self.cleaned_data["talked_on"], self.today)


class DaysForm(forms.Form):
    """Asks which two days are compared."""

    use_required_attribute = False

    first = day_field(gettext_lazy("first day"))
    second = day_field(gettext_lazy("second day"))


def rows_of(profile: Profile, data: Mapping[str, Any] | None = None, only: str | None = None) -> list[RowForm]:
    """A form for each category of the set, or for the one with this code."""
    categories: Iterable[Category] = profile.loaded.categories if profile.loaded else ()
    return [RowForm(one, profile.found.today, data) for one in categories if only is None or one.code == only]


def agreed_before(profile: Profile) -> dict[str, Any]:
    """What the visitor agreed in the sitting of today, so that it is not asked again when the page is opened anew."""
    mine = (one for one in profile.findings if one.author_id == profile.found.position.pk)
    last = max(mine, key=lambda one: one.written_at, default=None)
    if last is None or last.item.made_at.date() != profile.found.today:
        return {}
    return {"source": last.source, "found_on": last.found_on, "why": last.why, **_consented(profile, last)}


def _consented(profile: Profile, last: Finding) -> dict[str, Any]:
    consents = profile.around.consents.get(last.item_id, ())
    if not consents:
        return {}
    one = consents[-1]
    answer = ANSWERS.get((State(one.state), one.how)) if one.state in State else None
    return {"discussed_on": one.discussed_on, **({"answer": answer} if answer else {})}
