"""What the client brings herself: hers alone, until she lets somebody see it, and hers alone again when she takes it back."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Part
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.consent.actions import ItemNotOpen, Place
from vlechtwerk.consent.models import Consent, How, Item, State
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.granting import NotInTheFile, capacities_of
from vlechtwerk.sharing.models import File, SignalKind
from vlechtwerk.sharing.policy import Stage
from vlechtwerk.sharing.reading import writing_in
from vlechtwerk.sharing.signals import raise_signal


def brought_item(place: Place, *, by: Position) -> Item:
    """An item of the client herself, not stored yet: for nobody else, and sensitive, because nobody judged what is in it."""
    return Item(
        file_id=place.compartment.file_id,
        compartment=place.compartment,
        author=by,
        capacity=Role.CLIENT,
        kind=place.kind,
        entry_class=EntryClass.SENSITIVE,
        audience=[],
    )


def check_own(file: File, by: Position) -> None:
    """Raise ItemNotOpen unless `by` is the client of a file that is not shut."""
    today = timezone.localdate()
    try:
        mine = capacities_of(by, file.pk, today)
    except NotInTheFile as absent:
        raise ItemNotOpen from absent
    if Role.CLIENT not in mine or file.stage_on(today) is not Stage.OPEN:
        raise ItemNotOpen


@transaction.atomic
def share_own(item: Item, *, to: Iterable[Role], last_day: date, by: Position) -> Consent:
    """The client lets some see what she brought, until a day (included); whom she chose get a signal that there is something.

    The same choice twice is one. She ends it with `consent.actions.withdraw`. Raises ItemNotOpen for everybody else, when
    nobody was chosen, when the day has passed, and when the file is shut.
    """
    today, audience = timezone.localdate(), sorted(str(role) for role in to)
    locked = Item.objects.select_for_update(of=("self",), no_key=True).select_related("file")
    found = locked.filter(pk=item.pk, capacity=Role.CLIENT, closed_at=None).first()
    if found is None or not audience or last_day < today:
        raise ItemNotOpen
    check_own(found.file, by)
    until_on = last_day + timedelta(days=1)
    same = Consent.objects.filter(item=found, state=State.GIVEN, audience=audience, until_on=until_on)
    if earlier := same.first():
        return earlier
    made = Consent.objects.create(
        item=found,
        audience=audience,
        asked_by=by,
        discussed_on=today,
        until_on=until_on,
        state=State.GIVEN,
        how=How.OWN_VIEW,
        answered_at=timezone.now(),
        answered_by=by,
    )
    raise_signal(found.file_id, SignalKind.DOCUMENT_SHARED, [Role(one) for one in audience])
    access = writing_in(found.file_id, by, Part.CONFIDENTIAL)
    note(Deed.CONSENT_GIVEN, by=by, file_id=found.file_id, rules=["AT-254"], access=access)
    return made
