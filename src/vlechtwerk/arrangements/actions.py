"""Noting something about a region: one transaction with a line in the record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vlechtwerk.arrangements.checking import asked_about, may_note
from vlechtwerk.arrangements.models import Arrangement, Sort
from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.organisations.models import Organisation, Position
from vlechtwerk.rules.activation.asking import RefusedByRules

ALWAYS: Mapping[Sort, str] = {
    Sort.FREE_SLOT: "AT-075",
    Sort.PARTNER: "AT-013",
    Sort.AGREED: "AT-016",
    Sort.GUIDE: "AT-133",
    Sort.TAKEN_UP: "AT-252",
    Sort.DECISION: "AT-118",
}
"""The rule for whose sake something is noted that no rule refuses."""


class ArrangementRefused(RefusedByRules):
    """Rules refuse what somebody wants to note."""


class NotNotedBy(PermissionError):
    """Somebody with this function does not note this."""


@dataclass(frozen=True, slots=True)
class New:
    """What is noted: from and until which day, about which organisation and which earlier note, and the answers."""

    sort: Sort
    on: date
    until: date | None = None
    organisation: Organisation | None = None
    about: Arrangement | None = None
    told: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
def arrange(*, new: New, by: Position, key: UUID) -> Arrangement:
    """Note something about the region of `by`. A second call with the same `key` changes nothing.

    Raises NotNotedBy for who does not note this, and ArrangementRefused with the rules that are against it.
    """
    if earlier := Arrangement.objects.filter(noted_by=by, idempotency_key=key).first():
        return earlier
    row = Arrangement(
        region=by.region,
        sort=new.sort,
        on=new.on,
        until=new.until,
        organisation=new.organisation,
        about=new.about,
        told=dict(new.told),
        noted_by=by,
        idempotency_key=key,
    )
    if not may_note(row, by):
        raise NotNotedBy
    asked = list(asked_about(row, by))
    if reasons := [reason for _id, reason in asked if reason]:
        raise ArrangementRefused(*reasons)
    row.save(force_insert=True)
    rules = {rule for rule, _reason in asked} | {ALWAYS[new.sort]} if new.sort in ALWAYS else {asked[0][0]}
    note(Verb.ARRANGEMENT_NOTED, by=by, rules=sorted(rules))
    return row


def partner_named(name: str, kind: str) -> Organisation:
    """The organisation with this name and kind; it is entered when nobody did so before."""
    found = Organisation.objects.filter(name__iexact=name.strip(), kind=kind).first()
    return found or Organisation.objects.create(name=name.strip(), kind=kind)


def has_read(guide: Arrangement, *, by: Position, key: UUID) -> Arrangement:
    """Note that somebody read a guideline today; once is enough. Raises what `arrange` raises."""
    mine = Arrangement.objects.filter(sort=Sort.READ, about=guide, noted_by__account=by.account_id)
    return mine.first() or arrange(new=New(Sort.READ, timezone.localdate(), about=guide), by=by, key=key)
