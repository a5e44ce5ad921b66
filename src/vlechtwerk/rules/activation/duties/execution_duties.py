"""What the two case managers do together while the plan is carried out."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import done_by, told, unmet
from vlechtwerk.rules.activation.facts import MANAGER_OF
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Points
from vlechtwerk.rules.roles import CASE_MANAGERS, Role


@dataclass(frozen=True)
class FollowUp:
    """Who follows up an action; a case manager who takes it over from the absent colleague tells why."""

    domain: Domain
    by: Role
    colleague_absent: bool = False
    reason: str = ""


@dataclass(frozen=True)
class StatuteReview:
    """The client's social statute since a day, and when the rights and duties that go with it were last looked at."""

    statute: str
    since: date | None
    reviewed_on: date | None = None


@dataclass(frozen=True)
class RightReferral:
    """The client was referred to have a right examined: to whom, when, and with what outcome (empty while unknown)."""

    organisation: str
    referred_on: date | None
    outcome: str = ""


@BOOK.requirement(
    "AT-147",
    CARE_HANDBOOK.at("4.1.1"),
    concerns="action",
    points={
        "domain": "followed up by the case manager of this side, or taken over because of absence",
        "reason": "the reason why the colleague takes over",
    },
)
def each_follows_the_own_side(follow_up: FollowUp) -> Findings:
    """Both case managers have the same duties; one follows the work actions, the other those of care and welfare."""
    if follow_up.by is MANAGER_OF[follow_up.domain]:
        return ()
    taken_over = follow_up.by in CASE_MANAGERS and follow_up.colleague_absent
    return unmet(domain=taken_over, reason=told(follow_up.reason))


@BOOK.requirement(
    "AT-148",
    CARE_HANDBOOK.at("4.1.1"),
    concerns="statute",
    points={
        "statute": "the client's statute",
        "since": "the day on which the statute began",
        "reviewed": "a look at the rights and duties since the statute changed",
    },
)
def statute_is_watched(review: StatuteReview) -> Findings:
    """The case managers watch the rights and duties that go with the client's statute."""
    reviewed = review.reviewed_on is not None and review.since is not None and review.reviewed_on >= review.since
    return unmet(statute=told(review.statute), since=review.since is not None, reviewed=reviewed)


@BOOK.requirement(
    "AT-148",
    CARE_HANDBOOK.at("4.1.1"),
    concerns="statute",
    points={
        "organisation": "the organisation that examines the right",
        "date": "the day of the referral",
        "outcome": "the outcome",
    },
)
def referral_for_a_right_is_followed(referral: RightReferral) -> Findings:
    """Where it applies, the client is referred to have a right to an allowance examined, and the outcome is followed."""
    return unmet(
        organisation=told(referral.organisation),
        date=referral.referred_on is not None,
        outcome=told(referral.outcome),
    )


@BOOK.checklist("AT-149", CARE_HANDBOOK.at("4.1.1"), concerns="profile")
def profile() -> Points:
    """The case managers explore with the client what is needed for a realistic view of work and of the own care needs."""
    return {
        "competences": "competences",
        "thresholds": "thresholds to work",
        "growth_potential": "room to grow",
        "care_needs": "care needs",
    }


@BOOK.requirement(
    "AT-149",
    CARE_HANDBOOK.at("4.1.1"),
    concerns="profile_entry",
    points={"found": "what was found", "source": "who said or showed it"},
)
def profile_entry_states_its_source(found: str, source: str) -> Findings:
    """What stands in the profile tells where it comes from, so that everybody can judge what it is worth."""
    return unmet(found=told(found), source=told(source))


@BOOK.requirement(
    "AT-150",
    CARE_HANDBOOK.at("4.1.1"),
    concerns="plan_change",
    points={"discussed": "a talk with the client about the change, before it is submitted for signature"},
)
def change_is_discussed_with_the_client(discussed_on: date | None, *, submitted_on: date) -> Findings:
    """The plan is adjusted in consultation with the client."""
    return unmet(discussed=done_by(discussed_on, submitted_on))


@BOOK.requirement(
    "AT-152",
    CARE_HANDBOOK.at("4.1.1; 3.1.4"),
    concerns="registrations",
    points={
        "work_case_manager": "shown to the work case manager as long as it is open",
        "care_case_manager": "shown to the care case manager as long as it is open",
    },
)
def registration_concerns_both(shown_to: Collection[Role], *, done_by_role: Role | None = None) -> Findings:
    """Both case managers answer together for all registrations; what one of them completes is done for both."""
    done = done_by_role in CASE_MANAGERS
    return unmet(
        work_case_manager=done or Role.WORK_CASE_MANAGER in shown_to,
        care_case_manager=done or Role.CARE_CASE_MANAGER in shown_to,
    )
