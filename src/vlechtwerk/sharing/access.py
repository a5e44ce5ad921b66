"""What is open to whom: the first wall, made from the same table as the second one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import FilteredRelation, Q, QuerySet

from vlechtwerk.organisations.models import Position, in_force
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Compartment, File, Grant, Involvement, holds
from vlechtwerk.sharing.policy import Basis, Kind, Opening, Stage, Verb, basis_of, openings

Given = Mapping[tuple[UUID, UUID], Grant]
"""Grants by involvement and part."""
WITHOUT_GRANT = (Basis.INVOLVEMENT, Basis.ORGANISATION, Basis.EMERGENCY)


def open_compartments(position: Position, verb: Verb, on: date) -> QuerySet[Compartment]:
    """The parts of files in which a position may do something on a day. Everything confidential is looked for in these."""
    if not position.is_active_on(on):
        return Compartment.objects.none()
    implied = Compartment.objects.filter(
        _any(_implied(one, position, on) for one in openings(verb, *WITHOUT_GRANT)),
        holds(on, "file__involvements__"),
        file__involvements__position=position,
    )
    granted = Grant.objects.filter(
        _any(_granted(one, on) for one in openings(verb, Basis.GRANT)),
        in_force(on),
        holds(on, "involvement__"),
        involvement__position=position,
        verbs__contains=[verb],
    )
    # A union and not an "or": the database then starts from the few parts that are open instead of looking at all of them.
    return Compartment.objects.filter(pk__in=implied.values("pk").union(granted.values("compartment_id")))


def _any(conditions: Iterable[Q]) -> Q:
    """One condition out of several; nothing at all when there are none."""
    found = Q()
    for condition in conditions:
        found |= condition
    return found or Q(pk__isnull=True)


def _implied(opening: Opening, position: Position, on: date) -> Q:
    """What is opened to somebody who takes part, without a grant."""
    named = Q(file__involvements__capacity__in=opening.capacities, kind__in=opening.compartments)
    opened = named & in_stage(opening.stage, on, "file__")
    if opening.basis is Basis.ORGANISATION:
        opened &= Q(organisation=position.organisation_id)
    return opened


def _granted(opening: Opening, on: date) -> Q:
    """Which grants have force."""
    named = Q(involvement__capacity__in=opening.capacities, compartment__kind__in=opening.compartments)
    return named & in_stage(opening.stage, on, "compartment__file__")


def in_stage(stage: Stage, on: date, prefix: str = "") -> Q:
    """The condition that a file is in a stage on a day."""
    if stage is Stage.BLOCKED:
        return Q(**{f"{prefix}blocked_on__lte": on})
    return Q(**{f"{prefix}blocked_on__isnull": True}) | Q(**{f"{prefix}blocked_on__gt": on})


@dataclass(frozen=True, slots=True)
class Access:
    """What somebody may do in one part of a file, and through which grant when it takes one."""

    involvement: Involvement
    compartment: Compartment
    verbs: frozenset[Verb]
    grant: Grant | None = None


def access_in(file: File, on: date) -> list[Access]:
    """Everybody who may do something in a part of a file on a day, to show who reads what.

    The longest in the file comes first.
    """
    involved = Involvement.objects.filter(holds(on), in_force(on, "position__"), file=file)
    people = involved.select_related("position__account", "position__organisation").order_by("from_on", "id")
    parts = Compartment.objects.filter(file=file).select_related("organisation").order_by("id")
    return _opened(people, parts, grants_in(file, on), file.stage_on(on))


def access_through(mine: Sequence[Involvement], file: File, on: date) -> list[Access]:
    """What somebody may do in the parts of a file on a day, through involvement of today that was read already.

    The same as `access_in` tells about these, without asking about everybody else.
    """
    parts, given = _parts_with_grants(mine, file, on) if mine else ({}, {})
    return _opened(mine, parts.values(), given, file.stage_on(on))


def _parts_with_grants(mine: Sequence[Involvement], file: File, on: date) -> tuple[dict[UUID, Compartment], Given]:
    """The parts of a file, and what was granted in them on a day to some who take part: one query for both."""
    asked: dict[str, Any] = {"file": file.pk, "on": on, **{f"mine_{number}": one.pk for number, one in enumerate(mine)}}
    parts, given = {}, {}
    with connection.cursor() as cursor:
        cursor.execute(_asking_for_parts(len(mine)), asked)
        for part, kind, organisation, grant, involvement, verbs in cursor.fetchall():
            parts[part] = Compartment(id=part, file=file, kind=kind, organisation_id=organisation)
            if grant:
                given[involvement, part] = Grant(
                    id=grant, involvement_id=involvement, compartment=parts[part], verbs=verbs
                )
    return parts, given


@cache
def _asking_for_parts(count: int) -> str:
    """The statement for so many who take part. Making it takes longer than running it, and it is the same for every file."""
    file, on, mine = UUID(int=0), date(2000, 1, 1), [UUID(int=number) for number in range(1, count + 1)]
    names: dict[object, str] = {file: "file", on: "on", **{one: f"mine_{number}" for number, one in enumerate(mine)}}
    holding = Q(grants__involvement__in=mine) & in_force(on, "grants__")
    found = Compartment.objects.filter(file=file).annotate(given=FilteredRelation("grants", condition=holding))
    wanted = ("pk", "kind", "organisation_id", "given__pk", "given__involvement_id", "given__verbs")
    text, values = found.values_list(*wanted).query.sql_with_params()
    return text % tuple(f"%({names[value]})s" for value in values)


def _opened(people: Iterable[Involvement], parts: Iterable[Compartment], given: Given, stage: Stage) -> list[Access]:
    """What is open to each of these people in each of these parts."""
    present = list(parts)
    found = (_access(one, part, given.get((one.pk, part.pk)), stage) for one in people for part in present)
    return [one for one in found if one.verbs]


def _by_part(grants: Iterable[Grant]) -> Given:
    return {(one.involvement_id, one.compartment_id): one for one in grants}


def grants_in(file: File, on: date) -> Given:
    """The grants in a file that hold on a day, by involvement and part."""
    holding = Grant.objects.filter(in_force(on), compartment__file=file).select_related("granted_by__account")
    return _by_part(holding)


def _access(involvement: Involvement, part: Compartment, grant: Grant | None, stage: Stage) -> Access:
    holds = {
        Basis.INVOLVEMENT: frozenset(Verb),
        Basis.EMERGENCY: frozenset(Verb),
        Basis.ORGANISATION: frozenset(Verb) if part.organisation_id == involvement.position.organisation_id else (),
        Basis.GRANT: frozenset(Verb(one) for one in grant.verbs) if grant else (),
    }
    role, kind = Role(involvement.capacity), Kind(part.kind)
    bases = {verb: basis_of(role, kind, verb, stage) for verb in Verb}
    verbs = frozenset(verb for verb, basis in bases.items() if basis is not None and verb in holds[basis])
    return Access(involvement, part, verbs, grant if verbs else None)


def by_compartment(found: Sequence[Access], verb: Verb) -> dict[UUID, list[Access]]:
    """Who may do something, for each part by its identifier."""
    grouped: dict[UUID, list[Access]] = defaultdict(list)
    for one in found:
        if verb in one.verbs:
            grouped[one.compartment.pk].append(one)
    return dict(grouped)
