"""What professionals keep to themselves, and how doubts and bottlenecks are discussed without naming the client."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import told, unmet
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force, Points


class Level(StrEnum):
    """Where a bottleneck needs a solution: in the case, in the cooperation agreements, in policy."""

    MICRO = "micro"
    MESO = "meso"
    MACRO = "macro"


@dataclass(frozen=True)
class Signal:
    """A structural bottleneck that somebody reports."""

    subject: str
    level: Level | None
    text: str


def names_one_of(text: str, identifiers: Collection[str]) -> bool:
    """Whether a text holds one of the names, references or dates that would give a person away."""
    plain = text.casefold()
    return any(identifier.casefold() in plain for identifier in identifiers if identifier)


@BOOK.checklist("AT-245", CARE_HANDBOOK.at("6.2"), concerns="writing", force=Force.SHOULD)
def questions_before_writing() -> Points:
    """Before writing, the professional translates what is known into what matters for work, and writes only that."""
    return {
        "relevance": "what of the guidance matters for work",
        "functioning": "how it is worded as functioning at a workplace",
        "advice": "what supports the final advice",
    }


@BOOK.requirement(
    "AT-245",
    CARE_HANDBOOK.at("6.2"),
    concerns="working_note",
    force=Force.SHOULD,
    points={"author": "read by its author"},
)
def working_note_stays_with_its_author(author: str, reader: str) -> Findings:
    """An own working note is no part of the shared file: only its author reads it."""
    return unmet(author=reader == author)


@BOOK.requirement(
    "AT-250",
    CARE_HANDBOOK.at("6.2"),
    concerns="working_note",
    force=Force.SHOULD,
    points={
        "author": "read and deleted by its author",
        "unlisted": "absent from the search results, exports and lists of others",
    },
)
def dilemma_is_no_fact(author: str, actor: str, *, listed_for: Collection[str] = ()) -> Findings:
    """A suspicion or dilemma belongs to the relation of trust: it is talked about, and never passed on as a fact.

    `listed_for` are the users who find the note in a search, an export or a list.
    """
    return unmet(author=actor == author, unlisted=all(user == author for user in listed_for))


@BOOK.requirement(
    "AT-252",
    CARE_HANDBOOK.at("6.2"),
    concerns="signal",
    force=Force.SHOULD,
    points={
        "subject": "the subject",
        "level": "the level: case, cooperation or policy",
        "no_client": "nothing that points to a client",
    },
)
def bottleneck_is_signalled(signal: Signal, *, identifiers: Collection[str]) -> Findings:
    """A bottleneck that needs an agreement or a policy is signalled, without anything about a client.

    `identifiers` are the names and references of the clients that the sender knows.
    """
    return unmet(
        subject=told(signal.subject),
        level=signal.level is not None,
        no_client=not names_one_of(f"{signal.subject}\n{signal.text}", identifiers),
    )


@BOOK.requirement(
    "AT-258",
    CARE_HANDBOOK.at("6.3"),
    concerns="team_discussion",
    force=Force.SHOULD,
    points={
        "anonymous": "no name, reference or date of the client",
        "logged": "a line in the log",
    },
)
def doubt_is_discussed_anonymously(extract: str, *, identifiers: Collection[str], logged: bool) -> Findings:
    """At the slightest doubt about sharing, the professional asks the own team for advice, without naming the client."""
    return unmet(anonymous=not names_one_of(extract, identifiers), logged=logged)
