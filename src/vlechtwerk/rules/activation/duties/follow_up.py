"""Handing over to the providers and following the plan: meetings, agreements and records."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.activation.facts import MANAGER_OF
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.calendar import calendar_days
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force
from vlechtwerk.rules.roles import Role

CONTACT_HINT = calendar_days(60)
"""After this time without any contact a hint appears (a proposal; the handbook gives no figure)."""
PROVIDER_OF = {Domain.WORK: Role.WORK_PROVIDER, Domain.CARE: Role.CARE_PROVIDER}


@BOOK.requirement(
    "AT-124",
    CARE_HANDBOOK.at("3.5; 3.6.3"),
    concerns="handover",
    force=Force.SHOULD,
    points={
        "work": "the participant, the work case manager and the work provider met",
        "care": "the participant, the care case manager and the care provider met",
    },
)
def handover_is_warm(domains: Collection[Domain], meetings: Collection[frozenset[Role]]) -> Findings:
    """The handover to the providers is a meeting with the participant, together or for work and care apart.

    `domains` are the sides with a provider; `meetings` tells who took part in each meeting.
    """
    return tuple(
        domain.value
        for domain in Domain
        if domain in domains
        and not any({Role.CLIENT, MANAGER_OF[domain], PROVIDER_OF[domain]} <= meeting for meeting in meetings)
    )


@dataclass(frozen=True, slots=True)
class FollowUpAgreement:
    """Who does what by when."""

    who: str
    what: str
    by: date | None


@dataclass(frozen=True, slots=True)
class Consultation:
    """A meeting about the trajectory: who was there, which actions were evaluated, how it goes on and what was agreed."""

    attendees: frozenset[Role]
    evaluated: str
    continuation: str
    agreements: tuple[FollowUpAgreement, ...] = ()


@BOOK.requirement(
    "AT-125",
    CARE_HANDBOOK.at("3.5; 3.6.3"),
    concerns="consultation",
    force=Force.SHOULD,
    points={
        "attendees": "who took part in the consultation",
        "evaluated": "the actions that were evaluated in the consultation",
        "continuation": "how the trajectory goes on after the consultation",
        "agreements": "for each agreement of the consultation who does what by when",
    },
)
def consultation_looks_back_and_ahead(consultation: Consultation) -> Findings:
    """During the execution several consultations evaluate what was done, discuss the continuation and make agreements."""
    return unmet(
        attendees=consultation.attendees,
        evaluated=consultation.evaluated,
        continuation=consultation.continuation,
        agreements=all(one.who.strip() and one.what.strip() and one.by for one in consultation.agreements),
    )


@BOOK.requirement(
    "AT-126",
    CARE_HANDBOOK.at("3.5"),
    concerns="provider_record",
    points={"every_session": "a record of every session in the confidential file"},
)
def provider_records_every_session(sessions: Collection[date], recorded: Collection[date]) -> Findings:
    """Care and work providers register all their work in the confidential file of the participant."""
    return unmet(every_session=set(sessions) <= set(recorded))


@BOOK.requirement(
    "AT-126",
    CARE_HANDBOOK.at("3.5"),
    concerns="provider_record",
    points={"own_entry": "the entry is the provider's own"},
)
def provider_changes_own_entries_only(author: str, changed_by: str) -> Findings:
    """A provider changes the own entries in the confidential file only."""
    return unmet(own_entry=author == changed_by)


@BOOK.requirement(
    "AT-128",
    CARE_HANDBOOK.at("3.6.3; 4.1.1"),
    concerns="plan_follow_up",
    force=Force.SHOULD,
    points={"contact": "a call, a talk or a consultation in the last sixty days"},
)
def plan_is_followed(contacts: Collection[date], approved_on: date, on: date) -> Findings:
    """The case managers follow the plan by calls, talks and consultations with the participant and the providers.

    The sixty days are a proposal; the handbook gives no figure.
    """
    last = max((approved_on, *contacts))
    return unmet(contact=on < CONTACT_HINT.after(last))
