"""Say in sentences how a date was counted and why an event is not possible, for the command line and the pages alike."""

from __future__ import annotations

from types import MappingProxyType

from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.calendar import Reckoning, Step, Term, Unit
from vlechtwerk.rules.kernel import Points, Shortfall
from vlechtwerk.texts import labels
from vlechtwerk.texts.labels import Kind
from vlechtwerk.texts.translation import Translator

# What can be missing: somebody who should agree, sign or be present, something that should have happened, or a part of it.
_MISSING = (Kind.ROLE, Kind.EVENT, Kind.ATTRIBUTE, Kind.CONDITION)
# The gates of events have no points of their own.
NO_POINTS: Points = MappingProxyType({})


def steps(reckoning: Reckoning, _: Translator) -> tuple[str, ...]:
    """Return the steps of a computation: "Referral: 2 February 2026", "plus 28 calendar days: 2 March 2026"."""
    return tuple(_step(step, _) for step in reckoning.steps)


def term(length: Term, _: Translator) -> str:
    """Return a length of time in words: "28 calendar days", "1 month"."""
    count = abs(length.count)
    match length.unit:
        case Unit.CALENDAR_DAYS:
            text = _.plural("%(num)s calendar day", "%(num)s calendar days", count)
        case Unit.WEEKS:
            text = _.plural("%(num)s week", "%(num)s weeks", count)
        case Unit.MONTHS:
            text = _.plural("%(num)s month", "%(num)s months", count)
        case Unit.YEARS:
            text = _.plural("%(num)s year", "%(num)s years", count)
        case Unit.WORKING_DAYS:
            text = _.plural("%(num)s working day", "%(num)s working days", count)
    return text % {"num": count}


def shortfall(found: Shortfall, _: Translator, points: Points = NO_POINTS) -> str:
    """Return what a rule misses beyond its norm, in the words of its points; an empty text when the norm says it all."""
    if found.possible_from is not None:
        return _("Possible from %(day)s.") % {"day": _.date(found.possible_from)}
    if found.possible_until is not None:
        return _("Possible until %(day)s.") % {"day": _.date(found.possible_until)}
    if found.missing:
        names = (_(points.get(code) or labels.label_of_any(code, *_MISSING)) for code in found.missing)
        return _("Missing: %(names)s.") % {"names": ", ".join(names)}
    return ""


def reason(found: Reason, _: Translator) -> str:
    """Return why an event is not possible: the norm, then what is missing or from when it is possible."""
    return " ".join(part for part in (_(found.rule.norm), shortfall(found.shortfall, _, found.rule.points)) if part)


def _step(step: Step, _: Translator) -> str:
    """Return one step: the fact it starts from, or what was added to the date before it."""
    if step.term is None:
        fact = _(labels.label_of_any(step.fact or "", Kind.FACT, Kind.EVENT))
        return f"{labels.sentence(fact)}: {_.date(step.on)}"
    pattern = _("plus %(term)s: %(day)s") if step.term.count >= 0 else _("minus %(term)s: %(day)s")
    return pattern % {"term": term(step.term, _), "day": _.date(step.on)}
