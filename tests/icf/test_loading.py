"""Sets of categories: read from CSV as a whole or not at all, and kept as they were loaded."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests.icf.sets import HEADING, csv_of, loaded
from vlechtwerk.icf.example import load_example
from vlechtwerk.icf.loading import About, load_set, set_in_force
from vlechtwerk.icf.models import Category, IcfSet
from vlechtwerk.icf.reading import LONGEST_FILE, NotASet, read_set
from vlechtwerk.icf.scale import GENERIC, QUALIFIERS

FINE = "b130;Energie;b;;"
BAD = [
    (b"", 1, "the column code is missing"),
    (HEADING.encode(), 0, "there are no categories"),
    (b"code;title\nb130;Energie", 1, "the column component is missing"),
    (f"{HEADING};kleur\n{FINE};".encode(), 1, "there is no column 'kleur'"),
    (f"{HEADING};title\n{FINE};".encode(), 1, "the column title is there twice"),
    (f"{HEADING}\n{FINE}\n{FINE}".encode(), 3, "'b130' stands on line 2 already"),
    (f"{HEADING}\n{FINE}\nB130;Energie;b;;".encode(), 3, "'b130' stands on line 2 already"),
    (f"{HEADING}\nx130;Energie;x;;".encode(), 2, "'x' is no component"),
    (f"{HEADING}\nb130;Energie;d;;".encode(), 2, "b130 is no category of component d"),
    (f"{HEADING}\n130;Energie;b;;".encode(), 2, "'130' is no ICF code"),
    (f"{HEADING}\nb030;Energie;b;;".encode(), 2, "'b030' is no ICF code"),
    (f"{HEADING}\n;Energie;b;;".encode(), 2, "'' is no ICF code"),
    (f"{HEADING}\nb130;;b;;".encode(), 2, "the title is empty"),
    (f"{HEADING}\nb130;{'x' * 201};b;;".encode(), 2, "the title has more than 200 characters"),
    (f"{HEADING}\nb130;x;b;;{'x' * 501}".encode(), 2, "the explanation has more than 500 characters"),
    (f"{HEADING}\nb130;x;b;0 5;".encode(), 2, "'5': no such value"),
    (f'{HEADING}\nb130;"a\nb";b;;'.encode(), 3, "a line break inside a cell"),
    (f'{HEADING}\nb130;"a;b;;'.encode(), 2, "this is not CSV"),
    (f"{HEADING}\nb130;Energie;b;;;;".encode(), 2, "7 cells stand here for 5 columns"),
    (HEADING.encode() + b"\nb130;\xe9nergie;b;;", 2, "this is not UTF-8"),
    (HEADING.encode("utf-16"), 1, "this is not UTF-8"),
    (b"PK\x03\x04\x00\x00", 0, "this is not a text file"),
    (b"x" * (LONGEST_FILE + 1), 0, "the file is larger than 256 kB"),
    (csv_of(501), 0, "there are more than 500 categories"),
]


@pytest.mark.parametrize(("content", "line", "text"), BAD, ids=[text for _content, _line, text in BAD])
def test_a_file_that_is_no_set_is_refused_with_the_line_and_what_is_wrong(content: bytes, line: int, text: str) -> None:
    with pytest.raises(NotASet) as refused:
        read_set(content)
    assert any(one.line == line and text in one.text for one in refused.value.faults), refused.value.faults


def test_every_fault_of_a_file_is_told_at_once() -> None:
    with pytest.raises(NotASet) as refused:
        read_set(f"{HEADING}\nx1;;q;7;\nb130;Energie;b;;\nb130;;b;;".encode())
    assert [one.line for one in refused.value.faults] == [2, 2, 2, 2, 4, 4]


@given(
    st.binary(max_size=400) | st.text(max_size=200).map(lambda text: f"{HEADING}\n{text}".encode("utf-8", "replace"))
)
def test_any_file_is_a_set_or_is_refused(content: bytes) -> None:
    try:
        rows = read_set(content)
    except NotASet:
        return
    assert rows
    assert {value for row in rows for value in row.qualifiers} <= set(QUALIFIERS)


@pytest.mark.parametrize("separator", [";", ","])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_sheet_of_a_flemish_and_of_an_english_machine_are_both_read(separator: str, mark: bytes) -> None:
    text = "\r\n".join((HEADING, "b130;Energie;b;0 1 8;", "", ";;;;")).replace(";", separator)
    (row,) = read_set(mark + text.encode())
    assert (row.code, row.title, row.component, row.qualifiers) == ("b130", "Energie", "b", ("0", "1", "8"))


def test_without_values_a_category_takes_those_of_the_icf() -> None:
    (row,) = read_set(b"code,title,component\nd240,Druk,d")
    assert row.qualifiers == GENERIC


@pytest.mark.django_db
def test_nothing_is_stored_of_a_file_with_a_fault() -> None:
    with pytest.raises(NotASet):
        load_set(f"{HEADING}\n{FINE}\n{FINE}".encode(), About("Set", "bron", date(2026, 1, 1)))
    assert not IcfSet.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "source"), [("", "bron"), ("Set", " ")])
def test_a_set_says_what_it_is_and_where_it_comes_from(name: str, source: str) -> None:
    with pytest.raises(NotASet):
        load_set(csv_of(1), About(name, source, date(2026, 1, 1)))


@pytest.mark.django_db
def test_a_set_of_the_same_name_cannot_begin_on_the_same_day() -> None:
    loaded()
    with pytest.raises(NotASet, match="never changed"):
        loaded()


@pytest.mark.django_db
def test_a_later_set_holds_from_its_day_and_the_earlier_one_until_then() -> None:
    first, second = loaded(from_on=date(2026, 1, 1)), loaded(from_on=date(2026, 6, 1), name="Nieuwe set")
    found = {day: set_in_force(date.fromisoformat(day)) for day in ("2025-12-31", "2026-05-31", "2026-06-01")}
    assert [one.icf_set if one else None for one in found.values()] == [None, first.icf_set, second.icf_set]


@pytest.mark.django_db
@pytest.mark.parametrize(("number", "whole"), [(42, False), (43, True), (44, False)])
def test_a_set_is_whole_with_43_categories_only(number: int, whole: bool) -> None:
    assert loaded(number).is_whole is whole


@pytest.mark.django_db
@pytest.mark.parametrize("model", [IcfSet, Category])
def test_a_set_is_never_changed(model: type[IcfSet] | type[Category]) -> None:
    loaded()
    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.update(id=uuid4())


@pytest.mark.django_db
def test_the_example_set_says_that_it_is_not_the_one_of_vdab() -> None:
    found = load_example(date(2026, 1, 1))
    assert found.icf_set.is_example
    assert "niet die van VDAB" in found.icf_set.name
    assert {one.component for one in found.categories} == {"b", "s", "d", "e"}
