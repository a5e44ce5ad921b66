"""Who works in the region: somebody in every role, each with an account that only a demonstration lets in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from vlechtwerk.accounts.models import Account
from vlechtwerk.organisations.models import Organisation, Position, Region
from vlechtwerk.people.models import Person
from vlechtwerk.people.names import search_key
from vlechtwerk.rules.roles import Role

REGION = "Wisselland"
OTHER_REGION = "Overwater"
IN_OFFICE_FROM = date(2023, 7, 1)
Kind = Organisation.Kind


class Part(NamedTuple):
    """Somebody of the cast: sign-in name, name, role, and organisation with its kind."""

    username: str
    name: str
    role: Role
    organisation: str
    kind: Kind


WORKERS: tuple[Part, ...] = (
    Part("wout", "Wout Werkmans", Role.WORK_CASE_MANAGER, "GTB Wisselland", Kind.GTB),
    Part("sofie", "Sofie Stagiers", Role.WORK_CASE_MANAGER, "GTB Wisselland", Kind.GTB),
    Part("zeynep", "Zeynep Zorgmans", Role.CARE_CASE_MANAGER, "CAW De Veerman", Kind.CAW),
    Part("koen", "Koen Klankbord", Role.CARE_CASE_MANAGER, "GGZ Het Rustpunt", Kind.GGZ),
    Part("oscar", "Oscar Onthaals", Role.CARE_CASE_MANAGER, "OCMW Wisselburg", Kind.OCMW),
    Part("nadia", "Nadia Netwerkers", Role.NETWORK_COORDINATOR, "Netwerk Wisselwerk", Kind.PROVIDER_NETWORK),
    Part("zara", "Zara Zalfmans", Role.CARE_PROVIDER, "Therapiehuis De Brug", Kind.PROVIDER),
    Part("stijn", "Stijn Stageplaats", Role.WORK_PROVIDER, "Werkplaats Het Anker", Kind.PROVIDER),
    Part("bea", "Bea Bemiddelaars", Role.VDAB_MEDIATOR, "VDAB Wisselland", Kind.VDAB),
    Part("pieter", "Pieter Projectmans", Role.PROJECT_FOLLOWER, "VDAB Projectopvolging", Kind.VDAB),
    Part("dina", "Dina Doorlichters", Role.DGS, "VDAB Dienst Gespecialiseerde Screening", Kind.VDAB),
    Part("tom", "Tom Toekenners", Role.TOM_TEAM, "VDAB team TOM", Kind.VDAB),
    Part(
        "ada",
        "Ada Aanspreeks",
        Role.CARE_PARTNERSHIP_CONTACT,
        "Samenwerkingsverband zorg Wisselland",
        Kind.CARE_PARTNERSHIP,
    ),
    Part(
        "fenna",
        "Fenna Functionaris",
        Role.DATA_PROTECTION_OFFICER,
        "Samenwerkingsverband zorg Wisselland",
        Kind.CARE_PARTNERSHIP,
    ),
    Part("flor", "Flor Functionaris", Role.DATA_PROTECTION_OFFICER, "VDAB Wisselland", Kind.VDAB),
    Part("dirk", "Dirk Departements", Role.CARE_DEPARTMENT, "Departement Zorg", Kind.CARE_DEPARTMENT),
    Part("dora", "Dora Departements", Role.CARE_DEPARTMENT, "Departement Zorg", Kind.CARE_DEPARTMENT),
)
OUTSIDER = Part("olga", "Olga Overwaters", Role.CARE_CASE_MANAGER, "CAW Overwater", Kind.CAW)


@dataclass(frozen=True)
class Cast:
    """The region with its people, by sign-in name."""

    region: Region
    positions: dict[str, Position]

    def of(self, role: Role, number: int = 0) -> Position:
        """One of the people with a role; the number picks one when there are several."""
        having = [position for position in self.positions.values() if position.role == role]
        return having[number % len(having)]


def make_cast() -> Cast:
    """Store the region, the organisations and everybody who works there, and one person of another region."""
    region, elsewhere = (Region.objects.create(name=name) for name in (REGION, OTHER_REGION))
    organisations = _organisations((*WORKERS, OUTSIDER))
    positions = {part.username: _position(part, region, organisations) for part in WORKERS}
    _position(OUTSIDER, elsewhere, organisations)
    return Cast(region, positions)


def _organisations(parts: Iterable[Part]) -> dict[str, Organisation]:
    kinds = {part.organisation: part.kind for part in parts}
    made = Organisation.objects.bulk_create(Organisation(name=name, kind=kind) for name, kind in kinds.items())
    return {organisation.name: organisation for organisation in made}


def _position(part: Part, region: Region, organisations: dict[str, Organisation]) -> Position:
    account = Account.objects.create_user(part.username, name=part.name, is_demo=True)
    organisation = organisations[part.organisation]
    return Position.objects.create(
        account=account, organisation=organisation, region=region, role=part.role, from_on=IN_OFFICE_FROM
    )


def client_position(person: Person, cast: Cast) -> Position:
    """An account and a position for a client who looks at her own trajectory; the sign-in name is the given name."""
    username = f"deelnemer-{search_key(person.given_name)}"
    account = Account.objects.create_user(username, name=str(person), is_demo=True)
    vdab = cast.of(Role.VDAB_MEDIATOR).organisation
    return Position.objects.create(
        account=account, organisation=vdab, region=cast.region, role=Role.CLIENT, from_on=IN_OFFICE_FROM
    )
