"""Who looked at a file, or wrote in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q
from django.db.models.functions import TruncDate

from vlechtwerk.audit.models import Entry, Verb

LOOKING = (
    Verb.FILE_READ,
    Verb.FILE_EXPORTED,
    Verb.FILES_LISTED,
    Verb.NUMBERS_LISTED,
    Verb.NUMBERS_EXPORTED,
    Verb.RECORD_READ,
    Verb.RECORD_EXPORTED,
    Verb.REVIEWED,
    Verb.DOCUMENT_READ,
)
WRITING = (
    Verb.CASE_OPENED,
    Verb.EVENT_RECORDED,
    Verb.EVENT_CORRECTED,
    Verb.NOTE_WRITTEN,
    Verb.DOCUMENT_ADDED,
    Verb.ACCESS_GRANTED,
    Verb.ACCESS_ENDED,
    Verb.INVOLVED,
    Verb.INVOLVEMENT_ENDED,
    Verb.GOAL_SET,
    Verb.REMARK_WRITTEN,
    Verb.CONSENT_ASKED,
    Verb.CONSENT_GIVEN,
    Verb.CONSENT_REFUSED,
    Verb.CONSENT_WITHDRAWN,
    Verb.CONSENT_PUT_OFF,
    Verb.SIGNAL_HANDLED,
    Verb.GLASS_BROKEN,
    Verb.GLASS_MENDED,
)


@dataclass(frozen=True, slots=True)
class Look:
    """That somebody with a function at an organisation looked or wrote on a day, or tried to, and how many times."""

    day: date
    capacity: str
    organisation_id: UUID | None
    verb: str
    part: str | None
    purpose: str | None
    grant_id: UUID | None
    allowed: bool
    emergency: bool | None
    times: int


MERGED = [name for name in Look.__dataclass_fields__ if name != "times"]


def who_looked(files: Sequence[UUID], first: int, last: int) -> list[Look]:
    """Who looked at these files: the latest day in front, and of those the places from `first` up to `last`.

    What the same function of the same organisation did on one day in the same way is one line. A list in which the file
    stood counts as looking, and so does an attempt that was refused; what was written counts too. One query, whatever the
    number of lines.
    """
    about = Entry.objects.filter(Q(file_id__in=files) | Q(shown__overlap=list(files)), verb__in=(*LOOKING, *WRITING))
    merged = about.annotate(day=TruncDate("at")).values(*MERGED).annotate(times=Count("id"))
    order = ("-day", "capacity", "organisation_id", "verb", "part", "purpose", "grant_id", "allowed", "emergency")
    return [Look(**row) for row in merged.order_by(*order)[first:last]]
