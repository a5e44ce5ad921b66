"""All procedures and all their rules."""

from typing import Any

from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.assessment import Procedure
from vlechtwerk.rules.kernel import Rule
from vlechtwerk.rules.recognition.procedure import RECOGNITION

PROCEDURES: dict[str, Procedure[Any]] = {ACTIVATION.name: ACTIVATION, RECOGNITION.name: RECOGNITION}
"""The procedures by the name they have in a case file."""


def all_rules() -> tuple[Rule, ...]:
    """Every rule of every procedure, in the order of the register."""
    rules = (rule for procedure in PROCEDURES.values() for rule in procedure.book)
    return tuple(sorted(rules, key=lambda rule: rule.id))


def rules_with_id(id: str) -> tuple[Rule, ...]:
    """The rules that carry this id of the register; one norm may need several functions."""
    return tuple(rule for rule in all_rules() if rule.id == id)
