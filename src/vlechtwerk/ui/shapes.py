"""What the components show: plain, typed and already translated, so that a template only lays it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Why:
    """The answer to "Why?": the norm in one sentence, where it stands, and how a date was counted.

    ``force`` is must, should or may. ``steps`` are the steps of the computation, one sentence each.
    """

    norm: str
    rule: str
    document: str
    section: str
    edition: str = ""
    force: str = "must"
    steps: Sequence[str] = ()


@dataclass(frozen=True)
class Action:
    """Something the visitor can do now."""

    label: str
    url: str
    hint: str = ""
    primary: bool = False


@dataclass(frozen=True)
class Due:
    """Something that is owed. ``days_left`` counts calendar days from today to ``by``; negative when late.

    ``action`` is what the visitor can do about it now.
    """

    what: str
    owner: str
    by: date
    state: str
    days_left: int = 0
    done: date | None = None
    why: Why | None = None
    mine: bool = False
    action: Action | None = None


@dataclass(frozen=True)
class Moment:
    """One line of the timeline of a case. ``kind`` is event, refused, automatic or future.

    ``note`` tells who recorded it; ``action`` is what the visitor can do about it; ``beside`` is the client's own side of it.
    """

    on: date
    title: str
    detail: str = ""
    kind: str = "event"
    why: Why | None = None
    note: str = ""
    action: Action | None = None
    beside: Sequence[str] = ()


@dataclass(frozen=True)
class Reason:
    """What a rule has to say in one sentence, most often why something is not possible, with the rule under "Why?"."""

    text: str
    why: Why | None = None


@dataclass(frozen=True)
class Blocked:
    """Something that is not possible now, with every reason. `all` names everything when the label names only the first ones."""

    label: str
    reasons: Sequence[Reason]
    all: Sequence[str] = ()


@dataclass(frozen=True)
class Fact:
    """A labelled value, optionally with the answer to "Why?". `meaning` explains the word that is its label."""

    label: str
    value: str
    why: Why | None = None
    meaning: str = ""


@dataclass(frozen=True)
class Summary:
    """One case in one line: who, which number, where it stands, how far, what is due first, and the few facts that matter."""

    title: str
    reference: str
    status: str
    since: date | None = None
    facts: Sequence[Fact] = ()
    flags: Sequence[str] = ()
    progress: Progress | None = None
    first: Due | None = None


@dataclass(frozen=True)
class Progress:
    """How far a trajectory is, in full months since its start. ``marks`` are months with something to notice."""

    month: int
    total: int
    marks: Sequence[int] = ()


@dataclass(frozen=True)
class Choice:
    """One option of a select, a radio group or checkboxes."""

    value: str
    label: str
    id: str = ""
    chosen: bool = False


@dataclass(frozen=True)
class Field:
    """A form field as the components draw it. ``kind`` names the way of entering the value.

    ``accept`` tells a browser which files to offer.
    """

    kind: str
    name: str
    id: str
    label: str
    value: str = ""
    hint: str = ""
    errors: Sequence[str] = ()
    required: bool = True
    choices: Sequence[Choice] = ()
    autocomplete: str = ""
    accept: str = ""

    @property
    def target(self) -> str:
        """The id that a link from the error summary leads to: the field, or the first option of a group."""
        return self.choices[0].id if self.kind in {"radios", "checkboxes"} and self.choices else self.id


@dataclass(frozen=True)
class FormError:
    """One line of the error summary; ``target`` is the id of the field, empty when it concerns the whole form."""

    text: str
    target: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table; ``numeric`` columns align right."""

    label: str
    numeric: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell of a table: text, or a link when it has an address. ``tone`` is late, soft or empty."""

    text: str
    url: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Pager:
    """Where the visitor is in a long list. Addresses are empty at its ends."""

    text: str
    previous_url: str = ""
    next_url: str = ""


@dataclass(frozen=True)
class Unfinished:
    """A form that is kept while somebody types in it. `token` proves on which page and for whom it was drawn.

    `since` is the moment of what stands in it from before, `id` what that is called, and both are empty when there is nothing.
    `others` lead to other unfinished forms of the same kind.
    """

    token: str
    since: str = ""
    id: str = ""
    others: tuple[Cell, ...] = ()
