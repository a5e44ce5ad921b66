"""For whom an activation trajectory is meant, and what VDAB weighs before it refers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.activation.milestones import MAXIMUM
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force, Points
from vlechtwerk.rules.roles import Role

PRESENT_DECREE_FROM = date(2023, 7, 1)
"""The first day of the assignment under the renewed decree."""


class Offering(StrEnum):
    """The three separate kinds of service under the decree."""

    ACTIVATION_TRAJECTORY = "activation_trajectory"
    WORK_LIKE_ACTIVITIES = "work_like_activities"
    RECEPTION_TRAJECTORY = "reception_trajectory"


class Obstacle(StrEnum):
    """The kinds of obstacles that make paid work impossible for now."""

    COGNITIVE = "cognitive"
    MEDICAL = "medical"
    PSYCHOLOGICAL = "psychological"
    PSYCHIATRIC = "psychiatric"
    SOCIAL = "social"


class Language(StrEnum):
    """Whether the person's Dutch suffices for the guidance."""

    SUFFICIENT = "sufficient"
    WITH_SUPPORT = "with_support"
    INSUFFICIENT = "insufficient"


@BOOK.requirement(
    "AT-003",
    CARE_HANDBOOK.at("1; 3.4 footnote 7"),
    concerns="referral",
    points={"present_decree": "referred on or after 1 July 2023"},
)
def referral_falls_under_the_present_decree(referred_on: date) -> Findings:
    """A trajectory belongs to the decree that was in force when it was referred; these rules hold from 1 July 2023."""
    return unmet(present_decree=referred_on >= PRESENT_DECREE_FROM)


@BOOK.requirement(
    "AT-004",
    CARE_HANDBOOK.at("2.1"),
    concerns="trajectory_plan",
    points={"offering": "the service is an activation trajectory"},
)
def plan_belongs_to_an_activation_trajectory(offering: Offering) -> Findings:
    """Only an activation trajectory gets a trajectory plan; the other two kinds of service are never mixed with it."""
    return unmet(offering=offering is Offering.ACTIVATION_TRAJECTORY)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What makes somebody a candidate: the obstacles, and whether care actions and work actions are needed."""

    obstacles: frozenset[Obstacle]
    needs_care_actions: bool
    needs_work_actions: bool


@BOOK.requirement(
    "AT-030",
    CARE_HANDBOOK.at("3.1.1"),
    concerns="referral",
    points={
        "obstacle": "at least one kind of obstacle to paid work",
        "care_need": "a need for care actions",
        "work_need": "a need for actions towards work",
    },
)
def belongs_to_the_target_group(candidate: Candidate) -> Findings:
    """The trajectory is for people with an obstacle to paid work who need care actions as well as actions towards work."""
    return unmet(
        obstacle=candidate.obstacles,
        care_need=candidate.needs_care_actions,
        work_need=candidate.needs_work_actions,
    )


@BOOK.checklist("AT-032", CARE_HANDBOOK.at("3.1.1"), concerns="referral")
def assessments() -> Points:
    """VDAB decides on the ground of two assessments, of the obstacles and of the possibilities to grow."""
    return {
        "obstacles": "the obstacles that are prominent and not enough under control",
        "growth": "the possibilities to grow during a trajectory",
    }


@dataclass(frozen=True, slots=True)
class Considerations:
    """What VDAB takes into account; `months_to_work` is the expected time to paid work in months, None when not judged."""

    registered: bool
    icf_assessed: bool
    months_to_work: int | None
    language: Language
    committed: bool

    @property
    def needs_language_support(self) -> bool:
        """Whether the person can take part with language support only."""
        return self.language is Language.WITH_SUPPORT


@BOOK.requirement(
    "AT-033",
    CARE_HANDBOOK.at("3.1.1"),
    concerns="referral",
    points={
        "registered": "registered with VDAB",
        "icf": "competences and limitations assessed with the ICF instrument",
        "within_maximum": "paid work is expected within eighteen months",
        "language": "enough Dutch for the guidance, if need be with language support",
        "committed": "willing to take part actively",
    },
)
def five_considerations(weighed: Considerations) -> Findings:
    """VDAB takes five elements into account: registration, the ICF, the expected growth, language and commitment."""
    months = weighed.months_to_work
    return unmet(
        registered=weighed.registered,
        icf=weighed.icf_assessed,
        within_maximum=months is not None and months <= MAXIMUM,
        language=weighed.language is not Language.INSUFFICIENT,
        committed=weighed.committed,
    )


@dataclass(frozen=True, slots=True)
class EarlierTrajectory:
    """An earlier trajectory of the same person; `started_on` is None when it was never in progress."""

    started_on: date | None


@dataclass(frozen=True, slots=True)
class Exemption:
    """A motivated decision to refer somebody a second time."""

    by: Role
    reason: str


@BOOK.requirement(
    "AT-037",
    CARE_HANDBOOK.at("3.1.1"),
    concerns="referral",
    points={"first_time": "no earlier trajectory was in progress, or VDAB motivates an exception"},
)
def no_earlier_trajectory(earlier: Sequence[EarlierTrajectory], exemption: Exemption | None = None) -> Findings:
    """Somebody whose earlier trajectory was in progress is not referred again, unless VDAB motivates an exception.

    The handbook says "only once" and nothing about a trajectory that was refused or stopped before its start; those do not
    count here, because the sentence wants to protect the later chance. The exception is a choice of this program.
    """
    exempted = exemption is not None and exemption.by is Role.VDAB_MEDIATOR and exemption.reason.strip()
    return unmet(first_time=exempted or not any(one.started_on for one in earlier))


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who already helps the person: the discipline, the day of the consent to contact and of the last contact."""

    discipline: str
    consent_on: date | None
    coordinated_on: date | None


@BOOK.requirement(
    "AT-035",
    CARE_HANDBOOK.at("3.1.1"),
    concerns="existing_help",
    force=Force.SHOULD,
    points={
        "discipline": "the discipline of the helper who is already involved",
        "consent": "the participant agreed to contact with this helper before it took place",
        "coordinated": "the care case manager coordinated with this helper",
    },
)
def existing_help_is_coordinated(helper: Helper) -> Findings:
    """The care case manager coordinates with experts who already help, so that the trajectory adds to what they do."""
    consent, contact = helper.consent_on, helper.coordinated_on
    return unmet(
        discipline=helper.discipline,
        consent=consent is not None and (contact is None or consent <= contact),
        coordinated=contact,
    )


@dataclass(frozen=True, slots=True)
class Doubt:
    """A care case manager's signal that a trajectory is not realistic now, and what followed.

    `outcome` is what the work case manager recorded: going on, or another way for the person.
    """

    raised_on: date
    discussed_on: date | None = None
    outcome: str = ""


@BOOK.requirement(
    "AT-036",
    CARE_HANDBOOK.at("3.1.1"),
    concerns="mediation_start",
    force=Force.SHOULD,
    points={
        "discussed": "the doubt was discussed with the work case manager",
        "outcome": "the choice to go on or to look for another way is recorded",
    },
)
def doubt_is_discussed_before_the_start(doubt: Doubt | None) -> Findings:
    """A care case manager who thinks the trajectory unrealistic discusses it with the work case manager before the start."""
    return () if doubt is None else unmet(discussed=doubt.discussed_on, outcome=doubt.outcome)


@dataclass(frozen=True, slots=True)
class ReorientationNote:
    """A note to the referrers that paints a more realistic picture; `alternative` is the other offer that was found."""

    discussed_with_client: bool
    alternative: str


@BOOK.requirement(
    "AT-038",
    CARE_HANDBOOK.at("3.1.1"),
    concerns="reorientation",
    force=Force.SHOULD,
    points={
        "discussed_with_client": "the note was discussed with the participant before it is sent",
        "alternative": "the most fitting alternative is recorded",
    },
)
def reorientation_is_a_dialogue(note: ReorientationNote) -> Findings:
    """The care case manager gives the referrers a realistic picture and looks with them for the most fitting alternative."""
    return unmet(discussed_with_client=note.discussed_with_client, alternative=note.alternative)
