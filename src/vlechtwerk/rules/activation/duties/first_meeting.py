"""The first meeting: the agenda, who tells what, and the agreement to start."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force, Points
from vlechtwerk.rules.roles import CASE_MANAGERS, Role


@BOOK.requirement(
    "AT-056",
    CARE_HANDBOOK.at("3.1.3; 3.1.4"),
    concerns="first_meeting",
    force=Force.SHOULD,
    points={"together": "the care case manager is invited too, or there is a reason why not"},
)
def first_meeting_is_held_together(invited: Collection[Role], reason: str = "") -> Findings:
    """The first meeting is preferably one of the participant and both case managers, so that the story is told once."""
    return unmet(together=Role.CARE_CASE_MANAGER in invited or reason)


@BOOK.checklist("AT-062", CARE_HANDBOOK.at("3.1.3; 3.6.3"), concerns="first_meeting")
def agenda() -> Points:
    """At the first meeting the team goes through at least six points.

    The checklist of section 3.6.3 adds a first refinement of the care goals; it comes from one region and is no point here.
    """
    return {
        "trajectory": "what an activation trajectory is",
        "roles": "which case manager does what",
        "course": "course and content of the service",
        "expectations": "what is expected, with rights and duties",
        "complaints": "the complaints procedure of VDAB",
        "next_steps": "the next steps towards the plan",
    }


@BOOK.checklist("AT-063", CARE_HANDBOOK.at("3.1.3; 4.1.1"), concerns="information_sheet")
def course_and_content() -> Points:
    """The participant is informed about six parts of the course and content of the service, at the start and later on."""
    return {
        "end_goal": "the intended end goal",
        "running_time": "how long the trajectory takes",
        "work": "occupations, sectors, support at work and strengthening competences",
        "team": "how the case management team works together",
        "care": "the possibilities of care",
        "data": "how the participant's data are processed",
    }


@BOOK.requirement(
    "AT-064",
    CARE_HANDBOOK.at("3.1.3"),
    concerns="first_meeting",
    points={"work_case_manager": "the complaints procedure is explained by the work case manager"},
)
def complaints_procedure_is_explained_by(ticked_by: Role) -> Findings:
    """The work case manager explains VDAB's own complaints procedure at the first meeting."""
    return unmet(work_case_manager=ticked_by is Role.WORK_CASE_MANAGER)


REPEATED_BY = {"privacy": "data", "handover": "roles", "course": "course", "rights": "expectations"}
"""Where the team comes back to what the mediator told: a topic of the referral and a point of the agenda or the sheet."""


@BOOK.requirement(
    "AT-065",
    CARE_HANDBOOK.at("3.1.3"),
    concerns="first_meeting",
    force=Force.SHOULD,
    points={
        "privacy": "what the mediator told about privacy is repeated and deepened",
        "handover": "what the mediator told about the handover is repeated and deepened",
        "course": "what the mediator told about the trajectory is repeated and deepened",
        "rights": "what the mediator told about rights and duties is repeated and deepened",
    },
)
def referral_information_is_repeated(told_at_referral: Collection[str], discussed: Collection[str]) -> Findings:
    """The team repeats and deepens what the mediator told at the referral.

    `told_at_referral` are topics of the referral (AT-046), `discussed` points of the agenda and the sheet (AT-062, AT-063).
    """
    return tuple(topic for topic, point in REPEATED_BY.items() if topic in told_at_referral and point not in discussed)


@BOOK.requirement(
    "AT-067",
    CARE_HANDBOOK.at("3.1.3"),
    concerns="first_agreements_bundle",
    points={
        "assignment": "the assignment to confirm the start of the mediation",
        "confirmed": "the day on which the participant confirmed the start",
    },
)
def first_bundle_holds_the_agreement(has_assignment: bool, confirmed_on: date | None) -> Findings:
    """The participant's agreement is laid down in the first agreements bundle at GTB, as a fixed assignment."""
    return unmet(assignment=has_assignment, confirmed=confirmed_on)


@BOOK.checklist("AT-069", CARE_HANDBOOK.at("3.1.3"), concerns="start_refused", force=Force.SHOULD)
def encouragement() -> Points:
    """A participant who refuses to start is encouraged with an eye for culture, strengths and recovery.

    Refusing leads to no label and no sanction by itself.
    """
    return {
        "information": "what was unclear about the trajectory is explained",
        "internship": "the objection to the unpaid internship is talked through",
        "care": "what care adds to work is explained",
        "quick_job": "the wish for a job soon is talked through",
        "motivation": "the participant's own motivation is looked for",
    }


@dataclass(frozen=True, slots=True)
class RemovalQuestion:
    """The question whether somebody should leave the contingent after a lasting refusal."""

    mediation_requested_on: date | None
    asked_on: date
    asked_by: Role
    asked_of: Role


@BOOK.requirement(
    "AT-071",
    CARE_HANDBOOK.at("3.1.3"),
    concerns="start_refused",
    points={
        "mediation_first": "the request for mediation comes before the question",
        "asked_by": "the work case manager asks about the contingent",
        "asked_of": "the project follower is asked about the contingent",
    },
)
def removal_is_asked_after_mediation(question: RemovalQuestion) -> Findings:
    """After the request for mediation the work case manager asks the project follower about removal from the contingent."""
    requested = question.mediation_requested_on
    return unmet(
        mediation_first=requested is not None and requested <= question.asked_on,
        asked_by=question.asked_by is Role.WORK_CASE_MANAGER,
        asked_of=question.asked_of is Role.PROJECT_FOLLOWER,
    )


@dataclass(frozen=True, slots=True)
class ContactNote:
    """The written record of one conversation in the confidential file."""

    on: date | None
    attendees: frozenset[Role]
    text: str
    author: Role


@BOOK.requirement(
    "AT-080",
    CARE_HANDBOOK.at("3.1.4; 3.6.3; 4.1.1"),
    concerns="contact_note",
    points={
        "date": "the day of the conversation",
        "attendees": "who took part in the conversation",
        "text": "what was said in the conversation",
        "author": "written by one of the case managers",
    },
)
def conversation_is_recorded(note: ContactNote | None) -> Findings:
    """Every conversation of the team is recorded in the contacts of the confidential file, by either case manager."""
    if note is None:
        return unmet(date=None, attendees=None, text="", author=None)
    return unmet(date=note.on, attendees=note.attendees, text=note.text, author=note.author in CASE_MANAGERS)


@BOOK.requirement(
    "AT-081",
    CARE_HANDBOOK.at("3.1.4; 3.6.3; 3.8; 4.1.1; 4.1.2"),
    concerns="icf",
    points={"up_to_date": "an ICF entry, or the mark that nothing is new, on or after the day of the conversation"},
)
def icf_is_kept_up_to_date(conversation_on: date, icf_on: date | None) -> Findings:
    """After conversations, handovers and evaluations the team adds to the ICF what it learned about functioning.

    `icf_on` is the day of the last entry or of the last mark that there is nothing new.
    """
    return unmet(up_to_date=icf_on is not None and icf_on >= conversation_on)
