"""The most favourable form of each event, to tell whether it could happen at all on a day."""

from collections.abc import Callable
from datetime import date

from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.recognition import events as e
from vlechtwerk.rules.recognition.facts import RecognitionFacts
from vlechtwerk.rules.recognition.terms import Condition, Exemption, Outcome


def _submission(case: RecognitionFacts, on: date) -> tuple[Event, ...]:
    complete = e.ApplicationSubmitted(
        on, Exemption.NONE, experience=True, guides=1, area=True, plan_of_action=True, declared=True
    )
    return (complete,)


def _communication(case: RecognitionFacts, on: date) -> tuple[Event, ...]:
    is_positive = case.latest is not None and case.latest.positive
    return (e.DecisionCommunicated(on, on if is_positive else None, way_to_object=True),)


FAVOURABLE: dict[type[Event], Callable[[RecognitionFacts, date], tuple[Event, ...]]] = {
    e.ApplicationSubmitted: _submission,
    e.AdmissibilityJudged: lambda case, on: (e.AdmissibilityJudged(on, admissible=True),),
    e.AdviceFinalised: lambda case, on: (e.AdviceFinalised(on, True, tuple(Condition), motivated=True),),
    e.DecisionRecorded: lambda case, on: (e.DecisionRecorded(on, True, document=True, motivated=True),),
    e.DecisionCommunicated: _communication,
    e.ObjectionFiled: lambda case, on: (e.ObjectionFiled(on, motivated=True),),
    e.ReconsiderationDecided: lambda case, on: (e.ReconsiderationDecided(on, Outcome.CONFIRMED),),
}


def candidates(case: RecognitionFacts, kind: type[Event], on: date) -> tuple[Event, ...]:
    """The forms in which an event of this kind has the best chance on a day."""
    favourable = FAVOURABLE.get(kind)
    return favourable(case, on) if favourable else (kind(on),)
