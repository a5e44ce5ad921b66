"""Amounts are written as on paper, and stand in a field as they are asked."""

from decimal import Decimal

import pytest
from django import forms
from django.utils.translation import override

from vlechtwerk.ui.forms import visible_fields
from vlechtwerk.ui.money import EuroField


class Priced(forms.Form):
    """A form with an amount."""

    amount = EuroField(label="bedrag")


@pytest.mark.parametrize("written", ["1400", "1400,00", "1.400,00", "€ 1.400,00", "1 400,00"])
@pytest.mark.parametrize("language", ["nl", "fr"])
def test_an_amount_may_be_written_in_every_usual_way(written: str, language: str) -> None:
    with override(language):
        form = Priced({"amount": written})
        assert form.is_valid(), form.errors
        assert form.cleaned_data["amount"] == Decimal(1400)


def test_in_english_the_comma_separates_thousands() -> None:
    with override("en"):
        form = Priced({"amount": "€1,400.50"})
        assert form.is_valid()
        assert form.cleaned_data["amount"] == Decimal("1400.50")


@pytest.mark.parametrize("written", ["veel", "1,400,00", "12.5.1"])
def test_what_is_no_amount_is_refused_with_an_example(written: str) -> None:
    with override("nl"):
        form = Priced({"amount": written})
        assert form.errors["amount"] == ["Schrijf een bedrag zoals 1250,50."]


def test_what_can_be_meant_in_two_ways_is_asked_again() -> None:
    with override("nl"):
        assert not Priced({"amount": "1.400"}).is_valid()


@pytest.mark.parametrize(("language", "stands"), [("nl", "900,00"), ("fr", "900,00"), ("en", "900.00")])
def test_an_amount_that_is_known_stands_as_it_is_asked(language: str, stands: str) -> None:
    with override(language):
        assert visible_fields(Priced(initial={"amount": Decimal("900.00")}))[0].value == stands
