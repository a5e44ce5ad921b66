"""Who lets whom take part in a file: places in it, a hand-over to a colleague, and a colleague who stands in.

The handbook names the places and who gives access. What happens when a case manager leaves or is away it does not describe;
those rules are choices of this program on top of section 2.3, which wants the pair of case managers complete.
"""

from dataclasses import dataclass
from datetime import date

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.calendar import calendar_days
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings
from vlechtwerk.rules.roles import CASE_MANAGERS, Role

LET_IN_BY: dict[Role, frozenset[Role]] = {
    Role.WORK_CASE_MANAGER: frozenset({Role.CARE_CASE_MANAGER}),
    Role.CARE_CASE_MANAGER: frozenset({Role.WORK_CASE_MANAGER}),
    Role.NETWORK_COORDINATOR: frozenset({Role.WORK_CASE_MANAGER}),
    Role.CARE_PROVIDER: CASE_MANAGERS,
    Role.PROJECT_FOLLOWER: frozenset({Role.WORK_CASE_MANAGER}),
    Role.DGS: frozenset({Role.WORK_CASE_MANAGER}),
}
"""Through whom somebody gets a place in a file. A work provider gets it through a referral line (AT-183); a project follower and
the screening service take part only once something was asked of them (AT-216, AT-228, AT-232)."""


@BOOK.requirement(
    "AT-138",
    CARE_HANDBOOK.at("3.7.3; 3.5; 2.3"),
    concerns="place_in_the_file",
    points={"through": "somebody who may fill this place"},
)
def place_is_filled_through_the_team(by: Role, place: Role) -> Findings:
    """The work case manager lets the others take part; the care case manager also names the care providers.

    Who fills the place of a work case manager that stands empty the handbook does not tell: here the care case manager does.
    Taking part opens nothing of the confidential file: that asks a grant (AT-078).
    """
    return unmet(through=by in LET_IN_BY.get(place, frozenset()))


@BOOK.requirement(
    "AT-026",
    CARE_HANDBOOK.at("2.3"),
    concerns="replacement",
    points={"own_place": "the own place, or for the work case manager also that of the care case manager"},
)
def place_is_handed_over_by_its_holder(by: Role, place: Role, *, is_own: bool) -> Findings:
    """A case manager hands over the own place, the work case manager also that of the care case manager.

    The handbook does not tell who does this. Who stands in for somebody does not hand over that place.
    """
    manages = by is Role.WORK_CASE_MANAGER and place is Role.CARE_CASE_MANAGER
    return unmet(own_place=place in CASE_MANAGERS and by in CASE_MANAGERS and (is_own or manages))


@BOOK.requirement(
    "AT-026",
    CARE_HANDBOOK.at("2.3"),
    concerns="replacement",
    points={"colleague": "somebody else with the same function, and not the participant"},
)
def successor_is_another_colleague(*, same_function: bool, is_participant: bool) -> Findings:
    """Whoever takes over has the same function and is not the participant of the file."""
    return unmet(colleague=same_function and not is_participant)


@BOOK.requirement(
    "AT-026",
    CARE_HANDBOOK.at("2.3"),
    concerns="reading_after_a_handover",
    points={"in_term": "a day within the term for reading on"},
)
def earlier_case_manager_reads_on_for_a_while(handed_over_on: date, on: date, *, days: int) -> Findings:
    """Whoever handed over reads on for a limited number of days, to answer questions, and writes nothing any more.

    The handbook gives no number; thirty days is the default of this program and a region may choose another.
    """
    return unmet(in_term=handed_over_on <= on < reading_ends(handed_over_on, days))


def reading_ends(handed_over_on: date, days: int) -> date:
    """The first day on which whoever handed over no longer reads."""
    return calendar_days(days).after(handed_over_on)


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody asks that a colleague stands in from `first` to `last` (both included).

    `longest` is the longest that a region allows, in days; None when it chose nothing.
    """

    by: Role
    asked_on: date
    first: date
    last: date
    reason: str
    is_colleague: bool
    is_stand_in: bool = False
    longest: int | None = None

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return (self.last - self.first).days + 1


@BOOK.requirement(
    "AT-026",
    CARE_HANDBOOK.at("2.3"),
    concerns="standing_in",
    points={
        "case_manager": "a case manager asks it for the own place",
        "first_hand": "somebody who does not stand in for another",
        "colleague": "a colleague of the same organisation with the same function",
        "period": "a first day from today on, and a last day that is not before it",
        "longest": "no longer than the region allows",
        "reason": "the reason",
    },
)
def colleague_stands_in_until_a_day(absence: Absence) -> Findings:
    """While a case manager is away, a colleague of the same organisation with the same function stands in until a fixed day.

    The handbook does not describe absence. The stand-in has the same access and not more, and lets nobody else stand in.
    """
    return unmet(
        case_manager=absence.by in CASE_MANAGERS,
        first_hand=not absence.is_stand_in,
        colleague=absence.is_colleague,
        period=absence.asked_on <= absence.first <= absence.last,
        longest=absence.longest is None or absence.days <= absence.longest,
        reason=absence.reason,
    )
