"""The half-year statement of a care partnership: when it is made, who decides, what comes later, and the key of the partners."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.activation.duties.payment import ALL_OF_IT, NOTHING, Claim, HalfYear, claim_amount, payment_run
from vlechtwerk.rules.calendar import ONE_DAY
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings
from vlechtwerk.rules.roles import Role


def first_day_of(run: HalfYear) -> date:
    """The first day of a half-year."""
    return date(run.year, 1 if run.half == 1 else 7, 1)


def last_day_of(run: HalfYear) -> date:
    """The last day of a half-year: 30 June or 31 December."""
    return first_day_of(next_run(run)) - ONE_DAY


def next_run(run: HalfYear) -> HalfYear:
    """The half-year after this one."""
    return HalfYear(run.year, 2) if run.half == 1 else HalfYear(run.year + 1, 1)


@dataclass(frozen=True, slots=True)
class Making:
    """Making the statement of a half-year on a day: by which role, and which half-years were decided or wait for it."""

    run: HalfYear
    on: date
    by: Role
    decided: frozenset[HalfYear] = frozenset()
    waiting: frozenset[HalfYear] = frozenset()


@BOOK.requirement(
    "AT-019",
    CARE_HANDBOOK.at("2.2; 7.1"),
    concerns="statement",
    points={
        "by_care_department": "prepared by the care department",
        "half_year_over": "a half-year that is over",
        "only_statement": "no other statement of this half-year",
        "in_order": "no statement of a later half-year before it",
        "nothing_waiting": "a decision about the statements that were prepared before",
    },
)
def statement_is_due(making: Making) -> Findings:
    """Twice a year a statement is made of the trajectories that ended, each half-year once and in order of time.

    That a half-year has to be over, and that an earlier statement does not wait, is a choice of this program: what changes
    afterwards comes as a correction in the next statement.
    """
    taken = making.decided | making.waiting
    return unmet(
        by_care_department=making.by is Role.CARE_DEPARTMENT,
        half_year_over=last_day_of(making.run) < making.on,
        only_statement=making.run not in taken,
        in_order=all(one <= making.run for one in taken),
        nothing_waiting=not making.waiting - {making.run},
    )


@dataclass(frozen=True, slots=True)
class Deciding:
    """Deciding about a prepared statement: by which role, and whether that is the person who prepared it."""

    by: Role
    is_preparer: bool
    amounts_known: bool


@BOOK.requirement(
    "AT-260",
    CARE_HANDBOOK.at("7.1; 1"),
    concerns="statement_decision",
    points={
        "of_care_department": "decided by the care department",
        "another_person": "another person than the one who prepared the statement",
        "amounts": "an amount for every line that gives one",
    },
)
def statement_is_decided_by_another(deciding: Deciding) -> Findings:
    """The care department pays the care partnerships; who decides about a statement is not who prepared it.

    The second pair of eyes is a choice of this program.
    """
    return unmet(
        of_care_department=deciding.by is Role.CARE_DEPARTMENT,
        another_person=not deciding.is_preparer,
        amounts=deciding.amounts_known,
    )


@BOOK.requirement(
    "AT-260",
    CARE_HANDBOOK.at("7.1; 1"),
    concerns="unit_amount",
    points={
        "entered_by_care_department": "entered by the care department",
        "legal_source": "the text in which the amount stands",
        "not_negative": "an amount of zero or more",
    },
)
def amount_has_a_source(by: Role, amount: Decimal | None, legal_source: str) -> Findings:
    """The care department funds the care partnerships, with an amount for each trajectory that stands in a text.

    No handbook names the amount, so none is built in. An amount that is withdrawn (None) needs a source too.
    """
    return unmet(
        entered_by_care_department=by is Role.CARE_DEPARTMENT,
        legal_source=legal_source,
        not_negative=amount is None or amount >= NOTHING,
    )


@BOOK.requirement(
    "AT-017",
    CARE_HANDBOOK.at("2.2"),
    concerns="distribution_key",
    points={
        "by_contact": "entered by the contact of the partnership",
        "partners": "at least one partner with a share",
        "hundred": "shares that make 100 percent together",
        "key_source": "where the partners wrote the key down",
    },
)
def key_divides_everything(by: Role, shares: Mapping[str, Decimal], source: str) -> Findings:
    """The partners divide the whole compensation by a key of their own, which is written down.

    The key is not in the handbook: it is kept for each partnership from a day on.
    """
    return unmet(
        by_contact=by is Role.CARE_PARTNERSHIP_CONTACT,
        partners=shares and all(share > NOTHING for share in shares.values()),
        hundred=sum(shares.values(), NOTHING) == ALL_OF_IT,
        key_source=source,
    )


class Entitled(NamedTuple):
    """What a trajectory gives on the last day of a half-year.

    `percent` is None while it runs; `ran_before` tells whether it still ran at the end of the half-year before.
    """

    ended_on: date | None
    percent: int | None
    ran_before: bool = False


class Claimed(NamedTuple):
    """What earlier statements held for a trajectory: the class of the last line, and the sum of all lines in euro."""

    percent: int
    amount: Decimal


class Change(NamedTuple):
    """The line that a statement has for a trajectory: its kind, the class from now on, and the signed amount in euro.

    The amount is None when nobody entered one for the day of the end.
    """

    kind: str
    percent: int
    amount: Decimal | None


REGULAR, LATE, CORRECTION = "regular", "late", "correction"


@BOOK.amount("AT-019", CARE_HANDBOOK.at("2.2"), what="statement_line")
def line_of(
    run: HalfYear, first: HalfYear, now: Entitled, claimed: Claimed | None, unit: Decimal | None
) -> Change | None:
    """Each completed trajectory stands in one statement; what changes later stands as a signed line in the next one.

    A trajectory that ended in an earlier half-year and was not known then comes late, unless it ended before the `first`
    half-year of which a statement was made.
    """
    due = amount_due(now, unit)
    if claimed is not None:
        return _correction(now, claimed, due)
    if now.percent is None or now.ended_on is None:
        return None
    if payment_run(now.ended_on) == run:
        return Change(REGULAR, now.percent, due)
    known_late = now.ran_before or payment_run(now.ended_on) >= first
    return Change(LATE, now.percent, due) if payment_run(now.ended_on) < run and known_late else None


def _correction(now: Entitled, claimed: Claimed, due: Decimal | None) -> Change | None:
    """The signed line that makes good what was claimed before; None when that is still right."""
    percent = now.percent or 0
    if percent == claimed.percent and due in (None, claimed.amount):
        return None
    return Change(CORRECTION, percent, None if due is None else due - claimed.amount)


def amount_due(now: Entitled, unit: Decimal | None) -> Decimal | None:
    """What a trajectory gives in euro; None when it gives something and nobody entered how much."""
    if not now.percent or now.ended_on is None:
        return NOTHING
    return None if unit is None else claim_amount(Claim("", now.ended_on, now.percent), unit)


def all_known(amounts: Collection[Decimal | None]) -> bool:
    """Whether every line has its amount."""
    return None not in amounts
