"""The words of terms, decisions and holds, as officers and clients read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from vlechtwerk.retention.facts import Term, terms
from vlechtwerk.retention.models import Because, Given, HeldFor

GIVEN: Mapping[str, Any] = {
    Given.CONFIRMED: _("destroy it: it cannot be undone"),
    Given.REJECTED: _("do not destroy it yet"),
}
HELD_FOR: Mapping[str, Any] = {
    HeldFor.PROCEEDINGS: _("a case before a court is running"),
    HeldFor.CLAIM: _("somebody can still claim something"),
    HeldFor.INSPECTION: _("an inspection or a supervisory authority asks for it"),
    HeldFor.ASKED_BY_CLIENT: _("the participant asks to keep it"),
}
BECAUSE: Mapping[str, Any] = {
    Because.TERM: _("the term of the data of the trajectory is over"),
    Because.PAPER_PLAN: _("the term of the plan that was signed on paper is over"),
    Because.REQUEST: _("the participant asked to be erased, and it was granted"),
}
ITEMS: Mapping[str, Any] = {
    "note": _("notes"),
    "document": _("documents"),
    "goal": _("goals"),
    "finding": _("findings about functioning"),
    "explanation": _("explanations"),
}
SOURCES: Mapping[str, Any] = {
    "Decree of 8 July 2022, article 25": _("Decree of 8 July 2022, article 25"),
    "Choice of this program": _("Choice of this program"),
}


def source_of(text: str) -> str:
    """A source in the language of the reader; what a region wrote stays as it wrote it."""
    return str(SOURCES.get(text, text))


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that is kept: until when and why, and the term with its source. `until` is empty when no source tells it."""

    what: Any
    why: Any
    term: Term
    until: Any = ""

    @property
    def source(self) -> str:
        """Where the term stands."""
        return source_of(self.term.source)


def _kept(kept_as: str, what: Any, why: Any, until: Any = "") -> Kept:
    return Kept(what, why, terms()[kept_as], until)


KEPT: tuple[Kept, ...] = (
    _kept(
        "trajectory",
        _("The data of your trajectory: what happened, and what is written about you"),
        _("So that it can be shown later what was done, and so that everybody can claim what he has a right to."),
        _("At most ten years after nobody can claim anything any more and every case before a court is over."),
    ),
    _kept(
        "care_own",
        _("What a care organisation writes down for itself about you"),
        _("So that the people who help you in care know what was said."),
        _(
            "As long as the data of your trajectory at most. The care organisation may have rules of its own: ask for them."
        ),
    ),
    _kept(
        "paper_plan",
        _("A plan that was signed on paper"),
        _("It shows what you and your team agreed."),
        _("At least ten years after the assignment was finished."),
    ),
    _kept(
        "digital_plan",
        _("A plan that everybody signed digitally"),
        _("It shows what you and your team agreed. No copy on paper is needed."),
        _("As long as the confidential file."),
    ),
    _kept(
        "record",
        _("The list of who looked at your file"),
        _("So that you can see who looked, and so that wrong looking is found."),
    ),
    _kept(
        "esf_proof",
        _("Proof for the European money that pays the trajectory"),
        _("The one who pays may check that the trajectory took place."),
    ),
    _kept(
        "account",
        _("Your account on this site"),
        _("So that you can look at your own file."),
        _("Until you close it yourself, or until your file is destroyed."),
    ),
)
"""What this program keeps about a client, in the order in which she reads it."""
