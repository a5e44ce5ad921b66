"""How far an activation trajectory has come: the month it is in, or how long it lasted."""

from datetime import date

from vlechtwerk.rules.activation.facts import ActivationFacts
from vlechtwerk.rules.activation.milestones import MAXIMUM
from vlechtwerk.rules.assessment import Assessment
from vlechtwerk.rules.calendar import months_and_days
from vlechtwerk.texts import Translator


def progress_text(assessment: Assessment, say: Translator) -> str:
    """The duration in words; empty when nothing runs, as in a procedure without a duration."""
    case = assessment.facts
    if not isinstance(case, ActivationFacts) or case.started_on is None:
        return ""
    if assessment.status.code in ("ended", "cancelled"):
        return _lasted(case.started_on, assessment.status.since or assessment.on, say)
    full, days = months_and_days(case.started_on, assessment.on)
    maximum = MAXIMUM + case.extension_months
    if full >= maximum:
        text = say("Duration: {months} months and {days} days; the maximum is {maximum} months.")
        return text.format(months=full, days=days, maximum=maximum)
    return say("Month {month} of {maximum}.").format(month=full + 1, maximum=maximum)


def _lasted(start: date, end: date, say: Translator) -> str:
    """How long it lasted in all."""
    full, days = months_and_days(start, end)
    months_text = say.plural("{count} month", "{count} months", full).format(count=full)
    days_text = say.plural("{count} day", "{count} days", days).format(count=days)
    return say("Lasted {months} and {days}.").format(months=months_text, days=days_text)
