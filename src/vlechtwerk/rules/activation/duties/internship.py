"""The work experience internship: finding a place, its aim, never beside a job, and what is shown when there was none."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import told, unmet
from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force
from vlechtwerk.rules.roles import Role


@dataclass(frozen=True)
class Place:
    """A place that was sought or offered: employer, day, occupation, result, and how it fits the client's wishes."""

    employer: str
    on: date
    occupation: str
    result: str = ""
    fit: str = ""


class Aim(StrEnum):
    """What a goal of an internship is about."""

    GENERIC_COMPETENCE = "generic_competence"
    WORK_EXPERIENCE = "work_experience"
    OBSTACLE = "obstacle"
    TECHNICAL_SKILL = "technical_skill"


@dataclass(frozen=True)
class NoInternshipMotivation:
    """Why there was no internship: the author and four texts; `occupations` are those that were sought."""

    author: Role
    employers: str
    feedback: str
    reorientation: str
    other_actions: str
    occupations: frozenset[str] = frozenset()


@BOOK.requirement(
    "AT-181",
    CARE_HANDBOOK.at("4.4"),
    concerns="internship",
    points={
        "place": "at least one place that was sought or offered",
        "fit": "how the places fit the client's wishes and possibilities",
    },
)
def placement_follows_a_search(places: Sequence[Place]) -> Findings:
    """The work provider finds and offers one or more places that fit the client's wishes, possibilities and progress."""
    return unmet(place=bool(places), fit=all(told(place.fit) for place in places))


@BOOK.requirement(
    "AT-190",
    CARE_HANDBOOK.at("4.4"),
    concerns="notice",
    points={
        "work_case_manager": "told to the work case manager",
        "network_coordinator": "told to the network coordinator, who looks for another provider",
    },
)
def infeasible_internship_is_told(told_to: Collection[Role]) -> Findings:
    """A work provider that cannot carry out the internship as planned tells the work case manager and the coordinator at once."""
    return unmet(
        work_case_manager=Role.WORK_CASE_MANAGER in told_to, network_coordinator=Role.NETWORK_COORDINATOR in told_to
    )


@BOOK.requirement(
    "AT-191",
    CARE_HANDBOOK.at("4.4"),
    concerns="internship",
    points={"aim": "an aim besides technical skills, or a motivation"},
)
def internship_is_not_about_technique(aims: Collection[Aim], *, motivation: str = "") -> Findings:
    """An internship aims at generic competences, experience and obstacles, and not in the first place at technical skills."""
    return unmet(aim=any(aim is not Aim.TECHNICAL_SKILL for aim in aims) or told(motivation))


@BOOK.requirement(
    "AT-192",
    CARE_HANDBOOK.at("4.4"),
    concerns="internship",
    points={"employment": "no day of employment in the same period"},
)
def internship_is_not_beside_a_job(internship: Period, employments: Sequence[Period]) -> Findings:
    """An internship is never combined with any form of employment, however few hours."""
    return unmet(employment=not any(internship.overlaps(employment) for employment in employments))


@BOOK.requirement(
    "AT-193",
    CARE_HANDBOOK.at("4.4"),
    concerns="no_internship",
    points={"work_provider": "written by the work provider"},
)
def work_provider_motivates(motivation: NoInternshipMotivation) -> Findings:
    """Only in very exceptional situations there is no internship; the work provider then explains it at length."""
    return unmet(work_provider=motivation.author is Role.WORK_PROVIDER)


@BOOK.requirement(
    "AT-194",
    CARE_HANDBOOK.at("4.4"),
    concerns="no_internship",
    points={
        "employers": "which employers were contacted, their reactions, and how these were discussed and used in the profile",
        "feedback": "what was done with the feedback and with the obstacles that were found",
        "reorientation": "whether other occupations and easier internships were looked for",
        "other_actions": "which other actions were tried, such as going along or a company visit",
    },
)
def four_points_are_shown(motivation: NoInternshipMotivation) -> Findings:
    """The explanation for the lack of an internship shows four points."""
    return unmet(
        employers=told(motivation.employers),
        feedback=told(motivation.feedback),
        reorientation=told(motivation.reorientation),
        other_actions=told(motivation.other_actions),
    )


@BOOK.requirement(
    "AT-194",
    CARE_HANDBOOK.at("4.4"),
    concerns="no_internship",
    force=Force.SHOULD,
    points={"occupations": "places sought in at least two occupations"},
)
def several_occupations_were_tried(motivation: NoInternshipMotivation) -> Findings:
    """The explanation shows that places were looked for in several occupations.

    "Several" is taken as two; fewer gives a warning.
    """
    return unmet(occupations=len(motivation.occupations) >= 2)
