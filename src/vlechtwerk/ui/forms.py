"""Draw Django forms with our own components."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.choices import BaseChoiceIterator
from django.utils.datastructures import MultiValueDict
from django.utils.formats import localize_input
from django.utils.translation import gettext as _

from vlechtwerk.texts import labels
from vlechtwerk.ui.shapes import Choice, Field, FormError

# From the most particular widget to the most general one: a radio group is a select too.
_KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.Select, "select"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Textarea, "textarea"),
    (forms.DateInput, "date"),
    (forms.FileInput, "file"),
    (forms.NumberInput, "number"),
    (forms.PasswordInput, "password"),
    (forms.EmailInput, "email"),
)
_CHOOSING = {"checkboxes", "radios", "select"}
# What was chosen is told by the options; a password is never sent back, and no browser takes a file back.
_NEVER_SHOWN = {*_CHOOSING, "password", "file"}


_BEGUN: ContextVar[QueryDict | None] = ContextVar("begun", default=None)


@contextmanager
def begun(values: QueryDict | None) -> Iterator[None]:
    """Let the empty forms that are drawn here start with what was typed in them before, right or wrong."""
    before = _BEGUN.set(values)
    try:
        yield
    finally:
        _BEGUN.reset(before)


class ActionForm(forms.Form):
    """A form that does something. Its key is made when the form is drawn, so that sending it twice acts once.

    `needed` are fields that the rules ask for and that Django lets be empty: they are not marked as ones to skip.
    """

    needed: ClassVar[Collection[str]] = ()

    idempotency_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    # The browser would stop at the first empty field; our summary names them all and links to each.
    use_required_attribute = False

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        """What a field starts with: what was typed in it before (`begun`), as it was sent."""
        values, name = _BEGUN.get(), self.add_prefix(field_name)
        if values is None or isinstance(field, forms.FileField):
            return super().get_initial_for_field(field, field_name)
        return field.widget.value_from_datadict(values, MultiValueDict(), name)


class DayField(forms.DateField):
    """A day as browsers send it; one that is typed by hand may be written as people write it."""

    def to_python(self, value: Any) -> date | None:
        """Try first what nearly every browser sends: the ways of writing of the language are tried one by one."""
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            return super().to_python(value)


class Offered(BaseChoiceIterator):
    """Choices that stand as a field has them already, so that Django need not look at each of them three times."""

    def __init__(self, choices: Mapping[Any, Any]) -> None:
        """Take each code with its word."""
        self._pairs = [(str(code), word) for code, word in choices.items()]

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """Each code with its word."""
        return iter(self._pairs)


def day_field(label: Any, **more: Any) -> forms.DateField:
    """A day, as the browser asks it; `more` is what else a field of Django takes."""
    return DayField(label=label, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **more)


def offer(form: forms.Form, name: str, choices: Mapping[Any, Any]) -> None:
    """Give a field of a form its choices: each code with its word."""
    chosen = form.fields[name]
    if isinstance(chosen, forms.ChoiceField):
        chosen.choices = Offered(choices)


def refuse_reversed(form: forms.Form, first: str, last: str) -> None:
    """Tell in a form that is cleaned that the day of one field lies before that of another, the first day of a period."""
    begins, ends = form.cleaned_data.get(first), form.cleaned_data.get(last)
    if begins and ends and ends < begins:
        form.add_error(last, _("This day lies before the first day."))


def visible_fields(form: forms.BaseForm) -> list[Field]:
    """Return the fields that the visitor fills in, in their order."""
    return [field(bound) for bound in form.visible_fields()]


def hidden_fields(form: forms.BaseForm) -> list[tuple[str, str]]:
    """Return name and value of the fields that travel along unseen."""
    return [(bound.html_name, _text(bound.value())) for bound in form.hidden_fields()]


def form_errors(form: forms.BaseForm) -> list[FormError]:
    """Return the lines of the error summary: first what concerns the whole form, then field by field."""
    found = [FormError(str(text)) for text in form.non_field_errors()]
    # A hidden field has no place of its own on the page, so its errors are told without a link.
    found += [FormError(text) for bound in form.hidden_fields() for text in _errors(bound)]
    for drawn in visible_fields(form):
        found += [FormError(f"{labels.sentence(drawn.label)}: {text}", drawn.target) for text in drawn.errors]
    return found


def drawn(form: forms.BaseForm | None) -> dict[str, Any]:
    """A form as `ui.simple_form` and `ui.error_summary` draw it: its questions, what travels along, and what is wrong.

    Without a form, for who only reads, there is nothing of it.
    """
    if form is None:
        return {"fields": [], "hidden": [], "errors": []}
    return {"fields": visible_fields(form), "hidden": hidden_fields(form), "errors": form_errors(form)}


def field(bound: BoundField) -> Field:
    """Return a bound field as the components draw it, with what was typed and what is wrong with it."""
    kind = kind_of(bound.field.widget)
    return Field(
        kind=kind,
        name=bound.html_name,
        id=bound.id_for_label if kind not in {"radios", "checkboxes"} else bound.auto_id,
        label=str(bound.label),
        value="" if kind in _NEVER_SHOWN else _text(_localised(bound)),
        hint=str(bound.help_text),
        errors=tuple(_errors(bound)),
        required=bound.field.required or bound.name in getattr(bound.form, "needed", ()),
        choices=tuple(_choices(bound)) if kind in _CHOOSING else (),
        autocomplete=str(bound.field.widget.attrs.get("autocomplete", "")),
        accept=str(bound.field.widget.attrs.get("accept", "")),
    )


def _localised(bound: BoundField) -> Any:
    """What stands in a field; an amount has the comma of the language, as it is asked."""
    return localize_input(bound.value()) if bound.field.localize else bound.value()


def kind_of(widget: forms.Widget) -> str:
    """Return the way of entering a value that goes with a widget of Django; plain text when nothing else fits."""
    return next((kind for widget_type, kind in _KINDS if isinstance(widget, widget_type)), "text")


def _errors(bound: BoundField) -> Iterator[str]:
    """Yield what is wrong with a field."""
    return (str(text) for text in bound.errors)


def _choices(bound: BoundField) -> Iterator[Choice]:
    """Yield the options of a field that is chosen from a list."""
    for option in bound.subwidgets:
        data: dict[str, Any] = option.data
        yield Choice(
            value=_text(data["value"]),
            label=str(data["label"]),
            id=str(data["attrs"].get("id", "")),
            chosen=bool(data["selected"]),
        )


def _text(value: object) -> str:
    """Return a value as it stands in an input: a date as the browser wants it, nothing as an empty text."""
    if value is None or value is False:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
