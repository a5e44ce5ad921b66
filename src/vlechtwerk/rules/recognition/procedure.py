"""The recognition of external providers as a procedure of the kernel."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from vlechtwerk.rules.assessment import Procedure
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.recognition import (
    application,
    area,
    checks,
    decision,
    flags,
    form,
    guides,
    milestones,
    objection,
    review,
)
from vlechtwerk.rules.recognition.book import BOOK
from vlechtwerk.rules.recognition.candidates import candidates
from vlechtwerk.rules.recognition.events import EVENTS
from vlechtwerk.rules.recognition.facts import RecognitionFacts, begin
from vlechtwerk.rules.recognition.fold import fold
from vlechtwerk.rules.recognition.terms import RegionSettings

RULE_MODULES = (application, area, checks, decision, form, guides, milestones, objection, review)
"""The modules whose rules the procedure needs; naming them here is what registers their rules."""


def unsupported(events: Sequence[Event]) -> str | None:
    """Why these rules do not hold for a history: never; an application before the procedure opened is refused by a gate."""
    return None


def extra_on(case: RecognitionFacts, on: date) -> Mapping[str, Any]:
    """What the application waits for where the source gives no term."""
    return {"waiting": flags.waiting_on(case, on)}


RECOGNITION: Procedure[RecognitionFacts] = Procedure(
    name="recognition",
    book=BOOK,
    events=EVENTS,
    settings=RegionSettings,
    begin=begin,
    fold=fold,
    status_on=milestones.status_on,
    over_on=milestones.over_on,
    flags_on=flags.flags_on,
    candidates=candidates,
    milestones=("recognition_starts", "recognition_ends", "objection_until"),
    extra_on=extra_on,
    unsupported=unsupported,
)
