"""Goals: what the client wants to reach and needs for work, agreed with both case managers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vlechtwerk.audit.actions import note as note_deed
from vlechtwerk.audit.models import Part
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.consent.actions import Place, replace, share
from vlechtwerk.consent.informing import asked_about_informing
from vlechtwerk.consent.models import ItemKind
from vlechtwerk.consent.sharing import Agreement, Sharing, asked_about
from vlechtwerk.dossier.actions import NoteRefused, PartNotOpen
from vlechtwerk.dossier.models import Goal
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties import plan_content, plan_shape
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.access import open_compartments
from vlechtwerk.sharing.granting import capacity_of
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Kind, Verb
from vlechtwerk.sharing.reading import writing_in
from vlechtwerk.sharing.storing import store


@dataclass(frozen=True, slots=True)
class GoalDraft:
    """What somebody wants to set down as a goal; the words are those of `Goal`."""

    domain: Domain
    text: str
    measure: str
    feasibility: str
    obstacle: str
    reached_by: date
    agreed_on: date
    agreed: Agreement

    def sharing(self, by: Role) -> Sharing:
        """How it is shared by somebody in a capacity."""
        return Sharing(by, EntryClass.FUNCTIONING, self.text.strip(), self.agreed)

    def planned(self) -> plan_shape.Goal:
        """The goal as the rules of the plan know it."""
        return plan_shape.Goal(
            code="goal",
            domain=self.domain,
            result=self.text.strip(),
            measure=self.measure.strip(),
            feasibility=self.feasibility.strip(),
            relevance=self.agreed.why.strip(),
            due_on=self.reached_by,
            obstacle=self.obstacle.strip(),
        )


@transaction.atomic
def set_goal(
    *, compartment: Compartment, draft: GoalDraft, by: Position, key: UUID, replaces: Goal | None = None
) -> Goal:
    """Set down a goal in the shared part of a file, or another one in the place of an earlier one.

    A second call with the same `key` changes nothing. Call it inside `sharing.identity.acting`. Raises NoteRefused when
    rules refuse it, and PartNotOpen for who is no case manager with access, or when the goal was replaced already.
    """
    today = timezone.localdate()
    parts = open_compartments(by, Verb.WRITE, today)
    if compartment.kind != Kind.SHARED or not parts.filter(pk=compartment.pk).exists():
        raise PartNotOpen
    if earlier := Goal.objects.filter(author=by, idempotency_key=key).first():
        return earlier
    capacity = capacity_of(by, compartment.file_id, today)
    if capacity not in CASE_MANAGERS or (replaces and replaces.compartment_id != compartment.pk):
        raise PartNotOpen
    informing = asked_about_informing(compartment.file_id, today)
    asked = dict([informing, *_asked(draft, draft.sharing(capacity), today)])
    if reasons := tuple(reason for reason in asked.values() if reason):
        raise NoteRefused(*reasons)
    if replaces:
        if replaces.replaced_by.exists():
            raise PartNotOpen
        replace(replaces.item)
    goal = _goal(compartment, draft, by, key)
    goal.item = share(Place(compartment, ItemKind.GOAL), draft.sharing(capacity), by=by)
    goal.replaces = replaces
    store(goal)
    access = writing_in(compartment.file_id, by, Part.CONFIDENTIAL)
    note_deed(Deed.GOAL_SET, by=by, file_id=compartment.file_id, rules=asked, access=access)
    return goal


def _goal(compartment: Compartment, draft: GoalDraft, by: Position, key: UUID) -> Goal:
    return Goal(
        compartment=compartment,
        author=by,
        why=draft.agreed.why.strip(),
        domain=draft.domain,
        text=draft.text.strip(),
        measure=draft.measure.strip(),
        feasibility=draft.feasibility.strip(),
        obstacle=draft.obstacle.strip(),
        reached_by=draft.reached_by,
        agreed_on=draft.agreed_on,
        idempotency_key=key,
    )


def _asked(draft: GoalDraft, sharing: Sharing, today: date) -> Iterator[Asked]:
    """The rules about a goal by their id, each with what it has against it."""
    yield ask(plan_content.goal_is_smart, draft.planned())
    yield ask(plan_content.goal_is_needed_for_work, draft.planned())
    yield from asked_about(sharing, today)
