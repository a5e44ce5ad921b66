"""Taking over the actions of the colleague who is away: each case manager follows the own side, and tells why when not."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy

from vlechtwerk.execution.asking import words
from vlechtwerk.execution.forms import About, ReportForm
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.words import PARTS
from vlechtwerk.reports.words_follow_up import TAKEN_UNTIL
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties import execution_duties as duties
from vlechtwerk.rules.activation.facts import MANAGER_OF
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.roles import CASE_MANAGERS
from vlechtwerk.ui.forms import day_field, refuse_reversed

UNTIL: Any = PARTS[TAKEN_UNTIL]


def side_of_the_colleague(about: About) -> Domain:
    """The side that the other case manager follows. Raises ValueError for who is no case manager in this file."""
    mine = about.capacity(ReportKind.FOLLOW_UP_TAKEN)
    return next(domain for domain, role in MANAGER_OF.items() if role is not mine)


def colleague_is_away(about: About) -> bool:
    """Whether somebody stands in today for the case manager of the other side, or nobody is there; else she follows it."""
    if not CASE_MANAGERS & about.found.capacities:
        return False
    role = MANAGER_OF[side_of_the_colleague(about)]
    there = [one for one in about.involved if one.capacity == role]
    return not there or any(one.stands_in_for_id for one in there)


class TakingOverForm(ReportForm):
    """Asks why a case manager follows the actions of the absent colleague, and until when."""

    kind = ReportKind.FOLLOW_UP_TAKEN
    hint = gettext_lazy(
        "Each case manager follows the actions of the own side. While your colleague is away you may take them over."
    )

    taken_until = day_field(UNTIL)
    reason = words("reason")

    def clean(self) -> dict[str, Any]:
        """Refuse a last day before the first one."""
        answers = super().clean()
        refuse_reversed(self, "happened_on", TAKEN_UNTIL)
        return answers

    def asked(self) -> Iterator[Asked]:
        """The colleague is away, and it is told why it is taken over (AT-147)."""
        yield self._follow_up(self.words("reason"))

    def beforehand(self) -> Iterator[Asked]:
        """That the colleague is there."""
        yield self._follow_up("...")

    def _follow_up(self, reason: str) -> Asked:
        side, away = side_of_the_colleague(self.about), colleague_is_away(self.about)
        return ask(duties.each_follows_the_own_side, duties.FollowUp(side, self.writer(), away, reason))
