"""A few things for the data-protection officer of the fictional region to look at."""

from datetime import date, timedelta
from uuid import uuid4

from vlechtwerk.audit.models import Part, Purpose
from vlechtwerk.demo.cast import Cast
from vlechtwerk.history.models import ENDED, Case
from vlechtwerk.review.actions import go_through
from vlechtwerk.review.finding import MANY
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing import reading
from vlechtwerk.sharing.emergency import Asked, break_glass
from vlechtwerk.sharing.models import Involvement

CURIOUS = 2
"""How many files the curious colleague reads."""


def leave_tasks(cast: Cast, today: date) -> None:
    """Let a colleague be curious, another one try in vain, and an officer open a file; and go through the day of loading."""
    _curious(cast, today)
    _in_vain(cast)
    _emergency(cast)
    go_through(today + timedelta(days=1))


def _curious(cast: Cast, today: date) -> None:
    """The project follower reads the confidential part of files without a task in them."""
    follower = cast.of(Role.PROJECT_FOLLOWER)
    for one in Involvement.objects.of(follower, today).order_by("pk")[:CURIOUS]:
        reading.read(follower, [one], part=Part.CONFIDENTIAL)


def _in_vain(cast: Cast) -> None:
    """Somebody of team TOM tries to open a file again and again."""
    wanted = Case.objects.order_by("pk").values_list("file_id", flat=True).first()
    for _ in range(MANY):
        reading.refused(cast.of(Role.TOM_TEAM), wanted)


def _emergency(cast: Cast) -> None:
    """One officer opens the file of somebody whose trajectory is over; a colleague reviews it."""
    over = Case.objects.filter(status=ENDED).order_by("pk").select_related("file").first()
    if over is not None:
        asked = Asked(Purpose.RECONSTRUCTION, "De deelnemer vraagt hoe het eindadvies tot stand kwam.")
        break_glass(file=over.file, asked=asked, by=cast.of(Role.DATA_PROTECTION_OFFICER, 1), key=uuid4())
