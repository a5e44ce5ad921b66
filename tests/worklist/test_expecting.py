"""An empty list says what appears there and when, or that nothing ever will, and where the work is."""

from datetime import date

import pytest

from tests.scene import Scene, scene, signed_in, text_of, today
from vlechtwerk.accounts.models import Account
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.worklist.expecting import ANYBODY, EXPECTING

__all__ = ["scene", "today"]
EMPTY = {
    Role.DGS: "Een dossier komt hier als de casemanager werk u een advies Welzijn vraagt.",
    Role.TOM_TEAM: "Aanvragen voor ondersteuningsrechten en maatwerk krijgt u buiten dit programma.",
    Role.PROJECT_FOLLOWER: "Een dossier komt hier als de casemanager werk een verlenging, een stopzetting of een bemiddeling",
    Role.CARE_PARTNERSHIP_CONTACT: "Uw werk staat bij Toeleidingen, Regio en Vergoeding",
    Role.CARE_DEPARTMENT: "Uw werk staat bij Regio en Vergoeding",
    Role.DATA_PROTECTION_OFFICER: "Uw werk staat bij Nazicht van de registratie",
    Role.NETWORK_COORDINATOR: "Een dossier komt hier als het trajectplan opgeladen is.",
}


def newcomer(scene: Scene, role: Role) -> Position:
    """Somebody of the region who takes part in nothing."""
    account = Account.objects.create(username="newcomer", name="Nieuw Gezicht", is_demo=True)
    organisation, region = scene.cast[Role.VDAB_MEDIATOR].organisation, scene.cast.region
    return Position.objects.create(
        account=account, organisation=organisation, region=region, role=role, from_on=date(2023, 7, 1)
    )


@pytest.mark.parametrize("role", EMPTY)
@pytest.mark.parametrize("page", ["/", "/overzicht/"])
def test_an_empty_list_says_what_to_expect(scene: Scene, role: Role, page: str) -> None:
    assert EMPTY[role] in text_of(signed_in(newcomer(scene, role)).get(page))


@pytest.mark.parametrize("role", [Role.TOM_TEAM, Role.CARE_DEPARTMENT, Role.DATA_PROTECTION_OFFICER])
def test_who_never_sees_a_case_is_not_told_to_wait_for_one(scene: Scene, role: Role) -> None:
    page = text_of(signed_in(newcomer(scene, role)).get("/"))
    assert "U ziet geen dossiers, en dat hoort zo" in page
    assert "nog geen dossiers" not in page


def test_every_function_that_can_sign_in_is_told_something_of_its_own() -> None:
    told = [EXPECTING[role].text for role in EXPECTING]
    assert len(set(map(str, told))) == len(told)
    assert str(ANYBODY.text) not in map(str, told)
