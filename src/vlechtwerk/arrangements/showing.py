"""Everything that the templates about a region need, page by page."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vlechtwerk.arrangements import words
from vlechtwerk.arrangements.applications import sees_applications, waiting
from vlechtwerk.arrangements.catalogue import OF_THE_PARTNERSHIP
from vlechtwerk.arrangements.forms import BottleneckForm, FreeSlotForm, GuideForm, NoteForm, TakenUpForm
from vlechtwerk.arrangements.forms_training import TrainingForm
from vlechtwerk.arrangements.models import Arrangement
from vlechtwerk.arrangements.queries import (
    Guide,
    PartnersAgreement,
    Partnership,
    Room,
    bottlenecks,
    guides,
    own_room,
    partnership_on,
    rooms,
)
from vlechtwerk.arrangements.showing_training import trainings_page
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import dossier, initiation, partnership, working_notes
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.explain import reasons, why
from vlechtwerk.ui.forms import drawn
from vlechtwerk.ui.shapes import Action, Cell, Column, Fact
from vlechtwerk.ui.shapes import Reason as ShownReason

WEB = ("http://", "https://")


@dataclass(frozen=True)
class ShownRoom:
    """The first free appointment of a team in words, and who noted it; `is_short` when there is none within four weeks."""

    team: str
    text: str
    noted: str
    is_short: bool


@dataclass(frozen=True)
class ShownGuide:
    """Something that people are referred to; `to_read` while the visitor did not confirm reading it."""

    id: UUID
    name: str
    kind: str
    address: str
    is_link: bool
    more: str
    read_on: date | None
    to_read: bool


def region_page(position: Position, today: date) -> dict[str, Any]:
    """What is arranged in a region, in short."""
    found = partnership_on(position.region, today)
    return {
        "region": position.region.name,
        **room_of(position, today),
        "partnership": _in_short(found),
        "gaps": _gaps(found),
        "guides": [_guide(one) for one in guides(position, today)],
        "guides_why": why(BOOK.rule_of(dossier.guidelines_were_read)),
        "applications": sees_applications(position),
        "waiting": waiting(position),
        **trainings_page(position, today),
        "actions": _actions(position, (GuideForm, BottleneckForm, TrainingForm)),
    }


def room_of(position: Position, today: date) -> dict[str, Any]:
    """The first free appointments of the region, and the way to note one for whose team it is."""
    return {
        "rooms": [_room(one, today, _noted(one.note)) for one in rooms(position.region, today)],
        "room_why": why(BOOK.rule_of(initiation.slot_within_four_weeks)),
        "room_url": _address(FreeSlotForm) if FreeSlotForm.is_for(position) else "",
    }


def watches_room(position: Position) -> bool:
    """Whether the home screen of a position tells when its team has no appointment within four weeks."""
    return FreeSlotForm.is_for(position)


def short_of_room(position: Position, told: str | None, today: date) -> ShownRoom | None:
    """The own team of GTB when it has no appointment within four weeks, from what was noted last; None for everybody else."""
    if not watches_room(position):
        return None
    own = own_room(position, told)
    return _room(own, today) if own.against(today) else None


def _room(one: Room, today: date, noted: str = "") -> ShownRoom:
    short = one.against(today) is not None
    if one.note is None:
        text = _("nobody noted a free appointment yet")
    elif one.first_free_on is None:
        text = _("there is no free appointment")
    elif one.first_free_on < today:
        text = _("the free appointment of %(day)s has passed: note the next one") % {
            "day": long_date(one.first_free_on)
        }
    else:
        text = _("first free appointment on %(day)s") % {"day": long_date(one.first_free_on)}
    return ShownRoom(one.team.name, text, noted, short)


def _noted(row: Arrangement | None) -> str:
    if row is None:
        return ""
    told = {"day": long_date(localtime(row.noted_at).date()), "who": row.noted_by.account.name}
    return _("noted on %(day)s by %(who)s") % told


def _in_short(found: Partnership) -> tuple[Fact, ...]:
    """Who is mandated, and who is the contact."""
    mandate, contact = found.mandate, found.contact
    facts = []
    if mandate:
        facts.append(Fact(_("mandated"), f"{mandate.organisation_name}, {_period(mandate)}"))
    if contact:
        facts.append(Fact(_("contact"), _contact(contact)))
    return tuple(facts)


def _contact(row: Arrangement) -> str:
    return f"{row.told['name']}, {row.organisation_name} ({row.told['reach']})"


def _period(row: Arrangement) -> str:
    if row.until is None:
        return _("from %(day)s") % {"day": long_date(row.on)}
    return _("from %(day)s to %(last)s") % {"day": long_date(row.on), "last": long_date(row.until)}


def _gaps(found: Partnership) -> tuple[ShownReason, ...]:
    """What the rules miss in the care partnership as it stands today; nothing while nobody noted anything of it."""
    if not found.partners:
        return ()
    against: list[Reason | None] = [found.incomplete, *(one.against for one in found.agreements)]
    return reasons(one for one in against if one)


def partnership_page(position: Position, today: date) -> dict[str, Any]:
    """Everything that is noted of the care partnership of a region."""
    found = partnership_on(position.region, today)
    return {
        "region": position.region.name,
        "gaps": _gaps(found),
        "mandate_columns": [Column(_("care partnership")), Column(_("period")), Column(_("source"))],
        "mandates": [
            (Cell(one.organisation_name), Cell(_period(one)), Cell(one.told["source"])) for one in found.mandates
        ],
        "partner_columns": [Column(_("partner")), Column(_("kind")), Column(_("period"))],
        "partners": [_partner(one) for one in found.partners],
        "contact_columns": [Column(_("contact")), Column(_("from"))],
        "contacts": [(Cell(_contact(one)), Cell(long_date(one.on))) for one in reversed(found.contacts)],
        "agreement_columns": [
            Column(_("agreed on")),
            Column(_("what")),
            Column(_("shared by")),
            Column(_("looked at again on")),
        ],
        "agreements": [_agreement(one) for one in found.agreements],
        "whys": {name: [why(BOOK.rule_of(one)) for one in rules] for name, rules in OF_THE_PARTNERS.items()},
        "actions": _actions(position, OF_THE_PARTNERSHIP),
    }


OF_THE_PARTNERS: Mapping[str, tuple[Callable[..., Any], ...]] = {
    "mandates": (partnership.one_partnership_per_region,),
    "partners": (partnership.partners_are_complete,),
    "contacts": (partnership.one_partner_is_the_contact, partnership.contact_only_administers),
    "agreements": (partnership.agreement_is_shared,),
}
"""The rules about each part of a care partnership."""


def _partner(row: Arrangement) -> tuple[Cell, ...]:
    kind = row.organisation.kind if row.organisation else ""
    return (Cell(row.organisation_name), Cell(str(words.PARTNER_KINDS.get(kind, kind))), Cell(_period(row)))


def _agreement(one: PartnersAgreement) -> tuple[Cell, ...]:
    missing = one.against is not None and "shared" in one.against.shortfall.missing
    shared = ", ".join(sorted(one.shared_by)) or _("nobody yet")
    not_by_all = _("not shared by all")
    shared = f"{shared} ({not_by_all})" if missing else shared
    review = long_date(date.fromisoformat(one.row.told["review_on"]))
    return (Cell(long_date(one.row.on)), Cell(one.row.told["text"]), Cell(shared), Cell(review))


def _guide(one: Guide) -> ShownGuide:
    told = one.row.told
    name = f"{told['title_of']} ({told['version']})" if told["version"] else told["title_of"]
    return ShownGuide(
        id=one.row.pk,
        name=name,
        kind=str(words.GUIDES[told["kind"]]),
        address=told["address"],
        is_link=told["address"].startswith(WEB),
        more=told["more"],
        read_on=one.read_on,
        to_read=one.against is not None,
    )


def bottlenecks_page(position: Position) -> dict[str, Any]:
    """The bottlenecks that the visitor sees, the latest first."""
    found = bottlenecks(position)
    return {
        "columns": [Column(_("signalled")), Column(_("what")), Column(_("level")), Column(_("what is done with it"))],
        "rows": [
            (
                Cell(f"{long_date(one.row.on)}, {one.row.noted_by.organisation.name}"),
                Cell(f"{one.row.told['subject']}: {one.row.told['text']}"),
                Cell(str(words.LEVELS[one.row.told["level"]])),
                Cell("; ".join(f"{each.told['text']} ({long_date(each.on)})" for each in one.answers)),
            )
            for one in found
        ],
        "why": why(BOOK.rule_of(working_notes.bottleneck_is_signalled)),
        "actions": _actions(position, (BottleneckForm, TakenUpForm) if found else (BottleneckForm,)),
    }


def form_page(form: NoteForm) -> dict[str, Any]:
    """The form of one note."""
    return {
        "title": str(form.title),
        "intro": str(form.intro),
        "back": reverse(form.back),
        **drawn(form),
    }


def _actions(position: Position, kinds: Iterable[type[NoteForm]]) -> list[Action]:
    """A way to each form that the visitor fills in."""
    return [Action(str(one.title), _address(one)) for one in kinds if one.is_for(position)]


def _address(kind: type[NoteForm]) -> str:
    return reverse("arrange", args=[kind.slug])
