"""One trajectory in one line: who, which status since when, how far, and the dates that matter."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vlechtwerk.history.models import Case
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.compensation import Compensation
from vlechtwerk.rules.activation.duties.outcome import both_lengths_are_shown
from vlechtwerk.rules.activation.milestones import MAXIMUM, MINIMUM
from vlechtwerk.rules.assessment import Assessment
from vlechtwerk.rules.calendar import months_and_days
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.texts.labels import sentence
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.trajectories.showing.words import role_label
from vlechtwerk.ui.environment import label, long_date, meaning
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.shapes import Due, Fact, Progress, Summary

OVER = ("ended", "cancelled")
SEE_REFERENCE = CASE_MANAGERS | {Role.TRUSTED_ADVISOR}
"""Who finds the file at VDAB by its reference."""
EXPLAINED_BY = {"minimum_reached": "final_advice", "maximum_reached": "extension", "closing_from": "closing"}
"""The word of the glossary that explains a date."""


def reference(case: Case) -> str:
    """A short name for a case that tells nothing about the person."""
    return case.reference


def summary(found: Trajectory, assessment: Assessment, first: Due | None = None) -> Summary:
    """The trajectory on the day of the assessment, with what is due first."""
    return Summary(
        title=str(found.case.file.person),
        reference=reference(found.case),
        status=assessment.status.code or "initiated",
        since=assessment.status.since,
        facts=(*case_managers(found.involved), *_at_vdab(found), *_until_when(assessment)),
        flags=tuple(label("flag", flag) for flag in assessment.flags),
        progress=progress(assessment),
        first=first,
    )


def duration_and_dates(assessment: Assessment) -> list[Fact]:
    """How long it takes, and every date on which something changes by itself that does not stand in the line above."""
    above = _until_when(assessment)
    return [one for one in (*_duration(assessment), *dates(assessment)) if one not in above]


def _until_when(assessment: Assessment) -> list[Fact]:
    """The one date that matters most: the end of the maximum duration; before the start, how long ago the referral was."""
    if assessment.facts.started_on is None:
        return _duration(assessment)
    return [] if assessment.status.code in OVER else dates(assessment, ("maximum_reached",))


def _at_vdab(found: Trajectory) -> list[Fact]:
    """The reference of the file at VDAB, to which this one refers and which it never copies (AT-131)."""
    told = found.case.file.person.mlp_reference
    return [Fact(_("file at VDAB (MLP)"), told)] if told and found.capacities & SEE_REFERENCE else []


def case_managers(involved: Iterable[Involvement]) -> list[Fact]:
    """Both case managers, each with the organisation."""
    managers = [one for one in involved if one.capacity in CASE_MANAGERS]
    return [
        Fact(role_label(one.capacity), f"{_named(one)}{_standing_in(one)}", meaning=meaning(one.capacity))
        for one in sorted(managers, key=lambda one: one.capacity, reverse=True)
    ]


def _standing_in(one: Involvement) -> str:
    """Until when somebody stands in for a colleague; empty for who has the own place."""
    if one.stands_in_for_id is None or one.until_on is None:
        return ""
    return _(", stands in until %(day)s") % {"day": long_date(one.until_on - timedelta(days=1))}


def people(found: Trajectory) -> list[str]:
    """Everybody who takes part in the file today, each with capacity and organisation; the participant has none."""
    return [f"{sentence(role_label(one.capacity))}: {_named(one)}" for one in found.involved]


def _named(one: Involvement) -> str:
    name = one.position.account.name
    return name if one.capacity == Role.CLIENT else f"{name} ({one.position.organisation.name})"


def dates(assessment: Assessment, only: Collection[str] = ()) -> list[Fact]:
    """The dates on which something changes by itself, as far as they are known, each with its rule; or only some of them."""
    return [
        Fact(label("date", name), long_date(found[1].on), why(*found), meaning(EXPLAINED_BY.get(name, "")))
        for name, found in assessment.dates.items()
        if found and (not only or name in only)
    ]


def progress(assessment: Assessment) -> Progress | None:
    """The month in which a running trajectory is; None before its start and after its end."""
    started_on = assessment.facts.started_on
    if started_on is None or assessment.status.code in OVER:
        return None
    months, _days = months_and_days(started_on, assessment.on)
    total = MAXIMUM + assessment.facts.extension_months
    return Progress(month=months + 1, total=total, marks=(MINIMUM, 6, 12, MAXIMUM))


def ended_because(assessment: Assessment) -> str:
    """Why the trajectory is over; empty while it is not."""
    return label("end_reason", assessment.status.reason) if assessment.status.reason else ""


def compensation(assessment: Assessment) -> Fact:
    """The class of compensation with its reason."""
    found: Compensation = assessment.extra["compensation"]
    share = found.share.percent
    text = _("not known yet") if share is None else f"{share} %"
    return Fact(_("compensation of the care partnership"), f"{text}: {_(found.share.reason)}", why(found.rule))


def _duration(assessment: Assessment) -> list[Fact]:
    """How long it takes already, or took: from the start of the duration, before it from the referral."""
    facts, over = assessment.facts, assessment.status.code in OVER
    start = facts.started_on or facts.referred_on
    if start is None:
        return []
    name = _("duration") if facts.started_on else _("since the referral")
    end = assessment.status.since if over and assessment.status.since else assessment.on
    reached, taken = progress(assessment), lasting(start, end)
    whole = _for_the_participant(assessment, end)
    if reached is None:
        return [Fact(name, taken), *whole]
    month = _("month %(month)s of %(total)s") % {"month": reached.month, "total": reached.total}
    return [Fact(name, f"{month} ({taken})", meaning=meaning("mediation_started")), *whole]


def _for_the_participant(assessment: Assessment, end: date) -> list[Fact]:
    """The longer time that it takes the participant, from the referral on, once the duration runs (AT-121)."""
    facts = assessment.facts
    if facts.started_on is None or facts.referred_on is None:
        return []
    told = why(BOOK.rule_of(both_lengths_are_shown))
    return [Fact(_("time for the participant, since the referral"), lasting(facts.referred_on, end), told)]


def lasting(start: date, end: date) -> str:
    """A length of time in months and days: "4 months and 12 days"."""
    months, days = months_and_days(start, end)
    in_days = ngettext("%(num)s day", "%(num)s days", days) % {"num": days}
    if not months:
        return in_days
    in_months = ngettext("%(num)s month", "%(num)s months", months) % {"num": months}
    return _("%(months)s and %(days)s") % {"months": in_months, "days": in_days}
