"""Tasks of the data-protection officer: what stands out on top, five working days, and never the content of a file."""

from datetime import date, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.test import Client

from tests.audit.tampering import as_superuser
from tests.dossier.world import World, canary, fill
from tests.review.people import make_officer, opened_by
from tests.scene import Scene, make_scene, signed_in, text_of
from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.checking import check
from vlechtwerk.audit.models import Entry, Part, Verb
from vlechtwerk.organisations.models import Position
from vlechtwerk.review.actions import NoReason, NotForThisFunction, Told, choose_hours, conclude, go_through
from vlechtwerk.review.models import Day, Finding, Outcome, Task, Why
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing import reading

LATER = date(2026, 5, 11)
"""The Monday after the week with all that is looked at here; everything of the week before stands in the record."""
KEY = UUID(int=9)
FINE = Told(Outcome.IN_ORDER, "Was op wacht.")


@pytest.fixture
def scene(transactional_db: None, today: date) -> Scene:
    """The scene, stored for real: the moments of its record are moved by somebody with all rights."""
    return make_scene()


def read(scene: Scene, role: Role, times: int = 1, part: Part = Part.CONFIDENTIAL) -> None:
    """Somebody reads a part of the file some times."""
    for _ in range(times):
        reading.read(scene.cast[role], scene.case.file.involvements.all(), part=part)


def on(moment: str) -> None:
    """Everything that stands in the record happened at this moment."""
    as_superuser(["UPDATE audit_entry SET at = '{}'::timestamptz + pos * interval '1 second'".format(moment)])  # noqa: S608, UP032 - a moment of the test


def tasks(**more: Any) -> list[Task]:
    """The tasks of a kind."""
    return list(Task.objects.filter(**more).order_by("pk"))


def snooping(scene: Scene) -> Position:
    """A project follower called like the participant reads the confidential part, on Monday 4 May, among ordinary looks."""
    snoop = scene.cast[Role.PROJECT_FOLLOWER]
    Account.objects.filter(pk=snoop.account_id).update(name=f"Piet {scene.case.file.person.family_name}")
    for role in (Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.WORK_PROVIDER):
        read(scene, role, 3)
    read(scene, Role.NETWORK_COORDINATOR)
    read(scene, Role.PROJECT_FOLLOWER, 2)
    on("2026-05-04T10:00:00+02:00")
    return snoop


def test_a_curious_colleague_stands_on_top_of_the_list(scene: Scene, officer: Position) -> None:
    snoop = snooping(scene)
    with time_machine.travel("2026-05-11T09:00:00+02:00", tick=False):
        page = signed_in(officer).get("/nazicht/").content.decode()
    (found,) = tasks(position_id=snoop.pk, kind="anomaly")
    assert (found.reasons, found.times, found.part) == ([Why.NO_TASK, Why.SAME_NAME], 2, "confidential")
    assert page.index(str(found.pk)) == min(page.index(str(one.pk)) for one in tasks())


def test_ordinary_work_makes_no_task(scene: Scene) -> None:
    snooping(scene)
    go_through(LATER)
    ordinary = {scene.cast[role].pk for role in (Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.WORK_PROVIDER)}
    assert not ordinary & {one.position_id for one in tasks(kind="anomaly")}


def test_a_week_gives_a_sample_of_at_least_one_once_it_is_over(scene: Scene) -> None:
    read(scene, Role.WORK_PROVIDER, 3)
    on("2026-05-04T10:00:00+02:00")
    go_through(date(2026, 5, 10))
    assert tasks(kind="sample") == []
    go_through(LATER)
    (found,) = tasks(kind="sample")
    assert found.reasons == [Why.SAMPLE]
    assert Entry.objects.get(pk=found.entry_id).verb == Verb.FILE_READ


def test_going_through_again_makes_nothing_new(scene: Scene) -> None:
    snooping(scene)
    assert go_through(LATER) > 0
    before = {one.pk for one in tasks()}
    assert go_through(LATER) == 0
    as_superuser(["DELETE FROM review_day"])
    assert go_through(LATER) == 0
    assert {one.pk for one in tasks()} == before


def test_what_the_client_does_is_never_a_task(scene: Scene) -> None:
    reading.read(scene.client, scene.case.file.involvements.all(), part=Part.CONFIDENTIAL)
    on("2026-05-04T10:00:00+02:00")
    go_through(LATER)
    assert tasks() == []


def test_emergency_access_is_a_task_at_once(scene: Scene, officer: Position) -> None:
    opened_by(officer, scene.case)
    on("2026-05-04T10:00:00+02:00")
    assert go_through(date(2026, 5, 4)) == 1
    (found,) = tasks(kind="break_glass")
    assert (found.reasons, found.purpose, found.due_on) == ([Why.BREAK_GLASS], "complaint", date(2026, 5, 11))


@pytest.mark.parametrize(
    ("looked_on", "due_on"),
    [
        ("2026-05-04", date(2026, 5, 11)),
        ("2026-05-08", date(2026, 5, 18)),
        ("2026-12-21", date(2026, 12, 29)),
    ],
)
def test_five_working_days_leave_out_weekends_and_holidays(
    scene: Scene, officer: Position, looked_on: str, due_on: date
) -> None:
    opened_by(officer, scene.case)
    on(f"{looked_on}T10:00:00+02:00")
    go_through(date.fromisoformat(looked_on))
    assert tasks()[0].due_on == due_on


@pytest.mark.parametrize(("now", "late"), [("2026-05-11T23:59:00+02:00", False), ("2026-05-12T00:01:00+02:00", True)])
def test_what_nobody_looked_at_in_five_working_days_is_late_and_on_top(
    scene: Scene, officer: Position, now: str, late: bool
) -> None:
    opened_by(make_officer(scene.cast, "colleague"), scene.case)
    on("2026-05-04T10:00:00+02:00")
    with time_machine.travel(now, tick=False):
        text = text_of(signed_in(officer).get("/nazicht/"))
    assert ("1 taak is te laat" in text, "11 mei 2026, te laat" in text) == (late, late)


def one_task(scene: Scene) -> Task:
    """A task about a look of the project follower at the confidential part, without a task there."""
    read(scene, Role.PROJECT_FOLLOWER)
    on("2026-05-04T10:00:00+02:00")
    go_through(date(2026, 5, 5))
    (found,) = tasks(kind="anomaly")
    return found


def test_an_outcome_with_a_reason_ends_the_task_and_stands_in_the_record(scene: Scene, officer: Position) -> None:
    task, browser = one_task(scene), signed_in(officer)
    told = {"outcome": "in_order", "words": "Verving een collega.", "idempotency_key": str(uuid4())}
    with time_machine.travel("2026-05-05T09:00:00+02:00", tick=False):
        browser.force_login(officer.account)
        assert browser.post(f"/nazicht/{task.pk}/", told).status_code == 302
        assert browser.post(f"/nazicht/{task.pk}/", told).status_code == 302
        assert str(task.pk) not in browser.get("/nazicht/").content.decode()
    assert Finding.objects.get().words == "Verving een collega."
    line = Entry.objects.get(verb=Verb.REVIEWED)
    assert (line.file_id, line.purpose, line.capacity) == (task.file_id, "review", "data_protection_officer")


def test_what_waits_for_an_explanation_is_not_late_and_stays(scene: Scene, officer: Position) -> None:
    task = one_task(scene)
    conclude(task=task, told=Told(Outcome.ASKED, "Waarom?"), by=officer, key=KEY)
    with time_machine.travel("2026-06-12T09:00:00+02:00", tick=False):
        text = text_of(signed_in(officer).get("/nazicht/"))
    assert ("wacht op uitleg" in text, "11 mei 2026, te laat" in text) == (True, False)


@pytest.mark.parametrize("told", [{"outcome": "in_order", "words": " "}, {"outcome": "fine", "words": "x"}, {}])
def test_an_outcome_without_a_reason_is_refused(scene: Scene, officer: Position, told: dict[str, str]) -> None:
    task = one_task(scene)
    answer = signed_in(officer).post(f"/nazicht/{task.pk}/", {**told, "idempotency_key": str(uuid4())})
    assert (answer.status_code, Finding.objects.count()) == (422, 0)
    with pytest.raises(NoReason):
        conclude(task=task, told=Told(Outcome.IN_ORDER, " "), by=officer, key=KEY)


def test_nobody_reviews_the_own_looks(scene: Scene, officer: Position) -> None:
    opened_by(officer, scene.case)
    go_through(date(2026, 5, 4))
    (task,) = tasks(kind="break_glass")
    assert "Een collega kijkt het na" in text_of(signed_in(officer).get(f"/nazicht/{task.pk}/"))
    with pytest.raises(NotForThisFunction):
        conclude(task=task, told=FINE, by=officer, key=KEY)
    conclude(task=task, told=FINE, by=make_officer(scene.cast, "colleague"), key=KEY)


def test_an_officer_of_another_region_sees_nothing_of_it(scene: Scene, officer: Position) -> None:
    task = one_task(scene)
    elsewhere = type(scene.cast.region).objects.create(name="Elders")
    Position.objects.filter(pk=officer.pk).update(region=elsewhere)
    browser = signed_in(officer)
    assert browser.get(f"/nazicht/{task.pk}/").status_code == 404
    assert str(task.pk) not in browser.get("/nazicht/").content.decode()
    with pytest.raises(NotForThisFunction):
        conclude(task=task, told=FINE, by=Position.objects.get(pk=officer.pk), key=KEY)


def test_the_reviewer_sees_nothing_of_the_file_and_looking_is_recorded(scene: Scene, officer: Position) -> None:
    world = World(scene)
    fill(world)
    task = one_task(scene)
    browser = signed_in(officer)
    pages = [browser.get(url).content.decode() for url in ("/nazicht/", f"/nazicht/{task.pk}/")]
    hidden = [str(scene.case.file.person), scene.case.file.person.family_name, *(canary(one) for one in world.parts())]
    assert [word for page in pages for word in hidden if word in page] == []
    lines = Entry.objects.filter(verb=Verb.RECORD_READ, position_id=officer.pk)
    assert [one.shown for one in lines] == [[task.file_id], [task.file_id]]


def test_the_reviewer_reads_who_what_part_when_for_what_and_under_which_grant(scene: Scene, officer: Position) -> None:
    text = text_of(signed_in(officer).get(f"/nazicht/{one_task(scene).pk}/"))
    told = ["Project_Follower, Projectopvolger", "Het vertrouwelijk luik", "4 mei 2026 om 10:00", "1 keer"]
    told += ["Om het project op te volgen", "Een toewijzing aan het traject, sinds 1 juli 2023"]
    assert [one for one in told if one not in text] == []


def test_many_failed_attempts_to_sign_in_are_a_task_without_a_name(scene: Scene) -> None:
    for _ in range(5):
        Client().post("/aanmelden/", {"login": "niemand", "password": "fout"})
    on("2026-05-04T10:00:00+02:00")
    go_through(date(2026, 5, 5))
    (found,) = tasks(kind="anomaly")
    assert (found.reasons, found.position_id, found.account_id) == ([Why.SIGN_IN_FAILED], None, None)


def test_a_look_outside_the_hours_that_a_region_chose_is_a_task(scene: Scene, officer: Position) -> None:
    choose_hours(region=scene.cast.region, hours=(time(7), time(20)), source="afspraak van de regio", by=officer)
    read(scene, Role.WORK_PROVIDER, part=Part.ADMINISTRATIVE)
    on("2026-05-04T21:00:00+02:00")
    go_through(date(2026, 5, 5))
    assert [one.reasons for one in tasks(kind="anomaly")] == [[Why.UNUSUAL_HOUR]]
    assert scene.cast.open(name="Nadien").settings == {}


def test_days_that_lie_too_far_back_are_left_alone(scene: Scene) -> None:
    read(scene, Role.NETWORK_COORDINATOR)
    on("2026-05-04T10:00:00+02:00")
    go_through(date(2026, 5, 4) + timedelta(days=36))
    assert tasks(kind="anomaly") == []
    assert Day.objects.earliest("day").day == date(2026, 5, 5)


def test_a_record_with_emergency_access_is_verified_like_any_other(scene: Scene, officer: Position) -> None:
    opened_by(officer, scene.case)
    checked = check()
    assert (checked.lines > 0, checked.findings) == (True, [])
