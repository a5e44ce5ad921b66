"""The fields of a form that asks what an event needs, made from the event's own dataclass.

The rules say what an event holds, so a new attribute of the rules is a new question on the screen without anything here.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.text import format_lazy
from django.utils.translation import gettext, gettext_lazy

from vlechtwerk.rules.activation import terms
from vlechtwerk.rules.casefile import FIRST_DAY, LAST_DAY
from vlechtwerk.rules.casefile.fields import Field
from vlechtwerk.rules.roles import Role
from vlechtwerk.texts import labels
from vlechtwerk.texts.labels import Kind
from vlechtwerk.ui.environment import label as label_of
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.forms import day_field

WORDS: Mapping[type[Any], Kind] = {
    terms.Attendance: Kind.ATTENDANCE,
    terms.Medium: Kind.MEDIUM,
    terms.Domain: Kind.DOMAIN,
    terms.InterruptionReason: Kind.INTERRUPTION,
    terms.Advice: Kind.ADVICE,
    terms.StopGround: Kind.STOP_GROUND,
    terms.StopManner: Kind.END_REASON,
    Role: Kind.ROLE,
}
"""Where the words of each closed list stand."""

TEAM = (Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER)
PLAN = (Role.CLIENT, *TEAM)
ROLES_ASKED: Mapping[str, tuple[Role, ...]] = {
    "attended_by": (*PLAN, Role.WORK_PROVIDER, Role.CARE_PROVIDER),
    "by": PLAN,
    "agreed_by": TEAM,
    "shared_with": (Role.TRUSTED_ADVISOR, Role.PROJECT_FOLLOWER),
}
"""Whom it makes sense to ask about: a meeting, a signature, an agreement, a note."""

YES_OR_NO = ((True, gettext_lazy("yes")), (False, gettext_lazy("no")))
NOT_TOLD = gettext_lazy("not told")
MOST_RADIOS = 6


def form_field(field: Field, known: Iterable[Any] = ()) -> forms.Field:
    """The form field for one attribute. `known` are values of a list that stand in what is being corrected."""
    label = gettext(labels.label(Kind.ATTRIBUTE, field.key))
    if field.many:
        return _several(field, label, known)
    if field.kind is date:
        return event_day_field(label)
    if field.kind is bool:
        return _yes_or_no(field, label)
    if field.kind is int:
        return _number(field, label)
    return _one_of(field, label)


def event_day_field(label: str, *, help_text: str = "") -> forms.DateField:
    """A day that the rules can reckon with."""
    limits: list[Any] = [
        MinValueValidator(FIRST_DAY, _too_early()),
        MaxValueValidator(LAST_DAY, _too_late()),
    ]
    return day_field(label, help_text=help_text, validators=limits)


def _too_early() -> Any:
    return format_lazy(gettext_lazy("Choose a day from {day} on."), day=long_date(FIRST_DAY))


def _too_late() -> Any:
    return format_lazy(gettext_lazy("Choose a day until {day} at the latest."), day=long_date(LAST_DAY))


def word(value: Enum) -> str:
    """A word of a closed list in the language of the page."""
    return label_of(WORDS[type(value)], value.value)


def _several(field: Field, label: str, known: Iterable[Any]) -> forms.Field:
    offered: list[Enum] = [*ROLES_ASKED[field.name]] if field.kind is Role else _words_in(field.kind)
    offered += [one for one in known if one not in offered]
    return forms.TypedMultipleChoiceField(
        label=label,
        # Where all are meant unless told otherwise, ticking none of them is no answer.
        required=bool(field.default),
        choices=[(one.value, word(one)) for one in offered],
        coerce=_reader(field.kind),
        widget=forms.CheckboxSelectMultiple,
    )


def _words_in(kind: type[Enum]) -> list[Enum]:
    """The words of a closed list, in their order."""
    return list(kind)


def _reader(kind: Callable[[str], Any]) -> Callable[[str], Any]:
    """What turns the code of a choice into a word of its list."""
    return kind


def _yes_or_no(field: Field, label: str) -> forms.Field:
    """A statement to tick when no is the default, else a question with two answers."""
    if not field.required:
        return forms.BooleanField(label=label, required=False)
    return forms.TypedChoiceField(
        label=label, choices=YES_OR_NO, coerce=lambda answer: answer == "True", widget=forms.RadioSelect
    )


def _number(field: Field, label: str) -> forms.Field:
    bounds = field.range
    return forms.IntegerField(
        label=label,
        required=field.required,
        min_value=bounds.lowest if bounds else None,
        max_value=bounds.highest if bounds else None,
    )


def _one_of(field: Field, label: str) -> forms.Field:
    words = [(one.value, word(one)) for one in field.kind]
    return forms.TypedChoiceField(
        label=label,
        required=field.required,
        choices=words if field.required else [("", NOT_TOLD), *words],
        coerce=_reader(field.kind),
        empty_value=None,
        widget=forms.RadioSelect if len(words) <= MOST_RADIOS else forms.Select,
    )
