"""What somebody keeps for herself beside a part of a file: nobody else reads it, whatever else is open to them.

Such a row is sealed with the key of its part (`sharing.sealing`), is removed by its author whenever she wants, and is over
on a day. It is open only while its part is: who loses access loses what she kept there too.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, Self, TypeVar

from django.db import connection, models
from django.db.models import Q
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing.access import open_compartments
from vlechtwerk.sharing.identity import sweeping
from vlechtwerk.sharing.models import Confidential
from vlechtwerk.sharing.policy import Verb
from vlechtwerk.sharing.sealing import Place, Shut, open_all, seal_bytes

A = TypeVar("A", bound="Authored")


class AuthoredQuerySet(models.QuerySet[A]):
    """What was kept, as it is looked for. `visible_to` is the only way in."""

    def visible_to(self, position: Position, on: date) -> Self:
        """What a position keeps for itself and can read on a day: its part is open, and it is not over."""
        return self.filter(author=position, compartment__in=open_compartments(position, Verb.READ, on), until_on__gt=on)


class Authored(Confidential):
    """Words that one position keeps for itself beside a part of a file. `until_on` is the first day without them."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    author = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    sealed = models.BinaryField()
    kept_at = models.DateTimeField(db_default=Now(), editable=False)
    until_on = models.DateField(db_index=True)

    objects = AuthoredQuerySet.as_manager()

    class Meta:
        """Each kind has a table of its own."""

        abstract = True
        base_manager_name = "objects"
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(sealed=b""), name="%(class)s_is_sealed")]

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"

    def seal(self, text: str) -> None:
        """Take the words out of sight, right before the row is stored. Raises KeyMissing."""
        self.sealed = seal_bytes(self.place, text.encode())

    @property
    def place(self) -> Place:
        """Where the row stands: the words open nowhere else."""
        return Place(self._meta.db_table, self.pk, self.compartment_id)


def texts_of(rows: Iterable[A]) -> list[tuple[A, str]]:
    """Rows with their words, with one query for all keys. What cannot be opened now, or never again, is left out.

    Raises Tampered.
    """
    found = list(rows)
    answers = open_all([(row.place, bytes(row.sealed)) for row in found])
    return [(row, told.decode()) for row, told in zip(found, answers, strict=True) if not isinstance(told, Shut)]


def remove_what_is_over(model: type[Authored], on: date) -> None:
    """Remove what everybody kept until this day or a day before it; nobody is told whose it was.

    The statement has no condition of its own: the database shows it nothing but lets it remove what is over.
    """
    with sweeping(on), connection.cursor() as cursor:
        cursor.execute(f'DELETE FROM "{model._meta.db_table}"')  # noqa: S608, SLF001 - a name of our own
