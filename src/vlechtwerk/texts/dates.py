"""Dates and numbers as people in Belgium write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

# English readers in Flanders expect British habits: day before month.
_LOCALES = {"nl": "nl_BE", "fr": "fr_BE", "en": "en_GB"}


@lru_cache(maxsize=8192)
def long_date(day: date, language: str) -> str:
    """Return a day in full: "2 april 2026" in Dutch, "2 avril 2026" in French, "2 April 2026" in English."""
    # French counts the first day of a month and names the others: 1er mai, 2 mai.
    pattern = "d'er' MMMM y" if language == "fr" and day.day == 1 else "d MMMM y"
    return format_date(day, pattern, locale=_LOCALES.get(language, language))


@lru_cache(maxsize=4096, typed=True)
def number(value: int | float | Decimal, language: str) -> str:
    """Return a number with the separators of the language: "1.250,5" in Dutch, "1,250.5" in English."""
    return format_decimal(value, locale=_LOCALES.get(language, language))


@lru_cache(maxsize=4096, typed=True)
def euro(amount: Decimal, language: str) -> str:
    """Return an amount in euro with its cents: "€ 1.250,50" in Dutch, "€1,250.50" in English."""
    return format_currency(amount, "EUR", locale=_LOCALES.get(language, language))
