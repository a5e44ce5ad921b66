"""The road to the first meeting of one trajectory, with everything its pages need, for a position that may see it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from vlechtwerk.consent.informing import informed
from vlechtwerk.history.models import Case
from vlechtwerk.intake.models import Appointment, Checklist, Sheet, Tick
from vlechtwerk.organisations.models import Position, Region
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.facts import ActivationFacts
from vlechtwerk.rules.assessment import Assessment
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.sharing.places import people_with
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.trajectories.queries import find as find_trajectory
from vlechtwerk.trajectories.showing.parts import ON_THE_ROAD
from vlechtwerk.trajectories.showing.summary import OVER

SEEN_BY = ON_THE_ROAD
"""The capacities in which somebody takes part in the road to the first meeting."""
SHEETS_OF = SEEN_BY - {Role.PROJECT_FOLLOWER}
"""Who sees the appointment: who has the administrative part of the file."""


@dataclass(frozen=True)
class Intake:
    """A trajectory with its appointments and what was gone through."""

    found: Trajectory
    appointments: tuple[Appointment, ...]
    ticks: tuple[Tick, ...]

    @property
    def case(self) -> Case:
        """The case."""
        return self.found.case

    @property
    def own_parts(self) -> tuple[Involvement, ...]:
        """How the visitor takes part in the file today."""
        return self.found.own_parts

    @property
    def involved(self) -> tuple[Involvement, ...]:
        """Who takes part in the file today."""
        return self.found.involved

    @property
    def capacities(self) -> frozenset[Role]:
        """The capacities of the visitor."""
        return self.found.capacities

    @cached_property
    def assessment(self) -> Assessment:
        """What the rules say today."""
        return self.found.assessed(self.found.today)

    @property
    def facts(self) -> ActivationFacts:
        """What is known of the trajectory today."""
        facts: ActivationFacts = self.assessment.facts
        return facts

    @property
    def is_over(self) -> bool:
        """Whether the trajectory has ended, so that nothing on this road waits any more."""
        return self.assessment.status.code in OVER

    @property
    def appointment(self) -> Appointment | None:
        """The appointment that counts: the latest one. None for a trajectory that was not referred here."""
        return self.appointments[-1] if self.appointments else None

    @property
    def absent_on(self) -> date | None:
        """The day of the last absence at the first appointment."""
        meetings = (one for one in self.found.events if isinstance(one, e.FirstMeeting))
        return max((one.on for one in meetings if one.on != self.facts.first_meeting_on), default=None)

    @property
    def refused_on(self) -> date | None:
        """The day on which the participant refused to confirm, last."""
        return max((one.on for one in self.found.events if isinstance(one, e.StartRefused)), default=None)

    @cached_property
    def informed_on(self) -> date | None:
        """The day on which the participant was told that data are kept here (AT-134); None when nobody noted it."""
        found = informed(self.case.file_id)
        return found.on if found else None

    def ticked(self, checklist: Checklist) -> dict[str, Tick]:
        """The points of a list that were gone through, by code."""
        return {one.point: one for one in self.ticks if one.checklist == checklist}

    def has(self, role: Role) -> bool:
        """Whether somebody takes part in this capacity today."""
        return any(one.capacity == role for one in self.involved)


def coming_appointment(case: Case, today: date) -> Appointment | None:
    """The first appointment when it still has to come; the latest one that was made counts."""
    made = case.appointments.select_related("meets__account").last()
    return made if made is not None and made.on >= today else None


def find(id: UUID, position: Position, today: date, roles: frozenset[Role] = SEEN_BY) -> Intake:
    """The road of a trajectory. Raises Case.DoesNotExist when the position sees no such case or takes no part in the road."""
    found = find_trajectory(id, position, today)
    if roles.isdisjoint(found.capacities):
        raise Case.DoesNotExist
    appointments = found.case.appointments.select_related("meets__account", "made_by__account")
    return Intake(found, tuple(appointments), tuple(found.case.ticks.select_related("by__account")))


def sheets_of(intake: Intake) -> list[Sheet]:
    """What VDAB handed over, as far as the position may read it. Call it inside `acting`."""
    visible = Sheet.objects.visible_to(intake.found.position, intake.found.today)
    return list(visible.in_file(intake.case.file).select_related("author__account").order_by("kind"))


def work_case_managers(region: Region, on: date) -> list[Position]:
    """With whom a first appointment can be booked."""
    return list(people_with(Role.WORK_CASE_MANAGER, region.pk, on))


def told_intakes(position: Position) -> list[tuple[Case, date, Appointment | None]]:
    """The intakes that the care partnership of a region was told of: the case by its number, when, and the appointment.

    Those of which the first meeting is still to come.
    """
    cases = Case.objects.filter(region=position.region_id, status="initiated", events__name="intake_notified")
    rows = cases.prefetch_related("appointments", "events").order_by("number").distinct()
    return [(one, _told_on(one), _last(one)) for one in rows]


def _told_on(case: Case) -> date:
    return max(event.on for event in case.events.all() if event.name == "intake_notified")


def _last(case: Case) -> Appointment | None:
    return max(case.appointments.all(), key=lambda one: one.pk, default=None)
