"""What comes out of a trajectory: how it is counted, what follows, and how long it took."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.activation.duties.notices import Content, Notice
from vlechtwerk.rules.activation.terms import Advice, Domain
from vlechtwerk.rules.calendar import calendar_days, months_and_days
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force
from vlechtwerk.rules.roles import Role

FOLLOW_UP_PERIOD = calendar_days(14)
"""How soon a next step follows on the final advice (a proposal; the handbook only says quickly)."""


@BOOK.requirement(
    "AT-005",
    CARE_HANDBOOK.at("2.1"),
    concerns="outcome_report",
    force=Force.SHOULD,
    points={"every_advice_counts": "every final advice, Welfare included, is counted as a completed trajectory"},
)
def welfare_counts_as_completed(advices: Mapping[Advice, int], completed: int) -> Findings:
    """A final advice Welfare is as good an outcome as any other and never counts as a failed trajectory.

    `advices` are numbers of trajectories by final advice; `completed` is what a report shows as completed.
    """
    return unmet(every_advice_counts=completed == sum(advices.values()))


@BOOK.requirement(
    "AT-006",
    CARE_HANDBOOK.at("2.1"),
    concerns="final_advice",
    force=Force.SHOULD,
    points={"alternative": "another way that was chosen, such as supported work or a care path, or why there is none"},
)
def alternatives_are_looked_at(advice: Advice, alternatives: frozenset[str], reason_for_none: str = "") -> Findings:
    """When paid work is not possible, the team looks at other ways and records which one was chosen."""
    without_paid_work = advice in (Advice.AMA, Advice.WELFARE)
    return unmet(alternative=not without_paid_work or alternatives or reason_for_none)


def follow_up_domain(advice: Advice) -> Domain:
    """The side that answers for the next step: care after Welfare, work after every other advice.

    The source names mediation, training and employment for work, and welfare and care for care; work-like activities are
    registered by VDAB's trusted advisor, hence work.
    """
    return Domain.CARE if advice is Advice.WELFARE else Domain.WORK


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The next step after a final advice: which side takes care of it, and when it was arranged."""

    domain: Domain
    arranged_on: date | None


@BOOK.requirement(
    "AT-010",
    CARE_HANDBOOK.at("2.1"),
    concerns="follow_up",
    points={
        "domain": "work arranges the step to employment, care the step to welfare",
        "quickly": "the next step is arranged within fourteen days after the final advice",
    },
)
def next_step_follows_quickly(advice: Advice, advised_on: date, follow_up: FollowUp) -> Findings:
    """After the final advice a next step follows quickly, arranged by work or by care as the advice asks."""
    arranged = follow_up.arranged_on
    return unmet(
        domain=follow_up.domain is follow_up_domain(advice),
        quickly=arranged is not None and arranged <= FOLLOW_UP_PERIOD.after(advised_on),
    )


@dataclass(frozen=True, slots=True)
class Lengths:
    """Two lengths in full months and remaining days: of the trajectory, and of all the time it took the participant."""

    trajectory: tuple[int, int]
    participant: tuple[int, int]


def lengths(referred_on: date, started_on: date, ended_on: date) -> Lengths:
    """Both lengths of a trajectory that was referred, started and ended on these days."""
    return Lengths(months_and_days(started_on, ended_on), months_and_days(referred_on, ended_on))


@BOOK.requirement(
    "AT-121",
    CARE_HANDBOOK.at("3.4"),
    concerns="duration_report",
    force=Force.SHOULD,
    points={
        "trajectory": "the length of the trajectory from the start of the mediation",
        "participant": "the length for the participant from the referral",
    },
)
def both_lengths_are_shown(shown: Lengths, right: Lengths) -> Findings:
    """A report shows the length of the trajectory as well as the longer time that it took the participant."""
    return unmet(trajectory=shown.trajectory == right.trajectory, participant=shown.participant == right.participant)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the network coordinator hears after the closing, and when."""

    notice: Notice
    told_on: date


@BOOK.requirement(
    "AT-129",
    CARE_HANDBOOK.at("3.6.3; 4.1.1"),
    concerns="feedback_after_closing",
    points={
        "coordinator": "the network coordinator hears the final advice",
        "after_closing": "the final advice is reported back on or after the day of the closing",
        "outcome": "the feedback tells which final advice was given",
        "confidence": "the feedback holds nothing of the confidential file",
    },
)
def advice_is_reported_back(feedback: Feedback | None, closed_on: date) -> Findings:
    """After the closing the case managers report the final advice back to the network coordinator.

    It is a message and no link to the file, because the coordinator's access ends with the closing.
    """
    if feedback is None:
        return unmet(coordinator=None, after_closing=None, outcome=None)
    return unmet(
        coordinator=Role.NETWORK_COORDINATOR in feedback.notice.recipients,
        after_closing=feedback.told_on >= closed_on,
        outcome=Content.OUTCOME in feedback.notice.content,
        confidence=feedback.notice.keeps_confidence,
    )
