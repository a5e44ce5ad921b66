"""The words of the road to a trajectory for its codes. They are written in lower case, so that they fit in a sentence."""

from typing import Any

from django.utils.translation import gettext_lazy

from vlechtwerk.intake.models import AppointmentReason, Channel, ProposalState, SheetKind, Support
from vlechtwerk.rules.activation.terms import IntakeChannel

STATES: dict[str, Any] = {
    ProposalState.WAITING: gettext_lazy("waits for the decision of VDAB"),
    ProposalState.ACCEPTED: gettext_lazy("VDAB begins a referral"),
    ProposalState.REFUSED: gettext_lazy("VDAB does not refer this candidate"),
}
REASONS: dict[str, Any] = {
    AppointmentReason.BOOKED: gettext_lazy("booked by VDAB"),
    AppointmentReason.TEAM_AGENDA: gettext_lazy("the agenda of the team"),
    AppointmentReason.CARE_AGENDA: gettext_lazy("to let the care case manager be there"),
    AppointmentReason.PARTICIPANT_ASKS: gettext_lazy("the participant asks for it"),
    AppointmentReason.PARTICIPANT_HINDERED: gettext_lazy("the participant cannot come"),
    AppointmentReason.ABSENCE: gettext_lazy("after an absence"),
}
CHANNELS: dict[str, Any] = {
    IntakeChannel.LIST: gettext_lazy("the list of intakes in this program"),
    IntakeChannel.FORM: gettext_lazy("a digital form of the region"),
    IntakeChannel.MAILBOX: gettext_lazy("one mailbox"),
    IntakeChannel.CONSULTATION: gettext_lazy("a regular consultation"),
}
SHEETS: dict[str, Any] = {
    SheetKind.APPROACH: gettext_lazy("what VDAB hands over"),
    SheetKind.CARE: gettext_lazy("what VDAB tells the case managers alone"),
}
WAYS_TO_REMIND: dict[str, Any] = {
    Channel.PHONE: gettext_lazy("with a phone call"),
    Channel.TEXT: gettext_lazy("with a text message"),
    Channel.LETTER: gettext_lazy("with a letter"),
    Channel.IN_PERSON: gettext_lazy("in a talk"),
    Channel.MAIL: gettext_lazy("with a mail that there is something"),
    Channel.NONE: gettext_lazy("the participant wants no reminder"),
}
SUPPORT: dict[str, Any] = {
    Support.COMPANION: gettext_lazy("somebody comes along"),
    Support.WAY: gettext_lazy("the way is explained, or gone together"),
    Support.INTERPRETER: gettext_lazy("somebody interprets"),
    Support.CALL: gettext_lazy("a call on the day itself"),
}
ALONE: dict[str, Any] = {
    "participant": gettext_lazy("it would be too much for the participant"),
    "practical": gettext_lazy("the care case manager could not be there in time"),
}
