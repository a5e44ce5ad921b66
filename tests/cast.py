"""The fixed cast: one region with somebody in every role, and a trajectory in which they all take part."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from zeal import zeal_ignore

from tests.rules.histories import REFERRED
from vlechtwerk.accounts.models import Account
from vlechtwerk.consent.models import Informed, Told
from vlechtwerk.history import actions
from vlechtwerk.history.loading import NewCase, Recorded, bulk_open
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Organisation, Position, Region
from vlechtwerk.people.actions import new_person
from vlechtwerk.rules.activation.recorders import rule_of
from vlechtwerk.rules.activation.terms import RegionSettings
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.actions import Part
from vlechtwerk.sharing.models import InvolvementReason

LONG_AGO = date(2020, 1, 1)
INVOLVED_FROM = date(2023, 7, 1)

KINDS = {
    Role.VDAB_MEDIATOR: Organisation.Kind.VDAB,
    Role.TRUSTED_ADVISOR: Organisation.Kind.VDAB,
    Role.PROJECT_FOLLOWER: Organisation.Kind.VDAB,
    Role.DGS: Organisation.Kind.VDAB,
    Role.WORK_CASE_MANAGER: Organisation.Kind.GTB,
    Role.CARE_CASE_MANAGER: Organisation.Kind.CAW,
    Role.NETWORK_COORDINATOR: Organisation.Kind.PROVIDER_NETWORK,
    Role.WORK_PROVIDER: Organisation.Kind.PROVIDER,
    Role.CARE_PROVIDER: Organisation.Kind.PROVIDER,
}
DEFAULTS = RegionSettings()


def chosen(settings: RegionSettings) -> dict[str, Any]:
    """Settings as the choices of a region in a case file."""
    return {key: value for key, value in asdict(settings).items() if value != getattr(DEFAULTS, key)}


@dataclass(frozen=True)
class Cast:
    """Everybody of one region by role, and an outsider who has a role but no part in any file."""

    region: Region
    members: dict[Role, Position]
    outsider: Position

    def __getitem__(self, role: Role) -> Position:
        """The member with this role."""
        return self.members[role]

    def recorder_of(self, event: Event) -> Position:
        """A member who may record this event."""
        return self.members[Role(sorted(rule_of(event).points)[0])]

    def parts(self) -> list[Part]:
        """The part of every member in a file."""
        return [
            Part(position, role, INVOLVED_FROM, InvolvementReason.ASSIGNMENT) for role, position in self.members.items()
        ]

    def new_case(self, events: Sequence[Event], **more: Any) -> NewCase:
        """A trajectory with these events, in which everybody takes part, not stored yet.

        `more` may hold the settings of the region, the family name, and the moment at which the events were recorded.
        """
        person = new_person("Fien", more.get("name", "Voorbeeld"), birth_year=1990, is_fictional=True)
        recorded = [Recorded(event, self.recorder_of(event), more.get("at")) for event in events]
        choices = chosen(more.get("settings", DEFAULTS))
        return NewCase(person, "activation", self.region, recorded, self.parts(), choices)

    def open(self, events: Sequence[Event] = (REFERRED,), **more: Any) -> Case:
        """A stored trajectory with these events, of which the client was told; for `more` see `new_case`.

        With `told` false nobody told her yet that data are kept.
        """
        before = set(Case.objects.values_list("pk", flat=True))
        bulk_open(cases=[self.new_case(events, **more)], by=self.members[Role.VDAB_MEDIATOR])
        case = Case.objects.exclude(pk__in=before).get()
        if more.get("told", True):
            mediator = self.members[Role.VDAB_MEDIATOR]
            Informed.objects.create(file_id=case.file_id, on=INVOLVED_FROM, how=Told.IN_A_TALK, by=mediator)
        return case

    def record(self, case: Case, *events: Event) -> None:
        """Record events one by one, each by somebody who may."""
        with zeal_ignore():
            for event in events:
                actions.record(case=case, event=event, by=self.recorder_of(event), key=uuid4())


def make_position(role: Role, region: Region, name: str) -> Position:
    """Somebody with a role at an organisation of the kind that goes with it."""
    organisation = Organisation.objects.create(name=f"{KINDS[role].label} Testregio", kind=KINDS[role])
    account = Account.objects.create(username=name, name=name.title(), is_demo=True)
    return Position.objects.create(
        account=account, organisation=organisation, region=region, role=role, from_on=LONG_AGO
    )


def make_cast() -> Cast:
    """Store the cast."""
    region = Region.objects.create(name="Testregio")
    members = {role: make_position(role, region, role.value) for role in KINDS}
    return Cast(region, members, make_position(Role.WORK_CASE_MANAGER, region, "outsider"))
