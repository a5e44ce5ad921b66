"""Who looked at a file, or wrote in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q
from django.db.models.functions import TruncDate
from uuid_utils.compat import uuid7

from vlechtwerk.audit.models import Entry, Part, Verb

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
    Verb.ERASURE_CONFIRMED,
    Verb.ERASURE_REJECTED,
    Verb.HOLD_SET,
    Verb.HOLD_LIFTED,
    Verb.RIGHT_ASKED,
    Verb.RIGHT_EXTENDED,
    Verb.RIGHT_DECIDED,
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


@dataclass(frozen=True, slots=True)
class Opening:
    """That a function at an organisation opened the confidential part on a day."""

    day: date
    capacity: str | None
    organisation_id: UUID | None


def opened_between(whose: Q, file_id: UUID, since: datetime, until: datetime) -> list[Opening]:
    """Which of these opened the confidential part of a file, from one moment on and before another, merged per day.

    What was refused showed nothing and does not count. One query.
    """
    about = Entry.objects.filter(whose, file_id=file_id, part=Part.CONFIDENTIAL, allowed=True, verb__in=LOOKING)
    found = about.filter(at__gte=since, at__lt=until).annotate(day=TruncDate("at"))
    merged = found.values_list("day", "capacity", "organisation_id").distinct()
    return [Opening(*row) for row in merged.order_by("day", "capacity", "organisation_id")]


def deeds_since(account_id: UUID, verbs: Sequence[Verb], seconds: int) -> int:
    """How many times an account did one of these in the last seconds. Only the lines of those seconds are read.

    Identifiers of lines hold the moment at which they were made, in milliseconds, in their first 48 bits.
    """
    first = UUID(int=max(uuid7().int - (seconds * 1000 << 80), 0))
    return Entry.objects.filter(id__gte=first, account_id=account_id, verb__in=verbs).count()


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
