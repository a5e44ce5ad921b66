"""A procedure that no handbook knows, small enough to see what the kernel does: a book is lent and comes back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from vlechtwerk.rules.assessment import Assessment, Procedure, Status, assess
from vlechtwerk.rules.calendar import Reckoning, Term, calendar_days, months, since
from vlechtwerk.rules.documents import Document
from vlechtwerk.rules.kernel import CaseFacts, Due, Event, Rulebook, Shortfall, Verdict
from vlechtwerk.rules.roles import Role

LIBRARY = Document("Library rules", "The rules of the library", "The library", date(2026, 1, 1))
LAST_DAY_OF_28 = date(2026, 6, 30)
FIRST_DAY_OF_21 = date(2026, 7, 1)


@dataclass(frozen=True)
class Lent(Event):
    """The book left the library."""

    card: bool = True
    copies: int = 1


@dataclass(frozen=True)
class Returned(Event):
    """The book came back."""


@dataclass(frozen=True)
class Closed(Event):
    """The library closed the loan, whether the book came back or not."""


@dataclass(frozen=True)
class LoanFacts(CaseFacts):
    """What is known of a loan."""

    settings: object
    lent_on: date | None = None
    returned_on: date | None = None
    closed_on: date | None = None
    seen: tuple[str, ...] = ()


def fold(loan: LoanFacts, event: Event) -> LoanFacts:
    """The facts after an event; `seen` remembers the order in which events were folded."""
    name = type(event).__name__
    return loan.with_(**{f"{name.lower()}_on": event.on, "seen": (*loan.seen, name)})


def lending_rules() -> Rulebook:
    """The rules of a library that shortened its loans from 28 to 21 days on 1 July 2026."""
    book = Rulebook("loan")
    _register_deadlines(book)
    _register_gates(book)
    book.automatic("LIB-020", LIBRARY.at("5"), what="owned_from")(owned_from)
    return book


def _register_deadlines(book: Rulebook) -> None:
    for term, dates in (
        (calendar_days(28), {"valid_until": LAST_DAY_OF_28}),
        (calendar_days(21), {"valid_from": FIRST_DAY_OF_21}),
    ):
        book.deadline("LIB-001", LIBRARY.at("1"), what="return", owner=Role.CLIENT, **dates)(_returned_within(term))
    book.deadline("LIB-003", LIBRARY.at("3"), what="reminder", owner=Role.SYSTEM, signal=True)(reminder)
    book.deadline("LIB-004", LIBRARY.at("4"), what="fine", owner=Role.CLIENT, outlives=True)(fine)


def _register_gates(book: Rulebook) -> None:
    book.gate("LIB-012", LIBRARY.at("2"), refuses=Lent)(card_is_shown)
    book.gate("LIB-011", LIBRARY.at("2"), refuses=Lent)(at_most_three)
    book.gate("LIB-010", LIBRARY.at("2"), refuses=(Returned, Closed), prerequisite=True)(book_is_lent)
    book.gate("LIB-013", LIBRARY.at("2"), refuses=Returned, prerequisite=True)(loan_is_not_closed)
    book.gate("LIB-014", LIBRARY.at("2"), refuses=Returned, valid_from=FIRST_DAY_OF_21)(not_on_sunday)
    book.gate("LIB-015", LIBRARY.at("2"), refuses=Returned)(not_on_new_years_day)


def _returned_within(term: Term) -> Callable[[LoanFacts], Due | None]:
    def return_in_time(loan: LoanFacts) -> Due | None:
        """A book comes back in time."""
        return Due(since("lent", loan.lent_on).plus(term), done=loan.returned_on) if loan.lent_on else None

    return return_in_time


def reminder(loan: LoanFacts) -> Due | None:
    """A week before the loan ends the library reminds the reader."""
    if loan.lent_on is None:
        return None
    by = since("lent", loan.lent_on).plus(calendar_days(21))
    return Due(by, opens=by.plus(calendar_days(-7)).on, lapses=loan.returned_on)


def fine(loan: LoanFacts) -> tuple[Due, ...]:
    """Who brings a book back late pays two instalments, also when the loan is closed."""
    if loan.lent_on is None:
        return ()
    late = since("lent", loan.lent_on).plus(calendar_days(29))
    return (Due(late, opens=late.on, number=2), Due(late, opens=late.on, number=1))


def owned_from(loan: LoanFacts) -> Reckoning | None:
    """Who keeps a book for a year owns it."""
    return since("lent", loan.lent_on).plus(months(12)) if loan.lent_on else None


def card_is_shown(loan: LoanFacts, event: Lent) -> Verdict:
    """Who borrows shows a card."""
    return event.card


def at_most_three(loan: LoanFacts, event: Lent) -> Verdict:
    """Nobody takes more than three copies."""
    return True if event.copies <= 3 else Shortfall(missing=("fewer_copies",))


def book_is_lent(loan: LoanFacts, event: Event) -> Verdict:
    """Only what was lent can come back."""
    return loan.lent_on is not None


def loan_is_not_closed(loan: LoanFacts, event: Event) -> Verdict:
    """A closed loan stays closed."""
    return loan.closed_on is None


def not_on_sunday(loan: LoanFacts, event: Event) -> Verdict:
    """Nothing comes back on a Sunday."""
    return event.on.weekday() != 6


def not_on_new_years_day(loan: LoanFacts, event: Event) -> Verdict:
    """Nothing comes back on the first of January."""
    return (event.on.month, event.on.day) != (1, 1)


def _status_on(loan: LoanFacts, day: date) -> Status:
    return Status("lent", loan.lent_on) if loan.lent_on else Status()


def _forms(loan: LoanFacts, kind: type[Event], on: date) -> tuple[Event, ...]:
    if kind is not Lent:
        return (kind(on),)
    worst = Lent(on, card=False, copies=9)
    return (worst, Lent(on, card=False), Lent(on, copies=9), worst)


LOAN: Procedure[LoanFacts] = Procedure(
    name="loan",
    book=lending_rules(),
    events={"lent": Lent, "returned": Returned, "closed": Closed},
    settings=object,
    begin=LoanFacts,
    fold=fold,
    status_on=_status_on,
    over_on=lambda loan: loan.closed_on,
    flags_on=lambda loan, day: (),
    candidates=_forms,
    milestones=("owned_from",),
    extra_on=lambda loan, day: {"copies": 1},
    unsupported=lambda events: None,
)


def on(day: date, *events: Event) -> Assessment:
    """The assessment of a loan on a day."""
    return assess(LOAN, events, day)
