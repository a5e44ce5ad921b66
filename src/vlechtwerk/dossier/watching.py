"""What the notes tell about following the plan: whether anybody was in touch lately (AT-128)."""

from django.db.models import Max

from vlechtwerk.dossier.models import NoteKind
from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.rules.activation.asking import ask
from vlechtwerk.rules.activation.duties.follow_up import plan_is_followed
from vlechtwerk.rules.assessment import Reason, assess
from vlechtwerk.rules.roles import CASE_MANAGERS, Role


def quiet(found: Dossier) -> tuple[Reason, ...]:
    """That there was no contact for a while since the plan was approved, as far as the notes tell that a case manager reads.

    A hint, and for the case managers alone.
    """
    mine = {Role(one.involvement.capacity) for one in found.mine}
    if not CASE_MANAGERS & mine:
        return ()
    facts = assess(found.case.rules, found.events, found.today, found.case.chosen).facts
    if facts.plan_approved_on is None or facts.ending is not None or facts.final_advice_on is not None:
        return ()
    last = found.notes.exclude(kind=NoteKind.OWN_NOTE).order_by().aggregate(last=Max("happened_on"))["last"]
    _id, reason = ask(plan_is_followed, [last] if last else [], facts.plan_approved_on, found.today)
    return (reason,) if reason else ()
