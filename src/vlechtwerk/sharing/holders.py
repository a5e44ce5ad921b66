"""Who holds a position today to which a part of the confidential file can be open: the names that go with the categories."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Q
from django.utils.translation import gettext_noop

from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.duties.confidentiality import Duty, duty_of
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.categories import categories
from vlechtwerk.sharing.models import holds
from vlechtwerk.texts import labels

DUTIES: Final = {
    Duty.PROFESSIONAL_SECRECY: gettext_noop("professional secrecy"),
    Duty.DISCRETION: gettext_noop("duty of discretion"),
}
"""What binds somebody, in words (English message ids)."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds such a position, since when, and in how many files that take part is in force."""

    organisation: str
    name: str
    role: Role
    since: date
    files: int
    duty: Duty


def holders_on(day: date, organisation: str = "") -> list[Holder]:
    """Everybody who holds such a position on a day, by organisation and name; of one organisation when it is named."""
    roles = [str(one.capacity) for one in categories()]
    involved = holds(day, "involvements__") & Q(involvements__capacity__in=roles)
    positions = Position.objects.active_on(day).filter(role__in=roles, account__is_active=True)
    if organisation:
        positions = positions.filter(organisation__name=organisation)
    counted = positions.annotate(files=Count("involvements__file", filter=involved, distinct=True))
    found = counted.order_by("organisation__name", "account__name", "id")
    told = found.values_list("organisation__name", "account__name", "role", "from_on", "files")
    return [
        Holder(place, name, Role(role), since, files, duty_of(Role(role))) for place, name, role, since, files in told
    ]


def role_label(role: Role) -> str:
    """The word for a role (English message id)."""
    return labels.label(labels.Kind.ROLE, role)
