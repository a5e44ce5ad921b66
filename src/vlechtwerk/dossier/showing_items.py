"""What the templates of items and goals need, page by page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vlechtwerk.consent.actions import OPEN
from vlechtwerk.consent.models import Consent, Item, State
from vlechtwerk.consent.opened import Reached
from vlechtwerk.documents.models import Document
from vlechtwerk.dossier import document_words, words
from vlechtwerk.dossier.document_facts import facts_of as document_facts
from vlechtwerk.dossier.items import OpenItem, Reader
from vlechtwerk.dossier.models import Goal, Note
from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.dossier.sharing_forms import AnswerForm, RemarkForm, SharingForm
from vlechtwerk.dossier.showing import common, drawn_unmarked, in_two, remarks_of
from vlechtwerk.dossier.talks import without_the_recipients
from vlechtwerk.icf.models import Finding
from vlechtwerk.icf.scale import SOURCES
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import consent as consent_rules
from vlechtwerk.rules.assessment import Reason as Against
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.ui.environment import label, long_date
from vlechtwerk.ui.explain import reasons, why
from vlechtwerk.ui.forms import drawn
from vlechtwerk.ui.shapes import Fact, Reason


@dataclass(frozen=True)
class ShownConsent:
    """A consent in words; `asks` when the visitor can answer it now, `ends` when the visitor can end it.

    `reached` tells who opened the confidential file while it held; None where that is not for the visitor or it never held.
    """

    id: UUID
    whom: str
    state: str
    facts: tuple[Fact, ...]
    asks: bool
    ends: bool
    reached: tuple[str, ...] | None
    hint: Reason | None = None


@dataclass(frozen=True)
class ShownReader:
    """Somebody who sees an item now, through what and until when."""

    who: str
    through: str


@dataclass(frozen=True)
class ShownGoal:
    """A goal in words, with the address to replace it for who may."""

    title: str
    facts: tuple[Fact, ...]
    url: str
    replace_url: str


def item_page(shown: OpenItem, form: AnswerForm, *, reached: Mapping[UUID, Sequence[Reached]]) -> dict[str, Any]:
    """One item with everything around it."""
    return {
        **common(shown.found),
        "item": shown.item.pk,
        "title": title_of(shown.item),
        "text": wording(shown),
        "facts": [fact for fact in _facts(shown) if fact.value],
        "seen_by": [_reader(one) for one in shown.readers],
        "consents": _consents(shown, reached),
        "remarks": remarks_of(shown.remarks),
        **drawn(form),
        "may_share": shown.may_share_further,
        "may_remark": shown.may_remark,
        "withdrawing": why(BOOK.rule_of(consent_rules.withdrawn_consent_ends_reading)),
    }


def title_of(item: Item) -> str:
    """What an item is and of which day: "note of 2 april 2026"."""
    kind, day = words.ITEMS[item.kind], long_date(localtime(item.made_at).date())
    return _("%(kind)s of %(day)s") % {"kind": kind, "day": day}


def wording(shown: OpenItem) -> str:
    """The words that others read."""
    if isinstance(shown.content, Document):
        return document_words.readable(shown.content)
    return words.readable(shown.content) if isinstance(shown.content, Note) else str(shown.content.text)


def _facts(shown: OpenItem) -> Iterable[Fact]:
    content = shown.content
    yield Fact(_("written by"), words.author_of(content))
    yield Fact(_("part"), words.part_name(shown.item.compartment))
    if not shown.is_brought:
        yield Fact(_("kind of information"), str(words.CLASSES[shown.item.entry_class]))
    yield Fact(_("why it matters for work"), content.why)
    if isinstance(content, Note):
        yield Fact(_("happened on"), long_date(content.happened_on))
    if isinstance(content, Document):
        yield from document_facts(content)
    if isinstance(content, Goal):
        yield from _goal_facts(content)
    if isinstance(content, Finding):
        yield Fact(_("side"), label("domain", content.domain))
        yield Fact(_("where it comes from"), str(SOURCES[content.source]))
        yield Fact(_("of which day"), long_date(content.found_on))


def _goal_facts(goal: Goal) -> Iterable[Fact]:
    yield Fact(_("side"), label("domain", goal.domain))
    yield Fact(_("how you see that it is reached"), goal.measure)
    yield Fact(_("why it can be done"), goal.feasibility)
    yield Fact(_("obstacle to work"), goal.obstacle)
    yield Fact(_("reached by"), long_date(goal.reached_by))
    yield Fact(_("agreed on"), long_date(goal.agreed_on))


def _reader(one: Reader) -> ShownReader:
    involvement = one.access.involvement
    role = Role(involvement.capacity)
    bound = f" ({words.duty(involvement)})" if role is not Role.CLIENT else ""
    who = f"{involvement.position.account.name}, {label('role', role)}{bound}"
    if one.is_author:
        return ShownReader(who, _("wrote it"))
    if role is Role.CLIENT:
        return ShownReader(who, _("it is about the participant"))
    if involvement.until_at:
        return ShownReader(who, _("opened in an emergency"))
    if one.until_on is None:
        return ShownReader(who, _("it was shared with this function"))
    return ShownReader(who, _("with consent, until %(day)s") % {"day": words.day_before(one.until_on)})


def _consent(shown: OpenItem, one: Consent, reached: Sequence[Reached] | None) -> ShownConsent:
    is_open = one.state in OPEN and shown.found.today < one.until_on
    asked = () if shown.is_brought else (
        Fact(_("asked by"), one.asked_by.account.name),
        Fact(_("talked about on"), long_date(one.discussed_on)),
    )  # fmt: skip
    facts = [
        *asked,
        Fact(_("until"), words.last_day(one)),
        Fact(_("agreed"), str(words.HOWS[one.how]) if one.how else ""),
    ]
    return ShownConsent(
        id=one.pk,
        whom=words.people(one.audience),
        state=words.state_of(one, shown.found.today, to_client=shown.found.is_client),
        facts=tuple(fact for fact in facts if fact.value),
        asks=is_open and shown.may_answer,
        ends=one.state == State.GIVEN and shown.may_answer and one.holds_on(shown.found.today),
        reached=tuple(map(_reached, reached)) if reached is not None and _ever_held(one) else None,
    )


def _consents(shown: OpenItem, reached: Mapping[UUID, Sequence[Reached]]) -> list[ShownConsent]:
    """Each consent; with the hint to talk with who receives it, for who asks it."""
    asks = shown.may_answer and not shown.found.is_client and not shown.is_brought
    hints = without_the_recipients(shown.found, shown.consents) if asks and shown.consents else {}
    drawn_ones = ((one, _consent(shown, one, reached.get(one.pk))) for one in shown.consents)
    return [replace(drawn_one, hint=_hint(hints.get(one.pk))) for one, drawn_one in drawn_ones]


def _hint(against: Against | None) -> Reason | None:
    return next(iter(reasons([against])), None) if against else None


def _ever_held(one: Consent) -> bool:
    """Whether the client once said yes."""
    return one.state == State.GIVEN or (one.ended_at is not None and one.answered_at is not None)


def _reached(one: Reached) -> str:
    """A day with a function and its organisation: "2 april 2026: work case manager, GTB Leuven"."""
    who = f"{label('role', one.capacity)}, {one.organisation}" if one.organisation else label("role", one.capacity)
    return f"{long_date(one.day)}: {who}"


def further(shown: OpenItem) -> dict[str, Any]:
    """What the form to share further starts with."""
    return {"why": shown.content.why, "audience": []}


def share_page(shown: OpenItem, form: SharingForm, against: Iterable[Against]) -> dict[str, Any]:
    """The form to share an item further."""
    return {
        **common(shown.found),
        **drawn_unmarked(form),
        "item": shown.item.pk,
        "title": title_of(shown.item),
        "text": wording(shown),
        "reasons": reasons(against),
    }


def remark_page(shown: OpenItem, form: RemarkForm) -> dict[str, Any]:
    """The form for the client's own view."""
    text, title = wording(shown), title_of(shown.item)
    return {**common(shown.found), **drawn_unmarked(form), "item": shown.item.pk, "title": title, "text": text}


def goals_page(found: Dossier, goals: Sequence[Goal]) -> dict[str, Any]:
    """The goals that stand."""
    mine = {Role(one.involvement.capacity) for one in found.mine}
    may_write = bool(CASE_MANAGERS & mine)
    return {**common(found), "goals": [_goal(found, one, may_write) for one in goals], "may_set": may_write}


def _goal(found: Dossier, goal: Goal, may_write: bool) -> ShownGoal:
    address = reverse("dossier_goal", args=[found.case.pk])
    meaning = Fact(_("what it means for work"), goal.why)
    return ShownGoal(
        title=goal.text,
        facts=tuple(fact for fact in (*_goal_facts(goal), meaning) if fact.value),
        url=reverse("dossier_item", args=[found.case.pk, goal.item_id]),
        replace_url=f"{address}?replaces={goal.pk}" if may_write else "",
    )


def goal_form_page(found: Dossier, form: SharingForm, against: Iterable[Against]) -> dict[str, Any]:
    """The form for a goal: first the goal, then with whom it is shared."""
    return {
        **common(found),
        **in_two(form),
        "reasons": reasons(against),
        "is_change": bool(form.initial.get("replaces")),
    }
