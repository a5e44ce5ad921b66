"""The document of VDAB's approval of this installation; a model of this app."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly
from vlechtwerk.documents.names import LONGEST
from vlechtwerk.organisations.models import DatabaseApproval


class ApprovalPaper(models.Model):
    """The document in which VDAB approved that personal data are kept here (AT-135). It is about nobody; never changed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    approval = models.OneToOneField(DatabaseApproval, models.PROTECT, related_name="paper")
    name = models.CharField(max_length=LONGEST)
    media_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    idempotency_key = models.UUIDField(unique=True, default=uuid4)

    class Meta:
        """It stays as it was added."""

        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"document of {self.approval_id}"
