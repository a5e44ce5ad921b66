"""What the pages about access need: who takes part, what is open to whom, and the form of one deed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vlechtwerk.arrangements.showing_training import warned
from vlechtwerk.dossier import words
from vlechtwerk.dossier.deeds import DEEDS
from vlechtwerk.dossier.deeds.access import End, Give
from vlechtwerk.dossier.deeds.base import Deed
from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.dossier.showing import common, drawn_unmarked
from vlechtwerk.rules.assessment import Reason as Against
from vlechtwerk.rules.kernel import Rule, Shortfall
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.access import Access
from vlechtwerk.sharing.handing_over import READING_ON
from vlechtwerk.sharing.models import Involvement, InvolvementReason
from vlechtwerk.sharing.places import LINE, ONE_DAY, ends_by_hand
from vlechtwerk.sharing.policy import CONFIDENTIAL, Kind, Verb
from vlechtwerk.sharing.standing_in import STANDING_IN
from vlechtwerk.sharing.waiting import Asked, Waiting, waiting_for
from vlechtwerk.ui.environment import label, long_date
from vlechtwerk.ui.explain import reasons, why
from vlechtwerk.ui.shapes import Action, Fact, Why


@dataclass(frozen=True)
class ShownPart:
    """What somebody may do in a part of the confidential file; `end_url` leads to where that is ended."""

    name: str
    facts: tuple[Fact, ...]
    end_url: str = ""


@dataclass(frozen=True)
class Participant:
    """Somebody who takes part, with what is open; `why` explains a part that ends by itself."""

    name: str
    role: str
    facts: tuple[Fact, ...]
    parts: tuple[ShownPart, ...]
    why: Why | None = None
    end_url: str = ""


def access_page(found: Dossier) -> dict[str, Any]:
    """Who takes part, what binds them, what is open to them until when and through whom; with what the visitor can do."""
    manages = bool(found.parts(Verb.GRANT))
    waiting = waiting_for(found.position, found.today, [found.case.file])
    return {
        **common(found),
        "participants": [_participant(found, one, manages) for one in found.people],
        "actions": [Action(str(kind.title), _url(found, kind)) for kind in DEEDS.values() if _offered(found, kind)],
        "waiting": [_to_do(found, one) for one in waiting],
        "manages": manages,
        "has_access": bool(found.parts(Verb.READ)),
    }


def deed_page(found: Dossier, form: Deed, against: Iterable[Against]) -> dict[str, Any]:
    """The form of one deed, with what the rules have against it."""
    own_first = isinstance(form, Give) and not any(one.grant for one in found.mine)
    told = {"title": form.title, "intro": form.intro, "button": form.button, "own_first": own_first}
    untrained = warned(form.positions.values(), found.today)
    return {**common(found), **drawn_unmarked(form), **told, "reasons": reasons(against), "warned": untrained}


def not_yours(found: Dossier, kind: type[Deed]) -> dict[str, Any]:
    """That somebody else does this, and why."""
    against = Against(kind.rule, Shortfall(missing=(kind.missing,)))
    told = {"title": kind.title, "intro": "", "button": "", "own_first": False, "demo": False}
    return {**common(found), **told, "fields": [], "hidden": [], "errors": [], "reasons": reasons([against])}


def _offered(found: Dossier, kind: type[Deed]) -> bool:
    """Whether the list of what can be done names a deed; ending is done beside what ends."""
    return kind is not End and kind.is_for(found)


def _url(found: Dossier, kind: type[Deed], **chosen: object) -> str:
    """The address of a deed in this file, with what is chosen already."""
    url = reverse("dossier_deed", args=[found.case.pk, kind.slug])
    return f"{url}?{'&'.join(f'{name}={value}' for name, value in chosen.items())}" if chosen else url


def _participant(found: Dossier, one: Involvement, manages: bool) -> Participant:
    own = one.stands_in_for is not None and one.stands_in_for.position_id == found.position.pk
    open_to = sorted((a for a in found.access if a.involvement.pk == one.pk), key=_order)
    ends = ends_by_hand(one) and (manages or own)
    return Participant(
        name=_named(one),
        role=label("role", one.capacity),
        facts=tuple(_facts(found, one)),
        parts=tuple(_part(found, access, manages) for access in open_to if access.verbs != {Verb.GRANT}),
        why=why(rule) if (rule := _rule(one)) else None,
        end_url=_url(found, End, ends=one.pk) if ends else "",
    )


def _named(one: Involvement) -> str:
    """Name and organisation; the client works for no organisation."""
    name = one.position.account.name
    return name if one.capacity == Role.CLIENT else f"{name}, {one.position.organisation.name}"


def _order(one: Access) -> int:
    return CONFIDENTIAL.index(Kind(one.compartment.kind))


def _facts(found: Dossier, one: Involvement) -> Iterable[Fact]:
    """What binds somebody (AT-242), since and until when the part holds, through whom and why."""
    if one.capacity != Role.CLIENT:
        yield Fact(_("bound by"), words.duty(one))
    yield Fact(_("from") if one.from_on > found.today else _("since"), long_date(one.from_on))
    if one.until_at:
        end = timezone.localtime(one.until_at)
        yield Fact(_("until at the latest"), f"{long_date(end.date())} {end:%H:%M}")
    elif one.until_on:
        yield Fact(_("until and including"), long_date(one.until_on - ONE_DAY))
    yield Fact(_("given by"), one.granted_by.account.name if one.granted_by else words.by_procedure())
    yield Fact(_("why?"), _reason(one))


def _reason(one: Involvement) -> str:
    reason = label("involvement", one.reason)
    if one.stands_in_for:
        return _("%(reason)s: stands in for %(name)s") % {
            "reason": reason,
            "name": one.stands_in_for.position.account.name,
        }
    if one.follows and one.capacity != Role.EARLIER_CASE_MANAGER:
        return _("%(reason)s: follows %(name)s") % {"reason": reason, "name": one.follows.position.account.name}
    return reason


def _rule(one: Involvement) -> Rule | None:
    """The rule that lets a part end by itself."""
    if one.capacity == Role.EARLIER_CASE_MANAGER:
        return READING_ON
    by_reason = {InvolvementReason.ABSENCE: STANDING_IN, InvolvementReason.REFERRAL_LINE: LINE}
    return by_reason.get(InvolvementReason(one.reason))


def _part(found: Dossier, one: Access, manages: bool) -> ShownPart:
    """What is open in one part. Its days are told when they differ from those of the place."""
    grant, facts = one.grant, [Fact(_("may"), words.may(one.verbs - {Verb.GRANT}))]
    if grant:
        facts += [Fact(_("since"), long_date(grant.from_on)), Fact(_("given by"), grant.granted_by.account.name)]
        facts += [*_last_day(grant.until_on), Fact(_("why?"), grant.reason)]
    else:
        facts += [Fact(_("since"), long_date(one.involvement.from_on)), Fact(_("given by"), words.by_policy())]
    name = words.part_name(one.compartment)
    return ShownPart(name, tuple(facts), _url(found, End, ends=grant.pk) if grant and manages else "")


def _last_day(until_on: date | None) -> list[Fact]:
    return [Fact(_("until and including"), long_date(until_on - ONE_DAY))] if until_on else []


def _to_do(found: Dossier, one: Waiting) -> Action:
    """Something that waits, with where it is done."""
    name = one.part.position.account.name if one.part else ""
    told = {"name": name, "role": label("role", one.role)}
    if one.asked is Asked.GIVE and one.part:
        return Action(_("Give access: %(name)s (%(role)s)") % told, _url(found, Give, to=one.part.pk))
    if one.asked is Asked.END and one.part:
        return Action(_("End the place of %(name)s (%(role)s)") % told, _url(found, End, ends=one.part.pk))
    return Action(_("Nobody has this place: %(role)s") % told, _url(found, DEEDS["meewerken"]))
