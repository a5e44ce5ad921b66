"""Opening files with their parts, and beginning and ending involvement in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.organisations import approval
from vlechtwerk.organisations.models import Position
from vlechtwerk.people.models import Person
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.granting import end_grants, end_stand_ins
from vlechtwerk.sharing.models import Compartment, File, Involvement, InvolvementReason, compartments_of
from vlechtwerk.sharing.policy import CARE, Kind
from vlechtwerk.sharing.reading import about, writing


class OwnFile(ValueError):
    """Somebody would work in the file about herself; in it she is the client and nobody else."""


@dataclass(frozen=True, slots=True)
class Part:
    """The part that a position takes in a file: in which capacity, from which day, why, and until which day if known.

    `until_on` is the first day without access. `follows` is the part that it takes over, `stands_in_for` that of a colleague
    who is away.
    """

    position: Position
    capacity: Role
    from_on: date
    reason: InvolvementReason
    until_on: date | None = None
    follows: Involvement | None = None
    stands_in_for: Involvement | None = None

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
            follows=self.follows,
            stands_in_for=self.stands_in_for,
        )


def compartments_with(file: File, parts: Iterable[Part]) -> list[Compartment]:
    """The parts of a new file in which these people take part; not stored yet."""
    return compartments_of(file, (one.position.organisation_id for one in parts if one.capacity in CARE))


@transaction.atomic
def open_file(*, person: Person, on: date, by: Position, meets: Position | None = None) -> File:
    """Open a file about a person; whoever opens it is involved from that day, in the role of the position.

    `meets` is the work case manager with whom the first appointment is planned, who reads from that day on (AT-051).
    Raises NotApproved when VDAB did not approve that personal data are kept here (AT-135).
    """
    approval.check(on)
    file, part = File.objects.create(person=person), Part(by, Role(by.role), on, InvolvementReason.REFERRAL)
    Compartment.objects.bulk_create(compartments_with(file, [part]))
    own = part.in_file(file, None)
    own.save(force_insert=True)
    note(Verb.FILE_OPENED, by=by, file_id=file.pk, access=writing(by, [own]))
    if meets:
        first = Part(meets, Role.WORK_CASE_MANAGER, on, InvolvementReason.OWN_ACCESS)
        involve(file=file, part=first, by=by, rules=["AT-051"])
    return file


@transaction.atomic
def involve(*, file: File, part: Part, by: Position, rules: Iterable[str] = ()) -> Involvement:
    """Let a position take part in a file. Who gives care gets a part of the file for notes of the own organisation.

    `rules` are the entries that ask it. Raises OwnFile for the person of the file in another capacity than client, and
    IntegrityError when the position already takes part in this capacity without an end.
    """
    if part.capacity is not Role.CLIENT and file.person.account_id == part.position.account_id:
        raise OwnFile
    involvement = part.in_file(file, by)
    involvement.save(force_insert=True)
    if part.capacity in CARE:
        Compartment.objects.get_or_create(
            file=file, kind=Kind.CARE_OWN.value, organisation_id=part.position.organisation_id
        )
    note(Verb.INVOLVED, by=by, file_id=file.pk, rules=rules, access=about(involvement, by))
    return involvement


@transaction.atomic
def end_involvement(
    *, involvement: Involvement, until_on: date, by: Position, rules: Iterable[str] = ()
) -> Involvement:
    """End the part of a position in a file, and with it every access and every stand-in.

    `until_on` is the first day without access; what ends earlier already stays as it is. `rules` are the entries that ask it.
    Raises IntegrityError when that day lies before the part began.
    """
    access = about(involvement, by)
    if involvement.until_on is None or involvement.until_on > until_on:
        involvement.until_on = until_on
        involvement.save(update_fields=["until_on"])
    end_grants(involvement, until_on)
    end_stand_ins(involvement, until_on)
    note(Verb.INVOLVEMENT_ENDED, by=by, file_id=involvement.file_id, rules=rules, access=access)
    return involvement
