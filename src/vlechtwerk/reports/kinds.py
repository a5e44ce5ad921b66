"""What is reported: for each kind in which part of the file it stands, who writes it and whom it may reach at once.

What people of VDAB read stands in the part about the course of the trajectory and holds nothing of the confidential file
(AT-228, AT-232). Everything else stands in the shared part, for whom was agreed with the participant.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from vlechtwerk.rules.roles import CASE_MANAGERS, PROVIDERS, Role
from vlechtwerk.sharing.policy import Kind

HEAR_OF_A_DELAY = CASE_MANAGERS | {Role.NETWORK_COORDINATOR}
"""Who each get a signal when a work provider tells that a delay threatens (AT-187)."""
WORK, FOLLOWER = frozenset({Role.WORK_CASE_MANAGER}), frozenset({Role.PROJECT_FOLLOWER})
CARE = frozenset({Role.CARE_CASE_MANAGER})


class ReportKind(StrEnum):
    """What a report is. The words are codes; they are shown through `reports.words`."""

    EXTENSION_NOTE = "extension_note"
    EXTENSION_DECISION = "extension_decision"
    STOP_NOTE = "stop_note"
    STOP_DECISION = "stop_decision"
    STOP_VIEW = "stop_view"
    ADVICE_REQUEST = "advice_request"
    BUS_CARD = "bus_card"
    FEEDBACK = "feedback"
    WELFARE_HAND_OVER = "welfare_hand_over"
    ACTION_REPORT = "action_report"
    EVALUATION = "evaluation"
    CONSULTATION = "consultation"
    EFFORT = "effort"
    FORMAL_SERVICE = "formal_service"
    MEDIATION_TALK = "mediation_talk"
    END_CONSIDERED = "end_considered"
    STATUTE = "statute"
    RIGHT_REFERRAL = "right_referral"
    FILE_TALK = "file_talk"
    EXISTING_HELP = "existing_help"
    DOUBT = "doubt"
    DOUBT_OUTCOME = "doubt_outcome"
    REORIENTATION = "reorientation"
    INTERNSHIP = "internship"
    NO_INTERNSHIP = "no_internship"
    SITUATION = "situation"
    DELAY = "delay"
    CARE_SUSPENDED = "care_suspended"
    CARE_RESUMED = "care_resumed"
    INTERRUPTION = "interruption"
    RIGHTS_REQUEST = "rights_request"
    FINAL_REPORT = "final_report"
    FINAL_ADVICE = "final_advice"
    NEED_OUTCOME = "need_outcome"
    INFORMATION_REQUEST = "information_request"
    INFORMATION = "information"
    EVALUATION_INPUT = "evaluation_input"
    PLACE_SOUGHT = "place_sought"
    INTERNSHIP_OFF = "internship_off"
    CARD_DECISION = "card_decision"
    TRAIN_TICKET = "train_ticket"
    WELFARE_NOTE = "welfare_note"
    ADVISOR_CHANGE = "advisor_change"
    PROFILE = "profile"
    FOLLOW_UP_TAKEN = "follow_up_taken"
    EXPLAINED = "explained"


@dataclass(frozen=True, slots=True)
class Plan:
    """In which part of the file a kind stands, who writes it, and who reads a shared note; of others that is agreed."""

    part: Kind
    writers: frozenset[Role]
    readers: frozenset[Role] = frozenset()


TO_FOLLOWER = Plan(Kind.ADMINISTRATIVE, WORK, CASE_MANAGERS | FOLLOWER)
BY_FOLLOWER = Plan(Kind.ADMINISTRATIVE, FOLLOWER, CASE_MANAGERS | FOLLOWER)
ADVISOR, SCREENING = frozenset({Role.TRUSTED_ADVISOR}), frozenset({Role.DGS})
WORK_PROVIDER = frozenset({Role.WORK_PROVIDER})
TO_ADVISOR = Plan(Kind.ADMINISTRATIVE, WORK, CASE_MANAGERS | ADVISOR)
BY_ADVISOR = Plan(Kind.ADMINISTRATIVE, ADVISOR, CASE_MANAGERS | ADVISOR)
AFTER_WELFARE = CASE_MANAGERS | ADVISOR | SCREENING
BY_TEAM = Plan(Kind.SHARED, CASE_MANAGERS)
PLANS: Mapping[ReportKind, Plan] = {
    ReportKind.EXTENSION_NOTE: TO_FOLLOWER,
    ReportKind.EXTENSION_DECISION: BY_FOLLOWER,
    ReportKind.STOP_NOTE: TO_FOLLOWER,
    ReportKind.STOP_DECISION: BY_FOLLOWER,
    ReportKind.STOP_VIEW: BY_TEAM,
    ReportKind.ADVICE_REQUEST: Plan(Kind.ADMINISTRATIVE, WORK, CASE_MANAGERS | ADVISOR | SCREENING),
    ReportKind.BUS_CARD: TO_ADVISOR,
    ReportKind.FEEDBACK: TO_ADVISOR,
    ReportKind.WELFARE_HAND_OVER: Plan(Kind.ADMINISTRATIVE, WORK | SCREENING, AFTER_WELFARE),
    ReportKind.ACTION_REPORT: Plan(Kind.SHARED, CASE_MANAGERS | PROVIDERS),
    ReportKind.EVALUATION: BY_TEAM,
    ReportKind.CONSULTATION: BY_TEAM,
    ReportKind.EFFORT: Plan(Kind.SHARED, CASE_MANAGERS | PROVIDERS),
    ReportKind.FORMAL_SERVICE: TO_ADVISOR,
    ReportKind.MEDIATION_TALK: BY_ADVISOR,
    ReportKind.END_CONSIDERED: BY_TEAM,
    ReportKind.STATUTE: BY_TEAM,
    ReportKind.RIGHT_REFERRAL: BY_TEAM,
    ReportKind.FILE_TALK: Plan(Kind.SHARED, WORK),
    ReportKind.EXISTING_HELP: Plan(Kind.SHARED, CARE),
    ReportKind.DOUBT: Plan(Kind.SHARED, CARE),
    ReportKind.DOUBT_OUTCOME: Plan(Kind.SHARED, WORK),
    ReportKind.REORIENTATION: Plan(Kind.ADMINISTRATIVE, CARE, CASE_MANAGERS | ADVISOR),
    ReportKind.INTERNSHIP: Plan(Kind.SHARED, CASE_MANAGERS | WORK_PROVIDER),
    ReportKind.NO_INTERNSHIP: Plan(Kind.SHARED, WORK | WORK_PROVIDER),
    ReportKind.SITUATION: Plan(Kind.SHARED, CASE_MANAGERS | PROVIDERS),
    ReportKind.DELAY: Plan(Kind.SHARED, WORK_PROVIDER),
    ReportKind.CARE_SUSPENDED: BY_TEAM,
    ReportKind.CARE_RESUMED: BY_TEAM,
    ReportKind.INTERRUPTION: BY_TEAM,
    ReportKind.RIGHTS_REQUEST: Plan(Kind.SHARED, WORK),
    ReportKind.FINAL_REPORT: BY_TEAM,
    ReportKind.FINAL_ADVICE: Plan(Kind.SHARED, WORK),
    ReportKind.NEED_OUTCOME: BY_TEAM,
    ReportKind.INFORMATION_REQUEST: BY_TEAM,
    ReportKind.INFORMATION: Plan(Kind.SHARED, WORK_PROVIDER),
    ReportKind.PLACE_SOUGHT: Plan(Kind.SHARED, CASE_MANAGERS | WORK_PROVIDER),
    ReportKind.EVALUATION_INPUT: Plan(Kind.SHARED, PROVIDERS),
    ReportKind.INTERNSHIP_OFF: Plan(Kind.SHARED, WORK_PROVIDER),
    ReportKind.CARD_DECISION: BY_ADVISOR,
    ReportKind.TRAIN_TICKET: TO_ADVISOR,
    ReportKind.WELFARE_NOTE: Plan(Kind.ADMINISTRATIVE, WORK, AFTER_WELFARE),
    ReportKind.ADVISOR_CHANGE: Plan(Kind.ADMINISTRATIVE, SCREENING, AFTER_WELFARE),
    ReportKind.PROFILE: BY_TEAM,
    ReportKind.FOLLOW_UP_TAKEN: BY_TEAM,
    ReportKind.EXPLAINED: Plan(Kind.ADMINISTRATIVE, CASE_MANAGERS, CASE_MANAGERS),
}
"""Every kind. Absence at care is told to nobody of VDAB (AT-163), so what is about it stands in the shared part."""
