"""Whatever is given, ended and written in whatever order, everybody reads exactly what a simple model says."""

from dataclasses import dataclass, field

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.dossier.world import CARE, CARER, CHAIN, WORK, World, read_in_database, undone
from tests.scene import TODAY
from vlechtwerk.dossier.models import Note
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.access import open_compartments
from vlechtwerk.sharing.granting import GrantRefused, end_access
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Grant
from vlechtwerk.sharing.policy import Kind, Verb, verbs_by_grant

Step = tuple[str, Role, Kind]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["give", "end", "write"]), st.sampled_from(CHAIN), st.sampled_from([Kind.SHARED, Kind.ICF])
    ),
    max_size=12,
)


@dataclass
class Model:
    """Who was given which part and did not lose it again, and how many notes each part holds."""

    given: set[tuple[Role, Kind]] = field(default_factory=set)
    notes: dict[Kind, int] = field(default_factory=lambda: {Kind.SHARED: 1, Kind.ICF: 1})

    def reads(self, role: Role) -> int:
        """How many notes of the parts that are granted somebody reads."""
        return sum(count for kind, count in self.notes.items() if role is Role.CLIENT or (role, kind) in self.given)


def take(world: World, model: Model, step: Step) -> None:
    """Do one step in the program and in the model, when the program lets it."""
    what, role, kind = step
    if what == "give" and verbs_by_grant(role, kind):
        has_own = any(one is WORK for one, _ in model.given)
        try:
            world.give(role, kind)
            model.given.add((role, kind))
        except GrantRefused:
            assert role is not WORK
            assert not has_own
    elif what == "end":
        for grant in Grant.objects.filter(until_on=None, involvement__capacity=role, compartment__kind=kind):
            end_access(grant, by=world.position(WORK))
        model.given.discard((role, kind))
    elif what == "write" and (role, kind) in model.given and Verb.WRITE in verbs_by_grant(role, kind):
        world.write(world.part(kind), role, "verslag")
        model.notes[kind] += 1


def check(world: World, model: Model) -> None:
    """Compare everybody's notes with the model, through the program and through the database alone."""
    granted = {world.part(kind).pk for kind in model.notes}
    for role in (*CHAIN, Role.CLIENT, Role.VDAB_MEDIATOR, Role.DGS):
        position = world.position(role)
        with acting(position, TODAY):
            found = Note.objects.filter(compartment__in=granted)
            assert found.count() == Note.objects.visible_to(position, TODAY).filter(compartment__in=granted).count()
            assert found.count() == model.reads(role)
        writable = {part.pk for part in open_compartments(position, Verb.WRITE, TODAY)} & granted
        assert writable == {
            world.part(kind).pk for one, kind in model.given if one is role and Verb.WRITE in verbs_by_grant(role, kind)
        }
    own = {world.part(Kind.CARE_OWN, role).pk for role in (CARE, CARER)}
    assert not read_in_database(world.position(WORK)) & own


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_everybody_reads_what_was_given_and_not_ended(world: World, steps: list[Step]) -> None:
    with undone():
        model = Model()
        for step in steps:
            take(world, model, step)
        check(world, model)
