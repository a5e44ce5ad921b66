"""Which form goes with which kind of report, and where somebody goes on after it."""

from collections.abc import Mapping

from vlechtwerk.execution import (
    forms_closing,
    forms_cooperation,
    forms_delays,
    forms_doubt,
    forms_follow_up,
    forms_notes,
    forms_reports,
    forms_welfare,
)
from vlechtwerk.execution.forms import ReportForm, SharedNoteForm
from vlechtwerk.reports.kinds import ReportKind

AnyForm = ReportForm | SharedNoteForm
FORMS: Mapping[ReportKind, type[ReportForm] | type[SharedNoteForm]] = {
    ReportKind.ACTION_REPORT: forms_reports.ActionReportForm,
    ReportKind.EVALUATION: forms_reports.EvaluationForm,
    ReportKind.CONSULTATION: forms_follow_up.ConsultationForm,
    ReportKind.EFFORT: forms_cooperation.EffortForm,
    ReportKind.FORMAL_SERVICE: forms_cooperation.FormalServiceForm,
    ReportKind.MEDIATION_TALK: forms_cooperation.MediationTalkForm,
    ReportKind.END_CONSIDERED: forms_cooperation.EndConsideredForm,
    ReportKind.STATUTE: forms_follow_up.StatuteForm,
    ReportKind.RIGHT_REFERRAL: forms_follow_up.RightReferralForm,
    ReportKind.DOUBT: forms_doubt.DoubtForm,
    ReportKind.DOUBT_OUTCOME: forms_doubt.DoubtOutcomeForm,
    ReportKind.REORIENTATION: forms_doubt.ReorientationForm,
    ReportKind.INTERNSHIP: forms_reports.InternshipForm,
    ReportKind.NO_INTERNSHIP: forms_reports.NoInternshipForm,
    ReportKind.SITUATION: forms_reports.SituationForm,
    ReportKind.DELAY: forms_delays.DelayNoticeForm,
    ReportKind.CARE_SUSPENDED: forms_reports.CareSuspendedForm,
    ReportKind.CARE_RESUMED: forms_reports.CareResumedForm,
    ReportKind.INTERRUPTION: forms_reports.InterruptionForm,
    ReportKind.RIGHTS_REQUEST: forms_reports.RightsRequestForm,
    ReportKind.BUS_CARD: forms_notes.BusCardForm,
    ReportKind.ADVICE_REQUEST: forms_notes.AdviceRequestForm,
    ReportKind.STOP_VIEW: forms_reports.StopViewForm,
    ReportKind.FINAL_REPORT: forms_closing.FinalReportForm,
    ReportKind.FINAL_ADVICE: forms_closing.FinalAdviceForm,
    ReportKind.FEEDBACK: forms_notes.FeedbackForm,
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
    ReportKind.WELFARE_HAND_OVER: "closing",
    ReportKind.BUS_CARD: "trajectory",
    ReportKind.REORIENTATION: "cooperation",
    ReportKind.FORMAL_SERVICE: "cooperation",
    ReportKind.MEDIATION_TALK: "cooperation",
}
"""The page on which somebody goes on, where that is not the list of reports."""
