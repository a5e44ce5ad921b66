"""What the benchmark compares is the same work: the same cases, the same rows, the same pages."""

from itertools import islice
from uuid import uuid4

import pytest
from django.utils import timezone

from bench import (
    databases,
    full,
    importing,
    noting,
    pages,
    portal,
    recording,
    rules,
    searching,
    statements,
    stock,
    telling,
    walls,
)
from bench import record as of_the_record
from bench.floor_sql import COUNTERS, FOUND, ROWS, Asked
from bench.machine import Meter
from bench.measuring import Ratio, Sample, Target, growth
from bench.report import Line, Report, at_most
from bench.write_sql import write
from bench.writing import rows_of, writable
from tests.bench.conftest import CASES
from vlechtwerk.compensation.computing import computed_lines
from vlechtwerk.config.migrations import as_owner
from vlechtwerk.consent.models import Item, ItemKind
from vlechtwerk.history.actions import record
from vlechtwerk.history.models import Case
from vlechtwerk.history.queries import differing_cases
from vlechtwerk.organisations.models import Position
from vlechtwerk.people.names import search_key
from vlechtwerk.plans.models import Plan
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.worklist.queries import Desk, Wanted, home


def test_every_copied_case_is_what_the_rules_say_about_its_events(tiny: str) -> None:
    assert Case.objects.count() == CASES + 1
    assert list(differing_cases()) == []


def test_the_full_case_has_what_its_line_says(tiny: str) -> None:
    by = Position.objects.get(account__username=f"{stock.MEASURED}-0")
    case = full.full_case()
    # Other tests of this module record something in a case, which may be this one.
    assert case.events.count() >= len(full.history(timezone.localdate())) == full.EVENTS
    with acting(by, timezone.localdate()):
        versions = list(Plan.objects.filter(compartment__file=case.file_id).values_list("number", flat=True))
    notes = Item.objects.filter(file=case.file_id, kind=ItemKind.NOTE).count()
    assert (notes, versions) == (full.NOTES, [1, 2, 3])


def test_data_that_are_there_are_not_made_again(tiny: str) -> None:
    before = set(Case.objects.values_list("pk", flat=True))
    assert stock.prepare(CASES) == tiny
    assert set(Case.objects.values_list("pk", flat=True)) == before


def test_the_floor_of_the_worklist_has_the_same_rows_and_numbers(tiny: str) -> None:
    position = Position.objects.get(account__username=f"{stock.MEASURED}-0")
    desk = Desk(position, timezone.localdate())
    asked = Asked(position.pk, Role(position.role), desk.today).parameters()
    with databases.connect(tiny) as connection:
        rows = connection.execute(ROWS, asked).fetchall()
        numbers = connection.execute(COUNTERS, asked).fetchall()
    found = home(desk, Wanted())
    assert [row[:2] for row in rows] == [(line.case_id, line.name) for line in found.lines]
    assert {code: list(found) for code, *found in numbers} == {
        code: [found.counts.whole[code], *cells.values()] for code, cells in found.counts.cells.items()
    }


def test_rows_written_by_hand_are_those_that_the_action_writes(tiny: str) -> None:
    first, second = islice(writable(timezone.localdate()), 2)
    record(case=first.case, event=first.event, by=first.by, key=uuid4())
    with databases.connect(tiny) as connection, connection.transaction(), connection.cursor() as cursor:
        write(cursor, rows_of(second))
    assert list(differing_cases()) == []
    versions = Case.objects.filter(pk__in=[first.case.pk, second.case.pk]).values_list("pk", "version")
    assert dict(versions) == {one.case.pk: one.case.version + 1 for one in (first, second)}


def test_case_files_are_taken_in_and_copied(tiny: str) -> None:
    lines = importing.measure(12)
    assert lines[0].what.startswith("12 case files")
    assert lines[0].found.endswith("cases a second")


@pytest.mark.usefixtures("served")
def test_pages_are_asked_beside_their_floors(tiny: str) -> None:
    found, memory = pages.measure([CASES], rounds=1, times=2)
    assert [line.found for line in found if "worklist" in line.what and "statements" in line.what] == ["5"]
    assert {line.target for line in memory} == {"at most 105 MB", ""}


@pytest.mark.usefixtures("served")
def test_the_client_sees_her_first_page_and_who_looked_beside_their_floors(tiny: str) -> None:
    lines = portal.measure([CASES], lines=1_000, rounds=1, times=1)
    assert [line.target for line in lines[:12]] == ["at most 2.5 x", "at most 2.5 x", "", ""] * 3
    assert lines[8].what.startswith("who looked among 1,000 lines")
    assert lines[12].what == "who looked, 1,000 lines to 100, wall"


@pytest.mark.usefixtures("served")
def test_names_are_looked_for_beside_a_floor(tiny: str) -> None:
    lines = searching.measure([CASES], rounds=1, times=2)
    assert [line.target for line in lines] == ["at most 2 x", "at most 2 x", "", "at most 100 ms"]


def test_the_floor_of_a_search_finds_the_cases_that_begin_as_typed(tiny: str) -> None:
    position = Position.objects.get(account__username=f"{stock.MEASURED}-0")
    desk = Desk(position, timezone.localdate())
    name = home(desk, Wanted()).lines[0].name.split()[-1]
    asked = Asked(position.pk, Role(position.role), desk.today, name=search_key(name)).parameters()
    with databases.connect(tiny) as connection:
        rows = connection.execute(FOUND, asked).fetchall()
    assert rows
    assert {row[0] for row in rows} <= {line.case_id for line in home(desk, Wanted(name=name)).lines}


@pytest.mark.usefixtures("served")
def test_events_are_recorded_beside_their_floors(tiny: str) -> None:
    lines = recording.measure(CASES, rounds=1, times=1)
    assert next(line.holds for line in lines if line.what == "statements of the action") is True


@pytest.mark.usefixtures("served")
def test_a_contact_note_is_written_beside_its_floor(tiny: str) -> None:
    before = Item.objects.filter(kind=ItemKind.NOTE).count()
    lines = noting.measure([CASES], rounds=1, times=1)
    assert [line.target for line in lines] == ["at most 2 x", "at most 2 x", "", ""]
    # It is written in a copy.
    assert Item.objects.filter(kind=ItemKind.NOTE).count() == before


def test_what_grows_with_the_database_is_told() -> None:
    small = Target("small", lambda: 0, lambda: 0, [Sample(1, 1), Sample(2, 2)])
    large = Target("large", lambda: 0, lambda: 0, [Sample(1.1, 1.3), Sample(2.2, 2.6)])
    wall, cpu = growth("page", [(10_000, small), (100_000, large)])
    assert (wall.what, wall.holds, cpu.holds) == ("page, 100,000 cases to 10,000, wall", True, False)
    assert growth("page", [(10_000, small)]) == []


def test_the_second_wall_is_measured_beside_a_copy_without_it(tiny: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, few in (("NOTES", 200), ("FILES", 40), ("OF_EACH", 10), ("READERS", {4: 0.5, 8: 15.0})):
        monkeypatch.setattr(walls, name, few)
    lines = walls.measure(rounds=1, times=1)
    assert len(lines) == 8
    assert {line.target for line in lines} == {"at most 0.5 ms", "at most 15 ms"}


@pytest.mark.usefixtures("served")
def test_a_hidden_case_is_asked_beside_an_absent_one(tiny: str) -> None:
    difference, chance = telling.measure(CASES, pairs=2)
    assert difference.what.startswith("2 hidden cases")
    assert chance.target == ""


@pytest.mark.parametrize(
    ("other", "alike"), [([value + 0.001 for value in range(100)], True), (list(range(60, 160)), False)]
)
def test_times_of_two_sources_are_told_apart(other: list[float], alike: bool) -> None:
    assert (telling.same_source(list(range(100)), other) > 0.01) is alike


def test_a_record_is_checked_and_looked_through(tiny: str) -> None:
    told = [line.what for line in of_the_record.measure(600, rounds=1, times=1)]
    assert (told[0], told[2]) == ("checking a record of 600 lines", "who looked at one file, of 600 lines")


def test_the_statement_has_a_line_for_each_trajectory_and_is_gone_after_the_measurement(tiny: str) -> None:
    before = Case.objects.count()
    with as_owner(), statements.of_own_region(30) as (region, run):
        lines = computed_lines(region, run)
        assert len(lines) == len({line.number for line in lines}) == 30
        assert statements.rows_of(region)
    assert Case.objects.count() == before


def test_the_statement_is_measured_beside_its_rows(tiny: str) -> None:
    lines = statements.measure((CASES,), rounds=1, count=30)
    assert lines[0].what == "statement of 30 among 60 to reading its rows, wall"
    assert (lines[-1].found, lines[-1].holds) == ("4", True)


def test_assessments_and_decisions_are_counted() -> None:
    assessments, decisions = rules.measure(seconds=0.02, rounds=2)
    assert assessments.what == "assessments of a 40-event history"
    assert decisions.target == ""


def test_a_ratio_compares_round_by_round() -> None:
    ours = Target("ours", lambda: 0, lambda: 0, [Sample(2, 4), Sample(30, 60), Sample(4, 8)])
    floor = Target("floor", lambda: 0, lambda: 0, [Sample(1, 1), Sample(10, 10), Sample(2, 2)])
    assert Ratio.of(ours, floor) == Ratio(wall=2, cpu=4)


def test_the_time_of_an_ended_process_stays_counted() -> None:
    meter = Meter(1 << 22)
    meter._seen[1 << 22] = 5.0
    assert meter.seconds() == 5.0


@pytest.mark.parametrize(("found", "holds"), [(2.0, True), (2.01, False)])
def test_a_target_holds_up_to_its_limit(found: float, holds: bool) -> None:
    assert at_most("page", found, 2.0).holds is holds


def test_the_table_tells_what_does_not_hold_and_what_was_not_measured() -> None:
    report = Report([("Pages", [at_most("worklist", 3.0, 2.0), Line("size", "10 kB")])], ["write, because it is late"])
    printed = report.printed("2 cores")
    assert "worklist  3.00 x  at most 2 x  does not hold" in printed
    assert "0 of 1 targets hold." in printed
    assert "Not measured: write, because it is late" in printed
