"""The questions about sharing: with whom, why, what was talked about, and what the participant said of it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.consent.models import LONGEST_REMARK, How, NotYet
from vlechtwerk.consent.sharing import Agreement, Answer
from vlechtwerk.consent.walls import SEES_EVERY_ITEM
from vlechtwerk.dossier import words
from vlechtwerk.rules.activation.duties.consent import proposed_end
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import GRANTABLE, Kind, Verb, basis_of
from vlechtwerk.ui.forms import ActionForm, day_field, offer

SHARING = ("audience", "why", "discussed_on", "answer", "valid_until", "not_yet_because")
"""The names of the questions about sharing, in their order."""
NOT_NAMED = frozenset({*SEES_EVERY_ITEM, str(Role.EARLIER_CASE_MANAGER)})
"""Who is not chosen: those who see everything anyway, and who handed over and reads as whom they were before."""
READERS = tuple(
    role for role in Role if role not in NOT_NAMED and any(basis_of(role, kind, Verb.READ) for kind in GRANTABLE)
)
"""The capacities to whom something can be shared."""
USUAL = (Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER)


class SharingForm(ActionForm):
    """Asks what was agreed about sharing something. A valid form has it as `agreed`."""

    audience = forms.MultipleChoiceField(
        label=gettext_lazy("with whom do you share it?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    why = forms.CharField(label=gettext_lazy("why do they need it for work?"), max_length=300, required=False)
    discussed_on = day_field(gettext_lazy("on which day did you talk about it with the participant?"), required=False)
    answer = forms.ChoiceField(
        label=gettext_lazy("does the participant agree?"), widget=forms.RadioSelect, required=False
    )
    valid_until = day_field(gettext_lazy("until which day may it be shared?"), required=False)
    not_yet_because = forms.ChoiceField(label=gettext_lazy("why not yet?"), required=False)

    def __init__(
        self, today: date, data: Mapping[str, Any] | None = None, *, initial: Mapping[str, Any] | None = None,
        readers: Iterable[Role] = READERS,
    ) -> None:  # fmt: skip
        """Offer the capacities that may read, each with what binds them (AT-242)."""
        proposed = {
            "audience": [str(role) for role in USUAL],
            "valid_until": proposed_end(today),
            "discussed_on": today,
        }
        super().__init__(data, initial={**proposed, **(initial or {})})
        self.today = today
        offer(self, "audience", {str(role): words.reader(role) for role in readers})
        offer(self, "answer", words.ANSWERS)
        offer(self, "not_yet_because", {"": "", **words.NOT_YET})
        self.fields["why"].help_text = _("Which obstacle to work does it take away?")
        self.fields["answer"].help_text = _(
            "Needed when information leaves professional secrecy, and for everything that is sensitive."
        )

    @property
    def agreed(self) -> Agreement:
        """What was agreed."""
        told = self.cleaned_data
        answer, not_yet = told["answer"], told["not_yet_because"]
        return Agreement(
            audience=frozenset(Role(one) for one in told["audience"]),
            why=told["why"].strip(),
            discussed_on=told["discussed_on"],
            answer=Answer(answer) if answer else None,
            valid_until=told["valid_until"],
            not_yet_because=NotYet(not_yet) if not_yet else None,
        )

    def audience_fits(self, kind: Kind) -> bool:
        """Whether those who were chosen may see this part; what is wrong stands in the errors."""
        self.check_audience(kind)
        return not self.errors

    def check_audience(self, kind: Kind) -> None:
        """Refuse a part that nobody is to see, and somebody who never sees this part."""
        chosen = [Role(one) for one in self.cleaned_data.get("audience", ())]
        if not chosen and "audience" not in self.errors:
            self.add_error("audience", _("Choose with whom you share it."))
        for role in chosen:
            if not basis_of(role, kind, Verb.READ):
                told = {"role": words.reader(role), "part": words.PARTS[kind]}
                self.add_error("audience", _("%(role)s gets no access to this part: %(part)s.") % told)


class AnswerForm(ActionForm):
    """Asks a professional what the participant told about a question."""

    agrees = forms.ChoiceField(
        label=gettext_lazy("what did the participant say?"), widget=forms.RadioSelect, choices=()
    )
    how = forms.ChoiceField(label=gettext_lazy("how?"), widget=forms.RadioSelect, choices=())

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        """Offer the answers."""
        super().__init__(data)
        offer(self, "agrees", {"yes": _("Yes, it may be shared"), "no": _("No, it may not be shared")})
        offer(self, "how", {how: words.HOWS[how] for how in (How.TOGETHER, How.ON_PAPER)})


class RemarkForm(ActionForm):
    """Asks the client for the own view of something."""

    text = forms.CharField(
        label=gettext_lazy("what do you want to say about it?"), max_length=LONGEST_REMARK, widget=forms.Textarea
    )
    disputed = forms.BooleanField(label=gettext_lazy("I see this differently"), required=False)
