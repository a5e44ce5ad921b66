"""Giving somebody a position: a role at an organisation in a region. By itself it opens no file."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.organisations.models import Organisation, Position, Region
from vlechtwerk.rules.roles import Role

GIVEN = frozenset(
    {
        Role.WORK_CASE_MANAGER,
        Role.CARE_CASE_MANAGER,
        Role.NETWORK_COORDINATOR,
        Role.WORK_PROVIDER,
        Role.CARE_PROVIDER,
        Role.VDAB_MEDIATOR,
        Role.PROJECT_FOLLOWER,
        Role.DGS,
        Role.TOM_TEAM,
        Role.CARE_PARTNERSHIP_CONTACT,
        Role.CARE_DEPARTMENT,
        Role.DATA_PROTECTION_OFFICER,
    }
)
"""The roles that somebody is given. A client gets the own position by an invitation; other capacities follow from events."""


class PositionNotPossible(ValueError):
    """A position cannot be given; the message says why."""


class Place(NamedTuple):
    """The names of an organisation and a region; `kind` is that of a new organisation, None when both have to be there."""

    organisation: str
    region: str
    kind: str | None = None


@transaction.atomic
def give_position(*, account: Account, role: str, place: Place, from_on: date) -> Position:
    """Give somebody a position from today or a later day.

    The line in the record names the position itself: who gives it is an administrator, who has none. Raises
    PositionNotPossible for a role that nobody is given, an unknown place, a day in the past, and a position that is held already.
    """
    if role not in GIVEN:
        raise PositionNotPossible(f"No such function: {role}. Choose one of: {', '.join(sorted(GIVEN))}.")
    if from_on < timezone.localdate():
        raise PositionNotPossible("A function begins today or later.")
    held = {"organisation": _organisation(place), "region": _region(place), "role": role}
    if Position.objects.active_on(from_on).filter(account=account, **held).exists():
        raise PositionNotPossible(f"{account.username} has this function already.")
    given = Position.objects.create(account=account, from_on=from_on, **held)
    note(Verb.POSITION_GIVEN, by=given)
    return given


def _organisation(place: Place) -> Organisation:
    """The organisation with this name, made when it is new; raises PositionNotPossible."""
    known = Organisation.objects.filter(name=place.organisation)
    if place.kind is None or known.exists():
        found = known.first()
        if found is None or known.count() > 1:
            raise _unknown("organisation", place.organisation, Organisation.objects.values_list("name", flat=True))
        return found
    if place.kind not in Organisation.Kind.values:
        raise PositionNotPossible(f"No such kind: {place.kind}. Choose one of: {', '.join(Organisation.Kind.values)}.")
    return Organisation.objects.create(name=place.organisation, kind=place.kind)


def _region(place: Place) -> Region:
    """The region with this name, made when it is new; raises PositionNotPossible."""
    if place.kind is not None:
        return Region.objects.get_or_create(name=place.region)[0]
    if (found := Region.objects.filter(name=place.region).first()) is None:
        raise _unknown("region", place.region, Region.objects.values_list("name", flat=True))
    return found


def _unknown(what: str, name: str, known: Iterable[str]) -> PositionNotPossible:
    """That a name is not exactly one of those that are known, which are told."""
    return PositionNotPossible(f"There is no single {what} {name}. Known: {', '.join(sorted(known)) or 'none'}.")
