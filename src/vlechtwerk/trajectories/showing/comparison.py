"""What would be different if something had happened as well: two assessments of one day beside each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vlechtwerk.rules.assessment import Assessment, Obligation, State
from vlechtwerk.texts import labels
from vlechtwerk.trajectories.showing.duties import is_numbered, obligation_label, reason_of
from vlechtwerk.trajectories.showing.possible import blocked
from vlechtwerk.trajectories.showing.summary import compensation
from vlechtwerk.trajectories.showing.words import event_label
from vlechtwerk.ui.environment import label, long_date
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.shapes import Blocked, Why

Key = tuple[str, str, int]


@dataclass(frozen=True)
class Change:
    """Something that would be different; `before` and `after` are empty where there is nothing on that side."""

    what: str
    before: str
    after: str
    why: Why | None = None


@dataclass(frozen=True)
class Comparison:
    """Everything that would be different, in the order in which it is shown. `refused` is why it could not happen."""

    refused: tuple[Blocked, ...]
    standing: tuple[Change, ...]
    owed: tuple[Change, ...]
    now_possible: tuple[str, ...]
    no_longer_possible: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be different."""
        return not (self.standing or self.owed or self.now_possible or self.no_longer_possible)


def compare(before: Assessment, after: Assessment) -> Comparison:
    """What is different in `after`: the same history with one event more, seen on the same day."""
    return Comparison(
        refused=blocked(after.refused),
        standing=tuple(one for one in _standing(before, after) if one.before != one.after),
        owed=tuple(_owed(before, after)),
        now_possible=_only_in(after.allowed, before.allowed),
        no_longer_possible=_only_in(before.allowed, after.allowed),
    )


def _standing(before: Assessment, after: Assessment) -> Iterator[Change]:
    """Status, flags, dates and compensation."""
    yield Change(_("status"), _status(before), _status(after))
    yield Change(_("to watch"), _flags(before), _flags(after))
    for name, found in after.dates.items():
        earlier = before.dates[name]
        yield Change(
            label("date", name),
            long_date(earlier[1].on) if earlier else "",
            long_date(found[1].on) if found else "",
            why(*found) if found else None,
        )
    paid = compensation(after)
    yield Change(paid.label, compensation(before).value, paid.value, paid.why)


def _status(assessment: Assessment) -> str:
    status = assessment.status
    if status.code is None or status.since is None:
        return ""
    reason = f" ({label('end_reason', status.reason)})" if status.reason else ""
    text = _("%(status)s since %(day)s")
    return text % {"status": label("status", status.code) + reason, "day": long_date(status.since)}


def _flags(assessment: Assessment) -> str:
    return ", ".join(label("flag", flag) for flag in assessment.flags)


def _owed(before: Assessment, after: Assessment) -> Iterator[Change]:
    """What is owed besides, by another date or no longer."""
    old, new = _by_key(before), _by_key(after)
    for key in (*new, *(key for key in old if key not in new)):
        then, now = old.get(key), new.get(key)
        texts = _state(then), _state(now)
        present, where = (now, after) if now else (then, before)
        if texts[0] != texts[1] and present:
            name = obligation_label(key[1], key[2], numbered=is_numbered(present, where))
            yield Change(name, *texts, reason_of(present))


def _by_key(assessment: Assessment) -> dict[Key, Obligation]:
    both = (*assessment.obligations, *assessment.signals)
    return {(one.rule.id, one.rule.what, one.due.number): one for one in both}


def _state(one: Obligation | None) -> str:
    """By when something is owed or when it was done; empty when it is not owed at all."""
    if one is None:
        return ""
    if one.due.done:
        return _("done on %(day)s") % {"day": long_date(one.due.done)}
    if one.state is State.LAPSED:
        return label("obligation_state", one.state.value)
    by = _("by %(day)s") % {"day": long_date(one.by)}
    return f"{by} ({label('obligation_state', one.state.value)})" if one.state is State.LATE else by


def _only_in(these: Iterable[str], those: Iterable[str]) -> tuple[str, ...]:
    without = set(those)
    return tuple(labels.sentence(event_label(name)) for name in these if name not in without)
