"""What the page about who carries out the plan tells of the sessions of a provider."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vlechtwerk.network.models import Assignment
from vlechtwerk.network.queries import Execution
from vlechtwerk.network.sessions import Sessions, sessions_of
from vlechtwerk.network.showing import days
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.follow_up import provider_records_every_session
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.shapes import Fact, Reason


def told_sessions(execution: Execution, assignment: Assignment) -> list[Fact]:
    """How many sessions were told of in each period, and of how many there is a note."""
    text = _("%(days)s: %(told)s told, %(noted)s noted")
    found = sessions_of(execution, assignment)
    words = [text % {"days": days(one.first, one.last), "told": one.told, "noted": one.noted} for one in found]
    return [Fact(_("sessions"), "; ".join(words))] if words else []


def without_record(execution: Execution, assignment: Assignment) -> tuple[Reason, ...]:
    """Of how many sessions there is no note, for each period in which there are such sessions."""
    told = why(BOOK.rule_of(provider_records_every_session))
    missing = (one for one in sessions_of(execution, assignment) if one.without_record)
    return tuple(Reason(_missing(one), told) for one in missing)


def _missing(one: Sessions) -> str:
    text = ngettext(
        "%(num)s session without a note, %(days)s.", "%(num)s sessions without a note, %(days)s.", one.without_record
    )
    return text % {"num": one.without_record, "days": days(one.first, one.last)}
