"""The command of the nightly job: list, propose, carry out, and store what a region chose."""

import pytest
import time_machine

from tests.cli.conftest import Command, vlechtwerk
from tests.retention.ended import DUE_ON, confirm, stop
from tests.scene import Scene
from vlechtwerk.history.models import Case, Event
from vlechtwerk.organisations.models import Position
from vlechtwerk.retention.models import Proposal

__all__ = ["vlechtwerk"]
pytestmark = pytest.mark.django_db(transaction=True)
NIGHT = f"{DUE_ON}T03:00:00+02:00"


def test_a_dry_run_lists_by_reference_and_stores_nothing(ended: Scene, vlechtwerk: Command) -> None:
    with time_machine.travel(NIGHT):
        told = vlechtwerk("retention", "--dry-run")
    assert told.out.splitlines()[0] == f"{ended.case.reference}\tterm\tended 2026-04-24\tterm over 2041-04-24"
    assert told.out.endswith("1 proposal(s); nothing is stored.\n")
    assert not Proposal.objects.exists()


def test_what_is_proposed_and_confirmed_is_carried_out_and_verified(
    ended: Scene, officer: Position, vlechtwerk: Command
) -> None:
    with time_machine.travel(NIGHT):
        assert vlechtwerk("retention", "--propose").out.endswith("1 proposal(s) for the data-protection officer.\n")
        assert vlechtwerk("retention", "--carry-out").out == "0 file(s) erased, 0 left for the next run.\n"
        confirm(Proposal.objects.get(), officer)
        assert vlechtwerk("retention", "--carry-out").out == "1 file(s) erased, 0 left for the next run.\n"
        assert Case.objects.get().erased_on == DUE_ON
        verified = vlechtwerk("verify")
    assert (verified.status, Event.objects.count()) == (0, 0)
    assert "0 difference(s)" in verified.out


def chooses(vlechtwerk: Command, *more: str) -> int:
    """Store how many years a region chose."""
    told = ("--years", "5", "--region", "Testregio", "--from", "2026-01-01", "--by", "officer")
    return vlechtwerk("retention", "--set", "claims_years", *told, *more).status


def test_a_choice_of_a_region_has_a_source(scene: Scene, officer: Position, vlechtwerk: Command) -> None:
    stop(scene, DUE_ON.replace(year=2026))
    assert chooses(vlechtwerk) == 1
    assert chooses(vlechtwerk, "--source", "Beslissing van de stuurgroep") == 0
    assert chooses(vlechtwerk, "--source", "Beslissing van de stuurgroep") == 1
    with time_machine.travel(NIGHT):
        assert "1 proposal(s)" in vlechtwerk("retention", "--dry-run").out
