"""Items in every state in which their sharing can be: who sees them besides their author and the client."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.utils import timezone

from tests.scene import TODAY
from vlechtwerk.consent.models import Consent, How, Item, ItemKind, NotYet, State
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Compartment

EVERYBODY = [str(role) for role in Role]
TOMORROW = TODAY + timedelta(days=1)
CONSENTS: Mapping[str, tuple[State, date]] = {
    "agreed": (State.GIVEN, TOMORROW),
    "agreed until today": (State.GIVEN, TODAY),
    "asked": (State.ASKED, TOMORROW),
    "refused": (State.REFUSED, TOMORROW),
    "withdrawn": (State.WITHDRAWN, TOMORROW),
    "not yet": (State.NOT_YET, TOMORROW),
}
"""Items with a consent: in which state it is, and its first day without."""
SHARINGS = ("for all", "for care", "for nobody", "replaced", *CONSENTS)
"""Every way in which something can be shared, or not."""
FEW = ("for all", "for nobody")
"""The two that stand in every part of every file; all of them stand in the file where access was given."""
OPEN_TO: Mapping[str, frozenset[Role]] = {
    "for all": frozenset(Role),
    "for care": frozenset({Role.CARE_CASE_MANAGER}),
    "agreed": frozenset(Role),
}
"""The ways that let others in than the author and the client, and in which capacities."""
AT_ONCE = {"for care": [str(Role.CARE_CASE_MANAGER)], "for all": EVERYBODY, "replaced": EVERYBODY}
"""The ways that ask no consent, with their audience."""


def make_item(
    part: Compartment, author: Position, capacity: Role, sharing: str, kind: ItemKind = ItemKind.NOTE
) -> Item:
    """Store an item that is shared in one of these ways."""
    item = Item.objects.create(
        file_id=part.file_id,
        compartment=part,
        author=author,
        capacity=capacity,
        kind=kind,
        entry_class="functioning",
        audience=AT_ONCE.get(sharing, []),
        closed_at=timezone.now() if sharing == "replaced" else None,
    )
    if sharing in CONSENTS:
        state, until = CONSENTS[sharing]
        Consent.objects.create(
            item=item,
            audience=EVERYBODY,
            asked_by=author,
            discussed_on=date(2026, 4, 20),
            until_on=until,
            state=state,
            how=How.TOGETHER,
            not_yet_because=NotYet.NEEDS_TIME,
        )
    return item
