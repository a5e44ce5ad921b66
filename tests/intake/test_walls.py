"""The wall around what is in no file yet: the database itself opens a draft or a proposal to those whose business it is."""

from django.db import models

from tests.cast import LONG_AGO
from tests.intake.test_proposals import proposed
from tests.intake.world import CARE, MEDIATOR, REFERRED_ON, World, draft_of
from vlechtwerk.accounts.models import Account
from vlechtwerk.intake.models import Draft, Proposal
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting


def seen_by(world: World, model: type[models.Model]) -> set[str]:
    """The roles of the cast to whom the database gives rows of a model, asked without any condition."""
    found = set()
    for role, position in world.cast.members.items():
        with acting(position, REFERRED_ON):
            if model._default_manager.exists():
                found.add(str(role))
    return found


def test_the_database_opens_a_draft_to_its_mediator_alone(world: World) -> None:
    draft_of(world.begin(world.as_(MEDIATOR)))
    colleague = other_mediator(world)
    assert seen_by(world, Draft) == {MEDIATOR}
    with acting(colleague, REFERRED_ON):
        assert not Draft.objects.exists()


def test_the_database_opens_a_proposal_to_its_proposer_and_the_mediators_of_the_region(world: World) -> None:
    proposed(world)
    colleague = other_mediator(world)
    assert seen_by(world, Proposal) == {CARE, MEDIATOR}
    with acting(colleague, REFERRED_ON):
        assert Proposal.objects.exists()


def other_mediator(world: World) -> Position:
    """A colleague of the mediator in the same region."""
    account = Account.objects.create(username="collega", name="Bo Bemiddelaar", is_demo=True)
    same = {"organisation": world.cast[MEDIATOR].organisation, "region": world.cast.region}
    return Position.objects.create(account=account, role=Role.VDAB_MEDIATOR, from_on=LONG_AGO, **same)
