"""What the plan tells the history of the trajectory: that it was signed, uploaded, judged, or is late."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.consent.actions import Place, share
from vlechtwerk.consent.models import ItemKind
from vlechtwerk.consent.sharing import Agreement, Sharing
from vlechtwerk.dossier.actions import Draft, write_note
from vlechtwerk.dossier.models import NoteKind
from vlechtwerk.history import actions as history
from vlechtwerk.history.refusals import Refused
from vlechtwerk.plans.actions import NotTheLatest, PlanNotOpen, PlanRefused, lock, refuse
from vlechtwerk.plans.ceilings import maxima
from vlechtwerk.plans.models import Judgement, Manner, Plan
from vlechtwerk.plans.queries import PlanFile, signed_last
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties import network, payment
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.activation.duties.network import Judgement as Verdict
from vlechtwerk.rules.activation.terms import Medium
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.models import Compartment, SignalKind
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.sharing.signals import end_signals, raise_signal
from vlechtwerk.sharing.storing import store


@transaction.atomic
def upload(*, plans: PlanFile, seen: UUID | None, key: UUID) -> None:
    """Mark the latest version as signed and uploaded in the confidential file; from then on the coordinator may read it.

    That it was signed is recorded on the day of the last signature, unless that was done already. Raises NotTheLatest when
    another wording was saved meanwhile, PlanRefused when the history refuses it, and PlanNotOpen when it is not to be done.
    """
    lock(plans)
    plan = plans.latest
    if plan is None or plan.item_id != seen:
        raise NotTheLatest
    if plans.manages is None or not may_be_uploaded(plans, plan):
        raise PlanNotOpen
    if plans.recorded(plan) is None:
        signatures = plans.signatures(plan)
        signed = e.PlanSigned(
            signed_last(signatures),
            tuple(sorted(signatures)),
            _medium({Manner(one.manner) for one in signatures.values()}),
            plan.number,
            plans.changed(plan),
        )
        _record(plans, signed, uuid4())
    _record(plans, e.PlanUploaded(plans.found.today, plan.number), key)


def may_be_uploaded(plans: PlanFile, plan: Plan) -> bool:
    """Whether everybody signed a version that was not uploaded yet."""
    recorded = plans.recorded(plan)
    if recorded:
        return recorded.uploaded_on is None
    return plans.signers(plan) <= plans.signatures(plan).keys()


def _medium(manners: set[Manner]) -> Medium:
    """How the plan was signed; one signature on paper among others makes it mixed (AT-105)."""
    if len(manners) > 1:
        return Medium.MIXED
    return Medium.PAPER if Manner.PAPER in manners else Medium.EID


def _record(plans: PlanFile, event: Event, key: UUID) -> None:
    try:
        history.record(case=plans.found.case, event=event, by=plans.found.position, key=key)
    except Refused as refused:
        others = (reason for one in refused.contradicted for reason in one.reasons)
        raise PlanRefused(*refused.reasons, *others) from refused


@dataclass(frozen=True, slots=True)
class Judging:
    """What the coordinator says of the wording of the item `seen`, in which words, and whether it is realistic and affordable."""

    seen: UUID | None
    verdict: Verdict
    text: str
    realistic: bool = False
    within_budget: bool = False


@transaction.atomic
def judge(*, plans: PlanFile, judging: Judging, key: UUID) -> Judgement:
    """Approve or return an uploaded version, or ask a question about it. A second call with the same `key` changes nothing.

    Nobody judges what was not on the page: when another version waits by now, or another wording of it, that is NotTheLatest.
    Raises PlanRefused when rules refuse it, and PlanNotOpen when it is not up to the visitor or there is nothing to judge.
    """
    by, today = plans.found.position, plans.found.today
    if Role.NETWORK_COORDINATOR not in plans.capacities:
        raise PlanNotOpen
    lock(plans)
    if earlier := Judgement.objects.filter(author=by, idempotency_key=key).first():
        return earlier
    plan = to_judge(plans)
    if plan is None:
        raise PlanNotOpen
    if plan.item_id != judging.seen:
        raise NotTheLatest
    asked = refuse(_asked_to_judge(plans, plan, judging))
    part = Compartment.objects.get(file=plans.found.case.file_id, kind=Kind.COST)
    agreed = Agreement(audience=frozenset({*CASE_MANAGERS, Role.NETWORK_COORDINATOR}))
    sharing = Sharing(Role.NETWORK_COORDINATOR, EntryClass.ADMINISTRATIVE, judging.text, agreed)
    made = Judgement(compartment=part, author=by, number=plan.number, verdict=judging.verdict, idempotency_key=key)
    made.text, made.realistic, made.within_budget = judging.text.strip(), judging.realistic, judging.within_budget
    made.item = share(Place(part, ItemKind.JUDGEMENT), sharing, by=by)
    store(made)
    note(Deed.PLAN_JUDGED, by=by, file_id=part.file_id, rules=asked)
    end_signals(part.file_id, SignalKind.PLAN_UPLOADED, by=by)
    raise_signal(part.file_id, SignalKind.PLAN_ANSWERED)
    if judging.verdict is Verdict.APPROVED:
        _record(plans, e.PlanApproved(today, plan.number), key)
    if judging.verdict is Verdict.RETURNED:
        _record(plans, e.PlanReturned(today, plan.number), key)
    return made


def to_judge(plans: PlanFile) -> Plan | None:
    """The version that waits for the answer of the coordinator."""
    return next((one for one in reversed(plans.versions) if waits_for_judgement(plans, one)), None)


def waits_for_judgement(plans: PlanFile, plan: Plan) -> bool:
    """Whether a version was uploaded and neither approved nor returned."""
    recorded = plans.recorded(plan)
    return bool(recorded and recorded.uploaded_on and not (recorded.approved_on or recorded.returned_on))


def _asked_to_judge(plans: PlanFile, plan: Plan, judging: Judging) -> list[Asked]:
    asked = [ask(network.judgement_is_explained, judging.verdict, judging.text.strip(), CASE_MANAGERS)]
    if judging.verdict is Verdict.APPROVED:
        approval = network.Approval(
            Role.NETWORK_COORDINATOR, plans.found.today, judging.realistic, judging.within_budget
        )
        asked.append(ask(network.approval_is_noted, approval))
        # Without estimates the coordinator alone can tell whether the plan is affordable.
        if costs := plan.told.costs:
            limits = maxima(plans.found.case.region_id)
            asked.append(ask(payment.cost_stays_within_the_maximum, costs, limits, plans.found.today))
    return asked


@transaction.atomic
def explain_delay(*, plans: PlanFile, reason: str, next_steps: str, key: UUID) -> None:
    """Note why the plan is late and what is done about it (AT-087), for both case managers.

    Raises PlanRefused when rules refuse it, and PlanNotOpen for who is no case manager.
    """
    part = plans.part
    if part is None or plans.manages is None:
        raise PlanNotOpen
    told = e.DelayNoted(plans.found.today, reason_given=bool(reason.strip()), next_steps_given=bool(next_steps.strip()))
    _record(plans, told, key)
    draft = Draft(
        happened_on=plans.found.today,
        kind=NoteKind.CONTACT,
        entry_class=EntryClass.ADMINISTRATIVE,
        text=f"{reason.strip()}\n{next_steps.strip()}",
        attendees=(plans.manages,),
        client_absence=_("This is a note about a term, not about a talk."),
        agreed=Agreement(audience=CASE_MANAGERS),
    )
    write_note(compartment=part, draft=draft, own=plans.found.own, key=key)
