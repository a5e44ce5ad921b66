"""What an interim evaluation consists of."""

from datetime import date

import pytest

from vlechtwerk.rules.activation.duties.evaluation_duties import (
    ContactKind,
    ProviderInput,
    RightsCheck,
    evaluation_has_an_appointment,
    providers_join_or_give_input,
    result_is_marked_as_evaluation,
    support_rights_are_looked_at,
    work_provider_contributes,
)
from vlechtwerk.rules.roles import Role

HELD = date(2026, 9, 28)


@pytest.mark.rule("AT-156")
def test_an_evaluation_without_an_appointment_in_the_career_file_is_not_complete() -> None:
    assert evaluation_has_an_appointment(None) == ("appointment",)
    assert evaluation_has_an_appointment(HELD) == ()


@pytest.mark.rule("AT-157")
def test_an_absent_provider_gives_input_beforehand() -> None:
    present = ProviderInput(Role.CARE_PROVIDER, attended=True)
    assert providers_join_or_give_input([present, ProviderInput(Role.WORK_PROVIDER)], held_on=HELD) == ("input",)
    on_the_day = ProviderInput(Role.WORK_PROVIDER, delivered_on=HELD)
    assert providers_join_or_give_input([present, on_the_day], held_on=HELD) == ()
    afterwards = ProviderInput(Role.WORK_PROVIDER, delivered_on=date(2026, 9, 29))
    assert providers_join_or_give_input([present, afterwards], held_on=HELD) == ("input",)


@pytest.mark.rule("AT-158")
def test_a_conversation_counts_as_evaluation_only_when_it_is_marked_so() -> None:
    assert result_is_marked_as_evaluation(ContactKind.CONVERSATION) == ("mark",)
    assert result_is_marked_as_evaluation(ContactKind.INTERIM_EVALUATION) == ()


@pytest.mark.rule("AT-159")
def test_each_evaluation_looks_at_support_rights() -> None:
    assert support_rights_are_looked_at(None) == ("support_rights",)
    assert support_rights_are_looked_at(RightsCheck.NOT_APPLICABLE) == ()


@pytest.mark.rule("AT-159")
def test_support_rights_are_asked_by_the_work_case_manager() -> None:
    assert support_rights_are_looked_at(RightsCheck.REQUEST, asked_by=Role.WORK_CASE_MANAGER) == ()
    refused = ("work_case_manager",)
    assert support_rights_are_looked_at(RightsCheck.REQUEST, asked_by=Role.CARE_CASE_MANAGER) == refused
    assert support_rights_are_looked_at(RightsCheck.REQUEST) == refused


@pytest.mark.rule("AT-185")
def test_a_work_provider_contributes_by_presence_or_by_a_document() -> None:
    due = date(2026, 9, 30)
    assert work_provider_contributes(None, due_on=due) == ("input",)
    assert work_provider_contributes(ProviderInput(Role.WORK_PROVIDER, attended=True), due_on=due) == ()
    in_time = ProviderInput(Role.WORK_PROVIDER, delivered_on=date(2026, 9, 30))
    assert work_provider_contributes(in_time, due_on=due) == ()
    late = ProviderInput(Role.WORK_PROVIDER, delivered_on=date(2026, 10, 1))
    assert work_provider_contributes(late, due_on=due) == ("input",)
