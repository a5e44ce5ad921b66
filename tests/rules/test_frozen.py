"""What the rules pass around cannot be changed behind somebody's back."""

from dataclasses import FrozenInstanceError, fields
from datetime import date
from typing import Any

import pytest

from tests.rules.histories import IN_PROGRESS, forty_events, on
from vlechtwerk.rules.activation.facts import ActivationFacts
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.activation.terms import RegionSettings
from vlechtwerk.rules.attributes import Range
from vlechtwerk.rules.calendar import months
from vlechtwerk.rules.kernel import Checklist, Shortfall

ASSESSMENT = on(date(2027, 9, 15), *forty_events())


@pytest.mark.parametrize(
    "value",
    [
        ASSESSMENT,
        ASSESSMENT.status,
        ASSESSMENT.obligations[0],
        ASSESSMENT.obligations[0].rule,
        ASSESSMENT.obligations[0].rule.source,
        ASSESSMENT.obligations[0].rule.source.document,
        ASSESSMENT.obligations[0].due,
        ASSESSMENT.obligations[0].due.by,
        ASSESSMENT.blocked[0],
        ASSESSMENT.blocked[0].reasons[0],
        ASSESSMENT.facts,
        ASSESSMENT.facts.plans[0],
        ASSESSMENT.facts.interruptions[0],
        ASSESSMENT.facts.settings,
        on(date(2028, 1, 1), *forty_events()).facts.ending,
        IN_PROGRESS[0],
        ACTIVATION,
        months(3),
        Shortfall(),
        Checklist({}),
        Range(1, 2),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_the_rules_pass_around_never_changes(value: Any) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(value, fields(value)[0].name, None)


def test_of_a_new_trajectory_nothing_is_known() -> None:
    facts = ActivationFacts(RegionSettings())
    told = {getattr(facts, field.name) for field in fields(facts) if field.name != "settings"}
    assert told == {None, False, (), frozenset()}
    assert (facts.plan, facts.plan_uploaded_on, facts.plan_approved_on, facts.version(1)) == (None, None, None, None)
