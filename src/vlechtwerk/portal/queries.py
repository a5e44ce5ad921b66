"""What the client's own view shows of one trajectory, and what the region says for it."""

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from vlechtwerk.consent.actions import OPEN
from vlechtwerk.consent.models import Consent
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position, Region
from vlechtwerk.portal.codes import digest_of
from vlechtwerk.portal.models import LONGEST_VALID, PROPOSED_DAYS, Invitation, Setting, SettingKey
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.models import File
from vlechtwerk.trajectories.queries import Trajectory, find

WRITERS = frozenset({*CASE_MANAGERS, Role.CARE_PROVIDER, Role.WORK_PROVIDER})
"""Who writes in a file, and so tells the client beforehand that data are kept."""


def own(id: UUID, position: Position, today: date) -> Trajectory:
    """The trajectory of which a position is the client. Raises Case.DoesNotExist for everybody else."""
    found = find(id, position, today)
    if not found.is_own:
        raise Case.DoesNotExist
    return found


def of_case_manager(id: UUID, position: Position, today: date) -> Trajectory:
    """The trajectory of which a position is a case manager. Raises Case.DoesNotExist for everybody else."""
    found = find(id, position, today)
    if not CASE_MANAGERS & found.capacities:
        raise Case.DoesNotExist
    return found


def of_writer(id: UUID, position: Position, today: date) -> Trajectory:
    """The trajectory in which a position writes things down. Raises Case.DoesNotExist for everybody else."""
    found = find(id, position, today)
    if not WRITERS & found.capacities:
        raise Case.DoesNotExist
    return found


def waiting(found: Trajectory) -> list[Consent]:
    """What the client is asked to agree to and did not answer yet, the oldest question first."""
    asked = Consent.objects.filter(item__file=found.case.file_id, state__in=OPEN, until_on__gt=found.today)
    return list(asked.select_related("item__author__account").order_by("asked_at", "pk"))


SELDOM = """
SELECT EXISTS (SELECT FROM retention_hold h WHERE h.file_id = %(file)s AND h.lifted_on IS NULL),
       EXISTS (SELECT FROM intake_appointment a WHERE a.case_id = %(case)s AND a."on" >= %(today)s),
       EXISTS (SELECT FROM consent_item i JOIN consent_consent c ON c.item_id = i.id
               WHERE i.file_id = %(file)s AND c.state = ANY(%(open)s) AND c.until_on > %(today)s),
       EXISTS (SELECT FROM sharing_involvement i WHERE i.file_id = %(file)s AND i.capacity = %(officer)s)
"""


class Seldom(NamedTuple):
    """Whether there may be something of what most clients do not have: only then it is looked up."""

    hold: bool
    appointment: bool
    question: bool
    emergency: bool


def seldom_there(found: Trajectory) -> Seldom:
    """What the first page has to look up besides the trajectory: one statement for what is mostly not there."""
    case, officer = found.case, Role.DATA_PROTECTION_OFFICER
    asked: dict[str, Any] = {
        "file": case.file_id,
        "case": case.pk,
        "today": found.today,
        "open": list(OPEN),
        "officer": officer,
    }
    with connection.cursor() as cursor:
        cursor.execute(SELDOM, asked)
        return Seldom(*cursor.fetchone())


def setting_on(region: Region, key: SettingKey, day: date) -> Setting | None:
    """What a region says about something for the own view on a day; None when it says nothing."""
    not_over = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
    holding = Setting.objects.filter(not_over, region=region, key=key, valid_from__lte=day)
    return holding.order_by("-valid_from").first()


def days_of_an_invitation(region: Region) -> int:
    """How many days an invitation can be used in a region: what it chose, else the proposal of fourteen."""
    found = setting_on(region, SettingKey.INVITATION_DAYS, timezone.localdate())
    chosen = int(found.value) if found and found.value.isdecimal() else PROPOSED_DAYS
    return min(max(chosen, 1), LONGEST_VALID)


def open_invitation(file: File) -> Invitation | None:
    """The invitation of a file that was not used or taken back; it may be over."""
    return Invitation.objects.filter(file=file, used_at=None, withdrawn_at=None).first()


def usable_invitations(day: date) -> QuerySet[Invitation]:
    """The invitations with which somebody can come in on a day: not used, taken back or over, and the identity was checked."""
    return Invitation.objects.filter(
        used_at=None, withdrawn_at=None, expires_on__gt=day, identity_checked_on__isnull=False
    )


def invitation_of(code: str) -> Invitation | None:
    """The invitation that a code opens now; None for every other code, whatever is wrong with it."""
    return usable_invitations(timezone.localdate()).filter(digest=digest_of(code)).first()
