"""What is explored with the participant for the profile: in which section it stands, and who said or showed it."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.execution.asking import one_of, words
from vlechtwerk.execution.forms import ReportForm
from vlechtwerk.execution.goals import standing_goals
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.words import PARTS
from vlechtwerk.reports.words_profile import CARE_NEEDS, FOR_GOAL
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties import execution_duties as duties
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.ui.forms import offer


def _goal() -> forms.ChoiceField:
    """At which goal it was found; it may be at none."""
    title: Any = PARTS[FOR_GOAL]
    return forms.ChoiceField(label=title, required=False, widget=forms.Select)


class ProfileForm(ReportForm):
    """Asks one thing that was found about competences, thresholds, room to grow or care needs."""

    kind = ReportKind.PROFILE
    optional: ClassVar = frozenset({"seen_at", FOR_GOAL})
    hint = gettext_lazy(
        "One thing at a time. What changes later you note as something new, so that one sees how it went."
    )

    section = one_of("section")
    found = words("found")
    seen_from = one_of("seen_from", required=False)
    seen_at = words("seen_at", short=True)
    for_goal = _goal()

    def __init__(self, *given: Any, **named: Any) -> None:
        """Offer the goals that stand and that the writer sees, and say what holds for care needs."""
        super().__init__(*given, **named)
        goals = standing_goals(self.about)
        offer(self, FOR_GOAL, {"": _("no goal"), **{str(one.pk): one.text for one in goals}})
        self.fields["section"].help_text = _(
            "Care needs are always kept as sensitive: everybody else reads them with the consent of the participant only."
        )

    def clean(self) -> dict[str, Any]:
        """Keep care needs as sensitive, whatever was chosen (AT-246)."""
        answers = super().clean()
        if answers.get("section") == CARE_NEEDS:
            answers["entry_class"] = str(EntryClass.SENSITIVE)
        return answers

    def asked(self) -> Iterator[Asked]:
        """What was found, and where it comes from (AT-149)."""
        yield ask(duties.profile_entry_states_its_source, self.words("found"), self.words("seen_from"))
