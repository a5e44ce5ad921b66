"""The categories of persons with access to data about health, and who they are today."""

import json
from collections.abc import Callable

import pytest

from scripts.docs import BOUND_BY, FOR_WHOM, MAY, PARTS, TASKS
from tests.scene import Scene, scene, today
from vlechtwerk.cli import main
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.duties.confidentiality import Duty
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.categories import categories
from vlechtwerk.sharing.policy import CONFIDENTIAL, POLICY, Basis, Kind, Verb

__all__ = ["scene", "today"]
Command = Callable[..., tuple[int, str]]


@pytest.fixture
def listed(capsys: pytest.CaptureFixture[str], server_runs: None) -> Command:
    """Run the command: its exit status and what it prints."""
    return lambda *arguments: (main(["access", "list", "--on", "2026-05-01", *arguments]), capsys.readouterr().out)


def test_the_categories_are_everybody_who_can_read_a_confidential_part_except_the_client() -> None:
    readers = {row.capacity for row in POLICY if row.compartment in CONFIDENTIAL and row.verb is Verb.READ}
    assert {one.capacity for one in categories()} == readers - {Role.CLIENT}


def test_care_is_bound_by_secrecy_and_the_others_by_discretion() -> None:
    bound = {one.capacity for one in categories() if set(one.duties.values()) == {Duty.PROFESSIONAL_SECRECY}}
    assert bound == {Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER}


def test_who_handed_over_stays_bound_as_whom_they_were() -> None:
    earlier = next(one for one in categories() if one.capacity is Role.EARLIER_CASE_MANAGER)
    secrecy, discretion = Duty.PROFESSIONAL_SECRECY, Duty.DISCRETION
    assert earlier.duties == {Role.CARE_CASE_MANAGER: secrecy, Role.WORK_CASE_MANAGER: discretion}


def test_own_notes_of_care_are_open_to_care_of_the_own_organisation_only() -> None:
    opened = {one.capacity: part for one in categories() for part in one.opened if part.kind is Kind.CARE_OWN}
    assert {capacity: part.basis for capacity, part in opened.items()} == {
        Role.CARE_CASE_MANAGER: Basis.ORGANISATION,
        Role.CARE_PROVIDER: Basis.ORGANISATION,
    }


def test_the_page_for_the_controller_has_a_word_for_everything() -> None:
    assert {one.capacity for one in categories()} <= set(TASKS)
    assert {part.kind for one in categories() for part in one.opened} <= set(PARTS)
    assert set(MAY) == set(Verb)
    assert set(FOR_WHOM) == set(Basis)
    assert set(BOUND_BY) == set(Duty)


def test_who_holds_such_a_position_is_listed_with_role_files_and_what_binds(scene: Scene, listed: Command) -> None:
    status, printed = listed("--json")
    told = [json.loads(line) for line in printed.splitlines()]
    carer = next(one for one in told if one["name"] == "Care_Case_Manager")
    assert (status, carer["role"], carer["files"], carer["bound_by"]) == (0, "casemanager zorg", 1, "beroepsgeheim")
    assert {one["name"] for one in told} >= {"Outsider", "Work_Provider", "Network_Coordinator"}
    assert not {one["name"] for one in told} & {"Vdab_Mediator", "Dgs", str(scene.case.file.person)}


def test_one_organisation_can_be_listed_and_who_left_is_not(scene: Scene, listed: Command) -> None:
    place = scene.cast[Role.WORK_CASE_MANAGER].organisation.name
    Position.objects.filter(pk=scene.cast.outsider.pk).update(until_on="2026-05-01")
    _status, printed = listed("--organisation", place)
    assert [line.split("\t")[:2] for line in printed.splitlines()] == [[place, "Work_Case_Manager"]]
    assert listed("--organisation", "Nergens") == (1, "")
