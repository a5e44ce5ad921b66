"""How the rows of a trajectory plan come into being in the matrix of access, with a text in every column of words."""

from collections.abc import Callable
from datetime import date
from itertools import count
from uuid import uuid4

from django.db import models

from vlechtwerk.consent.models import Item
from vlechtwerk.plans.content import Agreements, Content, PlannedAction, stored
from vlechtwerk.plans.models import Judgement, OwnSignature, Plan, Signature
from vlechtwerk.rules.activation.terms import Domain

NUMBERS = count(1)
"""The numbers of the versions: every plan that is made is another version."""


def plan(item: Item, text: str) -> Plan:
    """A wording of a plan with one action, in every word of which stands the same."""
    action = PlannedAction(code=str(uuid4()), domain=Domain.CARE, text=text, need=text, discipline=text, provider=text)
    content = Content(Agreements(aim=text, rights=text, evaluations=text), (), (action,))
    made = Plan(item=item, compartment=item.compartment, author=item.author, why=text, reason=text)
    made.number, made.revision, made.since, made.content = next(NUMBERS), 1, 1, stored(content)
    made.save(force_insert=True)
    return made


def signed(model: type[Signature] | type[OwnSignature]) -> Callable[[Item, str], models.Model]:
    """How a signature in one of both tables is made."""

    def store(item: Item, _text: str) -> models.Model:
        """A signature holds no words."""
        made = model(item=item, compartment=item.compartment, author=item.author, number=1, revision=1)
        made.capacity, made.signed_on, made.manner = "client", date(2026, 4, 20), "paper"
        made.save(force_insert=True)
        return made

    return store


def judgement(item: Item, text: str) -> Judgement:
    """A question about a plan."""
    return Judgement.objects.create(
        item=item, compartment=item.compartment, author=item.author, number=1, verdict="question", text=text, why=text
    )
