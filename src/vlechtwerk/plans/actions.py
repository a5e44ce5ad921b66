"""Saving a wording of a plan, signing it, uploading it and judging it. Each is one transaction with a line in the record."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.consent.actions import Place, replace, share
from vlechtwerk.consent.models import ItemKind
from vlechtwerk.consent.sharing import Agreement, Sharing, asked_about
from vlechtwerk.plans.checking import About, asked_of, judged
from vlechtwerk.plans.content import Content, stored
from vlechtwerk.plans.differing import changes
from vlechtwerk.plans.models import Manner, OwnSignature, Plan, Signature, Signed
from vlechtwerk.plans.queries import PlanFile
from vlechtwerk.rules.activation.asking import Asked, RefusedByRules, ask
from vlechtwerk.rules.activation.duties import plan_change, plan_content
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.activation.duties.execution_duties import change_is_discussed_with_the_client
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.models import File
from vlechtwerk.sharing.storing import store


class PlanRefused(RefusedByRules):
    """Rules refuse what was asked."""


class NotTheLatest(Exception):
    """Somebody else saved another wording since the page was opened, or the latest one is not open to the visitor."""


class PlanNotOpen(LookupError):
    """The plan is not open for this to whoever asks."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording that somebody wants to save over the one of the item `seen` (None when there was none).

    `change` gives the new content out of the present one. `only_wording` says that other words mean the same, `upgraded`
    that the team treats the change as fundamental, and `reason` why a signed plan changes.
    """

    change: Callable[[Content], Content]
    agreed: Agreement
    seen: UUID | None
    only_wording: bool = False
    upgraded: bool = False
    reason: str = ""


def asked_about_plan(plans: PlanFile, content: Content) -> Iterable[About]:
    """The rules about the content of a plan in this file."""
    present = {Role(one.capacity) for one in plans.found.involved}
    return asked_of(
        content,
        today=plans.found.today,
        both_take_part=present >= CASE_MANAGERS,
        care_suspended=plans.facts.care_suspended_on is not None,
    )


def each_once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The reasons without those that say the same: one rule that misses the same of several goals or actions."""
    return tuple({(one.rule.id, one.rule.norm, one.shortfall): one for one in reasons}.values())


def refuse(asked: Iterable[Asked]) -> list[str]:
    """The ids of the rules that were asked. Raises PlanRefused when one of them has something against it."""
    found = list(asked)
    if reasons := each_once(reason for _id, reason in found if reason):
        raise PlanRefused(*reasons)
    return [rule for rule, _reason in found]


@transaction.atomic
def save_wording(*, plans: PlanFile, wording: Wording, key: UUID) -> Plan:
    """Save a wording of the plan: of the draft, of a signed version when the change fits in it, or else of a new version.

    A second call with the same `key` changes nothing. Call it inside `sharing.identity.acting`. Raises NotTheLatest when somebody
    saved meanwhile, PlanRefused when rules refuse it, and PlanNotOpen for who is no case manager.
    """
    by, part, author = plans.found.position, plans.part, plans.manages
    if part is None or author is None:
        raise PlanNotOpen
    lock(plans)
    if earlier := Plan.objects.filter(author=by, idempotency_key=key).first():
        return earlier
    if plans.newest != wording.seen or plans.is_shut:
        raise NotTheLatest
    latest = plans.latest
    before = latest.told if latest else Content()
    content = wording.change(before)
    asked = refuse(_asked_to_save(wording, author, before, content))
    made = _next(plans, wording, content)
    if made.number > 1:
        talk = wording.agreed.discussed_on
        asked += refuse([ask(change_is_discussed_with_the_client, talk, submitted_on=plans.found.today)])
    made.compartment, made.author, made.idempotency_key = part, by, key
    made.why, made.content = wording.agreed.why.strip(), stored(content)
    sharing = _sharing(wording.agreed, author, made)
    asked += refuse(asked_about(sharing, plans.found.today))
    if latest and latest.number == made.number and (made.since > latest.since or not plans.signatures(latest)):
        replace(latest.item)
    made.item = share(Place(part, ItemKind.PLAN), sharing, by=by)
    store(made)
    note(Deed.PLAN_SAVED, by=by, file_id=part.file_id, rules=asked)
    return made


def lock(plans: PlanFile) -> None:
    """Let one person at a time change the plan of a file, and ask anew what stands then."""
    File.objects.select_for_update(no_key=True).get(pk=plans.found.case.file_id)
    for name in ("wordings", "newest", "versions", "facts", "_assessment", "_signatures", "judgements"):
        plans.__dict__.pop(name, None)


def _sharing(agreed: Agreement, author: Role, made: Plan) -> Sharing:
    return Sharing(author, EntryClass.FUNCTIONING, made.text or made.why, agreed)


def _asked_to_save(wording: Wording, author: Role, before: Content, content: Content) -> Iterable[Asked]:
    """Each writes the own part of the plan; what is wrong with the content is asked when it is signed."""
    for domain in Domain:
        mine = {one.code: one for one in before.actions if one.domain is domain}
        if mine != {one.code: one for one in content.actions if one.domain is domain}:
            yield ask(plan_content.each_writes_the_own_part, author, domain)


def _next(plans: PlanFile, wording: Wording, content: Content) -> Plan:
    """The wording that comes next, not stored yet: of which version, and from which wording on signatures count."""
    latest = plans.latest
    if latest is None:
        return Plan(number=plans.next_number, revision=1, since=1)
    told = changes(latest.told, content, only_wording=wording.only_wording)
    fits = not plan_change.change_fits_in_the_plan(told, wording.upgraded)
    if plans.recorded(latest) is None:
        since = latest.since if fits and plans.signatures(latest) else latest.revision + 1
        return Plan(number=latest.number, revision=latest.revision + 1, since=since, reason=wording.reason.strip())
    if not fits:
        return Plan(number=plans.next_number, revision=1, since=1, reason=wording.reason.strip())
    refuse([ask(plan_change.minor_change_is_logged, plans.manages, wording.reason.strip())])
    return Plan(number=latest.number, revision=latest.revision + 1, since=latest.since, reason=wording.reason.strip())


@dataclass(frozen=True, slots=True)
class Signing:
    """That somebody signed the wording of the item `seen`, in a capacity, on a day and in a manner."""

    capacity: Role
    signed_on: date
    manner: Manner
    seen: UUID | None


@transaction.atomic
def sign(*, plans: PlanFile, signing: Signing) -> Signed:
    """Note a signature under the latest wording. Twice is once.

    Everybody signs digitally in the own name; a case manager notes what was signed on paper. Raises NotTheLatest when
    another wording was saved meanwhile, PlanRefused when something is missing in the plan, and PlanNotOpen otherwise.
    """
    lock(plans)
    plan = plans.latest
    if plan is None or plan.item_id != signing.seen:
        raise NotTheLatest
    own = signing.capacity in plans.capacities
    if not own and (plans.manages is None or signing.manner is Manner.DIGITAL):
        raise PlanNotOpen
    if plans.recorded(plan) or signing.capacity not in plans.signers(plan):
        raise PlanNotOpen
    if earlier := plans.signatures(plan).get(signing.capacity):
        return earlier
    about = asked_about_plan(plans, plan.told)
    if missing := judged(about).missing:
        raise PlanRefused(*each_once(one.reason for one in missing))
    model = OwnSignature if plans.found.is_client else Signature
    made = model(item=plan.item, compartment=plan.compartment, author=plans.found.position)
    made.number, made.revision = plan.number, plan.revision
    made.capacity, made.signed_on, made.manner = signing.capacity, signing.signed_on, signing.manner
    made.save(force_insert=True)
    note(Deed.PLAN_SIGNED, by=plans.found.position, file_id=plan.compartment.file_id, rules=["AT-092", "AT-096"])
    return made
