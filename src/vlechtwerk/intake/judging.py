"""What the rules say about a referral: every requirement that holds before VDAB hands somebody over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from vlechtwerk.rules.activation.asking import Asked, RefusedByRules, ask
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import referral, target_group
from vlechtwerk.rules.activation.duties.dossier import client_knows_of_the_registration
from vlechtwerk.rules.activation.duties.referral import Appointment, CareerAdvice, PlanOfApproach
from vlechtwerk.rules.activation.duties.target_group import Candidate, Considerations, EarlierTrajectory, Exemption
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.kernel import Checklist, Shortfall
from vlechtwerk.rules.roles import Role


class NotAllowed(RefusedByRules):
    """Rules refuse a deed on the road to the first meeting."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a mediator told about a candidate, in the words of the rules."""

    candidate: Candidate
    assessed: frozenset[str]
    weighed: Considerations
    discussed_on: date | None
    advice: CareerAdvice | None
    by_partner: bool
    assignments: str
    plan: PlanOfApproach
    informed: frozenset[str]
    appointment: Appointment
    data_told_on: date | None = None
    exception: str = ""


def listed(checklist: Checklist, done: frozenset[str]) -> Asked:
    """A checklist as a rule that was asked."""
    rule, missing = BOOK.rule_of(checklist), checklist.missing(done)
    return rule.id, Reason(rule, Shortfall(missing=missing)) if missing else None


def asked_about(told: Told, by: Role, on: date) -> Iterator[Asked]:
    """The rules about a referral on a day, each with what it has against it; not those about an earlier trajectory."""
    yield ask(referral.vdab_alone_decides, by)
    yield ask(target_group.referral_falls_under_the_present_decree, on)
    yield ask(target_group.belongs_to_the_target_group, told.candidate)
    yield listed(target_group.assessments, told.assessed)
    yield ask(target_group.five_considerations, told.weighed)
    yield ask(referral.needs_are_discussed_first, told.discussed_on, on)
    yield ask(referral.mediation_advice_comes_first, told.advice, on)
    yield ask(referral.vdab_file_goes_to_the_partner, told.by_partner)
    yield ask(referral.plan_of_approach_is_complete, told.plan)
    yield listed(referral.information_at_the_referral, told.informed)
    yield ask(client_knows_of_the_registration, told.data_told_on, recorded_on=on)
    yield ask(referral.agreements_bundle_is_complete, told.assignments, told.appointment)
    has_plan = not referral.plan_of_approach_is_complete(told.plan)
    yield ask(referral.referral_sheet_is_complete, has_plan, told.appointment)


def about_earlier(earlier: Sequence[EarlierTrajectory], exception: str, by: Role) -> Asked:
    """Whether somebody may be referred a second time (AT-037)."""
    return ask(target_group.no_earlier_trajectory, earlier, Exemption(by, exception) if exception.strip() else None)


def check(*asked: Asked) -> tuple[str, ...]:
    """The ids of the rules that were asked. Raises NotAllowed with every reason."""
    if reasons := [reason for _id, reason in asked if reason]:
        raise NotAllowed(*reasons)
    return tuple(rule_id for rule_id, _reason in asked)
