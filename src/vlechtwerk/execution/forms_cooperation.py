"""The effort of the participant: attendance and assignments, formal service, the talk at VDAB, and whether Welfare fits."""

from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.execution.asking import day, one_of, several_of, tick, words
from vlechtwerk.execution.forms import ReportForm, SharedNoteForm
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.models import Report
from vlechtwerk.reports.words_follow_up import CITED, cited_in_words
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties import cooperation
from vlechtwerk.rules.activation.duties.cooperation import Absence, TalkDecision
from vlechtwerk.rules.activation.terms import Attendance
from vlechtwerk.rules.roles import Role
from vlechtwerk.ui.forms import offer

ATTENDANCE = {
    "present": Attendance.PRESENT,
    "excused": Attendance.ABSENT_VALID,
    "absent": Attendance.ABSENT,
    "done": Attendance.PRESENT,
    "missed": Attendance.ABSENT,
}
"""How the rules name what was noted."""
FELL_SHORT = ("absent", "missed")
UNDECIDED = "open"


class EffortForm(ReportForm):
    """Asks whether the participant was there, or carried out an assignment."""

    kind = ReportKind.EFFORT
    optional: ClassVar = frozenset({"facts"})
    hint = gettext_lazy(
        "Counted for each side, and never a score of a person. What is noted at the side of care is never told to VDAB."
    )

    action = words("action", short=True, required=True)
    effort = one_of("effort")
    facts = words("facts")

    def asked(self) -> Iterator[Asked]:
        """Each appointment has its attendance, and a person is never scored (AT-160)."""
        noted = ATTENDANCE[self.cleaned_data["effort"]]
        yield ask(cooperation.effort_is_watched_by_attendance, [noted], scored=False)


def shortcomings(efforts: list[Report]) -> list[Absence]:
    """When the participant did not appear or did not carry out an assignment, and at whom."""
    return [
        Absence(Role(one.item.capacity), one.happened_on) for one in efforts if one.told.get("effort") in FELL_SHORT
    ]


class FormalServiceForm(SharedNoteForm):
    """Asks what the work case manager chooses when it does not go well at work. The participant reads it too."""

    kind = ReportKind.FORMAL_SERVICE
    hint = gettext_lazy(
        "The participant reads this too, and with a talk the trusted advisor of VDAB. Absence at care is never told here."
    )

    step = one_of("step")
    cited = several_of(CITED, [""])
    text = words("text")

    def __init__(self, *given: Any, **named: Any) -> None:
        """Offer what was noted at the side of work, and nothing of care (AT-163)."""
        super().__init__(*given, **named)
        offered = [_code(one) for one in self._efforts() if Role(one.item.capacity) not in cooperation.CARE_SIDE]
        offer(self, CITED, {code: cited_in_words(code) for code in offered})

    def _efforts(self) -> list[Report]:
        """What was noted of the participant's shortcomings, as far as the work case manager reads it."""
        noted = self.about.reports.of_kind(ReportKind.EFFORT)
        return [one for one in noted if one.told.get("effort") in FELL_SHORT]

    def beforehand(self) -> Iterator[Asked]:
        """Without anything at the side of work this is not possible (AT-163)."""
        yield ask(cooperation.care_absences_stay_out_of_vdab, shortcomings(self._efforts()), [])

    def asked(self) -> Iterator[Asked]:
        """Chosen by the work case manager, on the ground of work, in words that the participant reads (AT-161, AT-163)."""
        named = [date.fromisoformat(one.split(":", maxsplit=1)[0]) for one in self.cleaned_data[CITED]]
        cited = [Absence(Role.WORK_CASE_MANAGER, on) for on in named]
        yield ask(cooperation.care_absences_stay_out_of_vdab, shortcomings(self._efforts()), cited)
        service = cooperation.FormalService(self.writer(), len(cited), self.words("text"), shown_to_client=True)
        yield ask(cooperation.formal_service_is_chosen, service)


def _code(effort: Report) -> str:
    return f"{effort.happened_on.isoformat()}:{effort.told['effort']}"


class MediationTalkForm(SharedNoteForm):
    """Asks the trusted advisor about the invitation, the talk, and what is decided."""

    kind = ReportKind.MEDIATION_TALK
    optional: ClassVar = frozenset({"invited_on", "heard_on", "facts"})
    hint = gettext_lazy("Note the invitation first; after the talk you write it again with the decision.")

    invited_on = day("invited_on")
    heard_on = day("heard_on")
    not_appeared = tick("not_appeared")
    talk_decision = one_of("talk_decision")
    facts = words("facts")

    def clean(self) -> dict[str, Any]:
        """Refuse a talk that is still to come, and one to which nobody came and in which somebody was heard."""
        answers = super().clean() or self.cleaned_data
        heard_on = answers.get("heard_on")
        if heard_on and heard_on > self.about.today:
            self.add_error("heard_on", _("This day has not come yet. Choose today or a day before it."))
        if heard_on and answers.get("not_appeared"):
            self.add_error("not_appeared", _("Choose one of both: heard on a day, or not appeared."))
        return answers

    def asked(self) -> Iterator[Asked]:
        """The participant is invited, and heard before a transmission unless she does not appear (AT-162)."""
        told = self.cleaned_data
        chosen = told["talk_decision"]
        decision = TalkDecision.CONTINUE if chosen == UNDECIDED else TalkDecision(chosen)
        talk = cooperation.MediationTalk(
            self.writer(), decision, told["invited_on"], told["heard_on"], did_not_appear=told["not_appeared"]
        )
        yield ask(cooperation.client_is_heard_before_transmission, talk)


class EndConsideredForm(ReportForm):
    """Asks whether an advice Welfare seems right after absences at care, and what is begun then."""

    kind = ReportKind.END_CONSIDERED
    optional: ClassVar = frozenset({"facts", "screening_on"})
    hint = gettext_lazy("This stays in the confidential file. If it seems right, the work case manager gets a task.")

    welfare = one_of("welfare")
    facts = words("facts")
    screening_on = day("screening_on")
    prepared = tick("prepared")


def considered(told: Any) -> cooperation.WelfareConsideration:
    """What was considered, as the rules know it."""
    applies = told.get("welfare") == "applies"
    asked_on = told.get("screening_on")
    return cooperation.WelfareConsideration(
        applies, date.fromisoformat(asked_on) if asked_on else None, closing_prepared=bool(told.get("prepared"))
    )


def attendance(efforts: list[Report], *, care: bool) -> dict[str, int]:
    """How often each was noted at the side of care, or at that of work."""
    side = [one for one in efforts if (Role(one.item.capacity) in cooperation.CARE_SIDE) is care]
    noted = [one.told.get("effort", "") for one in side]
    return {code: noted.count(code) for code in ATTENDANCE if code in noted}
