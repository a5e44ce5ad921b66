"""What a visitor of the trajectory gets at the addresses of the provider network. No provider and no plan is there yet."""

from collections.abc import Callable
from uuid import uuid4

from vlechtwerk.rules.roles import Role

SIGN_IN, OK, GONE = 302, 200, 404
OUTSIDER = "outsider"
READERS = (OUTSIDER, Role.NETWORK_COORDINATOR, Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER)
"""Who sees the providers of the region; the outsider is a case manager of it."""
PLAN = "trajecten/<uuid:id>/luik/plan/uitvoering/"
Row = dict[str, int]
FILLED = {
    "<uuid:provider>": uuid4(),
    "<uuid:meeting>": uuid4(),
    "<uuid:application>": uuid4(),
    "<slug:fact>": "lidmaatschap",
}
"""What stands in the places of an address."""


def rows(everybody: Callable[[int], Row], let_in: Callable[..., Row], nobody: str) -> dict[str, Row]:
    """The part of the table about the network."""
    hidden = {**everybody(GONE), nobody: SIGN_IN}
    read = {**hidden, **dict.fromkeys(READERS, OK)}
    return {
        **dict.fromkeys(("netwerk/", "netwerk/overleg/"), read),
        "netwerk/overleg/<uuid:meeting>/": hidden,
        "netwerk/uren/": {**hidden, Role.NETWORK_COORDINATOR: OK, Role.CARE_PROVIDER: OK},
        "netwerk/partners/": {**hidden, Role.NETWORK_COORDINATOR: OK, Role.PROJECT_FOLLOWER: OK},
        "netwerk/partners/<uuid:application>/": hidden,
        **dict.fromkeys((f"netwerk/<uuid:provider>/{step}" for step in ("", "aanbod/", "<slug:fact>/")), hidden),
        "opdrachten/": {**hidden, Role.CARE_PROVIDER: OK, Role.WORK_PROVIDER: OK},
        PLAN: let_in(Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER, Role.CLIENT),
        **dict.fromkeys((f"{PLAN}{step}/" for step in ("toewijzen", "beeindigen", "doorverwijzen")), let_in()),
    }
