"""What has to be kept with an event is asked on the page that goes with it; the case page leads there."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from zeal import zeal_ignore

from tests.dossier.world import CARE, WORK, World
from tests.scene import Scene
from vlechtwerk.history.models import CorrectionReason
from vlechtwerk.rules.activation.events import IcfCompleted
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.trajectories.forms import CorrectionForm, Question
from vlechtwerk.trajectories.queries import find
from vlechtwerk.trajectories.showing import guided


def leads_to(scene: Scene, role: Role, event: str) -> str:
    """Where somebody is led who wants to record an event."""
    answer = scene.as_(role).get(f"{scene.url}vastleggen/{event}/")
    return str(answer.headers.get("Location", "")).removeprefix(scene.url)


def give(scene: Scene, roles: tuple[Role, ...], *kinds: Kind) -> None:
    """Give people access to parts of the file."""
    with zeal_ignore():
        for role in roles:
            World(scene).give(role, *kinds)


@pytest.mark.parametrize(
    ("event", "page"), [("extension_requested", "verlenging/"), ("stop_requested", "stopzetting/")]
)
def test_a_request_to_the_project_follower_is_made_with_its_shared_note(scene: Scene, event: str, page: str) -> None:
    assert leads_to(scene, WORK, event) == page
    assert (
        scene.as_(WORK)
        .post(f"{scene.url}vastleggen/{event}/", {"on": "2026-05-01", "idempotency_key": str(uuid4())})
        .status_code
        == 302
    )
    assert not scene.case.events.filter(name=event).exists()


@pytest.mark.rule("AT-143")
def test_the_profile_is_closed_on_its_own_page_that_counts_what_is_filled_in(scene: Scene) -> None:
    assert leads_to(scene, CARE, "icf_completed") == "luik/toegang/"
    give(scene, (WORK, CARE), Kind.ICF)
    assert leads_to(scene, CARE, "icf_completed") == "luik/icf/afronden/"


def test_a_correction_of_the_day_keeps_the_number_that_was_counted() -> None:
    earlier = IcfCompleted(date(2026, 4, 20), 43)
    asked = Question("icf_completed", date(2026, 2, 2), date(2026, 5, 1), earlier=earlier)
    told = {"on": "2026-04-21", "reason_code": CorrectionReason.WRONG_DATE, "idempotency_key": str(uuid4())}
    form = CorrectionForm(asked, told)
    assert form.is_valid(), form.errors
    assert form.replacement == IcfCompleted(date(2026, 4, 21), 43)


def test_an_evaluation_is_reported_by_who_writes_in_the_shared_part_and_recorded_alone_by_who_does_not(
    scene: Scene,
) -> None:
    generic = f"{scene.url}vastleggen/evaluation_held/"
    for given, expected in ((False, generic), (True, f"{scene.url}verslagen/evaluation/")):
        if given:
            give(scene, (WORK,), Kind.SHARED)
        found = find(scene.case.pk, scene.cast[WORK], date(2026, 5, 1))
        assert guided.address(found, "evaluation_held", generic) == expected


@pytest.mark.usefixtures("several_requests")
def test_the_case_page_leads_to_everything_in_the_file_that_is_open(scene: Scene) -> None:
    page = scene.as_(WORK).get(scene.url).content.decode()
    assert f'href="{scene.url}afsluiten/"' in page
    assert f'href="{scene.url}luik/verslagen/"' not in page
    give(scene, (WORK,), Kind.SHARED, Kind.ICF)
    page = scene.as_(WORK).get(scene.url).content.decode()
    for part in ("luik/plan/", "luik/icf/", "luik/", "luik/documenten/", "luik/verslagen/"):
        assert f'href="{scene.url}{part}"' in page


def test_the_client_and_providers_are_not_led_to_the_end_of_the_trajectory(scene: Scene) -> None:
    for role in (Role.CLIENT, Role.WORK_PROVIDER):
        assert "/afsluiten/" not in scene.as_(role).get(scene.url).content.decode()


@pytest.mark.parametrize(
    ("role", "event", "page"),
    [
        (WORK, "plan_signed", "luik/plan/"),
        (CARE, "plan_uploaded", "luik/plan/"),
        (CARE, "delay_noted", "luik/plan/vertraging/"),
        (Role.NETWORK_COORDINATOR, "plan_approved", "luik/plan/"),
        (Role.NETWORK_COORDINATOR, "plan_returned", "luik/plan/"),
    ],
)
def test_what_happens_to_the_plan_is_done_on_its_page_by_who_has_access_and_recorded_alone_by_who_has_not(
    scene: Scene, role: Role, event: str, page: str
) -> None:
    generic = f"{scene.url}vastleggen/{event}/"
    for given, expected in ((False, generic), (True, f"{scene.url}{page}")):
        if given:
            give(scene, (WORK, CARE, Role.NETWORK_COORDINATOR), Kind.SHARED)
        assert guided.address(find(scene.case.pk, scene.cast[role], date(2026, 5, 1)), event, generic) == expected
        assert scene.as_(role).get(generic).status_code == 200


@pytest.mark.parametrize(
    ("event", "step"),
    [
        ("intake_notified", "melden"),
        ("first_meeting", "afspraak"),
        ("start_confirmed", "start"),
        ("start_refused", "start"),
    ],
)
def test_the_first_meeting_is_recorded_on_its_step_of_the_road(scene: Scene, event: str, step: str) -> None:
    found = find(scene.case.pk, scene.cast[WORK], date(2026, 5, 1))
    page = guided.address(found, event, "")
    assert page == f"{scene.url}toeleiding/{step}/"
    assert scene.as_(WORK).get(page).status_code == 200


def test_the_pages_of_the_plan_open_for_whom_the_case_page_leads_there(scene: Scene) -> None:
    give(scene, (WORK, CARE, Role.NETWORK_COORDINATOR), Kind.SHARED)
    for role, name in ((WORK, "plan_delay"), (WORK, "plan"), (Role.NETWORK_COORDINATOR, "plan")):
        assert World(scene).visitor(role).get(reverse(name, args=[scene.case.pk])).status_code == 200
