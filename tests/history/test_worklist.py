"""The worklist: the own cases, the most pressing first, with a constant number of queries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.rules.histories import ACCEPTED, FINAL_ADVICE, FINAL_REPORT, IN_PROGRESS, READY_FOR_ADVICE, REFERRED
from vlechtwerk.history.loading import bulk_open
from vlechtwerk.history.worklist import Filters, Line, Tally, lines, tallies, worklist
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role

TODAY = date(2026, 3, 20)


def shown(position: Position, today: date = TODAY, filters: Filters | None = None) -> list[Line]:
    """The first page of a worklist."""
    wanted = filters or Filters()
    return lines(worklist(position, today, wanted)[:50], position, today, wanted)


@pytest.fixture
def three_cases(cast: Cast) -> Cast:
    """An initiated trajectory that is late, one with the plan to come, and one that has ended with its access open."""
    cast.open(ACCEPTED, name="Aanvaard")
    cast.open((REFERRED,), name="Geïnitieerd")
    cast.open((*READY_FOR_ADVICE, FINAL_REPORT, FINAL_ADVICE), name="Beëindigd")
    return cast


def test_what_is_late_stands_first_and_the_rest_in_order_of_date(three_cases: Cast) -> None:
    found = shown(three_cases[Role.WORK_CASE_MANAGER])
    assert [line.case.file.person.family_name for line in found] == ["Geïnitieerd", "Aanvaard", "Beëindigd"]
    assert [line.is_late for line in found] == [True, False, False]
    assert [line.next.due_on for line in found[:2] if line.next] == [date(2026, 3, 2), date(2026, 4, 2)]


def test_a_case_in_which_nothing_is_to_be_done_stands_last(three_cases: Cast) -> None:
    last = shown(three_cases[Role.WORK_CASE_MANAGER])[-1]
    assert (last.next, last.status.code) == (None, "ended")


def test_an_outsider_has_an_empty_worklist(three_cases: Cast) -> None:
    assert shown(three_cases.outsider) == []
    assert tallies(three_cases.outsider, TODAY) == []


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (Filters(late=True), ["Geïnitieerd"]),
        (Filters(status="accepted"), ["Aanvaard"]),
        (Filters(name="beeindigd fien"), []),
        (Filters(name="Beëind"), ["Beëindigd"]),
        (Filters(mine=True), ["Geïnitieerd", "Aanvaard"]),
    ],
)
def test_filters_keep_what_is_asked(three_cases: Cast, filters: Filters, names: list[str]) -> None:
    found = shown(three_cases[Role.WORK_CASE_MANAGER], filters=filters)
    assert [line.case.file.person.family_name for line in found] == names


def test_mine_is_what_the_own_role_owes(three_cases: Cast) -> None:
    found = shown(three_cases[Role.CARE_CASE_MANAGER], filters=Filters(mine=True))
    assert [(line.next.what, line.next.owner) for line in found if line.next] == [
        ("plan_upload", "case_management_team")
    ]


def test_signals_count_only_when_asked(cast: Cast) -> None:
    cast.open((REFERRED,))
    position = cast[Role.WORK_CASE_MANAGER]
    with_signals = shown(position, filters=Filters(signals=True))[0].next
    assert with_signals is not None
    assert with_signals.what == "intake_notice"


def test_the_own_cases_are_counted_by_status(three_cases: Cast) -> None:
    assert tallies(three_cases[Role.WORK_CASE_MANAGER], TODAY) == [
        Tally("accepted", 1, 0), Tally("ended", 1, 0), Tally("initiated", 1, 1),
    ]  # fmt: skip


def test_a_case_closes_in_the_list_without_any_event(cast: Cast) -> None:
    cast.open(IN_PROGRESS)
    position = cast[Role.WORK_CASE_MANAGER]
    assert [one.status for one in tallies(position, date(2028, 4, 6))] == ["in_progress"]
    assert [one.status for one in tallies(position, date(2028, 4, 7))] == ["closing"]
    assert shown(position, date(2028, 5, 8))[0].status.reason == "automatic"


def questions(cast: Cast) -> int:
    """How many queries a page of the worklist with its counts takes."""
    with CaptureQueriesContext(connection) as asked:
        found = shown(cast[Role.WORK_CASE_MANAGER])
        assert [line.case.file.person.given_name for line in found]
        tallies(cast[Role.WORK_CASE_MANAGER], TODAY)
    return len(asked)


def test_the_number_of_queries_does_not_grow_with_the_number_of_cases(cast: Cast) -> None:
    cast.open((REFERRED,))
    few = questions(cast)
    bulk_open(cases=[cast.new_case(IN_PROGRESS) for _ in range(40)], by=cast[Role.VDAB_MEDIATOR])
    assert (few, questions(cast)) == (3, 3)
