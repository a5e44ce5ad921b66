"""Opening files with their parts, and beginning and ending involvement in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.organisations.models import Position
from vlechtwerk.people.models import Person
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.granting import end_grants
from vlechtwerk.sharing.models import Compartment, File, Involvement, InvolvementReason, compartments_of
from vlechtwerk.sharing.policy import CARE, Kind
from vlechtwerk.sharing.reading import writing, writing_in


@dataclass(frozen=True, slots=True)
class Part:
    """The part that a position takes in a file: in which capacity, from which day, why, and until which day if known.

    `until_on` is the first day without access.
    """

    position: Position
    capacity: Role
    from_on: date
    reason: InvolvementReason
    until_on: date | None = None

    def in_file(self, file: File, granted_by: Position | None) -> Involvement:
        """The involvement that this becomes, not stored yet."""
        return Involvement(
            file=file,
            position=self.position,
            capacity=self.capacity,
            from_on=self.from_on,
            until_on=self.until_on,
            granted_by=granted_by,
            reason=self.reason,
        )


def compartments_with(file: File, parts: Iterable[Part]) -> list[Compartment]:
    """The parts of a new file in which these people take part; not stored yet."""
    return compartments_of(file, (one.position.organisation_id for one in parts if one.capacity in CARE))


@transaction.atomic
def open_file(*, person: Person, on: date, by: Position) -> File:
    """Open a file about a person; whoever opens it is involved from that day, in the role of the position."""
    file, part = File.objects.create(person=person), Part(by, Role(by.role), on, InvolvementReason.REFERRAL)
    Compartment.objects.bulk_create(compartments_with(file, [part]))
    own = part.in_file(file, None)
    own.save(force_insert=True)
    note(Verb.FILE_OPENED, by=by, file_id=file.pk, access=writing(by, [own]))
    return file


@transaction.atomic
def involve(*, file: File, part: Part, by: Position) -> Involvement:
    """Let a position take part in a file. Who gives care gets a part of the file for notes of the own organisation.

    Raises IntegrityError when it already does so in this capacity without an end.
    """
    involvement = part.in_file(file, by)
    involvement.save(force_insert=True)
    if part.capacity in CARE:
        Compartment.objects.get_or_create(
            file=file, kind=Kind.CARE_OWN.value, organisation_id=part.position.organisation_id
        )
    note(Verb.INVOLVED, by=by, file_id=file.pk, access=writing_in(file.pk, by))
    return involvement


@transaction.atomic
def end_involvement(*, involvement: Involvement, until_on: date, by: Position) -> Involvement:
    """End the part of a position in a file, and with it every access; `until_on` is the first day without access.

    Raises IntegrityError when that day lies before the part began.
    """
    access = writing_in(involvement.file_id, by)
    involvement.until_on = until_on
    involvement.save(update_fields=["until_on"])
    end_grants(involvement, until_on)
    note(Verb.INVOLVEMENT_ENDED, by=by, file_id=involvement.file_id, access=access)
    return involvement
