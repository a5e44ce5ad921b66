"""What a visitor of the trajectory gets at the addresses about money: for the network coordinator the instalments, else nothing.

The people who do see the statements have no part in any trajectory; `tests/compensation/test_who_sees.py` asks for them.
"""

from collections.abc import Callable

from vlechtwerk.history.models import Case
from vlechtwerk.rules.roles import Role

SIGN_IN, OK, GONE = 302, 200, 404
STATEMENT = "vergoeding/<int:year>-<int:half>/"
STATEMENTS = (
    "vergoeding/",
    "vergoeding/bedragen/",
    "vergoeding/verdeelsleutel/",
    STATEMENT,
    f"{STATEMENT}traject/<int:number>/",
    f"{STATEMENT}tabel/<slug:kind>/",
)
INSTALMENTS = (
    "vergoeding/netwerk/",
    "vergoeding/netwerk/bedragen/",
    "vergoeding/netwerk/periode/",
    "vergoeding/netwerk/<int:number>/",
)
JUDGED = ("vergoeding/geen-stage/", "vergoeding/netwerk/<int:number>/stage/")


def rows(everybody: Callable[[int], dict[str, int]], nobody: str) -> dict[str, dict[str, int]]:
    """The part of the table about money."""
    hidden = {**everybody(GONE), nobody: SIGN_IN}
    followed = {**hidden, Role.NETWORK_COORDINATOR: OK}
    judged = {**followed, Role.PROJECT_FOLLOWER: OK}
    export = {"vergoeding/netwerk/periode/<slug:kind>/": hidden}
    return {
        **export,
        **dict.fromkeys(STATEMENTS, hidden),
        **dict.fromkeys(INSTALMENTS, followed),
        **dict.fromkeys(JUDGED, judged),
    }


def filled(case: Case) -> dict[str, object]:
    """What stands in the places of an address."""
    return {"<int:year>": 2026, "<int:half>": 1, "<int:number>": case.number, "<slug:kind>": "csv"}
