"""Following the plan: consultations with agreements, the statute, rights to examine, and contact while a request waits."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
import time_machine

from tests.dossier.world import CARE, WORK, World, told
from tests.execution.telling import report
from tests.execution.test_reports import EVALUATION
from tests.scene import text_of
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Signal, SignalKind
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.sharing.signals import open_signals

PROVIDER = Role.WORK_PROVIDER
TALK = {
    "attended_by": ["client", "work_case_manager", "work_provider"],
    "evaluated": "De training is af.",
    "continuation": "Een stage zoeken.",
}
TOM = "bereid de aanvraag bij team TOM voor"
CALL = "bel de deelnemer"
LATER = {"discussed_on": "2026-11-02", "valid_until": "2027-05-01"}
REQUEST = {"right": "BTOM", "evidence": "Een attest van de arts.", "happened_on": "2026-11-02", **LATER}


def list_of(world: World, role: Role) -> str:
    """The words of the home screen."""
    return text_of(world.visitor(role).get("/"))


def called(world: World, day: str) -> Any:
    """The work case manager notes a call with the participant."""
    note = told(world.part(Kind.SHARED), kind="phone", happened_on=day, idempotency_key=str(uuid4()))
    return world.visitor(WORK).post(f"{world.url}schrijven/", note)


def reminded(world: World, day: date) -> bool:
    """Whether the work case manager is reminded on a day."""
    waiting = open_signals(world.position(WORK), day)
    return waiting.filter(kind=SignalKind.RIGHTS_CONTACT).exists()


@pytest.mark.rule("AT-125")
def test_an_agreement_is_a_task_of_who_does_it_with_its_day(world: World) -> None:
    agreed = {"who_1": "work_provider", "what_1": "Bellen met het magazijn", "by_1": "2026-05-08"}
    assert report(world, CARE, "consultation", **TALK, **agreed).status_code == 302
    assert "in een overleg is iets afgesproken dat u doet" in list_of(world, PROVIDER)
    assert "tegen 8 mei 2026" in list_of(world, PROVIDER)
    assert "in een overleg is iets afgesproken" not in list_of(world, WORK)


@pytest.mark.rule("AT-125")
@pytest.mark.parametrize("left_out", ["who_1", "what_1", "by_1"])
def test_an_agreement_tells_who_does_what_by_when(world: World, left_out: str) -> None:
    agreed = {"who_1": "client", "what_1": "Bellen", "by_1": "2026-05-08", left_out: ""}
    assert "AT-125" in text_of(report(world, CARE, "consultation", **TALK, **agreed))


@pytest.mark.rule("AT-125")
@pytest.mark.parametrize("left_out", sorted(TALK))
def test_a_consultation_looks_back_and_ahead(world: World, left_out: str) -> None:
    assert report(world, WORK, "consultation", **{**TALK, left_out: ""}).status_code == 422


@pytest.mark.rule("AT-148")
def test_a_statute_that_changed_is_a_task_until_the_rights_were_looked_at(world: World) -> None:
    task = "het statuut van de deelnemer veranderde"
    changed = {"statute": "Leefloon", "since": "2026-04-15"}
    assert report(world, CARE, "statute", **changed).status_code == 302
    assert [task in list_of(world, role) for role in (WORK, CARE)] == [True, True]
    assert report(world, WORK, "statute", **changed, reviewed_on="2026-04-14").status_code == 302
    assert task in list_of(world, WORK)
    looked = {"looked_at": ["income", "duties"], "reviewed_on": "2026-04-15"}
    assert report(world, WORK, "statute", **changed, **looked).status_code == 302
    assert task not in list_of(world, CARE)


@pytest.mark.rule("AT-148")
@pytest.mark.parametrize("left_out", ["statute", "since"])
def test_a_statute_has_its_first_day(world: World, left_out: str) -> None:
    answers = {"statute": "Leefloon", "since": "2026-04-15", left_out: ""}
    assert report(world, CARE, "statute", **answers).status_code == 422


@pytest.mark.rule("AT-148")
def test_a_referral_for_a_right_names_the_organisation_and_waits_for_the_outcome(world: World) -> None:
    right = {"examined": "Verhoogde tegemoetkoming"}
    assert report(world, CARE, "right_referral", **right, organisation="").status_code == 422
    assert report(world, CARE, "right_referral", **right, organisation="Het ziekenfonds").status_code == 302
    page = text_of(world.visitor(WORK).get(f"{world.url}verslagen/"))
    assert "Het ziekenfonds" in page
    assert "AT-148" in page


@pytest.mark.rule("AT-159")
def test_rights_that_can_be_asked_are_a_task_of_the_work_case_manager_the_same_day(world: World) -> None:
    report(world, CARE, "evaluation", **EVALUATION)
    assert TOM not in list_of(world, WORK)
    report(world, CARE, "evaluation", **{**EVALUATION, "rights_check": "request"}, happened_on="2026-04-27")
    assert (TOM in list_of(world, WORK), TOM in list_of(world, CARE)) == (True, False)


@pytest.mark.rule("AT-159")
def test_the_task_ends_with_the_request_and_not_by_saying_so(world: World) -> None:
    report(world, CARE, "evaluation", **{**EVALUATION, "rights_check": "request"})
    task = Signal.objects.get(kind=SignalKind.RIGHTS_TO_ASK)
    assert world.visitor(WORK).post(f"/signalen/{task.pk}/").status_code == 404
    report(world, WORK, "rights_request", right="BTOM", evidence="Een attest.")
    assert TOM not in list_of(world, WORK)


@pytest.mark.rule("AT-171")
def test_thirty_days_without_contact_remind_the_work_case_manager_of_a_request_that_waits(world: World) -> None:
    with time_machine.travel("2026-11-02T10:00:00+01:00", tick=True):
        assert report(world, WORK, "rights_request", **REQUEST).status_code == 302
    assert [reminded(world, date(2026, 12, day)) for day in (2, 3)] == [False, True]


@pytest.mark.rule("AT-171")
def test_a_call_moves_the_reminder(world: World) -> None:
    with time_machine.travel("2026-11-20T10:00:00+01:00", tick=True):
        report(world, WORK, "rights_request", **REQUEST)
        assert called(world, "2026-11-20").status_code == 302
    assert [reminded(world, date(2026, 12, day)) for day in (3, 20, 21)] == [False, False, True]


@pytest.mark.rule("AT-171")
def test_a_call_that_was_noted_before_the_request_counts_too(world: World) -> None:
    with time_machine.travel("2026-11-20T10:00:00+01:00", tick=True):
        called(world, "2026-11-20")
        report(world, WORK, "rights_request", **REQUEST)
    assert [reminded(world, date(2026, 12, day)) for day in (20, 21)] == [False, True]


@pytest.mark.rule("AT-171")
def test_an_answer_of_team_tom_ends_the_reminder(world: World) -> None:
    with time_machine.travel("2026-12-03T10:00:00+01:00", tick=True):
        report(world, WORK, "rights_request", **REQUEST)
        assert CALL in list_of(world, WORK)
        first = world.visitor(WORK).get(f"{world.url}verslagen/").content.decode()
        again = first.split("?replaces=")[1][:36]
        answered = {**REQUEST, "answered_on": "2026-12-02", "answer_given": "Toegekend.", "replaces": again}
        assert report(world, WORK, "rights_request", **answered).status_code == 302
        assert CALL not in list_of(world, WORK)
