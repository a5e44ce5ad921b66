"""The addresses of the client's own view and of the invitation to it: what everybody gets there."""

from collections.abc import Callable

from vlechtwerk.rules.roles import Role

OK, ON, WRONG_METHOD = 200, 302, 405


def rows(
    everybody: Callable[[int], dict[str, int]], let_in: Callable[..., dict[str, int]]
) -> dict[str, dict[str, int]]:
    """The rows of the table."""
    return {
        "trajecten/<uuid:id>/uitnodiging/": let_in(Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER),
        "trajecten/<uuid:id>/ingelicht/": let_in(
            Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.WORK_PROVIDER, Role.CARE_PROVIDER
        ),
        "mijn/<uuid:id>/": let_in(Role.CLIENT),
        "mijn/<uuid:id>/rechten-en-plichten/": let_in(Role.CLIENT),
        "mijn/<uuid:id>/klacht/": let_in(Role.CLIENT),
        "mijn/<uuid:id>/uitleg/": let_in(Role.CLIENT),
        "mijn/<uuid:id>/bespreken/": let_in(Role.CLIENT),
        "mijn/<uuid:id>/dossier/": let_in(Role.CLIENT),
        "mijn/<uuid:id>/afspraak/": let_in(Role.CLIENT),
        "mijn/<uuid:id>/afspraak/agenda/": let_in(),
        "mijn/<uuid:id>/documenten/": let_in(Role.CLIENT),
        "mijn/<uuid:id>/documenten/toevoegen/": let_in(Role.CLIENT),
        "mijn/<uuid:id>/documenten/<uuid:document>/delen/": let_in(),
        "mijn/<uuid:id>/bewaren/": let_in(Role.CLIENT),
        "mijn/<uuid:id>/kant/<uuid:event_id>/": let_in(),
        "mijn/<uuid:id>/verbeteren/<uuid:item>/": let_in(Role.CLIENT),
        "mijn/<uuid:id>/bericht/": let_in(Role.CLIENT),
        "bericht/<str:token>/": everybody(OK),
        "bericht/<str:token>/stop/": everybody(OK),
        "mijn/<uuid:id>/gegevens/": let_in(Role.CLIENT),
        "trajecten/<uuid:id>/gegevensvraag/": let_in(Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER),
        "mijn/<uuid:id>/sluiten/": let_in(Role.CLIENT),
        "mijn/weergave/": everybody(WRONG_METHOD),
        "weg/": everybody(WRONG_METHOD),
        "klaar/": everybody(OK),
        "woorden/": everybody(OK),
        "uitnodiging/": everybody(OK),
        "uitnodiging/account/": everybody(ON),
    }
