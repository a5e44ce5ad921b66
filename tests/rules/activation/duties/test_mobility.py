"""Help with travel costs."""

from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.mobility import (
    CardRequest,
    Channel,
    FurtherCard,
    bus_card_is_asked_together,
    bus_card_is_possible,
    further_card_is_judged,
    train_ticket_is_for_applying,
)
from vlechtwerk.rules.roles import Role

APPOINTMENT = date(2026, 5, 4)


@pytest.mark.rule("AT-196")
def test_a_bus_card_is_for_ten_rides_at_most() -> None:
    assert bus_card_is_possible(financial_problems=True, agreed_action=True, rides=10) == ()
    assert bus_card_is_possible(financial_problems=True, agreed_action=True, rides=11) == ("rides",)
    assert bus_card_is_possible(financial_problems=True, agreed_action=True, rides=1) == ()
    assert bus_card_is_possible(financial_problems=True, agreed_action=True, rides=0) == ("rides",)


@pytest.mark.rule("AT-196")
def test_a_bus_card_is_for_people_with_financial_problems_and_agreed_actions() -> None:
    assert bus_card_is_possible(financial_problems=False, agreed_action=True, rides=10) == ("financial_problems",)
    assert bus_card_is_possible(financial_problems=True, agreed_action=False, rides=10) == ("agreed_action",)


@pytest.mark.rule("AT-197")
@pytest.mark.parametrize("channel", list(Channel))
def test_a_bus_card_is_asked_during_an_appointment(channel: Channel) -> None:
    assert bus_card_is_asked_together(CardRequest(channel, APPOINTMENT, APPOINTMENT)) == ()
    assert "appointment" in bus_card_is_asked_together(CardRequest(channel, None))


@pytest.mark.rule("AT-197")
def test_the_form_for_the_job_shop_carries_the_date_of_the_appointment() -> None:
    assert bus_card_is_asked_together(CardRequest(Channel.FORM, APPOINTMENT)) == ("form",)
    assert bus_card_is_asked_together(CardRequest(Channel.FORM, APPOINTMENT, date(2026, 5, 5))) == ("form",)
    assert bus_card_is_asked_together(CardRequest(Channel.JOB_SHOP, APPOINTMENT)) == ()


@pytest.mark.rule("AT-198")
def test_a_second_card_waits_for_the_vdab_mediator() -> None:
    judged = FurtherCard(Role.VDAB_MEDIATOR, use="ten rides to the internship", evolution="debts unchanged")
    assert further_card_is_judged(judged) == ()
    assert further_card_is_judged(FurtherCard(None)) == ("vdab_mediator", "use", "evolution")
    by_another = FurtherCard(Role.WORK_CASE_MANAGER, use="ten rides", evolution="debts unchanged")
    assert further_card_is_judged(by_another) == ("vdab_mediator",)


@pytest.mark.rule("AT-199")
def test_a_train_ticket_is_given_on_a_day_to_apply_for_a_job() -> None:
    assert train_ticket_is_for_applying(APPOINTMENT, job_application=True) == ()
    assert train_ticket_is_for_applying(APPOINTMENT, job_application=False) == ("job_application",)
    assert train_ticket_is_for_applying(None, job_application=True) == ("date",)
