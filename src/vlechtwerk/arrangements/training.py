"""The ICF training of care case managers, and who in the region helps with using the ICF.

The certificate is of the person: it counts in every region and in every function of the same account.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vlechtwerk.arrangements.models import Arrangement, Sort
from vlechtwerk.arrangements.queries import noted
from vlechtwerk.arrangements.words import AMBASSADOR
from vlechtwerk.organisations.models import Position, Region
from vlechtwerk.rules.activation.asking import ask
from vlechtwerk.rules.activation.duties.icf import care_case_manager_had_icf_training
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.places import people_with


@dataclass(frozen=True)
class Training:
    """A care case manager with the day of the certificate that was noted last, and what the rule has against it."""

    person: Position
    trained_on: date | None
    against: Reason | None


def trainings_of(people: Iterable[Position], today: date) -> list[Training]:
    """The ICF training of each care case manager among these people: one query, and none when nobody is."""
    managers = [one for one in people if one.role == Role.CARE_CASE_MANAGER]
    if not managers:
        return []
    accounts = [str(one.account_id) for one in managers]
    rows = Arrangement.objects.filter(sort=Sort.ICF_TRAINING, told__account__in=accounts).order_by("id")
    days = {row.told["account"]: row.on for row in rows}
    return [_training(one, days.get(str(one.account_id)), today) for one in managers]


def _training(person: Position, trained_on: date | None, today: date) -> Training:
    return Training(person, trained_on, ask(care_case_manager_had_icf_training, trained_on, today)[1])


def without_training(people: Iterable[Position], today: date) -> list[Training]:
    """The care case managers among these people of whom no training is noted (AT-144)."""
    return [one for one in trainings_of(people, today) if one.against]


def lists_trainings(position: Position) -> bool:
    """Whether somebody follows the trainings of the whole region: the contact of the care partnership."""
    return position.role == Role.CARE_PARTNERSHIP_CONTACT


def trainings_seen(position: Position, today: date) -> list[Training]:
    """Those of the region for who follows them, the own one for a care case manager, else none."""
    if lists_trainings(position):
        return trainings_of(people_with(Role.CARE_CASE_MANAGER, position.region_id, today), today)
    return trainings_of([position], today)


def ambassadors(region: Region, today: date) -> list[Arrangement]:
    """The ICF ambassadors that were noted in a region; empty when there is none (AT-145)."""
    return [one for one in noted(region, Sort.GUIDE) if one.told["kind"] == AMBASSADOR and one.on <= today]
