"""The working area: provinces and postcodes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlechtwerk.rules.recognition.area import (
    AreaRow,
    Coverage,
    Province,
    area_is_told,
    partial_provinces_have_postcodes,
    province_of,
    rows_hold_one_postcode,
    split_postcodes,
)

ANTWERP = AreaRow(Province.ANTWERP, Coverage.FULL)
LIMBURG = AreaRow(Province.LIMBURG, Coverage.PARTIAL)


@pytest.mark.rule("IM-068")
@pytest.mark.parametrize(
    ("rows", "findings"),
    [
        ((ANTWERP, LIMBURG), ()),
        ((), ("rows",)),
        ((AreaRow(None, Coverage.FULL),), ("province",)),
        ((AreaRow(Province.ANTWERP),), ("coverage",)),
        ((ANTWERP, AreaRow(Province.ANTWERP, Coverage.PARTIAL)), ("province_once",)),
    ],
)
def test_the_area_names_each_province_once_with_its_coverage(
    rows: tuple[AreaRow, ...], findings: tuple[str, ...]
) -> None:
    assert area_is_told(rows) == findings


@pytest.mark.rule("IM-069")
@pytest.mark.parametrize(
    ("rows", "postcodes", "findings"),
    [
        ((LIMBURG,), (), ("postcode",)),
        ((LIMBURG,), ("3500",), ()),
        ((ANTWERP,), (), ()),
        ((ANTWERP, LIMBURG), ("3500", "2000"), ("postcode_inside",)),
        ((LIMBURG,), ("2000",), ("postcode", "postcode_inside")),
        ((LIMBURG,), ("3500", "1000"), ("postcode_inside",)),
    ],
)
def test_partial_provinces_list_their_postcodes(
    rows: tuple[AreaRow, ...], postcodes: tuple[str, ...], findings: tuple[str, ...]
) -> None:
    assert partial_provinces_have_postcodes(rows, postcodes) == findings


@pytest.mark.rule("IM-069")
@pytest.mark.parametrize(
    ("postcode", "province"),
    [
        ("1499", None),
        ("1500", Province.FLEMISH_BRABANT),
        ("1999", Province.FLEMISH_BRABANT),
        ("2000", Province.ANTWERP),
        ("2999", Province.ANTWERP),
        ("3000", Province.FLEMISH_BRABANT),
        ("3499", Province.FLEMISH_BRABANT),
        ("3500", Province.LIMBURG),
        ("3999", Province.LIMBURG),
        ("4000", None),
        ("7999", None),
        ("8000", Province.WEST_FLANDERS),
        ("8999", Province.WEST_FLANDERS),
        ("9000", Province.EAST_FLANDERS),
        ("9999", Province.EAST_FLANDERS),
    ],
)
def test_a_postcode_lies_in_its_province(postcode: str, province: Province | None) -> None:
    assert province_of(postcode) is province


@pytest.mark.rule("IM-070")
@pytest.mark.parametrize(
    ("postcodes", "findings"),
    [
        (("3500",), ()),
        ((" 3500 ", "3600"), ()),
        (("3500, 3600",), ("one_postcode",)),
        (("3500-3600",), ("one_postcode",)),
        (("350",), ("one_postcode",)),
        (("0999",), ("one_postcode",)),
        (("35000",), ("one_postcode",)),
        (("",), ("one_postcode",)),
        (("3500", "3500"), ("postcode_once",)),
    ],
)
def test_each_row_holds_one_postcode(postcodes: tuple[str, ...], findings: tuple[str, ...]) -> None:
    assert rows_hold_one_postcode(postcodes) == findings


@pytest.mark.rule("IM-070")
def test_a_pasted_list_is_split_into_rows() -> None:
    assert split_postcodes("3500, 3600;3700\n3800 ") == ("3500", "3600", "3700", "3800")


ROWS = st.lists(st.builds(AreaRow, st.sampled_from(Province), st.sampled_from(Coverage)), max_size=6)
POSTCODES = st.lists(st.integers(1000, 9999).map(str), max_size=8)


@pytest.mark.rule("IM-069")
@given(ROWS, POSTCODES)
def test_in_a_faultless_area_every_postcode_belongs_to_exactly_one_partial_row(
    rows: list[AreaRow], postcodes: list[str]
) -> None:
    if area_is_told(rows) or partial_provinces_have_postcodes(rows, postcodes):
        return
    partial = [row.province for row in rows if row.coverage is Coverage.PARTIAL]
    assert all(partial.count(province_of(postcode)) == 1 for postcode in postcodes)
    assert {province_of(postcode) for postcode in postcodes} == set(partial)
