"""What somebody typed in a form that was not sent yet."""

from typing import ClassVar

from django.db import models

from vlechtwerk.sharing.authored import Authored


class Unsent(Authored):
    """A form as far as somebody filled it in, for her alone, beside a part of the file that it is about.

    `address` is a digest of where the form stands, so that no address is stored, and `idempotency_key` the key with which it
    acts once. `sealed` holds the answers. It is written over while she types and removed once the form is recorded.
    """

    address = models.CharField(max_length=64)
    idempotency_key = models.UUIDField()

    class Meta(Authored.Meta):
        """One for each form that was opened; found by its author and where it stands."""

        abstract = False
        constraints: ClassVar = [
            *Authored.Meta.constraints,
            models.UniqueConstraint(fields=["author", "address", "idempotency_key"], name="unsent_once"),
        ]
