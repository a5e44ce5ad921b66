"""The policy as the database reads it; one of the models of this app."""

from django.db import models


class PolicyRow(models.Model):
    """One row of `policy.csv` as the database reads it; the migrations make the table and fill it, nobody else does."""

    id = models.BigAutoField(primary_key=True)
    capacity = models.CharField(max_length=32)
    compartment = models.CharField(max_length=32)
    verb = models.CharField(max_length=8)
    stage = models.CharField(max_length=8)
    basis = models.CharField(max_length=16)

    class Meta:
        """Not among the tables that are emptied with the others: without it nothing is open to anybody."""

        managed = False

    def __str__(self) -> str:
        return f"{self.capacity} may {self.verb} {self.compartment}"
