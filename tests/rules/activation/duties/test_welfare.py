"""After an advice Welfare."""

from dataclasses import replace
from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.welfare import (
    HandOver,
    TakeOver,
    trusted_advisor_hears_of_welfare,
    welfare_is_handed_over_in_person,
)

REGISTERED = date(2027, 7, 2)
HANDED_OVER = HandOver("GTB, advice Welfare", date(2027, 7, 20), True, True)


@pytest.mark.rule("AT-218")
def test_the_note_follows_the_registration() -> None:
    assert trusted_advisor_hears_of_welfare(TakeOver(REGISTERED)) == ("note", "researcher")
    too_early = TakeOver(REGISTERED, date(2027, 7, 1), date(2027, 7, 5))
    assert trusted_advisor_hears_of_welfare(too_early) == ("note",)
    assert trusted_advisor_hears_of_welfare(TakeOver(REGISTERED, REGISTERED, REGISTERED)) == ()


@pytest.mark.rule("AT-218")
def test_the_researcher_becomes_trusted_advisor_after_the_note() -> None:
    noted = date(2027, 7, 5)
    assert trusted_advisor_hears_of_welfare(TakeOver(REGISTERED, noted, date(2027, 7, 4))) == ("researcher",)
    assert trusted_advisor_hears_of_welfare(TakeOver(REGISTERED, noted, date(2027, 7, 5))) == ()
    assert trusted_advisor_hears_of_welfare(TakeOver(REGISTERED, noted)) == ("researcher",)


@pytest.mark.rule("AT-219")
def test_the_hand_over_after_welfare_is_open_until_all_is_told() -> None:
    assert welfare_is_handed_over_in_person(HANDED_OVER) == ()
    nothing = HandOver("", None, False, False)
    assert welfare_is_handed_over_in_person(nothing) == ("receiver", "date", "client", "accepted")


@pytest.mark.rule("AT-219")
def test_the_client_is_there_when_she_is_handed_over() -> None:
    assert welfare_is_handed_over_in_person(replace(HANDED_OVER, client_present=False)) == ("client",)
