"""Emergency access: for the data-protection officer only, with a reason, four hours, and told to the client at once."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.db.models.functions import Now

from tests.accounts.people import make_person, sign_in_fully
from tests.review.people import COMPLAINT, KEY, make_officer, opened_by
from tests.scene import TODAY, Scene, signed_in, text_of
from vlechtwerk.audit.models import Entry, Purpose, Verb
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.access import open_compartments
from vlechtwerk.sharing.emergency import Asked, NoReason, NotForThisFunction, break_glass, mend_glass, open_for
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.sharing.policy import Verb as Right

URL = "/nazicht/noodtoegang/"


def told(case: Case, **more: str) -> dict[str, str]:
    """The answers of the form."""
    words = "De deelnemer klaagt over een verslag."
    base = {"reference": case.reference, "reason": "complaint", "words": words, "idempotency_key": str(uuid4())}
    return {**base, **more}


def parts_open_to(position: Position) -> int:
    """In how many parts both walls let a position read; they have to agree."""
    with acting(position, TODAY), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM readable_compartments()")
        in_database: int = cursor.fetchone()[0]
    assert open_compartments(position, Right.READ, TODAY).count() == in_database
    return in_database


@pytest.mark.rule("AT-132")
def test_the_officer_opens_one_file_to_read_it_and_no_other(scene: Scene, officer: Position) -> None:
    other = scene.cast.open(name="Ander")
    browser = signed_in(officer)
    assert browser.post(URL, told(scene.case))["Location"] == scene.url
    assert browser.get(scene.url).status_code == browser.get(f"{scene.url}luik/").status_code == 200
    assert browser.get(f"/trajecten/{other.pk}/").status_code == 404
    assert parts_open_to(officer) == 4


def test_a_closed_file_opens_too(scene: Scene, officer: Position) -> None:
    scene.case.file.blocked_on = date(2026, 4, 30)
    scene.case.file.save()
    opened_by(officer, scene.case)
    assert parts_open_to(officer) == 4


def test_nothing_is_written_in_an_emergency(scene: Scene, officer: Position) -> None:
    opened_by(officer, scene.case)
    browser, answers = signed_in(officer), {"idempotency_key": str(uuid4()), "on": "2026-04-20"}
    assert browser.get(f"{scene.url}luik/schrijven/").status_code == 404
    assert browser.post(f"{scene.url}vastleggen/evaluation_held/", answers).status_code == 403
    assert not open_compartments(officer, Right.WRITE, TODAY).exists()


@pytest.mark.parametrize("empty", ["", "   "])
def test_without_a_reason_nothing_opens(scene: Scene, officer: Position, empty: str) -> None:
    answer = signed_in(officer).post(URL, told(scene.case, words=empty))
    assert (answer.status_code, "eigen woorden" in text_of(answer)) == (422, True)
    with pytest.raises(NoReason):
        break_glass(file=scene.case.file, asked=Asked(Purpose.INCIDENT, empty), by=officer, key=KEY)
    assert not open_for(officer).exists()


def test_a_kind_of_reason_outside_the_list_opens_nothing(scene: Scene, officer: Position) -> None:
    assert signed_in(officer).post(URL, told(scene.case, reason="curiosity")).status_code == 422


@pytest.mark.parametrize("role", [Role.WORK_CASE_MANAGER, Role.NETWORK_COORDINATOR, Role.DGS, Role.CLIENT])
def test_for_every_other_function_there_is_no_emergency_access(scene: Scene, role: Role) -> None:
    assert scene.as_(role).post(URL, told(scene.case)).status_code == 404
    position = scene.client if role is Role.CLIENT else scene.cast[role]
    with pytest.raises(NotForThisFunction):
        break_glass(file=scene.case.file, asked=COMPLAINT, by=position, key=KEY)


@pytest.mark.parametrize(("left", "open_parts"), [(1, 4), (0, 0), (-1, 0)])
def test_both_walls_shut_after_four_hours_by_the_clock_of_the_database(
    scene: Scene, officer: Position, left: int, open_parts: int
) -> None:
    made = opened_by(officer, scene.case)
    begun = Involvement.objects.annotate(began=F("until_at") - timedelta(hours=4)).filter(pk=made.pk, began__lte=Now())
    assert begun.exists()
    moment = Now() + timedelta(seconds=60 * left)
    Involvement.objects.filter(pk=made.pk).update(until_at=moment)
    assert parts_open_to(officer) == open_parts
    assert signed_in(officer).get(scene.url).status_code == (200 if open_parts else 404)


def test_what_was_read_already_shuts_at_the_moment_itself(scene: Scene, officer: Position) -> None:
    made = opened_by(officer, scene.case)
    assert made.until_at is not None
    with time_machine.travel(made.until_at - timedelta(seconds=1), tick=False):
        assert made.is_in_force(TODAY)
    with time_machine.travel(made.until_at, tick=False):
        assert not made.is_in_force(TODAY)


def test_it_can_be_ended_early_by_who_has_it_and_by_nobody_else(scene: Scene, officer: Position) -> None:
    made, colleague = opened_by(officer, scene.case), make_officer(scene.cast, "colleague")
    mend_glass(involvement=made.pk, by=colleague)
    assert parts_open_to(officer) == 4
    signed_in(officer).post(f"{URL}{made.pk}/einde/")
    assert parts_open_to(officer) == 0
    mend_glass(involvement=made.pk, by=officer)
    assert Entry.objects.filter(verb=Verb.GLASS_MENDED).count() == 1


def test_sending_the_form_twice_opens_once_and_so_does_asking_again(scene: Scene, officer: Position) -> None:
    first = opened_by(officer, scene.case)
    assert opened_by(officer, scene.case).pk == first.pk
    assert opened_by(officer, scene.case, UUID(int=78)).pk == first.pk
    assert Entry.objects.filter(verb=Verb.GLASS_BROKEN).count() == 1


def test_after_it_ended_it_can_be_opened_again_the_same_day(scene: Scene, officer: Position) -> None:
    first = opened_by(officer, scene.case)
    mend_glass(involvement=first.pk, by=officer)
    assert opened_by(officer, scene.case, UUID(int=78)).pk != first.pk


@pytest.mark.parametrize("change", [{"until_at": None}, {"emergency_for": ""}, {"until_on": None}])
def test_the_database_knows_no_emergency_access_without_an_end_and_a_reason(
    scene: Scene, officer: Position, change: dict[str, None]
) -> None:
    opened_by(officer, scene.case)
    with pytest.raises(IntegrityError), transaction.atomic():
        Involvement.objects.filter(capacity=Role.DATA_PROTECTION_OFFICER).update(**change)


def test_every_line_about_it_is_marked_and_tells_what_it_was_for(scene: Scene, officer: Position) -> None:
    made = opened_by(officer, scene.case)
    signed_in(officer).get(f"{scene.url}luik/")
    lines = Entry.objects.filter(position_id=officer.pk, file_id=scene.case.file_id)
    assert {(one.verb, one.part, one.purpose, one.emergency, one.grant_id) for one in lines} == {
        (verb, "confidential", "complaint", True, made.pk) for verb in (Verb.GLASS_BROKEN, Verb.FILE_READ)
    }


def test_the_client_is_told_at_once_with_the_function_and_the_kind_of_reason(scene: Scene, officer: Position) -> None:
    opened_by(officer, scene.case)
    for url in (scene.url, "/wie-keek/"):
        text = text_of(scene.as_(Role.CLIENT).get(url))
        assert "opende de functionaris voor gegevensbescherming (Samenwerkingsverband Testregio) uw dossier" in text
        assert "om een klacht te behandelen" in text
        assert "klaagt over een verslag" not in text


def test_both_case_managers_learn_that_it_happened_and_not_why(scene: Scene, officer: Position) -> None:
    opened_by(officer, scene.case)
    for role in (Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER):
        text = text_of(scene.as_(role).get("/"))
        assert ("de functionaris voor gegevensbescherming opende het dossier" in text, "klacht" in text) == (
            True,
            False,
        )
    assert "opende het dossier" not in text_of(scene.as_outsider().get("/"))


def test_the_time_that_is_left_stands_on_every_page(scene: Scene, officer: Position) -> None:
    made = opened_by(officer, scene.case)
    assert made.until_at is not None
    Involvement.objects.filter(pk=made.pk).update(until_on=made.until_at.date() + timedelta(days=2))
    browser = signed_in(officer)
    with time_machine.travel(made.until_at - timedelta(hours=1, minutes=30, seconds=30), tick=False):
        browser.force_login(officer.account)
        for url in (scene.url, f"{scene.url}luik/", "/nazicht/"):
            assert f"Noodtoegang tot {scene.case.reference}: nog 1 u 30 min" in text_of(browser.get(url))


def test_a_reference_of_another_region_finds_nothing(scene: Scene, officer: Position) -> None:
    elsewhere = type(scene.cast.region).objects.create(name="Elders")
    Position.objects.filter(pk=officer.pk).update(region=elsewhere)
    answer = signed_in(officer).post(URL, told(scene.case))
    assert (answer.status_code, "precies één traject" in text_of(answer)) == (422, True)


def test_the_second_factor_is_asked_again_first(scene: Scene, client: object) -> None:
    person = make_person("fien", Role.DATA_PROTECTION_OFFICER)
    person.sets_up_app()
    person.undertakes()
    browser = signed_in(person.position)
    with time_machine.travel("2026-05-04T10:00:00+02:00", tick=False):
        sign_in_fully(browser, "fien")
        assert browser.get(URL).status_code == 200
    with time_machine.travel("2026-05-04T10:05:00+02:00", tick=False):
        assert browser.get(URL)["Location"].startswith("/bevestigen/code/")
    with time_machine.travel("2026-05-04T10:15:00+02:00", tick=False):
        assert browser.post(URL, told(scene.case))["Location"].startswith("/bevestigen/code/")
