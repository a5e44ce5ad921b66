"""Amounts as people write them."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.formats import get_format
from django.utils.translation import gettext_lazy

WITH_POINTS = re.compile(r"\d{1,3}(\.\d{3})+,\d\d")
WITH_COMMAS = re.compile(r"\d{1,3}(,\d{3})+\.\d\d")
"""Thousands apart, and the cents told: without the cents "1.400" could be meant in two ways, and is asked again."""


class EuroField(forms.DecimalField):
    """An amount in euro, written as on paper: "1250,50", "1.250,50" and "€ 1 250,50" are the same.

    It takes what a `DecimalField` takes, and unless told otherwise no amount below zero. It is localised: what stands in it has
    the comma of the language.
    """

    def __init__(self, **more: Any) -> None:
        """Say what is expected, and with an example when it is wrong."""
        usual = {
            "min_value": Decimal(0),
            "decimal_places": 2,
            "localize": True,
            "help_text": gettext_lazy("in euro, with a comma before the cents"),
            "error_messages": {"invalid": gettext_lazy("Write an amount as in 1250,50.")},
        }
        super().__init__(**{**usual, **more})

    def to_python(self, value: Any) -> Any:
        """The amount. Raises ValidationError when it is none."""
        return super().to_python(plain(value) if isinstance(value, str) else value)


def plain(written: str) -> str:
    """What was written, without the sign of the euro, spaces, and what separates thousands in the language of the page."""
    text = re.sub(r"[€\s]", "", written)
    separator, grouped = (".", WITH_POINTS) if get_format("DECIMAL_SEPARATOR") == "," else (",", WITH_COMMAS)
    return text.replace(separator, "") if grouped.fullmatch(text) else text
