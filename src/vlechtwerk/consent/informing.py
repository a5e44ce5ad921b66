"""The client is told that personal data are kept here, before anything is written down (AT-134)."""

from datetime import date
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.consent.models import Informed, Told
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties.dossier import client_knows_of_the_registration
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.granting import NotInTheFile, capacities_of

RULE = "AT-134"
# Whoever writes anything down asks this, and only this day of it.
TOLD_ON = '(SELECT min("on") FROM consent_informed WHERE file_id = %(file)s)'
"""The day on which the client of a file was told first, as an expression. Named value: `file`."""


def informed(file_id: UUID) -> Informed | None:
    """The first time that the client of a file was told; None when nobody told it yet."""
    return Informed.objects.filter(file=file_id).select_related("by__account").order_by("on", "pk").first()


def asked_about_informing(file_id: UUID, today: date) -> Asked:
    """The rule that the client knows of the registration, with what it has against writing something today."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + TOLD_ON, {"file": file_id})
        (told_on,) = cursor.fetchone()
    return asked_when_told_on(told_on, today)


def asked_when_told_on(told_on: date | None, today: date) -> Asked:
    """The same for who looked up (`TOLD_ON`) on which day the client was told first; None when nobody told it yet."""
    return ask(client_knows_of_the_registration, told_on, recorded_on=today)


@transaction.atomic
def tell_informed(file_id: UUID, *, on: date, how: Told, by: Position) -> Informed:
    """Store that somebody who takes part in a file told the client. Telling the same twice stores it once.

    Raises NotInTheFile for who takes no part, for the client herself, and for a day that has yet to come.
    """
    today = timezone.localdate()
    if Role.CLIENT in capacities_of(by, file_id, today) or on > today:
        raise NotInTheFile
    made, new = Informed.objects.get_or_create(file_id=file_id, on=on, how=how, by=by)
    if new:
        note(Verb.CLIENT_INFORMED, by=by, file_id=file_id, rules=[RULE])
    return made
