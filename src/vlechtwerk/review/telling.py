"""Who is told about emergency access: whoever has it, on every page, and the case managers of the file, without content."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vlechtwerk.organisations.models import Position
from vlechtwerk.review.queries import cases_of
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.emergency import open_for, told_about
from vlechtwerk.sharing.models import Involvement, files_of
from vlechtwerk.trajectories.showing.summary import reference
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.frame import Alert

TOLD_FOR = timedelta(days=14)
"""How long a case manager sees on the home page that a file was opened."""


def alerts_for(position: Position, *, at_home: bool) -> tuple[Alert, ...]:
    """What is told on top of a page to whoever acts in a position."""
    if position.role == Role.DATA_PROTECTION_OFFICER:
        return tuple(_open(position))
    if at_home and position.role in CASE_MANAGERS:
        return tuple(_opened(position))
    return ()


def _open(position: Position) -> list[Alert]:
    """The emergency access that somebody has now, with the time that is left."""
    found = list(open_for(position))
    cases = cases_of([one.file_id for one in found])
    return [
        Alert(
            _("Emergency access to %(file)s: %(left)s left, until %(time)s.")
            % {
                "file": reference(cases[one.file_id]) if one.file_id in cases else _("a file without a trajectory"),
                "left": _left(one),
                "time": f"{timezone.localtime(one.until_at):%H:%M}",
            },
            url=reverse("trajectory", args=[cases[one.file_id].pk]) if one.file_id in cases else "",
            ends_url=reverse("end_emergency", args=[one.pk]),
        )
        for one in found
    ]


def _left(one: Involvement) -> str:
    """The time that is left in hours and minutes."""
    until = one.until_at or timezone.now()
    minutes = max(0, int((until - timezone.now()).total_seconds() // 60))
    return _("%(hours)s h %(minutes)s min") % {"hours": minutes // 60, "minutes": minutes % 60}


def _opened(position: Position) -> list[Alert]:
    """That files of a case manager were opened in an emergency, the last days; nothing about why."""
    today = timezone.localdate()
    recent = told_about(files_of(position, today)).filter(from_on__gte=today - TOLD_FOR)
    found = list(recent)
    cases = cases_of([one.file_id for one in found]) if found else {}
    return [
        Alert(
            _("The data-protection officer opened %(file)s on %(day)s.")
            % {"file": reference(cases[one.file_id]), "day": long_date(one.from_on)}
        )
        for one in found
        if one.file_id in cases
    ]
