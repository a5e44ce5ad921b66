"""The words of the road to a trajectory for its codes. They are written in lower case, so that they fit in a sentence."""

from typing import Any

from django.utils.translation import gettext_lazy

from vlechtwerk.intake.models import AppointmentReason, ProposalState, SheetKind
from vlechtwerk.rules.activation.duties.target_group import Language, Obstacle
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
OBSTACLES: dict[str, Any] = {
    Obstacle.COGNITIVE: gettext_lazy("cognitive"),
    Obstacle.MEDICAL: gettext_lazy("medical"),
    Obstacle.PSYCHOLOGICAL: gettext_lazy("psychological"),
    Obstacle.PSYCHIATRIC: gettext_lazy("psychiatric"),
    Obstacle.SOCIAL: gettext_lazy("social"),
}
LANGUAGES: dict[str, Any] = {
    Language.SUFFICIENT: gettext_lazy("enough Dutch"),
    Language.WITH_SUPPORT: gettext_lazy("enough Dutch with language support"),
    Language.INSUFFICIENT: gettext_lazy("not enough Dutch"),
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
ALONE: dict[str, Any] = {
    "participant": gettext_lazy("it would be too much for the participant"),
    "practical": gettext_lazy("the care case manager could not be there in time"),
}
FIELDS: dict[str, Any] = {
    "given_name": gettext_lazy("given name"),
    "family_name": gettext_lazy("family name"),
    "birth_year": gettext_lazy("year of birth"),
    "mlp_reference": gettext_lazy("reference in My Career for Partners"),
    "contact_data": gettext_lazy("how can the person be reached?"),
    "registered": gettext_lazy("is registered with VDAB"),
    "icf_assessed": gettext_lazy("competences and limitations were assessed with the ICF instrument"),
    "months_to_work": gettext_lazy("in how many months is paid work expected?"),
    "language": gettext_lazy("how is the person's Dutch?"),
    "committed": gettext_lazy("wants to take part actively"),
    "obstacles": gettext_lazy("which kinds of obstacles to paid work are there?"),
    "needs_care": gettext_lazy("needs care actions"),
    "needs_work": gettext_lazy("needs actions towards work"),
    "assessed_obstacles": gettext_lazy("which obstacles are prominent and not enough under control?"),
    "assessed_growth": gettext_lazy("how can the person grow during a trajectory?"),
    "discussed_on": gettext_lazy("on which day were the needs discussed with the person?"),
    "activation_guidance": gettext_lazy("the mediation advice is activation guidance"),
    "advice_on": gettext_lazy("on which day was the mediation advice registered?"),
    "by_partner": gettext_lazy("the VDAB file has the status mediation by partner"),
    "agreements": gettext_lazy("which agreements were made with the person?"),
    "assignments": gettext_lazy("which assignments and options were discussed?"),
    "motivation": gettext_lazy("why is a trajectory right for this person?"),
    "work_questions": gettext_lazy("work questions of the person"),
    "care_questions": gettext_lazy("care questions of the person"),
    "see_confidential_file": gettext_lazy(
        "the questions belong in the confidential file: the case managers ask the person"
    ),
    "informed": gettext_lazy("what was the person told about?"),
    "appointment_on": gettext_lazy("day of the first appointment at GTB"),
    "appointment_at": gettext_lazy("hour"),
    "place": gettext_lazy("place"),
    "meets": gettext_lazy("with which work case manager?"),
    "exception": gettext_lazy("motivation of an exception to one referral per person"),
}
"""What each answer of a referral is called, on the form and where it is read."""
