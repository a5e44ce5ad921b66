"""What was explained to the participant, so that she and both case managers can look back (AT-255)."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.execution.asking import one_of, several_of, words
from vlechtwerk.execution.forms import SharedNoteForm
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.words import CHOICES
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties.consent import TOPICS, explanation_is_logged, not_explained_yet


class ExplainedForm(SharedNoteForm):
    """Asks what was explained in a talk, and why."""

    kind = ReportKind.EXPLAINED
    optional: ClassVar = frozenset({"still_unclear"})
    hint = gettext_lazy(
        "The participant reads this on her own page. Both case managers see it. Write nothing confidential here."
    )

    occasion = one_of("occasion")
    explained = several_of("explained", TOPICS)
    still_unclear = words("still_unclear")

    def __init__(self, *given: Any, **named: Any) -> None:
        """Tell what was not explained yet."""
        super().__init__(*given, **named)
        talks = [one.told.get("explained", "").split(",") for one in self.about.reports.of_kind(self.kind)]
        missing = ", ".join(str(CHOICES["explained"][code]) for code in not_explained_yet(talks))
        self.fields["explained"].help_text = _("Not noted yet: %(what)s.") % {"what": missing} if missing else ""

    def asked(self) -> Iterator[Asked]:
        """Something was explained, by a case manager, on a day (AT-255)."""
        yield ask(explanation_is_logged, self.cleaned_data["explained"], self.writer(), self.on)
