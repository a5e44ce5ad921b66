"""From the referral to the confirmed start: what now, moving, absence, agenda, answer, and asking to mediate."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
import time_machine

from tests.intake.world import CARE, CARE_TEXT, MEDIATOR, ROAD, WORK, World, road, send
from tests.scene import panel, text_of
from vlechtwerk.history.models import Case
from vlechtwerk.intake.models import Appointment, Tick
from vlechtwerk.rules.activation.duties.first_meeting import course_and_content
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement

FOLLOWER, CONTACT = Role.PROJECT_FOLLOWER, Role.CARE_PARTNERSHIP_CONTACT
MOVED = {
    "new_on": "2026-03-02",
    "new_at": "09:00",
    "place": "GTB",
    "reason": "care_agenda",
    "consulted": "on",
    "told_on": "2026-02-18",
    "told_at": "09:00",
}
AGENDA = ["trajectory", "roles", "course", "expectations", "complaints", "next_steps"]
TOGETHER = {
    "on": "2026-02-19",
    "attendance": "present",
    "attended_by": ["client", "work_case_manager", "care_case_manager"],
}


@contextmanager
def on(day: str, at: str = "12:00") -> Iterator[None]:
    """It is another day."""
    with time_machine.travel(f"{day}T{at}:00+01:00", tick=True):
        yield


def do(world: World, case: Case, step: str, role: Any = WORK, **answers: Any) -> Any:
    """Send the form of a step."""
    return send(world.as_(role), road(case, f"{step}/"), **answers)


def now(world: World, case: Case, role: Role = WORK) -> str:
    """What the page says that comes now."""
    return panel(world.as_(role).get(road(case)), "Wat nu?")


@pytest.mark.rule("AT-052")
def test_the_care_partnership_hears_the_number_and_the_day_and_nothing_about_health(world: World) -> None:
    case = world.refer()
    assert do(world, case, "melden", on="2026-02-02").status_code == 302
    page = text_of(world.as_(CONTACT).get(ROAD))
    assert case.reference in page
    assert "19 februari 2026" in page
    health = ("Fien", "Voorbeeld", CARE_TEXT, "Komt moeilijk buiten", "Zorg en werk samen", "MLP100", str(case.pk))
    assert [word for word in health if word in page] == []


@pytest.mark.rule("AT-050")
def test_telling_the_intake_ends_the_signal(world: World) -> None:
    case = world.refer()
    do(world, case, "melden", on="2026-02-02")
    assert "een nieuw activeringstraject" not in text_of(world.as_(WORK).get("/"))


@pytest.mark.rule("AT-025")
def test_the_page_leads_from_one_step_to_the_next(world: World) -> None:
    case = world.refer()
    seen = [now(world, case)]
    do(world, case, "melden", on="2026-02-02")
    seen.append(now(world, case))
    with on("2026-02-19"):
        Involvement.objects.filter(file=case.file, capacity=WORK).update(from_on="2026-02-02")
        send(
            world.as_(WORK), f"/trajecten/{case.pk}/toeleiding/afspraak/", **{**TOGETHER, "alone_because": "practical"}
        )
    assert ["De intake melden" in seen[0], "Een casemanager zorg laten meewerken" in seen[1]] == [True, True]


@pytest.mark.rule("AT-044")
def test_the_appointment_sheet_has_the_four_data_and_follows_a_move(world: World) -> None:
    case = world.refer()
    sheet = text_of(world.as_(MEDIATOR).get(road(case, "afsprakenblad/")))
    name = world.cast[WORK].account.name
    assert [one for one in ("19 februari 2026", "10:30", "Kerkstraat 1", name) if one not in sheet] == []
    with on("2026-02-18"):
        assert do(world, case, "verplaatsen", **MOVED).status_code == 302
        assert "2 maart 2026" in text_of(world.as_(WORK).get(road(case, "afsprakenblad/")))
        assert "19 februari 2026" in text_of(world.as_(WORK).get(road(case)))


@pytest.mark.rule("AT-072")
@pytest.mark.parametrize(
    ("day", "reason", "status"),
    [("2026-03-02", "team_agenda", 302), ("2026-03-03", "team_agenda", 422), ("2026-03-03", "participant_asks", 302)],
)
def test_the_team_moves_inside_the_28_days_and_the_participant_may_later(
    world: World, day: str, reason: str, status: int
) -> None:
    case = world.refer()
    with on("2026-02-18"):
        assert do(world, case, "verplaatsen", **{**MOVED, "new_on": day, "reason": reason}).status_code == status


@pytest.mark.rule("AT-073")
def test_the_participant_hears_of_a_move_beforehand(world: World) -> None:
    case = world.refer()
    with on("2026-02-19", "11:00"):
        late = do(world, case, "verplaatsen", **{**MOVED, "told_on": "2026-02-19", "told_at": "11:00"})
    assert "AT-073" in text_of(late)
    assert Appointment.objects.count() == 1


@pytest.mark.rule("AT-058")
def test_the_care_case_manager_is_asked_about_a_move(world: World) -> None:
    case = world.refer()
    with on("2026-02-18"):
        assert "AT-058" in text_of(do(world, case, "verplaatsen", **{**MOVED, "consulted": ""}))


def test_moving_twice_moves_once(world: World) -> None:
    case = world.refer()
    with on("2026-02-18"):
        told = {**MOVED, "idempotency_key": str(uuid4())}
        for _turn in range(2):
            assert world.as_(WORK).post(road(case, "verplaatsen/"), told).status_code == 302
    assert Appointment.objects.count() == 2


@pytest.mark.rule("AT-074")
def test_an_absence_needs_a_new_appointment_and_accepts_nothing(world: World) -> None:
    case = world.refer()
    absent = {"on": "2026-02-19", "attendance": "absent"}
    with on("2026-02-19"):
        assert "AT-074" in text_of(do(world, case, "afspraak", **absent))
        more = {"new_on": "2026-02-26", "new_at": "10:00", "place": "GTB"}
        assert do(world, case, "afspraak", **absent, **more).status_code == 302
        assert "afwezig op 19 februari 2026" in text_of(world.as_(WORK).get(road(case)))
    case.refresh_from_db()
    assert (case.status, Appointment.objects.count()) == ("initiated", 2)


@pytest.mark.rule("AT-056")
def test_a_first_meeting_without_the_care_case_manager_asks_why(world: World) -> None:
    case = world.with_both()
    alone = {**TOGETHER, "attended_by": ["client", "work_case_manager"]}
    with on("2026-02-19"):
        assert "AT-056" in text_of(do(world, case, "afspraak", **alone))
        assert do(world, case, "afspraak", **alone, alone_because="practical").status_code == 302


@pytest.mark.rule("AT-062")
def test_what_is_missing_of_the_agenda_is_named_until_it_is_complete(world: World) -> None:
    case = world.with_both()
    do(world, case, "melden", on="2026-02-02")
    with on("2026-02-19"):
        do(world, case, "afspraak", **TOGETHER)
        do(world, case, "agenda", on="2026-02-19", agenda=AGENDA[:-1])
        assert "Nog te doen: de volgende stappen" in now(world, case)
        do(world, case, "agenda", on="2026-02-19", agenda=AGENDA)
        assert "De agenda overlopen" not in now(world, case)


@pytest.mark.rule("AT-063")
def test_what_was_told_of_course_and_content_is_kept_with_its_day(world: World) -> None:
    case, topics = world.with_both(), list(course_and_content.points)
    with on("2026-02-19"):
        do(world, case, "afspraak", **TOGETHER)
        form = world.as_(CARE).get(road(case, "agenda/")).content.decode()
        assert all(f'value="{one}"' in form for one in topics)
        assert len(topics) == 6
        do(world, case, "agenda", CARE, on="2026-02-19", information=topics[:5])
    kept = Tick.objects.filter(checklist="information")
    assert [(one.point, one.on.isoformat()) for one in kept] == [(one, "2026-02-19") for one in topics[:5]]


@pytest.mark.rule("AT-061")
def test_after_a_first_meeting_of_two_a_talk_of_three_is_asked_and_the_plan_is_not_later(world: World) -> None:
    case = world.with_both()
    alone = {**TOGETHER, "attended_by": ["client", "work_case_manager"], "alone_because": "practical"}
    with on("2026-02-19"):
        do(world, case, "afspraak", **alone)
    owed = {one.what: (one.rule, one.done_on) for one in case.obligations.all()}
    assert owed["three_way_meeting"] == ("AT-061", None)
    with on("2026-03-20"):
        plan_by = case.obligations.get(what="plan_upload").due_on
        url = f"/trajecten/{case.pk}/vastleggen/three_way_meeting/"
        world.as_(WORK).post(url, {"idempotency_key": str(uuid4()), "on": "2026-03-20"})
    assert case.obligations.get(what="three_way_meeting").done_on == date(2026, 3, 20)
    assert case.obligations.get(what="plan_upload").due_on == plan_by


@pytest.mark.rule("AT-070")
@pytest.mark.parametrize(
    ("shared_with", "status"), [(["trusted_advisor"], 422), (["trusted_advisor", "project_follower"], 302)]
)
def test_mediation_is_asked_of_advisor_and_follower_together(world: World, shared_with: list[str], status: int) -> None:
    case = refused(world)
    with on("2026-03-12"):
        url = f"/trajecten/{case.pk}/vastleggen/mediation_requested/"
        told = {"idempotency_key": str(uuid4()), "on": "2026-03-07", "shared_with": shared_with}
        answer = world.as_(WORK).post(url, told)
    assert answer.status_code == status
    assert ("AT-070" in answer.content.decode()) is (status == 422)


@pytest.mark.rule("AT-064")
def test_the_complaints_procedure_is_ticked_by_the_work_case_manager_alone(world: World) -> None:
    case = world.with_both()
    with on("2026-02-19"):
        do(world, case, "afspraak", **TOGETHER)
        assert "AT-064" in text_of(do(world, case, "agenda", CARE, on="2026-02-19", agenda=AGENDA))
        assert do(world, case, "agenda", CARE, on="2026-02-19", agenda=AGENDA[:4]).status_code == 302
    assert {one.by_id for one in Tick.objects.all()} == {world.cast[CARE].pk}


@pytest.mark.rule("AT-067")
def test_the_start_is_confirmed_in_the_first_bundle(world: World) -> None:
    case = world.with_both()
    with on("2026-02-19"):
        do(world, case, "afspraak", **TOGETHER)
        assert "AT-067" in text_of(do(world, case, "start", on="2026-02-19", answer="yes"))
        assert do(world, case, "start", on="2026-02-19", answer="yes", has_assignment="on").status_code == 302
    assert case.events.filter(name="start_confirmed").exists()


def refused(world: World) -> Case:
    """The participant came on 19 February 2026 and did not confirm."""
    case = world.with_both()
    do(world, case, "melden", on="2026-02-02")
    with on("2026-02-19"):
        do(world, case, "afspraak", **TOGETHER)
        do(world, case, "agenda", on="2026-02-19", agenda=AGENDA)
        do(world, case, "start", on="2026-02-19", answer="no", encouragement=["information"])
    return case


@pytest.mark.rule("AT-068")
@pytest.mark.rule("AT-069")
def test_after_a_refusal_there_are_fifteen_days_to_encourage(world: World) -> None:
    case = refused(world)
    with on("2026-03-06"):
        assert "de vijftien dagen zijn voorbij op 7 maart 2026" in now(world, case)
        assert do(world, case, "start", on="2026-03-06", answer="yes", has_assignment="on").status_code == 302


@pytest.mark.rule("AT-071")
def test_the_question_about_the_contingent_comes_after_the_request_to_mediate(world: World) -> None:
    case = refused(world)
    with on("2026-03-12"):
        assert "AT-071" in text_of(do(world, case, "vraag"))
        both = {"on": "2026-03-07", "shared_with": ["trusted_advisor", "project_follower"]}
        url = f"/trajecten/{case.pk}/vastleggen/mediation_requested/"
        world.as_(WORK).post(url, {"idempotency_key": str(uuid4()), **both})
        assert do(world, case, "vraag").status_code == 302
        assert "uit het contingent" in text_of(world.as_(FOLLOWER).get("/"))


@pytest.mark.rule("AT-163")
def test_the_project_follower_reads_no_absence_and_nothing_of_care(world: World) -> None:
    case = refused(world)
    with on("2026-03-12"):
        Involvement.objects.create(
            file=case.file, position=world.cast[FOLLOWER], capacity=FOLLOWER, from_on="2026-03-07", reason="project"
        )
        page = text_of(world.as_(FOLLOWER).get(road(case)))
    assert [word for word in (CARE_TEXT, "Komt moeilijk", "afwezig", "Zorg en werk samen") if word in page] == []


@pytest.mark.rule("AT-076")
def test_the_work_case_manager_has_no_way_to_turn_somebody_down(world: World) -> None:
    case = world.refer()
    assert [
        link for link in ("weigeren", "refuse") if f"{link}/" in world.as_(WORK).get(road(case)).content.decode()
    ] == []
    assert world.as_(WORK).get(road(case, "weigeren/")).status_code == 404


def test_who_takes_no_part_finds_no_road(world: World) -> None:
    case = world.refer()
    for step in ("", "afsprakenblad/", "agenda/", "verplaatsen/"):
        assert world.as_(Role.CARE_PROVIDER).get(road(case, step)).status_code == 404
