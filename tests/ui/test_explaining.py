"""Sentences about rules: how a date was counted, what is missing, and that every code of the rules has a word."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from django.utils import translation

from vlechtwerk.rules.assessment import Procedure, Reason
from vlechtwerk.rules.calendar import Term, Unit, calendar_days, months, since, weeks, working_days
from vlechtwerk.rules.catalogue import PROCEDURES, rules_with_id
from vlechtwerk.rules.kernel import Shortfall
from vlechtwerk.rules.roles import Role
from vlechtwerk.texts import explaining, translate
from vlechtwerk.texts.labels import LABELS, Kind, UnknownCode, label_of_any
from vlechtwerk.ui.explain import why

AnyProcedure = Procedure[Any]
every_procedure = pytest.mark.parametrize("procedure", PROCEDURES.values(), ids=PROCEDURES.keys())
DUTCH, ENGLISH = translate("nl"), translate("en")
REFERRAL = since("referred", date(2026, 2, 2))


def test_a_date_is_explained_from_its_start_fact_step_by_step() -> None:
    assert explaining.steps(REFERRAL.plus(calendar_days(28)), DUTCH) == (
        "Toeleiding: 2 februari 2026",
        "plus 28 kalenderdagen: 2 maart 2026",
    )


def test_a_lead_time_is_taken_off() -> None:
    assert explaining.steps(REFERRAL.plus(calendar_days(-1)), ENGLISH)[1] == "minus 1 calendar day: 1 February 2026"


def test_a_date_that_is_moved_tells_by_what() -> None:
    moved = REFERRAL.moved("maximum_reached", date(2026, 2, 1))
    assert explaining.steps(moved, ENGLISH)[1] == "Not later than the end of the maximum duration: 1 February 2026"


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (calendar_days(1), "1 kalenderdag"),
        (weeks(6), "6 weken"),
        (months(18), "18 maanden"),
        (Term(5, Unit.YEARS), "5 jaar"),
        (working_days(3), "3 werkdagen"),
    ],
)
def test_a_term_is_said_in_its_own_unit(term: Term, text: str) -> None:
    assert explaining.term(term, DUTCH) == text


@pytest.mark.parametrize(
    ("shortfall", "text"),
    [
        (Shortfall(), ""),
        (
            Shortfall(missing=("care_case_manager", "plan_approved")),
            "Ontbreekt: casemanager zorg, trajectplan goedgekeurd.",
        ),
        (Shortfall(possible_from=date(2026, 7, 7)), "Mogelijk vanaf 7 juli 2026."),
    ],
)
def test_a_gate_tells_what_keeps_it_shut(shortfall: Shortfall, text: str) -> None:
    assert explaining.shortfall(shortfall, DUTCH) == text


def test_a_reason_is_the_norm_and_what_is_missing() -> None:
    rule = rules_with_id("AT-201")[0]
    text = explaining.reason(Reason(rule, Shortfall(possible_from=date(2026, 7, 7))), ENGLISH)
    assert text == f"{rule.norm} Possible from 7 July 2026."


def test_a_code_that_no_kind_knows_is_refused() -> None:
    with pytest.raises(UnknownCode, match="'sparkle' as role or event"):
        label_of_any("sparkle", Kind.ROLE, Kind.EVENT)


def test_the_page_gets_norm_source_force_and_steps_of_a_rule() -> None:
    rule = rules_with_id("AT-059")[0]
    with translation.override("en"):
        shown = why(rule, REFERRAL.plus(calendar_days(28)))
    assert (shown.rule, shown.document, shown.force) == ("AT-059", rule.source.document.short, "must")
    assert shown.norm == rule.norm
    assert shown.steps[0] == "Referral: 2 February 2026"


def test_every_role_has_a_word() -> None:
    assert set(Role) <= LABELS[Kind.ROLE].keys()


@every_procedure
def test_every_event_has_a_word(procedure: AnyProcedure) -> None:
    assert procedure.events.keys() <= LABELS[Kind.EVENT].keys()


@every_procedure
def test_every_attribute_of_an_event_has_a_word(procedure: AnyProcedure) -> None:
    names = {one.name for event in procedure.events.values() for one in fields(event)}
    assert names <= LABELS[Kind.ATTRIBUTE].keys()


@every_procedure
def test_every_obligation_and_signal_has_a_word(procedure: AnyProcedure) -> None:
    assert {rule.what for rule in procedure.deadlines} <= LABELS[Kind.OBLIGATION].keys()


@every_procedure
def test_every_date_that_comes_by_itself_has_a_word(procedure: AnyProcedure) -> None:
    assert procedure.automatics.keys() <= LABELS[Kind.DATE].keys()
