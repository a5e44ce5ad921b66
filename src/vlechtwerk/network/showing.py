"""What the templates about providers need, page by page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from vlechtwerk.dossier.showing import drawn_unmarked
from vlechtwerk.network import words
from vlechtwerk.network.checking import warning
from vlechtwerk.network.models import Assignment, Fact, FactKind, Offer
from vlechtwerk.network.queries import Known, keeps_network, taken
from vlechtwerk.organisations.models import Position
from vlechtwerk.plans.words import euro
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.assessment import Reason as Against
from vlechtwerk.ui.environment import label, long_date
from vlechtwerk.ui.explain import reasons
from vlechtwerk.ui.forms import ActionForm, drawn
from vlechtwerk.ui.shapes import Cell, Column, Reason


@dataclass(frozen=True)
class Warned:
    """An assignment that runs while its provider no longer meets the conditions."""

    about: str
    url: str
    reason: Reason


def days(first: date, last: date | None) -> str:
    """From the first to the last day, both included."""
    if last is None:
        return _("from %(first)s") % {"first": long_date(first)}
    return _("from %(first)s until %(last)s") % {"first": long_date(first), "last": long_date(last)}


def network_page(
    position: Position, found: Sequence[Known], running: Sequence[Assignment], today: date, form: ActionForm | None
) -> dict[str, Any]:
    """The providers of the region with what they offer, and a warning where one can no longer be used."""
    counts = taken(running)
    columns = (_("provider"), _("in the network"), _("recognised"), _("offer"), _("places"), _("waiting time"))
    return {
        "columns": [Column(name) for name in columns],
        "rows": [row for one in found for row in _rows(one, counts, today)],
        "warnings": warnings(running, found, today),
        "may_keep": keeps_network(position),
        **drawn(form),
    }


def _rows(one: Known, counts: Any, today: date) -> Iterable[tuple[Cell, ...]]:
    """A line for each offer; one line without any."""
    name = Cell(one.provider.organisation.name, reverse("network_provider", args=[one.provider.pk]))
    if not one.offers:
        yield (name, *state(one, None, today), Cell(_("nothing is known yet"), tone="soft"), Cell("–"), Cell("–"))
    for offer in one.offers:
        count = counts[one.provider.pk, offer.domain, offer.discipline.casefold()]
        full = offer.places is not None and count >= offer.places
        yield (
            name,
            *state(one, offer, today),
            Cell(f"{offer.discipline} ({label('domain', offer.domain)})"),
            Cell(words.places(offer, count), tone="late" if full else ""),
            Cell(words.waiting(offer)),
        )


def state(one: Known, offer: Offer | None, today: date) -> tuple[Cell, Cell]:
    """Whether a provider is in the network and recognised on a day; of work no recognition is asked."""
    inside, recognised = one.is_member_on(today), one.care.is_recognised_on(today)
    told = _("yes") if recognised else _("no")
    is_work = offer is not None and offer.domain == Domain.WORK
    return Cell(_("yes") if inside else _("no")), Cell(
        _("not asked") if is_work else told, tone="soft" if is_work else ""
    )


def warnings(running: Iterable[Assignment], found: Iterable[Known], today: date) -> list[Warned]:
    """The assignments that run at a provider that no longer meets the conditions, with the rule."""
    known = {one.provider.pk: one for one in found}
    told = []
    for one in running:
        against = warning(one, known[one.provider_id], today) if one.provider_id in known else None
        if against:
            (reason,) = reasons([against])
            name = known[one.provider_id].provider.organisation.name  # type: ignore[index]  # a warning has a provider
            about = f"{one.case.file.person}: {one.discipline}, {name}"
            told.append(Warned(about, reverse("network_plan", args=[one.case_id]), reason))
    return told


def provider_page(position: Position, one: Known) -> dict[str, Any]:
    """Everything that is known of a provider, with the ways to add to it."""
    may_keep, address = keeps_network(position), {kind: name for name, kind in words.ADDRESSES.items()}
    parts = [
        {
            "title": words.FACTS[kind],
            "rows": [_fact_row(fact, address[kind], may_keep=may_keep) for fact in one.of(kind)],
            "url": reverse("network_fact", args=[one.provider.pk, address[kind]]) if may_keep else "",
        }
        for kind in FactKind
    ]
    names = (_("what"), _("days"), _("what shows it"))
    return {
        "name": one.provider.organisation.name,
        "self_employed": one.provider.self_employed,
        "id": one.provider.pk,
        "may_keep": may_keep,
        "parts": parts,
        "columns": [Column(name) for name in (*names, *((_("change"),) if may_keep else ()))],
        "offers": [
            (
                Cell(offer.discipline),
                Cell(label("domain", offer.domain)),
                Cell("–" if offer.places is None else str(offer.places)),
                Cell(words.waiting(offer)),
            )
            for offer in one.offers
        ],
        "offer_columns": [Column(name) for name in (_("discipline"), _("side"), _("places"), _("waiting time"))],
    }


def _fact_row(fact: Fact, address: str, *, may_keep: bool) -> tuple[Cell, ...]:
    what = str(words.FACTS[fact.kind])
    if fact.recogniser:
        what = str(words.RECOGNISERS[fact.recogniser])
    if fact.experience:
        what = ", ".join(str(words.EXPERIENCES[code]) for code in fact.experience)
    url = reverse("network_fact", args=[fact.provider_id, address])
    change = (Cell(_("change or end"), f"{url}?in={fact.pk}"),) if may_keep else ()
    return (Cell(what), Cell(days(fact.first, fact.last)), Cell(fact.evidence), *change)


def form_page(form: ActionForm, title: str, back: str, against: Iterable[Against] = ()) -> dict[str, Any]:
    """A form about a provider."""
    return {**drawn_unmarked(form), "title": title, "back": back, "reasons": reasons(against)}


def own_page(running: Sequence[Assignment], found: Sequence[Known], today: date) -> dict[str, Any]:
    """The assignments of the own organisation, with the way to each trajectory."""
    names = (_("participant"), _("discipline"), _("side"), _("days"), _("amount"))
    return {
        "columns": [Column(name) for name in names],
        "rows": [
            (
                Cell(str(one.case.file.person), reverse("trajectory", args=[one.case_id])),
                Cell(one.discipline),
                Cell(label("domain", Domain(one.domain))),
                Cell(days(one.first, one.last)),
                Cell("–" if one.amount is None else euro(one.amount)),
            )
            for one in sorted(running, key=lambda one: (one.first, one.pk))
        ],
        "warnings": warnings(running, found, today),
    }
