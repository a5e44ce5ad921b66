"""Which form goes with which kind of report, and where somebody goes on after it."""

from collections.abc import Callable, Collection, Mapping

from vlechtwerk.execution import (
    forms_closing,
    forms_cooperation,
    forms_delays,
    forms_doubt,
    forms_explaining,
    forms_follow_up,
    forms_internship,
    forms_mobility,
    forms_notes,
    forms_profile,
    forms_questions,
    forms_reports,
    forms_taking_over,
    forms_welfare,
)
from vlechtwerk.execution.forms import About, ReportForm, SharedNoteForm
from vlechtwerk.reports.kinds import PLANS, ReportKind
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.policy import Kind

AnyForm = ReportForm | SharedNoteForm
FORMS: Mapping[ReportKind, type[ReportForm] | type[SharedNoteForm]] = {
    ReportKind.ACTION_REPORT: forms_reports.ActionReportForm,
    ReportKind.EVALUATION: forms_reports.EvaluationForm,
    ReportKind.CONSULTATION: forms_follow_up.ConsultationForm,
    ReportKind.EFFORT: forms_cooperation.EffortForm,
    ReportKind.FORMAL_SERVICE: forms_cooperation.FormalServiceForm,
    ReportKind.MEDIATION_TALK: forms_cooperation.MediationTalkForm,
    ReportKind.END_CONSIDERED: forms_cooperation.EndConsideredForm,
    ReportKind.PROFILE: forms_profile.ProfileForm,
    ReportKind.FOLLOW_UP_TAKEN: forms_taking_over.TakingOverForm,
    ReportKind.STATUTE: forms_follow_up.StatuteForm,
    ReportKind.RIGHT_REFERRAL: forms_follow_up.RightReferralForm,
    ReportKind.FILE_TALK: forms_doubt.FileTalkForm,
    ReportKind.EXISTING_HELP: forms_doubt.ExistingHelpForm,
    ReportKind.DOUBT: forms_doubt.DoubtForm,
    ReportKind.DOUBT_OUTCOME: forms_doubt.DoubtOutcomeForm,
    ReportKind.REORIENTATION: forms_doubt.ReorientationForm,
    ReportKind.PLACE_SOUGHT: forms_internship.PlaceSoughtForm,
    ReportKind.INTERNSHIP: forms_internship.InternshipForm,
    ReportKind.NO_INTERNSHIP: forms_internship.NoInternshipForm,
    ReportKind.INTERNSHIP_OFF: forms_internship.InternshipOffForm,
    ReportKind.EVALUATION_INPUT: forms_reports.EvaluationInputForm,
    ReportKind.SITUATION: forms_reports.SituationForm,
    ReportKind.DELAY: forms_delays.DelayNoticeForm,
    ReportKind.NEED_OUTCOME: forms_questions.NeedOutcomeForm,
    ReportKind.INFORMATION_REQUEST: forms_questions.InformationRequestForm,
    ReportKind.INFORMATION: forms_questions.InformationForm,
    ReportKind.CARE_SUSPENDED: forms_reports.CareSuspendedForm,
    ReportKind.CARE_RESUMED: forms_reports.CareResumedForm,
    ReportKind.INTERRUPTION: forms_reports.InterruptionForm,
    ReportKind.RIGHTS_REQUEST: forms_reports.RightsRequestForm,
    ReportKind.BUS_CARD: forms_mobility.BusCardForm,
    ReportKind.CARD_DECISION: forms_mobility.CardDecisionForm,
    ReportKind.TRAIN_TICKET: forms_mobility.TrainTicketForm,
    ReportKind.EXPLAINED: forms_explaining.ExplainedForm,
    ReportKind.ADVICE_REQUEST: forms_notes.AdviceRequestForm,
    ReportKind.STOP_VIEW: forms_reports.StopViewForm,
    ReportKind.FINAL_REPORT: forms_closing.FinalReportForm,
    ReportKind.FINAL_ADVICE: forms_closing.FinalAdviceForm,
    ReportKind.FEEDBACK: forms_notes.FeedbackForm,
    ReportKind.WELFARE_NOTE: forms_welfare.NoteForm,
    ReportKind.ADVISOR_CHANGE: forms_welfare.AdvisorChangeForm,
    ReportKind.WELFARE_HAND_OVER: forms_welfare.HandOverForm,
}
"""The kinds that have a page of their own to write them, in the order in which they are offered."""
CITES = frozenset({ReportKind.FORMAL_SERVICE})
"""Shared notes that are written with the reports of the confidential file beside them."""
GOES_ON: Mapping[ReportKind, str] = {
    ReportKind.ADVICE_REQUEST: "closing",
    ReportKind.FINAL_REPORT: "closing",
    ReportKind.FINAL_ADVICE: "closing",
    ReportKind.FEEDBACK: "closing",
    ReportKind.WELFARE_NOTE: "closing",
    ReportKind.WELFARE_HAND_OVER: "closing",
    ReportKind.REORIENTATION: "cooperation",
    ReportKind.FORMAL_SERVICE: "cooperation",
    ReportKind.MEDIATION_TALK: "cooperation",
    ReportKind.PROFILE: "profile",
}
"""The page on which somebody goes on, where that is not the list of reports or of shared notes."""
CLOSING = "closing"
"""A page for case managers alone."""


def goes_on(kind: ReportKind, capacities: Collection[Role]) -> str:
    """The page on which somebody with these capacities goes on after a report of a kind."""
    page = GOES_ON.get(kind, CLOSING)
    if kind in GOES_ON and (page != CLOSING or CASE_MANAGERS & set(capacities)):
        return page
    return "shared_notes" if PLANS[kind].part is Kind.ADMINISTRATIVE else "reports"


def _after_welfare(about: About) -> bool:
    return about.facts.mediation_advice is Advice.WELFARE


OFFERED_WHEN: Mapping[ReportKind, Callable[[About], bool]] = {
    ReportKind.NEED_OUTCOME: lambda about: bool(forms_questions.open_needs(about.reports)),
    ReportKind.INFORMATION: lambda about: bool(forms_questions.open_questions(about.reports)),
    ReportKind.FOLLOW_UP_TAKEN: forms_taking_over.colleague_is_away,
    ReportKind.CARD_DECISION: lambda about: bool(forms_mobility.waiting_cards(about.reports)),
    ReportKind.WELFARE_NOTE: _after_welfare,
    ReportKind.ADVISOR_CHANGE: _after_welfare,
    ReportKind.WELFARE_HAND_OVER: _after_welfare,
    ReportKind.FEEDBACK: lambda about: about.facts.final_advice is not None,
}
"""The kinds that are offered only when there is something to write; the others always."""


def is_offered(kind: ReportKind, about: About) -> bool:
    """Whether the visitor writes a kind and there is a reason to do so now."""
    return about.reports.may_write(kind) and (kind not in OFFERED_WHEN or OFFERED_WHEN[kind](about))
