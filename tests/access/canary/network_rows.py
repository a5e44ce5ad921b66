"""An assignment in every file, with a mark in the words that are for the team alone."""

from datetime import date
from uuid import uuid4

from tests.access.canary.marks import mark
from tests.access.engine.world import Dossier, Matrix
from tests.scene import TODAY
from vlechtwerk.network.models import Assignment, Provider
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.sharing.policy import Kind


def store(matrix: Matrix) -> None:
    """One assignment in each file in which a coordinator takes part, to the organisation of its provider of care."""
    for dossier in matrix.dossiers:
        _store(dossier)


def _store(dossier: Dossier) -> None:
    inside = Involvement.objects.filter(file=dossier.case.file_id).select_related("position__region")
    coordinator, carer = (
        inside.filter(capacity=role, until_on=None).order_by("pk").first()
        for role in (Role.NETWORK_COORDINATOR, Role.CARE_PROVIDER)
    )
    assert coordinator
    assert carer
    told = {"region": dossier.case.region, "organisation": carer.position.organisation}
    provider = Provider.objects.filter(**told).first() or Provider.objects.create(
        **told, entered_by=coordinator.position
    )
    with acting(coordinator.position, TODAY):
        Assignment.objects.create(
            case=dossier.case, number=1, plan_version=1, action=uuid4(), domain="care", discipline="ergotherapie",
            provider=provider, first=date(2026, 4, 20), search_result=mark(dossier.name, Kind.COST),
            searched_on=date(2026, 4, 19), made_by=coordinator.position,
        )  # fmt: skip
