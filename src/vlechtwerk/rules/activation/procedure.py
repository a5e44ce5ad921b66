"""The activation trajectory as a procedure of the kernel."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from vlechtwerk.rules.activation import (
    closing,
    compensation,
    execution,
    extension,
    flags,
    intake,
    milestones,
    plan,
    recorders,
)
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.candidates import candidates
from vlechtwerk.rules.activation.duties.modules_a import MODULES_A
from vlechtwerk.rules.activation.duties.modules_b import MODULES_B
from vlechtwerk.rules.activation.duties.target_group import PRESENT_DECREE_FROM
from vlechtwerk.rules.activation.events import EVENTS, Referred
from vlechtwerk.rules.activation.facts import ActivationFacts, begin
from vlechtwerk.rules.activation.fold import fold
from vlechtwerk.rules.activation.terms import RegionSettings
from vlechtwerk.rules.assessment import Procedure
from vlechtwerk.rules.kernel import Event

OLDER_DECREE = "referrals before 1 July 2023 fall under the older decree, which is not supported"
RULE_MODULES = (
    closing,
    compensation,
    execution,
    extension,
    intake,
    milestones,
    plan,
    recorders,
    *MODULES_A,
    *MODULES_B,
)
"""The modules whose rules the procedure needs; naming them here is what registers their rules."""


def unsupported(events: Sequence[Event]) -> str | None:
    """Why these rules do not hold for a history: a referral under the decree of 2018-2022 (AT-003)."""
    older = any(isinstance(event, Referred) and event.on < PRESENT_DECREE_FROM for event in events)
    return OLDER_DECREE if older else None


def extra_on(case: ActivationFacts, on: date) -> Mapping[str, Any]:
    """The compensation of the care partnership."""
    return {"compensation": compensation.compensation_on(case, on)}


ACTIVATION: Procedure[ActivationFacts] = Procedure(
    name="activation",
    book=BOOK,
    events=EVENTS,
    settings=RegionSettings,
    begin=begin,
    fold=fold,
    status_on=milestones.status_on,
    over_on=milestones.over_on,
    flags_on=flags.flags_on,
    candidates=candidates,
    milestones=("minimum_reached", "maximum_reached", "closing_from"),
    extra_on=extra_on,
    unsupported=unsupported,
)
