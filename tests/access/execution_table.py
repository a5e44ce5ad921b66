"""The addresses of the work while the plan is carried out and at the end: what everybody gets there."""

from collections.abc import Callable

from vlechtwerk.rules.roles import Role

READ_THE_COURSE = (
    Role.WORK_CASE_MANAGER,
    Role.CARE_CASE_MANAGER,
    Role.WORK_PROVIDER,
    Role.VDAB_MEDIATOR,
    Role.TRUSTED_ADVISOR,
    Role.PROJECT_FOLLOWER,
    Role.DGS,
    Role.CLIENT,
)
"""Who reads the part about the course of the trajectory, in which the shared notes stand."""


def rows(let_in: Callable[..., dict[str, int]]) -> dict[str, dict[str, int]]:
    """The rows of the table. The report that is written is a request for a bus card; nobody was given access."""
    return {
        "trajecten/<uuid:id>/verlenging/": let_in(*READ_THE_COURSE),
        "trajecten/<uuid:id>/stopzetting/": let_in(*READ_THE_COURSE),
        "trajecten/<uuid:id>/medewerking/": let_in(
            Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.TRUSTED_ADVISOR, Role.CLIENT
        ),
        "trajecten/<uuid:id>/afsluiten/": let_in(Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER),
        "trajecten/<uuid:id>/luik/verslagen/": let_in(Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER, Role.CLIENT),
        "trajecten/<uuid:id>/luik/profiel/": let_in(Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER, Role.CLIENT),
        "trajecten/<uuid:id>/gedeelde-notities/": let_in(*READ_THE_COURSE),
        "trajecten/<uuid:id>/gedeelde-notities/<uuid:item>/papier/": let_in(),
        "trajecten/<uuid:id>/verslagen/<slug:report>/": let_in(Role.WORK_CASE_MANAGER),
        "trajecten/<uuid:id>/luik/verslagen/<uuid:item>/papier/": let_in(),
    }
