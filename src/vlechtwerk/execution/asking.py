"""The questions of a report, each with its label, made once for all forms."""

from collections.abc import Iterable
from typing import Any

from django import forms

from vlechtwerk.reports.words import CHOICES, LABELLED, PARTS
from vlechtwerk.ui.environment import label
from vlechtwerk.ui.forms import day_field

LONGEST = 5_000
"""The most characters of one part of a report; what is longer is a document."""
SHORT = 300
MOST_RADIOS = 6
GRANTED_OR_NOT = ("granted", "refused")
ANSWER = frozenset({"decision", "answered_on", "answer_given"})
"""The parts with what VDAB answered, which stay empty until it did."""


def words(code: str, *, short: bool = False, required: bool = False) -> forms.CharField:
    """A part in words. What the rules ask is not asked by the form too, so that a refusal tells the rule."""
    if short:
        return forms.CharField(label=_word(code), max_length=SHORT, required=required)
    return forms.CharField(label=_word(code), max_length=LONGEST, required=required, widget=forms.Textarea)


def day(code: str) -> forms.DateField:
    """A day."""
    return day_field(_word(code), required=False)


def number(code: str, lowest: int, highest: int) -> forms.IntegerField:
    """A whole number."""
    return forms.IntegerField(label=_word(code), required=False, min_value=lowest, max_value=highest)


def tick(code: str) -> forms.BooleanField:
    """Something that holds or does not."""
    return forms.BooleanField(label=_word(code), required=False)


def one_of(code: str, choices: Iterable[Any] = (), *, required: bool = True) -> forms.ChoiceField:
    """One answer out of a list; its words are put in when the form is drawn."""
    given = [str(one) for one in choices]
    widget = forms.RadioSelect if len(given or CHOICES.get(code, ())) <= MOST_RADIOS else forms.Select
    made = forms.ChoiceField(label=_word(code), widget=widget, required=required)
    made.choices = lambda: list(_offered(code, given))
    return made


def several_of(code: str, choices: Iterable[Any] = ()) -> forms.MultipleChoiceField:
    """Several answers out of a list."""
    given = [str(one) for one in choices]
    made = forms.MultipleChoiceField(label=_word(code), required=False, widget=forms.CheckboxSelectMultiple)
    made.choices = lambda: list(_offered(code, given))
    return made


def _word(code: str) -> Any:
    """What a part asks, in the language of the page."""
    return PARTS[code]


def _offered(code: str, given: Iterable[str]) -> Iterable[tuple[str, Any]]:
    """Each code of a list with its word; those that are `given`, or all."""
    if code in LABELLED:
        return ((one, label(LABELLED[code], one)) for one in given)
    wanted = set(given)
    return ((one, word) for one, word in CHOICES[code].items() if not wanted or one in wanted)
