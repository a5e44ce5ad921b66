"""Who looked, in the words of the page for the client."""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vlechtwerk.audit.models import Part, Verb
from vlechtwerk.audit.queries import Look
from vlechtwerk.rules.catalogue import rules_with_id
from vlechtwerk.rules.kernel import Rule
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.sharing.queries import Looks
from vlechtwerk.texts.cells import safe_cell
from vlechtwerk.texts.labels import Kind, sentence
from vlechtwerk.ui.environment import label, long_date
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.paging import uncounted_pager
from vlechtwerk.ui.shapes import Cell, Column

TOLD_UNDER = (
    ("AT-255", "client_view", gettext_lazy("Why can you see this?")),
    ("AT-256", "sharing", gettext_lazy("What must somebody know who shares something about you?")),
)
"""The rules that ask for this page, each with what it concerns and with the question that it answers."""


def who_looked_page(looks: Looks) -> dict[str, Any]:
    """The table of who looked, why it is shown, and the way to earlier days."""
    return {
        "columns": [Column(name) for name in _columns()],
        "rows": [_row(looks, look) for look in looks.lines],
        "reasons": [(asked, why(_rule(*entry))) for *entry, asked in TOLD_UNDER],
        "pager": uncounted_pager(looks.page, reverse("who_looked"), more=looks.has_more),
    }


def emergencies(opened: Iterable[Involvement]) -> list[str]:
    """Every time that the file was opened in an emergency, in plain words: by which function, when and for what."""
    return [
        _("On %(day)s the %(function)s opened your file in an emergency, for at most four hours: %(reason)s.")
        % {
            "day": long_date(one.from_on),
            "function": f"{label(Kind.ROLE, one.capacity)} ({one.position.organisation.name})",
            "reason": label(Kind.PURPOSE, one.emergency_for),
        }
        for one in opened
    ]


def as_file(looks: Looks) -> str:
    """The table as a file with separated values, in which a spreadsheet program finds no formula."""
    told = StringIO()
    writer = csv.writer(told, delimiter=";")
    writer.writerow([safe_cell(sentence(name)) for name in _columns()])
    writer.writerows([safe_cell(cell.text) for cell in _row(looks, look)] for look in looks.lines)
    return told.getvalue()


def _columns() -> tuple[str, ...]:
    return _("day"), _("who"), _("what"), _("what for"), _("access through"), _("how often")


def _rule(id: str, concerns: str) -> Rule:
    """The rule with this id that concerns this."""
    return next(rule for rule in rules_with_id(id) if rule.concerns == concerns)


def _row(looks: Looks, look: Look) -> tuple[Cell, ...]:
    refused = "late" if not look.allowed else ""
    return (
        Cell(long_date(look.day)),
        Cell(_who(looks, look)),
        Cell(_what(look)),
        Cell(sentence(label(Kind.PURPOSE, look.purpose)) if look.purpose else ""),
        Cell(_access(looks, look), tone="late" if look.emergency else refused),
        Cell(ngettext("%(num)s time", "%(num)s times", look.times) % {"num": look.times}),
    )


def _who(looks: Looks, look: Look) -> str:
    """The function and the organisation, never a name; the client herself is simply that."""
    function = sentence(label(Kind.ROLE, look.capacity))
    organisation = looks.organisations.get(look.organisation_id) if look.organisation_id else None
    if look.capacity == Role.CLIENT and look.allowed:
        return _("You yourself")
    return f"{function}, {organisation.name}" if organisation else function


def _what(look: Look) -> str:
    what = sentence(label(Kind.LOOK, look.verb))
    if look.verb in (Verb.FILE_READ, Verb.GLASS_BROKEN) and look.part == Part.CONFIDENTIAL:
        return f"{what}: {_('what is written about you (the confidential file)')}"
    if look.verb in (Verb.FILE_READ, Verb.GLASS_BROKEN) and look.part:
        return f"{what}: {label(Kind.PART, look.part)}"
    return what


def _access(looks: Looks, look: Look) -> str:
    """Under which grant; that there was none when it was refused."""
    if not look.allowed:
        return _("Refused: saw nothing")
    if look.verb in (Verb.RECORD_READ, Verb.REVIEWED) and look.grant_id is None:
        return _("Checks who looked; sees nothing of the file itself")
    if look.verb == Verb.FILES_LISTED:
        return _("A part in each file of the list")
    grant = looks.grants.get(look.grant_id) if look.grant_id else None
    if grant is None:
        return ""
    told = {"reason": sentence(label(Kind.INVOLVEMENT, grant.reason)), "day": long_date(grant.from_on)}
    if look.verb in (Verb.INVOLVED, Verb.INVOLVEMENT_ENDED):
        return _("It is about: %(reason)s, from %(day)s") % told
    return _("%(reason)s, since %(day)s") % told
