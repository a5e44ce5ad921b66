"""How long what is kept and why: terms with the text of law or handbook in which they stand.

A term that no source of this program tells is empty; then the page says that it is not decided yet.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

DECREE = _("Decree of 8 July 2022, article 25")
DECREE_AT = "https://www.ejustice.just.fgov.be/eli/decret/2022/07/08/2022032865/justel"
HANDBOOK = "Draaiboek casemanagers zorg, oktober 2023"


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that is kept: until when and why, where that stands, and from which day that text is.

    `until` is empty when no source was found. `address` is where the text can be read.
    """

    what: Any
    why: Any
    until: Any = ""
    source: Any = ""
    since: date | None = None
    address: str = ""


TERMS: tuple[Kept, ...] = (
    Kept(
        what=_("The data of your trajectory: what happened, and what is written about you"),
        why=_("So that it can be shown later what was done, and so that everybody can claim what he has a right to."),
        until=_("At most ten years after nobody can claim anything any more and every case before a court is over."),
        source=DECREE,
        since=date(2022, 7, 8),
        address=DECREE_AT,
    ),
    Kept(
        what=_("A plan that was signed on paper"),
        why=_("It shows what you and your team agreed."),
        until=_("At least ten years after the assignment was finished."),
        source=f"{HANDBOOK}, 3.2.2 / 3.4",
        since=date(2023, 10, 1),
    ),
    Kept(
        what=_("A plan that everybody signed digitally"),
        why=_("It shows what you and your team agreed. No copy on paper is needed."),
        until=_("As long as the confidential file."),
        source=f"{HANDBOOK}, 3.2.2",
        since=date(2023, 10, 1),
    ),
    Kept(
        what=_("The list of who looked at your file"),
        why=_("So that you can see who looked, and so that wrong looking is found."),
    ),
    Kept(
        what=_("Proof for the European money that pays the trajectory"),
        why=_("The one who pays may check that the trajectory took place."),
    ),
    Kept(
        what=_("Your account on this site"),
        why=_("So that you can look at your own file."),
        until=_("Until you close it yourself, or until your file is destroyed."),
        source=_("Choice of this program"),
        since=date(2026, 11, 22),
    ),
)
