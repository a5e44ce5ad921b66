"""Random histories that the rules accept: events of any kind, on days that move on by chance."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.rules.histories import IN_PROGRESS, READY_FOR_ADVICE, REFERRED
from vlechtwerk.history.judging import History
from vlechtwerk.rules.activation.events import EVENTS
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.activation.terms import ClosingFrom, FirstActionDueFrom, PlanDueFrom, RegionSettings
from vlechtwerk.rules.assessment import possibilities, reasons_against, replay
from vlechtwerk.rules.kernel import Event

Step = tuple[int, int, int]
STEPS: st.SearchStrategy[Step] = st.tuples(st.integers(0, 120), st.integers(0, 1000), st.integers(0, 5))
FINAL = {"stop_decided", "final_advice_registered"}


def possible(steps: Sequence[Step], start: tuple[Event, ...], region: RegionSettings) -> History:
    """The history that these steps make: after some days one of the events that the rules allow, in one of its forms.

    What ends a case is taken only now and then, or there would be little history left to look at.
    """
    events, day = list(start), start[-1].on
    for days, chance, form in steps:
        day += timedelta(days=days)
        facts, _ = replay(ACTIVATION, events, region)
        allowed = [name for name in possibilities(ACTIVATION, facts, day)[0] if name not in FINAL or chance % 5 == 0]
        if allowed:
            events.append(_form(facts, EVENTS[allowed[chance % len(allowed)]], day, form))
    return History(ACTIVATION, tuple(events), region)


def _form(facts: Any, kind: type[Event], day: date, form: int) -> Event:
    """One of the favourable forms of an event that the rules let through."""
    forms = [one for one in ACTIVATION.candidates(facts, kind, day) if not reasons_against(ACTIVATION, facts, one)]
    return forms[form % len(forms)]


regions = st.builds(
    RegionSettings,
    closing_from=st.sampled_from(ClosingFrom),
    plan_due_from=st.sampled_from(PlanDueFrom),
    first_action_due_from=st.sampled_from(FirstActionDueFrom),
    target_months=st.sampled_from([None, 12]),
)
steps = st.lists(STEPS, min_size=4, max_size=25)
histories = st.builds(possible, steps, st.sampled_from([(REFERRED,), IN_PROGRESS, READY_FOR_ADVICE]), regions)
