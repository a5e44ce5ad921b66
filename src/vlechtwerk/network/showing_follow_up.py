"""Who follows up an action of the plan: the case manager of its side, or the colleague who took it over (AT-147)."""

from datetime import date

from django.utils.translation import gettext as _

from vlechtwerk.network.queries import Execution
from vlechtwerk.reports.words_follow_up import TAKEN_UNTIL
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.execution_duties import each_follows_the_own_side
from vlechtwerk.rules.activation.facts import MANAGER_OF
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.shapes import Fact


def followed_up_by(execution: Execution, domain: Domain) -> Fact:
    """Who follows up the actions of a side today, by name; whoever took it over with the last day of that."""
    words = _taken_over(execution, domain) or ", ".join(_own(execution, domain)) or _("nobody yet")
    return Fact(_("followed up by"), words, why(BOOK.rule_of(each_follows_the_own_side)))


def _own(execution: Execution, domain: Domain) -> list[str]:
    """The case managers of a side today, a stand-in among them."""
    found = execution.plans.found
    there = (one for one in found.people if one.capacity == MANAGER_OF[domain] and one.from_on <= found.today)
    return [one.position.account.name for one in there]


def _taken_over(execution: Execution, domain: Domain) -> str:
    """In words who took over a side today; empty when nobody did."""
    today = execution.plans.found.today
    for one in execution.taken_over:
        last = date.fromisoformat(one.told[TAKEN_UNTIL])
        if one.item.capacity != MANAGER_OF[domain] and one.happened_on <= today <= last:
            told = {"name": one.author.account.name, "day": long_date(last)}
            return _("%(name)s, for the colleague who is away, until %(day)s") % told
    return ""
