"""What the rules say about something that somebody wants to note about a region."""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta

from django.utils import timezone

from vlechtwerk.arrangements.care_hours import hours_told
from vlechtwerk.arrangements.models import Arrangement, Sort
from vlechtwerk.arrangements.queries import BOTH_OF_CARE, contact_on, noted
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties.care_providers import hours_are_told_by_task
from vlechtwerk.rules.activation.duties.dossier import guidelines_were_read
from vlechtwerk.rules.activation.duties.icf import care_case_manager_had_icf_training
from vlechtwerk.rules.activation.duties.network import MembershipRequest, partner_may_be_added
from vlechtwerk.rules.activation.duties.partnership import (
    Contact,
    Mandate,
    PartnerAgreement,
    agreement_is_shared,
    one_partner_is_the_contact,
    one_partnership_per_region,
)
from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.activation.duties.working_notes import Level, Signal, bottleneck_is_signalled
from vlechtwerk.rules.roles import Role

ONE_DAY = timedelta(days=1)
TELLING_NAME = 4
"""From how many letters on a family name gives somebody away; a shorter one stands inside many words."""
PROFESSIONALS = frozenset(Role) - {Role.CLIENT, Role.SYSTEM}
NOTED_BY: Mapping[Sort, frozenset[Role]] = {
    Sort.FREE_SLOT: frozenset({Role.WORK_CASE_MANAGER}),
    Sort.MANDATE: frozenset({Role.CARE_DEPARTMENT}),
    Sort.PARTNER: BOTH_OF_CARE,
    Sort.CONTACT: BOTH_OF_CARE,
    Sort.AGREEMENT: frozenset({Role.CARE_PARTNERSHIP_CONTACT}),
    Sort.AGREED: frozenset({Role.CARE_PARTNERSHIP_CONTACT}),
    Sort.GUIDE: BOTH_OF_CARE | {Role.NETWORK_COORDINATOR, Role.PROJECT_FOLLOWER},
    Sort.READ: PROFESSIONALS,
    Sort.BOTTLENECK: PROFESSIONALS,
    Sort.TAKEN_UP: BOTH_OF_CARE,
    Sort.ICF_TRAINING: frozenset({Role.CARE_PARTNERSHIP_CONTACT, Role.CARE_CASE_MANAGER}),
    Sort.APPLICATION: frozenset({Role.NETWORK_COORDINATOR}),
    Sort.DECISION: frozenset({Role.PROJECT_FOLLOWER}),
    Sort.CARE_HOURS: frozenset({Role.CARE_PROVIDER, Role.NETWORK_COORDINATOR}),
}
"""Who notes what about their own region; a care case manager only the own ICF training, a care provider only the own hours."""


def may_note(row: Arrangement, by: Position) -> bool:
    """Whether it is up to somebody to note this: by function, and of an ICF training about whom."""
    if by.role not in NOTED_BY[Sort(row.sort)]:
        return False
    if row.sort == Sort.CARE_HOURS and by.role == Role.CARE_PROVIDER:
        return row.organisation_id == by.organisation_id
    of_another = row.sort == Sort.ICF_TRAINING and row.told.get("account") != str(by.account_id)
    return not (of_another and by.role == Role.CARE_CASE_MANAGER)


def asked_about(row: Arrangement, by: Position) -> Iterator[Asked]:
    """The rules about a note that is not stored yet, each with what it has against it."""
    asks = ASKED.get(Sort(row.sort))
    if asks is not None:
        yield asks(row, by)


def _mandate(row: Arrangement, _by: Position) -> Asked:
    """For a region one care partnership is mandated at a time (AT-012)."""
    others = [one for one in noted(row.region, Sort.MANDATE) if one.pk != row.about_id]
    mandates = [Mandate(one.organisation_name, str(one.region_id), one.period) for one in others]
    return ask(one_partnership_per_region, Mandate(row.organisation_name, str(row.region_id), row.period), mandates)


def _contact(row: Arrangement, _by: Position) -> Asked:
    """The contact comes from a partner; who was it before is so until the day before (AT-014)."""
    rows = noted(row.region, Sort.PARTNER, Sort.CONTACT)
    partners = {one.organisation_name for one in rows if one.sort == Sort.PARTNER and one.period.covers(row.on)}
    before = contact_on((one for one in rows if one.sort == Sort.CONTACT and one.on < row.on), row.on)
    contacts = [Contact(row.organisation_name, Period(row.on))]
    if before is not None:
        contacts.append(Contact(before.organisation_name, Period(before.on, row.on - ONE_DAY)))
    return ask(one_partner_is_the_contact, partners, contacts, row.on)


def _agreement(row: Arrangement, _by: Position) -> Asked:
    """An agreement has a text and a day on which it is looked at again; that not all share it yet refuses nothing (AT-016)."""
    told = row.told
    return ask(agreement_is_shared, PartnerAgreement(told["text"], row.on, frozenset(), frozenset(), told["review_on"]))


def _read(row: Arrangement, _by: Position) -> Asked:
    version = str(row.about_id)
    return ask(guidelines_were_read, {version: row.on}, version=version, on=row.on)


def _bottleneck(row: Arrangement, by: Position) -> Asked:
    """A bottleneck names no participant (AT-252): nobody whose file the sender sees."""
    level = Level(row.told["level"]) if row.told.get("level") else None
    signal = Signal(row.told["subject"], level, row.told["text"])
    return ask(bottleneck_is_signalled, signal, identifiers=list(_identifiers(by)))


def _icf_training(row: Arrangement, _by: Position) -> Asked:
    """A training counts from the day of its certificate: one of a day to come is none yet (AT-144)."""
    return ask(care_case_manager_had_icf_training, row.on, timezone.localdate())


def _application(row: Arrangement, _by: Position) -> Asked:
    """An application names the partner, its offer and why (AT-118); that nobody approved it yet refuses nothing."""
    request = MembershipRequest(row.organisation_name, row.told["offer"], row.told["motivation"], row.on)
    return ask(partner_may_be_added, request, row.on)


def _identifiers(by: Position) -> Iterator[str]:
    """What would give away somebody in whose file the sender takes part: the names, the reference at VDAB and the number."""
    for case in Case.objects.visible_to(by, timezone.localdate()).select_related("file__person"):
        person = case.file.person
        yield from (str(person), person.mlp_reference or "", case.reference)
        if len(person.family_name) >= TELLING_NAME:
            yield person.family_name


def _care_hours(row: Arrangement, _by: Position) -> Asked:
    """Hours stand under one of the seven tasks (AT-176)."""
    return ask(hours_are_told_by_task, hours_told(row))


ASKED: Mapping[Sort, Callable[[Arrangement, Position], Asked]] = {
    Sort.MANDATE: _mandate,
    Sort.CONTACT: _contact,
    Sort.AGREEMENT: _agreement,
    Sort.READ: _read,
    Sort.BOTTLENECK: _bottleneck,
    Sort.ICF_TRAINING: _icf_training,
    Sort.APPLICATION: _application,
    Sort.CARE_HOURS: _care_hours,
}
