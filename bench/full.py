"""One full file: a trajectory with 60 events, 30 notes and a plan in three versions, of a client who signs in.

It is taken in and filled by the program, after the other cases were copied.
"""

from datetime import date, timedelta

from vlechtwerk.consent.informing import tell_informed
from vlechtwerk.consent.models import Item, ItemKind, Told
from vlechtwerk.demo import courses
from vlechtwerk.demo.cast import WORKERS, Cast
from vlechtwerk.demo.load import CLIENTS_WHO_SIGN_IN, new_case
from vlechtwerk.demo.notes import fill_files
from vlechtwerk.demo.people import fictional_person
from vlechtwerk.dossier.models import Note, NoteKind
from vlechtwerk.history.loading import bulk_open
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.plans.content import Agreements, Content, PlannedAction, stored
from vlechtwerk.plans.models import Plan
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.terms import Domain, Medium
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Kind

EVENTS, NOTES, VERSIONS = 60, 30, 3
MEASURED = "wout"
"""Sign-in name of the work case manager whose pages are measured, in front of the number of the team."""
MANAGERS = [one.username for one in WORKERS if one.role is Role.WORK_CASE_MANAGER]
NUMBER = min(one for one in CLIENTS_WHO_SIGN_IN if MANAGERS[one % len(MANAGERS)] == MEASURED)
"""The number of the fictional person, who has an account for her own view and the case manager whose pages are measured."""
DAYS = 420
"""How long ago she was referred."""
AGREED, FIRST_ACTION, EVERY = 402, 112, 7
"""The days on which the third version was signed and the first further action began, and how many lie between two of these."""
FIRST = "-0"
"""What the sign-in names of the people of the first team end with."""
AUDIENCE = [str(Role.WORK_CASE_MANAGER), str(Role.CARE_CASE_MANAGER)]


def history(today: date) -> tuple[Event, ...]:
    """Sixty events until today: a course with a third version of the plan, and an action each week."""
    course = courses.active(today - timedelta(days=DAYS))
    course.add(
        e.PlanSigned(course.on(AGREED), courses.ALL_THREE, Medium.EID),
        e.PlanUploaded(course.on(AGREED + 1)),
        e.PlanApproved(course.on(AGREED + 3)),
    )
    missing = range(EVENTS - len(course.events))
    course.add(*(e.ActionStarted(course.on(FIRST_ACTION + EVERY * week), Domain.CARE) for week in missing))
    return tuple(sorted(course.events, key=lambda event: event.on))


def add_full_case(today: date) -> None:
    """Take in the full file, for the people of the first team."""
    cast, person, events = first_team(), fictional_person(NUMBER), history(today)
    bulk_open(cases=[new_case(cast, NUMBER, person, events)], by=cast.of(Role.VDAB_MEDIATOR))
    written = fill_files({person.pk: (NUMBER, events)}, today)
    part = Compartment.objects.select_related("file").get(file__person=person, kind=Kind.SHARED)
    by = cast.of(Role.WORK_CASE_MANAGER, NUMBER)
    tell_informed(part.file_id, on=today - timedelta(days=DAYS), how=Told.IN_A_TALK, by=by)
    with acting(by, today):
        for number in range(NOTES - written):
            _write_note(part, by, today - timedelta(days=EVERY * number))
        for number in range(1, VERSIONS + 1):
            _write_plan(part, by, number)


def first_team() -> Cast:
    """The people of the first team, by the sign-in names that they had before they were copied."""
    held = Position.objects.filter(account__username__in=[f"{one.username}{FIRST}" for one in WORKERS])
    found = {one.account.username: one for one in held.select_related("account", "organisation", "region")}
    people = {one.username: found[f"{one.username}{FIRST}"] for one in WORKERS}
    return Cast(people["wout"].region, people)


def full_case() -> Case:
    """The case with the full file."""
    return Case.objects.get(file__involvements__capacity=Role.CLIENT)


def client() -> Position:
    """The position in which the client of the full file signs in."""
    return Position.objects.get(role=Role.CLIENT)


def _item(part: Compartment, by: Position, kind: ItemKind) -> Item:
    return Item.objects.create(
        file=part.file, compartment=part, author=by, capacity=by.role, kind=kind, entry_class="functioning",
        audience=AUDIENCE,
    )  # fmt: skip


def _write_note(part: Compartment, by: Position, on: date) -> None:
    Note.objects.create(
        item=_item(part, by, ItemKind.NOTE), compartment=part, author=by, happened_on=on, kind=NoteKind.CONTACT,
        entry_class="functioning", text="Wat gezegd werd. " * 40,
    )  # fmt: skip


def _write_plan(part: Compartment, by: Position, number: int) -> None:
    actions = tuple(PlannedAction(f"{number}-{one}", Domain.WORK, "Stap voor stap opbouwen") for one in range(number))
    Plan.objects.create(
        item=_item(part, by, ItemKind.PLAN), compartment=part, author=by, number=number, revision=1, since=1,
        reason="", content=stored(Content(Agreements(aim="Halftijds werken in het groen"), (), actions)),
    )  # fmt: skip
