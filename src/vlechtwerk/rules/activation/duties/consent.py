"""Consent: discussed beforehand, for one thing, to named people, with an end, and taken back at once when the client says so."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import done_by, told, unmet
from vlechtwerk.rules.calendar import Term, months
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force, Points
from vlechtwerk.rules.roles import CASE_MANAGERS, Role

REVIEW_AFTER = months(6)


@dataclass(frozen=True)
class Consent:
    """The client's consent to share: what, why, in which words, with whom, discussed when, valid until (included).

    An empty `what` is the general consent at the start; `withdrawn_at` is the moment at which the client took it back.
    """

    what: str
    why: str
    wording: str
    recipients: frozenset[Role]
    discussed_on: date | None
    valid_until: date | None
    withdrawn_at: datetime | None = None


@dataclass(frozen=True)
class Withdrawal:
    """What followed when a consent was withdrawn: who was told, whether with the content, and whether the log was kept."""

    told_to: frozenset[Role]
    with_content: bool
    log_kept: bool


@dataclass(frozen=True)
class WithheldItem:
    """Something that is not shared: who decided so, why and when, and which users know that it exists."""

    author: str
    decided_by: Role | None
    reason: str
    withheld_on: date | None
    known_to: frozenset[str]


@dataclass(frozen=True)
class ClientRemark:
    """The client's own view of an entry: the words of the client, what readers see of them, and the mark of a dispute."""

    words: str
    shown: str | None
    disputed: bool = False
    marked: bool = False


@dataclass(frozen=True)
class Entry:
    """Something that was written: when it happened, when it was written, since when it is no longer current."""

    happened_on: date | None
    written_on: date | None
    outdated_on: date | None = None


@BOOK.requirement(
    "AT-247",
    CARE_HANDBOOK.at("6.2"),
    concerns="consent",
    force=Force.SHOULD,
    points={
        "decided_by": "who decided not to share: the client or the author",
        "reason": "the reason",
        "date": "the date",
        "unseen": "nobody but the author knows that something is withheld",
    },
)
def withheld_item_stays_unseen(item: WithheldItem) -> Findings:
    """Client or professional may withhold something, and no reader can see that anything is withheld."""
    deciders = {Role.CLIENT, Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER, Role.WORK_CASE_MANAGER, Role.WORK_PROVIDER}
    return unmet(
        decided_by=item.decided_by in deciders,
        reason=told(item.reason),
        date=item.withheld_on is not None,
        unseen=item.known_to <= {item.author},
    )


@BOOK.requirement(
    "AT-248",
    CARE_HANDBOOK.at("6.2"),
    concerns="consent",
    points={"not_withdrawn": "a consent that was not withdrawn"},
)
def withdrawn_consent_ends_reading(consent: Consent, read_at: datetime) -> Findings:
    """From the moment at which the client withdraws consent, what it covered is no longer shared.

    The handbook raises withdrawal as a dilemma; that it works at once follows from consent as the base of sharing.
    """
    return unmet(not_withdrawn=consent.withdrawn_at is None or read_at < consent.withdrawn_at)


@BOOK.requirement(
    "AT-248",
    CARE_HANDBOOK.at("6.2"),
    concerns="consent",
    points={
        "work_case_manager": "told to the work case manager",
        "care_case_manager": "told to the care case manager",
        "no_content": "a signal without the content",
        "log": "a log that keeps what was shared before",
    },
)
def withdrawal_is_told_without_content(withdrawal: Withdrawal) -> Findings:
    """When consent is withdrawn, both case managers hear it without the content, and what was shared before stays in the log."""
    return unmet(
        work_case_manager=Role.WORK_CASE_MANAGER in withdrawal.told_to,
        care_case_manager=Role.CARE_CASE_MANAGER in withdrawal.told_to,
        no_content=not withdrawal.with_content,
        log=withdrawal.log_kept,
    )


@BOOK.requirement(
    "AT-249",
    CARE_HANDBOOK.at("6.2"),
    concerns="consent",
    force=Force.SHOULD,
    points={
        "shown": "shown wherever the entry is shown",
        "unchanged": "in the client's own words",
        "mark": "a mark on an entry in dispute",
    },
)
def client_remark_stands_beside_the_entry(remark: ClientRemark) -> Findings:
    """When client and professional see or word something differently, both views stand side by side."""
    return unmet(
        shown=remark.shown is not None,
        unchanged=remark.shown in (None, remark.words),
        mark=remark.marked or not remark.disputed,
    )


@BOOK.requirement(
    "AT-253",
    CARE_HANDBOOK.at("6.3"),
    concerns="consent",
    points={
        "what": "what is told",
        "why": "why",
        "wording": "how it is worded",
        "recipients": "who receives it",
        "discussed": "a talk with the client, before it is shared",
    },
)
def sharing_is_discussed_beforehand(consent: Consent, shared_on: date) -> Findings:
    """Before anything is shared, client and professional discuss what, why, in which words, and to whom."""
    return unmet(
        what=told(consent.what),
        why=told(consent.why),
        wording=told(consent.wording),
        recipients=bool(consent.recipients),
        discussed=done_by(consent.discussed_on, shared_on),
    )


@BOOK.requirement(
    "AT-254",
    CARE_HANDBOOK.at("6.3"),
    concerns="consent",
    points={
        "specific": "a consent for this item or kind of information",
        "end": "an end or a date on which it is reviewed",
        "valid": "a day on which the consent still holds",
    },
)
def consent_is_no_blank_cheque(consent: Consent, item: str, shared_on: date) -> Findings:
    """A general consent at the start never covers what is shared later, and no consent is without end."""
    end = consent.valid_until
    return unmet(
        specific=told(consent.what) and consent.what == item, end=end is not None, valid=end is None or shared_on <= end
    )


def proposed_end(discussed_on: date, period: Term = REVIEW_AFTER) -> date:
    """The day on which a consent is reviewed unless another is chosen: six months after the talk, which is a proposal."""
    return period.after(discussed_on)


@BOOK.checklist("AT-255", CARE_HANDBOOK.at("6.3"), concerns="explanation")
def explanation() -> Points:
    """To a client who does not know who writes what and why, or who resists, everything is explained again."""
    return {
        "information": "which information",
        "how": "in which words and where",
        "why": "why",
        "with_whom": "with whom",
        "network": "who belongs to the network",
        "procedure": "how the trajectory goes",
        "end_goal": "what it is for in the end",
        "own_role": "the own role",
        "date": "the date of the explanation",
    }


TOPICS = tuple(code for code in explanation.points if code != "date")
"""What can be explained."""


@BOOK.requirement(
    "AT-255",
    CARE_HANDBOOK.at("6.3"),
    concerns="explanation_log",
    points={"explained": "what was explained", "case_manager": "by a case manager", "date": "the day on which it was"},
)
def explanation_is_logged(explained: Collection[str], by: Role, on: date | None) -> Findings:
    """Of each explanation the participant can read what was explained, when, and by whom.

    `explained` holds codes of `explanation`; one talk need not hold them all.
    """
    known = bool(explained) and set(explained) <= set(TOPICS)
    return unmet(explained=known, case_manager=by in CASE_MANAGERS, date=on is not None)


def not_explained_yet(talks: Iterable[Collection[str]]) -> tuple[str, ...]:
    """What no talk explained so far, in the order of the checklist."""
    heard = {code for explained in talks for code in explained}
    return tuple(code for code in TOPICS if code not in heard)


@BOOK.checklist("AT-255", CARE_HANDBOOK.at("6.3"), concerns="client_view")
def client_view() -> Points:
    """The client sees in plain language what happens with the own information."""
    return {
        "who_can_see": "who can see what now",
        "who_looked": "who looked and when",
        "roles": "what each role does",
        "end_goal": "what it is for in the end",
    }


@BOOK.requirement(
    "AT-257",
    CARE_HANDBOOK.at("6.3"),
    concerns="entry",
    points={
        "happened_on": "the day on which it happened",
        "written_on": "the day on which it was written",
        "order": "written, and no longer current, on the day itself or later",
    },
)
def entry_is_dated(entry: Entry) -> Findings:
    """Everything that is written carries its date, so that it can be judged later what is still current."""
    happened, written, outdated = entry.happened_on, entry.written_on, entry.outdated_on
    order = happened is None or all(day is None or day >= happened for day in (written, outdated))
    return unmet(happened_on=happened is not None, written_on=written is not None, order=order)


@BOOK.requirement(
    "AT-259",
    CARE_HANDBOOK.at("6.3"),
    concerns="consent",
    force=Force.SHOULD,
    points={"client": "the client was there", "recipient": "the recipient was there"},
)
def recipient_joins_the_talk(present: frozenset[Role], recipient: Role) -> Findings:
    """A talk of the client with those who receive the information lets problems and resistance surface sooner."""
    return unmet(client=Role.CLIENT in present, recipient=recipient in present)
