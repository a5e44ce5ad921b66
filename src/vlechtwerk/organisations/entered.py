"""What every row has that somebody entered with a form, whatever it is about."""

from uuid import uuid4

from django.db import models
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.organisations.models import Position


class Entered(models.Model):
    """Something that somebody entered, once for each form."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    entered_by = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    entered_at = models.DateTimeField(db_default=Now(), editable=False)
    idempotency_key = models.UUIDField(unique=True, default=uuid4, editable=False)

    class Meta:
        """Each kind has a table of its own."""

        abstract = True
