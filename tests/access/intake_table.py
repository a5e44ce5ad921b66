"""What a visitor of the trajectory gets at the addresses of the road to it, before and after the referral.

The contact of the care partnership has no part in any trajectory; `tests/intake` asks for that one.
"""

from collections.abc import Callable

from vlechtwerk.history.models import Case
from vlechtwerk.rules.roles import Role

SIGN_IN, OK, GONE, WRONG_METHOD = 302, 200, 404, 405
OUTSIDER = "outsider"
ROAD = "trajecten/<uuid:id>/toeleiding/"
PROPOSERS = (OUTSIDER, Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER)
READERS = (
    Role.CLIENT,
    Role.WORK_CASE_MANAGER,
    Role.CARE_CASE_MANAGER,
    Role.VDAB_MEDIATOR,
    Role.TRUSTED_ADVISOR,
)
Row = dict[str, int]


def rows(everybody: Callable[[int], Row], let_in: Callable[..., Row], nobody: str) -> dict[str, Row]:
    """The part of the table about the road."""
    hidden = {**everybody(GONE), nobody: SIGN_IN}
    refers = {**hidden, Role.VDAB_MEDIATOR: OK}
    proposes = {**hidden, **dict.fromkeys(PROPOSERS, OK)}
    return {
        "toeleidingen/": {**refers, **dict.fromkeys(PROPOSERS, OK)},
        "toeleidingen/nieuw/": everybody(WRONG_METHOD),
        "toeleidingen/regio/": refers,
        "toeleidingen/aanmelden/": proposes,
        "toeleidingen/aanmeldingen/<uuid:proposal>/": hidden,
        "toeleidingen/<uuid:draft>/": hidden,
        "toeleidingen/<uuid:draft>/weg/": everybody(WRONG_METHOD),
        ROAD: let_in(*READERS, Role.PROJECT_FOLLOWER),
        f"{ROAD}afsprakenblad/": let_in(*READERS),
        f"{ROAD}<slug:step>/": let_in(Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER),
    }


def filled(case: Case) -> dict[str, object]:
    """What stands in the places of an address; the step is the agenda of the first meeting."""
    return {"<uuid:proposal>": case.pk, "<uuid:draft>": case.pk, "<slug:step>": "agenda"}
