"""The English label of every code, by kind. Sources: the handbook for care case managers (2023) and its forms."""

from __future__ import annotations

from typing import Final

STATUSES: Final = {
    "initiated": "initiated",
    "accepted": "accepted",
    "in_progress": "in progress",
    "closing": "closing",
    "ended": "ended",
    "cancelled": "cancelled",
}

END_REASONS: Final = {
    "final_advice": "with a final advice",
    "early_stop": "early stop",
    "automatic": "automatically, without a final advice",
    "contingent_removal": "removed from the contingent",
    "refusal": "lasting refusal",
}

ROLES: Final = {
    "client": "participant",
    "work_case_manager": "work case manager",
    "care_case_manager": "care case manager",
    "earlier_case_manager": "earlier case manager",
    "case_management_team": "case management team",
    "network_coordinator": "network coordinator",
    "care_provider": "care provider",
    "work_provider": "work provider",
    "vdab_mediator": "VDAB mediator",
    "trusted_advisor": "trusted advisor",
    "project_follower": "project follower",
    "tom_team": "TOM team",
    "dgs": "specialised screening service (DGS)",
    "care_partnership_contact": "contact of the care partnership",
    "care_department": "Department of Care",
    "system": "the system",
    "data_protection_officer": "data-protection officer",
    "reviewer": "reviewer of the department",
    "applicant_organisation": "applicant organisation",
    "organisation_responsible": "person responsible for the organisation",
    "minister": "the minister",
}

EVENTS: Final = {
    "referred": "referral",
    "first_meeting": "first meeting",
    "start_confirmed": "start confirmed",
    "start_refused": "start refused",
    "plan_signed": "trajectory plan signed",
    "plan_uploaded": "trajectory plan uploaded",
    "plan_approved": "trajectory plan approved",
    "plan_returned": "trajectory plan returned",
    "mediation_started": "mediation process started",
    "action_started": "action started",
    "evaluation_held": "interim evaluation held",
    "care_suspended": "care suspended",
    "care_resumed": "care resumed",
    "interrupted": "interruption",
    "extension_requested": "extension requested",
    "extension_decided": "decision on the extension",
    "last_report_registered": "last action report registered",
    "icf_completed": "ICF completed",
    "no_internship_motivated": "absence of an internship motivated",
    "mediation_advice_registered": "mediation advice registered",
    "coordinator_warned": "network coordinator warned",
    "final_report_registered": "final report registered",
    "final_advice_registered": "final advice registered",
    "stop_requested": "stop requested",
    "stop_decided": "decision on the stop",
    "access_blocked": "access to the file blocked",
    "intake_notified": "care partnership told of the intake",
    "three_way_meeting": "three-way meeting held",
    "mediation_requested": "mediation requested",
    "delay_noted": "delay note written",
    "welfare_reviewed": "advice Welfare reviewed",
}

OBLIGATIONS: Final = {
    "first_meeting": "hold the first meeting",
    "start_confirmation": "have the start confirmed",
    "plan_upload": "upload the trajectory plan",
    "first_action": "start the first action",
    "evaluation": "hold an interim evaluation",
    "final_report": "register the final report",
    "closing_registrations": "finish the closing registrations",
    "block_access": "block the access to the file",
    "intake_notice": "tell the care partnership of the intake",
    "three_way_meeting": "hold a three-way meeting",
    "mediation_request": "request a mediation",
    "delay_note": "write a delay note",
    "mediation_start": "start the mediation process",
    "immediate_internship": "start the internship or its preparation at once",
    "maximum_approaching": "close in time: the maximum duration is near",
    "target_duration": "reach the target duration of the region",
    "closing_reserve": "finish the actions: the last month is for closing",
    "icf_at_stop": "complete the ICF at the stop",
    "welfare_review": "review the advice Welfare",
}

OBLIGATION_STATES: Final = {
    "open": "open",
    "late": "late",
    "met": "done in time",
    "met_late": "done late",
    "lapsed": "no longer owed",
}

FLAGS: Final = {
    "start_unconfirmed": "start not confirmed",
    "plan_late": "trajectory plan late",
    "first_action_late": "first action late",
    "care_suspended": "care suspended",
    "interrupted": "interrupted",
    "extension_pending": "extension requested",
    "extension_granted": "extension granted",
    "max_exceeded": "maximum duration exceeded",
    "advice_requested": "advice requested",
    "access_still_open": "access still open",
}

FORCES: Final = {"must": "duty", "should": "guideline", "may": "possibility"}

DATES: Final = {
    "minimum_reached": "final advice possible from",
    "maximum_reached": "end of the maximum duration",
    "closing_from": "closing from",
    "automatic_end": "automatic end",
    "duration_start": "start of the duration",
}

# The facts a date is counted from, where they are not simply an event.
FACTS: Final = {
    "end": "end of the trajectory",
    "closing_from": "start of the closing",
    "maximum_reached": "not later than the end of the maximum duration",
    "extension_granted": "extension granted",
}

ATTRIBUTES: Final = {
    "on": "date",
    "attendance": "attendance",
    "with": "who was present",
    "attended_by": "who was present",
    "by": "signed by",
    "medium": "way of signing",
    "version": "version of the plan",
    "domain": "domain",
    "internship": "work experience internship",
    "until": "until and including",
    "reason": "reason",
    "months": "number of months",
    "agreed_by": "agreed by",
    "necessary_actions": "necessary actions remain",
    "granted": "granted",
    "categories": "number of ICF categories filled in",
    "advice": "advice",
    "joint": "made together",
    "ground": "ground",
    "manner": "manner",
    "changed": "changed part of the plan",
    "shared_with": "shared with",
    "reason_given": "reason of the delay given",
    "next_steps_given": "next steps given",
}

ATTENDANCES: Final = {
    "present": "present",
    "absent": "absent without a valid reason",
    "absent_valid": "absent with a valid reason",
}

MEDIA: Final = {"paper": "on paper", "eid": "with the electronic identity card", "mixed": "partly on paper"}

DOMAINS: Final = {"work": "work", "care": "care"}

INTERRUPTIONS: Final = {
    "illness": "illness",
    "maternity": "maternity leave",
    "accident": "accident",
    "force_majeure": "force majeure",
    "provider": "delay at a provider",
}

ADVICES: Final = {
    "NEC": "normal economic circuit (NEC)",
    "SEC": "social economic circuit (SEC)",
    "AMA": "work-like activities (AMA)",
    "WELFARE": "welfare",
}

STOP_GROUNDS: Final = {
    "at_work": "the participant is at work",
    "interruption": "long interruption",
    "serious_shortcoming": "serious shortcoming",
    "goal_unreachable": "the goal cannot be reached",
}

PROCEDURES: Final = {
    "activation": "activation trajectory",
    "recognition": "recognition of an external provider",
}

CORRECTIONS: Final = {
    "wrong_date": "the date is wrong",
    "wrong_detail": "something else about it is wrong",
    "wrong_case": "it belongs to another trajectory: strike it",
    "did_not_happen": "it did not happen: strike it",
}
