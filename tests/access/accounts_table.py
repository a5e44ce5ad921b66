"""The addresses of signing in and of the own account: what everybody gets there.

The fictional people of the scene have proved nothing and have no second factor, so that what is about those leads on.
"""

from collections.abc import Callable

OK, ON, GONE, WRONG_METHOD, FAILED = 200, 302, 404, 405, 401


def rows(everybody: Callable[[int], dict[str, int]], nobody: str) -> dict[str, dict[str, int]]:
    """The rows of the table; `nobody` is who is not signed in."""

    def own(status: int) -> dict[str, int]:
        return {**everybody(status), nobody: ON}

    return {
        "aanmelden/": {**everybody(ON), nobody: OK},
        "aanmelden/tweede-factor/": everybody(ON),
        "aanmelden/sleutel/": everybody(ON),
        "aanmelden/via/geannuleerd/": everybody(OK),
        "aanmelden/via/mislukt/": everybody(FAILED),
        "aanmelden/via/<slug:provider_id>/": everybody(WRONG_METHOD),
        "aanmelden/via/<slug:provider_id>/terug/": everybody(GONE),
        "afmelden/": everybody(WRONG_METHOD),
        "wachtwoord/": own(OK),
        "wachtwoord/gekozen/": everybody(OK),
        "^wachtwoord/kiezen/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[-0-9a-z]+)/$": everybody(OK),
        "bevestigen/wachtwoord/": own(OK),
        "bevestigen/code/": own(ON),
        "bevestigen/sleutel/": own(ON),
        "beveiliging/": own(OK),
        "beveiliging/app/": own(ON),
        "beveiliging/app/verwijderen/": own(GONE),
        "beveiliging/sleutels/nieuw/": own(ON),
        "beveiliging/sleutels/<int:pk>/verwijderen/": own(ON),
        "beveiliging/herstelcodes/": own(GONE),
        "beveiliging/herstelcodes/nieuw/": own(ON),
        "sessies/": own(OK),
        "verbintenis/": own(OK),
    }


FILLED = {
    "<slug:provider_id>": "acm-idm",
    "<int:pk>": "1",
    "^wachtwoord/kiezen/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[-0-9a-z]+)/$": "wachtwoord/kiezen/0-c0ffee-0123/",
}
"""What stands in the place of what varies in these addresses."""
