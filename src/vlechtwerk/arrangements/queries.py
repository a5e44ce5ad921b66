"""What holds in a region on a day, from what was noted about it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from vlechtwerk.arrangements.models import Arrangement, Sort
from vlechtwerk.organisations.models import Organisation, Position, Region
from vlechtwerk.rules.activation.asking import ask
from vlechtwerk.rules.activation.duties.dossier import guidelines_were_read
from vlechtwerk.rules.activation.duties.initiation import slot_within_four_weeks
from vlechtwerk.rules.activation.duties.partnership import PartnerAgreement, agreement_is_shared, partners_are_complete
from vlechtwerk.rules.activation.duties.team import Organisation as PartnerKind
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.places import people_with

KINDS = {
    Organisation.Kind.CAW: PartnerKind.CAW,
    Organisation.Kind.OCMW: PartnerKind.OCMW,
    Organisation.Kind.DMW: PartnerKind.SOCIAL_SERVICE,
    Organisation.Kind.GGZ: PartnerKind.MENTAL_HEALTH,
    Organisation.Kind.VAPH: PartnerKind.VAPH,
}
"""The kinds of organisations that are partners of a care partnership, in the words of the rules."""
OF_PARTNERSHIP = (Sort.MANDATE, Sort.PARTNER, Sort.CONTACT, Sort.AGREEMENT, Sort.AGREED)
GUIDELINE = "guideline"
BOTH_OF_CARE = frozenset({Role.CARE_PARTNERSHIP_CONTACT, Role.CARE_DEPARTMENT})
"""The contact and the care department. They take up every bottleneck of the region and see them all; others see their own."""


# The home screen asks it each time, in the statement of its list.
LAST_SLOT = """
SELECT told FROM arrangements_arrangement
WHERE region_id = %(room_region)s AND sort = %(room_sort)s AND organisation_id = %(room_team)s
ORDER BY id DESC LIMIT 1
"""
"""What was noted last about the first free appointment of a team. Named values: `about_room`."""


def noted(region: Region, *sorts: Sort) -> list[Arrangement]:
    """What was noted of these sorts, in the order in which it was, without what something else came in the place of."""
    found = Arrangement.objects.filter(region=region, sort__in=sorts)
    rows = list(found.select_related("organisation", "noted_by__account", "noted_by__organisation"))
    kinds = {row.pk: row.sort for row in rows}
    replaced = {row.about_id for row in rows if row.about_id and kinds.get(row.about_id) == row.sort}
    return [row for row in rows if row.pk not in replaced]


@dataclass(frozen=True)
class Room:
    """The first free appointment of a team of GTB as it was noted last. A day that has passed tells nothing any more."""

    team: Organisation
    first_free_on: date | None = None
    note: Arrangement | None = None

    def against(self, today: date) -> Reason | None:
        """What the rule about four weeks has against it."""
        passed = self.first_free_on is not None and self.first_free_on < today
        return ask(slot_within_four_weeks, today, None if passed else self.first_free_on)[1]


def rooms(region: Region, today: date) -> list[Room]:
    """The teams of GTB in a region, by name, each with its first free appointment."""
    latest = {row.organisation_id: row for row in noted(region, Sort.FREE_SLOT)}
    teams = {one.organisation_id: one.organisation for one in people_with(Role.WORK_CASE_MANAGER, region.pk, today)}
    return [_room(team, latest.get(pk)) for pk, team in sorted(teams.items(), key=lambda one: one[1].name)]


def about_room(position: Position) -> dict[str, Any]:
    """The values with which `LAST_SLOT` asks about the own team."""
    sort = str(Sort.FREE_SLOT)
    return {"room_region": position.region_id, "room_sort": sort, "room_team": position.organisation_id}


def own_room(position: Position, told: str | None) -> Room:
    """The first free appointment of the own team, from what `LAST_SLOT` found."""
    row = Arrangement(sort=Sort.FREE_SLOT, told=json.loads(told)) if told else None
    return _room(position.organisation, row)


def _room(team: Organisation, row: Arrangement | None) -> Room:
    told = row.told.get("first_free_on") if row else None
    return Room(team, date.fromisoformat(told) if told else None, row)


@dataclass(frozen=True)
class PartnersAgreement:
    """An agreement of the partners, with those who share it and what the rule has against it."""

    row: Arrangement
    shared_by: frozenset[str]
    against: Reason | None


@dataclass(frozen=True)
class Partnership:
    """The care partnership of a region as it stands on a day."""

    mandates: Sequence[Arrangement]
    partners: Sequence[Arrangement]
    contacts: Sequence[Arrangement]
    agreements: Sequence[PartnersAgreement]
    today: date

    @property
    def mandate(self) -> Arrangement | None:
        """The mandate that holds today."""
        return next((one for one in self.mandates if one.period.covers(self.today)), None)

    @property
    def contact(self) -> Arrangement | None:
        """The contact of today: the one who was designated last."""
        return contact_on(self.contacts, self.today)

    @property
    def present(self) -> list[Arrangement]:
        """The partners of today."""
        return [one for one in self.partners if one.period.covers(self.today)]

    @property
    def incomplete(self) -> Reason | None:
        """Which kind of partner is missing (AT-013)."""
        return ask(partners_are_complete, kinds_of(self.present))[1]


def kinds_of(partners: Iterable[Arrangement]) -> list[PartnerKind]:
    """The kinds of partners, in the words of the rules."""
    found = (KINDS.get(Organisation.Kind(one.organisation.kind)) for one in partners if one.organisation)
    return [kind for kind in found if kind is not None]


def contact_on(contacts: Iterable[Arrangement], day: date) -> Arrangement | None:
    """The contact of a day: of those who were designated by then the one from the latest day."""
    return max((one for one in contacts if one.on <= day), key=lambda one: (one.on, one.pk), default=None)


def partnership_on(region: Region, today: date) -> Partnership:
    """The care partnership of a region."""
    rows = noted(region, *OF_PARTNERSHIP)
    of: dict[str, list[Arrangement]] = {sort: [one for one in rows if one.sort == sort] for sort in OF_PARTNERSHIP}
    partners = [one for one in of[Sort.PARTNER] if one.period.covers(today)]
    names = frozenset(one.organisation_name for one in partners)
    agreements = [_agreement(one, of[Sort.AGREED], names) for one in of[Sort.AGREEMENT]]
    return Partnership(of[Sort.MANDATE], of[Sort.PARTNER], of[Sort.CONTACT], agreements, today)


def _agreement(row: Arrangement, agreed: Iterable[Arrangement], partners: frozenset[str]) -> PartnersAgreement:
    shared_by = frozenset(one.organisation_name for one in agreed if one.about_id == row.pk)
    review = row.told.get("review_on")
    review_on = date.fromisoformat(review) if review else None
    told = PartnerAgreement(row.told["text"], row.on, partners, shared_by, review_on)
    return PartnersAgreement(row, shared_by, ask(agreement_is_shared, told)[1])


@dataclass(frozen=True)
class Guide:
    """A guideline, a contact or material to learn from; a guideline with the day on which the visitor read it."""

    row: Arrangement
    read_on: date | None
    against: Reason | None


def guides(position: Position, today: date) -> list[Guide]:
    """What a region refers to, with what the visitor read of it."""
    rows = noted(position.region, Sort.GUIDE)
    mine = Arrangement.objects.filter(sort=Sort.READ, noted_by__account=position.account_id)
    read = dict(mine.values_list("about_id", "on"))
    return [_guide(row, read.get(row.pk), today) for row in rows if row.on <= today]


def _guide(row: Arrangement, read_on: date | None, today: date) -> Guide:
    version = str(row.pk)
    read = {version: read_on} if read_on else {}
    asked = ask(guidelines_were_read, read, version=version, on=today)[1] if row.told["kind"] == GUIDELINE else None
    return Guide(row, read_on, asked)


@dataclass(frozen=True)
class Bottleneck:
    """A structural bottleneck that was signalled, with what was done with it."""

    row: Arrangement
    answers: Sequence[Arrangement]


def bottlenecks(position: Position) -> list[Bottleneck]:
    """Those of the region for who takes them up, and the own ones for everybody else; the latest first."""
    rows = noted(position.region, Sort.BOTTLENECK, Sort.TAKEN_UP)
    sees_all = position.role in BOTH_OF_CARE
    seen = (one for one in rows if one.sort == Sort.BOTTLENECK and (sees_all or one.noted_by_id == position.pk))
    answers: list[Any] = [one for one in rows if one.sort == Sort.TAKEN_UP]
    return [Bottleneck(one, [each for each in answers if each.about_id == one.pk]) for one in reversed(list(seen))]
