"""What is open to whom: the first wall, made from the same table as the second one."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from vlechtwerk.organisations.models import Organisation, Position, in_force
from vlechtwerk.organisations.rows import object_of
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Compartment, File, Grant, Involvement, holds
from vlechtwerk.sharing.policy import Basis, Kind, Opening, Stage, Verb, basis_of, openings
from vlechtwerk.sharing.statements import OWN_ACCESS, PARTS_WITH_GRANTS, SOME_DAY, STAND_IN, parts_of

Given = Mapping[tuple[UUID, UUID], Grant]
"""Grants by involvement and part."""
OF_A_PART = 6
"""How many columns tell of a part and of a grant in it."""
EVERYTHING = frozenset(Verb)
WITHOUT_GRANT = (Basis.INVOLVEMENT, Basis.ORGANISATION, Basis.EMERGENCY)


def open_compartments(position: Position, verb: Verb, on: date) -> QuerySet[Compartment]:
    """The parts of files in which a position may do something on a day. Everything confidential is looked for in these."""
    if not position.is_active_on(on):
        return Compartment.objects.none()
    text, values = _told(position, verb, on)
    return Compartment.objects.filter(pk__in=RawSQL(text, values))  # noqa: S611 - made by the queryset below


def _told(position: Position, verb: Verb, on: date) -> tuple[str, list[Any]]:
    """The statement about open parts with the values of a position and a day."""
    text, values = _opened_to_anybody(verb)
    told = {STAND_IN.pk: position.pk, STAND_IN.organisation_id: position.organisation_id, SOME_DAY: on}
    return text, [value if isinstance(value, list) else told.get(value, value) for value in values]


@cache
def _opened_to_anybody(verb: Verb) -> tuple[str, tuple[Any, ...]]:
    """The statement that the queryset makes, with its values: making it takes longer than running it, and pages ask it often."""
    text, values = _opened_to(STAND_IN, verb, SOME_DAY).query.sql_with_params()
    return text, tuple(values)


def _opened_to(position: Position, verb: Verb, on: date) -> QuerySet[Compartment, UUID]:
    """The identifiers of the parts in which a position, that is held on the day, may do something."""
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
    return implied.values_list("pk", flat=True).union(granted.values_list("compartment_id", flat=True))


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
    return access_of(present_in(file, on), file, on)


def present_in(file: File, on: date) -> list[Involvement]:
    """Everybody who takes part in a file on a day, the longest first."""
    involved = Involvement.objects.filter(holds(on), in_force(on, "position__"), file=file)
    return list(involved.select_related("position__account", "position__organisation").order_by("from_on", "id"))


def access_of(people: Iterable[Involvement], file: File, on: date) -> list[Access]:
    """The same as `access_in` tells, about people who were looked up already."""
    parts = Compartment.objects.filter(file=file).select_related("organisation").order_by("id")
    return _opened(people, parts, grants_in(file, on), file.stage_on(on))


def access_through(mine: Sequence[Involvement], file: File, on: date) -> list[Access]:
    """What somebody may do in the parts of a file on a day, through involvement of today that was read already.

    The same as `access_in` tells about these, without asking about everybody else.
    """
    parts, given = _parts_with_grants(mine, file, on) if mine else ({}, {})
    return _opened(mine, parts.values(), given, file.stage_on(on))


@dataclass(frozen=True, slots=True)
class OwnAccess:
    """How a position takes part in a file, and what it may do there, as it was looked up in the transaction of now."""

    position: Position
    involved: tuple[Involvement, ...] = ()
    access: tuple[Access, ...] = ()

    def may(self, verb: Verb, part: Compartment) -> bool:
        """Whether it may do something in a part of the file."""
        return any(one.compartment.pk == part.pk and verb in one.verbs for one in self.access)


def own_access(position: Position, file: File, on: date) -> OwnAccess:
    """What a position may do in a file on a day, with one query: `Involvement.objects.of` and `access_through`, written out."""
    return access_of_rows(position, file, on, own_rows(position, on, "%(file)s", {"file": file.pk}))


def own_rows(position: Position, on: date, file: str, told: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """The involvement of a position in a file beside each of its parts; none when it takes no part in it.

    `file` is an expression with these values.
    """
    parts = parts_of(position, on)
    if parts is None:
        return []
    with connection.cursor() as cursor:
        cursor.execute(OWN_ACCESS.format(parts=parts.text, file=file), {"on": on, **told, **parts.values})
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def access_of_rows(position: Position, file: File, on: date, rows: Sequence[tuple[Any, ...]]) -> OwnAccess:
    """What a position may do in a file on a day, out of `own_rows` of it."""
    # A row begins with the involvement, by its identifier, and ends with a part and the grant in it.
    mine = tuple(object_of(Involvement, iter(row)) for row in {row[0]: row for row in rows}.values())
    for one in mine:
        one.position = position
    present, given = _parts_and_grants(file, (row[-OF_A_PART:] for row in rows))
    found = tuple(_opened(mine, present.values(), given, file.stage_on(on)))
    _name_owners(position, {one.compartment for one in found if one.compartment.organisation_id})
    return OwnAccess(position, mine, found)


def _name_owners(position: Position, parts: Collection[Compartment]) -> None:
    """Put the organisation beside each of its parts: nearly always it is that of the position itself."""
    others = {one.organisation_id for one in parts} - {position.organisation_id}
    known = Organisation.objects.in_bulk(others) if others else {}
    for one in parts:
        one.organisation = known.get(one.organisation_id) or position.organisation


def _parts_with_grants(mine: Sequence[Involvement], file: File, on: date) -> tuple[dict[UUID, Compartment], Given]:
    """The parts of a file, and what was granted in them on a day to some who take part: one query for both."""
    with connection.cursor() as cursor:
        cursor.execute(PARTS_WITH_GRANTS, {"file": file.pk, "on": on, "mine": [one.pk for one in mine]})
        return _parts_and_grants(file, cursor.fetchall())


def _parts_and_grants(file: File, rows: Iterable[tuple[Any, ...]]) -> tuple[dict[UUID, Compartment], Given]:
    """The parts of a file and the grants in them, out of rows in which a part stands beside each of its grants."""
    parts, given = dict[UUID, Compartment](), {}
    for part, kind, organisation, grant, involvement, verbs in rows:
        if (found := parts.get(part)) is None:
            found = parts[part] = object_of(Compartment, iter((part, file.pk, kind, organisation)))
            found.file = file
        if grant:
            given[involvement, part] = Grant(id=grant, involvement_id=involvement, compartment=found, verbs=verbs)
    return parts, given


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
    holds: dict[Basis, Collection[Verb]] = {
        Basis.INVOLVEMENT: EVERYTHING,
        Basis.EMERGENCY: EVERYTHING,
        Basis.ORGANISATION: EVERYTHING if part.organisation_id == involvement.position.organisation_id else (),
        Basis.GRANT: [Verb(one) for one in grant.verbs] if grant else (),
    }
    bases = _bases(Role(involvement.capacity), Kind(part.kind), stage)
    verbs = frozenset(verb for verb, basis in bases if verb in holds[basis])
    return Access(involvement, part, verbs, grant if verbs else None)


@cache
def _bases(role: Role, kind: Kind, stage: Stage) -> tuple[tuple[Verb, Basis], ...]:
    """On what each thing rests that the policy opens to a capacity in a kind of part: the same for every file."""
    found = ((verb, basis_of(role, kind, verb, stage)) for verb in Verb)
    return tuple((verb, basis) for verb, basis in found if basis is not None)


def by_compartment(found: Sequence[Access], verb: Verb) -> dict[UUID, list[Access]]:
    """Who may do something, for each part by its identifier."""
    grouped: dict[UUID, list[Access]] = defaultdict(list)
    for one in found:
        if verb in one.verbs:
            grouped[one.compartment.pk].append(one)
    return dict(grouped)
