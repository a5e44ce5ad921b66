"""Candidates whom care proposes to VDAB: proposing, deciding, and forgetting after the time that the region chose (AT-045)."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.intake.actions import begin_draft
from vlechtwerk.intake.judging import NotAllowed, check
from vlechtwerk.intake.models import Draft, Proposal, ProposalState
from vlechtwerk.organisations.models import Position
from vlechtwerk.organisations.queries import intake_settings_on
from vlechtwerk.rules.activation.asking import ask
from vlechtwerk.rules.activation.duties import referral
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.kernel import Shortfall
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import CARE

PROPOSERS = frozenset({*CARE, Role.WORK_CASE_MANAGER})
"""Who proposes: people of care, or the work case manager who passes on their form."""
UNDECIDED = "decision"
"""The point of the rule that waits for VDAB."""


@dataclass(frozen=True, slots=True)
class Candidacy:
    """Who is proposed, why, and on which day the candidate agreed to it."""

    given_name: str
    family_name: str
    birth_year: int
    reason: str
    consent_on: date | None


class AlreadyDecided(ValueError):
    """Somebody decided about the proposal before."""


def visible(position: Position, today: date) -> QuerySet[Proposal]:
    """The proposals that a position sees: the own ones, and for a mediator those of the region; without those past their time."""
    if not position.is_active_on(today):
        return Proposal.objects.none()
    seen = Q(proposer=position)
    if position.role == Role.VDAB_MEDIATOR:
        seen |= Q(region=position.region_id)
    found = Proposal.objects.filter(seen).exclude(decided_on__lt=_kept_since(position, today))
    return found.select_related("proposer__account", "proposer__organisation").order_by("-made_at", "id")


def _kept_since(position: Position, today: date) -> date:
    """The first day of which a decided proposal is still kept."""
    return today - timedelta(days=intake_settings_on(position.region, today).rejected_proposal_days)


@transaction.atomic
def propose(candidacy: Candidacy, *, by: Position, key: UUID) -> Proposal:
    """Propose a candidate to VDAB; the same form proposes once. It opens no file and is matched with nobody.

    Call it inside `sharing.identity.acting`. Raises NotAllowed.
    """
    if Role(by.role) not in PROPOSERS:
        raise NotAllowed
    if earlier := Proposal.objects.filter(proposer=by, idempotency_key=key).first():
        return earlier
    told = referral.Proposal(by.organisation.name, candidacy.reason, candidacy.consent_on)
    rule_id, against = ask(referral.candidate_may_be_proposed, told)
    missing = tuple(code for code in (against.shortfall.missing if against else ()) if code != UNDECIDED)
    if against and (missing or candidacy.consent_on is None):
        raise NotAllowed(Reason(against.rule, Shortfall(missing=missing)))
    made = Proposal(
        region=by.region,
        proposer=by,
        idempotency_key=key,
        given_name=candidacy.given_name,
        family_name=candidacy.family_name,
        birth_year=candidacy.birth_year,
        reason=candidacy.reason,
        consent_on=candidacy.consent_on or timezone.localdate(),
    )
    made.save(force_insert=True)
    _forget(by)
    note(Verb.CANDIDATE_PROPOSED, by=by, rules=[rule_id])
    return made


@transaction.atomic
def accept(proposal_id: UUID, *, by: Position, key: UUID) -> Draft:
    """Begin a referral from a proposal; twice is once. Raises NotAllowed, AlreadyDecided and Proposal.DoesNotExist."""
    found = _locked(proposal_id, by)
    if found.state == ProposalState.ACCEPTED and found.decided_by_id == by.pk:
        if draft := Draft.objects.filter(mediator=by, idempotency_key=key).first():
            return draft
        raise AlreadyDecided
    _decide(found, ProposalState.ACCEPTED, "", by)
    names = ("given_name", "family_name")
    answers = {name: getattr(found, name) for name in names} | {"birth_year": str(found.birth_year)}
    return begin_draft(by=by, key=key, answers=answers)


@transaction.atomic
def refuse(proposal_id: UUID, outcome: str, *, by: Position) -> None:
    """Refuse a proposal, with what the proposer is told. Raises NotAllowed, AlreadyDecided and Proposal.DoesNotExist."""
    _decide(_locked(proposal_id, by), ProposalState.REFUSED, outcome, by)


def _locked(proposal_id: UUID, by: Position) -> Proposal:
    return visible(by, timezone.localdate()).select_related(None).select_for_update(of=("self",)).get(pk=proposal_id)


def _decide(found: Proposal, state: ProposalState, outcome: str, by: Position) -> None:
    told = referral.Proposal(str(found.proposer_id), found.reason, found.consent_on, Role(by.role))
    asked = check(ask(referral.vdab_alone_decides, Role(by.role)), ask(referral.candidate_may_be_proposed, told))
    if found.state != ProposalState.WAITING:
        raise AlreadyDecided
    found.state, found.outcome = state, outcome
    found.decided_by, found.decided_on = by, timezone.localdate()
    found.save(update_fields=["state", "outcome", "decided_by", "decided_on"])
    _forget(by)
    note(Verb.PROPOSAL_DECIDED, by=by, rules=asked)


def _forget(by: Position) -> None:
    """Remove what was decided too long ago, as far as `by` sees it; nobody is shown it any more before that."""
    seen = Q(proposer=by) | (Q(region=by.region_id) if by.role == Role.VDAB_MEDIATOR else Q(pk=None))
    count, _by_model = Proposal.objects.filter(seen, decided_on__lt=_kept_since(by, timezone.localdate())).delete()
    if count:
        note(Verb.PROPOSALS_FORGOTTEN, by=by, rules=["AT-045"])
