"""The forms of the first meeting: each asks one thing, and does it through the actions of `intake.meeting`."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.history.actions import record
from vlechtwerk.intake import answers, meeting, words
from vlechtwerk.intake.deed_form import Deed, hour, several
from vlechtwerk.intake.deeds_reminding import AgreeReminder, RemindParticipant
from vlechtwerk.intake.forms import choices, translated
from vlechtwerk.intake.meeting import Held, Moving, When
from vlechtwerk.intake.models import AppointmentReason, Checklist, SheetKind
from vlechtwerk.intake.queries import Intake, sheets_of
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.duties.first_meeting import agenda, course_and_content, encouragement
from vlechtwerk.rules.activation.duties.referral import information_at_the_referral
from vlechtwerk.rules.activation.terms import Attendance
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.ui.environment import label
from vlechtwerk.ui.forms import day_field, offer

MOVES = (
    AppointmentReason.TEAM_AGENDA,
    AppointmentReason.CARE_AGENDA,
    AppointmentReason.PARTICIPANT_ASKS,
    AppointmentReason.PARTICIPANT_HINDERED,
)
AT_THE_MEETING = (Role.CLIENT, Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER)


class TellPartnership(Deed):
    """Tell the care partnership of the intake."""

    slug, title = "melden", gettext_lazy("Tell the care partnership of the intake")
    intro = gettext_lazy(
        "They see the number of the trajectory and the day of the first appointment, and nothing else."
    )
    done = gettext_lazy("The care partnership sees the intake in its list.")
    on = day_field(gettext_lazy("on which day do you tell it?"))

    def act(self) -> None:
        """Tell it."""
        meeting.tell_partnership(self.intake.case, on=self.cleaned_data["on"], **self.common())


class MoveAppointment(Deed):
    """Move the first appointment."""

    slug, title = "verplaatsen", gettext_lazy("Move the first appointment")
    intro = gettext_lazy(
        "The 28 days after the referral stay as they are. Tell the participant first, then note it here."
    )
    done = gettext_lazy("The appointment is moved. Give the participant the new appointment sheet.")
    needs_appointment = True
    new_on, new_at = day_field(gettext_lazy("new day")), hour(gettext_lazy("new hour"))
    place = forms.CharField(label=answers.FIELDS["place"], max_length=200)
    reason = forms.ChoiceField(
        label=gettext_lazy("why is it moved?"),
        choices=[(one.value, words.REASONS[one]) for one in MOVES],
        widget=forms.RadioSelect,
    )
    consulted = forms.BooleanField(label=gettext_lazy("I asked the care case manager"), required=False)
    told_on = day_field(gettext_lazy("on which day was the participant told?"), required=False)
    told_at = hour(gettext_lazy("at which hour was the participant told?"), required=False)

    def known(self) -> dict[str, Any]:
        """The place stays, and the participant was told today."""
        booked = self.intake.appointment
        return {"place": booked.place if booked else "", "told_on": self.intake.found.today}

    def act(self) -> None:
        """Move it."""
        told, referred = self.cleaned_data, self.intake.facts.referred_on
        heard = datetime.combine(told["told_on"], told["told_at"]) if told["told_on"] and told["told_at"] else None
        to = When(told["new_on"], told["new_at"], told["place"])
        moving = Moving(to, AppointmentReason(told["reason"]), told["consulted"], heard)
        meeting.move(self.intake.case, moving, referred_on=referred or self.intake.found.began_on, **self.common())


class HoldMeeting(Deed):
    """Note how the first appointment went."""

    slug, title = "afspraak", gettext_lazy("How did the first appointment go?")
    intro = gettext_lazy(
        "Present starts the six weeks for the plan. After an absence you plan a new appointment at once."
    )
    done = gettext_lazy("The first appointment is noted.")
    on = day_field(gettext_lazy("day of the appointment"))
    attendance = forms.ChoiceField(
        label=gettext_lazy("was the participant there?"),
        choices=[(one.value, "") for one in Attendance],
        widget=forms.RadioSelect,
    )
    attended_by = several(gettext_lazy("who was there?"), {})
    alone_because = forms.ChoiceField(
        label=gettext_lazy("why was the care case manager not there?"),
        required=False,
        choices=[("", gettext_lazy("the care case manager was there")), *choices(words.ALONE)],
    )
    new_on, new_at = (
        day_field(gettext_lazy("new appointment after an absence: day"), required=False),
        hour(gettext_lazy("new appointment after an absence: hour"), required=False),
    )
    place = forms.CharField(label=answers.FIELDS["place"], max_length=200, required=False)
    data_told = forms.BooleanField(
        label=gettext_lazy("the participant was told there that data are kept in this program"),
        required=False,
        help_text=gettext_lazy("Before that nothing can be written in the file."),
    )

    def __init__(self, intake: Intake, data: Mapping[str, Any] | None = None) -> None:
        """Say the closed lists in the language of the page; what was told before is not asked again."""
        super().__init__(intake, data)
        if intake.informed_on:
            del self.fields["data_told"]
        offer(self, "attendance", {one: label("attendance", one) for one in Attendance})
        offer(self, "attended_by", {one: label("role", one) for one in AT_THE_MEETING})

    def known(self) -> dict[str, Any]:
        """The day of the appointment when it has come, and its place."""
        booked, today = self.intake.appointment, self.intake.found.today
        return {"on": min(booked.on, today) if booked else today, "place": booked.place if booked else ""}

    def clean(self) -> dict[str, Any]:
        """Ask the hour and the place of a new appointment with its day."""
        told = super().clean() or self.cleaned_data
        if told.get("new_on") and not (told.get("new_at") and told.get("place")):
            self.add_error("new_at", _("Tell the hour and the place of the new appointment too."))
        return told

    def act(self) -> None:
        """Note it."""
        told = self.cleaned_data
        following = When(told["new_on"], told["new_at"], told["place"]) if told["new_on"] else None
        present = tuple(Role(one) for one in told["attended_by"])
        held = Held(
            told["on"],
            Attendance(told["attendance"]),
            present,
            told["alone_because"],
            following,
            data_told=told.get("data_told", False),
        )
        meeting.hold(self.intake.case, held, **self.common())


class TickAgenda(Deed):
    """Tick what was gone through."""

    slug, title = "agenda", gettext_lazy("What was gone through?")
    intro = gettext_lazy("What is not ticked stays open; a next appointment may complete it.")
    done = gettext_lazy("It is noted.")
    roles = CASE_MANAGERS
    on = day_field(gettext_lazy("on which day?"))
    agenda = several(gettext_lazy("the agenda of the first meeting"), translated(agenda.points))
    information = several(gettext_lazy("course and content of the service"), translated(course_and_content.points))

    def known(self) -> dict[str, Any]:
        """What was ticked before."""
        return {
            "on": self.intake.found.today,
            "agenda": list(self.intake.ticked(Checklist.AGENDA)),
            "information": list(self.intake.ticked(Checklist.INFORMATION)),
        }

    def told_before(self) -> Sequence[str]:
        """The topics that the mediator ticked at the referral (AT-065)."""
        topics = information_at_the_referral.points
        told = (one.answers.get("informed", []) for one in sheets_of(self.intake) if one.kind == SheetKind.APPROACH)
        return [_(topics[code]) for codes in told for code in codes if code in topics]

    def act(self) -> None:
        """Note it."""
        told = self.cleaned_data
        points = [(one, code) for one in (Checklist.AGENDA, Checklist.INFORMATION) for code in told[one.value]]
        meeting.tick(self.intake.case, points, on=told["on"], by=self.intake.found.position)


class NoteAnswer(Deed):
    """Note what the participant answered."""

    slug, title = "start", gettext_lazy("Does the participant confirm the start?")
    intro = gettext_lazy(
        "Who refuses is encouraged for fifteen more days. It leads to no label and no sanction by itself."
    )
    done = gettext_lazy("The answer is noted.")
    on = day_field(gettext_lazy("on which day?"))
    answer = forms.ChoiceField(
        label=gettext_lazy("what does the participant answer?"),
        choices=[("yes", gettext_lazy("confirms the start")), ("no", gettext_lazy("does not confirm it (yet)"))],
        widget=forms.RadioSelect,
    )
    has_assignment = forms.BooleanField(
        label=gettext_lazy("the assignment to confirm the start stands in the first agreements bundle"), required=False
    )
    encouragement = several(gettext_lazy("what did you do to encourage?"), translated(encouragement.points))

    def act(self) -> None:
        """Note it: with what was done to encourage, when the participant does not confirm."""
        told, common, case = self.cleaned_data, self.common(), self.intake.case
        if told["answer"] == "yes":
            meeting.confirm(case, on=told["on"], has_assignment=told["has_assignment"], **common)
            return
        record(case=case, event=e.StartRefused(told["on"]), **common)
        points = [(Checklist.ENCOURAGEMENT, code) for code in told["encouragement"]]
        meeting.tick(case, points, on=told["on"], by=common["by"])


class AskRemoval(Deed):
    """Ask the project follower about the contingent."""

    slug, title = "vraag", gettext_lazy("Ask the project follower about the contingent")
    intro = gettext_lazy("The project follower sees the question and nothing else: no reason and no absence at care.")
    done = gettext_lazy("The project follower sees the question.")

    def act(self) -> None:
        """Ask it."""
        requested = self.intake.facts.mediation_requested_on
        by = self.intake.found.position
        meeting.ask_removal(self.intake.case, mediation_requested_on=requested, on=timezone.localdate(), by=by)


DEEDS: Mapping[str, type[Deed]] = {
    one.slug: one
    for one in (
        *(TellPartnership, AgreeReminder, RemindParticipant, MoveAppointment),
        *(HoldMeeting, TickAgenda, NoteAnswer, AskRemoval),
    )
}
