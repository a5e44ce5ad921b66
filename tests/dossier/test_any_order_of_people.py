"""Whatever people do about their places in whatever order, everybody reads exactly what a simple model says, on every day.

The model knows nothing of tables: it keeps who holds which place until when, and asks on a few days who reads the shared part.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.dossier.colleagues import away, colleague_of
from tests.dossier.world import CARE, CARER, WORK, World, read_in_database, undone
from tests.scene import TODAY
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.granting import Giving, GrantRefused, NotInTheFile, block_access, end_access, give_access
from vlechtwerk.sharing.handing_over import HandOver, hand_over
from vlechtwerk.sharing.leaving import end_position
from vlechtwerk.sharing.models import Grant, Involvement
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.sharing.standing_in import let_stand_in

Name = str
"""Somebody of the model: "care", "care 2" (a colleague who may follow or stand in), "carer"."""
ONE_DAY, FOREVER = timedelta(days=1), date(2100, 1, 1)
DAYS = [TODAY, date(2026, 5, 8), date(2026, 5, 15), date(2026, 5, 31)]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["give", "end", "stand in", "hand over", "leave", "close"]),
        st.sampled_from(["care", "care 2", "care 3", "carer"]),
        st.sampled_from(["care 2", "care 3"]),
    ),
    max_size=8,
)


STARTING = {"care": CARE, "carer": CARER}


@dataclass
class Place:
    """Somebody's place: the first day without it, the first day without reading, for whom, and whether it may be used."""

    until: date = FOREVER
    reads_until: date = TODAY
    for_name: Name = ""
    only_reads: bool = False


@dataclass
class Model:
    """Who has a place now; who left; and whether the file is closed."""

    places: dict[Name, Place] = field(default_factory=lambda: {"care": Place(), "carer": Place()})
    gone: set[Name] = field(default_factory=set)
    closed: bool = False

    def reads(self, name: Name, on: date) -> bool:
        """Whether somebody reads the shared part on a day."""
        place = self.places.get(name)
        return (
            not self.closed and name not in self.gone and place is not None and on < min(place.reads_until, place.until)
        )

    def end(self, name: Name) -> None:
        """End the place of somebody, and of who stands in for them."""
        self.places.pop(name, None)
        for other in [one for one, place in self.places.items() if place.for_name == name]:
            del self.places[other]


def step_in_model(model: Model, what: str, name: Name, to: Name) -> bool:
    """Do a step in the model; whether the program has to let it."""
    place, free = model.places.get(name), to not in model.places and to not in model.gone
    if model.closed or name in model.gone or (place is None and what not in {"close", "leave"}):
        return False
    own = place is not None and not place.for_name and not place.only_reads
    if what in {"give", "end"} and place and not place.only_reads and not place.for_name:
        for one in [place, *(other for other in model.places.values() if other.for_name == name)]:
            one.reads_until = FOREVER if what == "give" else TODAY
    elif what == "stand in" and own and place and free and name != "carer":
        model.places[to] = Place(date(2026, 5, 15), place.reads_until, name)
    elif what == "hand over" and own and place and free and name != "carer":
        read = place.reads_until
        model.end(name)
        model.places[to] = Place()
        if read == FOREVER:
            model.places[name] = Place(date(2026, 5, 31), FOREVER, only_reads=True)
    elif what == "leave":
        model.end(name)
        model.gone.add(name)
    elif what == "close":
        model.closed = True
    else:
        return False
    return True


def step_in_program(world: World, people: dict[Name, Position], what: str, name: Name, to: Name) -> bool:
    """Do a step in the program; whether it let it."""
    by, manager = people[name], world.position(WORK)
    mine = Involvement.objects.of(by, TODAY).filter(file=world.file).exclude(capacity=Role.EARLIER_CASE_MANAGER).first()
    try:
        if what == "close":
            block_access(world.file.pk, by=manager)
        elif what == "leave":
            end_position(by)
        elif mine is None or (what in {"give", "end"} and mine.stands_in_for_id):
            return False
        elif what == "give":
            give_access(Giving(mine, [Kind.SHARED], "nodig"), by=manager)
        elif what == "end":
            for grant in Grant.objects.filter(involvement=mine, until_on=None):
                end_access(grant, by=manager)
        elif what == "stand in":
            let_stand_in(file=world.file, asked=away(people[to]), by=by)
        else:
            hand_over(HandOver(mine, people[to], TODAY - ONE_DAY, TODAY, "andere opdracht", 30), by=by)
    except (GrantRefused, NotInTheFile):
        return False
    return True


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_everybody_reads_what_the_model_says_on_every_day(world: World, steps: list[tuple[str, str, str]]) -> None:
    with undone():
        world.give(WORK)
        people = {name: Position.objects.get(pk=world.position(role).pk) for name, role in STARTING.items()}
        people |= {name: colleague_of(world, CARE) for name in ("care 2", "care 3")}
        model, shared = Model(), world.part(Kind.SHARED).pk
        for what, name, to in steps:
            if step_in_model(model, what, name, to):
                assert step_in_program(world, people, what, name, to)
        for name, position in people.items():
            position.refresh_from_db()
            for on in DAYS:
                assert (shared in read_in_database(position, on)) is model.reads(name, on), (name, on)
