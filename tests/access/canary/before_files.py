"""What is written before there is a file, with a mark in it: a draft of every mediator, and a proposal of care."""

from datetime import date

from tests.access.canary.marks import mark
from tests.access.engine.world import Actor, Matrix
from tests.scene import TODAY
from vlechtwerk.intake.models import Draft, Proposal
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting

PROPOSER, DECIDER = Role.CARE_CASE_MANAGER, Role.VDAB_MEDIATOR


def letters_of(who: str) -> str:
    """The name of a visitor as it stands in a mark for what that visitor wrote."""
    return "".join(one for one in who if "a" <= one <= "z")


def sees_proposals(actor: Actor) -> bool:
    """Whether a proposal is for somebody: in the region of the files care proposes and the mediator decides."""
    return actor.position.role in {PROPOSER, DECIDER}


def store(matrix: Matrix) -> None:
    """A draft for every mediator who takes part, and one proposal of the first care case manager."""
    for actor in (one for one in matrix.present if one.position.role == DECIDER):
        with acting(actor.position, TODAY):
            answers = {"motivation": mark(letters_of(actor.name), "draft")}
            Draft.objects.create(mediator=actor.position, answers=answers)
    proposer = next(one for one in matrix.present if one.position.role == PROPOSER)
    words = ("given_name", "family_name", "reason")
    with acting(proposer.position, TODAY):
        Proposal.objects.create(
            proposer=proposer.position,
            region=proposer.position.region,
            birth_year=1990,
            consent_on=date(2026, 4, 20),
            **{word: mark(letters_of(proposer.name), "proposal") for word in words},
        )
