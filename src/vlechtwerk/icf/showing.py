"""What the templates of the profile need to fill it in and to close it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vlechtwerk.arrangements.showing_training import warned
from vlechtwerk.arrangements.training import ambassadors
from vlechtwerk.consent.models import Item
from vlechtwerk.dossier import words
from vlechtwerk.dossier.sharing_forms import SharingForm
from vlechtwerk.dossier.showing import ShownRemark, common, drawn_unmarked, in_two, remarks_of
from vlechtwerk.icf.actions import Sitting
from vlechtwerk.icf.completing import asked_about, is_behind
from vlechtwerk.icf.forms import ABOUT_SITTING, RowForm, TalkForm
from vlechtwerk.icf.models import About, Explanation, Finding
from vlechtwerk.icf.queries import Profile
from vlechtwerk.icf.saving import Filled
from vlechtwerk.icf.scale import COMPONENTS, QUALIFIERS, SOURCES
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.closing import ALL_ICF_CATEGORIES, icf_is_complete
from vlechtwerk.rules.assessment import Reason as Against
from vlechtwerk.ui.environment import label, long_date
from vlechtwerk.ui.explain import reasons, why
from vlechtwerk.ui.forms import field, form_errors, hidden_fields
from vlechtwerk.ui.shapes import Field, FormError

COMPLETE = BOOK.rule_of(icf_is_complete)
"""All categories are filled in before the final advice (AT-143)."""
ALWAYS_SENT = ("csrfmiddlewaretoken", "idempotency_key", "row")


@dataclass(frozen=True)
class ShownFinding:
    """A finding as it is read; `states` are those of the consents for it, for who wrote it and for the client."""

    value: str
    told: str
    remark: str
    url: str
    states: tuple[str, ...] = ()
    remarks: Sequence[ShownRemark] = ()


@dataclass(frozen=True)
class ShownRow:
    """A category with what stands in it, the latest first, and its questions. `sent` are the names that a change sends."""

    code: str
    title: str
    explanation: str
    stands: tuple[ShownFinding, ...]
    differs: bool
    fields: tuple[Field, ...]
    more: tuple[Field, ...]
    is_open: bool
    sent: str


@dataclass(frozen=True)
class ShownGroup:
    """The categories of one component."""

    name: str
    rows: tuple[ShownRow, ...]


@dataclass(frozen=True)
class ShownExplanation:
    """An explanation as it is read, with the address to replace it for who may."""

    about: str
    text: str
    told: str
    url: str
    replace_url: str = ""


def every_page(profile: Profile) -> dict[str, Any]:
    """What every page of a profile shows: which set it is, and how far it is for who looks."""
    loaded = profile.loaded
    return {
        **common(profile.found),
        "icf_set": loaded.icf_set if loaded else None,
        "is_whole": loaded is not None and loaded.is_whole,
        "filled": profile.filled,
        "total": profile.total,
        "needed": ALL_ICF_CATEGORIES,
        "may_write": profile.may_write,
        "talked_on": long_date(profile.talked_on) if profile.talked_on else "",
    }


def _helped(profile: Profile) -> dict[str, Any]:
    """A warning for a care case manager without ICF training, and who helps in the region when that was noted."""
    found = profile.found
    return {
        "warned": warned([found.position], found.today),
        "ambassadors": [one.told for one in ambassadors(found.case.region, found.today)],
    }


def profile_page(filled: Filled) -> dict[str, Any]:
    """All categories with their questions, and above them what holds for the whole sitting."""
    asked = in_two(filled.sitting)
    behind = is_behind(filled.profile)
    return {
        **every_page(filled.profile),
        "groups": groups(filled.profile, filled.rows),
        "fields": [one for one in asked["fields"] if one.name in ABOUT_SITTING],
        "sharing": asked["sharing"],
        "hidden": hidden_fields(filled.sitting),
        "errors": _errors(filled) if filled.sitting.is_bound else [],
        "reasons": reasons(filled.against),
        "behind": reasons([behind] if behind else ()),
        **_helped(filled.profile),
    }


def _errors(filled: Filled) -> list[FormError]:
    """Every fault of the page, each with its place; of a category with its code."""
    found = form_errors(filled.sitting)
    for row in filled.rows:
        found += [FormError(f"{row.category.code}: {one.text}", one.target) for one in form_errors(row)]
    return found


def groups(profile: Profile, rows: Sequence[RowForm]) -> list[ShownGroup]:
    """The categories by component."""
    shown = [(row.category.component, shown_row(profile, row)) for row in rows]
    found = ((name, tuple(row for letter, row in shown if letter == code)) for code, name in COMPONENTS.items())
    return [ShownGroup(str(name), of_group) for name, of_group in found if of_group]


def shown_row(profile: Profile, row: RowForm) -> ShownRow:
    """One category."""
    category, fields = row.category, {one.name: field(one) for one in row.visible_fields()}
    first, second, third, fourth = fields.values()
    of_all = [one.html_name for one in row.visible_fields()]
    standing = different(profile.by_code.get(category.code, ()))
    return ShownRow(
        code=category.code,
        title=category.title,
        explanation=category.explanation,
        stands=tuple(shown_finding(profile, one) for one in standing),
        differs=len(standing) > 1,
        fields=(first, second),
        more=(third, fourth),
        is_open=bool(third.value or fourth.value or third.errors or fourth.errors),
        sent=",".join((*ALWAYS_SENT, *ABOUT_SITTING, *SHARED, *of_all)),
    )


SHARED = tuple(SharingForm.base_fields)


def different(findings: Sequence[Finding]) -> list[Finding]:
    """The latest finding, and the latest one of everybody else who found something different."""
    if not findings:
        return []
    latest, *earlier = findings
    of_others: dict[UUID, Finding] = {}
    for one in earlier:
        if one.author_id != latest.author_id:
            of_others.setdefault(one.author_id, one)
    return [latest, *(one for one in of_others.values() if one.qualifier != latest.qualifier)]


def shown_finding(profile: Profile, finding: Finding) -> ShownFinding:
    """A finding with who found it, when, and where it comes from."""
    return ShownFinding(
        value=f"{finding.qualifier} – {QUALIFIERS[finding.qualifier]}",
        told=f"{SOURCES[finding.source]}, {long_date(finding.found_on)}, {_who(finding)}",
        remark=finding.remark,
        url=reverse("dossier_item", args=[profile.found.case.pk, finding.item_id]),
        states=tuple(_states(profile, finding.item)),
        remarks=remarks_of(profile.around.remarks.get(finding.item_id, ())),
    )


def _who(finding: Finding) -> str:
    return f"{finding.author.account.name} ({label('domain', finding.domain)})"


def _states(profile: Profile, item: Item) -> Iterable[str]:
    """Where the consents stand, for the author and the client; whoever else reads it just reads it."""
    if item.author_id == profile.found.position.pk or profile.found.is_client:
        consents = profile.around.consents.get(item.pk, ())
        yield from words.states(consents, profile.found.today, to_client=profile.found.is_client)


def row_page(filled: Filled, row: RowForm, *, is_saved: bool) -> dict[str, Any]:
    """How one category stands after a change, with what is wrong when it was not saved; and how far the profile is."""
    before = filled.profile
    profile = Profile(before.found, before.part, before.loaded)
    wrong = [] if is_saved else [one.text for one in _errors(filled)]
    against = reasons(filled.against)
    return {**every_page(profile), "row": shown_row(profile, row), "wrong": wrong, "reasons": against}


def sitting_of(profile: Profile, form: SharingForm, key: UUID) -> Sitting:
    """The sitting in which an explanation is written."""
    return Sitting(profile.part, form.agreed, key)


def explanation_page(profile: Profile, form: SharingForm, against: Iterable[Against]) -> dict[str, Any]:
    """The form for an explanation, with whom it is shared."""
    is_change = bool(form.initial.get("replaces"))
    return {**every_page(profile), **in_two(form), "reasons": reasons(against), "is_change": is_change}


def completion_page(profile: Profile, form: TalkForm, refused: Sequence[Against]) -> dict[str, Any]:
    """What the rules still ask of the profile, with the explanations that are there and the talk with the client."""
    return {
        **every_page(profile),
        **drawn_unmarked(form),
        "errors": form_errors(form) if form.is_bound else [],
        "joint": len(profile.joint),
        "lacking": reasons(reason for _id, reason in asked_about(profile) if reason),
        "missing": _missing(profile),
        "refused": reasons(refused),
        "complete_why": why(COMPLETE),
        "explanations": explanations(profile),
        "today": profile.found.today,
    }


def _missing(profile: Profile) -> list[str]:
    """The categories in which both case managers do not see a finding yet."""
    categories = profile.loaded.categories if profile.loaded else ()
    return [str(one) for one in categories if one.code not in profile.joint]


def explanations(profile: Profile) -> list[ShownExplanation]:
    """The explanations that stand."""
    return [_explanation(profile, one) for one in profile.explanations]


def _explanation(profile: Profile, one: Explanation) -> ShownExplanation:
    address = reverse("icf_explanation", args=[profile.found.case.pk])
    day: date = localtime(one.written_at).date()
    return ShownExplanation(
        about=one.action if one.about == About.ACTION else _("Conclusion"),
        text=one.text,
        told=f"{one.author.account.name}, {long_date(day)}",
        url=reverse("dossier_item", args=[profile.found.case.pk, one.item_id]),
        replace_url=f"{address}?replaces={one.pk}" if profile.may_write else "",
    )
