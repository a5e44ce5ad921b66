"""The addresses of retention: what everybody gets there."""

from collections.abc import Callable
from uuid import UUID

from vlechtwerk.rules.roles import Role

OK, GONE, SIGN_IN = 200, 404, 302
ABSENT = UUID(int=404)
FILLED: dict[str, object] = {
    "<uuid:proposal_id>": ABSENT,
    "<uuid:hold_id>": ABSENT,
    "<uuid:request_id>": ABSENT,
    "<uuid:approval_id>": ABSENT,
    "<str:token>": "abc",
}


def rows(everybody: Callable[[int], dict[str, int]], nobody: str, officer: str) -> dict[str, dict[str, int]]:
    """The rows of the table: the data-protection officer alone has these pages."""
    absent = {**everybody(GONE), nobody: SIGN_IN}
    own = {**absent, officer: OK}
    return {
        "bewaartermijnen/": own,
        "bewaartermijnen/tegenhouden/": own,
        "bewaartermijnen/tegenhouden/<uuid:hold_id>/": absent,
        "bewaartermijnen/<uuid:proposal_id>/": absent,
        "installatie/akkoord/": {**own, Role.PROJECT_FOLLOWER: OK},
        "installatie/akkoord/nieuw/": own,
        "installatie/akkoord/<uuid:approval_id>/": absent,
        "gegevensvragen/": own,
        "gegevensvragen/nieuw/": own,
        "gegevensvragen/<uuid:request_id>/": absent,
    }
