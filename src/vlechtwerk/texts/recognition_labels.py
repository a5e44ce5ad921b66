"""The English label of every code of the recognition procedure, by kind. Source: the pages on individual tailored work."""

from __future__ import annotations

from typing import Final

STATUSES: Final = {
    "draft": "draft",
    "submitted": "submitted",
    "inadmissible": "inadmissible",
    "admissible": "admissible",
    "in_examination": "in examination",
    "advised": "advice given",
    "decided_positive": "decided: recognition granted",
    "decided_negative": "decided: recognition refused",
    "recognised": "recognised",
    "expired": "recognition expired",
}

EVENTS: Final = {
    "application_started": "application started",
    "application_submitted": "application submitted",
    "application_undersigned": "application undersigned",
    "application_cancelled": "draft cancelled",
    "admissibility_judged": "admissibility judged",
    "admissibility_email_sent": "e-mail on the admissibility sent",
    "examination_opened": "examination opened",
    "advice_finalised": "advice to the minister finalised",
    "decision_recorded": "decision recorded",
    "decision_communicated": "decision communicated",
    "objection_filed": "objection filed",
    "reconsideration_decided": "decision on the objection",
    "renewal_started": "renewal started",
}

OBLIGATIONS: Final = {
    "undersigning": "undersign the application",
    "admissibility_judgement": "judge the admissibility",
    "admissibility_target": "judge the admissibility on a working day inside the term",
    "admissibility_email": "send the e-mail on the admissibility",
    "examination": "examine the conditions and finalise the advice",
    "examination_target": "finalise the advice on a working day inside the term",
    "objection": "possibility to object",
    "renewal": "apply for the renewal of the recognition",
}

FLAGS: Final = {
    "not_undersigned": "not undersigned",
    "admissibility_late": "admissibility late",
    "examination_late": "examination late",
    "communication_pending": "decision not communicated yet",
    "objection_possible": "objection possible",
    "objection_pending": "objection pending",
    "new_decision_pending": "new decision pending",
}

DATES: Final = {
    "recognition_starts": "first day of the recognition",
    "recognition_ends": "last day of the recognition",
    "recognition_expires": "day on which the recognition has expired",
    "objection_until": "last day for an objection",
}

FACTS: Final = {
    "recognition_starts": "first day of the recognition",
    "next_working_day": "moved to the next working day",
    "working_day_before": "working day before",
}

ATTRIBUTES: Final = {
    "exemption": "statutory recognition or mandate",
    "experience": "experience",
    "guides": "qualified guides",
    "area": "working area",
    "plan_of_action": "plan of action",
    "declared": "declaration on honour",
    "undersigned": "undersigned",
    "admissible": "admissible",
    "defects": "defects",
    "positive": "positive",
    "met": "conditions that are met",
    "not_met": "conditions that are not met",
    "motivated": "motivated",
    "document": "decision document present",
    "recognition_starts_on": "first day of the recognition",
    "way_to_object": "way to object mentioned",
    "outcome": "outcome",
}

EXEMPTIONS: Final = {
    "local_services_economy": "local services economy",
    "tailored_work_company": "tailored-work company",
    "gob": "specialised training, guidance and mediation service (GOB)",
    "gtb": "specialised mediation team (GTB)",
    "none": "none of these",
}

FORM_ITEMS: Final = {
    "identification": "identification",
    "exemption": "statutory recognition or mandate",
    "experience": "experience",
    "guides": "qualified guides",
    "area": "working area",
    "plan_of_action": "plan of action",
    "attachments": "attachments",
    "declaration": "declaration on honour",
    "undersigning": "undersigning",
}

CONDITIONS: Final = {
    "quality_model": "registration in the quality model",
    "experience": "experience",
    "guides": "qualified guides",
    "area_and_capacity": "working area set against capacity",
    "intervision": "commitment to intervision",
}

OUTCOMES: Final = {"confirmed": "confirmed", "revised": "revised"}
