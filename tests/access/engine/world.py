"""Three files and everybody around them: what was given, nothing given, and blocked, each with whatever was forgotten.

Nothing here is tidy on purpose. In the file where access was given everybody holds a grant for everything, also who may never
get one; in the blocked file nobody's part was ended; beside everybody stands somebody whose part is over, still has to
begin, or never was. What of all that opens something is for the policy alone to say.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from tests.cast import INVOLVED_FROM, LONG_AGO, Cast, make_cast
from tests.rules.histories import IN_PROGRESS
from tests.scene import TODAY
from vlechtwerk.accounts.models import Account
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Organisation, Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.actions import Part
from vlechtwerk.sharing.models import Compartment, File, Grant, Involvement, InvolvementReason
from vlechtwerk.sharing.policy import POLICY, Basis, Kind, Stage, Verb, basis_of

TOMORROW = TODAY + timedelta(days=1)
GIVEN, BARE, BLOCKED = "given", "bare", "blocked"
"""The three files: in which access was given, in which what was given has ended, and which is blocked."""
ELSEWHERE = {
    "whose part is over": (INVOLVED_FROM, TODAY, None),
    "whose part begins tomorrow": (TOMORROW, None, None),
    "whose position is over": (INVOLVED_FROM, None, TODAY),
}
"""People who take no part today: from and until when they did, and until when they held their position."""


@dataclass(frozen=True)
class Dossier:
    """One of the files, with its parts."""

    name: str
    case: Case
    parts: tuple[Compartment, ...]


@dataclass(frozen=True)
class Actor:
    """Somebody, with the capacity in which they take part today in each file, by the name of the file.

    `before` is whom they were before they handed over.
    """

    name: str
    position: Position
    capacities: Mapping[str, Role]
    before: Role | None = None


@dataclass(frozen=True)
class Matrix:
    """Everybody and every file."""

    dossiers: tuple[Dossier, ...]
    actors: tuple[Actor, ...]

    @property
    def present(self) -> list[Actor]:
        """Who takes part in something today."""
        return [one for one in self.actors if one.capacities]

    @property
    def visitors(self) -> list[Actor]:
        """Those who come in a browser: everybody to whom the policy opens something, and some to whom it opens nothing."""
        opened = {str(row.capacity) for row in POLICY} | {Role.DGS, Role.REVIEWER}
        outside = (Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER)
        inside = [one for one in self.present if opened & set(one.capacities.values())]
        return [*inside, *(one for one in self.actors if not one.capacities and one.position.role in outside)]

    @property
    def cells(self) -> dict[UUID, str]:
        """Every part by its identifier, with a name to read in a failed test."""
        return {part.pk: name_of(dossier, part) for dossier in self.dossiers for part in dossier.parts}

    def dossier(self, name: str) -> Dossier:
        """One of the files."""
        return next(one for one in self.dossiers if one.name == name)

    def may(self, actor: Actor, verb: Verb) -> set[str]:
        """The first answer: what the policy lets somebody do, from the table alone."""
        return set(_allowed(actor, verb, self.dossiers))

    def named(self, found: Iterable[UUID]) -> set[str]:
        """The names of parts."""
        return {self.cells[one] for one in found}


def name_of(dossier: Dossier, part: Compartment) -> str:
    """The name of a part: that of its file, what it is, and of which organisation."""
    own = f" of {part.organisation.kind}" if part.organisation else ""
    return f"{dossier.name}/{part.kind}{own}"


def _allowed(actor: Actor, verb: Verb, dossiers: Iterable[Dossier], stage: Stage | None = None) -> Iterator[str]:
    for dossier in dossiers:
        role = actor.capacities.get(dossier.name)
        now = stage or (Stage.BLOCKED if dossier.name == BLOCKED else Stage.OPEN)
        for part in dossier.parts if role else ():
            basis = basis_of(role, Kind(part.kind), verb, now) if role else None
            own = basis is Basis.ORGANISATION and part.organisation_id == actor.position.organisation_id
            given = basis is Basis.GRANT and (dossier.name != BARE or stage is not None)
            if basis in {Basis.INVOLVEMENT, Basis.EMERGENCY} or own or given:
                yield name_of(dossier, part)


def writers(matrix: Matrix) -> Iterator[tuple[Dossier, Compartment, Actor]]:
    """For every part in which anybody may write while it is open and access is given: somebody who may."""
    for dossier in matrix.dossiers:
        for part in dossier.parts:
            name = name_of(dossier, part)
            may = (one for one in matrix.present if name in _allowed(one, Verb.WRITE, [dossier], Stage.OPEN))
            if first := next(may, None):
                yield dossier, part, first


def build() -> Matrix:
    """Store the files and everybody around them, with every grant still in force and nothing blocked yet."""
    cast = make_cast()
    cases = {name: cast.open(IN_PROGRESS, name=name.title()) for name in (GIVEN, BARE, BLOCKED)}
    actors = [*_inside(cast, cases), *_clients(cast, cases), *_outside(cast, cases)]
    parts = Compartment.objects.select_related("organisation").order_by("id")
    dossiers = (Dossier(name, case, tuple(parts.filter(file=case.file))) for name, case in cases.items())
    matrix = Matrix(tuple(dossiers), tuple(actors))
    _give_everything(matrix, cast[Role.WORK_CASE_MANAGER])
    return matrix


def settle(matrix: Matrix) -> None:
    """End what was given in one file and block another one, without ending anybody's part in it."""
    bare, blocked = matrix.dossier(BARE).case, matrix.dossier(BLOCKED).case
    Grant.objects.filter(compartment__file=bare.file).update(until_on=TODAY)
    File.objects.filter(pk=blocked.file_id).update(blocked_on=TODAY)


def _inside(cast: Cast, cases: Mapping[str, Case]) -> Iterator[Actor]:
    """Somebody in every capacity but that of the client, who takes part in every file."""
    elsewhere = Organisation.objects.create(name="Elders", kind=Organisation.Kind.CARE_PARTNERSHIP)
    for role in Role:
        if role is Role.CLIENT:
            continue
        if role in cast.members:
            position = cast[role]
        else:
            position = _position(cast, role, role.value, elsewhere)
            _involve(position, role, cases, INVOLVED_FROM, None)
        yield Actor(role.value, position, dict.fromkeys(cases, role))
    yield _handed_over(cast, cases, elsewhere)


def _handed_over(cast: Cast, cases: Mapping[str, Case], at: Organisation) -> Actor:
    """Somebody who was the care case manager of every file and reads on; another one reads on whom nobody knew before."""
    role = Role.EARLIER_CASE_MANAGER
    position = _position(cast, role, "who was the care case manager", at)
    _involve(position, role, cases, INVOLVED_FROM, None)
    for old in Involvement.objects.filter(capacity=Role.CARE_CASE_MANAGER):
        Involvement.objects.filter(position=position, file=old.file_id).update(follows=old)
    return Actor("who was the care case manager", position, dict.fromkeys(cases, role), Role.CARE_CASE_MANAGER)


def _clients(cast: Cast, cases: Mapping[str, Case]) -> Iterator[Actor]:
    """The client of each file."""
    for name, case in cases.items():
        position = _position(cast, Role.CLIENT, f"client of {name}", cast[Role.VDAB_MEDIATOR].organisation)
        _involve(position, Role.CLIENT, {name: case}, INVOLVED_FROM, None)
        yield Actor(f"client of {name}", position, {name: Role.CLIENT})


def _outside(cast: Cast, cases: Mapping[str, Case]) -> Iterator[Actor]:
    """A colleague of everybody who never took part, and those whose part or position is over or still has to begin."""
    for role, of in cast.members.items():
        yield Actor(f"colleague of {role}", _position(cast, role, f"colleague {role}", of.organisation), {})
        for told, (begins, until, held_until) in ELSEWHERE.items():
            position = _position(cast, role, f"{role} {told}", of.organisation, held_until)
            _involve(position, role, cases, begins, until)
            yield Actor(f"{role} {told}", position, {})


def _position(cast: Cast, role: Role, name: str, at: Organisation, until: date | None = None) -> Position:
    account = Account.objects.create(username=name, name=name.capitalize(), is_demo=True)
    return Position.objects.create(
        account=account, organisation=at, region=cast.region, role=role, from_on=LONG_AGO, until_on=until
    )


def _involve(position: Position, role: Role, cases: Mapping[str, Case], begins: date, until: date | None) -> None:
    part = Part(position, role, begins, InvolvementReason.ASSIGNMENT, until)
    rows = [part.in_file(case.file, None) for case in cases.values()]
    for row in rows if role is Role.DATA_PROTECTION_OFFICER else ():
        # Emergency access always ends, at a moment of the clock of the database.
        row.until_on, row.until_at, row.emergency_for = TOMORROW, timezone.now() + timedelta(days=1000), "complaint"
    Involvement.objects.bulk_create(rows)


def _give_everything(matrix: Matrix, by: Position) -> None:
    """Give everybody who has, had or will have a part in a file everything in it, whether that can be or not."""
    verbs = [str(verb) for verb in Verb]
    Grant.objects.bulk_create(
        Grant(
            involvement=one, compartment=part, verbs=verbs, from_on=INVOLVED_FROM, granted_by=by,
            reason="Staat er nog",
        )
        for dossier in matrix.dossiers
        for part in dossier.parts
        for one in Involvement.objects.filter(file=dossier.case.file)
    )  # fmt: skip
