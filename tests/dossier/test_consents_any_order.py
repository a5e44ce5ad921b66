"""Whatever is shared, agreed, taken back and closed in whatever order, everybody reads exactly what a simple model says."""

from dataclasses import dataclass, field, replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.dossier.world import CARE, CARER, SAID, WORK, World, undone
from tests.scene import TODAY
from vlechtwerk.consent import actions
from vlechtwerk.consent.actions import ItemNotOpen, Place, share
from vlechtwerk.consent.models import Consent, How, Item, ItemKind, State
from vlechtwerk.consent.sharing import Agreement, Answer
from vlechtwerk.dossier.actions import new_note
from vlechtwerk.dossier.models import Note
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass, needs_consent
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.granting import block_access, end_access
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Grant
from vlechtwerk.sharing.policy import Kind

READERS = (WORK, CARE, CARER, Role.WORK_PROVIDER, Role.NETWORK_COORDINATOR)
Step = tuple[str, Role, Role, EntryClass]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["share", "share", "ask", "give", "withdraw", "end", "close", "block"]),
        st.sampled_from([WORK, CARE]),
        st.sampled_from(READERS),
        st.sampled_from([EntryClass.FUNCTIONING, EntryClass.SENSITIVE, EntryClass.ADMINISTRATIVE]),
    ),
    max_size=10,
)


@dataclass
class Shared:
    """An item of the model: who wrote it, for whom, whether that takes consent, and where the consent stands."""

    note: Note
    author: Role
    to: Role
    by_consent: bool
    state: State
    closed: bool = False

    def is_read_by(self, role: Role) -> bool:
        """Whether somebody with access to the part reads it."""
        if role in (self.author, Role.CLIENT):
            return True
        return role is self.to and not self.closed and (not self.by_consent or self.state is State.GIVEN)


@dataclass
class Model:
    """What was shared, who lost access, and whether the file is shut."""

    items: list[Shared] = field(default_factory=list)
    without: set[Role] = field(default_factory=set)
    blocked: bool = False

    def reads(self, role: Role) -> set[object]:
        """The notes that somebody reads."""
        if role is not Role.CLIENT and (self.blocked or role in self.without):
            return set()
        return {one.note.pk for one in self.items if one.is_read_by(role)}


def do_share(world: World, model: Model, step: Step, answer: Answer) -> None:
    """Share a note in the program and in the model."""
    _what, author, to, kind = step
    agreed = Agreement(frozenset({to}), "om te werken", TODAY, answer, date(2026, 10, 20))
    draft = replace(SAID, entry_class=kind, text="verslag", agreed=agreed)
    position, part = world.position(author), world.part(Kind.SHARED)
    with acting(position, TODAY):
        item = share(Place(part, ItemKind.NOTE), draft.sharing(author), by=position)
        note = new_note(item, draft)
        note.save(force_insert=True)
    state = State.GIVEN if answer is Answer.AGREED_TOGETHER else State.ASKED
    model.items.append(Shared(note, author, to, needs_consent(author, to, kind), state))


def do_answer(world: World, model: Model, what: str) -> None:
    """Let the client say yes, or no longer, to what was shared last."""
    last = model.items[-1]
    consent = Consent.objects.filter(item=last.note.item_id).first()
    if consent is None:
        return
    try:
        if what == "give":
            actions.answer(consent.pk, agrees=True, by=world.scene.client, how=How.OWN_VIEW)
            last.state = State.GIVEN
        else:
            actions.withdraw(consent.pk, by=world.scene.client)
            last.state = State.WITHDRAWN
    except ItemNotOpen:
        assert last.closed or last.state in {State.GIVEN, State.WITHDRAWN}


def take(world: World, model: Model, step: Step) -> None:
    """Do one step in the program and in the model."""
    what, author, to, _kind = step
    can_write = not model.blocked and author not in model.without
    if what in {"share", "ask"} and can_write:
        do_share(world, model, step, Answer.AGREED_TOGETHER if what == "share" else Answer.DECIDES_HERSELF)
    elif what in {"give", "withdraw"} and model.items:
        do_answer(world, model, what)
    elif what == "close" and model.items:
        actions.replace(Item.objects.get(pk=model.items[-1].note.item_id))
        model.items[-1].closed = True
    elif what == "end" and to is not WORK and not model.blocked:
        for grant in Grant.objects.filter(until_on=None, involvement__capacity=to):
            end_access(grant, by=world.position(WORK))
        model.without.add(to)
    elif what == "block":
        block_access(world.file.pk, by=world.position(WORK))
        model.blocked = True


def found_by(world: World, role: Role, model: Model) -> tuple[set[object], set[object]]:
    """The notes of the model that a role finds: in the database without any condition, and through the queries."""
    position, written = world.position(role), [one.note.pk for one in model.items]
    with acting(position, TODAY):
        in_database = Note.objects.filter(pk__in=written)
        by_query = Note.objects.visible_to(position, TODAY).filter(pk__in=written)
        return set(in_database.values_list("pk", flat=True)), set(by_query.values_list("pk", flat=True))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_everybody_reads_what_was_agreed_and_not_taken_back(world: World, steps: list[Step]) -> None:
    with undone():
        world.give_all()
        model = Model()
        for step in steps:
            take(world, model, step)
        for role in (*READERS, Role.CLIENT, Role.VDAB_MEDIATOR, Role.DGS):
            outside = role in {Role.VDAB_MEDIATOR, Role.DGS}
            expected = set() if outside else model.reads(role)
            assert found_by(world, role, model) == (expected, expected)
