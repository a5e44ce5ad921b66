"""What is best still done while providers carry out a plan: a warm hand-over, and care that is suspended."""

from collections.abc import Iterator

from vlechtwerk.network.queries import Execution
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties.cooperation import suspended_care_is_not_reimbursed
from vlechtwerk.rules.activation.duties.follow_up import handover_is_warm
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.calendar import ONE_DAY
from vlechtwerk.rules.roles import Role


def hints(execution: Execution) -> tuple[Reason, ...]:
    """What the rules have to say about the providers who carry out the plan now, to whoever works on it."""
    if execution.plans.found.is_client:
        return ()
    return tuple(reason for _id, reason in _asked(execution) if reason)


def _asked(execution: Execution) -> Iterator[Asked]:
    running = [one for one in execution.assigned.values() if one.runs_on(execution.plans.found.today)]
    let_in = {Domain(one.domain) for one in running if execution.let_in(one)}
    if let_in and execution.plans.manages:
        there = execution.plans.found.notes.order_by().values_list("attendees", flat=True)
        yield ask(handover_is_warm, let_in, [frozenset(map(Role, one)) for one in there])
    suspended_on = execution.plans.facts.care_suspended_on
    if suspended_on and any(one.domain == Domain.CARE for one in running):
        after = max(execution.plans.found.today, suspended_on + ONE_DAY)
        yield ask(suspended_care_is_not_reimbursed, after, suspended_on=suspended_on)
