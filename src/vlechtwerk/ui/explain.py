"""Turn a rule, and the way a date was counted with it, into the answer to "Why?" in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable

from vlechtwerk.rules.assessment import Reason as Against
from vlechtwerk.rules.calendar import Reckoning
from vlechtwerk.rules.kernel import Rule
from vlechtwerk.texts import explaining, translate
from vlechtwerk.ui.environment import current_language
from vlechtwerk.ui.shapes import Reason, Why


def why(rule: Rule, reckoning: Reckoning | None = None) -> Why:
    """Return the norm with its source and force, and the steps of the computation when a date was counted."""
    translator = translate(current_language())
    return Why(
        norm=translator(rule.norm),
        rule=rule.id,
        document=rule.source.document.short,
        section=rule.source.section,
        force=rule.force.value,
        steps=explaining.steps(reckoning, translator) if reckoning else (),
    )


def reasons(against: Iterable[Against]) -> tuple[Reason, ...]:
    """Each reason in a sentence, with its rule under "Why?"."""
    translator = translate(current_language())
    return tuple(Reason(explaining.reason(one, translator), why(one.rule)) for one in against)
