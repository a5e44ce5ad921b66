"""Forms: labels, hints and errors in their place, and what was typed stays."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms

from tests.ui.conftest import Render
from vlechtwerk.ui.forms import ActionForm, day_field, form_errors, hidden_fields, visible_fields
from vlechtwerk.ui.shapes import Field, FormError

KEY = "0196f1f6-8f5e-7c31-a1a2-3b4c5d6e7f80"


class MeetingForm(ActionForm):
    """A form with the ways of entering a value that differ."""

    on = forms.DateField(label="datum", help_text="Zoals 19-02-2026", widget=forms.DateInput)
    place = forms.CharField(label="plaats", required=False)
    attendance = forms.ChoiceField(label="aanwezigheid", choices=[("present", "aanwezig")], widget=forms.RadioSelect)

    def clean(self) -> None:
        """Refuse one place as a whole."""
        if self.cleaned_data.get("place") == "maan":
            raise forms.ValidationError("Dat is te ver.")


def drawn(form: forms.Form, name: str) -> Field:
    return next(one for one in visible_fields(form) if one.name == name)


def test_a_date_that_cannot_be_read_stays_as_it_was_typed() -> None:
    assert drawn(MeetingForm({"on": "gisteren"}), "on").value == "gisteren"


def test_a_date_is_given_to_the_browser_in_its_own_form() -> None:
    assert drawn(MeetingForm(initial={"on": date(2026, 2, 19)}), "on").value == "2026-02-19"


@pytest.mark.parametrize("typed", ["2026-02-19", "19-02-2026", "19/2/2026", " 19-2-2026 "])
def test_a_day_may_be_written_as_people_write_it(typed: str) -> None:
    assert day_field("datum").clean(typed) == date(2026, 2, 19)


@pytest.mark.parametrize("typed", ["2026-02-29", "31-4-2026", "19 februari"])
def test_a_day_that_does_not_exist_is_none(typed: str) -> None:
    with pytest.raises(forms.ValidationError):
        day_field("datum").clean(typed)


def test_every_fault_is_listed_with_the_name_of_its_field_and_leads_to_it() -> None:
    form = MeetingForm({"idempotency_key": KEY, "place": "Gent"})
    assert form_errors(form) == [
        FormError("Datum: Dit veld is verplicht.", "id_on"),
        FormError("Aanwezigheid: Dit veld is verplicht.", "id_attendance_0"),
    ]


def test_a_fault_of_the_whole_form_leads_nowhere() -> None:
    form = MeetingForm({"idempotency_key": KEY, "on": "2026-02-19", "attendance": "present", "place": "maan"})
    assert form_errors(form) == [FormError("Dat is te ver.")]


def test_every_drawing_of_a_new_form_has_another_key() -> None:
    assert hidden_fields(MeetingForm()) != hidden_fields(MeetingForm())


def test_a_form_that_comes_back_keeps_its_key() -> None:
    assert hidden_fields(MeetingForm({"idempotency_key": KEY})) == [("idempotency_key", KEY)]


def test_a_field_is_tied_to_its_hint_and_its_error(render: Render) -> None:
    form = MeetingForm({"on": "gisteren"})
    markup = render("{{ ui.field(field) }}", field=drawn(form, "on"))
    assert 'aria-describedby="id_on-hint id_on-error" aria-invalid="true"' in markup
    assert 'id="id_on-hint"' in markup
    assert 'id="id_on-error"' in markup


def test_only_a_field_that_may_stay_empty_says_so(render: Render) -> None:
    texts = {one.name: render("{{ ui.field(field) }}", field=one) for one in visible_fields(MeetingForm())}
    assert {name: "(niet verplicht)" in text for name, text in texts.items()} == {
        "on": False,
        "place": True,
        "attendance": False,
    }


def test_what_was_typed_is_never_markup(render: Render) -> None:
    markup = render("{{ ui.field(field) }}", field=drawn(MeetingForm({"place": '"><b>x'}), "place"))
    assert 'value="&#34;&gt;&lt;b&gt;x"' in markup


def test_a_group_is_one_question_with_its_options(render: Render) -> None:
    markup = render("{{ ui.field(field) }}", field=drawn(MeetingForm({"attendance": "present"}), "attendance"))
    assert "<legend>Aanwezigheid</legend>" in markup
    assert 'type="radio" id="id_attendance_0" name="attendance" value="present" checked' in markup


@pytest.mark.parametrize(("keyed", "count"), [("true", 1), ("false", 0)])
def test_a_form_that_acts_carries_its_proof_and_a_key(render: Render, keyed: str, count: int) -> None:
    markup = render("{% call ui.post_form(request, '/x', keyed=" + keyed + ") %}<button>ja</button>{% endcall %}")
    assert markup.count('name="csrfmiddlewaretoken"') == 1
    assert markup.count('name="idempotency_key"') == count


def test_the_summary_counts_the_faults(render: Render) -> None:
    assert "1 antwoord klopt nog niet" in render(
        "{{ ui.error_summary(errors) }}", errors=[FormError("Datum: …", "id_on")]
    )


def test_there_is_no_summary_without_faults(render: Render) -> None:
    assert render("{{ ui.error_summary([]) }}").strip() == ""
