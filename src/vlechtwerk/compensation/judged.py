"""The judgement whether the lack of an internship was shown well enough."""

from typing import ClassVar

from django.db import models

from vlechtwerk.audit.append_only import AppendOnly
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.entered import Entered


class Judgement(Entered):
    """Whether the work provider showed well enough why a trajectory had no internship, with the reason (AT-195).

    It marks the instalments for a decision by people and changes no amount. The last one of each side counts: that of the
    network coordinator for the network, and that of the project follower for VDAB.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    sufficient = models.BooleanField()
    reason = models.CharField(max_length=300)

    class Meta:
        """In the order in which they were entered."""

        ordering: ClassVar = ["id"]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return "sufficient" if self.sufficient else "not sufficient"
