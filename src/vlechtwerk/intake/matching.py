"""Whether somebody has been in a trajectory before: asked of everything, told of nothing.

The mediator who completes a referral hears that VDAB has to look, and never what was found: the same answer for a case that
the mediator sees and one that is hidden, that runs or that is over, for the same reference and for the same name. Nothing is
matched while somebody types, saves a draft or proposes a candidate, so those answers tell nothing either.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from vlechtwerk.history.models import Case
from vlechtwerk.people.models import Person
from vlechtwerk.people.names import search_key
from vlechtwerk.rules.activation.duties.target_group import EarlierTrajectory
from vlechtwerk.rules.activation.procedure import ACTIVATION

OVER = ("ended", "cancelled")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is: the names, the year of birth, and the reference in the career file of VDAB."""

    given_name: str
    family_name: str
    birth_year: int
    mlp_reference: str

    @property
    def reference(self) -> str:
        """The reference without the spaces and the case in which it may be typed."""
        return "".join(self.mlp_reference.split()).upper()


def earlier_of(who: Identity, on: date) -> Sequence[EarlierTrajectory]:
    """The trajectories of people with this reference, or with this name and year of birth.

    One that runs counts as one that was in progress: nobody has two at a time.
    """
    same_name = Q(
        file__person__search_key=search_key(who.given_name, who.family_name), file__person__birth_year=who.birth_year
    )
    of_the_same = Q(file__person__mlp_reference=who.reference) | same_name
    found = Case.objects.filter(of_the_same, procedure=ACTIVATION.name)
    return [EarlierTrajectory(one.started_on or (one.status_since if _runs(one, on) else None)) for one in found]


def known(who: Identity) -> Person | None:
    """The person with this reference, locked, so that two referrals of one person wait for each other."""
    return Person.objects.select_for_update(no_key=True).filter(mlp_reference=who.reference).first()


def is_running(person: Person, on: date) -> bool:
    """Whether somebody has a trajectory that runs on a day: then no exception opens another one."""
    return any(_runs(one, on) for one in Case.objects.filter(file__person=person, procedure=ACTIVATION.name))


def _runs(case: Case, on: date) -> bool:
    return case.status_on(on).code not in OVER
