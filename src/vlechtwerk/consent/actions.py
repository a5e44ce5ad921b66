"""Sharing an item, sharing it further, and what the client says of it: yes, no, or no longer."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Part
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.consent.access import open_items
from vlechtwerk.consent.models import Consent, How, Item, ItemKind, State
from vlechtwerk.consent.sharing import HOWS, STATES, Answer, Sharing, asked_about
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.asking import RefusedByRules
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.access import open_compartments
from vlechtwerk.sharing.granting import capacities_of
from vlechtwerk.sharing.models import Compartment, SignalKind
from vlechtwerk.sharing.policy import CARE, Kind, Verb
from vlechtwerk.sharing.reading import writing_in
from vlechtwerk.sharing.ringing import ring_client
from vlechtwerk.sharing.signals import raise_signal
from vlechtwerk.sharing.storing import store

DEEDS = {
    State.ASKED: Deed.CONSENT_ASKED,
    State.GIVEN: Deed.CONSENT_GIVEN,
    State.REFUSED: Deed.CONSENT_REFUSED,
    State.NOT_YET: Deed.CONSENT_PUT_OFF,
    State.WITHDRAWN: Deed.CONSENT_WITHDRAWN,
}
OPEN = (State.ASKED, State.NOT_YET)
"""The states in which an answer is still to come."""


class SharingRefused(RefusedByRules):
    """Rules refuse that something is shared."""


class ItemNotOpen(LookupError):
    """The item, or the consent, is not open to whoever asks, or not in a state in which this can be done."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands and what it is."""

    compartment: Compartment
    kind: ItemKind


def own_item(place: Place, *, by: Position, capacity: Role, entry_class: EntryClass) -> Item:
    """An item of the own notes of care, not stored yet: the team of the author reads it."""
    return _item(place, by, capacity, entry_class, CARE)


def new_item(place: Place, sharing: Sharing, *, by: Position) -> Item:
    """A shared item, not stored yet; whom it reaches with consent only is left out."""
    return _item(place, by, sharing.by, sharing.entry_class, sharing.at_once)


def _item(place: Place, by: Position, capacity: Role, entry_class: EntryClass, audience: Iterable[Role]) -> Item:
    return Item(
        file_id=place.compartment.file_id,
        compartment=place.compartment,
        author=by,
        capacity=capacity,
        kind=place.kind,
        entry_class=entry_class,
        audience=sorted(str(role) for role in audience),
    )


@transaction.atomic(savepoint=False)
def share(place: Place, sharing: Sharing, *, by: Position) -> Item:
    """Make an item that some may see at once and others with the client's consent; with the answer that she gave.

    Call it in the transaction that stores the content, which is taken back as a whole when this fails.
    Raises SharingRefused when rules refuse it.
    """
    _check(sharing)
    item = new_item(place, sharing, by=by)
    store(item)
    if sharing.by_consent:
        _store(item, sharing, by)
    return item


@transaction.atomic
def share_further(item: Item, sharing: Sharing, *, by: Position) -> Consent:
    """Let others see an item too, always with consent: each step is talked about apart (AT-251).

    The author and a case manager who sees the item may. Raises ItemNotOpen for everybody else and when it is for nobody new,
    and SharingRefused when rules refuse it.
    """
    today = timezone.localdate()
    locked = Item.objects.select_for_update(of=("self",), no_key=True).filter(pk=item.pk, closed_at=None).first()
    seen = locked is not None and open_items(by, today).filter(pk=item.pk).exists()
    part_open = open_compartments(by, Verb.WRITE, today).filter(pk=item.compartment_id).exists()
    if not seen or not part_open or item.compartment.kind == Kind.CARE_OWN or not sharing.agreed.audience:
        raise ItemNotOpen
    if item.capacity == Role.CLIENT:
        raise ItemNotOpen
    if item.author_id != by.pk and not CASE_MANAGERS & capacities_of(by, item.file_id, today):
        raise ItemNotOpen
    further = dataclasses.replace(sharing, is_further=True)
    _check(further)
    return _store(item, further, by)


def _check(sharing: Sharing) -> None:
    reasons = tuple(reason for _id, reason in asked_about(sharing, timezone.localdate()) if reason)
    if reasons:
        raise SharingRefused(*reasons)


def _store(item: Item, sharing: Sharing, by: Position) -> Consent:
    """Store the consent with the answer, and tell it in the record; a refusal is a signal to talk."""
    made = new_consent(item, sharing, by=by, at=timezone.now())
    made.save(force_insert=True)
    _told(made, State(made.state), by)
    if made.state == State.ASKED:
        ring_client(item.file_id)
    return made


def new_consent(item: Item, sharing: Sharing, *, by: Position, at: datetime) -> Consent:
    """The consent that an item needs, with the answer that was given at a moment; not stored yet.

    Raises SharingRefused when it has no end: then the rules were not asked.
    """
    agreed = sharing.agreed
    if agreed.until_on is None or agreed.discussed_on is None:
        raise SharingRefused
    answer = agreed.answer or Answer.DECIDES_HERSELF
    state = STATES[answer]
    is_answered = state in {State.GIVEN, State.REFUSED}
    return Consent(
        item=item,
        audience=sorted(str(role) for role in sharing.by_consent),
        asked_by=by,
        discussed_on=agreed.discussed_on,
        until_on=agreed.until_on,
        state=state,
        how=HOWS.get(answer, ""),
        not_yet_because=agreed.not_yet_because or "" if state is State.NOT_YET else "",
        answered_at=at if is_answered else None,
        answered_by=by if is_answered else None,
    )


def _told(consent: Consent, state: State, by: Position) -> None:
    """Write what happened in the record; what the client does not want (any more) asks both case managers to talk."""
    if state is State.REFUSED:
        raise_signal(consent.item.file_id, SignalKind.CONSENT_REFUSED)
    if state is State.WITHDRAWN and consent.item.capacity == Role.CLIENT:
        # What she brought herself she takes back without a talk; who could read it hears that (AT-248).
        raise_signal(consent.item.file_id, SignalKind.DOCUMENT_TAKEN_BACK, [Role(one) for one in consent.audience])
    elif state is State.WITHDRAWN:
        raise_signal(consent.item.file_id, SignalKind.CONSENT_WITHDRAWN)
    rules = ["AT-248"] if state is State.WITHDRAWN else ["AT-253", "AT-254"]
    file_id = consent.item.file_id
    note(DEEDS[state], by=by, file_id=file_id, rules=rules, access=writing_in(file_id, by, Part.CONFIDENTIAL))


@transaction.atomic
def answer(consent_id: UUID, *, agrees: bool, by: Position, how: How | None = None) -> Consent:
    """Store the answer of the client to a question: in her own view, or told to a professional who says how.

    Raises ItemNotOpen when the question is not open to `by`, was answered already, or is over.
    """
    found, is_client = _locked(consent_id, by)
    if found.state not in OPEN or found.until_on <= timezone.localdate() or (how is None and not is_client):
        raise ItemNotOpen
    found.state = State.GIVEN if agrees else State.REFUSED
    found.how = How.OWN_VIEW if is_client else how or How.TOGETHER
    found.answered_at, found.answered_by = timezone.now(), by
    found.save(update_fields=["state", "how", "answered_at", "answered_by"])
    _told(found, State(found.state), by)
    return found


@transaction.atomic
def withdraw(consent_id: UUID, *, by: Position) -> Consent:
    """End a consent at once, by the client or by a professional to whom she told it; the next request shows nothing.

    Withdrawing twice is withdrawing once. Raises ItemNotOpen when the consent is not open to `by` or was never given.
    """
    found, _is_client = _locked(consent_id, by)
    if found.state == State.WITHDRAWN:
        return found
    if found.state not in {State.GIVEN, *OPEN}:
        raise ItemNotOpen
    found.state, found.ended_at, found.ended_by = State.WITHDRAWN, timezone.now(), by
    found.save(update_fields=["state", "ended_at", "ended_by"])
    _told(found, State.WITHDRAWN, by)
    return found


@transaction.atomic
def replace(item: Item) -> None:
    """Close an item because another wording comes in its place: consent for the one is no consent for the other."""
    now = timezone.now()
    Item.objects.filter(pk=item.pk, closed_at=None).update(closed_at=now)
    Consent.objects.filter(item=item, state__in=[State.GIVEN, *OPEN]).update(state=State.REPLACED, ended_at=now)


def _locked(consent_id: UUID, by: Position) -> tuple[Consent, bool]:
    """A consent that `by` may answer or end, locked, and whether `by` is the client.

    The client may, the author, and the case managers who see the item.
    """
    today = timezone.localdate()
    found = Consent.objects.select_for_update(of=("self",), no_key=True).select_related("item").filter(pk=consent_id)
    consent = found.first()
    if consent is None or not open_items(by, today).filter(pk=consent.item_id).exists():
        raise ItemNotOpen
    if not open_compartments(by, Verb.READ, today).filter(pk=consent.item.compartment_id).exists():
        raise ItemNotOpen
    mine = capacities_of(by, consent.item.file_id, today)
    if Role.CLIENT not in mine and consent.item.author_id != by.pk and not CASE_MANAGERS & mine:
        raise ItemNotOpen
    return consent, Role.CLIENT in mine
