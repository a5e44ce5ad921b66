"""Asking rules about something that is to be done and is no event of a case, and refusing it for what they have against it."""

from collections.abc import Callable
from typing import Any

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.kernel import Findings, Shortfall

Asked = tuple[str, Reason | None]
"""A rule that was asked, by its id, with what it has against it."""


class RefusedByRules(Exception):
    """Rules refuse that something is done. `reasons` are the rules with what is missing; none when it was too unclear to ask."""

    def __init__(self, *reasons: Reason) -> None:
        """Keep the reasons."""
        super().__init__(", ".join(reason.rule.id for reason in reasons))
        self.reasons = reasons


def ask(function: Callable[..., Findings], *given: Any, **named: Any) -> Asked:
    """Ask one rule; its id, and the reason when something is missing."""
    rule, missing = BOOK.rule_of(function), function(*given, **named)
    return rule.id, Reason(rule, Shortfall(missing=missing)) if missing else None
