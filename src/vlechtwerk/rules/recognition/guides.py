"""The guides in part 2 of the application: the list of recognised trainings and what each row needs."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from vlechtwerk.rules.kernel import Findings, unmet
from vlechtwerk.rules.recognition.book import BOOK, PART_2


class Training(NamedTuple):
    """A recognised training: its number on the form and its name there. Older and newer forms of a study stay apart."""

    code: str
    name: str


TRAININGS: tuple[Training, ...] = (
    Training("01", "Bachelor sociaal werk"),
    Training("02", "Bachelor ergotherapie"),
    Training("03", "Bachelor orthopedagogie"),
    Training("04", "Bachelor sociale readaptatiewetenschappen"),
    Training("05", "Bachelor sociale verpleegkunde"),
    Training("06", "Bachelor gezinswetenschappen"),
    Training("07", "Bachelor toegepaste psychologie"),
    Training("08", "Master pedagogische Wetenschappen"),
    Training("09", "Master psychologie"),
    Training("10", "Bachelor-na-bachelor sociale gezondheidszorg"),
    Training("11", "HBO – Begeleider sociale economie"),
    Training("12", "HBO – Agogische bijscholing orthopedagogie"),
    Training("13", "HBO – Orthopedagogie"),
    Training("14", "HBO – Maatschappelijke werk"),
    Training("15", "HBO – Sociaal – cultureel werk"),
    Training("16", "Graduaatsopleiding - Orthopedagogie"),
    Training("17", "Graduaatsopleiding - Maatschappelijk werk"),
    Training("18", "Graduaatsopleiding - Sociaal - cultureel werk"),
    Training("19", "Bachelor in het milieu- en preventiemanagement"),
    Training("20", "Certified disability management professional – RIZIV"),
    Training("21", "Postgraduaat Supported employment – ArteveldeHogeschool"),
    Training("22", "Creditbewijs bijscholing supported employment – ArteveldeHogeschool"),
    Training("23", "Basis cursus begeleider op de werkvloer VONST"),
    Training("24", "Basis cursus voor monitoren/begeleiders Groep Maatwerk"),
)
"""The closed list that was in force when the procedure opened on 23 November 2022, in the order and spelling of the form."""

CODES = frozenset(training.code for training in TRAININGS)


class Qualification(StrEnum):
    """How a guide qualifies: by a recognised training or by two years of relevant experience."""

    RECOGNISED_TRAINING = "recognised_training"
    EXPERIENCE_2_YEARS = "experience_2_years"


@dataclass(frozen=True, slots=True)
class Guide:
    """One row of the table of guides; `training` is the code of a recognised training."""

    surname: str = ""
    first_name: str = ""
    qualification: Qualification | None = None
    training: str | None = None


@BOOK.requirement(
    "IM-064",
    PART_2,
    concerns="guide",
    points={"surname": "the surname", "first_name": "the first name", "qualification": "the qualification"},
)
def guide_row_is_complete(guide: Guide) -> Findings:
    """Of each guide the surname, the first name and the qualification are told."""
    return unmet(
        surname=bool(guide.surname.strip()),
        first_name=bool(guide.first_name.strip()),
        qualification=guide.qualification is not None,
    )


@BOOK.requirement(
    "IM-065", PART_2, concerns="guide", points={"training": "the recognised training, chosen from the list"}
)
def training_is_chosen(guide: Guide) -> Findings:
    """A guide who qualifies by a recognised training has that training chosen from the list.

    The form shows the training without a mandatory mark; it is only asked with this qualification.
    """
    needs_training = guide.qualification is Qualification.RECOGNISED_TRAINING
    return ("training",) if needs_training and not guide.training else ()


@BOOK.requirement(
    "IM-066", PART_2, concerns="guide", points={"listed": "a training of the list of twenty-four recognised trainings"}
)
def training_is_on_the_list(guide: Guide) -> Findings:
    """A recognised training is one of the twenty-four of the list; another training leads to the way of experience."""
    return ("listed",) if guide.training and guide.training not in CODES else ()


def tidied(guide: Guide) -> Guide:
    """The row as it is kept: with experience as qualification no training is kept (IM-065)."""
    if guide.qualification is Qualification.EXPERIENCE_2_YEARS:
        return replace(guide, training=None)
    return guide


def counts(guide: Guide) -> bool:
    """Whether a row counts as a guide of the application."""
    return not (guide_row_is_complete(guide) or training_is_chosen(guide) or training_is_on_the_list(guide))
