"""The client as a person."""

from typing import ClassVar

from django.db import models
from uuid_utils.compat import uuid7

from vlechtwerk.accounts.models import Account


class Person(models.Model):
    """A person that a file is about.

    `search_key` and `loose_key` are made from the names when they are written (`people.actions`). `account` is the sign-in
    of the client for the own view, when there is one. `mlp_reference` is the reference of the person in the career file of VDAB
    (My Career for Partners), empty when it is not known. `is_fictional` marks the people of a demonstration.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    given_name = models.CharField(max_length=100)
    family_name = models.CharField(max_length=100)
    birth_year = models.PositiveSmallIntegerField(null=True)
    mlp_reference = models.CharField(max_length=40, unique=True, null=True)  # noqa: DJ001 - unique, and unknown of many
    is_fictional = models.BooleanField(default=False)
    search_key = models.CharField(max_length=410, editable=False)
    loose_key = models.CharField(max_length=900, editable=False, default="")
    account = models.OneToOneField(Account, models.PROTECT, null=True, related_name="person")

    class Meta:
        """A person has a key to be found by, and was born in a year that makes sense."""

        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(search_key=""), name="person_has_search_key"),
            models.CheckConstraint(
                condition=models.Q(birth_year__isnull=True) | models.Q(birth_year__range=(1900, 2199)),
                name="person_birth_year",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}"
