"""The words of the compensation for its codes, and amounts as people write them."""

from datetime import date
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vlechtwerk.compensation.models import Judgement, Line, State, What
from vlechtwerk.rules.activation.duties.payment import HalfYear
from vlechtwerk.rules.calendar import months_and_days
from vlechtwerk.texts import dates
from vlechtwerk.ui.environment import current_language, long_date

STATES: dict[str, Promise] = {
    State.DRAFT: gettext_lazy("draft"),
    State.PREPARED: gettext_lazy("prepared, waits for a decision"),
    State.RETURNED: gettext_lazy("returned"),
    State.DECIDED: gettext_lazy("decided, to be paid"),
    State.CLOSED: gettext_lazy("closed"),
}
KINDS: dict[str, Promise] = {
    Line.Kind.REGULAR: gettext_lazy("ended in this half-year"),
    Line.Kind.LATE: gettext_lazy("came late, ended earlier"),
    Line.Kind.CORRECTION: gettext_lazy("correction of an earlier statement"),
}
WHATS: dict[str, Promise] = {
    What.TRAJECTORY: gettext_lazy("full amount of a trajectory"),
    What.FIRST_INSTALMENT: gettext_lazy("first instalment"),
    What.SECOND_INSTALMENT: gettext_lazy("second instalment"),
    What.PROJECT: gettext_lazy("budget of the whole project"),
    What.COORDINATOR_FEE: gettext_lazy("fee of the coordinator, on its day"),
}


def half_year(run: HalfYear) -> str:
    """A half-year: "first half of 2027"."""
    pattern = _("first half of %(year)s") if run.half == 1 else _("second half of %(year)s")
    return pattern % {"year": run.year}


def reference(number: int) -> str:
    """The number of a trajectory as it is written everywhere."""
    return f"T{number:06d}"


def money(amount: Decimal | None) -> str:
    """An amount in euro, or that nobody entered it."""
    return _("no amount entered for this period") if amount is None else dates.euro(amount, current_language())


def judgement(made: Judgement) -> str:
    """A judgement in words, with its reason, its day and who made it."""
    told = {
        "answer": _("yes") if made.sufficient else _("no"),
        "day": long_date(localtime(made.entered_at).date()),
        "by": made.entered_by.account.name,
        "reason": made.reason,
    }
    return _("%(answer)s: %(reason)s (%(day)s, %(by)s)") % told


def signed(amount: Decimal | None) -> str:
    """An amount with its sign, as a correction shows it."""
    return f"+ {money(amount)}" if amount is not None and amount > 0 else money(amount)


def lasting(start: date, end: date) -> str:
    """A length of time: "3 months", or "2 months and 30 days"."""
    months, days = months_and_days(start, end)
    parts = []
    if months or not days:
        parts.append(ngettext("%(num)s month", "%(num)s months", months) % {"num": months})
    if days:
        parts.append(ngettext("%(num)s day", "%(num)s days", days) % {"num": days})
    return _("%(months)s and %(days)s") % {"months": parts[0], "days": parts[1]} if len(parts) > 1 else parts[0]


def percentage(percent: Decimal) -> str:
    """A share: "33,33 %"."""
    return f"{dates.number(percent, current_language())} %"
