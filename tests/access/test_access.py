"""Every address and everybody: what they get. An address that is not in the table fails the test."""

from collections.abc import Callable, Iterator
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from zeal import zeal_ignore

from tests.access import (
    accounts_table,
    arrangements_table,
    compensation_table,
    execution_table,
    intake_table,
    network_table,
    portal_table,
    retention_table,
)
from tests.dossier.world import stored
from tests.review.people import make_officer
from tests.scene import TODAY, Scene, signed_in
from vlechtwerk.dossier.models import Note
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Kind

NOBODY, OUTSIDER, OFFICER = "nobody", "outsider", "officer"
SIGN_IN, OK, GONE, NO, WRONG_METHOD = 302, 200, 404, 403, 405
INSIDE = [
    Role.WORK_CASE_MANAGER,
    Role.CARE_CASE_MANAGER,
    Role.NETWORK_COORDINATOR,
    Role.WORK_PROVIDER,
    Role.CARE_PROVIDER,
    Role.VDAB_MEDIATOR,
    Role.TRUSTED_ADVISOR,
    Role.PROJECT_FOLLOWER,
    Role.DGS,
    Role.CLIENT,
]
VISITORS = [NOBODY, OUTSIDER, OFFICER, *INSIDE]
BOTH = [Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER]
ABSENT = uuid4()
Row = dict[str, int]


def everybody(status: int) -> Row:
    """The same for all, signed in or not."""
    return dict.fromkeys(VISITORS, status)


def about_a_case(inside: Row) -> Row:
    """Who is not signed in is asked to, and for an outsider it does not exist."""
    return {NOBODY: SIGN_IN, OUTSIDER: GONE, OFFICER: GONE, **inside}


def only(*roles: Role) -> Row:
    """These may; the others who take part are told that they do not do this."""
    return about_a_case({role: OK if role in roles else NO for role in INSIDE})


def let_in(*roles: Role) -> Row:
    """These may; for the others who take part it does not exist. Nobody was given access in this case."""
    return about_a_case({role: OK if role in roles else GONE for role in INSIDE})


OUTCOMES = {
    **everybody(GONE),
    NOBODY: SIGN_IN,
    **dict.fromkeys([OUTSIDER, *BOTH, Role.NETWORK_COORDINATOR], OK),
}
"""How the trajectories of the region ended: numbers, for who carries the trajectories."""
PLAN_STEPS = (
    *("afspraken", "actie", "ondertekenen", "opladen", "beoordelen", "vertraging", "vergelijken", "document"),
)
"""The pages of a plan besides the plan itself. There is no plan in this case."""
TABLE: dict[str, Row] = {
    "": {**everybody(OK), NOBODY: SIGN_IN, Role.CLIENT: 302},
    "signalen/<uuid:signal>/": everybody(WRONG_METHOD),
    "budget/": {**everybody(GONE), NOBODY: SIGN_IN, Role.NETWORK_COORDINATOR: OK},
    "berichten/": {**everybody(OK), NOBODY: SIGN_IN},
    "overzicht/": {**everybody(OK), NOBODY: SIGN_IN, Role.CLIENT: GONE},
    **dict.fromkeys(("overzicht/afloop/", "overzicht/afloop/csv/"), OUTCOMES),
    "trajecten/<uuid:id>/": about_a_case(dict.fromkeys(INSIDE, OK)),
    "trajecten/<uuid:id>/vastleggen/<slug:event>/": only(*BOTH),
    "trajecten/<uuid:id>/wat-als/": only(*(role for role in INSIDE if role is not Role.CLIENT)),
    "trajecten/<uuid:id>/rechtzetten/<uuid:event_id>/": only(*BOTH),
    "trajecten/<uuid:id>/luik/": let_in(Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER, Role.CLIENT),
    "trajecten/<uuid:id>/luik/schrijven/": let_in(Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER),
    "trajecten/<uuid:id>/luik/waarvoor/": let_in(
        Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER, Role.CLIENT
    ),
    "trajecten/<uuid:id>/luik/toegang/": let_in(
        Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER, Role.CLIENT
    ),
    "trajecten/<uuid:id>/luik/documenten/": let_in(Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER, Role.CLIENT),
    "trajecten/<uuid:id>/luik/documenten/toevoegen/": let_in(Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER),
    "trajecten/<uuid:id>/luik/documenten/<uuid:document>/": let_in(),
    "trajecten/<uuid:id>/luik/doelen/": let_in(Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER, Role.CLIENT),
    "trajecten/<uuid:id>/luik/doelen/schrijven/": let_in(),
    "trajecten/<uuid:id>/luik/plan/": let_in(Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER, Role.CLIENT),
    **dict.fromkeys((f"trajecten/<uuid:id>/luik/plan/{step}/" for step in PLAN_STEPS), let_in()),
    "plafond/": {**everybody(GONE), NOBODY: SIGN_IN, Role.NETWORK_COORDINATOR: OK},
    "trajecten/<uuid:id>/luik/toestemmingen/": let_in(Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER, Role.CLIENT),
    "trajecten/<uuid:id>/luik/icf/": let_in(Role.CLIENT),
    "trajecten/<uuid:id>/luik/icf/vergelijken/": let_in(Role.CLIENT),
    "trajecten/<uuid:id>/luik/icf/verslag/": let_in(Role.CLIENT),
    "trajecten/<uuid:id>/luik/icf/toelichting/": let_in(),
    "trajecten/<uuid:id>/luik/icf/afronden/": let_in(),
    "trajecten/<uuid:id>/luik/voor-mezelf/": let_in(Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER),
    "trajecten/<uuid:id>/luik/voor-mezelf/<uuid:aside>/": let_in(),
    "trajecten/<uuid:id>/luik/<uuid:item>/": let_in(Role.CARE_CASE_MANAGER, Role.CLIENT),
    "trajecten/<uuid:id>/luik/<uuid:item>/delen/": let_in(),
    "trajecten/<uuid:id>/luik/<uuid:item>/opmerking/": let_in(Role.CLIENT),
    "neerslagen/zoeken/": {
        **everybody(GONE),
        NOBODY: SIGN_IN,
        Role.CARE_CASE_MANAGER: OK,
        Role.CARE_PROVIDER: OK,
    },
    "trajecten/<uuid:id>/luik/toegang/<slug:deed>/": {
        **let_in(Role.WORK_CASE_MANAGER),
        **dict.fromkeys((Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER, Role.CLIENT), NO),
    },
    "trajecten/<uuid:id>/reconstructie/": about_a_case(dict.fromkeys(INSIDE, OK)),
    "trajecten/<uuid:id>/reconstructie/verslag/": about_a_case(dict.fromkeys(INSIDE, OK)),
    "wie-keek/": {**everybody(GONE), NOBODY: SIGN_IN, Role.CLIENT: OK},
    "wie-keek/bestand/": {**everybody(GONE), NOBODY: SIGN_IN, Role.CLIENT: OK},
    "nazicht/": {**everybody(GONE), NOBODY: SIGN_IN, OFFICER: OK},
    "nazicht/noodtoegang/": {**everybody(GONE), NOBODY: SIGN_IN, OFFICER: OK},
    "nazicht/noodtoegang/<uuid:involvement_id>/einde/": everybody(WRONG_METHOD),
    "nazicht/<uuid:task_id>/": {**everybody(GONE), NOBODY: SIGN_IN},
    "functie/": {**everybody(OK), NOBODY: SIGN_IN},
    "demo/": everybody(OK),
    **accounts_table.rows(everybody, NOBODY),
    **arrangements_table.rows(everybody, NOBODY),
    **compensation_table.rows(everybody, NOBODY),
    **portal_table.rows(everybody, let_in),
    **intake_table.rows(everybody, let_in, NOBODY),
    **retention_table.rows(everybody, NOBODY, OFFICER),
    **execution_table.rows(let_in),
    **network_table.rows(everybody, let_in, NOBODY),
    "language": everybody(302),
    "handleiding/": everybody(OK),
    "handleiding/<slug:name>/": everybody(OK),
    "_gallery/": everybody(OK),
    "-/health": everybody(OK),
}
"""What a visitor gets who opens an address; the event is an evaluation, the row to correct an upload of the plan, and the deed
to give access."""


def routes(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """Every address of the program, as it is written in its list of addresses."""
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from routes(one.url_patterns, before + str(one.pattern))
        else:
            yield before + str(one.pattern)


def address(scene: Scene, route: str) -> str:
    """An address with the identifiers of the scene."""
    with zeal_ignore():
        upload = scene.case.events.get(name="plan_uploaded")
    filled: dict[str, object] = {
        "<uuid:id>": scene.case.pk,
        "<slug:event>": "evaluation_held",
        "<uuid:event_id>": upload.pk,
        "<uuid:signal>": scene.case.pk,
        "<slug:deed>": "geven",
        "<slug:report>": "bus_card",
        "<slug:name>": "deelnemer",
        "<uuid:involvement_id>": ABSENT,
        "<uuid:task_id>": ABSENT,
        "<uuid:aside>": ABSENT,
        "<uuid:document>": scene.case.pk,
    }
    filled.update(accounts_table.FILLED)
    filled.update(arrangements_table.FILLED)
    filled.update(retention_table.FILLED)
    filled.update(network_table.FILLED)
    if "<uuid:item>" in route:
        filled["<uuid:item>"] = an_item(scene)
    filled.update(compensation_table.filled(scene.case))
    filled.update(intake_table.filled(scene.case))
    for part, value in filled.items():
        route = route.replace(part, str(value))
    return f"/{route}"


def an_item(scene: Scene) -> UUID:
    """An own note of the care case manager, which is made when it is first asked for."""
    author = scene.cast[Role.CARE_CASE_MANAGER]
    with zeal_ignore(), acting(author, TODAY):
        if made := Note.objects.filter(author=author).first():
            return made.item_id
        own = Compartment.objects.get(file=scene.case.file_id, kind=Kind.CARE_OWN, organisation=author.organisation_id)
        return stored(own, author, Role.CARE_CASE_MANAGER, "proef").item_id


def browser_of(scene: Scene, visitor: str) -> Client:
    """The browser of a visitor."""
    special: dict[str, Callable[[], Client]] = {
        NOBODY: Client,
        OUTSIDER: scene.as_outsider,
        OFFICER: lambda: signed_in(make_officer(scene.cast)),
    }
    return special[visitor]() if visitor in special else scene.as_(Role(visitor))


def test_every_address_is_in_the_table() -> None:
    assert sorted(routes(get_resolver().url_patterns)) == sorted(TABLE)


@pytest.mark.parametrize("visitor", VISITORS)
def test_everybody_gets_what_the_table_says(scene: Scene, visitor: str) -> None:
    browser = browser_of(scene, visitor)
    found = {route: browser.get(address(scene, route)).status_code for route in TABLE}
    assert found == {route: row[visitor] for route, row in TABLE.items()}


@pytest.mark.parametrize("visitor", [OUTSIDER, Role.PROJECT_FOLLOWER, Role.CLIENT])
def test_sending_is_refused_where_looking_is(scene: Scene, visitor: str) -> None:
    browser, told = browser_of(scene, visitor), {"idempotency_key": str(uuid4()), "on": "2026-04-20"}
    writing = [route for route in TABLE if "vastleggen" in route or "rechtzetten" in route]
    found = {route: browser.post(address(scene, route), told).status_code for route in writing}
    assert found == {route: TABLE[route][visitor] for route in writing}
    assert scene.case.events.count() == 7


@pytest.mark.parametrize("route", [route for route in TABLE if "<uuid:id>" in route])
def test_an_address_of_a_case_that_does_not_exist_answers_the_same_as_to_an_outsider(scene: Scene, route: str) -> None:
    absent = address(scene, route).replace(str(scene.case.pk), str(uuid4()))
    assert scene.as_(Role.WORK_CASE_MANAGER).get(absent).status_code == GONE


def test_involvement_that_has_ended_closes_every_address(scene: Scene) -> None:
    of_the_case = [address(scene, route) for route in TABLE if "<uuid:id>" in route]
    scene.case.file.involvements.filter(capacity=Role.CARE_CASE_MANAGER).update(until_on="2026-05-01")
    browser = scene.as_(Role.CARE_CASE_MANAGER)
    assert {browser.get(one).status_code for one in of_the_case} == {GONE}


def test_a_form_without_proof_that_it_is_ours_is_refused(scene: Scene) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(scene.cast[Role.WORK_CASE_MANAGER].account)
    for route in ("", "trajecten/<uuid:id>/vastleggen/<slug:event>/", "trajecten/<uuid:id>/wat-als/"):
        assert browser.post(address(scene, route), {}).status_code == NO
