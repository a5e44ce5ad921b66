"""Whoever has emergency access is told so on every page, with the time that is left."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vlechtwerk.organisations.models import Position
from vlechtwerk.review.queries import cases_of
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.emergency import open_for
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.trajectories.showing.summary import reference
from vlechtwerk.ui.frame import Alert


def alerts_for(position: Position) -> tuple[Alert, ...]:
    """The emergency access that somebody has now, with the time that is left: on top of every page."""
    if position.role != Role.DATA_PROTECTION_OFFICER:
        return ()
    found = list(open_for(position))
    cases = cases_of([one.file_id for one in found])
    return tuple(
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
    )


def _left(one: Involvement) -> str:
    """The time that is left in hours and minutes."""
    until = one.until_at or timezone.now()
    minutes = max(0, int((until - timezone.now()).total_seconds() // 60))
    return _("%(hours)s h %(minutes)s min") % {"hours": minutes // 60, "minutes": minutes % 60}
