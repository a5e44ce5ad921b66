"""What is told at the start: help that is there, a doubt with the choice, another offer; and the talk about the file."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.execution.asking import day, one_of, words
from vlechtwerk.execution.forms import ReportForm, SharedNoteForm
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties import dossier, target_group
from vlechtwerk.rules.activation.duties.dossier import DiscussionRequest
from vlechtwerk.rules.activation.duties.target_group import Doubt, Helper, ReorientationNote
from vlechtwerk.sharing.models import SignalKind
from vlechtwerk.sharing.signals import waiting_since


class FileTalkForm(ReportForm):
    """Asks about the talk in which the participant went through the confidential file."""

    kind = ReportKind.FILE_TALK
    hint = gettext_lazy(
        "The day is that of the talk. The question of the participant stays on your worklist until then."
    )

    gone_through = words("gone_through", required=True)

    def asked(self) -> Iterator[Asked]:
        """The talk follows on the question, and the work case manager notes it (AT-138)."""
        waiting = waiting_since(self.about.found.case.file_id, SignalKind.FILE_TALK_ASKED)
        request = DiscussionRequest(waiting or self.on, self.on, self.writer())
        yield ask(dossier.file_is_discussed_on_request, request)


class ExistingHelpForm(ReportForm):
    """Asks about help that the participant has already, and what was coordinated with it."""

    kind = ReportKind.EXISTING_HELP
    optional: ClassVar = frozenset({"agreements"})
    hint = gettext_lazy(
        "So that the trajectory adds to what is there. Contact follows on the consent of the participant."
    )

    helper = words("helper", short=True)
    contact_consent_on = day("contact_consent_on")
    coordinated_on = day("coordinated_on")
    agreements = words("agreements")

    def asked(self) -> Iterator[Asked]:
        """The participant agreed before the contact took place (AT-035)."""
        told = self.cleaned_data
        helper = Helper(self.words("helper"), told["contact_consent_on"], told["coordinated_on"])
        yield ask(target_group.existing_help_is_coordinated, helper)


class DoubtForm(ReportForm):
    """Asks the care case manager why a trajectory does not seem realistic now."""

    kind = ReportKind.DOUBT
    optional: ClassVar = frozenset({"wish"})
    hint = gettext_lazy(
        "A participant is referred only once. Tell it as soon as possible, so that the chance is kept for a better moment."
    )

    doubt = words("doubt", required=True)
    wish = words("wish")


class DoubtOutcomeForm(ReportForm):
    """Asks the work case manager what both case managers chose."""

    kind = ReportKind.DOUBT_OUTCOME
    optional: ClassVar = frozenset({"agreements"})
    hint = gettext_lazy("The doubt stays on your worklist until this is noted.")

    both_on = day("both_on")
    doubt_outcome = one_of("doubt_outcome")
    agreements = words("agreements")

    def asked(self) -> Iterator[Asked]:
        """The doubt was discussed, and a choice was made (AT-036)."""
        told = self.cleaned_data
        yield ask(
            target_group.doubt_is_discussed_before_the_start, Doubt(self.on, told["both_on"], told["doubt_outcome"])
        )


class ReorientationForm(SharedNoteForm):
    """Asks the care case manager for the note with which another offer is looked for together with VDAB."""

    kind = ReportKind.REORIENTATION
    hint = gettext_lazy("The trusted advisor of VDAB reads this. Write nothing of the confidential file.")

    picture = words("picture", required=True)
    offer = words("offer", short=True)
    talked_on = day("talked_on")

    def __init__(self, *given: Any, **named: Any) -> None:
        """Say what kind of offer is meant."""
        super().__init__(*given, **named)
        self.fields["offer"].help_text = _(
            "for example work-like activities, a care or welfare path, or a later referral"
        )

    def asked(self) -> Iterator[Asked]:
        """It was discussed with the participant, and names the offer that fits best (AT-038)."""
        note = ReorientationNote(self.cleaned_data["talked_on"] is not None, self.words("offer"))
        yield ask(target_group.reorientation_is_a_dialogue, note)
