"""What a client asks about her data is answered within its term, and what is granted has its effect."""

from datetime import date

import pytest
import time_machine

from tests.cast import Cast
from tests.retention.asked import as_it_stands, asks, decides
from tests.retention.ended import confirm, proposed
from tests.review.people import make_officer
from tests.scene import TODAY, Scene
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.organisations.models import Position, Region
from vlechtwerk.retention.actions import NoReason, NotForThisFunction, NotPossibleNow
from vlechtwerk.retention.asked import waiting_for
from vlechtwerk.retention.asking import possible
from vlechtwerk.retention.erasing import confirmed
from vlechtwerk.retention.models import Because, Proposal, Request
from vlechtwerk.retention.proposing import propose
from vlechtwerk.retention.reckoning import answer_due_on
from vlechtwerk.retention.request_rows import Channel, Done, Right
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import File


@pytest.mark.parametrize(
    ("asked_on", "extended", "due_on"),
    [
        (date(2026, 5, 1), False, date(2026, 6, 1)),
        (date(2026, 5, 1), True, date(2026, 8, 1)),
        (date(2026, 1, 31), False, date(2026, 2, 28)),
        (date(2025, 11, 30), True, date(2026, 2, 28)),
    ],
)
def test_an_answer_is_due_after_a_month_and_after_three_when_it_was_extended(
    asked_on: date, extended: bool, due_on: date
) -> None:
    assert answer_due_on(asked_on, extended=extended) == due_on


def test_before_the_regulation_there_was_no_such_term() -> None:
    assert answer_due_on(date(2018, 5, 25), extended=False) == date(2018, 6, 25)
    with pytest.raises(LookupError):
        answer_due_on(date(2018, 5, 24), extended=False)


def test_a_request_is_late_on_the_day_after_its_term(scene: Scene) -> None:
    found = as_it_stands(asks(scene))
    assert (found.is_late(date(2026, 6, 1)), found.is_late(date(2026, 6, 2))) == (False, True)


def test_the_term_is_extended_within_the_first_month_and_once(scene: Scene, officer: Position) -> None:
    request = asks(scene)
    assert Done.EXTENDED in possible(as_it_stands(request), date(2026, 6, 1))
    assert Done.EXTENDED not in possible(as_it_stands(request), date(2026, 6, 2))
    decides(request, Done.EXTENDED, officer)
    assert as_it_stands(request).due_on == date(2026, 8, 1)
    with pytest.raises(NotPossibleNow):
        decides(request, Done.EXTENDED, officer)


def test_it_is_answered_once_and_leaves_the_list(scene: Scene, officer: Position) -> None:
    request = asks(scene)
    assert [one.request for one in waiting_for(officer)] == [request]
    decides(request, Done.GRANTED, officer)
    assert waiting_for(officer) == []
    with pytest.raises(NotPossibleNow):
        decides(request, Done.REFUSED, officer)
    assert Entry.objects.get(verb=Verb.RIGHT_DECIDED).file_id == scene.case.file_id


def test_what_came_on_paper_counts_from_the_day_on_which_it_came(scene: Scene) -> None:
    request = asks(scene, by=scene.cast[Role.CARE_CASE_MANAGER], on=date(2026, 4, 20))
    assert (request.channel, as_it_stands(request).due_on) == (Channel.PAPER, date(2026, 5, 20))
    with pytest.raises(NoReason):
        asks(scene, by=scene.cast[Role.CARE_CASE_MANAGER], on=date(2026, 5, 2))


def test_an_officer_writes_down_what_came_on_paper_too(scene: Scene, officer: Position) -> None:
    assert asks(scene, by=officer).channel == Channel.PAPER
    assert asks(scene).channel == Channel.OWN_VIEW


@pytest.mark.parametrize("role", [Role.CARE_PROVIDER, Role.VDAB_MEDIATOR, Role.NETWORK_COORDINATOR])
def test_nobody_else_asks_in_her_name(scene: Scene, role: Role) -> None:
    with pytest.raises(NotForThisFunction):
        asks(scene, by=scene.cast[role])
    assert not Request.objects.exists()


def test_only_an_officer_of_the_region_answers(scene: Scene, officer: Position) -> None:
    elsewhere = Cast(Region.objects.create(name="Anderregio"), scene.cast.members, scene.cast.outsider)
    request = asks(scene)
    for position in (make_officer(elsewhere, "elsewhere"), scene.cast[Role.WORK_CASE_MANAGER], scene.client):
        with pytest.raises(NotForThisFunction):
            decides(request, Done.GRANTED, position)


def test_a_granted_restriction_marks_the_file_until_it_is_lifted(scene: Scene, officer: Position) -> None:
    request = asks(scene, Right.RESTRICTION)
    decides(request, Done.GRANTED, officer)
    assert File.objects.get(pk=scene.case.file_id).restricted_on == TODAY
    assert [one.restricts for one in waiting_for(officer)] == [True]
    decides(request, Done.LIFTED, officer)
    assert File.objects.get(pk=scene.case.file_id).restricted_on is None
    assert waiting_for(officer) == []


def test_a_refused_restriction_marks_nothing(scene: Scene, officer: Position) -> None:
    decides(asks(scene, Right.RESTRICTION), Done.REFUSED, officer)
    assert File.objects.get(pk=scene.case.file_id).restricted_on is None


def test_a_restricted_file_is_not_erased(ended: Scene, officer: Position) -> None:
    confirm(proposed(), officer)
    decides(asks(ended, Right.RESTRICTION), Done.GRANTED, officer)
    assert not confirmed(date(2042, 1, 1)).exists()
    assert propose(date(2042, 1, 1)) == 0


def test_while_the_trajectory_goes_on_an_erasure_is_only_refused(scene: Scene, officer: Position) -> None:
    request = asks(scene, Right.ERASURE)
    assert possible(as_it_stands(request), TODAY) == [Done.REFUSED, Done.EXTENDED]
    with pytest.raises(NotPossibleNow):
        decides(request, Done.GRANTED, officer)


def test_a_granted_erasure_becomes_a_proposal_that_a_colleague_confirms(ended: Scene, officer: Position) -> None:
    decides(asks(ended, Right.ERASURE), Done.GRANTED, officer)
    made = Proposal.objects.get()
    assert (made.because, made.due_on, made.made_by) == (Because.REQUEST, TODAY, officer)
    with pytest.raises(NotForThisFunction):
        confirm(made, officer)
    confirm(made, make_officer(ended.cast, "second"))
    assert list(confirmed(TODAY)) == [made]


def test_sending_a_form_twice_asks_once(scene: Scene) -> None:
    with time_machine.travel("2026-05-01T11:00:00+02:00"):
        browser, url = scene.as_(Role.CLIENT), f"/mijn/{scene.case.pk}/gegevens/"
        told = {"right": "access", "words": "Wat weet u?", "idempotency_key": "5f6e3f3e-0000-4000-8000-000000000001"}
        assert [browser.post(url, told).status_code for _ in range(2)] == [302, 302]
    assert Request.objects.count() == 1
