"""Applications to add a partner to the network of providers of a region, each with what was decided about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from vlechtwerk.arrangements.checking import NOTED_BY
from vlechtwerk.arrangements.models import Arrangement, Sort
from vlechtwerk.arrangements.queries import noted
from vlechtwerk.organisations.models import Position, Region
from vlechtwerk.rules.activation.duties.network import MembershipRequest
from vlechtwerk.rules.roles import Role

APPROVED, REFUSED = "approved", "refused"


@dataclass(frozen=True)
class Application:
    """What the network coordinator asked, and the decision; without one it is submitted."""

    row: Arrangement
    decision: Arrangement | None

    @property
    def approved_on(self) -> date | None:
        """The day of the approval; None while it was not approved."""
        return self.decision.on if self.decision and self.decision.told["answer"] == APPROVED else None

    @property
    def request(self) -> MembershipRequest:
        """The application as the rules know it."""
        told = self.row.told
        return MembershipRequest(self.row.organisation_name, told["offer"], told["motivation"], self.approved_on)


def sees_applications(position: Position) -> bool:
    """Whether somebody follows the applications of the region: who makes them, and who decides."""
    return Role(position.role) in NOTED_BY[Sort.APPLICATION] | NOTED_BY[Sort.DECISION]


def decides(position: Position) -> bool:
    """Whether somebody decides about the applications of the region."""
    return Role(position.role) in NOTED_BY[Sort.DECISION]


def applications_of(region: Region) -> list[Application]:
    """The applications of a region, the latest first."""
    rows = noted(region, Sort.APPLICATION, Sort.DECISION)
    decided = {one.about_id: one for one in rows if one.sort == Sort.DECISION}
    return [Application(one, decided.get(one.pk)) for one in reversed(rows) if one.sort == Sort.APPLICATION]


def last_about(found: Iterable[Application], organisation_id: UUID) -> Application | None:
    """The latest application about an organisation, of a list with the latest first."""
    return next((one for one in found if one.row.organisation_id == organisation_id), None)


def waiting(position: Position) -> int:
    """How many applications of the region wait for a decision, for who follows them; otherwise none."""
    if not sees_applications(position):
        return 0
    return sum(1 for one in applications_of(position.region) if one.decision is None)
