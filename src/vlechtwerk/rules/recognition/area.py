"""The working area in part 3 of the application: provinces, full or partial, and the postcodes of partial ones."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from vlechtwerk.rules.kernel import Findings, unmet
from vlechtwerk.rules.recognition.book import BOOK, PART_3

ONE_POSTCODE = re.compile(r"[1-9][0-9]{3}")
SEPARATORS = re.compile(r"[\s,;]+")


class Province(StrEnum):
    """The five Flemish provinces. The list of the form is not told; Brussels is left out."""

    ANTWERP = "antwerp"
    LIMBURG = "limburg"
    EAST_FLANDERS = "east_flanders"
    FLEMISH_BRABANT = "flemish_brabant"
    WEST_FLANDERS = "west_flanders"


class Coverage(StrEnum):
    """Whether a province is served in full or partially."""

    FULL = "full"
    PARTIAL = "partial"


POSTCODES: tuple[tuple[int, int, Province], ...] = (
    (1500, 1999, Province.FLEMISH_BRABANT),
    (2000, 2999, Province.ANTWERP),
    (3000, 3499, Province.FLEMISH_BRABANT),
    (3500, 3999, Province.LIMBURG),
    (8000, 8999, Province.WEST_FLANDERS),
    (9000, 9999, Province.EAST_FLANDERS),
)
"""First and last postcode of each range of Bpost with the province it lies in."""


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One row of the working area."""

    province: Province | None = None
    coverage: Coverage | None = None


@BOOK.requirement(
    "IM-068",
    PART_3,
    concerns="area",
    points={
        "rows": "at least one province",
        "province": "the province of each row",
        "coverage": "for each province whether it is served in full or partially",
        "province_once": "each province only once",
    },
)
def area_is_told(rows: Sequence[AreaRow]) -> Findings:
    """The working area names at least one province, each once, and tells for each whether it is served in full or partially."""
    provinces = [row.province for row in rows if row.province]
    return unmet(
        rows=bool(rows),
        province=len(provinces) == len(rows),
        coverage=all(row.coverage for row in rows),
        province_once=len(set(provinces)) == len(provinces),
    )


@BOOK.requirement(
    "IM-069",
    PART_3,
    concerns="area",
    points={
        "postcode": "at least one postcode of each province that is served partially",
        "postcode_inside": "only postcodes of provinces that are served partially",
    },
)
def partial_provinces_have_postcodes(rows: Sequence[AreaRow], postcodes: Sequence[str]) -> Findings:
    """For a province that is served partially the postcodes are listed.

    The source only asks to list them; that they lie in that province is a check of this program.
    """
    partial = {row.province for row in rows if row.coverage is Coverage.PARTIAL}
    served = {province_of(postcode) for postcode in postcodes if is_one_postcode(postcode)}
    return unmet(postcode=partial - {None} <= served, postcode_inside=served <= partial)


@BOOK.requirement(
    "IM-070",
    PART_3,
    concerns="area",
    points={
        "one_postcode": "exactly one postcode of four digits in each row",
        "postcode_once": "each postcode only once",
    },
)
def rows_hold_one_postcode(postcodes: Sequence[str]) -> Findings:
    """Each row holds exactly one postcode, and no postcode stands in the list twice."""
    valid = [postcode.strip() for postcode in postcodes if is_one_postcode(postcode)]
    return unmet(one_postcode=len(valid) == len(postcodes), postcode_once=len(set(valid)) == len(valid))


def is_one_postcode(text: str) -> bool:
    """Whether a text is one Belgian postcode: four digits, the first not zero."""
    return ONE_POSTCODE.fullmatch(text.strip()) is not None


def province_of(postcode: str) -> Province | None:
    """The Flemish province of a postcode; None outside the five provinces.

    Raises ValueError for a text that is no number.
    """
    number = int(postcode)
    return next((province for first, last, province in POSTCODES if first <= number <= last), None)


def split_postcodes(text: str) -> tuple[str, ...]:
    """A pasted list as separate rows, each still to be checked (IM-070)."""
    return tuple(part for part in SEPARATORS.split(text) if part)
