"""The statement as a file: the same lines and sums, nothing that runs, asked for again, and in the record."""

import csv
import io
from datetime import date

import pytest
from openpyxl import load_workbook

from tests.compensation.world import World, completed, stopped_early
from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Organisation

URL = "/vergoeding/2026-1/tabel/"


@pytest.fixture
def cases(world: World) -> list[Case]:
    """Two trajectories of the first half of 2026, with an amount."""
    world.amount()
    return [
        world.open(completed(date(2026, 1, 5), date(2026, 5, 5))),
        world.open(stopped_early(date(2026, 1, 15), date(2026, 4, 15))),
    ]


def read(world: World) -> list[list[str]]:
    """The cells of the CSV file."""
    body = world.visitor(world.contact).get(f"{URL}csv/").content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(body), delimiter=";"))


def test_the_csv_file_holds_every_line_and_their_total(world: World, cases: list[Case]) -> None:
    rows = read(world)
    assert [row[0] for row in rows[1:]] == [*(case.reference for case in cases), "totaal"]
    assert [row[-1] for row in rows[1:]] == ["1000,00", "600,00", "1600,00"]
    assert rows[1][2:5] == ["2026-01-05", "2026-05-05", "100"]


def test_the_xlsx_file_holds_the_same_as_numbers(world: World, cases: list[Case]) -> None:
    answer = world.visitor(world.contact).get(f"{URL}xlsx/")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    assert [row[-1] for row in sheet.iter_rows(min_row=2, values_only=True)] == [1000, 600, 1600]


def test_a_name_that_looks_like_a_formula_is_a_text(world: World, cases: list[Case]) -> None:
    world.key("100")
    Organisation.objects.filter(name="Partner 1").update(name='=HYPERLINK("http://x")')
    assert read(world)[-1][0] == '\'=HYPERLINK("http://x")'


def test_the_name_of_the_file_tells_the_half_year_and_whether_it_is_a_draft(world: World, cases: list[Case]) -> None:
    told = []
    for prepare in (False, True):
        if prepare:
            world.prepare(2026, 1)
        told.append(world.visitor(world.contact).get(f"{URL}csv/").headers["Content-Disposition"])
    names = ("vergoeding-2026-1-ontwerp.csv", "vergoeding-2026-1.csv")
    assert told == [f'attachment; filename="{name}"' for name in names]


def test_an_export_stands_in_the_record_with_everybody_in_it(world: World, cases: list[Case]) -> None:
    read(world)
    line = Entry.objects.get(verb=Verb.NUMBERS_EXPORTED)
    assert (line.position_id, set(line.shown or ())) == (world.contact.pk, {case.file_id for case in cases})


def test_an_export_asks_the_second_factor_again(world: World, cases: list[Case]) -> None:
    Account.objects.filter(pk=world.contact.account_id).update(is_demo=False)
    answer = world.visitor(world.contact).get(f"{URL}csv/")
    assert answer.status_code == 302
    assert not Entry.objects.filter(verb=Verb.NUMBERS_EXPORTED).exists()


def test_another_kind_of_file_does_not_exist(world: World) -> None:
    assert world.visitor(world.contact).get(f"{URL}pdf/").status_code == 404
