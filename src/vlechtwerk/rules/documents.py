"""The source documents of the rules, with their edition."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """A handbook, form or decree that rules come from.

    `short` is the name with the edition as it is shown beside a rule; `published_on` is the day of publication when known.
    """

    short: str
    title: str
    publisher: str
    published_on: date | None = None

    def at(self, section: str) -> "Source":
        """A place in this document."""
        return Source(self, section)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from: a document and the section in it."""

    document: Document
    section: str


CARE_HANDBOOK = Document(
    short="Draaiboek casemanagers zorg (2023)",
    title="Draaiboek casemanagers zorg binnen de activeringstrajecten",
    publisher="SAM, steunpunt Mens en Samenleving",
    published_on=date(2023, 10, 5),
)

WORK_CARE_DECREE = Document(
    short="Decreet werk- en zorgtrajecten (2022)",
    title="Decreet van 8 juli 2022 over de werk- en zorgtrajecten",
    publisher="Vlaamse overheid",
)

TAILORED_WORK_PAGES = Document(
    short="Individueel maatwerk: begeleiding op de werkvloer",
    title="Individueel maatwerk: begeleiding op de werkvloer en erkenning als externe dienstverlener",
    publisher="Departement Werk en Sociale Economie",
)
