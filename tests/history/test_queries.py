"""Reading a case: the same assessment as the command gives, hypothetical events, and the check of what is stored."""

from datetime import date

import pytest
from django.db import connection

from tests.cast import Cast
from tests.rules.histories import ACCEPTED, FIRST_MEETING, IN_PROGRESS, REFERRED, SIGNED, on
from vlechtwerk.config import database
from vlechtwerk.config.migrations import acting_as
from vlechtwerk.history.loading import bulk_open
from vlechtwerk.history.models import Case, Event, Obligation
from vlechtwerk.history.queries import assessment_of, differing_cases, effective_events, what_if
from vlechtwerk.history.refusals import Refused
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import InterruptionReason, PlanDueFrom, RegionSettings
from vlechtwerk.rules.roles import Role

TODAY = date(2028, 6, 1)


def test_a_stored_case_is_assessed_like_a_case_file(cast: Cast) -> None:
    case = cast.open(IN_PROGRESS)
    assert effective_events(case) == IN_PROGRESS
    assert assessment_of(case, date(2026, 4, 10)) == on(date(2026, 4, 10), *IN_PROGRESS)


def test_a_case_keeps_the_choices_of_its_region(cast: Cast) -> None:
    settings = RegionSettings(plan_due_from=PlanDueFrom.REFERRAL)
    case = cast.open(ACCEPTED, settings=settings)
    assert case.settings == {"plan_due_from": "referral"}
    assert case.obligations.get(what="plan_upload").due_on == date(2026, 3, 16)


def test_what_if_shows_the_case_with_an_event_and_stores_nothing(cast: Cast) -> None:
    case = cast.open()
    assert what_if(case, FIRST_MEETING, date(2026, 2, 19)).status.code == "accepted"
    assert (Event.objects.count(), Case.objects.get().status) == (1, "initiated")


def test_what_if_tells_why_an_event_would_be_refused(cast: Cast) -> None:
    case = cast.open()
    assert [one.event for one in what_if(case, SIGNED, date(2026, 3, 30)).refused] == ["plan_signed"]


def test_outsiders_see_no_case_and_no_file(cast: Cast) -> None:
    case = cast.open()
    assert not Case.objects.visible_to(cast.outsider, TODAY).exists()
    assert Case.objects.visible_to(cast[Role.WORK_CASE_MANAGER], TODAY).get() == case
    assert not Case.objects.visible_to(cast[Role.WORK_CASE_MANAGER], date(2023, 6, 30)).exists()


def test_nothing_differs_after_recording(cast: Cast) -> None:
    cast.record(cast.open(), FIRST_MEETING)
    cast.open(IN_PROGRESS)
    assert list(differing_cases()) == []


@pytest.mark.parametrize(
    "change",
    [
        {"status": "closing"},
        {"ends_on": None},
        {"maximum_on": date(2027, 10, 8)},
        {"closing_on": date(2028, 4, 6)},
        {"version": 6},
    ],
)
def test_a_changed_field_of_a_case_is_found(cast: Cast, change: dict[str, object]) -> None:
    case = cast.open(IN_PROGRESS)
    Case.objects.filter(pk=case.pk).update(**change)
    assert [found.case_id for found in differing_cases()] == [case.pk]


@pytest.mark.parametrize("change", [{"due_on": date(2026, 4, 3)}, {"owner": "client"}, {"done_on": None}])
def test_a_changed_obligation_is_found(cast: Cast, change: dict[str, object]) -> None:
    case = cast.open(IN_PROGRESS)
    Obligation.objects.filter(case=case, what="plan_upload").update(**change)
    found = list(differing_cases())
    assert ["plan_upload" in one.what for one in found] == [True]


def test_an_obligation_that_was_removed_is_found(cast: Cast) -> None:
    Obligation.objects.filter(case=cast.open(IN_PROGRESS), what="plan_upload").delete()
    assert "absent" in str(next(differing_cases()))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("change", ["name = 'plan_signed'", "\"on\" = '2026-05-05'", "data = '{\"no\": 1}'"])
def test_an_event_that_a_superuser_changed_is_found(cast: Cast, change: str) -> None:
    case = cast.open(IN_PROGRESS)
    superuser = database.superuser_access().django("-c session_replication_role=replica")
    with acting_as(superuser), connection.cursor() as cursor:
        cursor.execute(f"UPDATE history_event SET {change} WHERE sequence = 2")  # noqa: S608 - our own words
    assert {found.case_id for found in differing_cases()} == {case.pk}


def test_many_cases_are_checked_with_few_questions(cast: Cast, django_assert_num_queries: object) -> None:
    bulk_open(cases=[cast.new_case(IN_PROGRESS) for _ in range(30)], by=cast[Role.VDAB_MEDIATOR])
    with django_assert_num_queries(3):  # type: ignore[operator]  # pytest-django gives a context manager
        assert list(differing_cases()) == []


def test_a_history_that_the_rules_refuse_is_not_loaded(cast: Cast) -> None:
    with pytest.raises(Refused):
        bulk_open(cases=[cast.new_case((REFERRED, SIGNED))], by=cast[Role.VDAB_MEDIATOR])
    assert not Case.objects.exists()


def test_a_case_without_a_first_meeting_has_one_thing_to_do(cast: Cast) -> None:
    case = cast.open()
    assert [one.what for one in case.obligations.open_on(date(2026, 3, 1)).filter(signal=False)] == ["first_meeting"]
    assert case.obligations.get(what="first_meeting").is_late_on(date(2026, 3, 3))
    assert not case.obligations.get(what="first_meeting").is_late_on(date(2026, 3, 2))


def test_an_event_with_all_its_details_is_stored_and_read_back(cast: Cast) -> None:
    case = cast.open(IN_PROGRESS)
    event = e.Interrupted(date(2026, 6, 1), date(2026, 9, 30), InterruptionReason.ILLNESS)
    cast.record(case, event)
    assert effective_events(case)[-1] == event
